"""`kinoeye models`: what reads faces here, what could be fetched, and whether it is untouched."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from engine.desk.chosen import chosen_for
from engine.desk.cli import BROKEN, OK
from engine.senses.words.sentences import absent
from engine.shelf.fetching import bring, fetch
from engine.shelf.guard import ShelfError
from engine.shelf.models import (
    OWN,
    State,
    fetched_models,
    in_use,
    is_there,
    matches,
    shipped_models,
    to_list,
    verified,
)
from engine.shelf.offers import EMOTIEFFLIB, OFFERS, Offer, offer

BAR: Final = 30
MEGA: Final = 1_000_000
YES: Final = ("y", "yes")
TELLS: Final = "It tells whether a file was changed, not how well it reads."


def run(asked: argparse.Namespace) -> int:
    """List, fetch or verify."""
    acts: dict[str, Callable[[argparse.Namespace], int]] = {
        "list": _list, "fetch": _fetch, "verify": _verify,
    }  # fmt: skip
    return acts[asked.what](asked)


def _list(asked: argparse.Namespace) -> int:
    chosen, fetched = chosen_for(asked), fetched_models()
    reads, finds = in_use(chosen.faces.model, fetched)
    print(f"Faces are found by {named(finds)} and read by {named(reads)}.")
    if reads != chosen.faces.model:
        print(f"The settings name {chosen.faces.model}, which was not fetched yet.")
    print(
        f"\nWith Kinoeye, in {shipped_models()}; by whose work they learned, and "
        "what they are not for, is told in MODEL_CARD.md there:"
    )
    for path in to_list(shipped_models()):
        print(f"  {path.name}: {_size(path.stat().st_size)}, MIT; it is always there")
    print(f"\nTo be fetched, into {fetched}:")
    for each in OFFERS:
        here = "fetched" if is_there(each, fetched) else f"kinoeye models fetch {each.name}"
        print(f"  {each.name}: {_size(each.about)}, {each.licence}; {here}")
        print(f"    {each.improves}")
    print("\nFaces are read by what `faces.model` in the settings names: embedded or emotiefflib.")
    print(_sentences(chosen.words.model))
    return OK


def _fetch(asked: argparse.Namespace) -> int:
    wanted = offer(asked.name)
    if wanted is None:
        known = ", ".join(each.name for each in OFFERS)
        raise ShelfError(f"No model '{asked.name}' is known. There are: {known}.")
    folder = fetched_models()
    if is_there(wanted, folder) and matches(wanted, folder / wanted.file):
        print(f"{folder / wanted.file} is here already, and is the file that was published.")
        return OK
    if asked.source is not None and not Path(asked.source).is_file():
        raise ShelfError(f"{asked.source} is no file. Give the model's file after --from.")
    for line in _terms(wanted, asked.source):
        print(line)
    if not asked.yes and not _agreed():
        print("Nothing was fetched.")
        return BROKEN
    sha256 = None if asked.sha256 is None else asked.sha256.strip().lower()
    if asked.source is not None:
        path = bring(wanted, Path(asked.source), folder, sha256)
    else:
        path = _watched(wanted, folder, sha256)
    print(f"{path} is here and is the file that was published.")
    if wanted is EMOTIEFFLIB:
        print("To have it read faces: `faces: {model: emotiefflib}` in the settings.")
    return OK


def _sentences(place: Path | None) -> str:
    """What is beside the table of words, or how something may be."""
    if place is None:
        return (
            "Typed words may have a model of whole sentences beside the engine's own table: bring "
            "one and name it as `words.embedding` (docs/models.md)."
        )
    return absent(place) or f"Typed words have {place} beside the engine's own table."


def named(model: str) -> str:
    """A model as people would call it; in brackets as the settings do."""
    return "Kinoeye's own (embedded)" if model == OWN else model


def _watched(wanted: Offer, folder: Path, sha256: str | None) -> Path:
    """Fetch it under a bar, if anybody is there to see one."""
    somebody = sys.stderr.isatty()
    try:
        return fetch(wanted, folder, _bar(somebody), sha256)
    finally:
        if somebody:
            print(file=sys.stderr)  # what is said next begins a line of its own


def _verify(_asked: argparse.Namespace) -> int:
    held = verified(shipped_models(), fetched_models())
    for each in held:
        by = f" ({each.by})" if each.by else ""
        print(f"{each.path}: {each.state}{by}")
    compared = sum(bool(each.by) for each in held)
    print(f"Compared: {compared} of {len(held)} files, all of their bytes. {TELLS}")
    wrong = [each for each in held if each.state in (State.CHANGED, State.MISSING)]
    if not wrong:
        return OK
    print("Install Kinoeye anew, or fetch again what was fetched.", file=sys.stderr)
    return BROKEN


def _terms(wanted: Offer, source: str | None) -> Iterable[str]:
    yield f"{wanted.name}: {wanted.improves}."
    size = wanted.about if source is None else Path(source).stat().st_size
    yield f"From: {source or wanted.address} ({_size(size)})"
    yield f"Licence: {wanted.licence}. {wanted.terms}"
    yield wanted.known_by


def _agreed() -> bool:
    try:
        return input("Fetch it under this licence? [y/N] ").strip().lower() in YES
    except EOFError:
        print("\nNobody is there to be asked; say --yes to agree without being asked.")
        return False


def _bar(wanted: bool) -> Callable[[int, int | None], None]:
    """A bar for people who watch; nothing for those who only read along."""

    def tell(here: int, whole: int | None) -> None:
        if not wanted:
            return
        part = min(1.0, here / whole) if whole else 0.0
        drawn = "#" * round(part * BAR)
        print(f"\r[{drawn:<{BAR}}] {_size(here)}", end="", file=sys.stderr, flush=True)

    return tell


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= MEGA else f"{count / 1e3:.0f} kB"
