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
        SRT.replace(b"\n", b"\r"),
        VTT.replace(b"\n", b"\r\n"),
        ASS.replace(b"\n", b"\r\n"),
        ASS.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + SRT,
        VTT,
        ASS,
    ],
    ids=["crlf", "cr", "vtt crlf", "ass crlf", "ass cr", "bom", "vtt", "ass"],
)
def test_every_kind_of_subtitle_says_the_same(written):
    """Authors bring what their tools give them."""
    cues = read_cues(written)

    assert [(cue.start, cue.end, cue.text) for cue in cues.cues] == [
        (1.5, 4.0, "Who is there?"),
        (4.0, 6.0, "Two\nlines"),
    ]


def ass(text):
    return ASS.replace(b"{\\i1}Who is there?{\\i0}", text.encode())


def srt(text):
    return SRT.replace(b"Who is there?", text.encode())


def vtt(text, settings=""):
    words = VTT.replace(b"<v Keeper>Who is there?", text.encode())
    return words.replace(b"00:04.000\n", f"00:04.000{settings}\n".encode(), 1)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (vtt("salt &amp; sea"), "salt & sea"),
        (vtt("a &lt; b &gt; c"), "a < b > c"),
        (vtt("one&nbsp;word &#233; &#x5b88;"), "one\xa0word é 守"),
        (vtt("&lrm;left &rlm;right"), "\u200eleft \u200fright"),
        (srt("salt &amp; sea &quot;now&quot;"), 'salt & sea "now"'),
        (ass("salt &amp; sea"), "salt & sea"),
    ],
)
def test_entities_become_letters(written, shown):
    """Some readers leave them; no viewer should read `&amp;`."""
    assert read_cues(written).cues[0].text == shown


@pytest.mark.parametrize(
    "written",
    [
        srt("<i>Who</i> is <b>there</b>?"),
        srt('<font color="#ff0000">Who is there?</font>'),
        srt("{\\an8}Who is there?"),
        vtt("<c.yellow>Who</c> is <i>there</i>?"),
        vtt("Who <00:02.000>is <00:03.000>there?"),
        vtt("<v.loud Keeper>Who is there?</v>"),
        vtt("Who is there?", " line:0 position:20% align:start"),
        ass("{\\an8\\pos(320,20)}Who is there?"),
        ass("{\\k20}Who {\\k30}is {\\c&H0000FF&}there?{\\r}"),
        ass("{\\move(1,2,3,4)\\fad(100,100)\\t(\\fs40)}Who is there?"),
        ass("{a note to myself}Who is there?"),
    ],
)
def test_marks_of_style_and_place_are_taken_off(written):
    """Words stand where every film's stand, clear of flame and cards, and in its letters."""
    assert read_cues(written).cues[0].text == "Who is there?"


def test_lines_are_broken_as_their_author_broke_them():
    """Soft and hard breaks of ASS, hard blanks, and no empty lines."""
    assert read_cues(ass("Who\\Nis\\nthere\\hnow?")).cues[0].text == "Who\nis\nthere now?"
    assert read_cues(srt("  Who  \n<i> </i>\nis there?")).cues[0].text == "Who\nis there?"


def test_a_drawing_or_a_comment_is_no_speech():
    """ASS can draw with letters; nobody should read `m 0 0 l 100 0`."""
    drawn = read_cues(ass("{\\p1}m 0 0 l 100 0 100 100{\\p0}"))
    noted = read_cues(ASS.replace(b"Dialogue: 0,0:00:01", b"Comment: 0,0:00:01"))

    assert [cue.text for cue in drawn.cues] == [cue.text for cue in noted.cues] == ["Two\nlines"]


@pytest.mark.parametrize("written", [b"", b"\xff\x00\xff", b"no times here", b"x" * 5_000_000])
def test_what_cannot_be_read_has_no_words(written):
    """A broken file must never hold a clip up."""
    assert read_cues(written) == Cues()
