"""The foyer: what is on, how it is to be shown, and the way into a film."""

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

import pygame

from engine.stage.backdrop import Backdrop, night
from engine.stage.bill import Bill, Bookmark, filling, load_picture
from engine.stage.board import Board
from engine.stage.brush import Brush
from engine.stage.fontfiles import install_hint
from engine.stage.fonts import Fonts
from engine.stage.hands import Gesture, Hands, Point, Sign, Step
from engine.stage.page import Deed, Desk, Page, Setting
from engine.stage.screens.delay import FLASH, delay_page
from engine.stage.screens.library import library_page, tile_size
from engine.stage.screens.opening import loading_page, warning_page
from engine.stage.screens.pause import forget_page, quit_page
from engine.stage.screens.settings import settings_page
from engine.stage.tastes import Tastes
from engine.stage.tells import Notice
from engine.stage.tongue import Tongue
from engine.stage.window import Window
from engine.stage.wishes import (
    DELAY_STEP,
    Avoid,
    ForgetMe,
    Local,
    PlayFilm,
    Prefer,
    Preferences,
    Quit,
    Select,
    SoundCard,
    Wish,
)
from engine.story.units import Seconds


class Tuner(Protocol):
    """What clicks, and knows when it was heard."""

    def click(self, *, on: bool) -> None:
        """Whether a click is heard once a second."""
        ...

    @property
    def since_click(self) -> Seconds:
        """How long ago one was heard, or should have been."""
        ...


class Foyer:
    """The library's window. Belongs to the main thread; ask for `wishes`, then `draw`."""

    def __init__(
        self,
        bills: tuple[Bill, ...],
        window: Window,
        preferences: Preferences,
        *,
        chosen: str = "",
        avoids: frozenset[str] = frozenset(),
        entering: bool = False,
        bookmarks: Mapping[str, Bookmark] = MappingProxyType({}),
        loudness: Callable[[float], None] = lambda _: None,
        tuner: Tuner | None = None,
        fonts: Fonts | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """`entering`: only what the first film contains is told; who turns back leaves."""
        self._bills, self._window, self._tuner = bills, window, tuner
        first = bills[0] if bills else None
        self._chosen = next((bill for bill in bills if bill.film == chosen), first)
        self._avoids, self._bookmarks = avoids, bookmarks
        self._fonts = fonts or Fonts()
        brush = Brush(self._fonts)
        self._notice = Notice(brush, clock)
        self._tastes = Tastes(preferences, window, self._fonts, loudness, self._notice)
        self._board = Board(brush, clock)
        self._backdrop = Backdrop(self._chosen)
        self._hands = Hands()
        self._tiles: tuple[tuple[int, int], dict[str, pygame.Surface]] = ((0, 0), {})
        self._entering = entering
        self._page = "warning" if entering else "library"
        self._wishes: list[Wish] = []
        self._refresh()
        self._advise()

    @property
    def preferences(self) -> Preferences:
        """How this viewer likes films shown, as it stands now."""
        return self._tastes.preferences

    def wishes(self) -> tuple[Wish, ...]:
        """What was asked of the house since this was last asked."""
        size = self._window.surface.get_size()
        for gesture in self._hands.gestures(pygame.event.get(), size, typing=False):
            self._take(gesture)
            if type(gesture) is not Point:
                self._refresh()
        asked, self._wishes = tuple(self._wishes), []
        return asked

    def tell(self, line: str) -> None:
        """One line for the viewer."""
        self._notice.tell(line)

    def tell_forgotten(self) -> None:
        """Films have forgotten whoever asked for it: nothing is left to go on with."""
        self._bookmarks = MappingProxyType({})
        self._refresh()
        self._notice.tell(self._tastes.tongue.say("forget.done"))

    def say(self, key: str) -> None:
        """One of the interface's own lines for the viewer."""
        self._notice.tell(self._tastes.tongue.say(f"tell.{key}"))

    def draw(self) -> None:
        """The poster, the page; then show it."""
        canvas, desk = self._window.surface, self._tastes.desk
        if self._page == "delay":
            self._refresh()
        self._backdrop.draw(canvas)
        self._backdrop.soften(canvas, self._board.page, self._board.cover)
        self._board.draw(canvas, desk.room)
        self._notice.draw(canvas, desk)
        self._window.show_pointer(shown=True)
        self._window.flip()

    def _advise(self) -> None:
        """Chinese was asked for and cannot be shown: say how to get its letters."""
        wanted = Tongue(self.preferences.language).code
        if wanted != self._tastes.tongue.code:
            self._notice.tell(
                self._tastes.tongue.say("fonts.missing", how=install_hint()), stays=12.0
            )

    def _take(self, gesture: Gesture) -> None:
        asked = self._tastes.asked(gesture)
        if asked is not None:
            self._do(Prefer(asked))
            self._tastes.tell(gesture)
        elif gesture is Sign.RESIZED:
            self._window.obey_resize()
        elif gesture is Sign.CLOSE:
            self._wishes.append(Quit())
        elif gesture in {Sign.CARD_CAME, Sign.CARD_WENT}:
            self._wishes.append(SoundCard(came=gesture is Sign.CARD_CAME))
        elif isinstance(gesture, Step) and self._page == "delay" and gesture.right:
            self._do(Prefer(self.preferences.later(gesture.right * DELAY_STEP)))
        else:
            deed = self._board.take(gesture)
            if deed is not None:
                self._do(deed)

    def _do(self, deed: Deed) -> None:
        match deed:
            case Local():
                self._go(deed)
            case Select(film):
                self._select(film)
            case Avoid(warning):
                self._avoids = self._avoids ^ {warning}
            case Prefer(preferences):
                self._tastes.prefer(preferences)
                self._wishes.append(deed)
            case PlayFilm():
                self._page = "loading"
                self._wishes.append(deed)
            case ForgetMe():
                self._page = "settings"
                self._wishes.append(deed)
            case Quit():
                self._wishes.append(deed)
            case _:
                pass  # facts are for films, and none plays here

    def _go(self, deed: Local) -> None:
        if self._entering:
            self._wishes.append(Quit())
            return
        places = {
            Local.SETTINGS: "settings", Local.ASK_QUIT: "quit", Local.CLOSE: "library",
            Local.ENTER: "warning", Local.ASK_FORGET: "forget", Local.TUNE: "delay",
        }  # fmt: skip
        self._page = places.get(deed, self._page)
        if self._tuner is not None:
            self._tuner.click(on=self._page == "delay")

    def _select(self, film: str) -> None:
        self._chosen = next((bill for bill in self._bills if bill.film == film), self._chosen)
        self._backdrop.show(self._chosen)

    def _refresh(self) -> None:
        desk = self._tastes.desk
        self._board.show(self._setting(), desk)
        self._board.renew(desk)

    def _setting(self) -> Setting:
        tongue, bill = self._tastes.tongue, self._chosen
        if self._page == "settings":
            spoken = () if bill is None else bill.languages
            return lambda desk: settings_page(desk, tongue, self.preferences, spoken)
        if self._page == "delay":
            lit = self._tuner is not None and self._tuner.since_click < FLASH
            return lambda desk: delay_page(desk, tongue, self.preferences, lit=lit)
        if self._page == "forget":
            return lambda desk: forget_page(desk, tongue)
        if self._page == "quit":
            return lambda desk: quit_page(desk, tongue)
        if self._page == "warning" and bill is not None:
            return lambda desk: warning_page(desk, tongue, bill, self._avoids)
        if self._page == "loading" and bill is not None:
            return lambda desk: loading_page(desk, tongue, bill)
        return self._library

    def _library(self, desk: Desk) -> Page:
        bill = self._chosen
        if self._tiles[0] != tile_size(desk):
            self._tiles = (tile_size(desk), self._small(tile_size(desk)))
        warns = bill is not None and bool(bill.warnings)
        film = bill.film if bill is not None else ""
        play: Deed = Local.ENTER if warns else PlayFilm(film, self._avoids)
        return library_page(desk, self._tastes.tongue, self.preferences, self._bills, bill,
                            self._tiles[1], play, left=self._bookmarks.get(film))  # fmt: skip

    def _small(self, size: tuple[int, int]) -> dict[str, pygame.Surface]:
        """A small picture of each film: its poster, or the night."""
        found = {bill.film: load_picture(bill.folder, bill.poster) for bill in self._bills}
        return {
            film: night(size) if poster is None else filling(poster, size)
            for film, poster in found.items()
        }
