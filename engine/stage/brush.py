"""Draws the things of a page, each as warm as it is looked at."""

from dataclasses import dataclass
from typing import Final

import pygame

from engine.stage.fonts import Fonts
from engine.stage.light import bar, lay, lay_middle
from engine.stage.page import (
    Align,
    Button,
    Dot,
    Item,
    Kind,
    Panel,
    Picture,
    Rule,
    Veil,
    Words,
    inset,
)
from engine.stage.reading_order import from_right
from engine.stage.shapes import Plate, disc, dusk, plate, shade
from engine.stage.theme import (
    AMBER,
    EMBER,
    GOLD,
    IVORY,
    NIGHT,
    SAND,
    SOOT,
    Room,
    Style,
    Tint,
    mixed,
)
from engine.stage.written import draw_field

_SHADES_KEPT: Final = 120


@dataclass(frozen=True, slots=True)
class State:
    """How a button stands at this moment; each from 0 to 1."""

    warm: float = 0.0
    """Pointed at, or having the focus."""
    down: float = 0.0
    taken: float = 0.0
    """Acknowledged as the answer."""
    faded: float = 0.0
    """Another was taken."""
    focus: bool = False


CALM: Final = State()


class Brush:
    """Draws on one surface; everything is made once and kept."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._shades: dict[tuple[str, Style, int], pygame.Surface] = {}

    @property
    def fonts(self) -> Fonts:
        """Its typefaces."""
        return self._fonts

    def draw(
        self,
        canvas: pygame.Surface,
        room: Room,
        item: Item,
        state: State = CALM,
        alpha: float = 1.0,
    ) -> None:
        """One thing, at its place."""
        if alpha <= 0.0:
            return
        match item:
            case Words():
                self._words(canvas, room, item, alpha)
            case Button():
                self._button(canvas, room, item, state, alpha)
            case Picture(area=area, image=image, framed=framed):
                lay(canvas, image, area.topleft, alpha)
                if framed:
                    self._frame(canvas, room, area, alpha)
            case Rule(area=area, bright=bright):
                lay(canvas, bar(area.size, bright), area.topleft, alpha)
            case Dot(area=area, lit=lit):
                colour: Tint = (*AMBER, 255) if lit else (*SAND, 90)
                lay_middle(canvas, disc(max(2, area.width // 2), colour), area.center, alpha)
            case Panel(area=area, strength=strength):
                lay(canvas, _panel(area.size, room.px(20), strength), area.topleft, alpha)
            case Veil(area=area, strength=strength, hangs=hangs):
                thin: Tint = (*NIGHT, 0)
                thick: Tint = (*NIGHT, round(255 * strength))
                top, foot = (thick, thin) if hangs else (thin, thick)
                lay(canvas, dusk(*area.size, top, foot), area.topleft, alpha)

    def line(
        self, canvas: pygame.Surface, room: Room, text: str, style: Style,
        at: tuple[int, int], alpha: float = 1.0, *, shaded: bool = False,
    ) -> None:  # fmt: skip
        """One line of text from its top left corner."""
        if not text:
            return
        if shaded:
            reach = max(3, room.px(style.size * 0.34))
            lay(canvas, self._shade(text, style, room, reach),
                 (at[0] - 2 * reach, at[1] - 2 * reach), alpha)  # fmt: skip
        lay(canvas, self._fonts.line(text, style, room.unit), at, alpha)

    def _shade(self, text: str, style: Style, room: Room, reach: int) -> pygame.Surface:
        key = (text, style, reach)
        if key not in self._shades:
            if len(self._shades) >= _SHADES_KEPT:
                del self._shades[next(iter(self._shades))]
            self._shades[key] = shade(self._fonts.line(text, style, room.unit), reach)
        return self._shades[key]

    def _words(self, canvas: pygame.Surface, room: Room, item: Words, alpha: float) -> None:
        pitch = self._fonts.pitch(item.style, room.unit)
        for number, text in enumerate(item.lines):
            wide = self._fonts.width(text, item.style, room.unit)
            spare = item.area.width - wide
            aside = {Align.LEFT: spare if from_right(text) else 0, Align.MIDDLE: spare // 2,
                     Align.RIGHT: spare}[item.align]  # fmt: skip
            at = (item.area.left + aside, item.area.top + number * pitch)
            self.line(canvas, room, text, item.style, at, alpha, shaded=item.shaded)

    def _button(
        self, canvas: pygame.Surface, room: Room, item: Button, state: State, alpha: float
    ) -> None:
        alpha *= 1.0 - 0.62 * state.faded
        area = item.area.move(0, room.px(1.5 * state.down))
        if item.kind is Kind.TILE:
            self._tile(canvas, room, item, state, alpha)
        elif item.kind is Kind.FIELD:
            self._body(canvas, room, item, area, state, alpha)
            draw_field(canvas, room, self, item, area, alpha)
        else:
            self._body(canvas, room, item, area, state, alpha)
            self._label(canvas, room, item, area, state, alpha)
        if state.focus and item.kind is not Kind.TILE:
            self._focus(canvas, room, item, area, alpha)

    def _body(
        self, canvas: pygame.Surface, room: Room, item: Button, area: pygame.Rect,
        state: State, alpha: float,
    ) -> None:  # fmt: skip
        looks = _looks(item.kind, item.chosen)
        for tints, share in ((looks[0], 1.0), (looks[1], max(state.warm, state.down)),
                             (_TAKEN, state.taken)):  # fmt: skip
            if tints is not None and share > 0.0:
                self._plate(
                    canvas, room, area, _radius(item.kind, room, area), tints, alpha * share
                )

    def _plate(
        self, canvas: pygame.Surface, room: Room, area: pygame.Rect, radius: int,
        tints: "Looks", alpha: float,
    ) -> None:  # fmt: skip
        reach = room.px(26) if tints.glow[3] else 0
        form = Plate(
            width=area.width, height=area.height, radius=radius, body=tints.body, foot=tints.foot,
            edge=tints.edge, edge_width=max(1.0, tints.edge_width * room.unit),
            glow=tints.glow, reach=reach,
        )  # fmt: skip
        lay(canvas, plate(form), (area.left - reach, area.top - reach), alpha)

    def _label(
        self, canvas: pygame.Surface, room: Room, item: Button, area: pygame.Rect,
        state: State, alpha: float,
    ) -> None:  # fmt: skip
        lit = 1.0 if item.kind is Kind.LIT else state.taken
        colour = mixed(mixed(item.style.colour, GOLD, state.warm * 0.6), NIGHT, lit)
        style = item.style.tinted(colour)
        pitch = self._fonts.pitch(style, room.unit)
        before, behind = room.px(inset(item.kind, item.digit)), room.px(22)
        if _reads_left(item):
            before, behind = behind, before
        left_edge, right_edge = area.left + before, area.right - behind
        top = area.centery - pitch * len(item.lines) // 2
        for number, text in enumerate(item.lines):
            wide = self._fonts.width(text, style, room.unit)
            left = left_edge
            if item.kind not in {Kind.ROW, Kind.HINT}:
                left = (left_edge + right_edge - wide) // 2
            elif from_right(text) and item.value is None:
                left = right_edge - wide
            self.line(canvas, room, text, style, (left, top + number * pitch), alpha)
        if item.digit is not None and item.kind is not Kind.KEY:
            self._digit(canvas, room, item, area, lit, alpha)
        if item.value is not None:
            shown = item.style.tinted(mixed(AMBER, GOLD, state.warm))
            wide = self._fonts.width(item.value, shown, room.unit)
            at = (area.right - room.px(22) - wide, area.centery - pitch // 2)
            self.line(canvas, room, item.value, shown, at, alpha)

    def _digit(
        self, canvas: pygame.Surface, room: Room, item: Button, area: pygame.Rect,
        lit: float, alpha: float,
    ) -> None:  # fmt: skip
        small = item.kind is Kind.HINT
        side = room.px(22 if small else 28)
        form = Plate(width=side, height=side, radius=side / 4, body=(*AMBER, 26),
                     edge=(*mixed(AMBER, NIGHT, lit), 150),
                     edge_width=max(1.0, room.unit))  # fmt: skip
        aside = room.px(12 if small else 22)
        left = area.right - aside - side if _reads_left(item) else area.left + aside
        lay(canvas, plate(form), (left, area.centery - side // 2), alpha)
        style = Style(14 if small else 17, colour=mixed(AMBER, NIGHT, lit))
        digit = item.digit or ""
        wide = self._fonts.width(digit, style, room.unit)
        high = self._fonts.pitch(style, room.unit)
        at = (left + (side - wide) // 2, area.centery - high // 2)
        self.line(canvas, room, digit, style, at, alpha)

    def _focus(
        self, canvas: pygame.Surface, room: Room, item: Button, area: pygame.Rect, alpha: float
    ) -> None:
        away = room.px(4)
        around = area.inflate(2 * away, 2 * away)
        form = Plate(width=around.width, height=around.height,
                     radius=_radius(item.kind, room, area) + away, edge=(*AMBER, 235),
                     edge_width=max(1.5, 2 * room.unit))  # fmt: skip
        lay(canvas, plate(form), around.topleft, alpha)

    def _tile(
        self, canvas: pygame.Surface, room: Room, item: Button, state: State, alpha: float
    ) -> None:
        warm = max(state.warm, float(item.chosen))
        frame = item.area
        if item.picture is not None:
            frame = item.picture.get_rect(topleft=item.area.topleft)
            lay(canvas, item.picture, frame.topleft, alpha * (0.7 + 0.3 * warm))
        self._frame(canvas, room, frame, alpha, warm)
        style = item.style.tinted(mixed(SAND, IVORY, warm))
        pitch = self._fonts.pitch(style, room.unit)
        for number, text in enumerate(item.lines):
            top = frame.bottom + room.px(8) + number * pitch
            wide = self._fonts.width(text, style, room.unit)
            left = frame.right - wide if from_right(text) else item.area.left
            self.line(canvas, room, text, style, (left, top), alpha)
        if state.focus:
            self._frame(canvas, room, frame.inflate(room.px(8), room.px(8)), alpha, 1.0)

    def _frame(
        self,
        canvas: pygame.Surface,
        room: Room,
        area: pygame.Rect,
        alpha: float,
        warm: float = 0.0,
    ) -> None:
        form = Plate(width=area.width, height=area.height, radius=room.px(4),
                     edge=(*mixed(SAND, AMBER, warm), 90 + round(150 * warm)),
                     edge_width=max(1.0, (1 + warm) * room.unit))  # fmt: skip
        lay(canvas, plate(form), area.topleft, alpha)


def _reads_left(item: Button) -> bool:
    """Whether a label is read from the right: its number then stands at its right."""
    return any(from_right(line) for line in item.lines)


@dataclass(frozen=True, slots=True)
class Looks:
    """The colours of a plate in one state."""

    body: Tint
    edge: Tint
    foot: Tint | None = None
    glow: Tint = (0, 0, 0, 0)
    edge_width: float = 1.2


_TAKEN: Final = Looks((*GOLD, 240), (*IVORY, 255), (*AMBER, 236), (*AMBER, 120))
_GLASS: Final = Looks((30, 20, 15, 208), (*AMBER, 88), (16, 10, 8, 222))
_GLASS_WARM: Final = Looks((70, 42, 22, 226), (*AMBER, 235), (38, 22, 14, 232), (*EMBER, 92), 1.6)
_LIT: Final = Looks((*GOLD, 236), (*IVORY, 190), (*AMBER, 236), (*EMBER, 60))
_LIT_WARM: Final = Looks((255, 232, 180, 255), (255, 248, 230, 255), (*GOLD, 255), (*AMBER, 130))
_BARE_WARM: Final = Looks((*AMBER, 30), (*AMBER, 90))
_ROW: Final = Looks((*IVORY, 10), (0, 0, 0, 0))
_ROW_WARM: Final = Looks((*AMBER, 36), (*AMBER, 70))
_MIST: Final = Looks((20, 13, 10, 150), (*AMBER, 54))
_PAPER: Final = Looks((10, 7, 6, 215), (*AMBER, 120), (18, 12, 10, 220))
_PAPER_WARM: Final = Looks((*AMBER, 14), (*AMBER, 235), edge_width=1.6)
_CHOSEN: Final = Looks((*AMBER, 40), (*AMBER, 170))


def _looks(kind: Kind, chosen: bool) -> tuple[Looks | None, Looks]:
    match kind:
        case Kind.LIT:
            return _LIT, _LIT_WARM
        case Kind.BARE:
            return (_CHOSEN if chosen else None), _BARE_WARM
        case Kind.ROW:
            return _ROW, _ROW_WARM
        case Kind.HINT:
            return _MIST, _GLASS_WARM
        case Kind.FIELD:
            return _PAPER, (_PAPER_WARM if chosen else _BARE_WARM)
        case Kind.PLATE | Kind.KEY | Kind.TILE:
            return (_CHOSEN if chosen else _GLASS), _GLASS_WARM


def _radius(kind: Kind, room: Room, area: pygame.Rect) -> int:
    if kind is Kind.ROW:
        return room.px(8)
    if kind is Kind.HINT:
        return area.height // 2
    return min(room.px(14), area.height // 2) if kind is not Kind.BARE else area.height // 2


def _panel(size: tuple[int, int], radius: int, strength: float) -> pygame.Surface:
    return plate(Plate(width=size[0], height=size[1], radius=radius,
                       body=(*SOOT, round(255 * strength)), foot=(*NIGHT, round(255 * strength)),
                       edge=(*AMBER, 44)))  # fmt: skip
