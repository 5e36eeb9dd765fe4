"""The one window: its size, what is drawn on it, and how it is shown."""

from typing import Final

import pygame

from engine.stage.curtain import choose_drawing
from engine.stage.icon import icon
from engine.stage.projection.quiet import hushed
from engine.stage.projection.trouble import WindowError
from engine.stage.screen_size import UNSEEN, bare_x11, fitted, screen_of_x11
from engine.stage.theme import Room

_LEAST: Final = (640, 360)


class Window:
    """
    A window no larger than the desktop, or the whole of it at its own size. Main thread only.

    Pictures are letterboxed by whoever draws them; the window never scales.
    """

    def __init__(
        self, title: str, size: tuple[int, int], *, full: bool = False, accel: str = "auto"
    ) -> None:
        choose_drawing(accel)
        self._size = (max(_LEAST[0], size[0]), max(_LEAST[1], size[1]))
        self.full, self._title = full, title
        self._desktop = (0, 0)
        self._began_on: tuple[int, int] | None = None
        """The screens when SDL looked at them, on an X11 that nobody manages; else none."""
        self._begin()
        standing = self._standing()
        if standing is None:
            self._open()
        else:
            self._surface = standing
        # Until a text field asks for it: input methods would swallow the number keys.
        pygame.key.stop_text_input()
        pygame.display.set_caption(title)

    @property
    def surface(self) -> pygame.Surface:
        """What to draw on, until the next `obey_resize` or `fill_screen`."""
        return self._surface

    @property
    def room(self) -> Room:
        """Its inside."""
        return Room(*self._surface.get_size())

    def fill_screen(self, *, full: bool) -> None:
        """Fill the screen, or be a window again."""
        if full != self.full:
            self.full = full
            if full and self._screens_changed():
                self._begin_anew()
            else:
                self._open()
            if not full and self._surface.get_size() != self._fits:
                self._open()  # X11 gives the small window only when asked a second time

    def obey_resize(self) -> None:
        """Take on the size somebody dragged the window to, or the screen's new mode."""
        before, self._desktop = self._desktop, pygame.display.get_desktop_sizes()[0]
        if self._screens_changed() and (self.full or self._cut_off(screen_of_x11())):
            self._begin_anew()
        elif self._desktop != before and (self.full or self._cut_off(self._desktop)):
            self._open()
        found = pygame.display.get_surface()
        if found is not None:
            self._surface = found

    def flip(self) -> None:
        """Show what was drawn."""
        pygame.display.flip()

    def show_pointer(self, *, shown: bool) -> None:
        """Show or hide the mouse's arrow."""
        if pygame.mouse.get_visible() != shown:
            pygame.mouse.set_visible(shown)

    def name(self, title: str) -> None:
        """Put words into the title bar."""
        self._title = title
        pygame.display.set_caption(title)

    def close(self) -> None:
        """Take the window away."""
        pygame.display.quit()

    def _standing(self) -> pygame.Surface | None:
        """The curtain's window, if it is as this one shall be: opened again it would go black."""
        found = pygame.display.get_surface()
        if found is not None:
            fills = bool(found.get_flags() & pygame.FULLSCREEN)
            size = self._desktop if self.full else self._fits
            if fills is self.full and found.get_size() == size:
                return found
        return None

    @property
    def _fits(self) -> tuple[int, int]:
        """The window's size, as far as the desktop has room for it."""
        return fitted(self._size, self._desktop)

    def _cut_off(self, screen: tuple[int, int] | None) -> bool:
        """Whether the window is larger than what it stands on."""
        if screen is None or pygame.display.get_driver() in UNSEEN:
            return False
        width, height = self._surface.get_size()
        return width > screen[0] or height > screen[1]

    def _begin(self) -> None:
        try:
            with hushed():
                pygame.display.init()
            self._desktop = pygame.display.get_desktop_sizes()[0]
        except pygame.error as problem:
            raise WindowError(f"No window can be opened here: {problem}.") from problem
        if pygame.display.get_driver() == "x11" and bare_x11():
            self._began_on = screen_of_x11()
        pygame.display.set_icon(icon())

    def _screens_changed(self) -> bool:
        """
        Whether the screens are others than when SDL looked: on X11 it never looks again.

        A window manager gives its full windows their new size; where there is none we do.
        """
        return self._began_on is not None and screen_of_x11() not in {None, self._began_on}

    def _begin_anew(self) -> None:
        """Have SDL look at the screens again; sound and film go on meanwhile."""
        pygame.display.quit()
        self._begin()
        self._open()
        pygame.display.set_caption(self._title)

    def _open(self) -> None:
        # Unmanaged, a full window is one without a frame: SDL would give the screen the mode
        # that it had before, each time a window ceases to be full.
        fills = pygame.FULLSCREEN if self._began_on is None else pygame.NOFRAME
        size, flags = (self._desktop, fills) if self.full else (self._fits, pygame.RESIZABLE)
        try:
            self._surface = pygame.display.set_mode(size, flags)
        except pygame.error as problem:
            raise WindowError(f"No window can be opened here: {problem}.") from problem
        pygame.key.stop_text_input()
