"""`kinoeye erase`: films forget a viewer, for good."""

import argparse
import os
from collections.abc import Iterable

from engine import settings
from engine.desk.cli import BROKEN, OK
from engine.desk.forgetting import Traces, forget, traces
from engine.desk.remembering import film_id, ledger_path
from engine.house.ledger.erasing import Whose
from engine.shelf.films import shipped_films
from engine.shelf.guard import ShelfError
from engine.story.findings import nearest

_YES = ("y", "yes")


def run(asked: argparse.Namespace) -> int:
    """Say what will go, ask, and erase it; 1 where somebody thought better of it."""
    whose = _whose(asked)
    ledger = ledger_path(asked.ledger)
    found = traces(ledger, whose)
    if found.nothing:
        print(f"Nothing is kept of {_named(whose)}.{_meant(whose)}")
        return OK
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


def _meant(whose: Whose) -> str:
    """A slip in a film's name must not reassure anybody."""
    known = {film_id(str(film.path)) for film in shipped_films()}
    if whose.film is None or whose.film in known:
        return ""
    return f" No film of the library has this id. {nearest(whose.film, known)}"


def _agreed() -> bool:
    try:
        return input("Erase it? [y/N] ").strip().lower() in _YES
    except EOFError:
        print("\nNobody is there to be asked; say --yes to erase without asking.")
        return False


def _many(what: str) -> str:
    return what[:-1] + "ies" if what.endswith("y") else what + "s"
