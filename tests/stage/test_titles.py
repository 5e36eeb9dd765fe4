"""Subtitles, drawn."""

import pygame
import pytest

from engine.stage.fonts import Fonts
from engine.stage.projection.cues import Cue, Cues
from engine.stage.theme import Room
from engine.stage.titles import Titles
from tests.stage.pictures import FONTS, brightness, needs_chinese

ROOM = Room(1280, 720)


@needs_chinese
def test_chinese_lines_do_not_begin_with_a_stop():
    """A full stop alone at a line's beginning is a misprint in Chinese."""
    titles = Titles(FONTS)
    text = (
        "都说鸥屿那盏灯，谁望着它，它就随谁的心烧，烧得高的时候，连海那边的人也看得见，今夜，望灯的人是你。"
        * 2
    )
    lines = titles.lines(text, ROOM)

    assert len(lines) > 1
    assert "".join(lines) == text
    assert all(line[0] not in "，。" for line in lines)
    assert all(FONTS.width(line, titles._style, ROOM.unit) <= 0.8 * 1280 for line in lines)


def test_an_authors_own_lines_stay_where_they_fit():
    """Somebody broke them with care."""
    assert Titles(FONTS).lines("Two\nlines", ROOM) == ("Two", "lines")


@pytest.mark.parametrize("ground", [(255, 255, 255), (0, 0, 0), (255, 188, 102)])
def test_words_are_readable_over_any_picture(ground):
    """White words on a white sky are no words."""
    canvas = pygame.Surface((1280, 720))
    canvas.fill(ground)
    place = Titles(FONTS).draw(canvas, ROOM, (Cue(0.0, 1.0, "Who is there?"),), 690)
    levels = pygame.surfarray.array3d(canvas.subsurface(place)).mean(axis=2)

    assert levels.max() - levels.min() > 150
    assert place.bottom <= 690


def test_words_stand_on_the_height_they_are_given():
    """Above an open card, never under it."""
    canvas = pygame.Surface((1280, 720))
    titles = Titles(FONTS)
    low = titles.draw(canvas, ROOM, (Cue(0.0, 1.0, "Who is there?"),), 690)
    high = titles.draw(canvas, ROOM, (Cue(0.0, 1.0, "Who is there?"),), 500)

    assert low.bottom - high.bottom == 190


def test_expected_words_are_drawn_before_they_are_wanted():
    """The first drawing of a line takes milliseconds that a cut does not have."""
    titles = Titles(Fonts(FONTS.table))
    titles.expect(Cues((Cue(1.0, 2.0, "one"), Cue(2.0, 3.0, "two"))))
    for _ in range(3):
        titles.idle(ROOM)
    canvas = pygame.Surface((1280, 720))

    assert {text for text, _ in titles._drawn} == {"one", "two"}
    titles.draw(canvas, ROOM, (Cue(1.0, 2.0, "one"),), 690)
    assert brightness(canvas) > 0


@pytest.mark.parametrize("words", [10, 40, 120, 2000])
@pytest.mark.parametrize("word", ["lantern ", pytest.param("守灯人", marks=needs_chinese)])
@pytest.mark.parametrize("size", [(1280, 720), (640, 480)])
def test_a_long_cue_leaves_most_of_the_picture_in_sight(words, word, size):
    """It is set smaller, and at last cut: a page of text is no subtitle."""
    room, canvas = Room(*size), pygame.Surface(size)
    foot = round(size[1] * 0.95)
    place = Titles(FONTS).draw(canvas, room, (Cue(0.0, 1.0, (word * words).strip()),), foot)

    assert place.left >= 0
    assert place.right <= size[0]
    assert place.top >= size[1] * 0.4
    assert place.bottom <= foot


def test_a_cue_that_is_cut_says_so():
    """By three dots."""
    lines = Titles(FONTS).lines("lantern " * 500, ROOM)

    assert len(lines) == 8
    assert lines[-1].endswith("…")


def test_what_was_drawn_is_kept_and_bounded():
    """A cue that is shown for four seconds is drawn once; an hour of them fills no memory."""
    titles, canvas = Titles(FONTS), pygame.Surface((1280, 720))
    titles.draw(canvas, ROOM, (Cue(0.0, 1.0, "Who is there?"),), 690)
    drawn = titles._block("Who is there?", ROOM)
    titles.draw(canvas, ROOM, (Cue(0.0, 1.0, "Who is there?"),), 500)

    assert titles._block("Who is there?", ROOM) is drawn
    for number in range(100):
        titles._block(f"line {number}", ROOM)
    assert len(titles._drawn) <= 48
