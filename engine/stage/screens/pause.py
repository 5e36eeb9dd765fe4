"""The pause, and the questions before what cannot be undone."""

from typing import Final

import pygame

from engine.messages.facts import ConsentAnswered, ResumeAsked, StopAsked, WhyAsked
from engine.stage.page import Column, Deed, Desk, Kind, Page, Panel
from engine.stage.screens.settings import row, setting_rows
from engine.stage.theme import FINE, NOTE, QUESTION, TITLE
from engine.stage.tongue import Tongue
from engine.stage.wishes import ForgetMe, Local, Preferences, Quit

UNWATCHED: Final = ConsentAnswered(yes=False)


def pause_page(
    desk: Desk,
    tongue: Tongue,
    preferences: Preferences,
    languages: tuple[str, ...] = (),
    *,
    kiosk: bool,
    watched: bool = False,
) -> Page:
    """The film stands still; everything that can be set, and the ways on, out, and unwatched."""
    width = desk.px(560)
    column = Column(desk, desk.room.safe.centerx - width // 2, 0, width)
    column.words(tongue.say("pause.title"), TITLE, most=1).space(16)
    column.add(row(column, "resume", tongue.say("pause.resume"), ResumeAsked(), kind=Kind.LIT))
    column.space(16)
    setting_rows(column, tongue, preferences, languages, full=not kiosk)
    column.space(8)
    column.add(row(column, "why", tongue.say("pause.why"), WhyAsked())).space(8)
    ways_out = [] if kiosk else [("leave", Local.ASK_LEAVE)]
    _beside(column, tongue, [*([("unwatched", UNWATCHED)] if watched else []), *ways_out])
    if not kiosk:
        keys = Column(desk, desk.room.safe.left, column.top, desk.room.safe.width)
        keys.space(12).centred(tongue.say("pause.keys"), FINE, most=1)
        column.add(keys.items[0])
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="pause", items=items, first="resume", back=ResumeAsked(), dim=0.66)


def _beside(column: Column, tongue: Tongue, deeds: list[tuple[str, Deed]]) -> None:
    """One row for all of them, side by side."""
    gap = column.desk.px(8)
    wide = (column.width - gap * (len(deeds) - 1)) // max(1, len(deeds))
    for number, (name, deed) in enumerate(deeds):
        part = Column(column.desk, column.left + number * (wide + gap), column.top, wide)
        column.items.append(row(part, name, tongue.say(f"pause.{name}"), deed))
    if deeds:
        column.top = column.items[-1].area.bottom


def question_page(
    desk: Desk, name: str, title: str, line: str, no: tuple[str, Deed], yes: tuple[str, Deed]
) -> Page:
    """A question with two answers; the one that changes nothing has the focus."""
    room = desk.room
    width, gap = desk.px(560), desk.px(16)
    column = Column(desk, room.whole.centerx - width // 2, 0, width)
    column.space(40).centred(title, QUESTION.at(34), most=2)
    if line:
        inner = Column(desk, column.left + desk.px(32), column.top, width - desk.px(64))
        column.space(8).add(inner.space(8).centred(line, NOTE, most=3).items[0])
    column.space(28)
    half = (width - gap - desk.px(64)) // 2
    for number, (key, (label, deed)) in enumerate((("no", no), ("yes", yes))):
        area = pygame.Rect(
            column.left + desk.px(32) + number * (half + gap), column.top, half, desk.px(58)
        )
        column.items.append(desk.plate(label, key, deed, area, most=1))
    column.top += desk.px(58 + 36)
    panel = Panel(area=pygame.Rect(column.left, 0, width, column.top), strength=0.94)
    column.items.insert(0, panel)
    items = column.moved((room.height - column.top) // 2)
    return Page(name=name, items=items, first="no", back=no[1], dim=0.7)


def leave_page(desk: Desk, tongue: Tongue, *, keeps: bool = False) -> Page:
    """Leave the film? What becomes of the viewing is said."""
    line = tongue.say("leave.keeps" if keeps else "leave.line")
    return question_page(
        desk, "leave", tongue.say("leave.title"), line,
        (tongue.say("leave.no"), Local.STAY), (tongue.say("leave.yes"), StopAsked()),
    )  # fmt: skip


def forget_page(desk: Desk, tongue: Tongue) -> Page:
    """Should films forget whoever asks?"""
    return question_page(
        desk, "forget", tongue.say("forget.title"), tongue.say("forget.line"),
        (tongue.say("forget.no"), Local.SETTINGS), (tongue.say("forget.yes"), ForgetMe()),
    )  # fmt: skip


def quit_page(desk: Desk, tongue: Tongue) -> Page:
    """Close the house?"""
    return question_page(
        desk, "quit", tongue.say("quit.title"), "",
        (tongue.say("quit.no"), Local.CLOSE), (tongue.say("quit.yes"), Quit()),
    )  # fmt: skip
