"""A page on the screen: where the focus is, what is pointed at, how pages come and go."""

from collections.abc import Callable, Mapping
from typing import Final

import pygame

from engine.stage.brush import CALM, Brush, State
from engine.stage.hands import Digit, Gesture, Lift, Point, Press, Sign, Step
from engine.stage.page import Button, Deed, Desk, Item, Kind, Page, Setting, Veil
from engine.stage.theme import FADE, SWIFT, Room, eased

_SIDEWAYS: Final = 2.4
"""How much farther away a button beside an arrow's way seems than one on it."""
_TWICE: Final = 0.08
"""Seconds within which one finger presses only once: the rest is a double click, or a bounce."""
_SPOT: Final = 12
"""Pixels a finger moves meanwhile."""
_NOBODY: Final = ""
"""The name of no button."""
_BREATH: Final = 3.6
"""Seconds of a breath."""


class Board:
    """Holds at most one page, and lets the one before fade. Main thread only."""

    def __init__(self, brush: Brush, clock: Callable[[], float]) -> None:
        self._brush = brush
        self._clock = clock
        self._setting: Setting | None = None
        self._page: Page | None = None
        self._came = 0.0
        self._leaving: tuple[Page, float] | None = None
        self._warm: dict[str, float] = {}
        self._drawn_at = 0.0
        self._pointed: str | None = None
        self._pressed: str | None = None
        self._did = (float("-inf"), (0, 0))
        """When and where something was last pressed."""
        self.focus: str | None = None
        self.by_keys = False
        """Whether the last word was a key's, so that the focus is shown."""

    @property
    def page(self) -> Page | None:
        """The page that is up."""
        return self._page

    def show(self, setting: Setting | None, desk: Desk) -> None:
        """Put a page up, or take the one that is up away."""
        before = self._page
        self._setting = setting
        self._page = None if setting is None else setting(desk)
        if (before.name if before else None) == (self._page.name if self._page else None):
            return
        now = self._clock()
        self._leaving = None if before is None else (before, now)
        self._came = now
        self._warm, self._pointed, self._pressed = {}, None, None
        self.focus = self._page.first or None if self._page else None

    def renew(self, desk: Desk) -> None:
        """Lay the page out anew: for another window, or because what it says has changed."""
        if self._setting is not None:
            self._page = self._setting(desk)
            if self._page.button(self.focus or "") is None:
                self.focus = self._page.first or None

    def take(self, gesture: Gesture) -> Deed | None:
        """What a gesture asks of this page; none when nothing."""
        page = self._page
        if page is None:
            return None
        match gesture:
            case Press(at):
                self._press(page, at)
            case Lift(at, finger):
                return self._lift(page, at, finger=finger)
            case Point(at):
                found = page.under(at)
                self._pointed = found.name if found else None
                self.by_keys = False
            case Digit(number):
                return self._digit(page, str(number))
            case Step(right, down):
                self._walk(page, right, down)
            case Sign.NEXT | Sign.PREVIOUS:
                self._turn(page, 1 if gesture is Sign.NEXT else -1)
            case Sign.ENTER:
                return self._enter(page)
            case Sign.BACK:
                return page.back
            case _:
                pass
        return None

    def draw(
        self, canvas: pygame.Surface, room: Room, states: Mapping[str, State] | None = None
    ) -> None:
        """The page that leaves, and the one that is up."""
        now = self._clock()
        passed, self._drawn_at = min(0.1, max(0.0, now - self._drawn_at)), now
        stays = self._stays
        if self._leaving is not None:
            page, since = self._leaving
            left = 1.0 - eased((now - since) / FADE)
            self._items(canvas, room, page, _alphas(page, left, stays, 0.0), states or {}, now)
            if left <= 0.0:
                self._leaving = None
        if self._page is not None:
            self._warm_up(self._page, passed)
            here = _alphas(self._page, self.presence, stays, 1.0)
            self._items(canvas, room, self._page, here, states or {}, now)

    @property
    def _stays(self) -> tuple[Item, ...]:
        """What stands on both pages in the same place: it does not flicker."""
        if self._leaving is None or self._page is None:
            return ()
        before = self._leaving[0].items
        return tuple(item for item in self._page.items if item in before)

    @property
    def presence(self) -> float:
        """How much of the page is there, 0..1."""
        return eased((self._clock() - self._came) / FADE) if self._page else 0.0

    @property
    def cover(self) -> float:
        """How much of what lies behind is covered at this moment, 0..1."""
        now = self._clock()
        here = self.presence if self._page is not None and self._page.dim else 0.0
        if self._leaving is None or not self._leaving[0].dim:
            return here
        left = 1.0 - eased((now - self._leaving[1]) / FADE)
        both = self._page is not None and self._page.dim
        return 1.0 if both else max(here, left)

    def _items(
        self, canvas: pygame.Surface, room: Room, page: Page, alphas: tuple[float, ...],
        states: Mapping[str, State], now: float,
    ) -> None:  # fmt: skip
        breath = 0.5 + 0.5 * eased(abs((now % _BREATH) / _BREATH * 2 - 1))
        for item, alpha in zip(page.items, alphas, strict=True):
            if alpha <= 0.0:
                continue
            name = item.name if isinstance(item, Button) else "words"
            breathes = name in page.breathing and not isinstance(item, Veil)
            strong = alpha * (breath if breathes else 1.0)
            state = CALM
            if isinstance(item, Button):
                state = self._state(page, item, states.get(name, CALM))
            self._brush.draw(canvas, room, item, state, strong)

    def _state(self, page: Page, item: Button, told: State) -> State:
        return State(
            warm=self._warm.get(item.name, 0.0) if page is self._page else 0.0,
            down=float(self._pressed == item.name),
            taken=told.taken,
            faded=told.faded,
            focus=self.by_keys and self.focus == item.name and page is self._page,
        )

    def _warm_up(self, page: Page, passed: float) -> None:
        """Plates warm and cool over a moment."""
        for button in page.buttons:
            aim = float(
                self._pointed == button.name or (self.by_keys and self.focus == button.name)
            )
            now = self._warm.get(button.name, 0.0)
            reach = passed / SWIFT
            self._warm[button.name] = now + max(-reach, min(reach, aim - now))

    def _press(self, page: Page, at: tuple[int, int]) -> None:
        found = page.under(at)
        self._pressed = self._pointed = found.name if found else None
        if self._again(at):
            self._pressed = _NOBODY
        self.by_keys = False

    def _again(self, at: tuple[int, int]) -> bool:
        """The second half of a double click must not answer the page that the first put up."""
        when, where = self._did
        near = max(abs(at[0] - where[0]), abs(at[1] - where[1])) <= _SPOT
        return near and self._clock() - when < _TWICE

    def _lift(self, page: Page, at: tuple[int, int], *, finger: bool) -> Deed | None:
        held, self._pressed = self._pressed, None
        found = page.under(at)
        if finger:
            self._pointed = None
        if found is None:
            return page.anywhere if held is None else None
        if found.name != held:
            return None
        self.focus = found.name
        self._did = (self._clock(), at)
        return found.deed

    def _digit(self, page: Page, digit: str) -> Deed | None:
        for button in page.buttons:
            if button.digit == digit:
                # Typing a number leaves Enter where it is: it sends, and does not type again.
                self.focus = page.first if button.kind is Kind.KEY else button.name
                return button.deed
        return None

    def _enter(self, page: Page) -> Deed | None:
        found = page.button(self.focus or "")
        if found is not None:
            return found.deed
        self._turn(page, 1)
        return page.anywhere

    def _turn(self, page: Page, way: int) -> None:
        names = [button.name for button in page.buttons]
        self.by_keys = True
        if not names:
            return
        start = names.index(self.focus) if self.focus in names else (-1 if way > 0 else 0)
        self.focus = names[(start + way) % len(names)]

    def _walk(self, page: Page, right: int, down: int) -> None:
        self.by_keys = True
        here = page.button(self.focus or "")
        if here is None:
            self._turn(page, 1)
            return
        found = self._ahead(page, here, right, down)
        if found is not None:
            self.focus = found.name

    def _ahead(self, page: Page, here: Button, right: int, down: int) -> Button | None:
        """The nearest button on an arrow's way."""

        def far(button: Button) -> float:
            x = button.area.centerx - here.area.centerx
            y = button.area.centery - here.area.centery
            along, beside = (x * right, abs(y)) if right else (y * down, abs(x))
            return along + _SIDEWAYS * beside if along > 0 else float("inf")

        others = [button for button in page.buttons if button.name != here.name]
        nearest = min(others, key=far, default=None)
        return nearest if nearest is not None and far(nearest) < float("inf") else None


def _alphas(page: Page, alpha: float, stays: tuple[Item, ...], firm: float) -> tuple[float, ...]:
    """How much of each thing on a page is drawn; `firm` of what stays."""
    if not stays:
        return (alpha,) * len(page.items)
    return tuple(firm if item in stays else alpha for item in page.items)
