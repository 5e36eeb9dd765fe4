"""A folder of things that can be made again: bounded, never waited for, never trusted blindly."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 512 * 1024 * 1024
"""What a cache may take of the disk before its oldest files are let go."""
_SEAL: Final = hashlib.sha256().digest_size


class Cache:
    """
    Bytes by name, in one folder.

    Nothing is raised: what cannot be read was not kept, and what cannot be written is not kept.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most

    def get(self, name: str) -> memoryview | None:
        """What was put under this name, whole and undamaged; none otherwise."""
        path = self._folder / name
        try:
            whole = memoryview(path.read_bytes())
        except OSError:
            return None
        seal, held = whole[:_SEAL], whole[_SEAL:]
        if bytes(seal) != _sealed(name, held):
            return None
        with suppress(OSError):
            os.utime(path)  # what is used stays longest
        return held

    def put(self, name: str, held: bytes) -> None:
        """Keep this under a name, in the place of whatever was there, in one step."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=self._folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_sealed(name, held))
                    file.write(held)
                Path(part).replace(self._folder / name)
            except BaseException:
                Path(part).unlink(missing_ok=True)
                raise
        except OSError:
            return  # a full disk or a read-only home only makes the next start slower

    def trim(self) -> None:
        """Let the files go that were not used for longest, down to what the cache may take."""
        try:
            kept = [(file.stat(), Path(file.path)) for file in os.scandir(self._folder)]
        except OSError:
            return
        size = sum(stat.st_size for stat, _ in kept)
        for stat, path in sorted(kept, key=lambda one: one[0].st_mtime):
            if size <= self._most:
                return
            with suppress(OSError):
                path.unlink()
            size -= stat.st_size


def _sealed(name: str, held: bytes | memoryview) -> bytes:
    """What proves that these bytes are whole and were put under this name."""
    digest = hashlib.sha256(name.encode())
    digest.update(held)
    return digest.digest()
