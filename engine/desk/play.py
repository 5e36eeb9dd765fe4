"""`kinoeye play`: one film, in a window or on paper."""

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from engine.desk.beginning import begin
from engine.desk.bills import bill_of
from engine.desk.cameras import NONE, SCRIPTED, absent
from engine.desk.chosen import chosen_for
from engine.desk.cli import BROKEN, OK
from engine.desk.editing import Shoulder
from engine.desk.films import in_languages, misworded, playable, unplayable
from engine.desk.films import spoken as told_in
from engine.desk.remembering import home_ledger, remembered, written
from engine.desk.report import say
from engine.desk.saved import gone_on, home_saves, kept_in, refuse_both
from engine.desk.tapes import announced, kept_of_faces, sham_of, shammed, taping
from engine.desk.telling import Telling
from engine.senses.senses import SensesSettings
from engine.senses.words.sentences import brought
from engine.settings import Settings, in_one_language
from engine.shelf.guard import ShelfError
from engine.shelf.models import fetched_models
from engine.show.paper import PaperShowing
from engine.show.viewing import Plan, as_liked, avoided
from engine.stage.bill import Bill
from engine.stage.tongue import Tongue
from engine.stage.wishes import PlayFilm, Preferences
from engine.story.film import Film
from engine.story.units import Seconds


def run(asked: argparse.Namespace) -> int:
    """Play the film asked for; the exit code says whether it could be."""
    if asked.speed is not None and not asked.headless:
        raise ShelfError("--speed needs --headless: with a window the sound sets the pace.")
    if asked.speed is not None and asked.speed <= 0:
        raise ShelfError(f"--speed {asked.speed:g}: give how many times faster, as in --speed 4.")
    if asked.watch and asked.headless:
        raise ShelfError("--watch needs a window: on paper a film is over before it is edited.")
    chosen = chosen_for(asked)
    taped = sham_of(asked)
    language = spoken(asked.lang, chosen) if taped is None else taped.head.language
    if asked.lang is not None or taped is not None:
        chosen = in_one_language(chosen)
    opened, original = playable(asked.story)
    folder = opened.folder
    heard = heard_by(chosen, language, original)
    film = told_in(original, folder, heard)
    ledger = written_in(asked, chosen)
    plan = planned(asked, film, chosen, heard)
    if asked.resume:
        refuse_both(asked)
        plan = gone_on(plan, home_saves(chosen), say)
    if taped is None:
        plan = taping(remembered(plan, chosen, ledger, say))
    else:
        plan = taping(written(shammed(plan, taped), chosen, ledger))
    misread = misworded(film, folder, heard)
    for trouble in (
        absent(asked.camera, plan.camera),
        misread,
        kept_of_faces(plan),
        *unplayable(film),
    ):
        if trouble is not None:
            say(trouble)
    if asked.headless:
        senses = replace(eyes_of(chosen), sentences=brought(chosen.words.model, say))
        return on_paper(plan, Tongue(language), asked.speed, senses)
    shoulder = Shoulder(folder, heard) if asked.watch else None
    bill = replace(announced(bill_of(opened), plan), alone=True)
    return in_window(replace(plan, edits=shoulder), bill, chosen, language, shoulder)


def written_in(asked: argparse.Namespace, chosen: Settings) -> Path | None:
    """The ledger of this viewing; of a trial or a scripted one only where one was named."""
    trial = asked.headless or asked.do is not None or asked.start is not None or asked.given
    trial = trial or asked.sham is not None or asked.watch
    if trial and asked.ledger is None:
        return None
    return home_ledger(chosen, asked.ledger)


def spoken(asked: str | None, chosen: Settings) -> str:
    """The language of film and interface: asked for, set, or the environment's own."""
    if asked is not None:
        return asked
    if chosen.viewer.language != "auto":
        return chosen.viewer.language
    return "zh" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("zh") else "en"


def heard_by(chosen: Settings, language: str, film: Film) -> str:
    """The language that a film speaks for this viewer, whose interface speaks `language`."""
    liked = Preferences(language=language, films=chosen.viewer.other_films)
    return liked.heard(film.story.languages)


def planned(asked: argparse.Namespace, film: Film, chosen: Settings, language: str) -> Plan:
    """The viewing that the flags ask for."""
    camera = seen_by(asked, chosen)
    scripted = asked.do is not None
    began = begin(
        film.story,
        chosen.viewer,
        camera=SCRIPTED if scripted and camera == NONE and _acts(asked.do) else camera,
        language=language,
        seed=asked.seed,
        start=asked.start,
        given=asked.given,
        patience=Seconds(0.0) if asked.headless else Seconds(90.0),
    )
    return Plan(
        film=film,
        began=began,
        camera=camera,
        script=tuple(asked.do) if scripted else None,
        log=None if asked.log is None else Path(asked.log),
        saves=kept_in(asked, chosen),
        said=in_languages(asked.story),
    )


def seen_by(asked: argparse.Namespace, chosen: Settings) -> str:
    """The camera of this viewing; without a window only one that was named is used."""
    if asked.camera is not None:
        return str(asked.camera)
    return NONE if asked.headless or asked.do is not None else chosen.camera.use


def _acts(items: list[str]) -> bool:
    return any(item.startswith("feel ") for item in items)


def eyes_of(chosen: Settings) -> SensesSettings:
    """How faces are read: by the model that is set, and with what was fetched."""
    return SensesSettings(fetched=fetched_models(), faces=chosen.faces.model)


def on_paper(plan: Plan, tongue: Tongue, speed: float | None, senses: SensesSettings) -> int:
    """Play without a window, telling each turn as it is taken."""
    if speed is None and plan.camera.isdigit():
        speed = 1.0  # a real face does not hurry
    showing = PaperShowing(plan, senses)
    telling = Telling(plan.film.story, tongue)
    for record in showing.run(paced(speed)):
        for line in telling.lines(record):
            print(line)
    if showing.ending is not None:
        print(f"path: {' > '.join(showing.ending.path)}")
    if showing.trouble is not None:
        print(f"kinoeye: {showing.trouble}")
        return BROKEN
    return OK if showing.ending is not None else BROKEN


def paced(speed: float | None) -> Callable[[Seconds], None]:
    """What waits for each step's time to pass, so many times faster; without a speed, nothing."""
    clock = Event()

    def wait(step: Seconds) -> None:
        if speed is not None:
            clock.wait(step / speed)

    return wait


def in_window(
    plan: Plan,
    bill: Bill,
    chosen: Settings,
    language: str,
    shoulder: Shoulder | None = None,
) -> int:
    """Play in a window until the viewer leaves; again, if they ask for it on the end card."""
    # A paper showing needs no window.
    from engine.desk.warned import forewarned  # noqa: PLC0415
    from engine.show.cinema import Cinema  # noqa: PLC0415

    cinema = Cinema(chosen, language, say=say)
    try:
        asked = forewarned(cinema, plan, bill)
        if asked is None:
            return OK
        plan = taping(asked)
        while isinstance(cinema.play(plan, bill), PlayFilm):
            if plan.sham is not None:
                continue  # whoever watches a tape again sees it again
            anew = replace(
                plan.began, seed=plan.began.seed + 1, avoids=avoided(plan.began), standing=None
            )
            edited = shoulder.newest if shoulder is not None else None
            plan = replace(plan, film=edited or plan.film, began=anew, told=())
            plan = as_liked(plan, cinema.preferences)
            plan = taping(plan)
            if plan.ledger is not None:
                plan = remembered(plan, chosen, plan.ledger.path, say)
    finally:
        cinema.close()
    return BROKEN if cinema.short else OK
