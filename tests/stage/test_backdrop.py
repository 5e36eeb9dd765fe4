"""What lies behind pages."""

import pygame
import pytest

from engine.stage.backdrop import Backdrop, night
from engine.stage.bill import Bill
from engine.stage.page import Page
from tests.stage.pictures import brightness, changed


@pytest.fixture
def folder(tmp_path):
    poster = pygame.Surface((64, 36))
    poster.fill((200, 100, 50))
    pygame.image.save(poster, tmp_path / "poster.png")
    return tmp_path


def bill(folder, poster):
    return Bill(film="x", folder=folder, titles={"en": "x"}, poster=poster)


def test_a_films_poster_fills_the_window(folder):
    """From edge to edge."""
    pygame.display.init()
    canvas = pygame.display.set_mode((640, 360))
    Backdrop(bill(folder, "poster.png")).draw(canvas)

    assert canvas.get_at((0, 0))[:3] == canvas.get_at((639, 359))[:3] == (200, 100, 50)


@pytest.mark.parametrize("poster", [None, "missing.png"])
def test_a_film_without_a_poster_has_the_night(folder, poster):
    """Never an empty window."""
    pygame.display.init()
    canvas = pygame.display.set_mode((640, 360))
    Backdrop(bill(folder, poster)).draw(canvas)

    assert changed(canvas, night((640, 360))) == 0
    assert 4 < brightness(canvas) < 80


def test_a_page_takes_the_picture_behind_out_of_focus_and_into_the_dark(folder):
    """So that its words can be read, and the film is still felt."""
    pygame.display.init()
    canvas = pygame.display.set_mode((640, 360))
    canvas.fill((200, 200, 200))
    canvas.fill((0, 0, 0), (320, 0, 20, 360))
    Backdrop(bill(folder, None)).soften(canvas, Page(name="pause", items=(), dim=0.6), 1.0)
    columns = pygame.surfarray.array3d(canvas)[:, 180, 0].astype(int)

    assert columns.max() <= 0.42 * 200
    assert columns[330] > 8


def test_it_comes_softly(folder):
    """As far as the page is there."""
    pygame.display.init()
    canvas = pygame.display.set_mode((640, 360))
    backdrop, page, seen = Backdrop(bill(folder, None)), Page(name="pause", items=(), dim=0.6), []
    for cover in (0.0, 0.3, 0.7, 1.0):
        canvas.fill((200, 200, 200))
        backdrop.soften(canvas, page, cover)
        seen.append(brightness(canvas))

    assert seen == sorted(seen, reverse=True)
    assert seen[0] == 200
