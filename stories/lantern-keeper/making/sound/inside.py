"""The letter on the table."""

from making.sound.breath import Tone, xiao
from making.sound.grid import at, pitch
from making.sound.nature import drip, drops, flame, gust
from making.sound.props import cloth, paper
from making.sound.room import RAIN, SEA, WIND
from making.sound.scene import Score
from making.sound.space import HOUSE, Cue
from making.sound.struck import cup, thud
from making.sound.theme import bells, low, rolled


def letter() -> Score:
    """Rain, two cups; the answer as three harmonics, the call without its last note."""
    hint = (
        Tone(0.0, pitch("A4"), 0.66, 0.5),
        Tone(0.667, pitch("G4"), 2.3, 0.44, slur=True),
    )
    hangs = ((0.0, 0.0), (0.7, 0.0), (1.15, -204.0))
    return Score(
        music=(
            Cue(at(0, 2), low("D2", force=0.35), -21, 0.0, 0.25),
            Cue(at(2), bells((("F4", 0), ("G4", 2), ("A4", 3))), -18, 0.2, 0.4),
            Cue(at(3, 2), low("F2", force=0.4), -18.5, -0.1, 0.25),
            Cue(at(4), xiao(hint, shake=0.8, air=1.3, seed=51), -17.5, 0.12, 0.42),
            Cue(at(4), rolled(("D2", "A2"), gap=0.15, force=0.42), -18.5, -0.05, 0.25),
            Cue(at(6), low("A2", force=0.5, slide=hangs, still=False), -16.5, -0.1, 0.25),
            Cue(at(7), bells((("F4", 0), ("G4", 2))), -20.5, 0.25, 0.5),
        ),
        sounds=(
            Cue(0.1, drops(17.6, 46.0, 51), -28, 0.25, 0.08),
            Cue(0.8, cloth(1.0, 51), -31, -0.25, 0.05),
            Cue(1.35, paper(0.5, 52), -30, -0.2, 0.1),
            Cue(2.6, paper(0.6, 51), -24, -0.1, 0.1),
            Cue(3.0, thud(190.0, 0.4), -31, -0.1, 0.15),
            Cue(3.8, cloth(0.9, 52), -34, 0.25, 0.05),
            Cue(6.5, cloth(0.8, 53), -34, 0.25, 0.05),
            Cue(7.05, cup(2), -35, 0.2, 0.15),
            Cue(0.4, flame(17.0, 0.35, 51), -33, 0.0, 0.03),
            Cue(6.0, gust(5.5, 360.0, 51), -31, 0.5, 0.35),
            Cue(11.8, gust(5.0, 390.0, 52), -32, -0.4, 0.35),
            *(
                Cue(second, drip(n), -34, 0.55, 0.2)
                for n, second in enumerate((1.7, 5.3, 7.9, 11.2, 12.9, 15.4))
            ),
        ),
        place=HOUSE,
        weather=(
            (SEA, ((0.0, -41.0), (18.0, -41.0))),
            (WIND, ((0.0, -41.0), (18.0, -41.0))),
            (RAIN, ((0.0, -38.0), (6.0, -37.0), (12.0, -36.0), (17.0, -38.0))),
        ),
        loud=-16.4,
    )
