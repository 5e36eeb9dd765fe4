"""A run of sound decoded ahead of the ear."""

import threading

from engine.stage.projection.clock import BYTES


class SoundRun:
    """
    Samples in order, written by a reel's thread and taken by the sound's.

    It never waits: taking from an empty run gives nothing, until its writer has said that no
    more is coming; from then on it gives silence.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()  # a leaf
        self._held = bytearray()  # protected by _lock
        self._written = 0  # the writer's own
        self._finished = False  # protected by _lock

    @property
    def written(self) -> int:
        """How many samples were written in all."""
        return self._written

    @property
    def finished(self) -> bool:
        """Whether no more is coming."""
        return self._finished

    @property
    def ahead(self) -> int:
        """How many samples wait to be taken."""
        return len(self._held) // BYTES

    def put(self, piece: bytes) -> None:
        """Add whole samples at the end."""
        with self._lock:
            self._held += piece
        self._written += len(piece) // BYTES

    def finish(self) -> None:
        """No more is coming."""
        with self._lock:
            self._finished = True

    def there(self, wanted: int) -> int:
        """How many of so many samples could be taken now."""
        with self._lock:
            return wanted if self._finished else min(wanted, len(self._held) // BYTES)

    def skip(self, count: int) -> int:
        """Take so many from the front for nobody, as far as they are there; how many."""
        with self._lock:
            gone = min(count, len(self._held) // BYTES)
            del self._held[: gone * BYTES]
        return gone

    def take_into(self, room: memoryview) -> int:
        """Fill from the front, as far as there is sound; how many samples that were."""
        with self._lock:
            count = min(len(room), len(self._held))
            room[:count] = self._held[:count]
            del self._held[:count]
            if self._finished and count < len(room):
                return len(room) // BYTES  # the room came silent
        return count // BYTES
