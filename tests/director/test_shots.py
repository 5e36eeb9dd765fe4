"""From a scene's clip to the shot that plays it."""

from types import MappingProxyType

import pytest

from engine.director.shots import shot_of, stand_in
from engine.messages.shots import Source
from engine.story.clips import ClipFault
from engine.story.film import Film
from engine.story.model import Choice, Clip, ClipKind, Span
from engine.story.units import SceneId, Seconds
from tests.films import TWO_DOORS, clip, end, facts, option, scene

HALL = scene("hall", end("x"), describe="A long hall.")


def shot(of: Clip, clips=None, language="en", scene=HALL):
    known = MappingProxyType(clips if clips is not None else {"hall.mp4": facts(24)})
    return shot_of(Film(TWO_DOORS.story, known), scene, of, 2, language)


def test_a_file_that_is_there_is_played_for_its_length():
    """The plain case."""
    told = shot(clip("hall.mp4", view="360"))

    assert (told.source, told.file, told.length) == (Source.FILE, "hall.mp4", 24)
    assert (told.scene, told.visit, told.start, told.view) == ("hall", 2, 0, "360")


@pytest.mark.parametrize(
    ("begin", "stop", "start", "length"),
    [
        (3.5, 9, 3.5, 5.5),
        (None, 9, 0, 9),
        (20, 40, 20, 4),
        (-4, None, 20, 4),
        (30, None, 0, 24),
        (9, 3, 0, 24),
    ],
)
def test_a_file_may_be_cut_out_of_a_longer_one(begin, stop, start, length):
    """`file#t=3.5,9`, and never outside the file."""
    told = shot(clip("hall.mp4", start=begin, end=stop))

    assert (told.start, told.length) == (start, length)


def test_a_file_that_is_not_there_yet_is_stood_in_for():
    """A film is playable before a frame is shot."""
    told = shot(clip("hall.mp4"), clips={})

    assert (told.source, told.title, told.words) == (Source.STAND_IN, "hall", "A long hall.")
    assert told.file is None
    assert shot(clip("hall.mp4", seconds=Seconds(7)), clips={}).length == 7


def test_a_broken_file_is_stood_in_for_as_a_missing_one_is():
    """What cannot be played is not tried."""
    broken = {"hall.mp4": ClipFault(missing=False, says="no picture in it")}

    assert shot(clip("hall.mp4"), clips=broken).source is Source.STAND_IN


def test_a_stand_in_of_a_loop_loops():
    """A hub without footage still waits."""
    assert shot(clip("hall.mp4", loop=True), clips={}).loop
    assert shot(clip("hall.mp4", loop=True)).loop


def test_a_fallback_is_left_to_the_stage():
    """The stage tries the file, and shows the fallback where it fails."""
    told = shot(clip("hall.mp4", fallback="hall.jpg"), clips={})

    assert (told.source, told.file, told.fallback) == (Source.FILE, "hall.mp4", "hall.jpg")
    assert told.length == 6


def test_a_language_may_have_its_own_file():
    """`zh: lantern_zh.mp4` replaces the whole clip."""
    both = clip("hall.mp4", by_language=MappingProxyType({"zh": "hall_zh.mp4"}))
    known = {"hall.mp4": facts(24), "hall_zh.mp4": facts(20)}

    assert shot(both, clips=known, language="zh").file == "hall_zh.mp4"
    assert shot(both, clips=known, language="fr").file == "hall.mp4"


def test_a_still_is_shown_for_the_seconds_given():
    """Pictures play too."""
    told = shot(Clip(kind=ClipKind.STILL, file="storm.jpg", seconds=Seconds(9)))

    assert (told.source, told.file, told.length) == (Source.STILL, "storm.jpg", 9)
    assert shot(Clip(kind=ClipKind.STILL, file="storm.jpg")).length == 6


def test_a_slate_stays_as_long_as_it_takes_to_read():
    """Words are pictures too."""
    told = shot(Clip(kind=ClipKind.SLATE, text="Three years later"))

    assert (told.source, told.title, told.length) == (Source.SLATE, "Three years later", 4)
    assert shot(Clip(kind=ClipKind.SLATE, text="x", seconds=Seconds(3))).length == 3


def test_a_stand_in_is_long_enough_for_its_decision():
    """A window from 12 s to 26 s needs a clip that has them."""
    options = (option("A", "a"),)
    read = scene("hall", Choice(options=options, read=Span(Seconds(12), Seconds(26))))
    late = scene("hall", Choice(options=options, at=Seconds(14), lasts=Seconds(9)))
    open_end = scene("hall", Choice(options=options, at=None, lasts=None, no_limit=True))

    assert stand_in(read, 1).length == 28
    assert stand_in(late, 1).length == 25
    assert stand_in(open_end, 1).length == 4
    assert stand_in(HALL, 1, Seconds(8)).length == 8
    assert stand_in(HALL, 1).scene == SceneId("hall")


def test_a_shot_names_the_music_under_it_whatever_it_shows():
    """Also on the slate of a clip that is not shot yet: a score is tried out first."""
    music = {"bed": "night.ogg", "stem": "fear.ogg", "bar": Seconds(2)}
    told = [
        shot(clip("gone.mp4", **music)),
        shot(Clip(kind=ClipKind.SLATE, text="x", **music)),
        shot(Clip(kind=ClipKind.STILL, file="storm.jpg", **music)),
    ]

    assert [(each.bed, each.stem, each.bar) for each in told] == [("night.ogg", "fear.ogg", 2)] * 3
