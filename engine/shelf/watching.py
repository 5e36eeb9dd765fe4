"""Seeing that a film's files have changed."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int]
"""When a file was last written, and how long it is."""


def stamps(folder: Path) -> Mapping[str, Stamp]:
    """
    The stamp of every file in a film's folder, by its name there.

    Hidden files and the film's workshop (`making`) are left out; a file that goes while it is
    looked at is not there.
    """
    return dict(_stamps(folder, ""))


def _stamps(folder: Path, before: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as found:
            entries = [each for each in found if each.name[0] != "." and each.name != "making"]
    except OSError:
        return
    for entry in sorted(entries, key=lambda each: each.name):
        name = f"{before}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(Path(entry.path), f"{name}/")
        elif (stamp := _stamp(entry)) is not None:
            yield name, stamp


def _stamp(entry: "os.DirEntry[str]") -> Stamp | None:
    try:
        seen = entry.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size
