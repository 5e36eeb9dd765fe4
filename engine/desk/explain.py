"""`kinoeye explain S101`: the page of a finding, in the terminal."""

import re
import shutil
import textwrap
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Final

from engine.shelf.guard import ShelfError
from engine.shelf.places import shipped
from engine.story.findings import is_wide
from engine.story.rules import Rule

WELL: Final = 0
WIDEST: Final = 88
"""Longer lines are hard to read, however wide the terminal is."""

_PIECE: Final = re.compile(
    "[（“《]*(?:`[^`]*`|[\u2e80-\uffe6]|[^\\s`\u2e80-\uffe6]+|\\s|`)[，。、；：！？）”》]*"
)
"""What stays on one line: a sign, a word or a piece of a story, and the marks behind it."""

Say = Callable[[str], None]


def run(asked: Namespace, say: Say = print) -> int:
    """Show the page of a finding; without a code, what every finding is called."""
    columns = min(WIDEST, shutil.get_terminal_size().columns - 1)
    for line in _list() if asked.code is None else _plain(page(asked.code), columns):
        say(line)
    return WELL


def page(code: str) -> str:
    """The page of a finding. ShelfError where there is none of this code."""
    wanted = code.strip().upper()
    if wanted not in {rule.code for rule in Rule}:
        raise ShelfError(f"No finding has the code '{code}'. `kinoeye explain` lists them all.")
    path = shipped("docs") / "findings" / f"{wanted}.md"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        says = f"{path} cannot be read ({problem.strerror})."
        raise ShelfError(f"{says} Install the engine anew.") from problem


def _list() -> Iterator[str]:
    for rule in Rule:
        yield _title(page(rule.code))


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")


def _plain(text: str, columns: int) -> Iterator[str]:
    """The page without its marks: prose as wide as the terminal, films and findings set in."""
    fenced = False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif line.startswith("#"):
            yield from textwrap.wrap(line.lstrip("# "), columns)
        elif any(map(is_wide, line)):
            yield from _wrapped(line, columns)
        elif not line.startswith("<!--"):
            yield from textwrap.wrap(line, columns) or ("",)


def _wrapped(text: str, columns: int) -> Iterator[str]:
    """Chinese as wide as the terminal: broken between any two signs, none before its comma."""
    line, wide = "", 0
    for piece in _PIECE.findall(text):
        takes = len(piece) + sum(map(is_wide, piece))
        if line and wide + takes > columns:
            yield line.rstrip()
            line, wide = "", 0
        line, wide = line + piece, wide + takes
    yield line.rstrip()
