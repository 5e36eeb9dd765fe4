"""What stands before a film: what it contains, and the moment until its first frame."""

import math
from typing import Final

import pygame

from engine.messages.facts import WarningAnswered
from engine.stage.bill import Bill
from engine.stage.page import Column, Desk, Kind, Page
from engine.stage.screens.settings import row
from engine.stage.theme import CAPS, NOTE, SAND, TITLE
from engine.stage.tongue import Tongue
from engine.stage.wishes import Avoid, Local, PlayFilm

_MOST_ROWS: Final = 6
_WIDTHS: Final = (640, 980, 1180)
"""How wide what a film contains stands, in one, two and three columns."""


def warning_page(desk: Desk, tongue: Tongue, bill: Bill, avoids: frozenset[str]) -> Page:
    """What the film contains; what somebody would rather not see is switched off."""
    width = min(desk.room.safe.width, desk.px(_WIDTHS[_across(bill) - 1]))
    column = Column(desk, desk.room.safe.centerx - width // 2, 0, width)
    column.words(tongue.say("warning.caps"), CAPS).space(6)
    column.words(tongue.say("warning.title"), TITLE, most=1).space(4)
    column.words(tongue.say("warning.how"), NOTE, most=2).space(18)
    _contained(column, tongue, bill, avoids)
    column.space(16)
    half = (width - desk.px(16)) // 2
    go = pygame.Rect(column.left, column.top, half, desk.px(58))
    back = go.move(half + desk.px(16), 0)
    column.items += [
        desk.plate(tongue.say("warning.go"), "go", PlayFilm(bill.film, avoids), go,
                   kind=Kind.LIT, most=1),
        desk.plate(tongue.say("warning.back"), "back", Local.CLOSE, back, most=1),
    ]  # fmt: skip
    column.top = go.bottom
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="warning", items=items, first="go", back=Local.CLOSE, dim=0.72)


def _across(bill: Bill) -> int:
    """In how many columns what it contains stands."""
    return max(1, min(len(_WIDTHS), math.ceil(len(bill.warnings) / _MOST_ROWS)))


def _contained(column: Column, tongue: Tongue, bill: Bill, avoids: frozenset[str]) -> None:
    """A row for each warning, in as many columns as it takes."""
    desk, gap, across = column.desk, column.desk.px(16), _across(bill)
    width = (column.width + gap) // across - gap
    high = math.ceil(len(bill.warnings) / across)
    top = foot = column.top
    for number in range(across):
        one = Column(desk, column.left + number * (width + gap), top, width)
        for warning in bill.warnings[number * high : (number + 1) * high]:
            value = tongue.say("warning.avoided" if warning in avoids else "warning.shown")
            shown = bill.warning(warning, tongue.code)
            one.add(row(one, f"warning {warning}", shown, Avoid(warning), value=value)).space(8)
        column.items += one.items
        foot = max(foot, one.top)
    column.top = foot


def warned_page(desk: Desk, tongue: Tongue, warnings: tuple[str, ...]) -> Page:
    """What the next scene holds that the film has no way around: go on, or stop."""
    width, gap = desk.px(720), desk.px(20)
    column = Column(desk, desk.room.whole.centerx - width // 2, 0, width)
    column.centred(tongue.say("warned.caps"), CAPS).space(10)
    column.centred(tongue.listed(warnings), TITLE, most=3).space(10)
    column.centred(tongue.say("warned.how"), NOTE, most=3).space(30)
    half = (width - gap) // 2
    for number, (name, go_on) in enumerate((("go", True), ("stop", False))):
        area = pygame.Rect(column.left + number * (half + gap), column.top, half, desk.px(70))
        plate = desk.plate(
            tongue.say(f"warned.{name}"), name, WarningAnswered(go_on=go_on), area,
            digit=str(number + 1), most=2,
        )  # fmt: skip
        column.items.append(plate)
    column.top += desk.px(70)
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="warned", items=items, back=WarningAnswered(go_on=False), dim=0.82)


def loading_page(desk: Desk, tongue: Tongue, bill: Bill) -> Page:
    """The film's name, breathing, until its first frame is there."""
    safe = desk.room.safe
    column = Column(desk, safe.left, 0, safe.width)
    column.centred(bill.title(tongue.code), TITLE, most=1).space(4)
    column.centred(tongue.say("loading.line"), NOTE.tinted(SAND), most=1)
    items = column.moved(round(desk.room.height * 0.64))
    return Page(name="loading", items=items, dim=0.7, breathing=frozenset({"words"}))
