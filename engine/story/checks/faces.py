"""Checks of what faces and words decide: can it be told apart, and is there time to."""

import re
from collections.abc import Iterator
from typing import Final

from engine.story.checks.choices import MARGIN, Clips
from engine.story.findings import Finding, found
from engine.story.gist import parts_with_names
from engine.story.lengths import opening
from engine.story.media import lengths_of, moment
from engine.story.model import (
    Choice,
    Feel,
    Option,
    Pick,
    PickMode,
    Scene,
    Sign,
    Span,
    Story,
    Way,
)
from engine.story.places import Place, place_in
from engine.story.reading.feelings import at_rest, colouring, decisive, needs_face
from engine.story.reading.readable import DECIDING, Found, how_found
from engine.story.rules import Rule
from engine.story.times import shown
from engine.story.trees import Felt, parts_of
from engine.story.units import SceneId, Seconds
from engine.story.ways import reached

USUAL: Final = Seconds(12.0)
"""How long faces are read where no window is written."""
_WIDE_COMMA: Final = re.compile("[，、；]")
_SIGNS: Final = re.compile(r"[^\w']+")
LEAST: Final = Seconds(2.0)
"""Four values of half a second each: less than that tells a twitch from a smile by luck."""


def check_faces(story: Story, clips: Clips) -> Iterator[Finding]:
    """Everything to say about what is read of viewers."""
    for scene in story.scenes.values():
        if isinstance(scene.way, Choice):
            yield from _faint(story, scene, scene.way)
            yield from _alike(story, scene, scene.way)
            if Way.FACE in scene.way.by:
                yield from _short(story, scene, scene.way, clips)
    yield from _felt_faintly(story)
    yield from _before_baseline(story)
    yield from _amid_baseline(story, clips)
    yield from _unused(story)


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
        worth=_told(worth),
        so=never[0] if decisive(feel) is None else never[1],
        decides=", ".join(f"`{each}`" for each in DECIDING),
    )


def _told(worth: Found) -> str:
    """The figures in words; trust where pictures could tell it."""
    told = f"{100 * worth.right:.0f} of 100 windows where it is, {100 * worth.false:.0f} where not"
    return told if worth.trust == 1.0 else f"{told}, and named rightly in {100 * worth.trust:.0f}"


def _alike(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    """Options that anybody chooses, or that nothing tells apart."""
    felt: dict[Feel, str] = {}
    heard: dict[str, str] = {}
    for option in choice.options:
        where = f"scene.{scene.id}.choice.{option.label}"
        feel = option.feel
        if feel is not None and not option.default and needs_face(feel) and at_rest(feel):
            place = place_in(story.places, f"{where}.feel")
            yield found(Rule.NEUTRAL_FELT, place, label=option.label)
        yield from _heard_as_one(story, option, f"{where}.hear")
        if option.once or option.when is not None:
            continue  # it may stand alone when its turn comes
        other = option.label if feel is None else felt.setdefault(feel, option.label)
        if other != option.label:
            place = place_in(story.places, f"{where}.feel")
            yield found(Rule.SAME_FEEL, place, label=option.label, other=other)
        yield from _heard_twice(story, option, heard, f"{where}.hear")


def _heard_as_one(story: Story, option: Option, where: str) -> Iterator[Finding]:
    """A lone phrase with Chinese commas in it: most likely a list of them."""
    parts = [] if len(option.hear) != 1 else _WIDE_COMMA.split(option.hear[0])
    if len(parts) > 1 and all(part.strip() for part in parts):
        comma = _WIDE_COMMA.findall(option.hear[0])[0]
        first, second = parts[0].strip(), parts[1].strip()
        words = {"phrase": option.hear[0], "comma": comma, "first": first, "second": second}
        yield found(Rule.HEARD_AS_ONE, place_in(story.places, where), **words)


def _heard_twice(
    story: Story, option: Option, heard: dict[str, str], where: str
) -> Iterator[Finding]:
    for at, phrase in enumerate(option.hear):
        other = heard.setdefault(_as_said(phrase), option.label)
        if other != option.label:
            place = place_in(story.places, f"{where}.{at}")
            yield found(Rule.SAME_HEARD, place, phrase=phrase, label=option.label, other=other)


def _as_said(phrase: str) -> str:
    """A phrase without its signs, which nobody says; signs alone stay."""
    return " ".join(_SIGNS.sub(" ", phrase.casefold()).split()) or phrase


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
    read = scene.way.read
    if read is None or Way.FACE not in scene.way.by:
        return
    lengths = (length for each in scene.play for length in lengths_of(each.clip, clips))
    if any(moment(read.start, each) < min(moment(learned.end, each), each) for each in lengths):
        place = place_in(story.places, f"scene.{scene.id}.choice.read")
        yield found(Rule.BASELINE_LATE, place, scene=scene.id, baseline=scene.id)


def _unused(story: Story) -> Iterator[Finding]:
    used = {
        way
        for scene in story.scenes.values()
        if isinstance(scene.way, Choice)
        for way in scene.way.by
    }
    if story.sensing.sign is not Sign.NONE or any(map(_reads, story.scenes.values())):
        used.add(Way.FACE)  # a flame that burns with the viewer is use enough
    for at, way in enumerate(story.sensing.uses):
        if way in {Way.FACE, Way.TEXT} - used:
            place = place_in(story.places, f"sensing.uses.{at}")
            yield found(Rule.USE_UNUSED, place, way=way)


def _reads(scene: Scene) -> bool:
    """Whether a scene needs a face without asking it anything."""
    by_feeling = isinstance(scene.way, Pick) and scene.way.mode in {PickMode.ARC, PickMode.LEARN}
    felt = (each for part in parts_with_names(scene) for each in parts_of(part.tree))
    return by_feeling or scene.intend is not None or any(isinstance(each, Felt) for each in felt)
