"""Checks of the film's files: are they there, can they be played, do cuts lie within them."""

from collections.abc import Iterator
from dataclasses import replace

from engine.story.clips import ClipFacts, ClipFault
from engine.story.film import Film
from engine.story.findings import Finding, found
from engine.story.media import moment, uses
from engine.story.model import Clip, ClipKind
from engine.story.rules import Rule, Weight
from engine.story.times import shown
from engine.story.units import Seconds


def check_media(film: Film, *, release: bool) -> Iterator[Finding]:
    """Everything to say about files; one that is missing is an error in a release only."""
    for use in uses(film.story):
        match film.clips.get(use.file, ClipFault(missing=True, says="")):
            case ClipFault(missing=True):
                finding = found(Rule.MISSING_FILE, use.place, file=use.file)
                yield replace(finding, weight=Weight.ERROR) if release else finding
            case ClipFault(says=says):
                why = says.rstrip(".")
                yield found(Rule.BROKEN_FILE, use.place, file=use.file, why=why)
            case ClipFacts():
                pass
    for scene in film.story.scenes.values():
        for variant in scene.play:
            yield from _cut(variant.clip, film)


def _cut(clip: Clip, film: Film) -> Iterator[Finding]:
    facts = film.clips.get(clip.file or "")
    if clip.kind is not ClipKind.FILE or not isinstance(facts, ClipFacts):
        return
    start = moment(clip.start or Seconds(0.0), facts.length)
    end = facts.length if clip.end is None else moment(clip.end, facts.length)
    slack = 0.5  # an author rounds to the second; the film then ends with the file
    if end > facts.length + slack or not 0 <= start < end:
        yield found(
            Rule.CUT_OUTSIDE,
            clip.place,
            file=clip.file,
            start=shown(start),
            end=shown(end),
            length=shown(facts.length),
        )
