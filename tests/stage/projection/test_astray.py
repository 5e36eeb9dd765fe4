"""Lines of a file of subtitles that no player can make out."""

import pytest

from engine.stage.projection.astray import astray

SRT = "1\n00:00:01,000 --> 00:00:02,000\nWho is there?\n\n"
VTT = "WEBVTT - a film\nKind: captions\n\nNOTE a note\nof two lines\n\nSTYLE\n::cue {}\n\n"
ASS = (
    "[Script Info]\n; a comment\nTitle: Doors\n\n[Events]\nFormat: Layer, Start, End, Text\n"
    "Dialogue: 0,0:00:01.50,0:00:04.00,Default,,0,0,0,,Who, is there?\n"
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (SRT, []),
        (f"\n{SRT}2\n00:00:03.5 --> 00:00:04.5\n- You?\n- 1 -> 2\n", []),
        (f"hello\n\n{SRT}", [1]),
        (f"{SRT}hello\nagain\n\n2\n00:00:03,000 --> 00:00:04,000\nMe.\n", [5]),
        (f"{SRT}2\n00:00:03,000 -> 00:00:04,000\nMe.\n", []),
        (f"{SRT}2\n00:00:03 --> 00:00:04\nMe.\n", [6]),
        (f"{SRT}2\n\n00:00:03,000 --> 00:00:04,000\nMe.\n", []),
        (f"{SRT}2\n00：00：03，000 --> 00：00：04，000\n我。\n", [6]),
        (f"{SRT.rstrip()}\n2\n00:00:03 --> 00:00:04\nMe.\n", [5]),
        (f"lost\n{SRT}", [1]),
        (f"{VTT}one\n00:01.000 --> 00:02.000 align:start\nMe.\n", []),
        (f"{VTT}00:01.000 --> 00:02.000\nMe.\n\nhello\n", [13]),
        (ASS, []),
        (f"{ASS}hello\n", [8]),
        (f"{ASS}Dialogue: 0,0:00:05.00,Default,,0,0,0,,no end\n", [8]),
        (f"{ASS}[Fonts]\nfontname: a.ttf\n!#%&(\n", []),
        ("", []),
    ],
)
def test_lines_that_are_none_are_found(text, lines):
    """Each block of lines once, at the line that went wrong."""
    assert [each.line for each in astray(text)] == lines


@pytest.mark.parametrize(("text", "form"), [(SRT, "-->"), (VTT, "-->"), (ASS, "Dialogue:")])
def test_the_cure_is_of_their_own_kind(text, form):
    """As the file is written."""
    (told,) = astray(f"{text}hello\n")

    assert told.said == "hello"
    assert form in told.cure


def test_a_line_without_end_is_told_and_shortened_by_who_tells_it():
    """Of four megabytes of digits nobody needs more than the beginning looked at."""
    (told,) = astray("1:" + "1" * 1_000_000)

    assert told.line == 1
