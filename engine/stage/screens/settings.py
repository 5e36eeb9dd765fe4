"""Settings as rows: the same in the library and in a pause."""

from dataclasses import replace

import pygame

from engine.stage.page import Button, Column, Deed, Desk, Item, Kind, Page
from engine.stage.theme import FINGER, LABEL, TITLE
from engine.stage.tongue import LANGUAGES, Tongue
from engine.stage.tongues.own import own_name
from engine.stage.wishes import LOUDER, Local, Prefer, Preferences

_ROW = FINGER
_GAP = 6


def settings_page(
    desk: Desk, tongue: Tongue, preferences: Preferences, languages: tuple[str, ...] = ()
) -> Page:
    """How films are shown; `languages` are those of the film that is looked at."""
    width = desk.px(620)
    column = Column(desk, desk.room.safe.centerx - width // 2, 0, width)
    column.words(tongue.say("settings.title"), TITLE, most=1).space(22)
    setting_rows(column, tongue, preferences, languages)
    late = tongue.say("settings.milliseconds", count=preferences.delay)
    column.add(row(column, "delay", tongue.say("settings.delay"), Local.TUNE, value=late))
    column.space(12).add(row(column, "forget", tongue.say("settings.forget"), Local.ASK_FORGET))
    column.space(20)
    back = row(column, "back", tongue.say("settings.back"), Local.CLOSE, kind=Kind.PLATE)
    column.add(back)
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="settings", items=items, first="language" if desk.fonts.chinese else "softer",
                back=Local.CLOSE, dim=0.62)  # fmt: skip


def setting_rows(
    column: Column,
    tongue: Tongue,
    preferences: Preferences,
    languages: tuple[str, ...] = (),
    *,
    full: bool = True,
) -> None:
    """A row for each setting; a press takes the next value. `full`: with the window's size."""
    on_off = {True: tongue.say("settings.on"), False: tongue.say("settings.off")}
    if column.desk.fonts.chinese:
        others = [code for code in LANGUAGES if code != tongue.code]
        _setting(column, "language", tongue.say("settings.language"), tongue.say("language.own"),
                 replace(preferences, language=others[0]))  # fmt: skip
    if not set(languages) <= set(LANGUAGES):
        heard = own_name(preferences.heard(languages))
        _setting(column, "films", tongue.say("settings.films"), heard,
                 preferences.next_film_language(languages))  # fmt: skip
    _volume(column, tongue, preferences)
    _setting(column, "subtitles", tongue.say("settings.subtitles"), on_off[preferences.subtitles],
             replace(preferences, subtitles=not preferences.subtitles))  # fmt: skip
    _setting(column, "described", tongue.say("settings.described"), on_off[preferences.described],
             replace(preferences, described=not preferences.described))  # fmt: skip
    _setting(column, "stretch", tongue.say("settings.stretch"), _stretch(tongue, preferences),
             preferences.slower())  # fmt: skip
    if full:
        _setting(column, "full", tongue.say("settings.full"), on_off[preferences.full],
                 replace(preferences, full=not preferences.full))  # fmt: skip


def row(
    column: Column, name: str, label: str, deed: Deed, *, value: str | None = None,
    kind: Kind = Kind.ROW,
) -> Button:  # fmt: skip
    """One row as wide as the column, beneath what stands there."""
    desk = column.desk
    area = pygame.Rect(column.left, column.top, column.width, desk.px(_ROW))
    return desk.plate(label, name, deed, area, value=value, kind=kind, most=1)


def _setting(column: Column, name: str, label: str, value: str, then: Preferences) -> None:
    column.add(row(column, name, label, Prefer(then), value=value)).space(_GAP)


def _volume(column: Column, tongue: Tongue, preferences: Preferences) -> None:
    """The name and the level, and beside them a softer and a louder."""
    desk = column.desk
    side, gap = desk.px(_ROW), desk.px(_GAP)
    muted = preferences.muted or preferences.volume <= 0
    shown = tongue.say("settings.muted") if muted else f"{round(preferences.volume * 100)} %"
    area = pygame.Rect(column.left, column.top, column.width - 2 * (side + gap), side)
    level = desk.plate(
        tongue.say("settings.volume"), "volume",
        Prefer(replace(preferences, muted=not preferences.muted)), area,
        value=shown, kind=Kind.ROW, most=1,
    )  # fmt: skip
    ways: list[Item] = [level]
    for number, (name, letter, by) in enumerate(
        (("softer", "\N{MINUS SIGN}", -LOUDER), ("louder", "+", LOUDER))
    ):
        key = pygame.Rect(area.right + gap + number * (side + gap), column.top, side, side)
        ways.append(
            Button(area=key, name=name, deed=Prefer(preferences.louder(by)), lines=(letter,),
                   style=LABEL, kind=Kind.KEY)
        )  # fmt: skip
    column.items += ways
    column.top = area.bottom
    column.space(_GAP)


def _stretch(tongue: Tongue, preferences: Preferences) -> str:
    if preferences.stretch is None:
        return tongue.say("settings.no_limit")
    return tongue.say("settings.times", times=f"{preferences.stretch:g}")
