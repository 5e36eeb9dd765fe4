"""Hands: real key presses on the X server, as a keyboard would give them."""

import importlib.util
import time
from collections.abc import Iterable
from types import TracebackType
from typing import Any, Self

from benchmarks.stage.eye import MissingError


class Hands:
    """Presses keys on a display, and says when."""

    def __init__(self, display: str) -> None:
        if importlib.util.find_spec("Xlib") is None:
            raise MissingError("No key can be pressed here: pip install kinoeye[bench].")
        # Few machines have it, and only these two figures need it.
        from Xlib import XK, X  # noqa: PLC0415
        from Xlib import display as displays  # noqa: PLC0415
        from Xlib.ext import xtest  # noqa: PLC0415

        self._x: Any = X
        self._keys: Any = XK
        self._xtest: Any = xtest
        self._display: Any = displays.Display(display)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._display.close()

    def hold_focus(self) -> None:
        """Without a window manager nobody else gives the player's window the keyboard."""
        for window in self._display.screen().root.query_tree().children:
            if window.get_attributes().map_state == self._x.IsViewable:
                window.set_input_focus(self._x.RevertToParent, self._x.CurrentTime)
        self._display.sync()

    def press(self, key: str) -> float:
        """Press and lift a key by X's name of it; the moment at which it went down."""
        code = self._display.keysym_to_keycode(self._keys.string_to_keysym(key))
        at = time.perf_counter()
        self._xtest.fake_input(self._display, self._x.KeyPress, code)
        self._display.sync()
        self._xtest.fake_input(self._display, self._x.KeyRelease, code)
        self._display.sync()
        return at

    def write(self, letters: Iterable[str]) -> None:
        """One key after the other."""
        for letter in letters:
            self.press(letter)
