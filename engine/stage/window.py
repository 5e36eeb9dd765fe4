"""The one window: its size, what is drawn on it, and how it is shown."""

from typing import Final

import pygame

from engine.stage.curtain import choose_drawing
from engine.stage.icon import icon
from engine.stage.projection.quiet import hushed
from engine.stage.projection.trouble import WindowError
from engine.stage.theme import Room

_LEAST: Final = (640, 360)


class Window:
    """
    A window, or the whole screen at the desktop's own size. Main thread only.

    Pictures are letterboxed by whoever draws them; the window never scales.
    """

    def __init__(
        self, title: str, size: tuple[int, int], *, full: bool = False, accel: str = "auto"
    ) -> None:
        choose_drawing(accel)
        try:
            with hushed():
                pygame.display.init()
            self._desktop = pygame.display.get_desktop_sizes()[0]
        except pygame.error as problem:
            raise WindowError(f"No window can be opened here: {problem}.") from problem
        self._size = (max(_LEAST[0], size[0]), max(_LEAST[1], size[1]))
        self.full = full
        pygame.display.set_icon(icon())
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
            self._open()
            if not full and self._surface.get_size() != self._size:
                self._open()  # X11 gives the small window only when asked a second time

    def obey_resize(self) -> None:
        """Take on the size somebody dragged the window to, or the screen's new mode."""
        before, self._desktop = self._desktop, pygame.display.get_desktop_sizes()[0]
        if self.full and self._desktop != before:
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
        pygame.display.set_caption(title)

    def close(self) -> None:
        """Take the window away."""
        pygame.display.quit()

    def _standing(self) -> pygame.Surface | None:
        """The curtain's window, if it is as this one shall be: opened again it would go black."""
        found = pygame.display.get_surface()
        if found is not None:
            fills = bool(found.get_flags() & pygame.FULLSCREEN)
            size = self._desktop if self.full else self._size
            if fills is self.full and found.get_size() == size:
                return found
        return None

    def _open(self) -> None:
        size, flags = (self._desktop, pygame.FULLSCREEN) if self.full else (
            self._size, pygame.RESIZABLE)  # fmt: skip
        try:
            self._surface = pygame.display.set_mode(size, flags)
        except pygame.error as problem:
            raise WindowError(f"No window can be opened here: {problem}.") from problem
        pygame.key.stop_text_input()
