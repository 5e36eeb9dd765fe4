"""Clips for the stage's tests, each made once a run."""

import faulthandler
import os

import pytest

from engine.messages.orders import Cut
from tests import clips
from tests.clips import Make
from tests.stage.evenings import SRT, Evening
from tests.stage.fakes import shot

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")


@pytest.fixture(autouse=True)
def nothing_hangs(request):
    """A test that hangs says where; what takes minutes is let be, for telling may crash it."""
    if request.node.get_closest_marker("slow") is None:
        faulthandler.dump_traceback_later(50, exit=False)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def reels(tmp_path_factory):
    """A folder of sound clips, odd clips and broken clips."""
    folder = tmp_path_factory.mktemp("reels")
    for number, seconds in enumerate((2.0, 1.5, 1.1, 0.7), start=1):
        clips.film(folder / f"{number}.mov", Make(number=number, seconds=seconds))
    clips.film(folder / "far-keys.mov", Make(number=9, seconds=3.0, keyframes=300))
    clips.film(folder / "tone.mp4", Make(number=5, sound="tone"))
    clips.film(folder / "mute.mp4", Make(number=6, sound=None))
    clips.film(folder / "odd.mkv", Make(number=7, size=(853, 481), pixels="yuv444p"))
    clips.film(folder / "variable.mov", Make(number=8, variable=True))
    clips.truncated(folder / "truncated.mp4")
    clips.moov_missing(folder / "moov-missing.mp4")
    clips.bitten(folder / "bitten.mov")
    clips.garbage(folder / "garbage.mp4")
    clips.garbage(folder / "almost.mp4", b"\0\0\0\x20ftypisom")
    clips.empty(folder / "empty.mp4")
    clips.upright(folder / "upright.mp4")
    clips.only_sound(folder / "only-sound.mp4")
    clips.picture_bomb(folder / "bomb.png")
    clips.still(folder / "still.png")
    (folder / "list.mp4").write_text("ffconcat version 1.0\nfile /etc/passwd\n")
    return folder


@pytest.fixture
def evening(tmp_path):
    """A stage whose one clip has words and a light, before its film."""
    (tmp_path / "door.en.srt").write_text(SRT)
    (tmp_path / "door.live.json").write_text(
        '{"version": 1, "keys": [{"t": 0, "x": 0.3, "y": 0.5, "scale": 0.1, "hidden": 0}]}'
    )
    return Evening(tmp_path)


@pytest.fixture
def playing(evening):
    """The stage, half a second into its clip."""
    evening.obey(Cut(shot("door")))
    evening.go()
    return evening
