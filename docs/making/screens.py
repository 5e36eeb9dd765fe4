"""
The README's screenshots, taken from the player while it plays.

    python -m docs.making.screens    (any display, or SDL_VIDEODRIVER=dummy; 150 seconds)
"""

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pygame

from engine.desk.beginning import begin
from engine.desk.bills import bill_of
from engine.desk.films import read, spoken
from engine.settings import Settings, Viewer
from engine.shelf.films import open_film
from engine.shelf.places import HOME_VARIABLE
from engine.show.cinema import Cinema
from engine.show.viewing import Plan

OUT = Path(__file__).resolve().parent.parent / "pictures"
FILM = "lantern-keeper"


@dataclass(frozen=True)
class Take:
    """One screenshot: where the film begins, what its viewer does, and when it is taken."""

    name: str
    language: str
    seconds: float
    start: str | None = None
    camera: str = "none"
    script: tuple[str, ...] | None = None


TAKES = (
    Take("consent", "en", 2.0, camera="a-viewer.mp4"),
    Take("film", "en", 15.5, start="door"),
    Take("ending", "zh", 119.0, script=("笑一笑", "笑一笑", "给他")),
)


def main() -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        for take in TAKES:
            shoot(take, OUT / f"{take.name}.jpg")


def shoot(take: Take, out: Path) -> None:
    """Play until the moment has come, and keep what the window shows."""
    opened = read(open_film(FILM))
    if opened.film is None:
        raise SystemExit(f"{FILM} has errors")
    film = spoken(opened.film, opened.folder, take.language)
    began = begin(
        film.story, Viewer(), camera=take.camera, language=take.language, start=take.start
    )
    cinema = Cinema(Settings(), take.language)
    begins = time.perf_counter()

    def beat() -> None:
        if time.perf_counter() - begins >= take.seconds:
            pygame.image.save(cinema.window.surface, out)
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    cinema.beat = beat
    try:
        cinema.play(
            Plan(film=film, began=began, camera=take.camera, script=take.script), bill_of(opened)
        )
    finally:
        cinema.close()
    print(f"{out.name}: {out.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
