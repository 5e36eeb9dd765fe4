"""Checks of what a film reads of viewers altogether: is it asked for, learned, and sure enough."""

import math
from collections.abc import Iterator
from typing import Final

from engine.story.checks.choices import LEAST_BASELINE, Clips
from engine.story.findings import Finding, found
from engine.story.gist import parts_with_names
from engine.story.media import lengths_of, moment
from engine.story.model import (
    Choice,
    Comparison,
    Pick,
    PickMode,
    Scene,
    Sign,
    Story,
    Way,
)
from engine.story.places import place_in
from engine.story.reading.feelings import comparisons, decisive, needs_face
from engine.story.reading.readable import OTHERWISE, UNLEARNED
from engine.story.rules import Rule
from engine.story.times import shown
from engine.story.trees import Felt, parts_of

ORDINARY: Final = 0.55
"""The confidence that is asked for where a film says nothing."""
_SLACK: Final = 0.5  # an author rounds


def check_sensing(story: Story, clips: Clips) -> Iterator[Finding]:
    """Everything to say about `sensing`, and what lacks it."""
    yield from _unused(story)
    yield from _about_faces(story)
    yield from _felt_unasked(story)
    yield from _unlearned(story)
    yield from _past_the_clip(story, clips)
    yield from _hardly_sure(story)


def _unused(story: Story) -> Iterator[Finding]:
    if not story.sensing.uses:
        return
    used = {way for choice in _choices(story) for way in choice.by}
    meant = "sensing.sign" in story.places and story.sensing.sign is not Sign.NONE
    if meant or any(map(_reads, story.scenes.values())):
        used.add(Way.FACE)  # a flame that was asked for, and burns with the viewer, is use enough
    for at, way in enumerate(story.sensing.uses):
        if way in {Way.FACE, Way.TEXT} - used:
            place = place_in(story.places, f"sensing.uses.{at}")
            flame = "; if its flame is enough, write `sign: flame`" if way is Way.FACE else ""
            yield found(Rule.USE_UNUSED, place, way=way, more=flame)


def _reads(scene: Scene) -> bool:
    """Whether a scene needs a face without asking it anything."""
    by_feeling = isinstance(scene.way, Pick) and scene.way.mode in {PickMode.ARC, PickMode.LEARN}
    felt = (each for part in parts_with_names(scene) for each in parts_of(part.tree))
    return by_feeling or scene.intend is not None or any(isinstance(each, Felt) for each in felt)


def _felt_unasked(story: Story) -> Iterator[Finding]:
    """The first condition that asks what a face showed, where nobody is asked for theirs."""
    if Way.FACE in story.sensing.uses or not any(map(needs_face, story.feelings.values())):
        return
    for scene in story.scenes.values():
        for part in parts_with_names(scene):
            named = (each.name for each in parts_of(part.tree) if isinstance(each, Felt))
            feelings = (story.feelings[name] for name in named if name in story.feelings)
            if any(needs_face(feel) for feel in feelings):
                yield found(Rule.NOT_IN_USES, part.place, way=Way.FACE)
                return


def _about_faces(story: Story) -> Iterator[Finding]:
    """Keys that say how a face is read where none is."""
    if Way.FACE not in story.sensing.uses:
        for key in ("baseline", "sign"):
            if f"sensing.{key}" in story.places and not _no_sign(story, key):
                place = story.places[f"sensing.{key}"]
                yield found(Rule.FACE_KEY_UNUSED, place, key=key, where="sensing: uses")
    for scene in story.scenes.values():
        where = f"scene.{scene.id}.choice"
        if isinstance(scene.way, Choice) and Way.FACE not in scene.way.by:
            for key in ("read", "hints") if scene.way.hints else ("read",):
                if f"{where}.{key}" in story.places:
                    place = story.places[f"{where}.{key}"]
                    yield found(Rule.FACE_KEY_UNUSED, place, key=key, where="by")


def _no_sign(story: Story, key: str) -> bool:
    return key == "sign" and story.sensing.sign is Sign.NONE


def _unlearned(story: Story) -> Iterator[Finding]:
    """Faces that decide, and no ordinary face to tell them from."""
    if story.sensing.baseline_scene is None and Way.FACE in story.sensing.uses:
        asked = any(Way.FACE in choice.by for choice in _choices(story))
        if asked and "sensing.baseline" not in story.places:  # else it is told of itself
            place = place_in(story.places, "sensing.uses")
            yield found(Rule.NO_BASELINE, place, scene=story.start)


def _past_the_clip(story: Story, clips: Clips) -> Iterator[Finding]:
    """A baseline that is longer than what is shown."""
    span, name = story.sensing.baseline, story.sensing.baseline_scene
    if span is None or name is None:
        return
    plays = [each.clip for each in story.scenes[name].play if not each.clip.loop]
    length = min((each for clip in plays for each in lengths_of(clip, clips)), default=None)
    if length is not None and length - moment(span.start, length) >= LEAST_BASELINE:
        end = moment(span.end, length)  # less than that is told as too short
        if end > length + _SLACK:
            place = place_in(story.places, "sensing.baseline")
            yield found(Rule.LONG_BASELINE, place, end=shown(end), length=shown(length))


def _hardly_sure(story: Story) -> Iterator[Finding]:
    """More confidence than what is read of faces ever has, or usually has."""
    needed = float(story.sensing.confidence)
    learned = 1.0 if story.sensing.baseline_scene is not None else UNLEARNED
    if "sensing.confidence" not in story.places or needed <= ORDINARY:
        return
    hard, never = list[str](), True
    most = 1.0
    for reading, above in dict.fromkeys((one.reading, one.above) for one in _asked(story)):
        worth = OTHERWISE[reading, above]
        usual, surest = worth.usually_sure * learned, worth.surest * learned
        if needed > usual:
            never = never and needed > surest
            most = min(most, usual)
            sign = ">" if above else "<"
            hard.append(
                f"`{reading} {sign}` comes to {usual:.2f} or more in eight windows of ten, to"
                f" {surest:.2f} at the most"
            )
    if hard:
        yield found(
            Rule.HARDLY_SURE,
            place_in(story.places, "sensing.confidence"),
            asked=f"{needed:g}",
            so="never answers" if never else "seldom answers",
            reached=hard[0] if len(hard) == 1 else f"{hard[0]}, and {len(hard) - 1} more",
            most=f"{max(ORDINARY, math.floor(most * 100) / 100):g}",
        )


def _asked(story: Story) -> Iterator[Comparison]:
    """What decides by a face, in choices that read it; each of these was measured."""
    for choice in _choices(story):
        for option in choice.options if Way.FACE in choice.by else ():
            feel = None if option.feel is None else decisive(option.feel)
            for one in () if feel is None else comparisons(feel):
                if (one.reading, one.above) in OTHERWISE:
                    yield one


def _choices(story: Story) -> Iterator[Choice]:
    for scene in story.scenes.values():
        if isinstance(scene.way, Choice):
            yield scene.way
