"""Light and dawn: the theme comes back, each time changed."""

from making.sound.breath import xiao
from making.sound.grid import at, pitch
from making.sound.nature import flame, gull, gust, wave
from making.sound.props import cloth, sail
from making.sound.room import RAIN, SEA, WIND
from making.sound.scene import Score
from making.sound.space import SHORE, TOWER, Cue
from making.sound.struck import chime, glow
from making.sound.theme import (
    ANSWER,
    CALL,
    DAY,
    REACH,
    bells,
    joined,
    played,
    quick,
    rolled,
    sung,
)


def light() -> Score:
    """The call over open fifths; far out, twice, the answer; both come home together."""
    lamp = (pitch("D4"), pitch("A4"), pitch("D5"), pitch("A5"))
    calls = sung((*CALL[:2], ("D4", 3, 7)), force=0.72)
    reaches = sung(joined(REACH, (("D4", 0, 8),)), force=0.78)
    opens = sung((*ANSWER[:2], ("A4", 3, 4), ("C5", 7, 4)), force=0.6)
    again = sung((("A4", 0, 2), ("G4", 2, 3)), force=0.62)
    meets = sung((*ANSWER[:2], ("A4", 3, 6)), force=0.62)
    return Score(
        music=(
            Cue(at(0, 2), rolled(("D2", "A2", "D3", "A3"), force=0.6), -15.5, -0.05, 0.25),
            Cue(at(0), glow(lamp, 12.0, 3.5, 6.0), -22.5, 0.0, 0.5),
            Cue(at(1), xiao(calls, seed=61), -14, -0.1, 0.3),
            Cue(at(3), chime(pitch("A5")), -21, 0.55, 0.7),
            Cue(at(3), xiao(opens, seed=62, air=0.6), -19, 0.6, 0.92),
            Cue(at(3), rolled(("D3", "A3"), force=0.4), -20, -0.1, 0.3),
            Cue(at(4, 1), bells((("C5", 0), ("G5", 2))), -23, 0.4, 0.6),
            Cue(at(5), rolled(("A2", "D3"), gap=0.14, force=0.4), -19, -0.1, 0.3),
            Cue(at(5, 1), xiao(again, seed=65, air=0.6), -19, 0.6, 0.9),
            Cue(at(5, 1), chime(pitch("D6")), -23, 0.55, 0.7),
            Cue(at(6), rolled(("C3", "G3", "D4"), force=0.55), -16.5, -0.05, 0.25),
            Cue(at(6), xiao(reaches, seed=63), -13.5, -0.1, 0.3),
            Cue(at(7), rolled(("D2", "A2", "D3"), force=0.6), -16, -0.05, 0.25),
            Cue(at(7, 1), xiao(meets, seed=64, air=0.6), -17.5, 0.6, 0.8),
            Cue(at(8), rolled(("D2", "A2", "D3", "A3", "D4"), gap=0.16, force=0.5), -17, 0, 0.35),
        ),
        sounds=(
            Cue(0.2, flame(13.0, 0.5, 61), -30, -0.1, 0.05),
            Cue(0.3, gust(6.0, 380.0, 61), -28, 0.4, 0.3),
            Cue(9.0, gust(6.5, 340.0, 62), -31, -0.4, 0.35),
            Cue(1.2, wave(6.6, 2.7, 0.4, 61), -28, 0.3, 0.35),
            Cue(7.6, wave(6.8, 2.8, 0.3, 62), -28, -0.3, 0.3),
            Cue(12.8, wave(7.0, 2.8, 0.3, 63), -26, 0.2, 0.25),
            Cue(2.4, cloth(0.8, 61), -33, -0.2, 0.05),
        ),
        place=TOWER,
        weather=(
            (SEA, ((0.0, -41.0), (2.0, -37.0), (16.0, -31.0))),
            (WIND, ((0.0, -41.0), (2.0, -37.0), (6.0, -38.0), (20.0, -42.0))),
            (RAIN, ((0.0, -38.0), (3.5, -62.0))),
        ),
        loud=-15.8,
        goes=2.8,
    )


def dawn() -> Score:
    """The same notes at home on F: her flute, gulls, sail cloth; only the last note is new."""
    first = sung(joined(CALL, (*ANSWER[:2], ("A4", 3, 6))), force=0.62)
    soars = (("A4", 0, 2), ("C5", 2, 1), ("D5", 3, 3))
    second = sung(joined(REACH, soars, REACH, DAY), force=0.74)
    hers = sung((("F4", 0, 2), ("G4", 2, 1), ("A4", 3, 8)), force=0.6)
    under = [
        *(("F2", 0, 0.9), ("C3", 2, 0.6), ("F3", 3, 0.7), ("A3", 5, 0.5)),
        *(("D2", 6, 0.9), ("A2", 8, 0.6), ("F3", 9, 0.7), ("A3", 11, 0.5)),
        *(("F2", 12, 0.9), ("C3", 14, 0.6), ("G3", 15, 0.7), ("C4", 17, 0.5)),
    ]
    echo = quick([("A4", 0, 0.8), ("G4", 2, 0.7), ("F4", 3, 0.9)], force=0.4)
    return Score(
        music=(
            Cue(at(0, 1), rolled(("F2", "C3", "F3"), gap=0.14, force=0.45), -18, -0.1, 0.3),
            Cue(at(0, 4), bells((("C5", 0), ("F5", 2))), -21, 0.2, 0.45),
            Cue(at(1), xiao(first, seed=71), -16, 0.1, 0.32),
            Cue(at(2), rolled(("D3", "A3"), gap=0.16, force=0.4), -20, -0.1, 0.3),
            Cue(at(3, 2), bells((("A4", 0), ("C5", 1), ("F5", 3))), -20.5, 0.25, 0.45),
            Cue(at(4, 3), chime(pitch("F5")), -23, 0.3, 0.6),
            Cue(at(4, 3), rolled(("F2", "C3", "G3", "C4"), gap=0.12, force=0.5), -17, 0, 0.3),
            Cue(at(5), xiao(second, seed=72), -13.5, 0.1, 0.3),
            Cue(at(7, 1), xiao(hers, seed=73, air=0.8), -18, 0.5, 0.6),
            Cue(at(5), played(under, force=0.5), -17.5, -0.15, 0.25),
            Cue(
                at(8),
                rolled(("F2", "C3", "F3", "A3", "C4"), gap=0.15, force=0.55),
                -16,
                -0.05,
                0.3,
            ),
            Cue(at(9, 3), echo, -20.5, 0.3, 0.45),
            Cue(at(10, 2), bells((("C5", 0), ("F5", 3))), -22.5, -0.2, 0.5),
        ),
        sounds=(
            Cue(0.4, wave(7.0, 3.0, 0.15, 71), -28, -0.3, 0.25),
            Cue(6.2, wave(7.0, 3.0, 0.15, 72), -29, 0.3, 0.25),
            Cue(12.4, wave(7.0, 3.0, 0.15, 73), -29, -0.25, 0.25),
            Cue(17.0, wave(6.8, 2.8, 0.15, 74), -29, 0.2, 0.3),
            Cue(1.9, gull(71, 2), -34, 0.6, 0.8),
            Cue(7.2, gull(72, 2), -36, 0.65, 0.85),
            Cue(10.25, gull(73, 3), -29, 0.1, 0.55),
            Cue(11.0, gull(76, 2), -31, 0.3, 0.6),
            Cue(12.1, gull(77, 3), -32, 0.5, 0.7),
            Cue(15.6, gull(74, 3), -33, 0.5, 0.75),
            Cue(19.0, gull(75, 2), -36, 0.5, 0.85),
            Cue(9.0, sail(3.2, 71), -25, 0.3, 0.3),
            Cue(13.2, sail(3.0, 72), -29, 0.2, 0.35),
            Cue(7.8, gust(4.5, 300.0, 71), -33, 0.4, 0.3),
            Cue(4.2, cloth(0.8, 71), -33, -0.1, 0.05),
        ),
        place=SHORE,
        weather=(
            (SEA, ((0.0, -41.0), (2.5, -35.0), (24.0, -34.0))),
            (WIND, ((0.0, -41.0), (24.0, -46.0))),
            (RAIN, ((0.0, -38.0), (2.2, -66.0))),
        ),
        goes=3.2,
    )
