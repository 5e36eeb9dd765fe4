"""Checks of what is heard: dubs and descriptions beside clips, beds and stems under them."""

from collections.abc import Iterator, Sequence
from typing import Final

from engine.story.clips import ClipFacts, reason
from engine.story.film import Film
from engine.story.findings import Finding, found, nearest
from engine.story.media import uses
from engine.story.model import Clip
from engine.story.rules import Rule
from engine.story.sounds import LONGEST_MUSIC, SoundBeside, is_sound
from engine.story.times import shown
from engine.story.units import Seconds

_FRAME: Final = Seconds(0.04)
"""What nobody hears as too early or too late, though it adds up with every round."""
_SLACK: Final = Seconds(0.5)
"""The silence a dub may end with."""


def check_sounds(film: Film, beside: Sequence[SoundBeside]) -> Iterator[Finding]:
    """Everything to say about the sound files of a film."""
    yield from _beside(film, beside)
    told: set[tuple[str | None, ...]] = set()
    for scene in film.story.scenes.values():
        for variant in scene.play:
            clip = variant.clip
            music = (clip.bed, clip.stem, shown(clip.bar or 0.0))
            if clip.bed is not None and music not in told:
                told.add(music)
                yield from _music(clip, film)


def _beside(film: Film, beside: Sequence[SoundBeside]) -> Iterator[Finding]:
    places = {use.file: use.place for use in uses(film.story)} if beside else {}
    for each in beside:
        place, facts = places[each.clip], film.clips.get(each.clip)
        if each.language not in film.story.languages:
            near = nearest(each.language, film.story.languages)
            yield found(Rule.SPARE_SOUND, place, file=each.file, language=each.language, near=near)
        elif each.fault is not None:
            why = reason(each.file, each.fault)
            yield found(Rule.BAD_SOUND, place, file=each.file, why=why)
        elif isinstance(facts, ClipFacts) and 0 < facts.length + _SLACK < each.length:
            lengths = {"length": shown(each.length), "whole": shown(facts.length)}
            yield found(Rule.SOUND_LONG, place, file=each.file, **lengths)


def _music(clip: Clip, film: Film) -> Iterator[Finding]:
    bed, stem = _length(clip.bed, film), _length(clip.stem, film)
    for file, length in ((clip.bed, bed), (clip.stem, stem)):
        if file is not None and not _heard(file, film):
            yield found(Rule.NO_SOUND, clip.place, file=file)
        elif length is not None and length > LONGEST_MUSIC + _FRAME:
            most = shown(LONGEST_MUSIC)
            yield found(Rule.MUSIC_LONG, clip.place, file=file, length=shown(length), most=most)
    if bed and stem and not (_whole(bed, stem) or _whole(stem, bed)):
        lengths = {"length": _exact(stem), "other": _exact(bed)}
        yield found(Rule.STEM_LENGTH, clip.place, stem=clip.stem, bed=clip.bed, **lengths)
    if bed and clip.bar is not None and not _whole(bed, clip.bar):
        lengths = {"length": _exact(bed), "bar": _exact(clip.bar)}
        yield found(Rule.BAR_LENGTH, clip.place, bed=clip.bed, **lengths)


def _length(file: str | None, film: Film) -> Seconds | None:
    facts = film.clips.get(file or "")
    return facts.length if isinstance(facts, ClipFacts) else None


def _heard(file: str, film: Film) -> bool:
    """Whether there is sound in a file, as far as it could be looked at."""
    facts = film.clips.get(file)
    return is_sound(file) or not isinstance(facts, ClipFacts) or facts.sound


def _whole(long: Seconds, short: Seconds) -> bool:
    """Whether one length is a whole number of times the other, to a frame."""
    times = max(1, round(long / short))
    return abs(long - times * short) <= _FRAME


def _exact(seconds: Seconds) -> str:
    return f"{seconds:.2f} s"
