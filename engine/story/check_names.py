"""Checks of names: state nobody asks about, and what tests wait for."""

import re
from collections.abc import Iterator
from typing import Final

from engine.story.conditions import Condition, Effect
from engine.story.findings import Finding, found, nearest
from engine.story.grammar import words_in
from engine.story.model import Choice, End, Next, Pick, Scene, Story, StoryTest
from engine.story.places import place_in
from engine.story.rules import Rule

_SCORE: Final = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
_WORDS: Final = ("wait", "timeouts")


def check_names(story: Story) -> Iterator[Finding]:
    """Everything to say about variables and tests."""
    used = {
        name
        for scene in story.scenes.values()
        for part in parts_with_names(scene)
        for name in _names(part)
    }
    for name, variable in story.state.items():
        if name not in used:
            yield found(Rule.NOT_USED, variable.place, name=name)
    for at, test in enumerate(story.tests):
        yield from _test(story, test, f"tests.{at}")


def parts_with_names(scene: Scene) -> Iterator[Condition | Effect]:
    """Every condition and effect of a scene."""
    yield from scene.set
    conditions = [variant.when for variant in scene.play]
    match scene.way:
        case Next(branches=branches):
            conditions += [branch.when for branch in branches]
        case Pick(entries=entries):
            conditions += [entry.when for entry in entries]
        case Choice(options=options):
            conditions += [option.when for option in options]
            for option in options:
                yield from option.set
        case _:
            pass
    yield from (condition for condition in conditions if condition is not None)


def _names(part: Condition | Effect) -> Iterator[str]:
    if isinstance(part, Effect):
        yield part.name
    yield from (name.name for name in words_in(part.tree))


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
