"""Light on a canvas: something drawn laid on it, light added to it, light taken away."""

import pygame

from engine.stage.shapes import Plate, gloom, glow, plate
from engine.stage.theme import AMBER, Colour


def bar(size: tuple[int, int], bright: float) -> pygame.Surface:
    """A plain bar of light."""
    return plate(Plate(width=size[0], height=max(1, size[1]), radius=0,
                       body=(*AMBER, round(255 * bright))))  # fmt: skip


def lay(canvas: pygame.Surface, drawn: pygame.Surface, at: tuple[int, int], alpha: float) -> None:
    """Lay something drawn on the canvas, as strongly as `alpha` says."""
    if alpha >= 0.999:  # noqa: PLR2004 -- whole
        canvas.blit(drawn, at)
    elif alpha > 0.004:  # noqa: PLR2004 -- less cannot be seen
        drawn.set_alpha(round(255 * alpha))
        canvas.blit(drawn, at)
        # Without a veil of its own again: 255 is a far slower way for opaque pictures.
        drawn.set_alpha(255 if drawn.get_flags() & pygame.SRCALPHA else None)


def lay_middle(
    canvas: pygame.Surface, drawn: pygame.Surface, at: tuple[int, int], alpha: float
) -> None:
    """The same, by its middle."""
    lay(canvas, drawn, (at[0] - drawn.get_width() // 2, at[1] - drawn.get_height() // 2), alpha)


def take_light(
    canvas: pygame.Surface, middle: tuple[int, int], size: tuple[int, int], share: float
) -> None:
    """A soft oval in which this share, 0..1, of what is there is taken away."""
    if share <= 0.0:
        return
    dark = gloom(max(8, size[0]), max(8, size[1]), share)
    at = (middle[0] - dark.get_width() // 2, middle[1] - dark.get_height() // 2)
    canvas.blit(dark, at, special_flags=pygame.BLEND_RGB_MULT)


def add_light(canvas: pygame.Surface, middle: tuple[int, int], size: tuple[int, int],
              colour: Colour, power: float) -> None:  # fmt: skip
    """A soft oval of light, added to what is there; `power` 0..1."""
    if power <= 0.0:
        return
    light = glow(max(4, size[0]), max(4, size[1]), colour, power)
    at = (middle[0] - light.get_width() // 2, middle[1] - light.get_height() // 2)
    canvas.blit(light, at, special_flags=pygame.BLEND_RGB_ADD)
