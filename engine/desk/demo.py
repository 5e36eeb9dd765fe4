"""`kinoeye demo`: two scripted viewers play; the same film goes two ways, and says why."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pygame

from engine.desk.beginning import begin
from engine.desk.cameras import SCRIPTED
from engine.desk.chosen import chosen_for
from engine.desk.cli import OK
from engine.desk.films import load
from engine.desk.play import spoken
from engine.desk.telling import Telling
from engine.messages.records import Cause, Entered, Record, Turn
from engine.messages.shots import Shot
from engine.senses.senses import SensesSettings
from engine.settings import Viewer
from engine.shelf.films import FIRST
from engine.shelf.guard import ShelfError
from engine.show.paper import PaperShowing
from engine.show.viewing import Plan
from engine.stage.filmstrip import Filmstrip, Moment, Strip
from engine.stage.fonts import Fonts
from engine.stage.paint import Painter
from engine.stage.reasons import reason
from engine.stage.tongue import Tongue, fitting
from engine.story.film import Film
from engine.story.model import Choice, Story, StoryTest
from engine.story.units import SceneId, Seconds

SEED: Final = 1
TELLING: Final = 0.55
"""How much of a shot has passed where it is shown."""
NATURAL: Final = ("feel ", "say ")
"""What a viewer does with face and voice, and not with a hand."""


def run(asked: argparse.Namespace) -> int:
    """Let two viewers play each film asked for, and put both ways into one picture."""
    chosen = chosen_for(asked)
    pygame.display.init()
    fonts = Fonts()
    tongue = fitting(spoken(asked.lang, chosen), chinese=fonts.chinese)
    paint = Painter(fonts, tongue.code).paint
    for name in asked.films or [FIRST]:
        folder, film = load(name, tongue.code)
        strips = tuple(_played(film, viewer, tongue) for viewer in two_viewers(film.story))
        sheet = Filmstrip(folder.path, film.story.language, fonts, paint).draw(strips)
        _write(sheet, Path(asked.out))
        print(f"Both ways, side by side: {asked.out}")
    return OK


@dataclass(frozen=True, slots=True)
class Acted:
    """A viewer of the demonstration."""

    name: str
    does: tuple[str, ...]


def two_viewers(story: Story) -> tuple[Acted, ...]:
    """
    The two rehearsals of a story with most looks and words in them that expect different ends.

    A story without two such gives one who always takes the first answer, and one who does nothing.
    """
    natural = sorted(story.tests, key=_naturalness, reverse=True)
    first = next((test for test in natural if _naturalness(test)), None)
    second = next(
        (test for test in natural if first and _naturalness(test) and test.expect != first.expect),
        None,
    )
    if first is None or second is None:
        firsts = tuple(
            scene.way.options[0].id
            for scene in story.scenes.values()
            if isinstance(scene.way, Choice)
        )
        return Acted(story.title, firsts[:1]), Acted(story.title, ("timeouts",))
    return tuple(Acted(test.name, test.do) for test in (first, second))


def _naturalness(test: StoryTest) -> int:
    return sum(item.startswith(NATURAL) for item in test.do)


@dataclass(slots=True)
class _Looking:
    """Takes one picture of each shot while a viewing goes on."""

    showing: PaperShowing
    seen: dict[Shot, Moment] = field(default_factory=dict)

    def look(self, _step: Seconds) -> None:
        """Take it when enough of the shot has passed."""
        shot, position = self.showing.shot, self.showing.position
        if shot is not None and shot not in self.seen and position >= TELLING * shot.length:
            self.seen[shot] = Moment(shot, position, self.showing.burn)


def _played(film: Film, viewer: Acted, tongue: Tongue) -> Strip:
    """One viewing, told line by line, as a strip of its scenes."""
    began = begin(
        film.story,
        Viewer(),
        camera=SCRIPTED,
        language=tongue.code,
        seed=SEED,
        patience=Seconds(0.0),
    )
    plan = Plan(film=film, began=began, script=viewer.does)
    showing = PaperShowing(plan, SensesSettings())
    looking, telling = _Looking(showing), Telling(film.story, tongue)
    print(f"\n{viewer.name}: {', '.join(viewer.does)}")
    records: list[Record] = []
    for record in showing.run(looking.look):
        records.append(record)
        for line in telling.lines(record):
            print(f"  {line}")
    reasons = turns_of(records)
    moments = (
        _told(moment, reasons.get((moment.shot.scene, moment.shot.visit)), tongue)
        for moment in looking.seen.values()
    )
    return Strip(viewer.name, tuple(moments))


def turns_of(records: Iterable[Record]) -> dict[tuple[SceneId, int], Turn]:
    """How each visit to each scene ended; a scene visited again has more than one reason."""
    visits: dict[SceneId, int] = {}
    turns: dict[tuple[SceneId, int], Turn] = {}
    for record in records:
        match record:
            case Entered(scene=scene, visit=visit):
                visits[scene] = visit
            case Turn(scene=scene):
                turns[scene, visits.get(scene, 0)] = record
            case _:
                pass
    return turns


def _told(moment: Moment, turn: Turn | None, tongue: Tongue) -> Moment:
    said = "" if turn is None or turn.cause is Cause.STORY else reason(turn, tongue).says
    return replace(moment, caption=moment.shot.scene.replace("_", " "), reason=said)


def _write(sheet: pygame.Surface, out: Path) -> None:
    try:
        pygame.image.save(sheet, out)
    except (OSError, pygame.error) as problem:
        raise ShelfError(
            f"{out} cannot be written ({problem}). Choose another with --out."
        ) from problem
