"""Figures: what was measured, beside what, against which target."""

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value. `ok` is none where there is no target."""

    name: str
    what: str
    value: float
    unit: str
    peer: str = "-"
    """What it stands beside, and how that did."""
    target: str = "-"
    ok: bool | None = None


@dataclass(slots=True)
class Report:
    """What a benchmark found, and under which conditions."""

    name: str
    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether no target was missed."""
        return all(figure.ok is not False for figure in self.figures)

    def print(self, *, as_json: bool) -> None:
        """For people a table with its conditions, for machines one object a line."""
        if as_json:
            for figure in self.figures:
                keys = ("name", "value", "unit", "peer", "target", "ok")
                print(json.dumps({key: getattr(figure, key) for key in keys}))
            return
        print(f"{self.name}: {machine()}")
        rows = [("what", "value", "unit", "peer or limit", "target", "holds")]
        rows += [_row(figure) for figure in self.figures]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            line = zip(row, widths, strict=True)
            print("  ".join(cell.ljust(width) for cell, width in line).rstrip())
        for note in self.notes:
            print(f"- {note}")


def machine() -> str:
    """The machine and how busy it is with other things."""
    load = " ".join(f"{share:.1f}" for share in os.getloadavg())
    return f"{os.cpu_count()} cores, {platform.platform(terse=True)}, load {load}"


def median(values: Sequence[float]) -> float:
    """The middle one; not a number when there is none."""
    return statistics.median(values) if values else float("nan")


def spread(values: Sequence[float]) -> str:
    """All repeats in short."""
    return "/".join(f"{value:.3g}" for value in values)


def _row(figure: Figure) -> tuple[str, ...]:
    holds = {True: "yes", False: "NO", None: "-"}[figure.ok]
    value = f"{figure.value:.3g}"
    return (figure.what, value, figure.unit, figure.peer, figure.target, holds)
