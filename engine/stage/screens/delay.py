"""Where picture and sound are made to fall together: a flash, a click, and a number between."""

from typing import Final

import pygame

from engine.stage.page import Button, Column, Desk, Dot, Kind, Page
from engine.stage.theme import BODY, LABEL, NOTE, TITLE
from engine.stage.tongue import Tongue
from engine.stage.wishes import DELAY_STEP, Local, Prefer, Preferences
from engine.story.units import Seconds

FLASH: Final = Seconds(0.1)
"""How long the flash is seen."""
_DISC: Final = 200
_KEY: Final = 64


def delay_page(desk: Desk, tongue: Tongue, preferences: Preferences, *, lit: bool) -> Page:
    """The flash, how late the sound is, and the ways to move it; `lit`: at this moment."""
    width = desk.px(620)
    column = Column(desk, desk.room.safe.centerx - width // 2, 0, width)
    column.centred(tongue.say("delay.title"), TITLE, most=1).space(10)
    column.centred(tongue.say("delay.line"), NOTE.at(BODY.size), most=3).space(26)
    side = desk.px(_DISC)
    flash = pygame.Rect(desk.room.safe.centerx - side // 2, column.top, side, side)
    column.add(Dot(area=flash, lit=lit)).space(26)
    _number(column, tongue, preferences)
    column.space(26)
    area = pygame.Rect(column.left, column.top, width, desk.px(58))
    column.add(desk.plate(tongue.say("delay.done"), "done", Local.SETTINGS, area,
                          kind=Kind.LIT, most=1))  # fmt: skip
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="delay", items=items, first="done", back=Local.SETTINGS, dim=0.78)


def _number(column: Column, tongue: Tongue, preferences: Preferences) -> None:
    """A shorter and a longer, and how long it is between them."""
    desk, side = column.desk, column.desk.px(_KEY)
    ways = (("sooner", "\N{MINUS SIGN}", -DELAY_STEP, column.left),
            ("later", "+", DELAY_STEP, column.left + column.width - side))  # fmt: skip
    for name, letter, by, left in ways:
        column.items.append(
            Button(area=pygame.Rect(left, column.top, side, side), name=name,
                   deed=Prefer(preferences.later(by)), lines=(letter,), style=LABEL, kind=Kind.KEY)
        )  # fmt: skip
    shown = tongue.say("settings.milliseconds", count=preferences.delay)
    high = desk.fonts.pitch(TITLE, desk.room.unit)
    at = (column.left + column.width // 2, column.top + (side - high) // 2)
    number = Column(desk, at[0] - column.width // 4, at[1], column.width // 2)
    number.centred(shown, TITLE, most=1)
    column.items += number.items
    column.top += side
