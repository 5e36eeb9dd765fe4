"""Checks of decisions: who may answer, when, and how long it takes."""

from collections.abc import Iterator, Mapping
from typing import Final

from engine.story.clips import ClipFacts, ClipFault
from engine.story.findings import Finding, found
from engine.story.lengths import opening
from engine.story.media import lengths_of, moment
from engine.story.model import Choice, Feel, Hold, Option, Scene, Span, Story, Way
from engine.story.places import Place, place_in
from engine.story.reading.feelings import can_be, needs_face, needs_words
from engine.story.rules import Rule
from engine.story.times import shown
from engine.story.units import Seconds

MARGIN: Final = Seconds(1.0)
"""Reading ends at least so long before its clip."""
PATIENCE: Final = Seconds(90.0)
"""How long a decision without limit waits at home."""
SHORT_STILL: Final = Seconds(3.0)
"""A held frame as long as this is a breath, not a wait."""
LEAST_BASELINE: Final = Seconds(3.0)
_SLACK: Final = 0.05  # a frame's length more or less is no mistake

Clips = Mapping[str, ClipFacts | ClipFault]


def check_choices(story: Story, clips: Clips) -> Iterator[Finding]:
    """Everything to say about the film's decisions."""
    for scene in story.scenes.values():
        if isinstance(scene.way, Choice):
            yield from _answers(story, scene, scene.way)
            yield from _feelings(story, scene, scene.way)
            for variant in scene.play:
                if not variant.clip.loop:
                    for length in lengths_of(variant.clip, clips):
                        yield from _times(story, scene, scene.way, length)
    yield from _baseline(story, clips)


def _answers(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    place, options = choice.place, choice.options
    sensors = {Way.FACE, Way.TEXT} & set(choice.by)
    if not scene.play:
        yield found(Rule.NO_PLAY, scene.place, scene=scene.id)
    if sensors and not any(option.default for option in options):
        by = _told_at(story, f"scene.{scene.id}.choice", ("by",), place)
        yield found(Rule.NO_DEFAULT, by)
    if choice.exhausted is None and all(each.once or each.when is not None for each in options):
        yield found(Rule.NO_EXHAUSTED, place)
    if Way.FACE in choice.by:
        yield from _faces(story, scene, choice)


def _faces(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    where = f"scene.{scene.id}.choice.by"
    if Way.FACE not in story.sensing.uses:
        yield found(Rule.NOT_IN_USES, place_in(story.places, where), way=Way.FACE)
    if not any(each.feel is not None and needs_face(each.feel) for each in choice.options):
        yield found(Rule.NOTHING_FELT, place_in(story.places, where))


def _feelings(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    for option in choice.options:
        where = f"scene.{scene.id}.choice.{option.label}"
        yield from _felt(option, choice, story, f"{where}.feel")
        heard = option.feel is not None and needs_words(option.feel)
        if Way.TEXT not in choice.by and (option.hear or heard):
            key = "hear" if option.hear else "feel"
            place = place_in(story.places, f"{where}.{key}")
            yield found(Rule.WORDS_NOT_ASKED, place, label=option.label, key=key)


def _felt(option: Option, choice: Choice, story: Story, where: str) -> Iterator[Finding]:
    if option.feel is None:
        return
    for rule in _wrong(option.feel, choice):
        yield found(rule, place_in(story.places, where), label=option.label)


def _wrong(feel: Feel, choice: Choice) -> Iterator[Rule]:
    if needs_face(feel) and Way.FACE not in choice.by:
        yield Rule.FACE_NOT_ASKED
    if not can_be(feel):
        yield Rule.NEVER_FELT


def _times(story: Story, scene: Scene, choice: Choice, length: Seconds) -> Iterator[Finding]:
    """What is said of one clip of a known length that does not loop."""
    where = f"scene.{scene.id}.choice"
    if choice.read is not None and Way.FACE in choice.by:
        place = place_in(story.places, f"{where}.read")
        for finding in _read(choice.read, length):
            yield found(finding[0], place, **finding[1])
    if choice.at is not None and moment(choice.at, length) >= length:
        place = place_in(story.places, f"{where}.at")
        yield found(Rule.OPENS_LATE, place, at=shown(choice.at), length=shown(length))
    elif (still := still_for_the_unsure(choice, length)) > SHORT_STILL:
        place = _told_at(story, where, ("for", "at", "hold"), choice.place)
        yield found(Rule.LONG_STILL, place, seconds=shown(still))


def _told_at(story: Story, where: str, keys: tuple[str, ...], otherwise: Place) -> Place:
    """The first of these keys of a choice that is written; else another place."""
    written = (story.places.get(f"{where}.{key}") for key in keys)
    return next((place for place in written if place is not None), otherwise)


def _read(read: Span, length: Seconds) -> Iterator[tuple[Rule, dict[str, str]]]:
    start, end = moment(read.start, length), moment(read.end, length)
    if start >= end:
        words = {"start": shown(start), "end": shown(end), "length": shown(length)}
        yield Rule.READ_BACKWARD, words
    elif end > length - MARGIN + _SLACK:
        latest = shown(max(length - MARGIN, 0.0))
        yield Rule.READ_LATE, {"until": shown(end), "length": shown(length), "latest": latest}


def still_for_the_unsure(choice: Choice, length: Seconds) -> Seconds:
    """How long who gives no answer looks at a picture that stands."""
    if all(way is Way.FACE for way in choice.by) or choice.hold is Hold.LOOP:
        return Seconds(0.0)
    lasts = PATIENCE if choice.no_limit else choice.lasts
    opens = opening(choice, length)
    if lasts is None:
        lasts = Seconds(max(length - opens, 0.0))
    if choice.hold is Hold.FREEZE:
        return lasts
    return Seconds(max(opens + lasts - length, 0.0))


def _baseline(story: Story, clips: Clips) -> Iterator[Finding]:
    span, name = story.sensing.baseline, story.sensing.baseline_scene
    if span is None or name is None:
        return
    play = story.scenes[name].play
    known = [length for each in play for length in lengths_of(each.clip, clips)]
    length = min(known, default=max(span.end, Seconds(0)) if span.start >= 0 else Seconds(60))
    seen = min(moment(span.end, length), length) - max(moment(span.start, length), 0.0)
    if not play:
        seen = 0.0
    if seen < LEAST_BASELINE:
        place = place_in(story.places, "sensing.baseline")
        yield found(Rule.SHORT_BASELINE, place, length=shown(max(seen, 0.0)))
