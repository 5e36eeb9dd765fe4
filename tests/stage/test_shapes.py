"""Shapes without stairs, light without bands."""

import numpy as np
import pygame
import pytest

from engine.stage.shapes import Plate, blurred, disc, dusk, glow, plate, ring, shade
from engine.stage.theme import BODY
from tests.stage.pictures import FONTS, night


def alpha(surface):
    return pygame.surfarray.array_alpha(surface).astype(int)


def test_a_plate_has_round_corners_and_a_whole_middle():
    """Clear beyond its corners, whole within."""
    drawn = alpha(plate(Plate(width=80, height=40, radius=12, body=(0, 0, 0, 255))))

    assert drawn[0, 0] == 0
    assert drawn[40, 20] == 255
    assert 0 < drawn[3, 3] < 255


def test_a_plates_light_falls_beyond_it_and_fades():
    """And lies on nothing within."""
    form = Plate(
        width=80, height=40, radius=12, body=(0, 0, 0, 255), glow=(255, 200, 100, 200), reach=20
    )
    drawn = alpha(plate(form))

    assert drawn.shape == (120, 80)
    assert drawn[60, 18] > drawn[60, 10] > drawn[60, 2]
    assert drawn[60, 0] <= 2


def test_a_plate_is_made_once():
    """Frames have no time to make shapes."""
    form = Plate(width=80, height=40, radius=12)

    assert plate(form) is plate(form)


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_a_ring_is_as_long_as_its_share(share):
    """Clockwise from the top."""
    whole = (alpha(ring(40, 4, (255, 255, 255, 255))) > 128).sum()
    part = (alpha(ring(40, 4, (255, 255, 255, 255), share)) > 128).sum()

    assert part == pytest.approx(share * whole, rel=0.06)


def test_a_disc_is_round():
    """As wide as high."""
    box = pygame.mask.from_surface(disc(20, (255, 255, 255, 255))).get_bounding_rects()[0]

    assert box.width == box.height == pytest.approx(41, abs=1)


@pytest.mark.parametrize("size", [(40, 40), (300, 300), (700, 500)])
def test_light_is_brightest_in_its_middle_and_nothing_at_its_edge(size):
    """Coarse or fine, near or wide."""
    light = pygame.surfarray.array3d(glow(*size, (255, 180, 90), 0.5)).astype(int)

    assert light.shape[:2] == size
    assert light[size[0] // 2, size[1] // 2, 0] == pytest.approx(127, abs=8)
    assert light[0, 0].max() == 0
    assert light[:, 0].max() <= 4
    assert np.allclose(
        light[size[0] // 4, size[1] // 2], light[-1 - size[0] // 4, size[1] // 2], atol=5
    )


def test_dusk_falls_from_top_to_bottom():
    """Never lighter further down."""
    rows = alpha(dusk(64, 200, (0, 0, 0, 0), (0, 0, 0, 220))).mean(axis=0)

    assert rows[0] < 2
    assert rows[-1] > 215
    assert (np.diff(rows) > -1.5).all()


def test_shade_lies_around_words_and_not_far_from_them():
    """Larger than the words, clear at its own edge."""
    words = FONTS.line("Who", BODY, 1.0)
    drawn = alpha(shade(words, 8))

    assert drawn.shape == (words.get_width() + 32, words.get_height() + 32)
    assert drawn[:, 0].max() < 30
    assert drawn.max() > 150


def test_a_blurred_picture_keeps_its_light_and_loses_its_edges():
    """Out of focus, not dark."""
    picture = night()
    picture.fill((250, 250, 250), (600, 0, 80, 720))
    soft = pygame.surfarray.array3d(blurred(picture)).astype(int)
    sharp = pygame.surfarray.array3d(picture).astype(int)

    assert soft.mean() == pytest.approx(sharp.mean(), rel=0.1)
    assert np.abs(np.diff(soft[:, 300, 0])).max() < np.abs(np.diff(sharp[:, 300, 0])).max() / 4
