"""A recording that is looked at for long begins anew."""

from engine.messages.facts import Loss
from engine.senses.camera.camera import Recording, Stills, Trouble
from engine.senses.camera.looping import Looping
from engine.story.units import Seconds
from tests.clips import Make, film


class Reel:
    """A camera with so many pictures; each opening is counted."""

    opened = 0

    def __init__(self, pictures):
        Reel.opened += 1
        self.left, self.is_open, self.trouble, self.closed = pictures, True, None, False

    def grab(self, now):
        if not self.left:
            self.is_open, self.trouble = False, Trouble("It has ended.", Loss.ENDED)
            return None
        self.left -= 1
        return now

    def close(self):
        self.is_open, self.closed = False, True


def test_it_begins_anew_when_it_has_ended():
    """And nobody sees a gap: the first picture comes where the end was met."""
    camera = Looping(lambda: Reel(2))

    assert [camera.grab(Seconds(now)) for now in range(5)] == [0, 1, 2, 3, 4]
    assert camera.is_open
    assert camera.trouble is None


def test_what_never_showed_anything_is_not_opened_again_and_again():
    """A broken file says so, once."""
    Reel.opened = 0
    camera = Looping(lambda: Reel(0))

    assert [camera.grab(Seconds(now)) for now in range(4)] == [None] * 4
    assert Reel.opened == 1
    assert not camera.is_open
    assert camera.trouble.says == "It has ended."


def test_once_closed_it_stays_closed():
    """Whoever said no is not looked at by a loop."""
    camera = Looping(lambda: Reel(1))
    camera.grab(Seconds(0))
    camera.close()

    assert camera.grab(Seconds(1)) is None
    assert not camera.is_open


def test_a_real_recording_loops(tmp_path):
    """By its own clock, from its first frame."""
    path = film(tmp_path / "face.mp4", Make(seconds=0.5, sound=None))
    camera = Looping(lambda: Recording(path))

    seen = [camera.grab(Seconds(now / 25)) is not None for now in range(40)]

    assert sum(seen[:12]) > 5
    assert sum(seen[20:]) > 5
    camera.close()


def test_pictures_without_end_need_pictures(tmp_path):
    """An empty folder is no camera."""
    camera = Looping(lambda: Stills(sorted(tmp_path.glob("*.png"))))

    assert camera.grab(Seconds(0)) is None
    assert not camera.is_open
    assert camera.trouble.says == "There is no picture in this folder."
