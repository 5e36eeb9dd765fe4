"""Heaps are shared where the C library has such a word, and nowhere else is anything broken."""

import subprocess
import sys

import pytest

from engine.stage.projection.heaps import share_heaps

THREADS = """
import ctypes, sys, threading
from engine.stage.projection.heaps import share_heaps
if sys.argv[1] == "shared":
    share_heaps()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
gate, held = threading.Barrier(8), []

def take():
    gate.wait()
    held.extend(libc.malloc(60_000) for _ in range(20))
    gate.wait()

threads = [threading.Thread(target=take) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
print(len({place >> 26 for place in held}))
"""


def heaps(how: str) -> int:
    """Into how many heaps eight threads put their things."""
    told = subprocess.run(
        [sys.executable, "-c", THREADS, how], capture_output=True, text=True, check=True
    )
    return int(told.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Heaps are counted as glibc's.")
def test_eight_threads_share_two_heaps():
    """A day of cuts starts a hundred thousand threads."""
    assert heaps("shared") <= 3 < heaps("apart")


def test_where_there_is_no_such_word_nothing_happens(monkeypatch):
    """Another system, another C library."""

    def nothing(_name):
        raise OSError("no such library")

    monkeypatch.setattr("engine.stage.projection.heaps.ctypes.CDLL", nothing)
    share_heaps()
    monkeypatch.setattr(sys, "platform", "win32")
    share_heaps()
