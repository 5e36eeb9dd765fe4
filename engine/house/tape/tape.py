"""A tape: all that the director heard, and what it wrote down, one line of JSON each."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, TextIO

from msgspec import MsgspecError

from engine.house.tape.lines import Begins, Head, Line, encode, format_of, line_of
from engine.house.tape.ticks import Run
from engine.messages.facts import (
    Fact,
    FilmChanged,
    LanguageChosen,
    PhonesJoined,
    Ticked,
    ViewingBegan,
)
from engine.messages.orders import Order, Rest, Write
from engine.story.units import Seconds

SUFFIX: Final = ".kino"
"""What the name of a tape ends with; a log of any other name holds the reasons alone."""
_Lasting = PhonesJoined | LanguageChosen | FilmChanged
"""What a director does not forget when a viewing ends."""


def is_tape(path: Path | None) -> bool:
    """Whether a log is to be a tape."""
    return path is not None and path.suffix.lower() == SUFFIX


class Tape:
    """
    Writes down viewing after viewing. Belongs to the main thread.

    Nothing is written between two viewings. What the machine's fall can cost is the last second;
    a disk that fails costs the tape and not the film: `fault` then holds one sentence.
    """

    def __init__(self, path: Path, head: Head) -> None:
        self._path = path
        self._file: TextIO | None = None
        self._on = False
        self._viewings = 0
        self._now = Seconds(0.0)
        self._run: Run | None = None
        self._before: dict[type, Fact] = {}
        """What was heard between two viewings and counts in the next, the newest of each."""
        self.fault: str | None = None
        self._try(lambda: self._open(head))

    def hear(self, fact: Fact) -> None:
        """Write down what the director is about to hear, if a viewing is on or begins with it."""
        if isinstance(fact, ViewingBegan) and not self._on:
            self._begin()
        if isinstance(fact, Ticked):
            self._tick(fact)
        elif self._on:
            self._put(lambda: line_of(fact))
        if isinstance(fact, _Lasting):
            self._before[type(fact)] = fact

    def obey(self, order: Order) -> None:
        """Write a record down, and nothing after the film is left."""
        match order:
            case Write(record=record) if self._on:
                self._put(lambda: line_of(record))
            case Rest():
                self._settle()
                self._on = False
                self._before.pop(LanguageChosen, None)  # it counts until its viewer leaves
            case _:
                pass

    def close(self) -> None:
        """Let go of the file."""
        self._settle()
        if self._file is not None:
            self._try(self._file.close)
            self._file = None

    def _begin(self) -> None:
        self._on = True
        self._viewings += 1
        self._put(lambda: Begins(number=self._viewings, now=self._now))
        for fact in self._before.values():
            self._put(partial(line_of, fact))

    def _tick(self, tick: Ticked) -> None:
        self._now = tick.now
        if not self._on or (self._run is not None and self._run.takes(tick)):
            return
        self._settle()
        self._run = Run(tick)

    def _put(self, line: Callable[[], Line]) -> None:
        """Write a line after the ticks that came before it."""
        self._settle()
        self._try(lambda: self._write(line()))

    def _settle(self) -> None:
        """Write the ticks that wait."""
        run, self._run = self._run, None
        if run is not None:
            self._try(lambda: self._write(run.line))

    def _open(self, head: Head) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        torn = self._torn()
        self._file = self._path.open("a", encoding="utf-8", newline="\n", buffering=1)
        if torn:
            self._file.write("\n")
        self._write(head)

    def _torn(self) -> bool:
        """Whether what is there ends in the middle of a line. OSError where it is no tape."""
        if not self._path.exists() or not self._path.stat().st_size:
            return False
        with self._path.open("rb") as there:
            if format_of(there.readline()) is None:
                raise OSError(0, "what is there is no tape")
            there.seek(-1, 2)
            return there.read(1) != b"\n"

    def _write(self, line: Line) -> None:
        if self._file is not None:
            self._file.write(encode(line).decode())

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OSError as problem:
            self._fail(problem.strerror or type(problem).__name__)
        except MsgspecError as problem:
            self._fail(str(problem))

    def _fail(self, why: str) -> None:
        if self._file is not None:
            with suppress(OSError):  # a full disk may fail here once more
                self._file.close()
        self._file, self._on, self._run = None, False, None
        self.fault = f"The tape {self._path} cannot be written ({why}); the film goes on."
