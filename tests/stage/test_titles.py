"""Subtitles: read, timed, drawn."""

import pygame
import pytest

from engine.stage.fonts import Fonts
from engine.stage.theme import Room
from engine.stage.titles import Cue, Cues, Titles, read_cues
from tests.stage.pictures import FONTS, brightness, needs_chinese

SRT = (
    b"1\n00:00:01,500 --> 00:00:04,000\nWho is there?\n\n"
    b"2\n00:00:04,000 --> 00:00:06,000\nTwo\nlines\n"
)
VTT = (
    b"WEBVTT\n\n00:01.500 --> 00:04.000\n<v Keeper>Who is there?\n\n"
    b"00:04.000 --> 00:06.000\nTwo\nlines\n"
)
ASS = (
    b"[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, "
    b"Name, MarginL, MarginR, MarginV, Effect, Text\n"
    b"Dialogue: 0,0:00:01.50,0:00:04.00,Default,,0,0,0,,{\\i1}Who is there?{\\i0}\n"
    b"Dialogue: 0,0:00:04.00,0:00:06.00,Default,,0,0,0,,Two\\Nlines\n"
)
ROOM = Room(1280, 720)


def test_words_are_shown_from_their_first_moment_to_their_last():
    """Words that come late or stay too long tell the wrong story."""
    cues = read_cues(SRT)

    assert [cue.text for cue in cues.at(1.49)] == []
    assert [cue.text for cue in cues.at(1.5)] == ["Who is there?"]
    assert [cue.text for cue in cues.at(3.99)] == ["Who is there?"]
    assert [cue.text for cue in cues.at(4.0)] == ["Two\nlines"]
    assert cues.at(6.0) == ()


@pytest.mark.parametrize(
    "written",
    [
        SRT.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + SRT,
        VTT,
        ASS,
    ],
    ids=["crlf", "bom", "vtt", "ass"],
)
def test_every_kind_of_subtitle_says_the_same(written):
    """Authors bring what their tools give them."""
    cues = read_cues(written)

    assert [(cue.start, cue.end, cue.text) for cue in cues.cues] == [
        (1.5, 4.0, "Who is there?"),
        (4.0, 6.0, "Two\nlines"),
    ]


def test_entities_become_letters():
    """WebVTT leaves them; no viewer should read `&amp;`."""
    cues = read_cues(b"WEBVTT\n\n00:01.000 --> 00:02.000\nsalt &amp; sea\n")

    assert cues.cues[0].text == "salt & sea"


@pytest.mark.parametrize("written", [b"", b"\xff\x00\xff", b"no times here", b"x" * 5_000_000])
def test_what_cannot_be_read_has_no_words(written):
    """A broken file must never hold a clip up."""
    assert read_cues(written) == Cues()


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
