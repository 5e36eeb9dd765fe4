"""Arrival and landing: dusk, the theme in full, then oars."""

from making.sound.breath import xiao
from making.sound.grid import at, pitch
from making.sound.nature import flame, gull, gust, splash, wave
from making.sound.props import cloth, oar, scrape
from making.sound.room import RAIN, SEA, WIND
from making.sound.scene import Score
from making.sound.space import SHORE, Cue
from making.sound.struck import drum, glow, step, thud
from making.sound.theme import (
    ANSWER,
    CALL,
    HOME,
    REACH,
    bells,
    joined,
    low,
    played,
    quick,
    rolled,
    sung,
)


def arrival() -> Score:
    """Harmonics for the title, one slide for the words, and Chao's theme for the lamp."""
    slide = ((0.0, -180.0), (0.12, -180.0), (0.42, 0.0))
    theme = sung(joined(CALL, ANSWER, REACH, HOME))
    under = [
        *(("D2", 0, 1.0), ("A2", 3, 0.7), ("D3", 6, 0.7), ("A2", 9, 0.8)),
        *(("F2", 12, 0.95), ("C3", 15, 0.75), ("D2", 18, 1.0), ("A2", 21, 0.6)),
    ]
    lamp = (pitch("D4"), pitch("A4"), pitch("D5"))
    return Score(
        music=(
            Cue(at(1), bells((("A4", 0), ("D5", 2), ("A5", 3))), -19, -0.25, 0.4),
            Cue(at(2, 1), low("D2", force=0.5), -18.5, 0.1, 0.25),
            Cue(at(3), bells((("G4", 0), ("A4", 3))), -22, 0.2, 0.45),
            Cue(at(4), low("A2", force=0.5, slide=slide, still=False), -17.5, -0.1, 0.25),
            Cue(at(4, 4), low("D3", force=0.4, still=False), -19, -0.1, 0.25),
            Cue(at(5, 1.5), glow(lamp, 9.0, 3.0, 4.5), -25, 0.0, 0.5),
            Cue(at(6), xiao(theme, seed=1), -14, 0.12, 0.3),
            Cue(at(6), played(under, force=0.5), -17.5, -0.15, 0.25),
            Cue(at(10), bells((("A4", 0), ("D5", 2))), -23, -0.2, 0.45),
        ),
        sounds=(
            Cue(0.6, wave(7.0, 2.8, 0.25, 1), -25, -0.25, 0.2),
            Cue(6.4, wave(6.6, 2.7, 0.2, 2), -27, 0.3, 0.25),
            Cue(12.2, wave(6.6, 2.7, 0.15, 3), -29, -0.2, 0.3),
            Cue(17.2, wave(6.4, 2.6, 0.2, 4), -28, 0.25, 0.3),
            Cue(2.9, gull(1, 2), -36, 0.6, 0.85),
            Cue(5.1, gust(6.0, 330.0, 1), -33, -0.3, 0.3),
            Cue(15.0, gust(6.5, 350.0, 2), -34, 0.35, 0.3),
            Cue(12.3, flame(11.0, 0.35, 1), -34, 0.0, 0.02),
        ),
        place=SHORE,
        weather=(
            (SEA, ((0.0, -34.0), (12.0, -34.0), (16.0, -37.0), (23.0, -33.0))),
            (WIND, ((0.0, -46.0), (20.0, -42.0), (24.0, -38.0))),
        ),
        comes=1.6,
    )


def landing() -> Score:
    """A stroke of the oar to the bar, the rock at five, a foot ashore at seven, then she looks."""
    rocking = [
        *(("A3", 0, 0.6), ("D4", 1, 0.8), ("A3", 3, 0.5)),
        *(("C3", 4, 0.9), ("G3", 6, 0.6), ("D4", 7, 0.75), ("G3", 9, 0.5)),
        *(("D3", 10, 0.9), ("A3", 12, 0.6)),
    ]
    hers = quick([("F4", 0, 0.8), ("G4", 2, 0.7), ("A4", 3, 1.0), ("A4", 6, 0.45)], force=0.6)
    return Score(
        music=(
            Cue(at(0, 2), quick(rocking, force=0.45), -18, 0.2, 0.25),
            Cue(at(0, 3), low("D2", force=0.45), -20, -0.1, 0.25),
            Cue(at(1), low("C3", force=0.4), -20, -0.1, 0.25),
            Cue(at(2, 3), drum(0.55), -15, 0.0, 0.35),
            Cue(at(3, 3), hers, -16, 0.2, 0.3),
            Cue(at(4, 3), rolled(("D2", "A2", "D3")), -17.5, -0.1, 0.3),
            Cue(at(4, 5), bells((("A4", 0), ("D5", 2))), -21, -0.25, 0.45),
        ),
        sounds=(
            Cue(1.18, oar(1), -22, -0.3, 0.1),
            Cue(2.43, oar(2), -21.5, -0.15, 0.1),
            Cue(3.68, oar(3, 0.9), -24, 0.0, 0.1),
            Cue(0.9, wave(6.4, 4.1, 0.85, 11), -22, -0.1, 0.12),
            Cue(6.2, wave(5.4, 3.1, 0.6, 12), -25, 0.3, 0.15),
            Cue(1.3, splash(0.5, 1), -29, 0.45, 0.2),
            Cue(3.3, splash(0.6, 2), -26, 0.55, 0.2),
            Cue(5.02, splash(0.9, 3), -21, 0.25, 0.12),
            Cue(6.9, splash(0.5, 4), -28, 0.4, 0.2),
            Cue(9.3, splash(0.7, 5), -26, 0.2, 0.18),
            Cue(4.85, scrape(1.2), -21, 0.1, 0.12),
            Cue(5.0, thud(74.0), -20, 0.1, 0.15),
            Cue(0.3, gust(5.2, 430.0, 11), -24, -0.4, 0.2),
            Cue(7.6, gust(4.3, 470.0, 12), -24, 0.4, 0.2),
            Cue(1.4, gull(11, 2), -35, -0.6, 0.8),
            Cue(8.3, gull(12, 3), -36, 0.5, 0.85),
            Cue(5.6, cloth(0.7, 11), -32, 0.05, 0.05),
            Cue(6.1, step(stone=False, seed=3), -27, 0.1, 0.1),
            Cue(6.36, step(stone=False, seed=4), -27, 0.1, 0.1),
            Cue(6.45, cloth(0.6, 12), -32, 0.1, 0.05),
            Cue(7.06, step(stone=True, seed=1), -24, 0.15, 0.1),
            Cue(7.46, step(stone=True, seed=2), -28, 0.18, 0.1),
        ),
        place=SHORE,
        weather=(
            (SEA, ((0.0, -33.0), (12.0, -33.0))),
            (WIND, ((0.0, -38.0), (12.0, -37.0))),
            (RAIN, ((0.0, -75.0), (1.2, -46.0), (3.0, -38.0))),
        ),
    )
