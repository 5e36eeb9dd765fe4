"""`kinoeye rehearse`: a film shown to simulated viewers, and what nobody came to."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from random import Random
from statistics import median
from typing import Final

from engine.desk.films import load
from engine.director.audience import Kind
from engine.director.coverage import Coverage, endings_of, ways_of
from engine.director.preview import Watched, previews
from engine.shelf.guard import ShelfError
from engine.story.film import Film

OK: Final = 0
STUCK: Final = 1
_MINUTE: Final = 60.0
_SLACK: Final = 0.05  # of a minute by which a film may miss what its story says
_EVERY: Final = 20  # viewings between two looks at how far it has come
_ENOUGH: Final = 5  # viewers who got stuck, after whom no more are sent in
_LAST: Final = 5  # scenes named of a viewing that got stuck


def run(asked: argparse.Namespace) -> int:
    """Rehearse one film; 1 where a viewer got stuck, or `strict` finds something unreached."""
    if asked.count < 1:
        raise ShelfError(
            f"{asked.count} viewings are none: give how many, as in `rehearse film 50`."
        )
    _, film = load(asked.story)
    kinds = tuple(dict.fromkeys(Kind(name) for name in asked.viewers or Kind))
    began = time.perf_counter()
    coverage = rehearsed(film, kinds, asked.count, asked.seed)
    took = time.perf_counter() - began
    if asked.json:
        print(json.dumps(as_json(coverage, asked.seed), ensure_ascii=False))
    else:
        for line in lines(coverage, asked.seed):
            print(line)
        print(f"\n{asked.count / took:.0f} viewings a second, each stepping the real director.")
    failed = coverage.stuck or (asked.strict and coverage.unreached())
    return STUCK if failed else OK


def rehearsed(film: Film, kinds: Sequence[Kind], count: int, seed: int) -> Coverage:
    """
    Show a film so often, or until several viewers got stuck; the same every time.

    Says how far it is where somebody watches.
    """
    coverage = Coverage(film.story)
    for watched in previews(film, kinds, count, lambda number: Random(f"{seed}:{number}")):
        coverage.add(watched)
        if len(coverage.stuck) == _ENOUGH:
            break  # each of them takes hours of film, and the next would say the same
        if watched.number % _EVERY == _EVERY - 1 and sys.stderr.isatty():
            print(f"\r{watched.number + 1} of {count} ", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r", end="", file=sys.stderr)
    return coverage


def lines(coverage: Coverage, seed: int) -> Iterator[str]:
    """What came of it, for people."""
    story, count = coverage.story, coverage.viewers.total()
    kinds = ", ".join(f"{number} {kind}" for kind, number in coverage.viewers.items())
    yield f"{story.title}: {count} viewing{'' if count == 1 else 's'}, seed {seed} ({kinds})"
    yield ""
    for name, reached, there in _sums(coverage):
        yield f"{name:<10}{reached:>5} of {there}"
    for name in endings_of(story):
        seen = coverage.endings[name]
        yield f"{'':<10}{seen / count:>5.0%}  {name}"
    yield f"{'minutes':<10}{_minutes(coverage)}"
    answers = ", ".join(f"{cause} {number}" for cause, number in coverage.answers.most_common())
    yield f"{'answered':<10}{answers or 'nothing was asked'}"
    yield from _troubles(coverage)
    yield from _unreached(coverage)
    yield from _stuck(coverage.stuck)


def as_json(coverage: Coverage, seed: int) -> dict[str, object]:
    """What came of it, for machines; the same for the same film, viewers and seed."""
    return {
        "film": coverage.story.id,
        "seed": seed,
        "viewings": coverage.viewers.total(),
        "viewers": {str(kind): number for kind, number in coverage.viewers.items()},
        **{name: {"reached": reached, "all": there} for name, reached, there in _sums(coverage)},
        "share": {name: coverage.endings[name] for name in endings_of(coverage.story)},
        "minutes": _lengths(coverage),
        "told_minutes": coverage.story.about.minutes,
        "answered": {str(cause): number for cause, number in sorted(coverage.answers.items())},
        "troubles": [
            {"code": code, "says": says, "viewings": number}
            for (code, says), number in sorted(coverage.troubles.items())
        ],
        "unreached": [
            {
                "what": str(one.what),
                "name": one.name,
                "file": one.place.file,
                "line": one.place.line,
                "column": one.place.column,
                "why": one.why,
            }
            for one in coverage.unreached()
        ],
        "stuck": [
            {"viewing": one.number, "viewer": str(one.kind), "path": list(one.scenes[-_LAST:])}
            for one in coverage.stuck
        ],
    }


def _sums(coverage: Coverage) -> Iterator[tuple[str, int, int]]:
    story = coverage.story
    ways, endings = ways_of(story), endings_of(story)
    yield "scenes", sum(coverage.scenes[name] > 0 for name in story.scenes), len(story.scenes)
    yield "ways", sum(coverage.taken[way.edge] > 0 for way in ways), len(ways)
    yield "endings", sum(coverage.endings[name] > 0 for name in endings), len(endings)


def _lengths(coverage: Coverage) -> dict[str, float] | None:
    if not coverage.lengths:
        return None
    told = (min(coverage.lengths), median(coverage.lengths), max(coverage.lengths))
    names = ("shortest", "median", "longest")
    return {name: round(of / _MINUTE, 2) for name, of in zip(names, told, strict=True)}


def _minutes(coverage: Coverage) -> str:
    lengths, about = _lengths(coverage), coverage.story.about.minutes
    if lengths is None:
        return "nobody came to an end"
    told = ", ".join(f"{minutes:.1f} {name}" for name, minutes in lengths.items())
    if about is None:
        return told
    fits = about[0] - _SLACK <= lengths["shortest"] and lengths["longest"] <= about[1] + _SLACK
    says = f"the story says {about[0]:g}..{about[1]:g}"
    return f"{told} ({says})" if fits else f"{told}: {says}; set `about.minutes` right"


def _troubles(coverage: Coverage) -> Iterator[str]:
    if coverage.troubles:
        yield ""
        yield "Troubles on the way:"
    for (_, says), number in sorted(coverage.troubles.items()):
        yield f"  {says} (in {number} viewing{'' if number == 1 else 's'})"


def _unreached(coverage: Coverage) -> Iterator[str]:
    missed = [one for one in coverage.unreached() if not one.follows]
    if missed:
        yield ""
        yield "Nobody came to:"
    for one in missed:
        name = f"{one.what} '{one.name}'" if one.what in {"scene", "ending"} else one.name
        yield f"  {one.place}: {name}: {one.why}"


def _stuck(stuck: Sequence[Watched]) -> Iterator[str]:
    if stuck:
        yield ""
        yield "Stuck:"
    for one in stuck:
        last = " > ".join(one.scenes[-_LAST:])
        how = "it never ended" if one.ending is None else "it ended as 'unfinished'"
        yield f"  viewing {one.number} ({one.kind}): {how}; last seen: {last}"
    if len(stuck) == _ENOUGH:
        yield "  That is enough; nobody else was sent in."
