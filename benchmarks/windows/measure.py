"""Decisions by faces on tapes: found, false, how late, and what the same readings say shuffled."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, Report
from benchmarks.windows.judging import FEELS, Portion
from benchmarks.windows.viewings import FALSE, FLIPS, FOUND, Viewings, viewings
from engine.senses.faces.baseline import published
from engine.senses.senses import models_folder
from engine.story.reading.feelings import decisive
from tests.tapes_kinds import FEELINGS, KINDS
from tests.tapes_pictures import pictured

SEEDS, QUICK = 12, 2
"""Viewers drawn for each kind of tape."""
ASKED = ("smile", "look away")
"""What films lean on: these have targets of their own."""


def run(*, quick: bool, data: Path | None = None) -> Report:
    """Watch every tape and judge every window; `data` holds faces that are in no repository."""
    report = Report("windows")
    steps = published(models_folder() / "steps.json")
    seeds = range(QUICK if quick else SEEDS)
    drawn = viewings(KINDS, seeds, steps)
    report.figures += _of(drawn, "drawn")
    report.figures += _by_kind(drawn)
    shown = Viewings()
    for number, tape in enumerate(pictured(data, people=2 if quick else 8)):
        shown.watch(tape, steps, number)
    report.figures += _of(shown, "pictures")
    report.notes += [
        (
            f"{len(KINDS)} kinds of drawn tapes, {len(seeds)} viewers each;"
            f" {len(drawn.judged)} windows, {drawn.seconds / 60:.0f} minutes."
        ),
        f"Pictures: {len(shown.judged)} windows of one portrait"
        + (
            f" and of press pictures in {data.name}/." if data else "; press pictures need --data."
        ),
        "Shares in %; behind each, how many of how many and Wilson's interval of 95 %.",
        "Drawn tapes are made of what was measured of real faces; they are no audience.",
    ]
    return report


def _of(told: Viewings, kind: str) -> Iterator[Figure]:
    done = {name for one in told.judged for name in one.asked.did}
    deciding = [name for name in FEELINGS if leads(name)]
    idle = told.idly(deciding)
    yield Figure(
        name=f"{kind}.neutral", what=f"{kind}: who does nothing triggers a feeling that decides",
        value=100 * idle.share, unit="%", peer=str(idle), target="<= 5",
        ok=idle.share <= FALSE,
    )  # fmt: skip
    yield Figure(
        name=f"{kind}.flips", what=f"{kind}: the mood that stands out changes",
        value=told.flips, unit="/s", peer=f"{told.seconds:.0f} s", target="<= 0.4",
        ok=told.flips <= FLIPS,
    )  # fmt: skip
    for name in FEELINGS:
        if name in done:
            yield from _feeling(told, kind, name)


def _feeling(told: Viewings, kind: str, name: str) -> Iterator[Figure]:
    found, false = told.right(name), told.wrong(name)
    bound = leads(name)
    says = f"{kind}: {name} ({FEELINGS[name]})" + ("" if bound else ", colours only")
    yield _share(
        f"{kind}.{name}.right", f"{says}: found", found,
        target=">= 80" if bound else "-", ok=found.share >= FOUND if bound else None,
    )  # fmt: skip
    yield _share(
        f"{kind}.{name}.false", f"{says}: decided where it was not there", false,
        target="<= 5" if bound else "-", ok=false.share <= FALSE if bound else None,
    )  # fmt: skip
    if told.late(name) >= 0.0:
        yield Figure(
            name=f"{kind}.{name}.late", what=f"{says}: from its beginning until it holds",
            value=told.late(name), unit="s",
        )  # fmt: skip
    there, gone = told.by_chance(name)
    yield Figure(
        name=f"{kind}.{name}.shuffled", what=f"{says}: found with readings shuffled in time",
        value=100 * there.share, unit="%", peer=f"chance {100 * gone.share:.1f} ({gone})",
        target="at chance", ok=told.at_chance(name),
    )  # fmt: skip


def _share(name: str, what: str, part: Portion, *, target: str, ok: bool | None) -> Figure:
    return Figure(
        name=name, what=what, value=100 * part.share, unit="%", peer=str(part), target=target,
        ok=ok,
    )  # fmt: skip


def _by_kind(told: Viewings) -> Iterator[Figure]:
    """Where films that ask for a smile and for looking away go wrong, kind by kind."""
    for kind in KINDS:
        those = [one for one in told.judged if one.tape == kind.name]
        asked = [name for name in ASKED if any(name in one.asked.did for one in those)]
        for name in asked:
            done = [one for one in those if name in one.asked.did]
            part = Portion(sum(one.way == name for one in done), len(done))
            yield _share(f"kind.{kind.name}", f"film: {kind.name}: {name}", part,
                         target="-", ok=None)  # fmt: skip
        if not asked:
            idle = [one for one in those if not one.asked.did]
            part = Portion(sum(one.way is not None for one in idle), len(idle))
            yield _share(f"kind.{kind.name}", f"film: {kind.name}: turned", part,
                         target="-", ok=None)  # fmt: skip


def leads(name: str) -> bool:
    """Whether films may decide by it: all that does not only colour the flame."""
    return decisive(FEELS[name]) is not None
