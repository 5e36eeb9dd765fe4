"""Keys pressed in a terminal, while something is shown in it."""

import sys
from contextlib import suppress
from threading import Event
from types import TracebackType
from typing import Any, Final, Self

MEANT: Final = {"\x1b": "end", "q": "end", "n": "anew"}
"""Esc, and the letters that the last line tells of."""
_SHOW: Final = "\x1b[?1049h\x1b[?25l\x1b[2J"
_HIDE: Final = "\x1b[?25h\x1b[?1049l"
"""A screen of its own, without a cursor; and back to what stood there before."""


class Keys:
    """
    A terminal that is drawn on and hears single keys; put back as it was, however it ends.

    Where it is none, or the system knows no such thing, it only waits: Ctrl-C ends it.
    """

    def __init__(self, *, live: bool) -> None:
        self._live = live
        self._pause = Event()  # never set: it only waits
        self._before: list[Any] | None = None

    def __enter__(self) -> Self:
        if self._live:
            sys.stdout.write(_SHOW)
            self._hear_keys()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._before is not None:
            import termios  # noqa: PLC0415 -- Windows has none

            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._before)
        if self._live:
            sys.stdout.write(_HIDE)
            sys.stdout.flush()

    def wait(self, seconds: float) -> str | None:
        """Wait so long, or until a key is pressed that means something: `end` or `anew`."""
        if self._before is None:
            self._pause.wait(seconds)
            return None
        import select  # noqa: PLC0415 -- of no use for keys on Windows

        if not select.select([sys.stdin], [], [], seconds)[0]:
            return None
        return MEANT.get(sys.stdin.read(1).lower())

    def _hear_keys(self) -> None:
        with suppress(ImportError, OSError, ValueError):
            import termios  # noqa: PLC0415 -- Windows has none
            import tty  # noqa: PLC0415

            before = termios.tcgetattr(sys.stdin)
            tty.setcbreak(sys.stdin)
            self._before = before
