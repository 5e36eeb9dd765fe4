"""Forgetting a viewer: everything that films kept of them, in the ledger and among the saves."""

from collections.abc import Iterator
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from engine.house.ledger.erasing import Held, Whose, erase, held
from engine.house.ledger.reading import kept_of
from engine.shelf.guard import ShelfError, inside
from engine.shelf.places import state_folder
from engine.shelf.saves import FOLDER


@dataclass(frozen=True, slots=True)
class Traces:
    """What there is of somebody."""

    held: Held
    saves: tuple[Path, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to forget."""
        return self.held.nothing and not self.saves


def traces(ledger: Path, whose: Whose) -> Traces:
    """What `forget` would take away. ShelfError where it cannot be looked at."""
    return Traces(held(ledger, whose), tuple(_saves(whose)))


def kept(ledger: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The films and the profiles of which anything is kept, by id and by name."""
    films, profiles = kept_of(ledger) if ledger.is_file() else (frozenset(), frozenset())
    saves = [save for save in (state_folder() / FOLDER).glob("*/*.json") if save.is_file()]
    names = frozenset(save.name.partition(".")[0] for save in saves)
    return films | names, profiles | frozenset(save.parent.name for save in saves)


def forget(ledger: Path, whose: Whose) -> None:
    """Take it away for good. ShelfError, and what could be erased is, where something cannot."""
    for save in _saves(whose):
        try:
            save.unlink(missing_ok=True)
        except OSError as problem:
            says = f"The saved place {save} cannot be removed ({problem.strerror})."
            raise ShelfError(f"{says} Remove it by hand, then erase again.") from problem
    erase(ledger, whose)


def _saves(whose: Whose) -> Iterator[Path]:
    """Saves, and those that were put aside because they could not be read."""
    home = state_folder() / FOLDER
    folders = [home / whose.profile] if whose.profile is not None else sorted(home.glob("*"))
    for folder in folders:
        if whose.film is None:
            yield from sorted(file for file in folder.glob("*") if file.is_file())
        else:
            save = inside(folder, f"{whose.film}.json")
            aside = sorted(folder.glob(f"{escape(whose.film)}.broken-*.json"))
            yield from (file for file in (save, *aside) if file.is_file())
