"""The first half second: a picture stands in the window before the player is brought in."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.desk.chosen import chosen_for
from engine.shelf.films import FIRST, open_film
from engine.shelf.guard import ShelfError
from engine.shelf.places import stories


@contextmanager
def curtain(asked: argparse.Namespace) -> Iterator[None]:
    """A window with the film's poster for a command that will need one; gone when it is over."""
    folder = _announced(asked)
    if folder is None:
        yield
        return
    screen = chosen_for(asked).screen
    full = not asked.windowed if asked.module == "kiosk" else screen.full
    with _light():
        # Whoever opens no window needs none of it.
        from engine.stage.curtain import drop_curtain, show_curtain  # noqa: PLC0415
    show_curtain(folder, (screen.width, screen.height), full=full, accel=screen.accel)
    try:
        yield
    finally:
        drop_curtain()


def _announced(asked: argparse.Namespace) -> Path | None:
    """The folder of the film that is about to be shown in a window; none where none will be."""
    match asked.module:
        case "library":
            return stories() / FIRST
        case "play" if not asked.headless and asked.speed is None:
            return _folder(asked.story)
        case "kiosk" if asked.beat is not None:
            return _folder(asked.story)
        case _:
            return None


def _folder(story: str | None) -> Path | None:
    try:
        return None if story is None else open_film(story).path
    except ShelfError:
        return None  # the command itself will tell


@contextmanager
def _light() -> Iterator[None]:
    """Pygame looks for setuptools, which takes as long as itself, and does without as well."""
    alone = "pkg_resources" not in sys.modules
    if alone:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # how to say: not here
    try:
        yield
    finally:
        if alone:
            del sys.modules["pkg_resources"]
