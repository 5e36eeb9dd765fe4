"""`kinoeye kiosk`: one film, unattended. The parent watches, the child plays."""

import argparse
import getpass
import os
import secrets
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from engine import settings
from engine.desk.beginning import begin
from engine.desk.bills import bill_of
from engine.desk.cameras import absent
from engine.desk.chosen import chosen_for
from engine.desk.cli import OK
from engine.desk.films import in_languages, misworded, read, spoken, unplayable
from engine.desk.play import heard_by
from engine.desk.play import spoken as language_of
from engine.desk.remembering import home_ledger, recalled, written
from engine.desk.report import say
from engine.desk.tapes import announced, refuse_strangers, taping
from engine.house.pin import Lock, PinError, keep
from engine.house.presence import Presence, PresenceSettings
from engine.house.supervisor import Heartbeat, Patience, Supervisor
from engine.messages.facts import ViewingBegan
from engine.settings import Settings, in_one_language
from engine.shelf.films import open_film
from engine.shelf.guard import ShelfError
from engine.shelf.places import user_folder
from engine.show.cinema import Cinema, House
from engine.show.pulse import Pulse
from engine.show.viewing import Plan
from engine.story.units import Seconds

STOPPED: Final = 143
"""The exit code of what was asked to stop, by custom 128 and the signal's number."""


def run(asked: argparse.Namespace) -> int:
    """Set the PIN, be the player, or watch over one."""
    if asked.set_pin:
        return set_pin()
    chosen = chosen_for(asked)
    if asked.story is None:
        raise ShelfError(
            "Which film? `kinoeye kiosk STORY`, as in `kinoeye kiosk lantern-keeper`."
        )
    if not chosen.kiosk.pin:
        raise ShelfError(
            "A kiosk needs an operator's PIN, or nobody could end it. "
            "Set one with `kinoeye kiosk --set-pin`."
        )
    open_film(asked.story)
    return play(asked, chosen) if asked.beat is not None else watch()


def set_pin() -> int:
    """Ask for a PIN twice and keep its digest."""
    pin = getpass.getpass("Operator's PIN (4 to 12 digits): ")
    if pin != getpass.getpass("Once more: "):
        raise ShelfError("The two were not the same; nothing was changed.")
    try:
        settings.save({"kiosk": {"pin": keep(pin, secrets.token_bytes(16))}})
    except PinError as problem:
        raise ShelfError(str(problem)) from problem
    print(f"Kept in {user_folder() / settings.FILE}.")
    return OK


def watch() -> int:
    """Start the player as a process of its own, and again whenever it falls."""
    _stop_when_asked()  # so that the player ends too
    command = [sys.executable, "-m", "engine.desk", *sys.argv[1:]]
    supervisor = Supervisor(
        command, Patience(), time.monotonic, lambda says: print(says, file=sys.stderr, flush=True)
    )
    return supervisor.run(threading.Event().wait)


def _stop_when_asked() -> None:
    """A polite end closes ledger, tape and camera; SDL would take it for the window's cross."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(STOPPED))


def _beat(heart: Heartbeat) -> Callable[[], None]:
    """What beats while somebody listens; a player whose supervisor is gone ends."""
    supervisor = os.getppid()

    def beat() -> None:
        if os.getppid() != supervisor:
            raise SystemExit(STOPPED)
        heart.give()

    return beat


def play(asked: argparse.Namespace, chosen: Settings) -> int:
    """Be the player until the operator ends it."""
    _stop_when_asked()
    opened = read(open_film(asked.story))
    if opened.film is None:
        raise ShelfError(f"'{asked.story}' has errors. See `kinoeye check {asked.story}`.")
    language = language_of(asked.lang, chosen)
    chosen = chosen if asked.lang is None else in_one_language(chosen)
    heard = heard_by(chosen, language, opened.film)
    film = spoken(opened.film, opened.folder, heard)
    camera = "none" if asked.safe else (asked.camera or chosen.camera.use)
    log = None if asked.log is None else Path(asked.log)
    refuse_strangers(film, camera, log)
    ledger = home_ledger(chosen, asked.ledger)

    def again() -> ViewingBegan:
        patience = Seconds(chosen.kiosk.patience)
        began = begin(
            film.story,
            chosen.viewer,
            camera=camera,
            language=heard,
            patience=patience,
            kiosk=True,
        )
        begun = recalled(began, film.story, chosen, ledger, cinema.tell)
        return replace(begun, asks_back=ledger is not None)

    limits = PresenceSettings(idle=chosen.kiosk.idle, end_card=chosen.kiosk.end_card)
    house = House(
        Presence(limits, time.monotonic), Lock(chosen.kiosk.pin, time.monotonic).opens, again
    )
    cinema = Cinema(chosen, language, full=not asked.windowed, say=say)
    misread = misworded(film, opened.folder, heard)
    for trouble in (
        absent(None if asked.safe else asked.camera, camera),
        misread,
        *unplayable(film),
    ):
        cinema.tell(trouble)
    cinema.pulse = Pulse(_beat(Heartbeat(Path(asked.beat))))
    try:
        said = in_languages(asked.story)
        plan = taping(Plan(film=film, began=again(), camera=camera, log=log, said=said))
        bill = announced(bill_of(opened), plan)
        cinema.play(written(plan, chosen, ledger), bill, house)
    finally:
        cinema.close()
    return OK
