"""The window in which the senses are looked at: asks, shows meters, and is closed again."""

import time
from collections.abc import Callable

import pygame

from engine.stage.backdrop import Backdrop
from engine.stage.board import Board
from engine.stage.brush import Brush
from engine.stage.fonts import Fonts
from engine.stage.hands import Gesture, Hands, Sign
from engine.stage.marks import draw_mark
from engine.stage.page import Deed, Desk, Setting
from engine.stage.screens.mirror import Mirrored, asking_page, mirror_page
from engine.stage.tongue import fitting
from engine.stage.window import Window


class Mirror:
    """One window of meters. Main thread only: ask for `deeds`, then `draw`."""

    def __init__(
        self,
        window: Window,
        language: str,
        *,
        fonts: Fonts | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._window, self._clock = window, clock
        self._fonts = fonts or Fonts()
        self.tongue = fitting(language, chinese=self._fonts.chinese)
        self._brush = Brush(self._fonts)
        self._board = Board(self._brush, clock)
        self._backdrop = Backdrop(None)
        self._hands = Hands()
        self._open_since: float | None = None

    def ask(self, source: str) -> None:
        """Ask whether it may look."""
        self._show(lambda desk: asking_page(desk, self.tongue, source))

    def show(self, seen: Mirrored, *, camera_open: bool) -> None:
        """Show this; the camera's mark stands exactly while it is open."""
        if not camera_open:
            self._open_since = None
        elif self._open_since is None:
            self._open_since = self._clock()
        self._show(lambda desk: mirror_page(desk, self.tongue, seen))

    def deeds(self) -> tuple[Deed | Sign, ...]:
        """What hands asked for since this was last asked; the window's own they have got."""
        size = self._window.surface.get_size()
        gestures = self._hands.gestures(pygame.event.get(), size, typing=False)
        taken = (self._take(gesture) for gesture in gestures)
        return tuple(deed for deed in taken if deed is not None)

    def draw(self) -> None:
        """The night, the page, the camera's mark; then show it."""
        canvas, desk, now = self._window.surface, self._desk, self._clock()
        self._backdrop.draw(canvas)
        self._backdrop.soften(canvas, self._board.page, self._board.cover)
        self._board.draw(canvas, desk.room)
        if self._open_since is not None:
            label = self.tongue.say("mark.open")
            draw_mark(canvas, desk, self._brush, label, now, now - self._open_since)
        self._window.flip()

    @property
    def _desk(self) -> Desk:
        return Desk(self._window.room, self._fonts)

    def _show(self, setting: Setting) -> None:
        self._board.show(setting, self._desk)
        self._board.renew(self._desk)

    def _take(self, gesture: Gesture) -> Deed | Sign | None:
        match gesture:
            case Sign.RESIZED:
                self._window.obey_resize()
                return None
            case Sign.FULL:
                self._window.fill_screen(full=not self._window.full)
                return None
            case Sign.CLOSE:
                return Sign.CLOSE
            case _:
                return self._board.take(gesture)
