"""Subtitles: read, and shown at their time."""

import pytest

from engine.stage.projection.cues import Cues, read_cues

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
