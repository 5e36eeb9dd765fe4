"""Films with thousands of clips: each is looked at before the film comes to it."""

import threading
import time
from dataclasses import replace

import pytest

from engine.messages.facts import FilmChanged
from engine.messages.orders import Cut, Prepare, Rest
from engine.show.scouting import Scout, beyond
from engine.stage.projection.footage import Footage
from engine.story.model import Choice, End, Return
from tests.films import film, option, scene, to
from tests.stage.fakes import shot


class Looked(Footage):
    """Notes on which thread each clip was looked at."""

    def __init__(self, folder, names):
        super().__init__(folder, names)
        self.by = {}

    def __getitem__(self, name):
        self.by.setdefault(name, threading.current_thread().name)
        return super().__getitem__(name)


def of(folder, *scenes):
    """A film whose clips are many, which none of them is."""
    names = [v.clip.file for one in scenes for v in one.play]
    return replace(film(*scenes), clips=Looked(folder, names))


def ways(*names):
    return Choice(options=tuple(option(name.title(), name) for name in names))


@pytest.fixture
def house(tmp_path):
    return of(
        tmp_path,
        scene("door", ways("hall", "stairs")),
        scene("hall", to("garden")),
        scene("stairs", to("thought"), play=None),
        scene("thought", ways("attic", "cellar"), play=None),
        scene("attic", End(name="High")),
        scene("cellar", to("door")),
        scene("garden", Return()),
    )


@pytest.fixture
def scouted(house):
    scout = Scout(house)
    yield scout, house.clips
    scout.close()


def waited(looked, names):
    """Until the thread has come to them; a test that waits for ever is stopped."""
    while not names <= set(looked.by):
        time.sleep(0.01)  # noqa: TID251
    return {name: looked.by[name] for name in names}


def test_what_lies_behind_a_scene_is_found_through_scenes_without_a_picture(house):
    """Whichever way is taken, these may be on the screen next."""
    assert beyond(house, "door") == ("hall.mp4", "attic.mp4", "cellar.mp4")
    assert beyond(house, "garden") == ()
    assert beyond(house, "attract") == ()


def test_a_ring_of_scenes_without_a_picture_ends(tmp_path):
    """The checker tells of it; the player must not hang."""
    ring = of(
        tmp_path,
        scene("a", to("b")),
        scene("b", to("c"), play=None),
        scene("c", to("b"), play=None),
    )

    assert beyond(ring, "a") == ()


def test_clips_behind_the_next_ones_are_looked_at_on_another_thread(scouted):
    """On the main thread each would cost a frame."""
    scout, clips = scouted

    scout.obey(Cut(shot("door")))
    first = waited(clips, {"hall.mp4", "attic.mp4", "cellar.mp4"})
    scout.obey(Prepare((shot("hall"), shot("cellar"))))
    then = waited(clips, {"garden.mp4", "door.mp4"})

    assert set(first.values()) | set(then.values()) == {"scout"}
    assert scout.facts() == ()


def test_an_edited_film_has_clips_of_its_own(scouted, tmp_path):
    """What is looked at is what will be asked about."""
    scout, clips = scouted
    edited = of(tmp_path, scene("door", to("well")), scene("well", End(name="Deep")))

    scout.overhear(FilmChanged(edited))
    scout.obey(Prepare((shot("door"),)))

    assert waited(edited.clips, {"well.mp4"}) == {"well.mp4": "scout"}
    assert not clips.by


def test_a_short_film_needs_none(house):
    """It was looked at before it began: no thread is started for it."""
    scout = Scout(replace(house, clips={}))
    scout.obey(Prepare((shot("door"),)))
    scout.obey(Rest())

    assert "scout" not in {thread.name for thread in threading.enumerate()}
    scout.close()
