"""An exhibition's own pages: the attract picture, the operator's pad, maintenance."""

import pygame

from engine.messages.facts import MaintenanceAsked, ViewerCame
from engine.stage.bill import Bill
from engine.stage.page import (
    Align,
    Button,
    Column,
    Deed,
    Desk,
    Item,
    Kind,
    Page,
    Panel,
    Veil,
    Words,
)
from engine.stage.theme import BODY, LABEL, MARQUEE, NOTE, QUESTION, SAND, TITLE
from engine.stage.tongue import LANGUAGES, Tongue
from engine.stage.wishes import Local, PinKey, Quit

_LONGEST_PIN = 12
_INVITATION = QUESTION.at(28)
_PAD = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "ok")


def attract_page(desk: Desk, tongue: Tongue, bill: Bill) -> Page:
    """An invitation in every language under the poster; a touch anywhere begins."""
    whole, safe = desk.room.whole, desk.room.safe
    high = round(whole.height * 0.4)
    veil = Veil(area=pygame.Rect(0, whole.height - high, whole.width, high), strength=0.92)
    spoken = [tongue.code, *(code for code in LANGUAGES if code != tongue.code)]
    spoken = [code for code in spoken if code != "zh" or desk.fonts.chinese]
    invitation = "   ·   ".join(Tongue(code).say("attract.touch") for code in spoken)
    width = desk.label_width(invitation, _INVITATION) + desk.px(60)
    area = pygame.Rect(safe.centerx - width // 2, safe.bottom - desk.px(64), width, desk.px(64))
    touch = desk.plate(invitation, "touch", ViewerCame(), area, style=_INVITATION,
                       kind=Kind.BARE, most=1)  # fmt: skip
    told = _contents(desk, spoken, bill, area.top) if bill.warnings else ()
    titles: tuple[Item, ...] = ()
    if bill.poster is None:
        column = Column(desk, safe.left, 0, safe.width)
        column.centred(bill.title(tongue.code), MARQUEE, most=1)
        other = bill.other_title(tongue.code)
        if other:
            column.centred(other, QUESTION.tinted(SAND), most=1)
        foot = min((one.area.top for one in told), default=area.top)
        titles = column.moved(foot - desk.px(30) - column.top)
    return Page(
        name="attract",
        items=(veil, *titles, *told, touch),
        anywhere=ViewerCame(),
        breathing=frozenset({"touch"}),
    )


def _contents(desk: Desk, spoken: list[str], bill: Bill, foot: int) -> tuple[Words, ...]:
    """What the film contains, above the invitation: whoever would rather not, does not touch."""
    safe, told = desk.room.safe, list[Words]()
    shown = {code: [bill.warning(name, code) for name in bill.warnings] for code in spoken}
    for code in reversed(spoken):
        tongue = Tongue(code)
        if code != spoken[0] and shown[code] == shown[spoken[0]]:
            continue  # not translated: once is enough
        named = tongue.listed(shown[code])
        words = desk.words(
            tongue.say("attract.contains", what=named), NOTE, (safe.centerx, 0), safe.width,
            align=Align.MIDDLE, balanced=True, most=3,
        )  # fmt: skip
        words.area.bottom = foot
        foot = words.area.top
        told.append(words)
    return tuple(told)


def pin_page(desk: Desk, typed: int, tongue: Tongue, *, wrong: bool) -> Page:
    """The operator's pad; what was typed shows as points."""
    side, gap = desk.px(76), desk.px(12)
    width = 3 * side + 2 * gap
    pane = width + desk.px(96)
    column = Column(desk, desk.room.whole.centerx - width // 2, 0, width)
    column.space(32).centred(tongue.say("pin.title"), TITLE.at(30), most=1)
    told = tongue.say("pin.wrong" if wrong else "pin.line")
    column.centred(told, NOTE, most=1).space(10)
    shown = "● " * typed if typed else "–"
    column.centred(shown.strip(), LABEL, most=1).space(14)
    for row in range(4):
        for place in range(3):
            key = _PAD[row * 3 + place]
            area = pygame.Rect(column.left + place * (side + gap), column.top, side, side)
            column.items.append(_key(key, area))
        column.top += side + gap
    column.space(10)
    close = pygame.Rect(column.left, column.top, width, desk.px(52))
    column.items.append(desk.plate(tongue.say("pin.close"), "close", Local.CLOSE, close, most=1))
    column.top = close.bottom + desk.px(28)
    panel = pygame.Rect(desk.room.whole.centerx - pane // 2, 0, pane, column.top)
    column.items.insert(0, Panel(area=panel, strength=0.96))
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="pin", items=items, first="ok", back=Local.CLOSE, dim=0.72)


def _key(key: str, area: pygame.Rect) -> Button:
    label = {"": "‹", "ok": "✓"}.get(key, key)
    name = {"": "erase", "ok": "ok"}.get(key, f"key {key}")
    deed = Local.SEND if key == "ok" else PinKey(key)
    return Button(area=area, name=name, deed=deed, lines=(label,), style=LABEL.at(28),
                  kind=Kind.KEY, digit=key if key.isdigit() else None)  # fmt: skip


def longest_pin() -> int:
    """How many digits a PIN may have."""
    return _LONGEST_PIN


def maintenance_page(desk: Desk, tongue: Tongue) -> Page:
    """The house is at work, until the operator opens it again or ends the evening."""
    column = Column(desk, desk.room.safe.left, 0, desk.room.safe.width)
    column.centred(tongue.say("maintenance.title"), TITLE, most=1).space(8)
    column.centred(tongue.say("maintenance.line"), BODY, most=2).space(34)
    ways: tuple[tuple[str, Deed, Kind], ...] = (
        ("maintenance.on", MaintenanceAsked(), Kind.LIT),
        ("maintenance.end", Quit(), Kind.PLATE),
    )
    for key, deed, kind in ways:
        area = pygame.Rect(0, column.top, desk.px(380), desk.px(58))
        area.centerx = desk.room.safe.centerx
        column.add(desk.plate(tongue.say(key), key, deed, area, kind=kind, most=1)).space(12)
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="maintenance", items=items, first="maintenance.on", dim=0.9)
