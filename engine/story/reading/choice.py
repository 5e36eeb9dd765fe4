"""`choice`: a decision, short or long."""

from dataclasses import dataclass
from typing import Final

from engine.story.grammar import NotUnderstoodError
from engine.story.model import Choice, Crowd, CutAt, Feel, Hold, Option, Variant, Way
from engine.story.places import place_in
from engine.story.reading import vocabulary
from engine.story.reading.draft import Draft
from engine.story.reading.feelings import read_feel
from engine.story.reading.keys import Keys
from engine.story.reading.yamltext import ListNode, MapNode, Node, TextNode
from engine.story.rules import Rule
from engine.story.times import seconds_of
from engine.story.units import OptionId, Seconds

_NO_LIMIT: Final = "no limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a decision opens and how long it stays open, as `model.Choice` tells it."""

    at: Seconds | None = Seconds(-9)
    lasts: Seconds | None = Seconds(9)
    no_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a story's decisions do where they do not say otherwise."""

    by: tuple[Way, ...] = (Way.BUTTONS,)
    times: Times = Times()
    hold: Hold | None = None
    cut: CutAt | None = None
    crowd: Crowd = Crowd.MAJORITY


def read_habits(keys: Keys, before: Habits) -> Habits:
    """The habits with what these keys say in place, each key by itself."""
    if keys.is_empty_list("by"):
        keys.draft.notes.note(Rule.EMPTY, keys.place_of("by"), key="by")
    return Habits(
        by=keys.words("by", Way) or before.by,
        times=_times(keys, before.times),
        hold=keys.word("hold", Hold) or before.hold,
        cut=keys.word("cut", CutAt) or before.cut,
        crowd=keys.word("crowd", Crowd) or before.crowd,
    )


def read_choice(
    node: Node, where: str, draft: Draft, habits: Habits, play: tuple[Variant, ...]
) -> Choice | None:
    """The decision written here, over the clip it is asked in."""
    if not isinstance(node, MapNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="`{label: scene, label: scene}`")
        return None
    if any(key.text == "options" for key, _ in node.entries):
        return _long(node, where, draft, habits, play)
    said = [key for key, _ in node.entries if key.text in vocabulary.CHOICE]
    if said or not node.entries:
        if _misspelt(node):
            Keys(node, where, draft, known=vocabulary.CHOICE, what="a choice")
        else:
            draft.notes.note(Rule.NO_OPTIONS, said[0].place if said else node.place)
        return None
    options = _options(node, where, draft)
    return _choice(options, habits, play, Choice(options=options, place=node.place))


def _misspelt(node: MapNode) -> bool:
    """Whether the one key that means nothing in a choice holds what could be its options."""
    odd = [under for key, under in node.entries if key.text not in vocabulary.CHOICE]
    under = odd[0] if len(odd) == 1 else None
    return isinstance(under, MapNode) and all(key.text != "go" for key, _ in under.entries)


def _long(
    node: MapNode, where: str, draft: Draft, habits: Habits, play: tuple[Variant, ...]
) -> Choice | None:
    keys = Keys(node, where, draft, known=vocabulary.CHOICE, what="a choice")
    written = keys.node("options")
    if isinstance(written, ListNode):
        draft.notes.note(Rule.WRONG_KIND, written.place, want="`label: scene`, without `-`")
        return None
    if not isinstance(written, MapNode) or not written.entries:
        draft.notes.note(Rule.NO_OPTIONS, keys.place_of("options"))
        return None
    options = _options(written, where, draft)
    base = Choice(
        options=options,
        ask=keys.text("ask"),
        read=keys.span("read"),
        hints=keys.truth("hints", default=True),
        exhausted=keys.scene("exhausted"),
        place=node.place,
    )
    return _choice(options, read_habits(keys, habits), play, base)


def _choice(
    options: tuple[Option, ...], habits: Habits, play: tuple[Variant, ...], base: Choice
) -> Choice:
    """The decision with its habits; a loop, in the clip or in `hold`, asks for a cut at once."""
    loops = any(variant.clip.loop for variant in play)
    hold = habits.hold or (Hold.LOOP if loops else Hold.ROLL)
    at_once = loops or hold is Hold.LOOP
    return Choice(
        options=options,
        ask=base.ask,
        by=habits.by,
        read=base.read,
        at=habits.times.at,
        lasts=habits.times.lasts,
        no_limit=habits.times.no_limit,
        hold=hold,
        cut=habits.cut or (CutAt.NOW if at_once else CutAt.END),
        hints=base.hints,
        crowd=habits.crowd,
        exhausted=base.exhausted,
        place=base.place,
    )


def _times(keys: Keys, before: Times) -> Times:
    """Only `at`: open to the clip's end; only `for`: open that long before it (Semantics 5)."""
    at = keys.seconds("at")
    node = keys.node("for")
    if isinstance(node, TextNode) and node.text.strip() == _NO_LIMIT:
        return Times(at=Seconds(-9) if at is None else at, lasts=None, no_limit=True)
    lasts = None if node is None else _length(node, keys.draft)
    if at is None and lasts is None:
        return before
    return Times(at=at, lasts=lasts)


def _length(node: Node, draft: Draft) -> Seconds | None:
    seconds = seconds_of(node.text) if isinstance(node, TextNode) else None
    if seconds is None or seconds <= 0:
        draft.notes.note(Rule.WRONG_KIND, node.place, want="a length like `9s`, or `no limit`")
        return None
    return seconds


def _options(node: MapNode, where: str, draft: Draft) -> tuple[Option, ...]:
    read = [_option(key, each, where, draft) for key, each in node.entries]
    options = tuple(option for option in read if option is not None)
    seen: set[str] = set()
    for option in options:
        if option.id in seen:
            place = place_in(draft.places, f"{where}.{option.label}.id")
            draft.notes.note(Rule.SAME_ID, place, id=option.id)
        seen.add(option.id)
    defaults = [option for option in options if option.default]
    for option in defaults[1:]:
        place = place_in(draft.places, f"{where}.{option.label}.default")
        draft.notes.note(Rule.TWO_DEFAULTS, place)
    draft.labels |= seen
    return options


def _option(label: TextNode, node: Node, where: str, draft: Draft) -> Option | None:
    said = label.text.strip()
    path = f"{where}.{said}"
    draft.places[f"{path}.label"] = label.place
    if not said:
        draft.notes.note(Rule.WRONG_KIND, label.place, want="a label")
        return None
    if isinstance(node, TextNode) and node.empty:
        draft.notes.note(Rule.EMPTY, label.place, key=said)
        return None
    if not isinstance(node, MapNode):
        go = draft.scene(node)
        draft.remember(node, f"{path}.go")
        if go is None:
            return None
        return Option(id=OptionId(said), label=said, go=go, place=label.place)
    keys = Keys(node, path, draft, known=vocabulary.OPTION, what="an option")
    return _long_option(said, label, keys, draft)


def _long_option(said: str, label: TextNode, keys: Keys, draft: Draft) -> Option | None:
    if "go" not in keys and not keys.slipped:
        draft.notes.note(
            Rule.MISSING_KEY, label.place, what="an option", key="go", form="go: scene"
        )
    go = keys.scene("go")
    feel, hear, when = _feel(keys, draft), keys.texts("hear"), keys.condition("when")
    effects, once, default = keys.effects("set"), keys.truth("once"), keys.truth("default")
    because, name = keys.text("because"), keys.text("id")
    if go is None:
        return None
    return Option(
        id=OptionId(name or said),
        label=said,
        go=go,
        feel=feel,
        hear=hear,
        when=when,
        set=effects,
        once=once,
        because=because,
        default=default,
        place=label.place,
    )


def _feel(keys: Keys, draft: Draft) -> Feel | None:
    node = keys.node("feel")
    if node is None:
        return None
    if not isinstance(node, TextNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="a feeling like `smile > 0.8`")
        return None
    try:
        return read_feel(node.text, draft.feelings)
    except NotUnderstoodError as refused:
        draft.refuse(refused, node)
        return None
