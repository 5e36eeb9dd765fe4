"""How everything looks: one palette, one scale of type, one way of moving."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import pygame

Colour = tuple[int, int, int]
Tint = tuple[int, int, int, int]
"""A colour and how much of it, 0..255."""

NIGHT: Final[Colour] = (12, 8, 7)
"""The room before the film."""
SOOT: Final[Colour] = (24, 16, 13)
"""What plates are made of."""
IVORY: Final[Colour] = (246, 235, 216)
"""Words that must be read."""
SAND: Final[Colour] = (201, 183, 158)
"""Words that may be read."""
AMBER: Final[Colour] = (255, 188, 102)
"""Light."""
GOLD: Final[Colour] = (255, 219, 150)
EMBER: Final[Colour] = (226, 112, 58)
TEAL: Final[Colour] = (126, 198, 188)

FADE: Final = 0.2
"""Seconds a page takes to come or go."""
SWIFT: Final = 0.12
"""Seconds a plate takes to answer a finger."""
FINGER: Final = 48
"""The least side of what a finger may touch, in units."""


class Voice(StrEnum):
    """Which typeface speaks."""

    FILM = "film"
    """The film's own: serif."""
    HOUSE = "house"
    """The house's: sans."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set; sizes are in units, 1/720 of the picture's height."""

    size: float
    voice: Voice = Voice.HOUSE
    colour: Colour = IVORY
    bold: bool = False
    leading: float = 1.42
    tracking: float = 0.0
    """Extra space between letters, as a share of the size."""

    def at(self, size: float) -> "Style":
        """The same in another size."""
        return replace(self, size=size)

    def tinted(self, colour: Colour) -> "Style":
        """The same in another colour."""
        return replace(self, colour=colour)


MARQUEE: Final = Style(64, Voice.FILM, leading=1.36)
"""A film's title."""
TITLE: Final = Style(42, Voice.FILM, leading=1.36)
"""The head of a page."""
QUESTION: Final = Style(31, Voice.FILM, leading=1.35)
SPOKEN: Final = Style(29, Voice.FILM, leading=1.4)
"""Subtitles."""
BODY: Final = Style(23, Voice.HOUSE, leading=1.5)
LABEL: Final = Style(24, Voice.HOUSE, leading=1.35)
"""What stands on a plate."""
NOTE: Final = Style(19, Voice.HOUSE, SAND, leading=1.45)
FINE: Final = Style(16, Voice.HOUSE, SAND, leading=1.4)
CAPS: Final = Style(17, Voice.HOUSE, AMBER, tracking=0.14)
"""A quiet heading above a title."""


@dataclass(frozen=True, slots=True)
class Room:
    """The window's inside, and how long a unit is in it."""

    width: int
    height: int

    @property
    def unit(self) -> float:
        """Pixels in one unit: everything is laid out on a sheet of 1280 by 720 units."""
        return min(self.width / 1280, self.height / 720)

    def px(self, units: float) -> int:
        """Units as whole pixels."""
        return round(units * self.unit)

    @property
    def whole(self) -> pygame.Rect:
        """All of it."""
        return pygame.Rect(0, 0, self.width, self.height)

    @property
    def sheet(self) -> pygame.Rect:
        """The 1280 by 720 units in the middle."""
        area = pygame.Rect(0, 0, self.px(1280), self.px(720))
        area.center = self.whole.center
        return area

    @property
    def safe(self) -> pygame.Rect:
        """The part that every screen shows: 5 % in from each side of the sheet."""
        return self.sheet.inflate(-self.px(128), -self.px(72))


def eased(share: float) -> float:
    """A share of a movement, 0..1, begun and ended softly."""
    share = min(1.0, max(0.0, share))
    return share * share * (3.0 - 2.0 * share)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
