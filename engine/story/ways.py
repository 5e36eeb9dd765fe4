"""Where a film can lead: what is reached from where, with and without sensors."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from engine.story.conditions import Condition
from engine.story.model import Choice, End, Next, Pick, Return, Scene, Story, Way
from engine.story.trees import Call, Every, Felt, Function, Literal, Not, Some, Tree
from engine.story.units import SceneId

Leads = Callable[[Scene], Iterable[SceneId]]
"""The scenes that may follow a scene, in some sense."""


def reached(story: Story, start: Iterable[SceneId], leads: Leads) -> set[SceneId]:
    """Every scene that can be come to from these, themselves included."""
    found: set[SceneId] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(leads(story.scenes[name]))
    return found


def reaching(story: Story, goals: Iterable[SceneId], leads: Leads) -> set[SceneId]:
    """Every scene from which one of the goals can be come to, the goals included."""
    return reached(story, goals, backward(story, leads))


def backward(story: Story, leads: Leads) -> Leads:
    """The same ways, gone against their direction."""
    before: dict[SceneId, list[SceneId]] = {name: [] for name in story.scenes}
    for scene in story.scenes.values():
        for name in leads(scene):
            before[name].append(scene.id)
    return lambda scene: before[scene.id]


def noted(story: Story, leads: Leads) -> Leads:
    """The same, each scene asked once: for a map that is walked several times."""
    ahead = {name: tuple(leads(scene)) for name, scene in story.scenes.items()}
    return lambda scene: ahead[scene.id]


def anyway(scene: Scene) -> Iterable[SceneId]:
    """Every scene that may follow."""
    return scene.following


def without_visit(scene: Scene) -> Iterable[SceneId]:
    """Every scene that may follow at the same depth of visits: `via` comes back."""
    if scene.via is None:
        return scene.following
    return (name for name in scene.following if name != scene.via or _also_on(scene, name))


def by_hand(scene: Scene) -> Iterator[SceneId]:
    """The scenes that may follow when no sensor ever answers: no face and no words."""
    if scene.via is not None:
        yield scene.via
    match scene.way:
        case Next(branches=branches):
            yield from (branch.go for branch in branches if may_hold(branch.when))
        case Pick(entries=entries):
            yield from (entry.go for entry in entries if may_hold(entry.when))
        case Choice():
            yield from _options_by_hand(scene.way)
        case End() | Return():
            pass
    if scene.skip_to is not None:
        yield scene.skip_to


def _options_by_hand(choice: Choice) -> Iterator[SceneId]:
    asked = {Way.BUTTONS, Way.VOTE} & set(choice.by)
    silent = next((each for each in choice.options if each.default), choice.options[0])
    for option in choice.options:
        if may_hold(option.when) and (asked or option is silent):
            yield option.go
    if choice.exhausted is not None:
        yield choice.exhausted


def _also_on(scene: Scene, name: SceneId) -> bool:
    """Whether a visited scene is also where the film goes on."""
    match scene.way:
        case Next(branches=branches):
            return any(branch.go == name for branch in branches)
        case Pick(entries=entries):
            return any(entry.go == name for entry in entries)
        case _:
            return False


def may_hold(when: Condition | None) -> bool:
    """Whether a condition, if there is one, may hold for a viewer without sensors."""
    return when is None or _unsensed(when.tree) is not False


def _unsensed(tree: Tree) -> bool | None:
    """What a condition comes to without sensors; none where that depends on the viewing."""
    match tree:
        case Felt() | Call(function=Function.CAN):
            return False
        case Literal(value=bool() as truth):
            return truth
        case Not(part=part):
            said = _unsensed(part)
            return None if said is None else not said
        case Every(parts=parts):
            return _both(tuple(_unsensed(part) for part in parts), decisive=False)
        case Some(parts=parts):
            return _both(tuple(_unsensed(part) for part in parts), decisive=True)
        case _:
            return None


def _both(said: tuple[bool | None, ...], *, decisive: bool) -> bool | None:
    """One part decides the whole if it is decisive; else all must be known."""
    if decisive in said:
        return decisive
    return None if None in said else not decisive


def ring(leads: Mapping[SceneId, tuple[SceneId, ...]]) -> tuple[SceneId, ...]:
    """Some ring among these scenes, its first scene again at the end; empty if there is none."""
    done: set[SceneId] = set()
    for start in leads:
        path: dict[SceneId, None] = {}
        ahead = [iter((start,))]
        while ahead:
            name = next(ahead[-1], None)
            if name is None:
                ahead.pop()
                if path:
                    done.add(path.popitem()[0])
            elif name in path:
                around = list(path)
                return (*around[around.index(name) :], name)
            elif name in leads and name not in done:
                path[name] = None
                ahead.append(iter(leads[name]))
    return ()
