"""Checks of names: state nobody asks about, and what tests wait for."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from engine.story.conditions import Effect, Value
from engine.story.findings import Finding, found, nearest
from engine.story.gist import parts_with_names
from engine.story.model import Choice, End, Feel, Scene, Story, StoryTest
from engine.story.places import place_in
from engine.story.reading.feelings import parts_of_feel
from engine.story.rules import Rule
from engine.story.trees import Felt, Name, parts_of

_SCORE: Final = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
_WORDS: Final = ("wait", "timeouts")


@dataclass(slots=True)
class _Spoken:
    """What the conditions and effects of a film name, gathered scene by scene."""

    asked: set[str] = field(default_factory=set)
    """The variables something depends on; one that only counts itself up asks nothing."""
    written: set[str] = field(default_factory=set)
    felt: set[str] = field(default_factory=set)
    feels: set[Feel] = field(default_factory=set)
    """The feelings that options go by."""

    def take(self, scene: Scene) -> None:
        """One scene more."""
        for part in parts_with_names(scene):
            own = part.name if isinstance(part, Effect) else None
            if own is not None:
                self.written.add(own)
            for each in parts_of(part.tree):
                if isinstance(each, Name) and each.name != own:
                    self.asked.add(each.name)
                elif isinstance(each, Felt):
                    self.felt.add(each.name)
        if isinstance(scene.way, Choice):
            self.feels.update(each.feel for each in scene.way.options if each.feel is not None)


def check_names(story: Story) -> Iterator[Finding]:
    """Everything to say about variables, feelings and tests."""
    spoken = _Spoken()
    for scene in story.scenes.values():
        spoken.take(scene)
    yield from _variables(story, spoken)
    yield from _feelings(story, spoken)
    for at, test in enumerate(story.tests):
        yield from _test(story, test, f"tests.{at}")
    yield from _same_tests(story)


def _variables(story: Story, spoken: _Spoken) -> Iterator[Finding]:
    for name, variable in story.state.items():
        if name not in spoken.asked and name not in spoken.written:
            yield found(Rule.NOT_USED, variable.place, name=name)
        elif name not in spoken.written:
            first = as_written(variable.first)
            yield found(Rule.NEVER_SET, variable.place, name=name, first=first)
        elif name not in spoken.asked:
            yield found(Rule.NEVER_ASKED, variable.place, name=name)


def as_written(value: Value) -> str:
    """A value as an author writes it in a condition."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:g}"
        case str():
            return f'"{value}"'


def _feelings(story: Story, spoken: _Spoken) -> Iterator[Finding]:
    used = {part for feel in spoken.feels for part in parts_of_feel(feel)}
    # A feeling that is another's whole is used by it; itself it is only once.
    used |= {
        part for feel in story.feelings.values() for part in islice(parts_of_feel(feel), 1, None)
    }
    alike = Counter(story.feelings.values())
    for name, feel in story.feelings.items():
        if name not in spoken.felt and feel not in used and alike[feel] == 1:
            place = place_in(story.places, f"feelings.{name}")
            yield found(Rule.FEELING_UNUSED, place, name=name)


def _same_tests(story: Story) -> Iterator[Finding]:
    told: set[str] = set()
    for test in story.tests:
        if test.name in told:
            yield found(Rule.SAME_TEST, test.place, name=test.name)
        told.add(test.name)


def _test(story: Story, test: StoryTest, where: str) -> Iterator[Finding]:
    endings = {scene.way.name for scene in story.scenes.values() if isinstance(scene.way, End)}
    goals = {*endings, *story.scenes}
    if test.expect not in goals:
        place = place_in(story.places, f"{where}.expect")
        near = nearest(test.expect, goals)
        yield found(Rule.UNKNOWN_EXPECTED, place, name=test.expect, near=near)
    labels = _labels(story)
    for at, item in enumerate(test.do):
        place = place_in(story.places, f"{where}.do.{at}")
        word, _, rest = item.partition(" ")
        if item in labels or item in _WORDS:
            continue
        if word == "feel" and rest.strip():
            if rest.strip() not in {*story.feelings, "nothing"}:
                near = nearest(rest.strip(), (*story.feelings, "nothing"))
                yield found(Rule.UNKNOWN_FEELING, place, name=rest.strip(), near=near)
        elif not (word == "say" and _sayable(rest.strip())):
            yield found(Rule.UNKNOWN_ITEM, place, item=item, near=_cure(word, rest, labels))


def _labels(story: Story) -> set[str]:
    return {
        option.label
        for scene in story.scenes.values()
        if isinstance(scene.way, Choice)
        for option in scene.way.options
    }


def _sayable(rest: str) -> bool:
    """Whether it is a score, or words in quotes."""
    quoted = len(rest) > 2 and rest[0] == rest[-1] and rest[0] in "\"'"  # noqa: PLR2004 -- quotes
    score = float(rest) if _SCORE.fullmatch(rest) else None
    return quoted or (score is not None and -1 <= score <= 1)


def _cure(word: str, rest: str, labels: set[str]) -> str:
    said = rest.strip(" \"'“”‘’「」")
    if word != "say" or not said:
        return nearest(f"{word} {rest}".strip(), {*labels, *_WORDS})
    if _SCORE.fullmatch(said):
        return "A score is from -1 to 1."
    return f"Write `'say \"{said}\"'`."
