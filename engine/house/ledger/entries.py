"""What comes before the ledger: the occasion of a viewing, and its records one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from engine.messages.records import Record
from engine.story.model import Keep
from engine.story.units import Seconds

FILE: Final = "ledger.sqlite3"
"""What the ledger is called in the state folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Where viewings are written down, and as what."""

    path: Path
    clock: Callable[[], datetime]
    """The moment now, in UTC."""
    keep: Keep = Keep.NOTHING
    """What the film keeps of readings."""
    profile: str | None = None
    """The viewer at home; none for an exhibition's visitors, who leave nothing behind."""
    version: str = ""
    """Of the story's text."""
    kiosk: bool = False
    sham: bool = False
    """Another viewer's tape answers: what was read is not this viewer's, nor is the way."""
    resumed: bool = False
    """The viewing goes on where an earlier one was left."""
    name: Callable[[], UUID] = uuid4
    """A new viewing's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record with its place in the ledger."""

    viewing: UUID
    n: int
    """The how-manieth record of its viewing."""
    when: datetime
    since: Seconds
    """When the viewing's first scene was entered, on the show's clock."""
    consented: bool
    """Whether this viewer let the film look."""
    record: Record
