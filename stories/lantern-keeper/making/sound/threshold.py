"""The door, and the two ways in."""

from collections.abc import Sequence

from making.sound.breath import Tone, xiao
from making.sound.grid import EIGHTH, at, pitch
from making.sound.nature import drip, flame, gust, shiver, wave
from making.sound.props import cloth, creak, rise
from making.sound.room import RAIN, SEA, WIND
from making.sound.scene import Score
from making.sound.space import SHORE, TOWER, Cue
from making.sound.strings import MUTED
from making.sound.struck import drum, glow, knock, latch, step, thud
from making.sound.synth import Sound
from making.sound.theme import bells, low, played, quick, rolled, sung

_DOWN = ((0.0, 0.0), (0.5, 0.0), (0.95, -204.0))  # a whole tone, as a head is lowered


def door() -> Score:
    """Two notes of the call, a question; then he listens, and so does the music."""
    asks = low("A2", force=0.55, slide=_DOWN, still=False)
    breath = (pitch("D3"), pitch("A3"), pitch("D4"))
    again = low("A2", force=0.62, slide=_DOWN, still=False)
    return Score(
        music=(
            Cue(at(1), asks, -16.5, -0.1, 0.25),
            Cue(at(0, 5), glow(breath, 9.5, 3.0, 5.0), -29, 0.0, 0.4),
            Cue(at(5, 3), glow(breath, 11.5, 4.0, 5.0), -27, 0.0, 0.4),
            Cue(at(2, 3), bells((("D5", 0),)), -21, 0.25, 0.5),
            Cue(at(4), bells((("A4", 0), ("G4", 2))), -21.5, -0.2, 0.5),
            Cue(at(6), rolled(("D2", "A2"), gap=0.16, force=0.45), -17, 0.0, 0.25),
            Cue(at(7), bells((("A4", 0), ("D5", 3))), -20.5, 0.2, 0.45),
            Cue(at(8), again, -16.5, -0.1, 0.25),
            Cue(at(9), bells((("C5", 0), ("A4", 2))), -20.5, 0.25, 0.5),
            Cue(at(10), drum(0.2), -21, 0.0, 0.4),
            Cue(at(10), low("D2", force=0.4), -19, 0.0, 0.25),
        ),
        sounds=(
            Cue(0.34, knock(0.6, 1), -23, -0.05, 0.2),
            Cue(0.67, knock(0.5, 2), -24.5, -0.05, 0.2),
            Cue(1.0, step(stone=False, seed=21), -31, 0.2, 0.35),
            Cue(1.2, latch(1), -27, 0.1, 0.2),
            Cue(1.36, creak(1.4, 1, 44.0), -22, 0.1, 0.2),
            Cue(2.3, cloth(0.7, 22), -31, 0.1, 0.05),
            Cue(2.2, flame(21.5, 0.3, 21), -34, 0.15, 0.05),
            Cue(0.4, wave(6.0, 2.4, 0.4, 21), -28, -0.4, 0.3),
            Cue(8.6, wave(6.4, 2.6, 0.25, 22), -31, 0.4, 0.35),
            Cue(15.6, wave(6.4, 2.6, 0.3, 23), -30, -0.4, 0.35),
            Cue(0.4, gust(3.6, 400.0, 21), -29, 0.5, 0.25),
            Cue(9.9, gust(5.0, 380.0, 22), -29, -0.5, 0.25),
            Cue(14.0, gust(5.0, 360.0, 23), -30, 0.5, 0.3),
            Cue(13.9, cloth(0.7, 21), -35, 0.1, 0.05),
            *(
                Cue(second, drip(n), -36, (-0.7, 0.6, 0.75, -0.6)[n % 4], 0.25)
                for n, second in enumerate(
                    (3.1, 5.7, 7.2, 9.3, 10.9, 13.1, 15.2, 17.3, 19.4, 21.1)
                )
            ),
            Cue(22.0, creak(1.9, 2, 24.0), -24, 0.1, 0.2),
        ),
        place=SHORE,
        weather=(
            (SEA, ((0.0, -33.0), (4.5, -34.0), (6.5, -37.0), (12.0, -37.0), (22.0, -33.0))),
            (WIND, ((0.0, -37.0), (8.0, -43.0), (12.0, -40.0), (20.0, -43.0), (23.0, -37.0))),
            (RAIN, ((0.0, -38.0), (5.0, -40.0), (20.0, -40.0), (23.0, -38.0))),
        ),
        loud=-17.0,
    )


def _walk(
    seconds: Sequence[float], loud: float, pan: float, seed: int, *, stone: bool = False
) -> tuple[Cue, ...]:
    """Footfalls, each a little softer or harder than the one before."""
    return tuple(
        Cue(second, step(stone, seed + place), loud - (0.0, 1.6, 0.5)[place % 3], pan, 0.25)
        for place, second in enumerate(seconds)
    )


def _laugh(names: Sequence[str]) -> Sound:
    """A laugh on damped strings, as fast as his shoulders shake."""
    shakes = 4.6 * EIGHTH
    notes = [(name, place / shakes, 1.0 - 0.08 * place) for place, name in enumerate(names)]
    return played(notes, silk=MUTED, force=0.75, rings=0.7, human=0.015)


def cold() -> Score:
    """One stroke of the drum; the call in the lowest strings, no answer; two backs."""
    grey = (Tone(0.0, pitch("D4"), 3.2, 0.42),)
    falls = [("A2", 0, 1.0), ("G2", 2, 0.8), ("D2", 3, 1.0)]
    return Score(
        music=(
            Cue(at(0, 2), drum(0.6), -15, 0.0, 0.4),
            Cue(at(1), played(falls, force=0.6), -15.5, -0.1, 0.25),
            Cue(at(3), xiao(grey, shake=0.0, air=1.8, seed=31), -20, 0.15, 0.5),
            Cue(at(3, 2), played([("A2", 0, 1), ("G2", 2, 0.8)], force=0.4), -19, -0.1, 0.3),
            Cue(at(4, 2), low("D2", force=0.35), -19.5, 0.0, 0.3),
        ),
        sounds=(
            Cue(0.25, shiver(1.7, 31), -22, 0.1, 0.05),
            Cue(0.5, cloth(0.6, 31), -30, 0.1, 0.05),
            Cue(0.95, creak(1.65, 31, 52.0), -21, -0.1, 0.25),
            Cue(2.56, thud(62.0), -22, -0.1, 0.3),
            Cue(0.6, gust(4.8, 470.0, 31), -23, -0.4, 0.2),
            *_walk((1.08, 1.51), -29, 0.15, 31),
            *_walk((3.08, 3.54), -28, -0.4, 33, stone=True),
            *_walk((4.01, 4.49, 4.96, 5.43, 5.9, 6.38, 6.84), -27, -0.15, 35),
            *_walk((7.32, 7.79, 8.26, 8.73, 9.2, 9.68), -29, 0.15, 42),
            *_walk((9.9, 10.8), -33, 0.0, 48),
            Cue(5.2, cloth(1.0, 32), -32, -0.1, 0.05),
            Cue(2.0, flame(9.0, 0.7, 31), -34, 0.2, 0.05),
        ),
        place=TOWER,
        weather=(
            (SEA, ((0.0, -33.0), (6.0, -34.0), (9.5, -41.0))),
            (WIND, ((0.0, -37.0), (4.0, -34.0), (9.5, -41.0))),
            (RAIN, ((0.0, -38.0), (12.0, -38.0))),
        ),
    )


def warm_in() -> Score:
    """Her answer in his own strings, a rusty laugh, and for two bars the home is F."""
    tries = played(
        [("F3", 0, 0.7), ("G3", 2, 0.7), ("A3", 3, 1.0)],
        force=0.55,
        bends={2: ((0.0, -180.0), (0.1, -180.0), (0.3, 0.0))},
    )
    call = sung((("A4", 0, 2), ("G4", 2, 1), ("F4", 3, 5)), force=0.62)
    gold = (pitch("F4"), pitch("A4"), pitch("C5"))
    return Score(
        music=(
            Cue(at(0, 1), tries, -18, -0.1, 0.25),
            Cue(2.01, _laugh(("A3", "A3", "G3", "A3", "F3")), -16.5, -0.1, 0.15),
            Cue(3.31, _laugh(("G3", "A3", "F3", "D3")), -18.5, -0.1, 0.15),
            Cue(at(2), rolled(("F2", "C3", "F3"), gap=0.1, force=0.55), -16.5, 0.0, 0.25),
            Cue(at(2), glow(gold, 6.5, 1.6, 4.0), -25, 0.3, 0.4),
            Cue(at(3), xiao(call, seed=41), -15.5, 0.15, 0.32),
            Cue(at(3), quick([("F3", 0, 0.8), ("C4", 2, 0.6), ("A4", 3, 0.7)], force=0.4), -20),
            Cue(at(4), bells((("C5", 2), ("A4", 3), ("F5", 5))), -20, 0.25, 0.45),
            Cue(at(4), low("F2", force=0.45), -18.5, 0.0, 0.25),
        ),
        sounds=(
            Cue(0.4, flame(11.0, 0.5, 41), -33, 0.1, 0.05),
            Cue(2.0, cloth(0.9, 43), -33, 0.1, 0.05),
            Cue(4.2, rise(1.8, 41), -27, 0.1, 0.1),
            Cue(4.2, cloth(0.8, 41), -31, 0.1, 0.05),
            Cue(4.4, creak(1.6, 41, 40.0), -26, -0.1, 0.25),
            Cue(5.96, thud(72.0), -30, -0.1, 0.35),
            *_walk((5.19, 5.46, 5.77), -31, 0.15, 41),
            Cue(5.7, cloth(0.9, 44), -33, -0.3, 0.05),
            Cue(6.2, cloth(0.9, 42), -32, 0.15, 0.05),
            *_walk((7.31, 7.72), -29, -0.35, 45, stone=True),
            *_walk((8.13, 8.54, 8.95, 9.36, 9.76, 10.17), -28, -0.05, 47),
            *_walk((10.58, 10.98), -31, 0.2, 53),
        ),
        place=TOWER,
        weather=(
            (SEA, ((0.0, -33.0), (6.0, -35.0), (10.2, -41.0))),
            (WIND, ((0.0, -37.0), (5.0, -39.0), (10.2, -41.0))),
            (RAIN, ((0.0, -38.0), (12.0, -38.0))),
        ),
    )
