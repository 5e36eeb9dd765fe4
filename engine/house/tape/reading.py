"""Reading a tape back: viewings, each a run of moments with what was written down at them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from msgspec import DecodeError, ValidationError

from engine.house.tape.lines import (
    FORMAT,
    Begins,
    Head,
    Heard,
    Line,
    Ticks,
    decode,
    format_of,
    is_record,
    message_of,
)
from engine.house.tape.tape import SUFFIX
from engine.house.tape.ticks import ticks_of
from engine.messages.facts import Ticked
from engine.messages.records import Ended, Record
from engine.shelf.guard import ShelfError
from engine.story.units import Seconds

LONGEST: Final = 64 * 1024 * 1024
"""Bytes of a line. The head of a film of 100,000 clips is a tenth of it."""
_CURE: Final = "Take the tape as it was written."


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing the director heard, and what it wrote down at once."""

    line: int
    heard: Heard
    records: tuple[tuple[int, Record], ...] = ()
    """Each with its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taped:
    """One viewing of a tape."""

    head: Head
    number: int
    """Of the viewing, counted from 1 through the whole tape."""
    line: int
    """Where it begins."""
    moments: tuple[Moment, ...]

    @property
    def ending(self) -> str | None:
        """How it ended; none where the tape or the viewer left off before."""
        last = [one for moment in self.moments for _, one in moment.records]
        return next((one.ending for one in reversed(last) if isinstance(one, Ended)), None)


def viewings(path: Path) -> Iterator[Taped]:
    """
    The viewings on a tape, one by one.

    A tape that stops in the middle of a line, as after a power cut, is read up to there.
    Raises ShelfError, one sentence, where it cannot be read or was changed.
    """
    try:
        with path.open("rb") as file:
            yield from _viewings(path.name, file)
    except OSError as problem:
        raise ShelfError(f"{path} cannot be read ({problem.strerror}).") from problem


def _viewings(name: str, file: BinaryIO) -> Iterator[Taped]:
    head: Head | None = None
    taken: _Taking | None = None
    count = 0
    for number, line in _lines(name, file):
        if isinstance(line, Head | Begins) and taken is not None:
            yield taken.viewing
            taken = None
        match line:
            case Head():
                head = line
            case Begins() if head is not None:
                count += 1
                taken = _Taking(head, count, number, line.now)
            case _ if taken is not None:
                with _told(name, number):
                    taken.add(number, line)
            case _:
                raise ShelfError(f"{name}:{number}: something happens before a viewing begins.")
    if taken is not None:
        yield taken.viewing


class _Taking:
    """A viewing while it is read."""

    def __init__(self, head: Head, number: int, line: int, now: float) -> None:
        self._head, self._number, self._line = head, number, line
        self._moments: list[tuple[int, Heard]] = [(line, Ticked(Seconds(now), Seconds(0.0)))]
        self._records: list[list[tuple[int, Record]]] = [[]]

    def add(self, number: int, line: Line) -> None:
        """Take one more line. ValueError for one that tells of nothing."""
        if is_record(line):
            self._records[-1].append((number, cast("Record", message_of(line))))
            return
        heard = ticks_of(line) if isinstance(line, Ticks) else [cast("Heard", message_of(line))]
        for one in heard:
            self._moments.append((number, one))
            self._records.append([])

    @property
    def viewing(self) -> Taped:
        """What was read, as a value."""
        moments = (
            Moment(line, heard, tuple(records))
            for (line, heard), records in zip(self._moments, self._records, strict=True)
        )
        return Taped(head=self._head, number=self._number, line=self._line, moments=tuple(moments))


def _lines(name: str, file: BinaryIO) -> Iterator[tuple[int, Line]]:
    """Every line with its number, without those that a fall of the player tore off."""
    torn: int | None = None
    for number, text in enumerate(iter(lambda: file.readline(LONGEST), b""), start=1):
        begins = format_of(text)
        _refuse(name, number, begins)
        if torn is not None and begins is None:
            raise ShelfError(f"{name}:{torn}: the line is damaged. {_CURE}")
        with _told(name, number):
            line = _whole(text)
        torn = number if line is None else None
        if line is not None:
            yield number, line


def _refuse(name: str, number: int, begins: int | None) -> None:
    """Refuse what is no tape, or one of a later format."""
    if number == 1 and begins is None:
        raise ShelfError(f"{name} is no tape. One is made by `--log NAME{SUFFIX}`.")
    if begins is not None and begins != FORMAT:
        raise ShelfError(
            f"{name}:{number}: another Kinoeye made this tape (format {begins}; this one reads "
            f"{FORMAT}). Read it with that one."
        )


def _whole(text: bytes) -> Line | None:
    """A line; none where it was torn off. ValidationError for one that no tape has."""
    try:
        return decode(text)
    except ValidationError:
        raise
    except (DecodeError, UnicodeDecodeError):
        return None


@contextmanager
def _told(name: str, number: int) -> Iterator[None]:
    """What is wrong with a line, in one sentence with its place."""
    try:
        yield
    except ValueError as problem:  # msgspec's ValidationError is one
        says = str(problem).replace(" - at `$", " at `").replace("`.", "`")
        raise ShelfError(f"{name}:{number}: no tape has this line ({says}). {_CURE}") from problem
