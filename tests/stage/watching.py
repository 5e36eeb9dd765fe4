"""Who touches what: a file or a port that nobody may open, and what a process holds."""

import contextlib
import ctypes
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

_IN_OPEN, _IN_ACCESS = 0x20, 0x01


class Trap:
    """A file and a port of this machine; it knows whether anybody opened either."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._notes = self._libc.inotify_init1(os.O_NONBLOCK)
        watched = self._libc.inotify_add_watch(
            self._notes, os.fsencode(file), _IN_OPEN | _IN_ACCESS
        )
        assert watched > 0
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.setblocking(False)
        self.port = self._door.getsockname()[1]

    def touched(self) -> list[str]:
        """What was opened since this was last asked."""
        found = []
        with contextlib.suppress(BlockingIOError):
            os.read(self._notes, 4096)
            found.append("file")
        with contextlib.suppress(BlockingIOError):
            self._door.accept()[0].close()
            found.append("port")
        return found

    def close(self) -> None:
        """Nobody watches any more."""
        os.close(self._notes)
        self._door.close()


@contextlib.contextmanager
def trapped(file: Path) -> Iterator[Trap]:
    """A trap while it is needed."""
    trap = Trap(file)
    try:
        yield trap
    finally:
        trap.close()


def held() -> tuple[int, int]:
    """How many threads run and how many files are open in this process."""
    return threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))


def memory() -> int:
    """Bytes of this process that are in memory."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
