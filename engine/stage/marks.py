"""Small signs over the film: that the camera is open, and that the film sees."""

import math
from typing import Final

import pygame

from engine.messages.orders import Burn
from engine.stage.brush import Brush
from engine.stage.light import add_light
from engine.stage.page import Desk
from engine.stage.shapes import disc, ring
from engine.stage.theme import AMBER, FADE, GOLD, IVORY, TEAL, Colour, Style, eased, mixed

_SAID: Final = 5.0
"""Seconds in which the mark says what it is."""
_LABEL: Final = Style(17, colour=IVORY)
LAMP: Final[Colour] = (236, 62, 48)
"""Red, as the lamps of cameras are."""


def mark_area(desk: Desk) -> pygame.Rect:
    """Where the camera mark stands: the upper right corner."""
    side = desk.px(26)
    safe = desk.room.safe
    return pygame.Rect(safe.right - side, safe.top, side, side)


def draw_mark(
    canvas: pygame.Surface, desk: Desk, brush: Brush, label: str, now: float, since: float
) -> None:
    """The camera is open: a small red lamp in a ring, gently breathing; at first it says so."""
    area = mark_area(desk)
    breath = round(0.62 + 0.38 * math.sin(now * 1.9), 1)
    side = desk.px(40)
    add_light(canvas, area.center, (side, side), LAMP, max(0.1, 0.5 * breath))
    around = ring(area.width // 2, max(1.5, desk.px(1.6)), (246, 235, 216, 200))
    canvas.blit(around, around.get_rect(center=area.center))
    lamp = disc(max(3, desk.px(5.5)), (*LAMP, 255))
    canvas.blit(lamp, lamp.get_rect(center=area.center))
    said = eased((_SAID - since) / (2 * FADE)) * eased(since / FADE)
    if said > 0.0:
        wide = desk.fonts.width(label, _LABEL, desk.room.unit)
        high = desk.fonts.pitch(_LABEL, desk.room.unit)
        at = (area.left - desk.px(12) - wide, area.centery - high // 2)
        brush.line(canvas, desk.room, label, _LABEL, at, said, shaded=True)


def draw_ring(canvas: pygame.Surface, desk: Desk, burn: Burn, now: float) -> None:
    """Where a film asks for a ring instead of a flame: it widens and gilds as the flame would."""
    safe = desk.room.safe
    radius = desk.px(20 + 7 * burn.height) + round(burn.shiver * desk.px(2) * math.sin(now * 40))
    colour = mixed(mixed(AMBER, GOLD, burn.gold), TEAL, max(0.0, -burn.height))
    around = ring(max(desk.px(8), radius), max(2.0, desk.px(2.5)), (*colour, 220))
    middle = (safe.left + desk.px(24), safe.bottom - desk.px(24))
    add_light(canvas, middle, (desk.px(90), desk.px(90)), colour, 0.25)
    canvas.blit(around, around.get_rect(center=middle))
