"""A cinema in the dark: the real one on SDL's dummy drivers, with a test in its last row."""

import contextlib
import functools
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame

from engine.desk.beginning import begin
from engine.desk.bills import bill_of
from engine.desk.films import load, read
from engine.house.presence import Presence, PresenceSettings
from engine.messages.orders import Tell
from engine.settings import Settings, Viewer
from engine.show import cinema
from engine.show.cinema import Cinema, House, _Evening
from engine.show.viewing import Plan
from engine.stage.projection.sound import Speaker, SpeakerSettings
from engine.stage.wishes import Quit
from engine.story.units import Seconds, Share

PIN = "2468"
LONGEST = 50.0
"""Seconds of anybody's clock after which an evening hangs, and its test fails."""

Visitor = Callable[["Dark"], Iterator[Callable[[], object]]]
"""Acts, and gives what it waits for before it acts again."""


def hurried(monkeypatch, speed: float) -> None:
    """Have the house's clock run so many times faster, without any sound card."""
    quick = SpeakerSettings(silent=True, speed=speed, volume=Share(0.0))
    monkeypatch.setattr(cinema.Speaker, "open", lambda _: Speaker(_bare(quick), quick))


def _bare(settings):
    from engine.stage.projection.sound import _best_drive

    return _best_drive(settings)


class Dark(Cinema):
    """Calls its visitor after each frame, and lets no evening last for ever."""

    def __init__(self, chosen=None, language="en", *, visitor: Visitor | None = None, **kwargs):
        self.said: list[str] = []
        super().__init__(chosen or Settings(), language, **{"say": self.said.append} | kwargs)
        pygame.event.clear()
        self.told: list[str] = []
        self._visitor = visitor
        self._acts: Iterator[Callable[[], object]] | None = None
        self._waits: Callable[[], object] = lambda: True
        self._ends = 0.0

    def play(self, plan, bill, house=None):
        """As every cinema, with an eye on the evening."""
        self.evening = _Evening(self, self._speaker, plan, bill, house)
        self._listen(self.evening)
        self._acts = (self._visitor or waits_for_the_end)(self)
        self._waits = lambda: True
        self.lasts(LONGEST)
        return self.evening.run()

    def lasts(self, seconds: float) -> None:
        """From now on at most so long."""
        self._ends = time.monotonic() + seconds

    def tick(self, *args, **kwargs):
        super().tick(*args, **kwargs)
        assert time.monotonic() < self._ends, f"It hangs in {self.phase} on page {self.page}."
        if self._acts is not None and self._waits():
            try:
                self._waits = next(self._acts)
            except StopIteration:
                self._acts = None
                self.evening._stage._wishes.append(Quit())

    @property
    def phase(self) -> str:
        return self.evening._director.phase.value

    @property
    def scene(self) -> str | None:
        return self.evening._director.scene

    @property
    def page(self) -> str | None:
        """The page that is up: attract, consent, pause, ending, pin ..."""
        modal = self.evening._stage._pages.modal
        return None if modal is None else modal.name

    @property
    def over(self) -> str | None:
        """What stands over the rolling film."""
        page = self.evening._stage._pages.over
        return None if page is None else page.name

    @property
    def preferences_here(self):
        return self.evening._stage.preferences

    @property
    def clock(self) -> float:
        """The house's clock, in seconds; it never stands."""
        return self._speaker.heard / 48_000

    def key(self, *keys: int, mod: int = 0) -> None:
        for one in keys:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=one, mod=mod, unicode=""))

    def write(self, text: str) -> None:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))

    def click(self, name: str) -> None:
        """Press and lift the button of that name."""
        pages = self.evening._stage._pages
        page = pages.modal or pages.over
        at = page.button(name).area.center
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))

    def _listen(self, evening: _Evening) -> None:
        """Keep what the viewer is told in one line."""
        obey = evening._stage.obey

        @functools.wraps(obey)
        def heard(order):
            if isinstance(order, Tell):
                self.told.append(order.key)
            obey(order)

        evening._stage.obey = heard


def waits_for_the_end(dark: Dark):
    """Sits through the film."""
    yield lambda: dark.phase == "ended"


def film_of(folder: Path, story: str) -> Path:
    """A film's folder with this story in it."""
    folder.mkdir(exist_ok=True)
    (folder / "story.yaml").write_text(story, encoding="utf-8")
    return folder


@contextlib.contextmanager
def opened(visitor: Visitor | None = None, **kwargs):
    """A cinema, closed again whatever happens in it."""
    dark = Dark(visitor=visitor, **kwargs)
    try:
        yield dark
    finally:
        dark.close()


def planned(folder, log=None, *, camera="none", script=None, language="en", kiosk=False, **kwargs):
    """The plan of a viewing and the film's bill, as the desk makes them."""
    found, film = load(str(folder), language)
    began = begin(
        film.story, Viewer(), camera=camera, language=language, seed=kwargs.pop("seed", 7),
        kiosk=kiosk, **kwargs,
    )  # fmt: skip
    plan = Plan(film=film, began=began, camera=camera, script=script, log=log)
    return plan, bill_of(read(found))


def house(dark_clock: Callable[[], float], plan: Plan, *, idle=4.0, end_card=1.0) -> House:
    """An exhibition whose patience is measured by the house's own clock."""
    seeds = iter(range(100, 200))
    return House(
        Presence(PresenceSettings(idle=idle, end_card=end_card), dark_clock),
        lambda pin: pin == PIN,
        lambda: replace(plan.began, seed=next(seeds), kiosk=True, patience=Seconds(4.0)),
    )


def records(log: Path) -> list[dict]:
    """What was written down."""
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def noticed(log: Path) -> list[str]:
    """The sentences of everything out of the ordinary."""
    return [one["says"] for one in records(log) if one["kind"] == "noticed"]


def path_of(log: Path) -> list[str]:
    return [one["scene"] for one in records(log) if one["kind"] == "entered"]


def turns_of(log: Path) -> list[tuple]:
    """From where to where and why, without the moment."""
    return [
        (one["scene"], one["to"], one["cause"], one.get("option"), one.get("because"))
        for one in records(log) if one["kind"] == "turn"
    ]  # fmt: skip


def story(*scenes: str) -> str:
    """A film of these scenes, one after the other."""
    return "\n".join(["film: 1", "title: Small", "scenes:", *(f"  {one}" for one in scenes)])
