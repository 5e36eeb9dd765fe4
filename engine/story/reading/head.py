"""What stands above the scenes: `about`, `sensing` and `tests`."""

from typing import Final

from engine.story.model import (
    About,
    Keep,
    Rating,
    Sensing,
    Sign,
    Span,
    StoryTest,
    Way,
)
from engine.story.reading import vocabulary
from engine.story.reading.draft import Draft
from engine.story.reading.keys import Keys
from engine.story.reading.play import read_file
from engine.story.reading.state import as_list
from engine.story.reading.yamltext import MapNode, Node, TextNode
from engine.story.rules import Rule
from engine.story.times import span_of
from engine.story.units import SceneId, Share

_TIMEOUTS: Final = "timeouts"


def read_about(head: Keys) -> About:
    """What the library and the credits say."""
    node = head.braces("about", "`{authors: [...], summary: ...}`")
    if node is None:
        return About()
    keys = Keys(node, "about", head.draft, known=vocabulary.ABOUT, what="`about`")
    return About(
        authors=keys.texts("authors"),
        rating=_rating(keys),
        warnings=keys.texts("warnings"),
        licence=keys.text("licence"),
        credits=_file(keys, "credits"),
        tags=keys.texts("tags"),
        poster=_file(keys, "poster"),
        attract=_file(keys, "attract"),
        summary=keys.text("summary"),
        minutes=_minutes(keys),
        arc=_arc(keys),
    )


def read_sensing(head: Keys) -> Sensing:
    """What the film would like to read."""
    node = head.braces("sensing", "`{uses: [face], why: ...}`")
    if node is None:
        return Sensing()
    keys = Keys(node, "sensing", head.draft, known=vocabulary.SENSING, what="`sensing`")
    scene, span = _baseline(keys)
    confidence = keys.number("confidence", 0, 1)
    return Sensing(
        uses=keys.words("uses", Way),
        why=keys.text("why"),
        baseline_scene=scene,
        baseline=span,
        confidence=Share(0.55 if confidence is None else confidence),
        sign=keys.word("sign", Sign) or Sign.FLAME,
        keep=keys.word("keep", Keep) or Keep.NOTHING,
    )


def read_tests(head: Keys) -> tuple[StoryTest, ...]:
    """The rehearsals written in the story."""
    nodes = as_list(head.node("tests"))
    read = [_test(each, at, head.draft) for at, each in enumerate(nodes)]
    return tuple(test for test in read if test is not None)


def _test(node: Node, at: int, draft: Draft) -> StoryTest | None:
    if not isinstance(node, MapNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="`{name: ..., do: ..., expect: ...}`")
        return None
    keys = Keys(node, f"tests.{at}", draft, known=vocabulary.TEST, what="a test")
    for key, form in (("do", "do: timeouts"), ("expect", "expect: scene")):
        if key not in keys:
            draft.notes.note(Rule.MISSING_KEY, node.place, what="a test", key=key, form=form)
    do, expect, seed = keys.texts("do"), keys.text("expect"), keys.number("seed", 0, 2**31)
    name, without = keys.text("name"), keys.words("without", Way)
    if "do" in keys and not do:
        draft.notes.note(Rule.NOTHING_DONE, keys.place_of("do"))
    if expect is None or not do:
        return None
    timeouts = do == (_TIMEOUTS,)
    return StoryTest(
        name=name or f"test {at + 1}",
        do=() if timeouts else do,
        expect=expect,
        without=without,
        timeouts=timeouts,
        seed=None if seed is None else int(seed),
        place=node.place,
    )


def _rating(keys: Keys) -> Rating | None:
    node = keys.braces("rating", "`{age: 12, note: mild threat}`")
    if node is None:
        return None
    rating = Keys(node, "about.rating", keys.draft, known=vocabulary.RATING, what="`rating`")
    return Rating(age=int(rating.number("age", 0, 21) or 0), note=rating.text("note"))


def _file(keys: Keys, key: str) -> str | None:
    node = keys.node(key)
    return None if node is None else read_file(node, keys.draft)


def _minutes(keys: Keys) -> tuple[float, float] | None:
    """`9..14`, or one number."""
    said = keys.text("minutes")
    if said is None:
        return None
    low, dots, high = said.partition("..")
    place = keys.place_of("minutes")
    first = TextNode(low.strip(), place).number
    last = TextNode(high.strip(), place).number if dots else first
    if first is None or last is None or not 0 < first <= last:
        keys.draft.notes.note(Rule.WRONG_KIND, place, want="minutes like `9..14`")
        return None
    return first, last


def _arc(keys: Keys) -> tuple[float, ...]:
    nodes = as_list(keys.node("arc"))
    numbers = [node.number if isinstance(node, TextNode) else None for node in nodes]
    arc = tuple(number for number in numbers if number is not None and -1 <= number <= 1)
    if len(arc) < len(nodes):
        keys.draft.notes.note(
            Rule.WRONG_KIND, keys.place_of("arc"), want="a list of numbers from -1 to 1"
        )
    return arc


def _baseline(keys: Keys) -> tuple[SceneId | None, Span | None]:
    """`arrival 3s..12s`: where, and when there, viewers show their ordinary face."""
    node = keys.node("baseline")
    if node is None:
        return None, None
    said = node.text.split() if isinstance(node, TextNode) else []
    span = span_of(said[1]) if len(said) == 2 else None  # noqa: PLR2004 -- a scene and a span
    if span is None or not isinstance(node, TextNode):
        want = "a scene and a span like `arrival 4s..24s`"
        keys.draft.notes.note(Rule.WRONG_KIND, node.place, want=want)
        return None, None
    scene = keys.draft.scene(TextNode(said[0], node.place))
    return (None, None) if scene is None else (scene, span)
