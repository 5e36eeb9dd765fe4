"""Words measured, broken and drawn."""

import pygame
import pytest

from engine.stage.fontfiles import FontTable
from engine.stage.fonts import Fonts
from engine.stage.theme import BODY, CAPS, LABEL, MARQUEE, QUESTION, TITLE
from tests.stage.pictures import FONTS, needs_chinese

ENGLISH = "They say the lamp on Gull Islet burns with the heart of whoever watches."
CHINESE = "都说鸥屿那盏灯，谁望着它，它就随谁的心烧。今夜，望灯的人是你。"


@pytest.mark.parametrize("style", [BODY, CAPS, LABEL, MARQUEE, QUESTION, TITLE])
@pytest.mark.parametrize(
    "text", ["Agyj Ñ “quoted”", pytest.param("守灯人 Agy", marks=needs_chinese)]
)
@pytest.mark.parametrize("unit", [1.0, 1.5, 3.0])
def test_no_letter_is_cut_off(style, text, unit):
    """A `y` without its tail looks broken at any size."""
    drawn = FONTS.line(text, style, unit)
    ink = pygame.mask.from_surface(drawn, 40).get_bounding_rects()

    assert max(rect.bottom for rect in ink) < drawn.get_height()
    assert min(rect.top for rect in ink) > 0
    assert max(rect.right for rect in ink) <= drawn.get_width()


def test_lines_are_no_wider_than_asked():
    """Nothing may run out of its place."""
    for width in (140, 200, 640):
        lines = FONTS.wrap(ENGLISH, BODY, 1.0, width)
        assert all(FONTS.width(line, BODY, 1.0) <= width for line in lines)
        assert " ".join(lines) == ENGLISH


@needs_chinese
def test_chinese_breaks_between_letters_and_not_before_a_stop():
    """It has no spaces; its rules are about the ends of lines."""
    for width in range(120, 500, 37):
        lines = FONTS.wrap(CHINESE, BODY, 1.0, width)
        assert "".join(lines) == CHINESE
        assert all(line[0] not in "，。" for line in lines)


def test_a_word_longer_than_the_line_is_broken():
    """Names can be long; they may not run out of a plate."""
    lines = FONTS.wrap("Donaudampfschifffahrt" * 3, BODY, 1.0, 150)

    assert all(FONTS.width(line, BODY, 1.0) <= 150 for line in lines)


def test_balanced_lines_are_of_about_one_length():
    """No last word alone under a long line."""
    lines = FONTS.balanced(ENGLISH, BODY, 1.0, 640)
    widths = [FONTS.width(line, BODY, 1.0) for line in lines]

    assert len(lines) == len(FONTS.wrap(ENGLISH, BODY, 1.0, 640))
    assert min(widths) > 0.7 * max(widths)


@needs_chinese
def test_english_quotes_are_not_as_wide_as_chinese_letters():
    """Chinese typefaces draw them so; in an English sentence they tear holes."""
    assert FONTS.width("“a”", BODY, 1.0) < 2.2 * FONTS.width("a", BODY, 1.0) + 12


@needs_chinese
def test_both_scripts_stand_on_one_line():
    """Latin letters among Chinese ones share their middle."""
    latin = pygame.mask.from_surface(FONTS.line("H", TITLE, 1.0), 120).get_bounding_rects()[0]
    mixed = FONTS.line("守H", TITLE, 1.0)
    right = mixed.subsurface(
        (mixed.get_width() - latin.width - 6, 0, latin.width + 6, mixed.get_height())
    )
    found = pygame.mask.from_surface(right, 120).get_bounding_rects()[-1]

    assert abs(found.bottom - latin.bottom) <= 1


def test_a_machine_without_any_known_typeface_still_shows_words():
    """pygame's own typeface is always there."""
    bare = Fonts(FontTable())

    assert not bare.chinese
    assert bare.width("Play", BODY, 1.0) > 20
    assert bare.line("Play", BODY, 1.0).get_height() == bare.pitch(BODY, 1.0)


def test_a_drawn_line_is_drawn_once():
    """The first drawing is slow; a frame has no time for it."""
    assert FONTS.line("once", BODY, 1.0) is FONTS.line("once", BODY, 1.0)
