"""The window's icon: the flame, in a night of its own."""

import pygame

from engine.messages.orders import Burn
from engine.stage.flame import Flame
from engine.stage.projection.live import Spot
from engine.stage.shapes import Plate, plate
from engine.stage.theme import AMBER, NIGHT, SOOT
from engine.story.units import Share, Steps

_BURNING = Burn(height=Steps(0.35), gold=Share(0.8), shiver=Share(0.0), seen=False)
_SPOT = Spot(x=0.5, y=0.82, scale=0.5)


def icon(side: int = 64) -> pygame.Surface:
    """A square with round corners, clear beyond them."""
    ground = Plate(width=side, height=side, radius=side * 0.22, body=(*SOOT, 255),
                   foot=(*NIGHT, 255), edge=(*AMBER, 120), edge_width=side / 40)  # fmt: skip
    drawn = plate(ground).copy()
    cover = pygame.surfarray.array_alpha(drawn)
    flame = Flame()
    flame.burn(_BURNING)
    for moment in (0.0, 0.5):  # it needs a moment to come to how it shall burn
        flame.draw(drawn.copy(), drawn.get_rect(), _SPOT, moment)
    flame.draw(drawn, drawn.get_rect(), _SPOT, 1.0)
    pygame.surfarray.pixels_alpha(drawn)[:] = cover
    return drawn
