"""The two puppets of the film. `Keeper(pose, t).draw(canvas, at, scale, facing, light)`."""

from making.puppets_face import EXPRESSIONS, Face, alive, at, blinking, ease, mix
from making.puppets_keeper import keeper_wardrobe
from making.puppets_leather import FINENESS, Light
from making.puppets_rig import Arm, Figure, Pose, Walk, walking
from making.puppets_xing import xing_wardrobe

__all__ = [
    "EXPRESSIONS",
    "Arm",
    "Face",
    "Figure",
    "Keeper",
    "Light",
    "Pose",
    "Walk",
    "Xing",
    "alive",
    "at",
    "blinking",
    "ease",
    "mix",
    "walking",
]


def Keeper(pose: Pose, t: float = 0.0, wind: float = 0.0, fine: float = FINENESS) -> Figure:  # noqa: N802 (reads as a figure)
    """The old man in a pose."""
    return Figure(pose, keeper_wardrobe(fine), t, wind)


def Xing(pose: Pose, t: float = 0.0, wind: float = 0.0, fine: float = FINENESS) -> Figure:  # noqa: N802 (reads as a figure)
    """The girl in a pose."""
    return Figure(pose, xing_wardrobe(fine), t, wind)
