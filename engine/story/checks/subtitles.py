"""Checks of subtitles: in order, within their clip, and readable while they are shown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from engine.story.clips import ClipFacts
from engine.story.film import Film
from engine.story.findings import Finding, found, is_wide, nearest
from engine.story.media import uses
from engine.story.model import ClipKind, Story
from engine.story.places import Place
from engine.story.rules import Rule
from engine.story.subtitles import Subtitles, WrittenCue
from engine.story.times import shown
from engine.story.units import Seconds

LETTERS: Final = 20.0
SIGNS: Final = 11.0
"""
What a viewer reads in a second while watching: letters, and signs of Chinese.

Guides for subtitles allow 17 to 20 letters a second (Netflix' Timed Text Style Guide: 20 for
adults, 17 for children) and 9 to 11 Chinese signs. Only what is faster than the laxest is told.
"""
_SLACK: Final = Seconds(0.5)
"""An author rounds, and a clip's last pictures hardly matter."""
_FRAME: Final = Seconds(0.05)


def check_subtitles(film: Film, subtitles: Sequence[Subtitles]) -> Iterator[Finding]:
    """Everything to say about the files of subtitles beside the film's clips."""
    for each in subtitles:
        facts = film.clips.get(each.clip)
        length = facts.length if isinstance(facts, ClipFacts) and facts.length > 0 else None
        if each.language not in film.story.languages:
            near = nearest(each.language, film.story.languages)
            place = Place(each.file, 1)
            yield found(Rule.SPARE_SUBTITLES, place, language=each.language, near=near)
        elif each.fault is not None:
            yield found(Rule.BAD_SUBTITLES, Place(each.file, 1), why=each.fault)
        else:
            yield from _astray(each)
            yield from _times(each, length)
    yield from _missing(film.story, subtitles)


def _astray(of: Subtitles) -> Iterator[Finding]:
    """One finding for each file, at the first such line."""
    if of.astray:
        first = of.astray[0]
        words = {"said": first.said, "cure": first.cure, "count": len(of.astray)}
        yield found(Rule.SUBTITLE_ASTRAY, Place(of.file, first.line), **words)


def _times(of: Subtitles, length: Seconds | None) -> Iterator[Finding]:
    """One finding of a kind for each file, at the first place: they come in swarms."""
    if backward := [cue for cue in of.cues if cue.end <= cue.start]:
        times = {"start": _exact(backward[0].start), "end": _exact(backward[0].end)}
        yield _first(Rule.SUBTITLE_BACKWARD, of, backward, **times)
    sound = [cue for cue in of.cues if cue.end > cue.start]
    if early := [cue for before, cue in pairwise(sound) if cue.start < before.start]:
        yield _first(Rule.SUBTITLE_ORDER, of, early, start=_exact(early[0].start))
    pairs = list(_overlapping(sorted(sound, key=lambda cue: (cue.start, cue.end))))
    if pairs:
        later = [cue for _, cue in pairs]
        yield _first(Rule.SUBTITLE_OVERLAP, of, later, end=_exact(pairs[0][0].end))
    late = [cue for cue in sound if length is not None and cue.end > length + _SLACK]
    if late:
        times = {"end": _exact(late[0].end), "length": shown(length or 0.0)}
        yield _first(Rule.SUBTITLE_LATE, of, late, **times)
    fast = [cue for cue in sound if reading_time(cue.text) > cue.end - cue.start + _FRAME]
    if fast:
        given, needed = fast[0].end - fast[0].start, reading_time(fast[0].text)
        yield _first(Rule.SUBTITLE_FAST, of, fast, given=_exact(given), needed=_exact(needed))


def reading_time(text: str) -> Seconds:
    """How long a subtitle must be shown at the least."""
    signs = sum(is_wide(letter) for letter in text)
    letters = sum(not is_wide(letter) and letter != "\n" for letter in text)
    return Seconds(letters / LETTERS + signs / SIGNS)


def _overlapping(cues: Iterable[WrittenCue]) -> Iterator[tuple[WrittenCue, WrittenCue]]:
    """Neighbours shown at once; two with the very same times are two speakers, and meant."""
    for before, cue in pairwise(cues):
        twins = (before.start, before.end) == (cue.start, cue.end)
        if cue.start < before.end - _FRAME and not twins:
            yield before, cue


def _first(rule: Rule, of: Subtitles, cues: Sequence[WrittenCue], **words: str) -> Finding:
    return found(rule, Place(of.file, cues[0].line), count=len(cues), **words)


def _exact(seconds: float) -> str:
    return f"{seconds:.1f} s"


def _missing(story: Story, subtitles: Sequence[Subtitles]) -> Iterator[Finding]:
    """Clips with subtitles in some language of the film and none in another."""
    known = {(each.clip, each.language) for each in subtitles if each.language in story.languages}
    spoken = {clip for clip, _ in known}
    if not spoken:
        return
    clips = {use.file: use.place for use in uses(story) if use.file in spoken}
    for language in story.languages:
        lacking = [clip for clip in clips if (clip, language) not in known]
        lacking = [clip for clip in lacking if clip not in _of_others(story, language)]
        if lacking:
            file = f"{lacking[0].rpartition('.')[0]}.{language}.srt"
            words = {"clip": lacking[0], "file": file, "language": language}
            place = clips[lacking[0]]
            yield found(Rule.SUBTITLES_MISSING, place, count=len(lacking), all=len(clips), **words)


def _of_others(story: Story, language: str) -> set[str]:
    """The files that are never shown in a language, which has its own in their place."""
    own: set[str] = set()
    others: set[str] = set()
    for scene in story.scenes.values():
        for variant in scene.play:
            clip = variant.clip
            if clip.kind is ClipKind.FILE and clip.file is not None:
                own.add(clip.by_language.get(language, clip.file))
                others.update((clip.file, *clip.by_language.values()))
    return others - own
