"""What lies beside a clip."""

import pytest

from engine.messages.shots import Source
from engine.stage.projection.cues import Cues
from engine.stage.projection.sidecars import Sidecars
from tests.stage.fakes import shot

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"
LIGHT = '{"version": 1, "keys": [{"t": 0, "x": 0.3, "y": 0.5, "scale": 0.1}]}'


@pytest.fixture
def beside(tmp_path):
    (tmp_path / "door.en.srt").write_text(SRT.format("Who is there?"))
    (tmp_path / "door.zh.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n谁？\n")
    (tmp_path / "cold.en.srt").write_text(SRT.format("Cold"))
    (tmp_path / "door.live.json").write_text(LIGHT)
    return Sidecars(tmp_path, "en")


def text(cues):
    return [cue.text for cue in cues.cues]


def test_words_come_in_the_viewers_language(beside):
    """Whatever kind of file they lie in."""
    assert text(beside.cues(shot("door"), "en")) == ["Who is there?"]
    assert text(beside.cues(shot("door"), "zh")) == ["谁？"]


def test_a_missing_language_falls_back_to_the_films_own(beside):
    """Some words are better than none."""
    assert text(beside.cues(shot("cold"), "zh")) == ["Cold"]
    assert beside.cues(shot("warm"), "zh") == Cues()


def test_the_light_lies_beside_its_clip(beside):
    """And a clip without one has none."""
    assert beside.light(shot("door")).at(0).x == 0.3
    assert beside.light(shot("cold")) is None


@pytest.mark.parametrize("source", [Source.SLATE, Source.STAND_IN])
def test_what_has_no_clip_has_nothing_beside_it(beside, source):
    """A stand-in must not borrow a clip's words."""
    slate = shot("door", source=source)

    assert beside.cues(slate, "en") == Cues()
    assert beside.light(slate) is None


@pytest.mark.parametrize("file", ["../door.mp4", "/door.mp4", "a\0b.mp4", "noend"])
def test_nothing_is_read_outside_the_films_folder(tmp_path, beside, file):
    """A film may only read what is its own."""
    (tmp_path.parent / "door.en.srt").write_text(SRT.format("outside"))

    assert beside.cues(shot("door", file=file), "en") == Cues()


def test_files_are_read_once(tmp_path, beside):
    """A cut has no time for the disk."""
    beside.cues(shot("door"), "en")
    (tmp_path / "door.en.srt").unlink()

    assert text(beside.cues(shot("door"), "en")) == ["Who is there?"]


def test_what_an_author_changed_is_read_anew(tmp_path, beside):
    """Words and light alike, and a file that is there now."""
    beside.cues(shot("door"), "en")
    beside.cues(shot("warm"), "en")
    beside.light(shot("door"))
    (tmp_path / "door.en.srt").write_text(SRT.format("Who knocks?"))
    (tmp_path / "warm.en.srt").write_text(SRT.format("Warm"))
    (tmp_path / "door.live.json").write_text(LIGHT.replace("0.3", "0.7"))
    beside.reread()

    assert text(beside.cues(shot("door"), "en")) == ["Who knocks?"]
    assert text(beside.cues(shot("warm"), "en")) == ["Warm"]
    assert beside.light(shot("door")).at(0).x == 0.7
