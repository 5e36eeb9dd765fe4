"""Where films were left: kept, found, and gone on with."""

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from engine.desk.remembering import utc
from engine.messages.orders import Tell
from engine.settings import Settings
from engine.shelf.guard import ShelfError
from engine.shelf.saves import Saves, saves_of
from engine.show.viewing import Plan
from engine.stage.bill import Bill, Bookmark

BROKEN: Final = "save_broken"
"""What a viewer is told of a save that cannot be read."""


def now() -> float:
    """The seconds since 1970."""
    return utc().timestamp()


def home_saves(chosen: Settings) -> Saves:
    """The saves of whoever the settings name."""
    return saves_of(chosen.viewer.profile, now)


def kept_in(asked: argparse.Namespace, chosen: Settings) -> Saves | None:
    """Where this viewing is kept; nowhere if it is a trial, a script's, or asked not to be."""
    trial = asked.headless or asked.do is not None or asked.start is not None or asked.given
    if trial or asked.sham is not None or asked.no_save:
        return None
    return home_saves(chosen)


def gone_on(plan: Plan, saves: Saves, say: Callable[[str], None]) -> Plan:
    """
    The plan of a viewing that goes on where it was left.

    A save that cannot be read is said, and the film begins anew. ShelfError where there is none.
    """
    story = plan.film.story
    try:
        saved = saves.find(story.id)
    except ShelfError as problem:
        say(str(problem))
        return replace(plan, told=(*plan.told, Tell(BROKEN)))
    if saved is None:
        says = f"'{story.id}' was not left anywhere, so there is no place to go on from."
        raise ShelfError(f"{says} Without --resume it begins at its start.")
    return replace(plan, began=replace(plan.began, standing=saved.standing))


def refuse_both(asked: argparse.Namespace) -> None:
    """ShelfError for a viewing that shall go on and begin elsewhere at once."""
    flags = {"--from": asked.start, "--set": asked.given or None, "--seed": asked.seed,
             "--sham": asked.sham}  # fmt: skip
    other = next((flag for flag, value in flags.items() if value is not None), None)
    if other is not None:
        says = f"--resume goes on with the place, the state and the chance of a save; {other}"
        raise ShelfError(f"{says} asks for another. Leave one of them out.")


def bookmarks(
    bills: Iterable[Bill], saves: Saves, say: Callable[[str], None]
) -> tuple[dict[str, Bookmark], bool]:
    """Where each film was left; and whether some save could not be read, which is said."""
    found, broken = dict[str, Bookmark](), False
    for bill in bills:
        try:
            saved = saves.find(bill.story) if bill.story else None
        except ShelfError as problem:
            say(str(problem))
            broken = True
            continue
        if saved is not None:
            found[bill.film] = Bookmark(saved.standing.chapter, max(now() - saved.at, 0.0))
    return found, broken
