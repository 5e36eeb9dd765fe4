"""
Put the figures of `windows` into docs/benchmarks.md.

    python -m benchmarks windows --data DIR --json > figures
    python -m benchmarks.windows.page figures
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from benchmarks.windows.measure import leads
from tests.tapes_kinds import FEELINGS, KINDS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
FIRST: Final = "<!-- the table of `python -m benchmarks windows` -->\n"
LAST: Final = "<!-- its end -->\n"

Figures = Mapping[str, Mapping[str, object]]


def main() -> None:
    """Write the tables."""
    asking = argparse.ArgumentParser(prog="python -m benchmarks.windows.page", description=__doc__)
    asking.add_argument("figures", type=Path, help="what `benchmarks windows --json` printed")
    lines = asking.parse_args().figures.read_text(encoding="utf-8").splitlines()
    figures = {one["name"]: one for one in map(json.loads, lines)}
    before, rest = PAGE.read_text(encoding="utf-8").split(FIRST, 1)
    table = "\n".join(tables(figures))
    PAGE.write_text(f"{before}{FIRST}\n{table}\n{LAST}{rest.split(LAST, 1)[1]}", encoding="utf-8")


def tables(figures: Figures) -> Iterator[str]:
    """What is decided, and how films with a smile and looking away fare on each kind."""
    for kind, told in (("drawn", "Drawn tapes"), ("pictures", "Pictures")):
        idle, flips = figures[f"{kind}.neutral"], figures[f"{kind}.flips"]
        yield f"**{told}**: nothing done, and a feeling that decides answered: {_part(idle)}"
        yield f"(target 5); flips {float(str(flips['value'])):.2f} a second (target 0.4)."
        yield ""
        yield "| asked | found, % | where it was not there, % | late, s | shuffled, chance, % | |"
        yield "|---|---|---|---|---|---|"
        for name, asks in FEELINGS.items():
            if f"{kind}.{name}.right" in figures:
                yield _row(figures, kind, name, asks)
        yield ""
    yield "A film that offers a smile and looking away, and else goes on; what it took, in %:"
    yield ""
    yield "| tape | of windows |"
    yield "|---|---|"
    for recipe in KINDS:
        one = figures[f"kind.{recipe.name}"]
        yield f"| {recipe.name} | {'right' if _done(recipe.name) else 'turned'} {_part(one)} |"
    yield ""


def _row(figures: Figures, kind: str, name: str, asks: str) -> str:
    late = figures.get(f"{kind}.{name}.late")
    cells = (
        f"`{asks}`",
        _part(figures[f"{kind}.{name}.right"]),
        _part(figures[f"{kind}.{name}.false"]),
        "-" if late is None else f"{float(str(late['value'])):.1f}",
        _chance(figures[f"{kind}.{name}.shuffled"]),
        "decides" if leads(name) else "colours",
    )
    return f"| {' | '.join(cells)} |"


def _done(name: str) -> bool:
    """Whether the tape's viewers do what such a film asks for."""
    return any(
        asked & {"smile", "look away"}
        for recipe in KINDS
        if recipe.name == name
        for asked in (part.did for part in recipe.parts)
    )


def _part(figure: Mapping[str, object]) -> str:
    return f"{float(str(figure['value'])):.1f} ({figure['peer']})"


def _chance(figure: Mapping[str, object]) -> str:
    chance = str(figure["peer"]).split("(", 1)[0].removeprefix("chance ").strip()
    held = "" if figure["ok"] else " **not at chance**"
    return f"{float(str(figure['value'])):.1f}, {chance}{held}"


if __name__ == "__main__":
    main()
