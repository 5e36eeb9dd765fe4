"""The models on this machine: what ships, what this user fetched, and whether it is untouched."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError
from engine.shelf.offers import OFFERS, YUNET, Offer
from engine.shelf.places import assets, state_folder

HASHES: Final = "hashes.txt"
"""The shipped models' list: a hash and a name a line, as `sha256sum` writes them."""
LISTED: Final = frozenset({".onnx", ".npz"})
PIECE: Final = 1 << 20
BRIEF: Final = 12
"""Signs of a hash that tell people which it is."""
OWN: Final = "embedded"
"""What the settings call the models that ship."""


class State(StrEnum):
    """What is known of a model's file."""

    WELL = "unchanged"
    CHANGED = "not the file that was published"
    MISSING = "missing"
    UNKNOWN = "known to no list, so nothing was compared"


@dataclass(frozen=True, slots=True)
class Held:
    """A model's file and its state."""

    path: Path
    state: State
    by: str = ""
    """What was compared with what, where something was."""


def shipped_models() -> Path:
    """The models that come with the engine."""
    return assets() / "models"


def fetched_models() -> Path:
    """Where models lie that this user fetched. Not made here."""
    return state_folder() / "models"


def verified(shipped: Path, fetched: Path) -> tuple[Held, ...]:
    """Every model that ships and every one fetched, each compared with its hash."""
    return (*_shipped(shipped), *_fetched(fetched))


def is_there(offer: Offer, fetched: Path) -> bool:
    """Whether that model was fetched."""
    return (fetched / offer.file).is_file()


def in_use(model: str, fetched: Path) -> tuple[str, str]:
    """The names of what reads faces, if the settings name this model, and of what finds them."""
    reads = (
        model if any(each.name == model and is_there(each, fetched) for each in OFFERS) else OWN
    )
    return reads, YUNET.name if is_there(YUNET, fetched) else OWN


def in_place_of(shipped: tuple[str, ...], model: str, fetched: Path) -> tuple[str, ...]:
    """The files that look: a fetched finder instead of ours, a fetched reader beside ours."""
    reads, finds = in_use(model, fetched)
    kept = shipped if finds == OWN else tuple(n for n in shipped if not n.startswith("detector"))
    return (*kept, *(each.file for each in OFFERS if each.name in (reads, finds)))


def matches(offer: Offer, path: Path) -> bool:
    """Whether a file is the one offered. OSError when it cannot be read."""
    if offer.sha256 is not None and digest(path) != offer.sha256:
        return False
    return offer.git is None or git_id(path) == offer.git


def digest(path: Path) -> str:
    """A file's SHA-256."""
    found = hashlib.sha256()
    for piece in _pieces(path):
        found.update(piece)
    return found.hexdigest()


def git_id(path: Path) -> str:
    """A file's id as git gives it."""
    found = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    for piece in _pieces(path):
        found.update(piece)
    return found.hexdigest()


def listed(folder: Path) -> Mapping[str, str]:
    """The shipped models' hashes by file name. ShelfError when the list cannot be read."""
    path = folder / HASHES
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise ShelfError(f"{path} cannot be read. Install Kinoeye anew.") from problem
    pairs = (line.split("  ", 1) for line in lines if line.strip())
    return {name: value for value, name in pairs}


def to_list(folder: Path) -> Iterator[Path]:
    """The files that belong on the list."""
    for path in sorted(folder.iterdir()):
        if path.suffix in LISTED:
            yield path


def _shipped(folder: Path) -> Iterator[Held]:
    hashes = listed(folder)
    here = {path.name: path for path in to_list(folder)}
    for name in sorted({*hashes, *here}):
        path = folder / name
        if name not in here:
            yield Held(path, State.MISSING)
        elif name not in hashes:
            yield Held(path, State.UNKNOWN)
        else:
            state = State.WELL if digest(path) == hashes[name] else State.CHANGED
            yield Held(path, state, f"SHA-256 {hashes[name][:BRIEF]}… of {HASHES} beside it")


def _fetched(folder: Path) -> Iterator[Held]:
    offers = {offer.file: offer for offer in OFFERS}
    for path in sorted(folder.glob("*.onnx")):
        offer = offers.get(path.name)
        if offer is None:
            yield Held(path, State.UNKNOWN)
        else:
            state = State.WELL if matches(offer, path) else State.CHANGED
            yield Held(path, state, _known_by(offer))


def _known_by(offer: Offer) -> str:
    if offer.sha256 is not None:
        return f"SHA-256 {offer.sha256[:BRIEF]}… that its maker published"
    return f"id {(offer.git or '')[:BRIEF]}… in its maker's git"


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
