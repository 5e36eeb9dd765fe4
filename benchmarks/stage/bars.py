"""A picture of figures beside their targets: one bar each, drawn as SVG for light and for dark."""

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WIDTH: Final = 860
TOP, ROW, HEAD, FOOT = 64, 30, 34, 46
LEFT, RIGHT = 384, 132
MOST: Final = 2.0
"""Bars are drawn up to twice their target; what is longer has a torn end."""

STYLE: Final = """\
text{font:13px system-ui,sans-serif;fill:#3d3a36}
.title{font-size:17px;fill:#1d1b19}.group{font-size:13px;font-weight:600;fill:#8a4b17}
.note{font-size:12px;fill:#6d675f}.held{fill:#5c8a3a}.missed{fill:#b3372b}.told{fill:#8b8378}
.room{fill:#efe9dd}.limit{stroke:#8a4b17;stroke-width:1.5}.ground{fill:#fffdf8}
@media (prefers-color-scheme:dark){
text{fill:#d8cfc0}.title{fill:#f6ebd8}.group{fill:#ffbc66}.note{fill:#a79d8d}
.held{fill:#86b85a}.missed{fill:#e8705f}.told{fill:#8f877b}.room{fill:#2a221d}
.limit{stroke:#ffbc66}.ground{fill:#181210}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure: as long as it is beside its target."""

    name: str
    value: float
    unit: str
    limit: float | None
    """What it must not pass, or must reach; none: it is reported alone."""
    ok: bool | None
    floor: bool = False
    """Whether the target is the least and not the most."""


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that belong together, under a name."""

    name: str
    bars: tuple[Bar, ...]


def draw(title: str, note: str, groups: Sequence[Group], path: Path) -> None:
    """Draw them into a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_drawn(title, note, groups)) + "\n", encoding="utf-8")


def length(bar: Bar) -> float:
    """How long a bar is, 1 being the target; at most MOST. Where there is no target, 0."""
    if bar.limit is None:
        return 0.0
    if math.isnan(bar.value):
        return 0.0
    if bar.limit <= 0.0:  # nothing may be lost: whatever was is as long as can be
        return 0.0 if bar.value <= bar.limit else MOST
    return min(MOST, max(0.0, bar.value / bar.limit))


def short(value: float) -> str:
    """A number as people read it."""
    if math.isnan(value):
        return "-"
    return f"{value:,.0f}" if abs(value) >= 100 or value == round(value) else f"{value:.3g}"


def _drawn(title: str, note: str, groups: Sequence[Group]) -> list[str]:
    rows = sum(len(group.bars) for group in groups)
    height = TOP + ROW * rows + HEAD * len(groups) + FOOT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{html.escape(title)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>',
        f'<text class="title" x="24" y="32">{html.escape(title)}</text>',
        f'<text class="note" x="24" y="52">{html.escape(note)}</text>',
    ]
    at = TOP
    for group in groups:
        lines.append(f'<text class="group" x="24" y="{at + 23}">{html.escape(group.name)}</text>')
        at += HEAD
        for bar in group.bars:
            lines += _row(bar, at)
            at += ROW
    lines += [*_legend(at + 26), "</svg>"]
    return lines


def _row(bar: Bar, at: int) -> list[str]:
    room = WIDTH - LEFT - RIGHT
    kind = {True: "held", False: "missed", None: "told"}[bar.ok]
    middle = at + ROW / 2 + 4.5
    said = f"{short(bar.value)} {bar.unit}".strip()
    least = f" (at least {short(bar.limit)})" if bar.floor and bar.limit is not None else ""
    name = html.escape(bar.name + least)
    lines = [f'<text x="{LEFT - 12}" y="{middle}" text-anchor="end">{name}</text>']
    if bar.limit is None:
        lines.append(f'<text class="note" x="{LEFT}" y="{middle}">{html.escape(said)}</text>')
        return lines
    wide, limit = room * length(bar) / MOST, LEFT + room / MOST
    lie = f'x="{LEFT}" y="{at + 7}" height="{ROW - 14}" rx="3"'
    lines += [
        f'<rect class="room" {lie} width="{room}"/>',
        f'<rect class="{kind}" {lie} width="{max(wide, 2):.1f}"/>',
        f'<line class="limit" x1="{limit}" x2="{limit}" y1="{at + 3}" y2="{at + ROW - 3}"/>',
        f'<text x="{WIDTH - RIGHT + 10}" y="{middle}">{html.escape(said)}</text>',
    ]
    return lines


def _legend(at: int) -> list[str]:
    says = (
        "Each bar beside its own target, which is the line in the middle: shorter is better, but "
        "where it says “at least”."
    )
    return [f'<text class="note" x="24" y="{at}">{says}</text>']
