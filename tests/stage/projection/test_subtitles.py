"""Subtitles as they are written beside clips."""

import pytest

from engine.stage.projection.subtitles import subtitles_beside, texts_of

SRT = "1\n00:00:01,500 --> 00:00:04,000\nWho is there?\n\n2\n00:00:00,500 --> 00:00:01,000\nMe.\n"
VTT = "WEBVTT\n\nNOTE a note\n\n00:01.500 --> 00:04.000\n<v Keeper>Who is there?\n"
ASS = (
    "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, "
    "MarginL, MarginR, MarginV, Effect, Text\n"
    "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not shown\n"
    "Dialogue: 0,0:00:01.50,0:00:04.00,Default,,0,0,0,,{\\i1}Who is there?{\\i0}\n"
)


@pytest.fixture
def folder(tmp_path):
    """A film's folder with the files given."""

    def made(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return made


def test_cues_are_read_in_the_order_of_the_file_with_their_lines(folder):
    """The check tells which line to mend."""
    (found,) = subtitles_beside(folder(door_en_srt=SRT), ["door.mp4"])

    assert (found.file, found.clip, found.language) == ("door.en.srt", "door.mp4", "en")
    assert [(cue.start, cue.end, cue.text, cue.line) for cue in found.cues] == [
        (1.5, 4.0, "Who is there?", 2),
        (0.5, 1.0, "Me.", 6),
    ]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [("door_en_srt", SRT, 2), ("door_en_vtt", VTT, 5), ("door_en_ass", ASS, 7)],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_kind_says_the_same(folder, name, text, line, end):
    """Comments and notes are no words of the film."""
    (found,) = subtitles_beside(folder(**{name: text.replace("\n", end)}), ["door.mp4"])

    cue = found.cues[0]
    assert (cue.start, cue.end, cue.text, cue.line) == (1.5, 4.0, "Who is there?", line)
    assert found.fault is None


def test_only_what_is_named_after_the_clip_lies_beside_it(folder):
    """In its own folder, in every language, and not the subtitles of another."""
    where = folder(
        night__door_en_srt=SRT, night__door_zh_srt=SRT, night__doors_en_srt=SRT, door_en_srt=SRT
    )

    found = subtitles_beside(where, ["night/door.mp4", "night/door.mp4"])

    assert [each.file for each in found] == ["night/door.en.srt", "night/door.zh.srt"]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (b"", "nothing in them"),
        (b"Who is there?\n", "nothing in them"),
        ("1\n00:00:01,000 --> 00:00:03,000\n谁？\n".encode("gbk"), "UTF-8"),
        (b"[Script Info]\n", "nothing in them"),
        (b"x" * 5_000_000, "longer than 4 MiB"),
    ],
)
def test_what_cannot_be_read_says_why(folder, written, why):
    """In a few words, for the author."""
    (found,) = subtitles_beside(folder(door_en_srt=written), ["door.mp4"])

    assert why in (found.fault or "")


def test_a_clip_outside_the_folder_has_nothing_beside_it(folder):
    """The check of the clip itself tells that."""
    assert subtitles_beside(folder(), ["../door.mp4", "gone/door.mp4", "/etc/door.mp4"]) == ()


def test_the_text_can_be_shown_to_the_author(folder):
    """With its lines as they are counted."""
    where = folder(door_en_srt=SRT.replace("\n", "\r\n"))

    texts = texts_of(where, subtitles_beside(where, ["door.mp4"]))

    assert texts == {"door.en.srt": SRT}


def test_a_folder_or_a_link_named_like_subtitles_is_told_and_stops_nothing(folder):
    """Whatever lies there."""
    where = folder()
    (where / "door.en.srt").mkdir()
    (where / "door.zh.srt").symlink_to("/etc/hostname")

    found = subtitles_beside(where, ["door.mp4"])

    assert [bool(each.fault) for each in found] == [True, True]
    assert texts_of(where, found) == {}


def test_a_line_that_is_none_is_found_and_the_others_are_read(folder):
    """The film plays on with what can be made out."""
    (found,) = subtitles_beside(folder(door_en_srt=f"{SRT}\nhello\n"), ["door.mp4"])

    assert [each.line for each in found.astray] == [9]
    assert [cue.start for cue in found.cues] == [1.5, 0.5]
    assert found.fault is None
