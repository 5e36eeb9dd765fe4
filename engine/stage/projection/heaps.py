"""
Few heaps for many threads: reels come and go, and each thread would leave one behind.

What is free in them stays with the process until it is told to give it back.
"""

import contextlib
import ctypes
import sys
from typing import Final

_ARENA_MAX: Final = -8
"""glibc's name for the number of heaps."""
_HEAPS: Final = 2
"""As many as decode at the same moment; eight a core, as it is, hold 100 MB after an hour."""


def share_heaps() -> None:
    """From now on threads share their heaps, where the C library can be told so."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_ARENA_MAX, _HEAPS)


def give_back() -> None:
    """What lies free in the heaps goes back to the machine; ten milliseconds after a film."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
