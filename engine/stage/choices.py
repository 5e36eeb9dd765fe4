"""The card of a decision over the rolling film, and the ways of looking beside the flame."""

import math
from collections.abc import Callable
from typing import Final

import pygame

from engine.messages.facts import OptionPressed
from engine.messages.orders import Ask, CardOption
from engine.stage.brush import State
from engine.stage.light import add_light, lay
from engine.stage.page import (
    Align,
    Button,
    Desk,
    Item,
    Kind,
    Page,
    Veil,
    Words,
    field_inside,
)  # fmt: skip
from engine.stage.reading_order import from_right
from engine.stage.shapes import Plate, plate
from engine.stage.theme import (
    AMBER,
    EMBER,
    GOLD,
    LABEL,
    NOTE,
    QUESTION,
    Colour,
    Style,
    eased,
    mixed,
)  # fmt: skip
from engine.stage.tongue import Tongue
from engine.stage.wishes import Local
from engine.stage.words_field import WordsField
from engine.story.model import Way
from engine.story.units import OptionId, Seconds

_GAP: Final = 16
_FLAME: Final = 56
"""Units at either end of the row that are left to the flame in the corner."""
_WIDEST, _NARROWEST = 400, 190
"""Units a plate may be wide."""
_ANSWER: Final = 0.18
"""Seconds in which an answer lights up."""
_HURRY: Final = Seconds(3.0)
"""When this little is left the clock's light turns to embers."""
KEYS: Final = 9
FIELD: Final = "\N{LOWER RIGHT PENCIL}field"
"""The text field's name among the answers."""


class Card:
    """A decision that is open: what is asked, and what has been answered so far."""

    def __init__(self, ask: Ask, field: WordsField, clock: Callable[[], float]) -> None:
        self.ask = ask
        self.field = field
        self._clock = clock
        self._taken: tuple[OptionId, float] | None = None
        self.unclear = False
        self.answered = False
        """Whether it is closed, and stands only to show what was taken until the cut."""

    @property
    def writes(self) -> bool:
        """Whether words can be written."""
        return Way.TEXT in self.ask.ways and not self.answered

    def acknowledge(self, option: OptionId) -> None:
        """Show that this option was taken; a press on another still counts."""
        if self._taken is None or self._taken[0] != option:
            self._taken = (option, self._clock())
        self.unclear = False

    def renew(self, ask: Ask) -> None:
        """The same decision asked again: with a clock now, or with another."""
        self.ask = ask

    def states(self) -> dict[str, State]:
        """How each plate stands."""
        return taken_states(self._taken, self.ask.options, self._clock())

    @property
    def taken(self) -> OptionId | None:
        """The option that was acknowledged."""
        return self._taken[0] if self._taken else None


def taken_states(
    taken: tuple[OptionId, float] | None, options: tuple[CardOption, ...], now: float
) -> dict[str, State]:
    """The taken option lit, the others fading."""
    if taken is None:
        return {}
    share = min(1.0, max(0.05, (now - taken[1]) / _ANSWER))
    return {
        option.id: State(taken=share) if option.id == taken[0] else State(faded=share)
        for option in options
    }


def card_page(desk: Desk, card: Card, tongue: Tongue) -> Page:
    """The card: the question, a place to write if words count, and the options as plates."""
    safe = desk.room.safe
    beside_flame = safe.inflate(-2 * desk.px(_FLAME), 0)
    plates = option_plates(desk, card.ask.options, beside_flame)
    if card.answered:
        return Page(name="answered", items=plates)
    items: list[Item] = [*plates]
    top = min((plate.area.top for plate in plates), default=safe.bottom) - desk.px(34)
    if card.writes:
        written = _writing(desk, card, tongue, top)
        items = [*written, *items]
        top = written[0].area.top - desk.px(8)
    if card.unclear:
        told = _above(desk, tongue.say("card.unclear"), NOTE.tinted(GOLD), top - desk.px(2))
        items.append(told)
        top = told.area.top - desk.px(6)
    if card.ask.ask:
        question = _above(desk, card.ask.ask, QUESTION, top - desk.px(4))
        items.append(question)
        top = question.area.top
    veil_top = max(0, top - desk.px(96))
    bottom = desk.room.whole.bottom
    veil = Veil(area=pygame.Rect(0, veil_top, desk.room.width, bottom - veil_top))
    return Page(name="card", items=(veil, *items))


def option_plates(
    desk: Desk, options: tuple[CardOption, ...], safe: pygame.Rect
) -> tuple[Button, ...]:
    """
    The options along the lower edge: one row while they fit, else a grid.

    The first stands at the left, or at the right where its label is read from there.
    """
    leftwards = bool(options) and from_right(options[0].label)
    gap = desk.px(_GAP)
    columns = _columns(desk, options, safe.width)
    rows = math.ceil(len(options) / columns)
    width = _plate_width(desk, options, columns, safe.width)
    height = desk.px(_plate_height(desk, options, width))
    top = safe.bottom - rows * height - (rows - 1) * gap
    found = []
    for number, option in enumerate(options):
        row, column = divmod(number, columns)
        in_row = min(columns, len(options) - row * columns)
        column = in_row - 1 - column if leftwards else column
        left = safe.centerx - (in_row * width + (in_row - 1) * gap) // 2
        area = pygame.Rect(
            left + column * (width + gap), top + row * (height + gap), width, height
        )
        digit = str(number + 1) if number < KEYS else None
        found.append(
            desk.plate(option.label, option.id, OptionPressed(option.id), area, digit=digit)
        )
    return tuple(found)


def _columns(desk: Desk, options: tuple[CardOption, ...], width: int) -> int:
    count = len(options)
    most = max(1, (width + desk.px(_GAP)) // desk.px(_NARROWEST + 70 + _GAP))
    if count <= most:
        return count
    rows = math.ceil(count / most)
    return math.ceil(count / rows)


def _plate_width(desk: Desk, options: tuple[CardOption, ...], columns: int, width: int) -> int:
    wanted = max((desk.label_width(o.label, digit=True) for o in options), default=0)
    room = (width - (columns - 1) * desk.px(_GAP)) // max(1, columns)
    return min(room, max(desk.px(_NARROWEST), min(wanted + desk.px(24), desk.px(_WIDEST))))


def _plate_height(desk: Desk, options: tuple[CardOption, ...], width: int) -> int:
    inside = width - desk.px(84)
    one_line = all(desk.label_width(o.label) - desk.px(44) <= inside for o in options)
    return 62 if one_line else 82


def _above(desk: Desk, text: str, style: Style, foot: int) -> Words:
    """Centred words, with their shade, whose last line stands on `foot`."""
    safe = desk.room.safe
    found = desk.words(
        text, style, (safe.centerx, 0), round(safe.width * 0.86),
        align=Align.MIDDLE, balanced=True, most=2, shaded=True,
    )  # fmt: skip
    found.area.bottom = foot
    return found


def _writing(desk: Desk, card: Card, tongue: Tongue, foot: int) -> tuple[Item, ...]:
    """The field, with the button that sends what is in it."""
    field, safe = card.field, desk.room.safe
    send = tongue.say("card.send")
    width, side, gap = desk.px(620), desk.label_width(send) + desk.px(8), desk.px(10)
    height = desk.px(54)
    area = pygame.Rect(safe.centerx - (width + gap + side) // 2, foot - height, width, height)
    ink = None
    if not field.empty:
        inside = field_inside(desk.room, area)
        ink = field.ink.lay(desk.fonts, LABEL, desk.room.unit, inside, field.draft,
                            field.composing, field.choosing)  # fmt: skip
    written = Button(
        area=area, name=FIELD, deed=Local.WRITE, lines=(tongue.say("card.words"),),
        kind=Kind.FIELD, writing=ink, chosen=field.active,
    )  # fmt: skip
    beside = pygame.Rect(area.right + gap, area.top, side, height)
    return written, desk.plate(send, f"{FIELD}-send", Local.SEND, beside)


def draw_clock(
    canvas: pygame.Surface, desk: Desk, page: Page, ask: Ask, now: Seconds, alpha: float
) -> None:
    """How long there is to choose: a line of light that burns down from both its ends."""
    if ask.closes is None or alpha <= 0.0:
        return
    line = clock_line(desk, page)
    share, left = time_left(ask, now)
    colour = mixed(EMBER, AMBER, eased(left / _HURRY)) if left < _HURRY else AMBER
    bed = Plate(width=line.width, height=line.height, radius=line.height, body=(*AMBER, 46))
    lay(canvas, plate(bed), line.topleft, alpha)
    # By fours, so that few lines of light need to be made.
    width = max(line.height, round(line.width * share) // 4 * 4)
    body = Plate(width=width, height=line.height, radius=line.height, body=(*_coarse(colour), 255))
    lit = line.copy()
    lit.width = width
    lit.centerx = line.centerx
    lay(canvas, plate(body), lit.topleft, alpha)
    side = desk.px(34)
    for end in (lit.midleft, lit.midright):
        add_light(canvas, end, (side, side), _coarse(colour), 0.75 * round(alpha, 1))


def clock_line(desk: Desk, page: Page) -> pygame.Rect:
    """Where the line of light stands: over the answers, as wide as they are together."""
    answers = [item.area for item in page.buttons if not item.name.startswith(FIELD)]
    around = answers[0].unionall(answers[1:])
    height = max(2, desk.px(3))
    width = max(around.width, desk.px(420))
    line = pygame.Rect(0, 0, width, height)
    line.midbottom = (around.centerx, around.top - desk.px(14))
    return line


def time_left(ask: Ask, now: Seconds) -> tuple[float, float]:
    """How much of the time to choose is left: a share of the whole, and seconds."""
    if ask.closes is None:
        return 1.0, math.inf
    left = max(0.0, ask.closes - now)
    return min(1.0, left / max(0.1, ask.closes - ask.opened)), left


def _coarse(colour: Colour) -> Colour:
    red, green, blue = (part // 16 * 16 for part in colour)
    return red, green, blue
