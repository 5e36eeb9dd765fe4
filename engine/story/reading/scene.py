"""A scene: what it shows, what it sets, and its one way on."""

from engine.story.model import (
    Branch,
    End,
    Intent,
    Next,
    Pick,
    PickEntry,
    PickMode,
    Return,
    Scene,
    Variant,
    WayOn,
)
from engine.story.places import Place
from engine.story.reading import vocabulary
from engine.story.reading.choice import Habits, read_choice
from engine.story.reading.draft import Draft
from engine.story.reading.keys import Keys
from engine.story.reading.play import read_play, refuse_order
from engine.story.reading.yamltext import ListNode, MapNode, Node, TextNode
from engine.story.rules import Rule
from engine.story.units import SceneId


def read_scene(name: str, place: Place, node: Node, draft: Draft, habits: Habits) -> Scene | None:
    """The scene of this name; none, and noted, where it has no way on that can be read."""
    where = f"scene.{name}"
    draft.places[where] = place
    if not isinstance(node, MapNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="`{play: clip.mp4, next: scene}`")
        return None
    keys = Keys(node, where, draft, known=vocabulary.SCENE, what="a scene")
    shown = keys.node("play")
    play = () if shown is None else read_play(shown, keys.path("play"), draft)
    way = _way(name, keys, draft, habits, play)
    scene = _scene(name, place, keys, play, way)
    if isinstance(way, Next | Pick) or way is None or scene is None or scene.via is None:
        return scene
    draft.notes.note(Rule.VIA_WITHOUT_NEXT, keys.place_of("via"))
    return None


def _scene(
    name: str, place: Place, keys: Keys, play: tuple[Variant, ...], way: WayOn | None
) -> Scene | None:
    effects, via, skip_to = keys.effects("set"), keys.scene("via"), keys.scene("skip_to")
    intend, chapter = _intent(keys), keys.text("chapter")
    describe, note = keys.text("describe"), keys.text("note")
    warn, was = keys.texts("warn"), keys.texts("was")
    if way is None:
        return None
    return Scene(
        id=SceneId(name),
        way=way,
        play=play,
        set=effects,
        via=via,
        intend=intend,
        chapter=chapter,
        describe=describe,
        note=note,
        warn=warn,
        skip_to=skip_to,
        was=was,
        place=place,
    )


def _way(
    name: str, keys: Keys, draft: Draft, habits: Habits, play: tuple[Variant, ...]
) -> WayOn | None:
    ways = [way for way in vocabulary.WAYS if way in keys]
    if len(ways) != 1 and not (keys.slipped and not ways):
        rule = Rule.TWO_WAYS_ON if ways else Rule.NO_WAY_ON
        place = keys.place_of(ways[1]) if ways else draft.places[keys.where]
        draft.notes.note(rule, place, scene=name, ways=", ".join(ways))
    read = [_read_way(way, keys, draft, habits, play) for way in ways]
    return read[0] if len(read) == 1 else None


def _read_way(
    way: str, keys: Keys, draft: Draft, habits: Habits, play: tuple[Variant, ...]
) -> WayOn | None:
    if way == "end":
        return _end(keys, draft)
    if way == "return":
        return _return(keys, draft)
    node = keys.node(way)
    if node is None:
        return None
    path = keys.path(way)
    match way:
        case "next":
            return _next(node, path, draft)
        case "pick":
            return _pick(node, path, draft)
        case _:
            return read_choice(node, path, draft, habits, play)


def _end(keys: Keys, draft: Draft) -> End | None:
    node = keys.node("end")
    if isinstance(node, TextNode) and node.truth is not None:
        draft.notes.note(Rule.WRONG_KIND, node.place, want="the ending's name, as in `end: Dawn`")
        return None
    name = keys.text("end")
    if name:
        draft.endings.add(name)
    return End(name=name) if name else None


def _return(keys: Keys, draft: Draft) -> Return | None:
    node = keys.node("return")
    if isinstance(node, TextNode) and node.truth:
        return Return()
    if node is not None:
        draft.notes.note(Rule.WRONG_KIND, keys.place_of("return"), want="`return: true`")
    return None


def _next(node: Node, where: str, draft: Draft) -> Next | None:
    if not isinstance(node, ListNode):
        go = draft.scene(node)
        return None if go is None else Next(branches=(Branch(go=go, place=node.place),))
    if not node.items:
        draft.notes.note(Rule.EMPTY, node.place, key="next")
        return None
    read = [_branch(each, f"{where}.{at}", draft) for at, each in enumerate(node.items)]
    branches = tuple(branch for branch in read if branch is not None)
    if len(branches) < len(node.items):
        return None
    refuse_order([(each.when is None, each.place) for each in branches], draft)
    return Next(branches=branches)


def _branch(node: Node, where: str, draft: Draft) -> Branch | None:
    draft.remember(node, where)
    if not isinstance(node, MapNode):
        go = draft.scene(node)
        return None if go is None else Branch(go=go, place=node.place)
    keys = Keys(node, where, draft, known=vocabulary.BRANCH, what="a branch")
    go, when = _go(keys, draft, "a branch"), keys.condition("when")
    if go is None or (when is None and "when" in keys):
        return None
    return Branch(go=go, when=when, place=node.place)


def _go(keys: Keys, draft: Draft, what: str) -> SceneId | None:
    if "go" not in keys and not keys.slipped:
        draft.notes.note(Rule.MISSING_KEY, keys.place, what=what, key="go", form="go: scene")
    return keys.scene("go")


def _pick(node: Node, where: str, draft: Draft) -> Pick | None:
    mode, written = PickMode.RANDOM, node
    if isinstance(node, MapNode):
        keys = Keys(node, where, draft, known=vocabulary.PICK, what="`pick`")
        mode = keys.word("mode", PickMode) or mode
        if "of" not in keys and not keys.slipped:
            form = "of: [garden, cellar]"
            draft.notes.note(Rule.MISSING_KEY, node.place, what="`pick`", key="of", form=form)
        listed = keys.node("of")
        if listed is None:
            return None
        written = listed
    if not isinstance(written, ListNode) or not written.items:
        want = "a list of scenes to pick from, like `[garden, cellar]`"
        draft.notes.note(Rule.WRONG_KIND, written.place, want=want)
        return None
    read = [_entry(each, f"{where}.{at}", draft) for at, each in enumerate(written.items)]
    entries = tuple(entry for entry in read if entry is not None)
    if len(entries) < len(written.items):
        return None
    if all(entry.when is not None or entry.once for entry in entries):
        draft.notes.note(Rule.NO_FREE_PICK, node.place)
    return Pick(entries=entries, mode=mode, place=node.place)


def _entry(node: Node, where: str, draft: Draft) -> PickEntry | None:
    draft.remember(node, where)
    if isinstance(node, TextNode):
        go = draft.scene(node)
        return None if go is None else PickEntry(go=go, place=node.place)
    if not isinstance(node, MapNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="`{go: scene}`")
        return None
    keys = Keys(node, where, draft, known=vocabulary.ENTRY, what="an entry of `pick`")
    go, when = _go(keys, draft, "an entry of `pick`"), keys.condition("when")
    weight, once = keys.number("weight", 0.001, 1000), keys.truth("once")
    if go is None or (when is None and "when" in keys):
        return None
    weight = 1.0 if weight is None else weight
    return PickEntry(go=go, when=when, weight=weight, once=once, place=node.place)


def _intent(keys: Keys) -> Intent | None:
    node = keys.braces("intend", "`{valence: 0.2, arousal: -0.1}`")
    if node is None:
        return None
    path = keys.path("intend")
    feelings = Keys(node, path, keys.draft, known=vocabulary.INTENT, what="`intend`")
    valence, arousal = (feelings.number(each, -1, 1) for each in ("valence", "arousal"))
    return Intent(valence or 0.0, arousal or 0.0)
