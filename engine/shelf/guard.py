"""Paths that stay where they belong."""

from pathlib import Path


class ShelfError(Exception):
    """A file or folder cannot be used; the message is one sentence for people."""


def inside(folder: Path, name: str) -> Path:
    """
    The path of `name` within `folder`.

    Raises ShelfError for an absolute path, a `..`, or a link that leads out of the folder or
    round in a circle.
    """
    asked = Path(name)
    if asked.is_absolute() or asked.drive or ".." in asked.parts or "\0" in name:
        raise ShelfError(f"'{name}' leads out of the film's folder. Name a file inside it.")
    root = folder.resolve()
    try:
        found = (root / asked).resolve()
    except (OSError, RuntimeError) as problem:  # RuntimeError: before Python 3.13
        raise ShelfError(f"'{name}' is a link that leads nowhere. Copy the file in.") from problem
    if not found.is_relative_to(root):
        raise ShelfError(f"'{name}' is a link that leads out of the film's folder. Copy it in.")
    return found
