"""Saves: one file a film, in which a viewing can be gone on with another evening."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from engine.messages.standing import Standing
from engine.shelf.guard import ShelfError, inside
from engine.shelf.places import state_folder
from engine.shelf.writing import write_whole

FOLDER: Final = "saves"
FORMAT: Final = 1
MOST_BYTES: Final = 8 * 1024 * 1024
"""The longest save that is read, or written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where a viewing stands, and when it was kept."""

    at: float
    """Seconds since 1970."""
    standing: Standing


class _Sealed(msgspec.Struct, forbid_unknown_fields=True):
    """A save as it lies in its file. The seal is of `saved` to the letter."""

    kinoeye_save: int
    sha256: str
    saved: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Saves:
    """The saves of one viewer. Any thread may ask; what is kept last counts."""

    folder: Path
    clock: Callable[[], float]
    """The seconds since 1970."""

    def find(self, film: str) -> Saved | None:
        """
        Where a film was left; none where it was not.

        Raises ShelfError, one sentence, for a file that cannot be gone on with. It is put aside
        under another name, so that it is told once and nothing is lost.
        """
        path = self._path(film)
        try:
            with path.open("rb") as file:
                written = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as problem:
            says = f"The saved place {path} cannot be read ({problem.strerror})"
            raise ShelfError(f"{says}; the film begins anew.") from problem
        try:
            return _unsealed(written, film)
        except _UnusableError as problem:
            says = f"The saved place {path} {problem}"
            raise ShelfError(f"{says}; the film begins anew. {_put_aside(path)}") from problem

    def keep(self, standing: Standing) -> None:
        """Keep it in place of what was kept of its film. ShelfError when that cannot be done."""
        saved = Saved(at=self.clock(), standing=standing)
        write_whole(self._path(standing.film), _sealed(saved))

    def forget(self, film: str) -> None:
        """The film was seen to its end, or is not to be gone on with."""
        path = self._path(film)
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as problem:
            says = f"The saved place {path} cannot be removed ({problem.strerror})."
            raise ShelfError(f"{says} Remove it by hand.") from problem

    def _path(self, film: str) -> Path:
        return inside(self.folder, f"{film}.json")


def saves_of(profile: str, clock: Callable[[], float]) -> Saves:
    """The saves of a viewer of this house."""
    return Saves(inside(state_folder() / FOLDER, profile), clock)


class _UnusableError(Exception):
    """Why a file is no save of this film, as the end of a sentence."""


def _sealed(saved: Saved) -> str:
    try:
        inner = msgspec.json.encode(saved, enc_hook=_plain, order="deterministic")
        msgspec.json.decode(inner, type=Saved)
    except (ValueError, msgspec.MsgspecError) as problem:
        raise ShelfError(f"This place cannot be saved: {problem}.") from problem
    if len(inner) > MOST_BYTES // 2:
        raise ShelfError("This viewing has grown too long to be saved; the film goes on.")
    outer = _Sealed(FORMAT, sha256(inner).hexdigest(), msgspec.Raw(inner))
    return msgspec.json.encode(outer).decode() + "\n"


def _plain(value: object) -> object:
    """What msgspec does not know of itself: mappings that cannot be changed."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a save")


def _unsealed(written: bytes, film: str) -> Saved:
    if len(written) > MOST_BYTES:
        raise _UnusableError("is longer than any save")
    try:
        outer = msgspec.json.decode(written, type=_Sealed)
        if outer.kinoeye_save > FORMAT:
            raise _UnusableError(f"was written by a newer Kinoeye (format {outer.kinoeye_save})")
        if outer.kinoeye_save != FORMAT or sha256(outer.saved).hexdigest() != outer.sha256:
            raise _UnusableError("is damaged: its seal does not fit")
        saved = msgspec.json.decode(outer.saved, type=Saved)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise _UnusableError(f"is damaged ({problem})") from problem
    if saved.standing.film != film:
        raise _UnusableError(f"belongs to another film, '{saved.standing.film}'")
    return saved


def _put_aside(path: Path) -> str:
    """Give the file a name of its own; what to tell of it."""
    numbers = range(1, 1000)
    free = (path.with_name(f"{path.stem}.broken-{number}.json") for number in numbers)
    aside = next((one for one in free if not one.exists()), None)
    if aside is None:
        return "It lies where it was."
    try:
        path.rename(aside)
    except OSError as problem:
        return f"It could not be put aside ({problem.strerror})."
    return f"It was put aside as {aside.name}."
