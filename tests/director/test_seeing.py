"""What a visit to a scene was read as."""

import pytest

from engine.director.seeing import Seen
from engine.messages.facts import StopAsked
from engine.messages.orders import Write
from engine.messages.records import Measured
from engine.messages.shots import Shot, Source
from engine.story.model import Keep, Reading, Sensing, Way
from engine.story.units import SceneId, Seconds
from tests.director.playing import Playing, mood, watched
from tests.films import end, film, scene, to

SHOT = Shot(scene=SceneId("sea"), visit=2, source=Source.FILE, length=Seconds(10))
SCORED = Sensing(uses=(Way.FACE,), keep=Keep.SCORES)


def two_scenes(keep: Keep = Keep.SCORES):
    return film(
        scene("sea", to("home")),
        scene("home", end("Home")),
        lengths={"sea": 10, "home": 5},
        sensing=Sensing(uses=(Way.FACE,), keep=keep),
    )


def measured(playing: Playing) -> list[Measured]:
    return [one.record for one in playing.of(Write) if isinstance(one.record, Measured)]


def test_a_scene_that_is_left_leaves_the_means_of_its_readings():
    """Numbers and seconds, once a visit."""
    playing = watched(two_scenes())
    playing.face = {Reading.SMILE: 1.0}
    playing.until(lambda: playing.stage.position >= 5)
    playing.face = {Reading.SMILE: 2.0}
    playing.to_the_end()
    first, last = measured(playing)

    assert (first.scene, first.visit) == ("sea", 1)
    assert first.means["smile"] == pytest.approx(1.5, abs=0.05)
    assert first.seen == pytest.approx(10, abs=0.5)
    assert (last.scene, last.means["smile"]) == ("home", 2.0)


def test_a_scene_nobody_watched_leaves_nothing():
    """No reading, no line."""
    playing = Playing(two_scenes())
    playing.to_the_end()

    assert not measured(playing)


def test_a_film_that_keeps_nothing_is_told_nothing():
    """What is not said cannot be written down by mistake."""
    playing = watched(two_scenes(Keep.NOTHING))
    playing.face = {Reading.SMILE: 1.0}
    playing.to_the_end()

    assert not measured(playing)


def test_a_film_that_is_left_has_measured_the_scene_it_was_left_in():
    """As far as it was seen."""
    playing = watched(two_scenes())
    playing.face = {Reading.SMILE: 1.0}
    playing.roll(4)
    playing.hear(StopAsked())

    assert [(one.scene, one.means["smile"]) for one in measured(playing)] == [("sea", 1.0)]


def test_the_means_hear_readings_that_are_kept_no_longer():
    """A scene that waits for an hour is measured over the hour."""
    seen = Seen(Seconds(0))
    for number in range(3000):
        seen.read(mood(number / 10, smile=2.0 if number < 1500 else 0.0))
    found = seen.left(
        film(scene("sea", end("Sea")), sensing=SCORED).story, SHOT, None, Seconds(300)
    )

    assert found[0].record.means["smile"] == 1.0
    assert found[0].record.seen == 300
    assert found[0].record.visit == 2
    assert len(seen.window(Seconds(300)).reads) == 1200


def test_without_a_face_only_looking_away_is_read():
    """A resting number of nobody would water the mean."""
    seen = Seen(Seconds(0))
    seen.read(mood(0.0, smile=2.0))
    seen.read(mood(0.5, faces=0))
    found = seen.left(film(scene("sea", end("Sea")), sensing=SCORED).story, SHOT, None, Seconds(9))

    assert found[0].record.means["smile"] == 2.0
    assert found[0].record.means["attention"] == -1.0
    assert found[0].record.seen == 0.5
