"""`kinoeye ledger`: what the ledger tells of the viewings so far."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from engine.desk.cli import BROKEN, OK
from engine.desk.remembering import film_id, ledger_path
from engine.house.ledger.reading import (
    Account,
    Answered,
    Judgements,
    Told,
    accounts,
    shown_films,
)
from engine.story.findings import nearest

Say = Callable[[str], None]
BY: Final = {
    "face": "face", "text": "words", "vote": "vote", "buttons": "hand", "time": "nobody",
}  # fmt: skip
"""What answered, in people's words; every other cause has its own name."""
EMPTY: Final = (
    "No viewing is in the ledger yet ({path}). Every film played at home or in a kiosk is."
)


def run(asked: argparse.Namespace) -> int:
    """Tell it for people, or as one object a film for machines; 1 where a film is not in it."""
    path = ledger_path(asked.ledger)
    film = None if asked.story is None else film_id(asked.story)
    found = accounts(path, film) if path.is_file() else ()
    if film is not None and not found:
        print(_none_of(film, path), file=sys.stderr)
        return BROKEN
    if asked.json:
        tell_json(found, print)
    elif found:
        tell(found, path, print)
    else:
        print(EMPTY.format(path=path))
    return OK


def tell_json(found: Iterable[Account], say: Say) -> None:
    """One object a film: the account's own names, moments as ISO 8601 in UTC."""
    for account in found:
        told = asdict(replace(account, endings=dict(account.endings)))
        say(json.dumps(told, ensure_ascii=False, default=lambda moment: moment.isoformat()))


def tell(found: Iterable[Account], path: Path, say: Say) -> None:
    """The accounts in lines, film by film."""
    say(f"The ledger {path}; moments in UTC.")
    for account in found:
        say("")
        for line in lines(account):
            say(line)


def lines(account: Account) -> Iterable[str]:
    """One film's account."""
    minutes = "" if account.minutes is None else f", {account.minutes:.1f} minutes on average"
    shams = f"; {account.shams} sham, not counted" if account.shams else ""
    ended = account.viewings - account.left
    yield f"{account.film}: {_counted(account.viewings, 'viewing')}{shams}"
    yield f"  {ended} came to an ending{minutes}, {account.left} did not"
    for name, times in account.endings.items():
        yield f"    {times:5} x {name}"
    if account.answered:
        yield "  how decisions were answered"
        yield from _decisions(account.answered)
    if account.judged:
        yield "  was that so? asked on the end card; the share is of yes among answers, 95 %"
        yield from (f"    {_so(one)}" for one in account.judged)
    yield f"  the last {_counted(len(account.last), 'viewing')}"
    yield from (f"    {_one(told)}" for told in account.last)


def _decisions(answered: Iterable[Answered]) -> Iterable[str]:
    for scene, of_scene in groupby(answered, attrgetter("scene")):
        options: dict[str, list[Answered]] = {}
        for one in of_scene:
            options.setdefault(one.option, []).append(one)
        yield f"    {scene}: " + " · ".join(_option(name, took) for name, took in options.items())


def _option(name: str, took: list[Answered]) -> str:
    ways = ", ".join(f"{BY.get(one.cause, one.cause)} {one.times}" for one in took)
    return f"{name} {sum(one.times for one in took)} ({ways})"


def _so(one: Judgements) -> str:
    """What viewers said of one feeling that was read of them."""
    said = f"yes {one.yes}, no {one.no}, not meant {one.not_meant}"
    told = f"{one.feeling} ({BY.get(one.cause, one.cause)}): asked {one.asked}, {said}"
    if one.share is None or one.low is None or one.high is None:
        return told
    return f"{told} · {one.share:.0%} ({one.low:.0%} to {one.high:.0%})"


def _one(told: Told) -> str:
    kinds = (("kiosk", told.kiosk), ("sham", told.sham), ("gone on", told.resumed))
    marks = [mark for mark, holds in kinds if holds]
    long = f"{told.minutes:4.1f} min" if told.minutes is not None else " " * 8
    end = told.ending or ("left" if told.ended is not None else "broken off, or still on")
    shown = " ".join([f"{told.began:%Y-%m-%d %H:%M}", long, *marks])
    return f"{shown}  {' > '.join(told.path)} = {end}"


def _none_of(film: str, path: Path) -> str:
    films = shown_films(path) if path.is_file() else ()
    if not films:
        return f"No viewing of '{film}' is in the ledger {path}, nor of any other film."
    near = nearest(film, films)
    there = "" if near.startswith("Known") else f" In it are: {', '.join(films)}."
    return f"No viewing of '{film}' is in the ledger {path}. {near}{there}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
