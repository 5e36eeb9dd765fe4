"""A device that decodes: fakes that fail in every way, and this machine's own attempt."""

import av
import pytest
from av.error import ExternalError

from engine.stage.projection.clock import RATE
from engine.stage.projection.hardware import (
    AUTO,
    Hardware,
    PictureDecoder,
    devices_known,
    open_on,
    works_on,
)
from engine.stage.projection.probe_open import UnplayableError, open_guarded
from engine.stage.projection.reel_film import FilmReel
from tests import clips
from tests.clips import Make, read_code
from tests.stage.cranked import Evening, frames, shot


class FakeDevice:
    """A graphics card that is really a processor: it hands its pictures back as such cards do."""

    def __init__(self, path, *, fails_at=None, gives="nv12", size=None):
        self._opened = open_guarded(path)
        self._fails_at, self._gives, self._size = fails_at, gives, size
        self.given = 0
        self.closed = False

    def decode(self, packet):
        found = []
        for image in self._opened.video.codec_context.decode(packet):
            if self.given == self._fails_at:
                raise ExternalError(5, "the download failed")
            self.given += 1
            wide, high = self._size or (image.width, image.height)
            made = image.reformat(wide, high, format=self._gives)
            made.pts, made.time_base = image.pts, image.time_base
            found.append(made)
        return found

    def close(self):
        self.closed = True
        self._opened.container.close()


class FakeCards:
    """Opens fake devices, or fails to, and remembers what was asked."""

    def __init__(self, problem=None, **device):
        self.asked, self.devices = [], []
        self._problem, self._device = problem, device

    def open(self, path, name):
        self.asked.append(name)
        if self._problem is not None:
            raise self._problem
        self.devices.append(FakeDevice(path, **self._device))
        return self.devices[-1]


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    """Sixty numbered pictures, a keyframe every twenty."""
    path = tmp_path_factory.mktemp("hardware") / "clip.mp4"
    return clips.film(path, Make(number=3, seconds=2.0, keyframes=20))


def hardware(cards, wish="vaapi"):
    return Hardware(wish, devices=lambda: ("vaapi", "cuda"), open_film=cards.open)


def decoded(path, by):
    """Everything the decoder gives of a film: times, and pictures as bytes."""
    opened = open_guarded(path)
    with opened.container:
        decoder = PictureDecoder(opened, by.decoder(path, opened), by)
        found = []
        for packet in opened.container.demux(opened.video):
            found += decoder.decode(packet if packet.size else None)
        decoder.close()
    return [(one.pts, one.format.name, one.to_ndarray().tobytes()) for one in found]


def test_a_device_gives_the_same_pictures_as_software(clip):
    """The same YUV, number for number: nobody can see who decoded."""
    cards = FakeCards()

    assert decoded(clip, hardware(cards)) == decoded(clip, Hardware())
    assert cards.devices[0].given == 60
    assert cards.devices[0].closed


@pytest.mark.parametrize(
    "fails",
    [
        {"problem": PermissionError("no device")},
        {"problem": RuntimeError("no stream is compatible")},
        {"problem": av.error.ExternalError(5, "out of memory")},
        {"fails_at": 0},
        {"fails_at": 10},
        {"fails_at": 41},
        {"gives": "rgb24"},
        {"gives": "p010le"},
        {"size": (64, 64)},
    ],
)
def test_a_device_that_fails_costs_no_picture_and_is_left_for_the_evening(clip, fails, caplog):
    """At opening, in the middle, or by what it gives: one line in the log, and nothing else."""
    by = hardware(cards := FakeCards(**fails))

    assert decoded(clip, by) == decoded(clip, Hardware())
    assert decoded(clip, by) == decoded(clip, Hardware())
    assert cards.asked == ["vaapi"]
    assert len(caplog.records) == 1
    assert "in software from now on" in caplog.text


def test_a_film_on_a_device_that_fails_shows_every_picture_once(clip):
    """In the projector: no frame twice, missing or out of order, and the sound as ever."""
    cards = FakeCards(fails_at=25)
    evening = Evening(clip.parent, hardware=hardware(cards))
    try:
        evening.projector.cut(shot("clip.mp4", 1, 2.0))
        evening.run(2.2)
    finally:
        evening.close()

    assert [read_code(_grey(each)) for each in evening.shown] == frames(3, 60)
    assert evening.projector.figures.errors == 0
    assert cards.devices[0].closed


def test_a_film_may_begin_in_its_middle_on_a_device(clip):
    """What stands there, though it began before, is the first, as in software."""
    reels = [FilmReel(clip, RATE, RATE, hardware=by) for by in (hardware(FakeCards()), None)]
    for reel in reels:
        reel.start()
    found = []
    for reel in reels:
        while not reel.parked and reel.fault is None:
            reel._worker.stopping.wait(0.005)
        found.append([(each.at, each.image.to_ndarray().tobytes()) for each in reel.due(RATE)])
        reel.close()
        assert reel.ended(5.0)

    assert found[0] == found[1]
    assert len(found[0]) == 8


def test_a_packet_that_is_damaged_is_the_films_fault_and_not_the_devices(clip, tmp_path, caplog):
    """The film goes over to software; the next one is tried on the device again."""
    by = hardware(cards := FakeCards())
    bitten = clips.bitten(tmp_path / "bitten.mov")
    opened = open_guarded(bitten)
    with opened.container:
        decoder = PictureDecoder(opened, by.decoder(bitten, opened), by)
        broken = 0
        for packet in opened.container.demux(opened.video):
            try:
                decoder.decode(packet if packet.size else None)
            except av.error.FFmpegError:
                broken += 1
        decoder.close()

    assert decoded(clip, by) == decoded(clip, Hardware())
    assert cards.asked == ["vaapi", "vaapi"]
    assert not caplog.records


def test_auto_is_for_large_pictures_and_tries_what_there_is(clip, tmp_path):
    """Small ones are decoded faster than a device hands them back."""
    small, large = FakeCards(PermissionError("none")), FakeCards(PermissionError("none"))
    decoded(clip, hardware(small, AUTO))
    wide = clips.film(tmp_path / "wide.mp4", Make(number=4, seconds=0.2, size=(3840, 2160)))
    decoded(wide, hardware(large, AUTO))

    assert small.asked == []
    assert large.asked == ["vaapi", "cuda"]


def test_software_is_what_happens_unless_asked(clip):
    """A device is never needed."""
    cards = FakeCards()
    decoded(clip, Hardware(open_film=cards.open))

    assert cards.asked == []


def test_what_must_be_turned_is_left_to_software(tmp_path):
    """A device's pictures come without what their file says of how they stand."""
    turned = clips.upright(tmp_path / "upright.mp4")
    cards = FakeCards()
    decoded(turned, hardware(cards))

    assert cards.asked == []


@pytest.mark.parametrize("name", [*devices_known(), "nonsense"])
def test_this_machines_own_devices_are_tried_and_whatever_comes_the_film_plays(clip, name):
    """Without a graphics card PyAV refuses; with one its pictures are those of software."""
    by = Hardware(name)

    assert decoded(clip, by) == decoded(clip, Hardware())


def test_a_device_that_is_not_there_does_not_work(clip):
    """Doctor says so, and nothing falls over."""
    assert not works_on(clip, "nonsense")
    with pytest.raises((UnplayableError, RuntimeError, OSError, NotImplementedError)):
        open_on(clip, "nonsense")


def _grey(picture):
    import pygame

    return pygame.surfarray.array3d(picture.surface)[:, :, 0].T
