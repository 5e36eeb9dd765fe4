"""Words measured, broken and drawn."""

import pygame
import pytest

from engine.stage.fontfiles import FontTable
from engine.stage.fonts import Fonts
from engine.stage.reading_order import from_right
from engine.stage.theme import BODY, CAPS, LABEL, MARQUEE, QUESTION, TITLE
from tests.stage.pictures import FONTS, needs_chinese, needs_from_right

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


def ink(text):
    """What a line shows, and where."""
    drawn = pygame.mask.from_surface(FONTS.line(text, TITLE, 2.0), 120)
    rects = drawn.get_bounding_rects()
    return drawn, rects[0].unionall(rects)


def alike(one, other):
    """How much of two inks is in the same place when they are laid over each other, 0..1."""
    (first, place), (second, at) = one, other
    return max(
        first.overlap_area(second, (place.left - at.left + aside, 0)) for aside in (-1, 0, 1)
    ) / max(first.count(), second.count())


def part(line, left, width):
    """Some columns of a line's ink."""
    drawn, around = line
    piece = pygame.Mask((width, drawn.get_size()[1]))
    piece.draw(drawn, (-around.left - left, 0))
    rects = piece.get_bounding_rects()
    return piece, rects[0].unionall(rects)


@needs_from_right
def test_the_first_letter_of_hebrew_stands_at_the_right():
    """The word begins where one begins to read."""
    word, first, last = ink("\u05e9\u05d1"), ink("\u05e9"), ink("\u05d1")
    width = word[1].width

    assert alike(part(word, 0, last[1].width), last) > 0.9
    assert alike(part(word, width - first[1].width, first[1].width), first) > 0.9


@needs_from_right
def test_arabic_letters_hold_hands_in_the_order_they_are_read():
    """Meem as it ends a word stands at the left; seen as it begins one, at the right."""
    word, ends, begins = ink("\u0633\u0645"), ink("\ufee2"), ink("\ufeb3")
    width = word[1].width

    assert alike(part(word, 0, ends[1].width), ends) > 0.8
    assert alike(part(word, width - begins[1].width, begins[1].width), begins) > 0.8
    assert FONTS.width("\u0633\u0645", TITLE, 2.0) < sum(
        FONTS.width(letter, TITLE, 2.0) for letter in "\u0633\u0645"
    )


@needs_from_right
@pytest.mark.parametrize("letters", ["\u0633", "\u0644\u0627"])
def test_a_vowel_above_does_not_push_the_line_down(letters):
    """The letters of a line stand on one height, whatever stands over them."""
    bare = ink(letters)[1]
    marked = ink(letters[0] + "\u0651\u064e" + letters[1:])[1]

    assert abs(marked.bottom - bare.bottom) <= 1
    assert marked.top < bare.top


@needs_from_right
def test_lines_of_one_hebrew_paragraph_are_all_read_from_the_right():
    """The second begins with a name in Latin letters, and ends at the left all the same."""
    words = "\u05d0\u05d1\u05d2 " * 6
    lines = FONTS.wrap(f"{words}Gull Islet.", BODY, 1.0, FONTS.width(words, BODY, 1.0))

    assert len(lines) == 2
    assert all(from_right(line) for line in lines)


def test_letters_that_cannot_be_shown_are_told_by_name():
    """Boxes tell nobody what to install."""
    bare = Fonts(FontTable())
    for text in ("Play", "\u05d0", "\u0633", "\u5b88"):
        bare.line(text, BODY, 1.0)

    assert bare.lacking == {"Hebrew", "Arabic", "Chinese"}
