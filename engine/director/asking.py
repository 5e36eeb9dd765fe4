"""What a story asks for in its conditions: chance, what was felt, or what was before."""

from collections.abc import Iterator

from engine.story.model import Choice, Next, Pick, PickMode, Scene, Story
from engine.story.trees import Call, Felt, Function, Tree, parts_of


def draws_chance(story: Story) -> bool:
    """Whether anything in a story is left to chance, so that the seed matters."""
    return any(
        _picks_by_chance(scene) or any(_random(part) for part in _parts(scene))
        for scene in story.scenes.values()
    )


def asks_felt(story: Story) -> bool:
    """Whether what was felt over a scene bends the way on, or what is shown."""
    return any(
        _picks_by_arc(scene) or any(isinstance(part, Felt) for part in _parts(scene))
        for scene in story.scenes.values()
    )


def asks_past(story: Story) -> bool:
    """Whether a viewer's earlier viewings bend this one."""
    return bool(story.memory) or any(
        isinstance(part, Call) and part.function in {Function.SEEN_BEFORE, Function.ENDED}
        for scene in story.scenes.values()
        for part in _parts(scene)
    )


def learns(story: Story) -> bool:
    """Whether what moved earlier viewers decides a pick."""
    ways = (scene.way for scene in story.scenes.values())
    return any(isinstance(way, Pick) and way.mode is PickMode.LEARN for way in ways)


def _picks_by_chance(scene: Scene) -> bool:
    way = scene.way
    if not isinstance(way, Pick) or len(way.entries) == 1:
        return False
    return way.mode in {PickMode.RANDOM, PickMode.SHUFFLE}


def _picks_by_arc(scene: Scene) -> bool:
    return isinstance(scene.way, Pick) and scene.way.mode is PickMode.ARC


def _random(part: Tree) -> bool:
    return isinstance(part, Call) and part.function is Function.RANDOM


def _parts(scene: Scene) -> Iterator[Tree]:
    """Every part of every condition and effect of a scene."""
    for tree in _trees(scene):
        yield from parts_of(tree)


def _trees(scene: Scene) -> Iterator[Tree]:
    whens = [variant.when for variant in scene.play]
    effects = [*scene.set]
    match scene.way:
        case Next(branches=branches):
            whens += [branch.when for branch in branches]
        case Pick(entries=entries):
            whens += [entry.when for entry in entries]
        case Choice(options=options):
            whens += [option.when for option in options]
            effects += [effect for option in options for effect in option.set]
        case _:
            pass
    yield from (when.tree for when in whens if when is not None)
    yield from (effect.tree for effect in effects)
