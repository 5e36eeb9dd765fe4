"""`kinoeye senses`: what is read of whoever sits there, live, as meters and never as a picture."""

import argparse
import sys
import time
from threading import Event
from typing import Final

import pygame

from engine.desk.cameras import is_device, looped, named, playable
from engine.desk.chosen import chosen_for
from engine.desk.cli import OK
from engine.desk.keys import Keys
from engine.desk.looking import Looking, models_in
from engine.desk.meters import line, screen
from engine.desk.play import eyes_of, spoken
from engine.desk.report import say
from engine.messages.facts import ConsentAnswered
from engine.senses.senses import Senses
from engine.settings import Settings
from engine.shelf.guard import ShelfError
from engine.stage.hands import Sign
from engine.stage.mirror import Mirror
from engine.stage.projection.trouble import WindowError
from engine.stage.screens.mirror import Mirrored, called
from engine.stage.tongue import Tongue
from engine.stage.window import Window
from engine.stage.wishes import Local, Quit
from engine.story.units import Seconds

FRAME: Final = 1 / 30
"""Seconds from one drawing to the next: meters are calm, and ten readings a second are told."""
GLANCE: Final = 0.05
"""Seconds from one question to the senses to the next: oftener than they have something new."""
REDRAW: Final = 0.2
TOLD: Final = 1.0
"""Seconds from line to line where nobody can be shown a screen."""
UNSEEN: Final = "offscreen"
"""Where SDL draws of its own accord when there is no display."""


def run(asked: argparse.Namespace) -> int:
    """Show it until Esc, Ctrl-C or `--seconds`; the camera is shut however it ends."""
    chosen = chosen_for(asked)
    language = spoken(asked.lang, chosen)
    spec = playable(str(asked.camera if asked.camera is not None else chosen.camera.use))
    if asked.seconds is not None and not asked.seconds > 0.0:
        raise ShelfError(f"--seconds {asked.seconds:g}: give how long, as in --seconds 10.")
    window = None if asked.terminal else _window(chosen)
    looking = _looking(spec, chosen)
    try:
        if window is None:
            in_terminal(asked, spec, looking, Tongue(language))
        else:
            in_window(asked, spec, looking, Mirror(window, language))
    except KeyboardInterrupt:
        pass  # the usual way out of a terminal
    finally:
        looking.close()
        if window is not None:
            window.close()
    return OK


def _window(chosen: Settings) -> Window | None:
    """A window; none where there is no screen."""
    size = (chosen.screen.width, chosen.screen.height)
    try:
        window = Window("Kinoeye", size, full=chosen.screen.full, accel=chosen.screen.accel)
    except WindowError as problem:
        say(f"{problem} The terminal shows the senses.")
        return None
    if pygame.display.get_driver() == UNSEEN:
        window.close()
        say("There is no display here. The terminal shows the senses.")
        return None
    return window


def _looking(spec: str, chosen: Settings) -> Looking:
    wanted = eyes_of(chosen)
    senses = Senses(wanted, spec, clock=_now, cameras=looped)
    return Looking(senses, spec, models_in(wanted))


def _now() -> Seconds:
    return Seconds(time.monotonic())


def in_window(asked: argparse.Namespace, spec: str, looking: Looking, mirror: Mirror) -> None:
    """Show it in a window; a camera is opened when whoever sits there said yes."""
    pace, ends = Event(), _ending(asked.seconds)
    opened = asked.yes or not is_device(spec)
    if opened:
        looking.open()
    while _now() < ends:
        for deed in mirror.deeds():
            match deed:
                case Quit() | Sign():
                    return
                case ConsentAnswered(yes=True):
                    opened = True
                    looking.open()
                case Local.ANEW:
                    looking.learn()
                case _:
                    pass
        if opened:
            mirror.show(looking.at(_now()), camera_open=looking.camera_open)
        else:
            mirror.ask(named(spec))
        mirror.draw()
        pace.wait(FRAME)


def in_terminal(asked: argparse.Namespace, spec: str, looking: Looking, tongue: Tongue) -> None:
    """Show it in letters: drawn over and over on a terminal, else a line a second."""
    if is_device(spec) and not (asked.yes or _consents(tongue, named(spec))):
        return
    ends, live, due = _ending(asked.seconds), sys.stdout.isatty(), Seconds(0.0)
    looking.open()
    before: Mirrored | None = None
    with Keys(live=live) as keys:
        while _now() < ends:
            seen = looking.at(_now())
            if _now() >= due:
                if live:
                    sys.stdout.write(screen(seen, tongue))
                elif before is None or seen.eye.sees or seen.eye is not before.eye:
                    sys.stdout.write(f"{line(seen, tongue)}\n")  # nothing seen is said once
                sys.stdout.flush()
                before, due = seen, Seconds(_now() + (REDRAW if live else TOLD))
            pressed = keys.wait(GLANCE)
            if pressed == "end":
                return
            if pressed == "anew":
                looking.learn()


def _consents(tongue: Tongue, source: str) -> bool:
    """Ask in the terminal; where nobody can answer, nothing is opened."""
    if not sys.stdin.isatty():
        raise ShelfError(
            "Nobody can be asked whether the camera may look: start it in a terminal, or say "
            "--yes in the name of whoever sits before it."
        )
    print(tongue.say("mirror.ask"))
    print(tongue.say("mirror.ask_line", source=called(source, tongue)))
    return input(tongue.say("mirror.prompt")).strip().lower() in {"y", "yes", "j", "是", "可以"}


def _ending(seconds: float | None) -> Seconds:
    """When it ends by itself."""
    return Seconds(float("inf") if seconds is None else _now() + seconds)
