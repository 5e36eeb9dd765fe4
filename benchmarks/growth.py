"""A picture of how something grows with what it is given: both axes in powers of ten, as SVG."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WIDTH: Final = 760
HEIGHT: Final = 420
LEFT, RIGHT, TOP, BOTTOM = 64, 176, 46, 52
INKS: Final = ("#b4541a", "#1f6f8b", "#5c7a29", "#8a4f9e", "#8b8378", "#c2a02e")

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: lines by their names."""

    title: str
    across: str
    lines: Mapping[str, Points]
    limit: tuple[str, float]
    """A line no figure should cross, and what it is called."""

    def write(self, path: Path) -> None:
        """Draw it into a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(self._drawn()) + "\n", encoding="utf-8")

    def _drawn(self) -> list[str]:
        values = [value for points in self.lines.values() for _, value in points]
        sizes = [size for points in self.lines.values() for size, _ in points]
        x = _Axis(math.log10(min(sizes)), math.log10(max(sizes)), LEFT, WIDTH - RIGHT)
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        y = _Axis(low, high, HEIGHT - BOTTOM, TOP)
        named, most = self.limit
        return [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
                'font-family="sans-serif" font-size="13" fill="#444">'
            ),
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffdf8"/>',
            f'<text x="{LEFT}" y="26" font-size="16" fill="#222">{self.title}</text>',
            *(_rung(10.0**power, y) for power in range(low, high + 1)),
            *(_foot(size, x) for size in sorted(set(sizes))),
            f'<text x="{x.end}" y="{HEIGHT - 12}" text-anchor="end">{self.across}</text>',
            (
                f'<line x1="{LEFT}" x2="{x.end}" y1="{y.at(most):.1f}" y2="{y.at(most):.1f}" '
                'stroke="#a00" stroke-dasharray="2 4"/>'
            ),
            f'<text x="{LEFT + 6}" y="{y.at(most) - 5:.1f}" fill="#a00">{named}</text>',
            *(
                line
                for ink, (name, points) in zip(INKS, self.lines.items(), strict=False)
                for line in _line(name, [(x.at(a), y.at(b)) for a, b in points], ink)
            ),
            "</svg>",
        ]


@dataclass(frozen=True, slots=True)
class _Axis:
    """From powers of ten to the picture's points."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        share = (math.log10(value) - self.low) / max(self.high - self.low, 1e-9)
        return self.start + share * (self.end - self.start)


def _rung(value: float, y: _Axis) -> str:
    at = y.at(value)
    line = f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#e4ddd0"/>'
    return f'{line}<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{value:g} s</text>'


def _foot(size: float, x: _Axis) -> str:
    at = x.at(size)
    return f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,.0f}</text>'


def _line(name: str, points: Points, ink: str) -> list[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    last_x, last_y = points[-1]
    return [
        f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2.5"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{ink}"/>' for x, y in points),
        f'<text x="{last_x + 10:.1f}" y="{last_y + 4:.1f}" fill="{ink}">{name}</text>',
    ]
