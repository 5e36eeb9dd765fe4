"""A page as a value: every word, plate and picture on it with its place. Nothing is drawn here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import pygame

from engine.messages.facts import Fact
from engine.stage.fonts import Fonts
from engine.stage.theme import FINGER, LABEL, Room, Style
from engine.stage.wishes import Avoid, Local, PinKey, Select, Wish

Deed = Fact | Wish | Local | Select | Avoid | PinKey
"""What pressing something does."""


class Align(StrEnum):
    """On which side lines meet."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Kind(StrEnum):
    """How a thing to press looks."""

    PLATE = "plate"
    """An answer: dark glass with an edge of light."""
    LIT = "lit"
    """The one thing most people want."""
    BARE = "bare"
    """Words only, until it is pointed at."""
    ROW = "row"
    """A setting: its name on the left, what it is on the right."""
    KEY = "key"
    TILE = "tile"
    """A picture with its name beneath."""
    HINT = "hint"
    """A way of looking, small beside the flame."""
    FIELD = "field"
    """Where words are written; `writing` is what stands there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some lines of text; `area` holds them exactly."""

    area: pygame.Rect
    lines: tuple[str, ...]
    style: Style
    align: Align = Align.LEFT
    shaded: bool = False
    """With a soft dark around, for words over a moving picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A line that is being written, drawn already; measured from the window's left edge."""

    line: pygame.Surface
    left: int
    caret: int
    selected: tuple[int, int] | None = None
    composed: tuple[int, int] | None = None
    """What an input method is still choosing: it is underlined."""
    left_over: int | None = None
    """How many letters may still follow; none while there is room enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something that can be pressed."""

    area: pygame.Rect
    name: str
    """Unique on its page; focus stays with it when the page is laid out anew."""
    deed: Deed
    lines: tuple[str, ...] = ()
    style: Style = LABEL
    kind: Kind = Kind.PLATE
    digit: str | None = None
    """The number key that presses it."""
    value: str | None = None
    chosen: bool = False
    picture: pygame.Surface | None = None
    writing: Writing | None = None
    """What stands in a field; none while nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture, made to fit its area already."""

    area: pygame.Rect
    image: pygame.Surface
    framed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thin line of light. `bright` 0..1."""

    area: pygame.Rect
    bright: float = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point of light."""

    area: pygame.Rect
    lit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A pane that other things stand on; they may lie over it."""

    area: pygame.Rect
    strength: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Veil:
    """Dark that thickens from its top to its bottom, so that words on it can be read."""

    area: pygame.Rect
    strength: float = 0.85
    hangs: bool = False
    """Whether it thickens towards its top instead."""


Item = Words | Button | Picture | Rule | Dot | Panel | Veil


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on one page."""

    name: str
    items: tuple[Item, ...]
    first: str = ""
    """The button that has the focus when the page comes."""
    back: Deed | None = None
    """What Esc does."""
    anywhere: Deed | None = None
    """What a touch beside every button does."""
    dim: float = 0.0
    """How much of the light behind is taken away, 0..1; what lies there is out of focus then."""
    breathing: frozenset[str] = field(default_factory=frozenset)
    """Buttons, or `words`, that slowly brighten and dim."""

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be pressed, in the order Tab goes."""
        return tuple(item for item in self.items if isinstance(item, Button))

    def button(self, name: str) -> Button | None:
        """The button of that name; none if the page has none."""
        return next((button for button in self.buttons if button.name == name), None)

    def under(self, point: tuple[int, int]) -> Button | None:
        """The button at a point."""
        return next((b for b in self.buttons if b.area.collidepoint(point)), None)


@dataclass(frozen=True, slots=True)
class Desk:
    """What one lays pages out with: a window's inside and the typefaces."""

    room: Room
    fonts: Fonts

    def px(self, units: float) -> int:
        """Units as pixels."""
        return self.room.px(units)

    def words(
        self,
        text: str,
        style: Style,
        at: tuple[int, int],
        width: int,
        *,
        align: Align = Align.LEFT,
        balanced: bool = False,
        most: int | None = None,
        shaded: bool = False,
    ) -> Words:
        """
        Text set from a top left corner (top middle, top right by `align`), `width` wide at most.

        With `most` lines at most: smaller letters are tried before words are left out.
        """
        fonts, unit = self.fonts, self.room.unit
        setting = fonts.balanced if balanced else fonts.wrap
        fewest = 99 if most is None else most
        lines = setting(text, style, unit, width, fewest)
        least = max(15.0, style.size * 0.68)
        while len(lines) > fewest and style.size - 1 >= least:
            style = style.at(style.size - 1)
            lines = setting(text, style, unit, width, fewest)
        if most is not None and len(lines) > most:
            lines = self._cut_short(lines[:most], style, width)
        wide, high = fonts.block(lines, style, unit)
        left = {Align.LEFT: 0, Align.MIDDLE: wide // 2, Align.RIGHT: wide}[align]
        area = pygame.Rect(at[0] - left, at[1], wide, high)
        return Words(area=area, lines=lines, style=style, align=align, shaded=shaded)

    def plate(
        self,
        text: str,
        name: str,
        deed: Deed,
        area: pygame.Rect,
        *,
        style: Style = LABEL,
        kind: Kind = Kind.PLATE,
        digit: str | None = None,
        value: str | None = None,
        chosen: bool = False,
        most: int = 2,
    ) -> Button:
        """A button with its label fitted inside; never smaller than a finger."""
        area = area.copy()
        grow = self.px(FINGER) - area.height
        if grow > 0:
            area.inflate_ip(0, grow)
        inside = area.width - self.px(inset(kind, digit) + 22)
        if value is not None:
            inside -= self.fonts.width(value, style, self.room.unit) + self.px(16)
        set_words = self.words(text, style, (0, 0), inside, balanced=True, most=most)
        return Button(
            area=area, name=name, deed=deed, lines=set_words.lines, style=set_words.style,
            kind=kind, digit=digit, value=value, chosen=chosen,
        )  # fmt: skip

    def label_width(self, text: str, style: Style = LABEL, *, digit: bool = False) -> int:
        """How wide a plate must be for a label on one line."""
        return self.fonts.width(text, style, self.room.unit) + self.px(84 if digit else 44) + 4

    def _cut_short(self, lines: tuple[str, ...], style: Style, width: int) -> tuple[str, ...]:
        last = lines[-1]
        while last and self.fonts.width(last + "…", style, self.room.unit) > width:
            last = last[:-1]
        return (*lines[:-1], last.rstrip() + "…")


def field_inside(room: Room, area: pygame.Rect) -> pygame.Rect:
    """Where in a field its words may be seen."""
    return area.inflate(-2 * room.px(20), 0)


def inset(kind: Kind, digit: str | None) -> int:
    """Units from a plate's left edge to its label."""
    if digit is None or kind is Kind.KEY:
        return 22
    return 44 if kind is Kind.HINT else 62


class Column:
    """Things set one under another, from a top edge down."""

    def __init__(self, desk: Desk, left: int, top: int, width: int) -> None:
        self.desk, self.left, self.top, self.width = desk, left, top, width
        self.items: list[Item] = []

    def space(self, units: float) -> "Column":
        """Leave room."""
        self.top += self.desk.px(units)
        return self

    def words(self, text: str, style: Style, *, most: int | None = None) -> "Column":
        """Text as wide as the column."""
        return self.add(self.desk.words(text, style, (self.left, self.top), self.width, most=most))

    def centred(self, text: str, style: Style, *, most: int | None = None) -> "Column":
        """Text in the column's middle, in balanced lines."""
        at = (self.left + self.width // 2, self.top)
        return self.add(
            self.desk.words(
                text, style, at, self.width, align=Align.MIDDLE, balanced=True, most=most
            )
        )

    def rule(self, bright: float = 0.3) -> "Column":
        """A thin line of light across."""
        high = max(1, self.desk.px(1))
        area = pygame.Rect(self.left, self.top, self.width, high)
        return self.add(Rule(area=area, bright=bright))

    def add(self, item: Item) -> "Column":
        """Something laid out already, whose bottom the next thing stands under."""
        self.items.append(item)
        self.top = item.area.bottom
        return self

    def moved(self, down: int) -> tuple[Item, ...]:
        """All of it, lower by so many pixels."""
        return tuple(shifted(self.items, (0, down)))


def shifted(items: list[Item], by: tuple[int, int]) -> Iterator[Item]:
    """The same things elsewhere."""
    for item in items:
        item.area.move_ip(by)
        yield item


Setting = Callable[[Desk], Page]
"""What lays a page out for whatever window there is."""
