"""Heaps are shared where the C library has such a word, and nowhere else is anything broken."""

import subprocess
import sys

import pytest

from engine.stage.projection.heaps import give_back, share_heaps

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
FRAMES = """
import ctypes
from engine.stage.projection.heaps import give_back
from tests.stage.watching import memory

libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
libc.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
frames = [libc.malloc(100_000) for _ in range(400)]
for frame in frames: libc.memset(frame, 1, 100_000)
for frame in frames[:-1]: libc.free(frame)
before = memory()
give_back()
print(before - memory())
"""


def told(program: str, *words: str) -> int:
    """What a program of its own says."""
    said = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True
    )
    return int(said.stdout)


def heaps(how: str) -> int:
    """Into how many heaps eight threads put their things."""
    return told(THREADS, how)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Heaps are counted as glibc's.")
def test_eight_threads_share_two_heaps():
    """A day of cuts starts a hundred thousand threads."""
    assert heaps("shared") <= 3 < heaps("apart")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Read from /proc.")
def test_what_a_film_left_free_goes_back_to_the_machine():
    """One block that is still held would keep all below it; 40 MB were taken, one is held."""
    assert told(FRAMES) > 30_000_000


def test_where_there_is_no_such_word_nothing_happens(monkeypatch):
    """Another system, another C library."""

    def nothing(_name):
        raise OSError("no such library")

    monkeypatch.setattr("engine.stage.projection.heaps.ctypes.CDLL", nothing)
    share_heaps()
    give_back()
    monkeypatch.setattr(sys, "platform", "win32")
    share_heaps()
    give_back()
