"""The whole stage in one table and one picture: seam, cost, memory, start, answers, endurance.

Runs what the other benchmarks of the stage measure, one after the other, in a quarter of an hour;
then puts table and picture into the documentation. `--quick` takes some minutes, and changes no
documentation. A part that cannot run here says so in a sentence, and the others go on.
"""

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.figures import Figure, Report, machine
from benchmarks.stage import answers, candidates, cuts, decode, player, seam, startup
from benchmarks.stage.bars import Bar, Group, draw
from benchmarks.stage.eye import MissingError
from benchmarks.watching import FACE, FILM, MOST_DROPPED
from benchmarks.watching import _play as play
from tests.clips import film
from tests.tapes import write_tape

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
PAGE: Final = DOCS / "benchmarks.md"
BEGIN: Final = "<!-- the table of `python -m benchmarks stage` -->"
END: Final = "<!-- its end -->"
PICTURE: Final = DOCS / "pictures" / "stage.svg"
_NUMBER: Final = re.compile(r"^(?:(<=|>=)\s*)?([\d.]+)")

Part = Callable[[bool], Report]


def run(*, quick: bool) -> Report:
    """Every part in turn; then the picture."""
    report, groups, began = Report("stage"), [], time.monotonic()
    for name, part in PARTS.items():
        found = _tried(name, part, quick=quick)
        report.figures += [_named(name, figure) for figure in found.figures]
        report.notes += [f"{name}: {note}" for note in found.notes]
        if found.figures:
            groups.append(Group(CALLED[name], tuple(map(bar, found.figures))))
    took = time.monotonic() - began
    report.notes.append(f"it took {took / 60:.1f} minutes")
    kept = "a quick look: fewer repeats" if quick else "medians of all repeats"
    picture = Path(tempfile.gettempdir()) / PICTURE.name if quick else PICTURE
    draw("The stage beside its targets", f"{machine()}; {kept}", groups, picture)
    report.notes.append(f"drawn: {picture}")
    if not quick:
        PAGE.write_text(pasted(PAGE.read_text(encoding="utf-8"), report.figures), encoding="utf-8")
        report.notes.append(f"the table stands in {PAGE}")
    return report


def _tried(name: str, part: Part, *, quick: bool) -> Report:
    """What a part found; where it cannot run, why not."""
    try:
        return part(quick)
    except (MissingError, ImportError, OSError) as problem:
        report = Report(name)
        report.notes.append(f"left out: {problem}")
        return report


def _named(part: str, figure: Figure) -> Figure:
    return Figure(
        name=f"{part}.{figure.name}", what=figure.what, value=figure.value, unit=figure.unit,
        peer=figure.peer, target=figure.target, ok=figure.ok,
    )  # fmt: skip


def bar(figure: Figure) -> Bar:
    """A figure as it is drawn."""
    found = _NUMBER.match(figure.target)
    limit = None if found is None else float(found[2])
    return Bar(
        name=figure.what, value=figure.value, unit=figure.unit, limit=limit, ok=figure.ok,
        floor=found is not None and found[1] == ">=",
    )  # fmt: skip


# The parts -----------------------------------------------------------------------------------


def _film_with_senses(quick: bool) -> Report:
    """Frames lost while a face is read beside; twenty minutes of it are in `senses`."""
    report = Report("senses")
    report.figures += _beside(10.0 if quick else 60.0, report.notes)
    return report


def _beside(seconds: float, notes: list[str]) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        clip = film(here / "film.mp4", replace(FILM, seconds=min(FILM.seconds, seconds)))
        tape = write_tape(here / "face.mp4", FACE)
        alone = play("none", seconds / 2, clip, tape, here)
        watched = play("thread", seconds, clip, tape, here)
    yield Figure(
        name="dropped", what="frames dropped of a film whose viewer is read",
        value=watched.dropped, unit="%", peer=f"unwatched {alone.dropped:.2g}", target="<= 1",
        ok=watched.dropped <= MOST_DROPPED,
    )  # fmt: skip
    yield Figure(
        name="cpu", what="CPU of a film whose viewer is read", value=watched.cpu, unit="cores",
        peer=f"unwatched {alone.cpu:.2g}",
    )  # fmt: skip
    notes.append(
        f"the machine woke the player late {alone.held_up} times unwatched, {watched.held_up} "
        "times watched: frames dropped then are the machine's"
    )


PARTS: Final[dict[str, Part]] = {
    "seam": lambda quick: seam.run(quick=quick, rounds=1 if quick else 2),
    "player": lambda quick: player.run(quick=quick),
    "decode": lambda quick: decode.run(quick=quick),
    "candidates": lambda quick: candidates.run(quick=quick),
    "startup": lambda quick: startup.run(quick=quick),
    "answers": lambda quick: answers.run(quick=quick),
    "senses": _film_with_senses,
    "cuts": lambda quick: cuts.run(quick=quick),
}

CALLED: Final = {
    "seam": "Where one clip ends and the next begins",
    "player": "The whole player",
    "decode": "Decoding",
    "candidates": "Clips that stand ready",
    "startup": "The start",
    "answers": "From what a viewer does to what is seen of it",
    "senses": "While a face is read",
    "cuts": "Hours of cuts",
}
"""The parts as they are called in the picture."""


def table(figures: Sequence[Figure]) -> str:
    """The figures as Markdown."""
    rows = ["| figure | value | peer or limit | target | holds |", "|---|---|---|---|---|"]
    for figure in figures:
        holds = {True: "yes", False: "**no**", None: "-"}[figure.ok]
        value = f"{figure.value:.3g} {figure.unit}".strip()
        cells = (f"{figure.what} (`{figure.name}`)", value, figure.peer, figure.target, holds)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def pasted(page: str, figures: Sequence[Figure]) -> str:
    """The page with this table, and the machine it is of, in the place of the one before."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise MissingError(f"{PAGE.name} has no place for the table: {BEGIN} .. {END}.")
    return f"{head}{BEGIN}\n\n{machine()}\n\n{table(figures)}\n\n{END}{tail}"
