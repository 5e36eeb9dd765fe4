"""`kinoeye erase`: films forget a viewer, for good."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from engine import settings
from engine.desk.cli import BROKEN, OK
from engine.desk.forgetting import Traces, forget, kept, traces
from engine.desk.remembering import film_id, ledger_path
from engine.house.ledger.erasing import Whose
from engine.shelf.films import open_film, shipped_films
from engine.shelf.guard import ShelfError
from engine.story.findings import nearest

_YES = ("y", "yes")


def run(asked: argparse.Namespace) -> int:
    """Say what will go, ask, and erase it; 1 where somebody thought better of it, or slipped."""
    whose = _whose(asked)
    ledger = ledger_path(asked.ledger)
    found = traces(ledger, whose)
    if found.nothing:
        slip = _slip(asked, whose, ledger)
        print(f"Nothing is kept of {_named(whose)}.{slip}")
        return BROKEN if slip else OK
    print(f"This is erased for good, of {_named(whose)}:")
    for line in told(found):
        print(f"  {line}")
    if not asked.yes and not _agreed():
        print("Nothing was erased.")
        return BROKEN
    forget(ledger, whose)
    print("Erased.")
    return OK


def told(found: Traces) -> Iterable[str]:
    """What there is, a line each."""
    held = found.held
    amounts = (
        (held.viewings, "viewing", "in the ledger, with scenes, turns and reasons"),
        (held.memory, "variable", "that a film remembers"),
        (held.seen, "scene", "noted as seen"),
        (held.endings, "ending", "noted as reached"),
        (held.totals, "tally", "of what moved viewers"),
        (len(found.saves), "saved place", "to go on from"),
        (held.aside, "file", "of a damaged ledger, put aside"),
    )
    for number, what, rest in amounts:
        if number:
            yield f"{number} {what if number == 1 else _many(what)} {rest}"


def _whose(asked: argparse.Namespace) -> Whose:
    if asked.all and asked.profile is not None:
        raise ShelfError("--all is every profile; leave --profile out.")
    flags = {} if asked.profile is None else {"viewer": {"profile": asked.profile}}
    profile = settings.load(os.environ, flags).viewer.profile
    return Whose(
        film=None if asked.story is None else film_id(asked.story),
        profile=None if asked.all else profile,
    )


def _named(whose: Whose) -> str:
    who = "everybody" if whose.profile is None else f"the profile '{whose.profile}'"
    return f"{who}, in {'every film' if whose.film is None else repr(whose.film)}"


def _slip(asked: argparse.Namespace, whose: Whose, ledger: Path) -> str:
    """What a slip in a name may have meant: it must not reassure anybody. Empty where none is."""
    films, profiles = kept(ledger)
    library = {film_id(str(film.path)) for film in shipped_films()}
    known = films | library
    if whose.film is not None and whose.film not in known and not _is_film(asked.story):
        return f" No film has this id. {_known(whose.film, known)}"
    if asked.profile is not None and asked.profile not in profiles:
        return f" No profile of this name has anything. {_known(asked.profile, profiles)}"
    return ""


def _known(name: str, names: Iterable[str]) -> str:
    near = nearest(name, names)
    return near if "Did you" not in near else f"{near} There are: {', '.join(sorted(names))}."


def _is_film(story: str) -> bool:
    try:
        open_film(story)
    except ShelfError:
        return False
    return True


def _agreed() -> bool:
    try:
        return input("Erase it? [y/N] ").strip().lower() in _YES
    except EOFError:
        print("\nNobody is there to be asked; say --yes to erase without asking.")
        return False


def _many(what: str) -> str:
    return what[:-1] + "ies" if what.endswith("y") else what + "s"
