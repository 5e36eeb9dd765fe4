"""
The two tables of docs/benchmarks.md out of a run.

    python -m benchmarks faces --data DIR --json | python -m benchmarks.faces.page
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from benchmarks.faces.ours import HEADS
from benchmarks.faces.photographs import VARIANTS

SETS: Final = ("FER+", "FER2013", "muxspace")
MEASURES: Final = ("seven", "even", "valence", "balanced", "ece")

Figures = Mapping[str, dict[str, float]]
"""By figure: ours under an empty name, and each peer's."""


def figures(lines: Iterable[str]) -> Figures:
    """What a run told, line by line."""
    found = {}
    for line in lines:
        told = json.loads(line)
        found[told["name"]] = {"": told["value"], **peers(told["peer"])}
    return found


def peers(told: str) -> dict[str, float]:
    """`name 0.5; name 0.6` as numbers by name; other words are none."""
    pairs = (part.rpartition(" ") for part in told.split("; "))
    found = {}
    for name, _, value in pairs:
        try:
            found[name] = float(value)
        except ValueError:
            return {}
    return found


def reading(found: Figures) -> Iterator[str]:
    """Who reads how well."""
    yield "| reader | " + " | ".join(SETS) + " | CPU ms |"
    yield "|---|---|---|---|---|"
    heads = [head for head in HEADS if f"FER+-{head}-seven" in found]
    for head in heads:
        cells = (_cell(found, each, head, "") for each in SETS)
        yield f"| **ours, {head}** | " + " | ".join(cells) + f" | {found['ms-ours']['']:.1f} |"
    for peer in list(found[f"FER+-{heads[0]}-seven"])[1:]:
        cells = (_cell(found, each, heads[0], peer) for each in SETS)
        yield f"| {peer} | " + " | ".join(cells) + f" | {found[f'ms-{peer}']['']:.1f} |"


def finding(found: Figures) -> Iterator[str]:
    """Who finds how much."""
    yield "| finder | " + " | ".join(VARIANTS) + " | CPU ms |"
    yield "|---|" + "---|" * (len(VARIANTS) + 1)
    for name in found["found-as is-2"]:
        cells = []
        for variant in VARIANTS:
            sizes = [f"{found[f'found-{variant}-{size}'][name]:.2f}" for size in range(3)]
            cells.append(f"{' '.join(sizes)} / {found[f'false-{variant}'][name]:.2f}")
        cost = found[f"ms-finding-{name or 'ours'}"][""]
        yield f"| {name or '**ours**'} | " + " | ".join(cells) + f" | {cost:.1f} |"
    cells = []
    for variant in VARIANTS:
        recall, false = (found[f"{what}-{variant}-believed"][""] for what in ("found", "false"))
        cells.append(f"{recall:.2f} / {false:.2f}")
    yield "| **ours, after `no face`** | " + " | ".join(cells) + " | |"


def _cell(found: Figures, where: str, head: str, who: str) -> str:
    values = (found[f"{where}-{head}-{measure}"][who] for measure in MEASURES)
    return " / ".join(f"{value:.3f}".lstrip("0") for value in values)


def main() -> None:
    """Both tables, for a page."""
    found = figures(sys.stdin)
    print("\n".join((*reading(found), "", *finding(found))))


if __name__ == "__main__":
    main()
