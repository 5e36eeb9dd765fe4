"""Small signs over the film."""

import pygame
import pytest

from engine.messages.orders import Burn
from engine.stage.brush import Brush
from engine.stage.marks import draw_mark, draw_ring, mark_area
from tests.stage.pictures import FONTS, SIZES, changed, colours, desk, night


@pytest.mark.parametrize("size", SIZES)
def test_the_camera_mark_is_red_and_in_the_corner(size):
    """As the lamps of cameras are."""
    canvas = night(size)
    draw_mark(canvas, desk(size), Brush(FONTS), "camera open", 0.0, 60.0)
    area = mark_area(desk(size))
    red, green, blue = colours(canvas, area.inflate(-area.width // 2, -area.height // 2))

    assert red > 2 * green
    assert red > 2 * blue
    assert area.right > size[0] * 0.8
    assert area.bottom < size[1] * 0.2


def test_the_mark_says_what_it_is_at_first_and_then_only_glows():
    """Nobody has to guess; nobody has to read it for five minutes."""
    told, later = night(), night()
    draw_mark(told, desk(), Brush(FONTS), "camera open", 0.0, 1.0)
    draw_mark(later, desk(), Brush(FONTS), "camera open", 0.0, 10.0)

    assert changed(told, later) > 300


def test_the_ring_answers_as_the_flame_would():
    """Wider for a smile, colder for a look away."""
    smile, away = night(), night()
    draw_ring(smile, desk(), Burn(height=1.0, gold=1.0, shiver=0.0, seen=True), 0.0)
    draw_ring(away, desk(), Burn(height=-1.0, gold=0.0, shiver=0.0, seen=True), 0.0)
    corner = pygame.Rect(30, 620, 120, 80)
    warm, cold = colours(smile, corner), colours(away, corner)

    assert changed(smile, away) > 200
    assert warm[0] - warm[2] > cold[0] - cold[2]
