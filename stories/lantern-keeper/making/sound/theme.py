"""Chao's theme: a call that falls (A G D), an answer that rises (F G A), a reach, a way home.

Long, short, held: two eighths, one, three. The keeper has the call, Chao and her daughter the
answer. In the night the last note goes home to D; at dawn the same notes go home to F.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from making.sound.breath import Tone
from making.sound.grid import EIGHTH, pitch, samples
from making.sound.strings import HARMONIC, PIPA, QIN, STILL, YIN, Bend, Shake, Silk, pluck
from making.sound.synth import Sound, add, dice

Line = tuple[tuple[str, float, float], ...]  # note, its eighth, how many eighths it lasts

CALL: Final[Line] = (("A4", 0, 2), ("G4", 2, 1), ("D4", 3, 3))
ANSWER: Final[Line] = (("F4", 0, 2), ("G4", 2, 1), ("A4", 3, 3))
REACH: Final[Line] = (("C5", 0, 3), ("A4", 3, 2), ("G4", 5, 1))
HOME: Final[Line] = (("D4", 0, 6),)
DAY: Final[Line] = (("F4", 0, 7),)


def joined(*lines: Line) -> Line:
    """Lines one bar after the other."""
    return tuple(
        (name, start + 6 * bar, lasts)
        for bar, line in enumerate(lines)
        for name, start, lasts in line
    )


def sung(line: Line, *, force: float = 0.7, swells: float = 0.12) -> tuple[Tone, ...]:
    """A line for the flute: a breath for each bar, its notes tied; high notes lean in."""
    top = max(pitch(name) for name, _, _ in line)
    tones = []
    for place, (name, start, lasts) in enumerate(line):
        tied = place > 0 and int(start // 6) == int(line[place - 1][1] // 6)
        push = force + swells * (pitch(name) / top - 0.8)
        tones.append(Tone(start * EIGHTH, pitch(name), lasts * EIGHTH * 0.97, push, tied))
    return tuple(tones)


def played(
    notes: Sequence[tuple[str, float, float]],
    *,
    silk: Silk = QIN,
    force: float = 0.6,
    rings: float = 5.0,
    shake: Shake = STILL,
    bends: dict[int, Bend] | None = None,
    human: float = 0.010,
) -> Sound:
    """Plucked notes from the first one's eighth nought on; a hand is never quite on the beat."""
    rng = dice("hand", tuple(notes), force)
    last = max(start for _, start, _ in notes) * EIGHTH
    out = np.zeros(samples(last + rings + 0.1))
    for place, (name, start, accent) in enumerate(notes):
        late = float(rng.uniform(0.0, human)) if place else 0.0
        note = pluck(
            pitch(name),
            rings,
            silk=silk,
            force=float(np.clip(force * accent, 0.05, 1.0)),
            bend=(bends or {}).get(place, ((0.0, 0.0),)),
            shake=shake,
            seed=place % 3,
        )
        add(out, note, start * EIGHTH + late)
    return out


def rolled(names: Sequence[str], *, gap: float = 0.11, force: float = 0.55) -> Sound:
    """A chord whose strings are touched one after the other, from below."""
    notes = [(name, place * gap / EIGHTH, 1.0) for place, name in enumerate(names)]
    return played(notes, force=force, rings=6.5, human=0.02)


def bells(notes: Sequence[tuple[str, float]], *, force: float = 0.4) -> Sound:
    """Harmonics of the qin: the string is only touched where it divides."""
    return played(
        [(name, start, 1.0) for name, start in notes], silk=HARMONIC, force=force, rings=4.0
    )


def low(
    name: str, *, force: float = 0.6, slide: Bend = ((0.0, 0.0),), still: bool = True
) -> Sound:
    """One deep string, left alone or slid and shaken by the left hand."""
    return pluck(
        pitch(name), 6.5, silk=QIN, force=force, bend=slide, shake=STILL if still else YIN
    )


def quick(notes: Sequence[tuple[str, float, float]], *, force: float = 0.6) -> Sound:
    """The little pipa: bright, short, dry."""
    return played(notes, silk=PIPA, force=force, rings=2.6)
