"""Pages as values."""

import pygame
import pytest

from engine.stage.page import Align, Column, Kind
from engine.stage.theme import BODY, LABEL, TITLE
from tests.stage.pictures import SIZES, desk

LONG = "They say the lamp on Gull Islet burns with the heart of whoever watches."


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("align", "corner"),
    [(Align.LEFT, "topleft"), (Align.MIDDLE, "midtop"), (Align.RIGHT, "topright")],
)
def test_words_stand_where_they_are_put(size, align, corner):
    """By the corner that their alignment means."""
    found = desk(size).words("Play", BODY, (300, 100), 400, align=align)

    assert abs(getattr(found.area, corner)[0] - 300) <= 1
    assert found.area.top == 100


def test_words_grow_smaller_before_they_are_cut():
    """A long label is still read."""
    whole = desk().words(LONG, TITLE, (0, 0), 640, most=2)
    cut = desk().words(LONG * 6, TITLE, (0, 0), 520, most=2)

    assert whole.style.size < TITLE.size
    assert not whole.lines[-1].endswith("…")
    assert cut.lines[-1].endswith("…")
    assert len(cut.lines) == 2


@pytest.mark.parametrize("size", SIZES)
def test_a_plate_is_never_smaller_than_a_finger(size):
    """Forty-eight units, in any window."""
    made = desk(size).plate("ok", "ok", "deed", pygame.Rect(100, 100, 60, 10))

    assert made.area.height >= desk(size).px(48)
    assert made.area.centery == pytest.approx(105, abs=1)


def test_a_label_leaves_room_for_its_key_and_its_value():
    """Nothing on a plate lies over anything else."""
    area = pygame.Rect(0, 0, 300, 60)
    made = desk().plate(
        LONG, "x", "deed", area, digit="1", value="no limit", kind=Kind.ROW, most=1
    )
    wide = desk().fonts.width(made.lines[0], made.style, 1.0)

    assert wide + desk().fonts.width("no limit", LABEL, 1.0) < 300 - 62 - 22


def test_a_column_stacks_downwards():
    """Each thing under the one before."""
    column = Column(desk(), 100, 50, 400).words("a", BODY).space(10).words("b", BODY).rule()
    tops = [item.area.top for item in column.items]

    assert tops == sorted(tops)
    assert column.items[1].area.top - column.items[0].area.bottom == 10
    assert column.top == column.items[-1].area.bottom
    moved = column.moved(30)
    assert moved[0].area.top == 80
