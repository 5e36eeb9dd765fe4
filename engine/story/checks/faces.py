"""Checks of what faces and words decide: can it be told apart, and is there time to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from engine.story.checks.choices import MARGIN, Clips
from engine.story.findings import Finding, found
from engine.story.gist import parts_with_names
from engine.story.lengths import opening
from engine.story.media import lengths_of, moment
from engine.story.model import (
    AllOf,
    AnyOf,
    Choice,
    Comparison,
    Feel,
    Measure,
    Scene,
    Span,
    Story,
    Way,
)
from engine.story.places import Place, place_in
from engine.story.reading.feelings import at_rest, colouring, decisive, needs_face
from engine.story.reading.readable import (
    ASKED,
    DECIDING,
    FALSELY,
    FOUND,
    NUMBERS,
    Found,
    how_found,
    least_asked,
    least_false,
    measured_as_written,
)
from engine.story.rules import Rule
from engine.story.times import shown
from engine.story.trees import Felt, parts_of
from engine.story.units import SceneId, Seconds
from engine.story.ways import reached

USUAL: Final = Seconds(12.0)
"""How long faces are read where no window is written."""
LEAST: Final = Seconds(2.0)
"""Four values of half a second each: less than that tells a twitch from a smile by luck."""


def check_faces(story: Story, clips: Clips) -> Iterator[Finding]:
    """Everything to say about what is read of viewers."""
    for scene in story.scenes.values():
        if isinstance(scene.way, Choice):
            yield from _faint(story, scene, scene.way)
            if Way.FACE in scene.way.by:
                yield from _too_easily(story, scene, scene.way)
                yield from _short(story, scene, scene.way, clips)
    yield from _felt_faintly(story)
    yield from _before_baseline(story)
    yield from _amid_baseline(story, clips)


def _faint(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    """Options that would be decided by what faces show too faintly."""
    for option in choice.options:
        if option.feel is not None and colouring(option.feel):
            place = place_in(story.places, f"scene.{scene.id}.choice.{option.label}.feel")
            never = "it is never answered", "that part is never answered"
            yield _too_faint(place, option.label, option.feel, never)


def _felt_faintly(story: Story) -> Iterator[Finding]:
    """Feelings that conditions ask for with `felt.`, and that never hold as they are written."""
    parts = (part for scene in story.scenes.values() for part in parts_with_names(scene))
    asked = {each.name for part in parts for each in parts_of(part.tree) if isinstance(each, Felt)}
    for name, feel in story.feelings.items():
        if name in asked and colouring(feel):
            place = place_in(story.places, f"feelings.{name}")
            never = "it never holds", "that part never holds"
            yield _too_faint(place, f"felt.{name}", feel, never)


def _too_faint(place: Place, label: str, feel: Feel, never: tuple[str, str]) -> Finding:
    """`never`: what becomes of the whole of it, or of the faint part of an `or`."""
    first = colouring(feel)[0]
    worth = how_found(first.reading, above=first.above)
    return found(
        Rule.WEAK_FEELING,
        place,
        label=label,
        what=f"`{first.reading} {'>' if first.above else '<'}`",
        worth=_told(first, worth),
        so=never[0] if decisive(feel) is None else never[1],
        decides=", ".join(f"`{each}`" for each in DECIDING),
    )


def _told(one: Comparison, worth: Found) -> str:
    """What is known of it in words: of the very thing, else of what was measured, or nothing."""
    if (one.reading, one.above) not in FOUND:
        return "How often this comes was never measured"
    told = f"found in {100 * worth.right:.0f} of 100 windows where it is"
    told = f"{told} and {100 * worth.false:.0f} where it is not"
    if worth.trust < 1.0:  # pictures could tell it
        told = f"{told}; named so, it was so {100 * worth.trust:.0f} times in 100"
    if measured_as_written(one):
        return f"This one is {told}"
    plain = replace(one, measure=Measure.MEAN)
    return f"What was measured is `{_written(plain, ASKED)}`: {told}"


def _too_easily(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    """Options that anybody chooses, or far too many."""
    for option in choice.options:
        feel, path = option.feel, f"scene.{scene.id}.choice.{option.label}.feel"
        if feel is None or option.default:
            continue
        if needs_face(feel) and at_rest(feel):
            yield found(Rule.NEUTRAL_FELT, place_in(story.places, path), label=option.label)
        elif (easy := _easiest(feel)) is not None:
            yield _easily(place_in(story.places, path), option.label, easy)


def _easiest(feel: Feel) -> Comparison | None:
    """
    What of a feeling comes too often where it is not, by what was measured.

    Of an `and` nothing is known: how often its parts come together was not counted.
    """
    match feel:
        case Comparison():
            share = least_false(feel)
            return feel if share is not None and share > FALSELY else None
        case AnyOf(parts=parts):
            easy = [found for part in parts if (found := _easiest(part)) is not None]
            return max(easy, key=lambda one: least_false(one) or 0.0, default=None)
        case AllOf():
            return None


def _easily(place: Place, label: str, easy: Comparison) -> Finding:
    least = least_asked(easy)
    share = f"{100 * (least_false(easy) or 0.0):.0f}"
    counted = abs(easy.number) in NUMBERS
    better = "another act" if least is None else f"`{_written(easy, least)}` or more"
    return found(
        Rule.EASILY_FELT,
        place,
        label=label,
        asked=_written(easy, abs(easy.number)),
        false=share if counted else f"at least {share}",
        better=better,
    )


def _written(one: Comparison, steps: float) -> str:
    """A comparison as an author writes it, with so many steps in its direction."""
    measure = "" if one.measure is Measure.MEAN else f".{one.measure}"
    number = steps if one.above else -steps
    return f"{one.reading}{measure} {'>' if one.above else '<'} {number:g}"


def _short(story: Story, scene: Scene, choice: Choice, clips: Clips) -> Iterator[Finding]:
    for variant in scene.play:
        if variant.clip.loop:
            continue
        for length in lengths_of(variant.clip, clips):
            window = _window(choice, length)
            seconds = max(window.end - window.start, 0.0)
            if seconds < LEAST and not _misplaced(choice, length):
                place = place_in(story.places, f"scene.{scene.id}.choice.read")
                words = {"seconds": shown(seconds), "least": shown(LEAST)}
                yield found(Rule.READ_SHORT, place, **words)
                return


def _misplaced(choice: Choice, length: Seconds) -> bool:
    """Whether a window turns around or lies past the clip, which is told of itself."""
    if choice.read is None:
        return False
    end = moment(choice.read.end, length)
    return moment(choice.read.start, length) >= min(end, length - MARGIN)


def _window(choice: Choice, length: Seconds) -> Span:
    """When faces are read over a clip of this length (Semantics 5)."""
    if choice.read is not None:
        end = min(moment(choice.read.end, length), length - MARGIN)
        return Span(Seconds(max(moment(choice.read.start, length), 0.0)), Seconds(end))
    opens = opening(choice, length)
    asked = any(way is not Way.FACE for way in choice.by)
    end = opens - MARGIN if asked and opens > MARGIN else max(length - MARGIN, 0.0)
    return Span(Seconds(max(end - USUAL, 0.0)), Seconds(end))


def _before_baseline(story: Story) -> Iterator[Finding]:
    """The scenes that read a face which may not be known yet, where one was to be learned."""
    baseline = story.sensing.baseline_scene
    if baseline is None or baseline == story.start:
        return

    def others(scene: Scene) -> Iterator[SceneId]:
        return (name for name in scene.following if name != baseline)

    early = reached(story, (story.start,), others)
    for scene in story.scenes.values():
        if scene.id in early and isinstance(scene.way, Choice) and Way.FACE in scene.way.by:
            yield found(Rule.BASELINE_LATE, scene.place, scene=scene.id, baseline=baseline)


def _amid_baseline(story: Story, clips: Clips) -> Iterator[Finding]:
    """A face that is read over the very clip, while its ordinary look is still being learned."""
    learned, name = story.sensing.baseline, story.sensing.baseline_scene
    scene = None if name is None else story.scenes[name]
    if learned is None or scene is None or not isinstance(scene.way, Choice):
        return
    if Way.FACE not in scene.way.by:
        return
    plays = (each.clip for each in scene.play if not each.clip.loop)
    for length in (each for clip in plays for each in lengths_of(clip, clips)):
        if _begins(scene.way, length) < min(moment(learned.end, length), length):
            place = place_in(story.places, f"scene.{scene.id}.choice.read")
            yield found(Rule.BASELINE_LATE, place, scene=scene.id, baseline=scene.id)
            return


def _begins(choice: Choice, length: Seconds) -> Seconds:
    """When reading begins over a clip of this length, as written or as it is without that."""
    return (
        _window(choice, length).start if choice.read is None else moment(choice.read.start, length)
    )
