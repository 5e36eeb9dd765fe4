"""The log of a viewing: one JSON object a line, made of records and nothing else."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import TextIO

from engine.messages.facts import Fact
from engine.messages.orders import Order, Write
from engine.messages.records import Record


def as_line(record: Record) -> str:
    """A record as one line of JSON: its kind, then its fields that are not empty."""
    told: dict[str, object] = {"kind": type(record).__name__.lower()}
    for entry in fields(record):
        value = _plain(getattr(record, entry.name))
        if value is not None and value not in ({}, []):
            told[entry.name] = value
    return json.dumps(told, ensure_ascii=False)


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Mapping():
            return {str(name): _plain(inner) for name, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
        case frozenset():
            return sorted(str(_plain(inner)) for inner in value)  # the same line on every machine
        case float():
            return round(value, 3)
        case _:
            return value


class Journal:
    """
    Writes down what the director orders written. Belongs to the main thread.

    A disk that fails costs the log and not the film: `fault` then holds one sentence.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None
        self.fault: str | None = None
        self._try(self._open)

    def obey(self, order: Order) -> None:
        """Write a record down; every other order is for others."""
        if isinstance(order, Write) and self._file is not None:
            line = as_line(order.record)
            self._try(lambda: self._put(line))

    def facts(self) -> tuple[Fact, ...]:
        """A log reports nothing."""
        return ()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._try(self._file.close)
            self._file = None

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("a", encoding="utf-8")

    def _put(self, line: str) -> None:
        if self._file is not None:
            self._file.write(line + "\n")
            self._file.flush()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OSError as problem:
            self._file = None
            self.fault = (
                f"The log {self._path} cannot be written ({problem.strerror}); the film goes on."
            )
