"""Checks of the film's files: are they there, can they be played, do cuts lie within them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from engine.story.clips import ClipFacts, ClipFault, all_around, reason
from engine.story.film import Film
from engine.story.findings import Finding, found
from engine.story.media import files_of, moment, uses
from engine.story.model import Clip, ClipKind
from engine.story.places import Place, place_in
from engine.story.rules import Rule, Weight
from engine.story.sounds import is_sound
from engine.story.times import shown
from engine.story.units import Seconds

FARTHEST: Final = Seconds(12.0)
"""x264 left to itself sets a keyframe every 250 pictures: 10.4 s at 24 a second. A decoder that
enters a clip begins at the keyframe before, so 12 s can be a second of waiting."""


_NUMBERS: Final = re.compile(r"\d+(?=.*\.)")
"""Two names with other numbers are of two takes, however much they are alike otherwise."""
_UNTIL_THEN: Final = "Put it into the film's folder; until then a slate stands in for a clip."
_LIKE: Final = 85
"""Names of files less alike than this, of 100, are of two clips."""


def check_media(film: Film, spare: Collection[str] = (), *, release: bool) -> Iterator[Finding]:
    """
    Everything to say about files; one that is missing is an error in a release only.

    `spare` are files that are there and that the story does not name: one may be meant.
    """
    for use in uses(film.story):
        match film.clips.get(use.file, ClipFault(missing=True, says="")):
            case ClipFault(missing=True):
                cure = _meant(use.file, spare) or _UNTIL_THEN
                finding = found(Rule.MISSING_FILE, use.place, file=use.file, cure=cure)
                yield replace(finding, weight=Weight.ERROR) if release else finding
            case ClipFault(says=says):
                why = reason(use.file, says)
                yield found(Rule.BROKEN_FILE, use.place, file=use.file, why=why)
            case ClipFacts():
                pass
    yield from _odd(film)
    slow: set[str] = set()
    broken: set[str] = set()
    for scene in film.story.scenes.values():
        for variant in scene.play:
            for file in files_of(variant.clip):
                yield from _file(file, variant.clip, film, slow)
                yield from _around(file, variant.clip, film)
                yield from _broken_off(file, variant.clip, film, broken)


def _meant(file: str, spare: Collection[str]) -> str:
    """The cure where a file's name was misspelt; nothing where no other is like it."""
    like = [each for each in spare if _NUMBERS.findall(each) == _NUMBERS.findall(file)]
    if not like:
        return ""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- a film without a slip starts sooner

    for shape in (str.casefold, _bare):
        close = process.extractOne(
            file, like, scorer=fuzz.ratio, processor=shape, score_cutoff=_LIKE
        )
        if close is not None:
            return f"Did you mean '{close[0]}', which is there? Until then a slate stands in."
    return ""


def _bare(file: str) -> str:
    """A file's name without its ending."""
    return file.casefold().rpartition(".")[0] or file.casefold()


def _odd(film: Film) -> Iterator[Finding]:
    """Pictures where films are wanted, and films where pictures are."""
    about, places = film.story.about, film.story.places
    poster, attract = place_in(places, "about.poster"), place_in(places, "about.attract")
    yield from _medium(film, about.poster, poster, picture=True)
    yield from _medium(film, about.attract, attract, picture=False)
    for scene in film.story.scenes.values():
        for variant in scene.play:
            clip = variant.clip
            for file in files_of(clip):
                yield from _medium(film, file, clip.place, picture=clip.kind is ClipKind.STILL)


def _medium(film: Film, file: str | None, place: Place, *, picture: bool) -> Iterator[Finding]:
    facts = film.clips.get(file or "")
    if not isinstance(facts, ClipFacts) or file is None:
        return
    if is_sound(file):
        yield found(Rule.BROKEN_FILE, place, file=file, why="it holds no picture, only sound")
        return
    if (facts.length <= 0) is picture:
        return
    it, wanted = ("a film", "a picture") if picture else ("a picture", "a film")
    form = f"`{{file: {file}}}`" if picture else f"`{{still: {file}, seconds: 6}}` in a scene"
    yield found(Rule.ODD_MEDIUM, place, file=file, it=it, wanted=wanted, form=form)


def _file(file: str, clip: Clip, film: Film, slow: set[str]) -> Iterator[Finding]:
    """What is said of one language's file; of far keyframes once, however often it is used."""
    facts = film.clips.get(file)
    if clip.kind is not ClipKind.FILE or not isinstance(facts, ClipFacts) or not facts.length:
        return
    yield from _cut(file, clip, facts)
    if facts.keyframes is not None and facts.keyframes > FARTHEST and file not in slow:
        slow.add(file)
        inside = bool(clip.start)
        where = "where it is cut" if inside else "where a viewer comes back to its middle"
        widest = shown(facts.keyframes)
        yield found(Rule.FAR_KEYFRAMES, clip.place, file=file, widest=widest, where=where)


def _broken_off(file: str, clip: Clip, film: Film, told: set[str]) -> Iterator[Finding]:
    """A file that ends long before it says it does, once."""
    facts = film.clips.get(file)
    if file not in told and isinstance(facts, ClipFacts) and facts.broken_off:
        told.add(file)
        length, promised = shown(facts.length), shown(facts.promised)
        yield found(Rule.BREAKS_OFF, clip.place, file=file, length=length, promised=promised)


def _around(file: str, clip: Clip, film: Film) -> Iterator[Finding]:
    """A clip shot all around has the shape of a whole sphere."""
    facts = film.clips.get(file)
    if clip.view is None or not isinstance(facts, ClipFacts):
        return
    if not all_around(facts.width, facts.height):
        size = {"width": facts.width, "height": facts.height}
        yield found(Rule.NOT_ALL_AROUND, clip.place, file=file, **size)


def _cut(file: str, clip: Clip, facts: ClipFacts) -> Iterator[Finding]:
    start = moment(clip.start or Seconds(0.0), facts.length)
    end = facts.length if clip.end is None else moment(clip.end, facts.length)
    slack = 0.5  # an author rounds to the second; the film then ends with the file
    if end > facts.length + slack or not 0 <= start < end:
        yield found(
            Rule.CUT_OUTSIDE,
            clip.place,
            file=file,
            start=shown(start),
            end=shown(end),
            length=shown(facts.length),
        )
