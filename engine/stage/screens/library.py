"""The library: one film's poster over the whole window, the others as a row."""

from collections.abc import Mapping
from dataclasses import replace

import pygame

from engine.stage.ago import ago
from engine.stage.bill import Bill, Bookmark
from engine.stage.page import Button, Column, Deed, Desk, Item, Kind, Page, Veil
from engine.stage.theme import BODY, CAPS, FINE, MARQUEE, NOTE, QUESTION, SAND, TITLE
from engine.stage.tongue import LANGUAGES, Tongue
from engine.stage.wishes import Local, PlayFilm, Prefer, Preferences, Select

_TILE: tuple[int, int] = (150, 84)
_MOST_TILES = 6
_NAME = FINE.at(17)


def library_page(
    desk: Desk,
    tongue: Tongue,
    preferences: Preferences,
    bills: tuple[Bill, ...],
    chosen: Bill | None,
    tiles: Mapping[str, pygame.Surface],
    play: Deed,
    *,
    left: Bookmark | None = None,
) -> Page:
    """
    The chosen film announced, ways to others, to settings and out. Enter plays.

    Where it was `left` on an earlier evening, Enter goes on there.
    """
    safe, whole = desk.room.safe, desk.room.whole
    high = round(whole.height * 0.54)
    dusk = pygame.Rect(0, whole.height - high, whole.width, high)
    foot = Veil(area=dusk, strength=0.96)
    brow = pygame.Rect(0, 0, whole.width, round(whole.height * 0.2))
    head = Veil(area=brow, strength=0.8, hangs=True)
    corner = _corner(desk, tongue, preferences)
    if chosen is None:
        told = Column(desk, safe.left, safe.centery, safe.width).centred(
            tongue.say("library.empty"), BODY
        )
        return Page(name="library", items=(head, foot, *told.items, *corner), back=Local.ASK_QUIT)
    announced = _announced(desk, tongue, chosen, play, left)
    first = play if left is None else PlayFilm(chosen.film, resume=True)
    row = _row(desk, tongue, bills, chosen, tiles, first)
    return Page(
        name="library",
        items=(head, foot, *announced, *row, *corner),
        first="play" if not chosen.broken else "",
        back=Local.ASK_QUIT,
    )


def _announced(
    desk: Desk, tongue: Tongue, bill: Bill, play: Deed, left: Bookmark | None
) -> tuple[Item, ...]:
    """Title, what it is about, and the way in; standing on the safe edge."""
    safe = desk.room.safe
    column = Column(desk, safe.left, 0, desk.px(620))
    _title(column, tongue, bill, poster=bill.poster is not None)
    told = bill.summary(tongue.code) if left is None else _bookmark(tongue, bill, left)
    if told:
        column.space(8).words(told, BODY.at(20), most=3)
    column.space(20)
    if bill.broken:
        column.words(tongue.say("library.broken"), NOTE, most=3)
    elif left is None:
        _way_in(column, tongue, bill, play)
    else:
        _ways_in(column, tongue, bill, play)
    return column.moved(safe.bottom - column.top)


def _way_in(column: Column, tongue: Tongue, bill: Bill, play: Deed) -> None:
    """Play, and how long it takes."""
    desk = column.desk
    area = _button(column, tongue.say("library.play"), "play", play, kind=Kind.LIT)
    facts = _facts(tongue, bill)
    if facts:
        pitch = desk.fonts.pitch(NOTE, desk.room.unit)
        at = (area.right + desk.px(24), area.centery - pitch // 2)
        column.items.append(desk.words(facts, NOTE, at, column.width - area.width, most=1))


def _ways_in(column: Column, tongue: Tongue, bill: Bill, play: Deed) -> None:
    """Go on where it was left, or see it from the start."""
    go_on = PlayFilm(bill.film, resume=True)
    top = column.top
    lit = _button(column, tongue.say("library.go_on"), "play", go_on, kind=Kind.LIT)
    column.top = top
    beside = lit.right + column.desk.px(16)
    _button(column, tongue.say("library.anew"), "anew", play, left=beside)


def _button(
    column: Column, label: str, name: str, deed: Deed, *,
    kind: Kind = Kind.PLATE, left: int | None = None,
) -> pygame.Rect:  # fmt: skip
    desk = column.desk
    width = max(desk.px(210), desk.label_width(label) + desk.px(60))
    area = pygame.Rect(column.left if left is None else left, column.top, width, desk.px(60))
    column.add(desk.plate(label, name, deed, area, kind=kind, most=1))
    return area


def _bookmark(tongue: Tongue, bill: Bill, left: Bookmark) -> str:
    chapter, when = bill.chapter(left, tongue.code), ago(left.ago, tongue)
    if not chapter:
        return tongue.say("library.left", ago=when)
    return tongue.say("library.left_in", chapter=chapter, ago=when)


def _title(column: Column, tongue: Tongue, bill: Bill, *, poster: bool) -> None:
    """In both languages: large where no poster says it already."""
    title, other = bill.title(tongue.code), bill.other_title(tongue.code)
    if poster:
        both = f"{title}   {other}" if other else title
        column.words(both, TITLE.at(32), most=2)
        return
    column.words(title, MARQUEE, most=2)
    if other:
        column.words(other, QUESTION.tinted(SAND), most=1)


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
    tiles: Mapping[str, pygame.Surface], play: Deed,
) -> tuple[Item, ...]:  # fmt: skip
    """The films of the library, the chosen one lit; nothing where it is the only one."""
    if len(bills) < 2:  # noqa: PLR2004 -- alone
        return ()
    safe, gap = desk.room.safe, desk.px(16)
    width, high = desk.px(_TILE[0]), desk.px(_TILE[1])
    most = min(_MOST_TILES, (safe.width - desk.px(640) + gap) // (width + gap))
    shown = _around(bills, bills.index(chosen), max(1, most))
    left = safe.right - len(shown) * (width + gap) + gap
    pitch = desk.fonts.pitch(_NAME, desk.room.unit)
    items: list[Item] = []
    for number, bill in enumerate(shown):
        name = desk.words(bill.title(tongue.code), _NAME, (0, 0), width, most=1)
        area = pygame.Rect(left + number * (width + gap), 0, width, high + desk.px(8) + pitch)
        area.bottom = safe.bottom
        items.append(
            Button(
                area=area, name=f"film {bill.film}", deed=_pressed(bill, chosen, play),
                lines=name.lines, style=name.style, kind=Kind.TILE, chosen=bill is chosen,
                picture=tiles.get(bill.film),
            )
        )  # fmt: skip
    return tuple(items)


def _pressed(bill: Bill, chosen: Bill, play: Deed) -> Deed:
    """A first press brings a film forward, a second plays it."""
    return play if bill is chosen and not bill.broken else Select(bill.film)


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
