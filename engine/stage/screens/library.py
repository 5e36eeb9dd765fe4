"""The library: one film's poster over the whole window, the others as a row."""

from collections.abc import Mapping
from dataclasses import replace

import pygame

from engine.stage.bill import Bill
from engine.stage.page import Button, Column, Deed, Desk, Item, Kind, Page, Veil
from engine.stage.theme import BODY, CAPS, FINE, MARQUEE, NOTE, QUESTION, SAND
from engine.stage.tongue import LANGUAGES, Tongue
from engine.stage.wishes import Local, Prefer, Preferences, Select

_TILE: tuple[int, int] = (168, 95)
_MOST_TILES = 5


def library_page(
    desk: Desk,
    tongue: Tongue,
    preferences: Preferences,
    bills: tuple[Bill, ...],
    chosen: Bill | None,
    tiles: Mapping[str, pygame.Surface],
    play: Deed,
) -> Page:
    """The chosen film announced, ways to others, to settings and out. Enter plays."""
    safe, whole = desk.room.safe, desk.room.whole
    dusk = pygame.Rect(0, whole.centery // 2, whole.width, whole.height - whole.centery // 2)
    foot = Veil(area=dusk, strength=0.94)
    corner = _corner(desk, tongue, preferences)
    if chosen is None:
        told = Column(desk, safe.left, safe.centery, safe.width).centred(
            tongue.say("library.empty"), BODY
        )
        return Page(name="library", items=(foot, *told.items, *corner), back=Local.ASK_QUIT)
    announced = _announced(desk, tongue, chosen, play)
    row = _row(desk, tongue, bills, chosen, tiles)
    return Page(
        name="library",
        items=(foot, *announced, *row, *corner),
        first="play" if not chosen.broken else "",
        back=Local.ASK_QUIT,
    )


def _announced(desk: Desk, tongue: Tongue, bill: Bill, play: Deed) -> tuple[Item, ...]:
    """Title in both languages, what it is about, and the way in; standing on the safe edge."""
    safe = desk.room.safe
    column = Column(desk, safe.left, 0, desk.px(600))
    column.words(bill.title(tongue.code), MARQUEE, most=2)
    other = bill.other_title(tongue.code)
    if other:
        column.space(2).words(other, QUESTION.tinted(SAND), most=1)
    if bill.summary(tongue.code):
        column.space(14).words(bill.summary(tongue.code), BODY.at(21), most=3)
    facts = _facts(tongue, bill)
    if facts:
        column.space(8).words(facts, NOTE, most=1)
    column.space(22)
    if bill.broken:
        column.words(tongue.say("library.broken"), NOTE, most=3)
    else:
        label = tongue.say("library.play")
        width = max(desk.px(210), desk.label_width(label) + desk.px(60))
        area = pygame.Rect(safe.left, column.top, width, desk.px(62))
        column.add(desk.plate(label, "play", play, area, kind=Kind.LIT, most=1))
    return column.moved(safe.bottom - column.top)


def _facts(tongue: Tongue, bill: Bill) -> str:
    told = []
    if bill.minutes is not None:
        low, high = (f"{round(minutes)}" for minutes in bill.minutes)
        key = "library.minutes_one" if low == high else "library.minutes"
        told.append(tongue.say(key, low=low, high=high))
    if bill.age:
        told.append(tongue.say("library.age", age=bill.age))
    return " · ".join(told)


def _row(
    desk: Desk, tongue: Tongue, bills: tuple[Bill, ...], chosen: Bill,
    tiles: Mapping[str, pygame.Surface],
) -> tuple[Item, ...]:  # fmt: skip
    """The films of the library, the chosen one lit; nothing where it is the only one."""
    if len(bills) < 2:  # noqa: PLR2004 -- alone
        return ()
    safe, gap = desk.room.safe, desk.px(16)
    width, high = desk.px(_TILE[0]), desk.px(_TILE[1])
    most = min(_MOST_TILES, (safe.width - desk.px(640) + gap) // (width + gap))
    shown = _around(bills, bills.index(chosen), max(1, most))
    left = safe.right - len(shown) * (width + gap) + gap
    items: list[Item] = []
    for number, bill in enumerate(shown):
        words = desk.words(bill.title(tongue.code), FINE.at(17), (0, 0), width, most=1)
        area = pygame.Rect(
            left + number * (width + gap), 0, width, high + desk.px(8) + words.area.height
        )
        area.bottom = safe.bottom
        items.append(
            Button(
                area=area, name=f"film {bill.film}", deed=Select(bill.film), lines=words.lines,
                style=words.style, kind=Kind.TILE, chosen=bill is chosen,
                picture=tiles.get(bill.film),
            )
        )  # fmt: skip
    return tuple(items)


def tile_size(desk: Desk) -> tuple[int, int]:
    """How large a film's small picture is."""
    return desk.px(_TILE[0]), desk.px(_TILE[1])


def _around(bills: tuple[Bill, ...], here: int, most: int) -> tuple[Bill, ...]:
    first = max(0, min(here - most // 2, len(bills) - most))
    return bills[first : first + most]


def _corner(desk: Desk, tongue: Tongue, preferences: Preferences) -> tuple[Item, ...]:
    """Who shows this, and at the right the small ways: language, settings, out."""
    safe = desk.room.safe
    brand = desk.words(
        f"{tongue.say('kinoeye')} · {tongue.say('kinoeye.line')}", CAPS.at(16),
        (safe.left, safe.top), desk.px(560), most=1,
    )  # fmt: skip
    ways: list[tuple[str, str, Deed]] = [
        ("quit", tongue.say("library.quit"), Local.ASK_QUIT),
        ("settings", tongue.say("library.settings"), Local.SETTINGS),
    ]
    if desk.fonts.chinese:
        other = next(code for code in LANGUAGES if code != tongue.code)
        label = Tongue(other).say("language.own")
        ways.append(("language", label, Prefer(replace(preferences, language=other))))
    right, items = safe.right, []
    for name, label, deed in ways:
        width = desk.label_width(label, NOTE)
        area = pygame.Rect(right - width, safe.top - desk.px(12), width, desk.px(48))
        items.append(desk.plate(label, name, deed, area, style=NOTE, kind=Kind.BARE, most=1))
        right = area.left - desk.px(8)
    return (brand, *reversed(items))
