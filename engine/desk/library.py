"""`kinoeye` alone: the library, and the films chosen in it."""

import argparse
from dataclasses import replace

from engine.desk.beginning import begin
from engine.desk.bills import bills_of
from engine.desk.cameras import absent
from engine.desk.chosen import chosen_for
from engine.desk.cli import OK
from engine.desk.films import in_languages, load, misworded, read
from engine.desk.play import spoken
from engine.desk.remembering import home_ledger, ledger_path, remembered
from engine.desk.report import say
from engine.desk.saved import BROKEN, bookmarks, gone_on, home_saves
from engine.desk.waiting import wishes_in
from engine.settings import Settings, in_one_language
from engine.shelf.films import shipped_films
from engine.shelf.guard import ShelfError
from engine.show.cinema import Cinema
from engine.show.viewing import Plan, avoided
from engine.stage.bill import Bill
from engine.stage.foyer import Foyer
from engine.stage.wishes import ForgetMe, GoHome, PlayFilm, Quit, Wish


def run(asked: argparse.Namespace) -> int:
    """Open the window and show films until somebody leaves."""
    chosen = chosen_for(asked) if asked.lang is None else in_one_language(chosen_for(asked))
    bills = bills_of(read(folder) for folder in shipped_films())
    cinema = Cinema(chosen, spoken(asked.lang, chosen), say=say)
    cinema.tell(absent(asked.camera, chosen.camera.use))
    camera = asked.camera if asked.camera is not None else chosen.camera.use
    try:
        _evening(cinema, bills, chosen, camera)
    finally:
        cinema.close()
    return OK


def _evening(cinema: Cinema, bills: tuple[Bill, ...], chosen: Settings, camera: str) -> None:
    trouble: str | None = None
    film = ""
    wish: Wish = GoHome()
    while not isinstance(wish, Quit):
        try:
            if isinstance(wish, PlayFilm):
                film = wish.film
                wish = _play(cinema, bills, wish, chosen, camera)
            else:
                wish = _foyer(cinema, bills, trouble, film, chosen)
            trouble = None
        except ShelfError as problem:
            trouble, wish = str(problem), GoHome()


def _foyer(
    cinema: Cinema, bills: tuple[Bill, ...], trouble: str | None, film: str, chosen: Settings
) -> Wish:
    """Wait in the library, before the film seen last, for what somebody wants."""
    left, broken = bookmarks(bills, home_saves(chosen), cinema.tell)
    foyer = Foyer(
        bills, cinema.window, cinema.preferences, chosen=film, bookmarks=left,
        avoids=frozenset(chosen.viewer.avoids),
        loudness=cinema.loud, tuner=cinema.speaker, fonts=cinema.fonts,
    )  # fmt: skip
    if broken:
        foyer.say(BROKEN)
    if trouble is not None:
        foyer.tell(trouble)
    wish: Wish = GoHome()
    for wish in wishes_in(cinema, foyer):
        if isinstance(wish, ForgetMe):
            _forget(foyer, chosen.viewer.profile)
        elif isinstance(wish, PlayFilm | Quit):
            break
    foyer.draw()
    return wish


def _forget(foyer: Foyer, profile: str) -> None:
    """Have every film forget this viewer, and say that it has."""
    # Few ever ask, and the library need not wait for what is needed then.
    from engine.desk.forgetting import forget  # noqa: PLC0415
    from engine.house.ledger.erasing import Whose  # noqa: PLC0415

    try:
        forget(ledger_path(), Whose(profile=profile))
    except ShelfError as problem:
        foyer.tell(str(problem))
    else:
        foyer.tell_forgotten()


def _play(
    cinema: Cinema, bills: tuple[Bill, ...], wish: PlayFilm, chosen: Settings, camera: str
) -> Wish:
    """One viewing of a film of the library, in the language and manner its viewer likes."""
    bill = next(bill for bill in bills if bill.film == wish.film)
    liked = cinema.preferences
    language = liked.heard(bill.languages)
    folder, film = load(str(bill.folder), language)
    cinema.tell(misworded(film, folder, language))
    viewer = chosen.viewer.model_copy(
        update={
            "avoids": chosen.viewer.avoids if wish.resume else tuple(wish.avoids),
            "no_limit": liked.stretch is None,
            "stretch": 1.0 if liked.stretch is None else liked.stretch,
        }
    )
    began = begin(film.story, viewer, camera=camera, language=language)
    saves = home_saves(chosen)
    plan = Plan(
        film=film, began=began, camera=camera, saves=saves, said=in_languages(str(bill.folder))
    )
    if wish.resume:
        plan = gone_on(plan, saves, cinema.tell)
    wanted = cinema.play(remembered(plan, chosen, home_ledger(chosen), cinema.tell), bill)
    if isinstance(wanted, PlayFilm):  # seen again, it is led around the same
        return replace(wanted, avoids=avoided(plan.began))
    return wanted
