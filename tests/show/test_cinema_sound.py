"""A film's dubs, descriptions and music in a window on SDL's dummies, as the house plays them."""

import pygame
import pytest

from engine import settings
from tests import clips
from tests.clips import Make
from tests.show.dark import film_of, hurried, opened, path_of, planned
from tests.sounds import counting, noise, wav

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

HALL = """
film: 1
title: Hall
languages: [en, zh]
scenes:
  hall: {play: {file: hall.mov, bed: night.wav}, next: out}
  out: {play: {slate: Out, seconds: 1, bed: gone.ogg}, end: Out}
"""


@pytest.fixture
def hall(tmp_path):
    folder = film_of(tmp_path / "hall", HALL)
    clips.film(folder / "hall.mov", Make(number=4, seconds=2.0))
    wav(folder / "hall.zh.wav", counting(104, 96_000))
    wav(folder / "hall.en.ad.wav", noise(2.0, loud=9000))
    wav(folder / "night.wav", noise(1.0))
    return folder


def test_a_film_is_heard_in_its_viewers_language_with_its_music(hall, tmp_path, monkeypatch):
    """From the desk to the last sample; music that is missing is told once and stops nothing."""
    hurried(monkeypatch, 2.0)
    played = bytearray()

    def listener(dark):
        feed = dark._speaker._feed
        dark._speaker.feed(lambda at, wanted: played.extend(piece := feed(at, wanted)) or piece)
        yield lambda: dark.phase == "ended"

    with opened(listener, language="zh") as dark:
        dark.play(*planned(hall, tmp_path / "log", language="zh"))
        troubles = dark.said

    music = noise(1.0).astype(int)
    expected = counting(104, 48_000)[1000:2000].astype(int) + music[1000:2000]
    assert expected.astype("<i2").tobytes() in bytes(played)
    assert path_of(tmp_path / "log") == ["hall", "out"]
    assert troubles == ["gone.ogg is not there. The film plays without it."]


def test_who_switches_descriptions_on_has_them_the_next_evening(hall, tmp_path, monkeypatch):
    """The house writes it down with the volume."""
    hurried(monkeypatch, 2.0)

    def listener(dark):
        yield lambda: dark.scene == "hall" and dark.evening._projector.position > 0.2
        dark.key(pygame.K_d)
        yield lambda: dark.evening._projector._timeline.take.voiced.told is not None
        yield lambda: dark.phase == "ended"

    with opened(listener) as dark:
        dark.play(*planned(hall, tmp_path / "log"))

    assert settings.load({}).viewer.description is True
