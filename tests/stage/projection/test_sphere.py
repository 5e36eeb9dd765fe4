"""The sphere: every place is seen where geometry says, and nobody sees where its picture ends."""

import itertools
import math

import av
import numpy as np
import pygame
import pytest

from engine.stage.projection.probe_open import UnplayableError
from engine.stage.projection.projector_lens import Lens
from engine.stage.projection.sphere import (
    ACROSS,
    AHEAD,
    HIGHEST,
    Gaze,
    Sphere,
    focus,
    ready_to_bend,
    seen_at,
)
from tests import painted
from tests.painted import MERIDIAN, PARALLEL, sphere
from tests.stage.cranked import Evening, shot

SIZE = (640, 360)
WAYS = [
    AHEAD, Gaze(90.0), Gaze(-90.0, 30.0), Gaze(180.0, -10.0), Gaze(-179.9), Gaze(137.3, 41.7),
    Gaze(33.0, HIGHEST), Gaze(-120.0, -HIGHEST), Gaze(-180.0, 70.0),
]  # fmt: skip


def filmed(picture, form="yuv420p"):
    """A picture as a decoder gives it: of high definition, and saying so."""
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    frame = frame.reformat(format=form, dst_colorspace="ITU709")
    frame.colorspace = 1
    return frame


def seen(frame, gaze, size=SIZE):
    """What a look shows, rows of red, green and blue."""
    return pygame.surfarray.array3d(Lens().look(frame, gaze, size)).swapaxes(0, 1).astype(int)


def way(x, y, gaze, size=SIZE):
    """The way a pixel looks, by turning a ray with matrices: right, up, ahead."""
    ray = np.array([x + 0.5 - size[0] / 2, size[1] / 2 - y - 0.5, max(size) / 2])
    tilt, turn = math.radians(gaze.up), math.radians(gaze.right)
    up = [[1, 0, 0], [0, math.cos(tilt), math.sin(tilt)], [0, -math.sin(tilt), math.cos(tilt)]]
    side = [[math.cos(turn), 0, math.sin(turn)], [0, 1, 0], [-math.sin(turn), 0, math.cos(turn)]]
    ray = np.array(side) @ np.array(up) @ ray
    return ray / np.linalg.norm(ray)


def degrees(ray):
    """To the right and up."""
    return math.degrees(math.atan2(ray[0], ray[2])), math.degrees(math.asin(ray[1]))


def off_the_lines(right, up):
    """Whether a place is well away from a white line."""
    clear = 2.5 / max(0.02, math.cos(math.radians(up)))
    beside = abs((right + MERIDIAN / 2) % MERIDIAN - MERIDIAN / 2) > clear
    return beside and abs((up + PARALLEL / 2) % PARALLEL - PARALLEL / 2) > 2.5


@pytest.mark.parametrize("gaze", WAYS, ids=str)
def test_every_place_is_seen_where_geometry_says(gaze):
    """Checked against rays turned by matrices, not by the sphere's own reckoning."""
    picture, tried = seen(filmed(sphere(2048)), gaze), 0
    for x in range(4, SIZE[0], 37):
        for y in range(4, SIZE[1], 31):
            ray = way(x, y, gaze)
            if off_the_lines(*degrees(ray)):
                tried += 1
                assert np.abs(picture[y, x] - (127.5 + 90 * ray)).max() < 8, (x, y)

    assert tried > 60


@pytest.mark.parametrize("gaze", [AHEAD, Gaze(20.0, 25.0), Gaze(-170.0, -50.0)], ids=str)
def test_a_straight_line_stays_straight(gaze):
    """A meridian is straight for whoever stands in the middle: walls do not bend."""
    line = 30.0 * round(gaze.right / 30.0)
    away = ((np.arange(2048) + 0.5) / 2048 * 360 - line) % 360 - 180
    band = np.where(abs(away) < 0.8, 240, 20)
    picture = np.broadcast_to(band[None, :, None], (1024, 2048, 3))
    light = seen(filmed(picture.astype(np.uint8)), gaze)[..., 1] - 30.0
    weights = np.maximum(light, 0)
    rows = np.flatnonzero(weights.max(axis=1) > 80)
    places = (weights[rows] * np.arange(SIZE[0])).sum(axis=1) / weights[rows].sum(axis=1)
    straight = np.polyval(np.polyfit(rows, places, 1), rows)

    assert len(rows) > 250
    assert np.abs(places - straight).max() < 0.6


def test_there_is_no_seam_behind():
    """Looking back is as whole as looking ahead at a sphere turned half round."""
    picture = sphere(1024)
    turned = np.roll(picture, 512, axis=1)
    for up in (0.0, 60.0, -HIGHEST):
        behind = seen(filmed(picture), Gaze(-180.0, up))
        ahead = seen(filmed(turned), Gaze(0.0, up))

        assert np.abs(behind - ahead).max() <= 2


def test_a_look_turns_without_steps():
    """A tenth of a degree is less than a column of the film, and still is a movement."""
    frame = filmed(np.round(127.5 + 80 * np.sin(np.linspace(0, 40 * np.pi, 1024)))[
        None, :, None].repeat(512, 0).repeat(3, 2).astype(np.uint8))  # fmt: skip
    looks = [seen(frame, Gaze(right / 10))[180, :, 1] for right in range(12)]
    steps = [int(np.abs(one - two).max()) for one, two in itertools.pairwise(looks)]

    assert min(steps) >= 2
    assert max(steps) <= 8


@pytest.mark.parametrize("gaze", WAYS, ids=str)
def test_a_place_is_told_where_it_is_seen(gaze):
    """The flame that burns in such a clip stands by this."""
    for x, y in ((100, 80), (320, 180), (600, 300)):
        right, up = degrees(way(x, y, gaze))
        told = seen_at(((right + 180) / 360, (90 - up) / 180), gaze, SIZE)

        assert told == pytest.approx(((x + 0.5) / SIZE[0], (y + 0.5) / SIZE[1]), abs=1e-6)


def test_what_lies_behind_is_not_seen():
    """Nothing is mirrored into view."""
    assert seen_at((0.5, 0.5), Gaze(180.0), SIZE) is None
    assert seen_at((0.5, 0.5), Gaze(0.0, 85.0), SIZE) is not None
    assert seen_at((0.5, 1.0), Gaze(0.0, 85.0), SIZE) is None


def test_the_longer_side_shows_a_right_angle():
    """Whatever the window is like, nothing is drawn wider than eyes bear."""
    for size in ((1280, 720), (720, 1280), (900, 900)):
        assert 2 * math.degrees(math.atan(max(size) / 2 / focus(size))) == pytest.approx(ACROSS)


@pytest.mark.parametrize("size", [(640, 360), (641, 361), (333, 222), (101, 57)])
def test_any_window_is_filled(size):
    """A sphere has no shape of its own, so there are no bars."""
    picture = Lens().look(filmed(sphere()), Gaze(10.0, 10.0), size)

    assert picture.get_size() == size
    assert picture.get_at((size[0] - 1, size[1] - 1))[:3] != (0, 0, 0)


def test_a_very_large_window_is_filled_from_a_smaller_picture():
    """On a 4K screen bending each of its pixels would take more time than a frame has."""
    size, gaze, lens = (3840, 2160), Gaze(70.0, -20.0), Lens()
    picture = lens.look(filmed(sphere(2048)), gaze, size)
    places = [(x, y) for x in range(40, 3840, 400) for y in range(40, 2160, 300)]
    rays = [((x, y), way(x, y, gaze, size)) for x, y in places]

    assert picture.get_size() == size
    for at, ray in rays:
        if off_the_lines(*degrees(ray)):
            assert np.abs(np.array(picture.get_at(at)[:3]) - (127.5 + 90 * ray)).max() < 8


@pytest.mark.parametrize("form", ["yuv420p", "yuv420p10le", "yuv444p", "rgb24", "nv12"])
def test_colours_are_those_of_the_film_whatever_form_it_has(form):
    """Ten bits, or one plane of all colours: bent, it looks as it would flat."""
    flat = np.full((256, 512, 3), (200, 120, 40), np.uint8)
    frame = av.VideoFrame.from_ndarray(flat, format="rgb24")
    if form != "rgb24":
        frame = frame.reformat(format=form, dst_colorspace="ITU709")
        frame.colorspace = 1

    assert np.abs(seen(frame, Gaze(50.0, 20.0)) - (200, 120, 40)).max() <= 4


def test_full_range_stays_full_range():
    """A photograph's white is white."""
    paint = painted.Paint(size=(512, 256), pixels="yuvj420p", quarters=((235, 128, 128),) * 4)
    frame = painted.drawn(paint)
    frame.colorspace, frame.color_range = 5, 2

    assert np.abs(seen(frame, AHEAD) - 235).max() <= 1


def test_a_sphere_far_finer_than_the_window_is_made_smaller_first():
    """Its small things would glitter with each turn of the head."""
    dots = np.zeros((2048, 4096, 3), np.uint8)
    dots[::4, ::4] = 255
    frame = filmed(dots)
    small = seen(frame, Gaze(0.3), (160, 90))

    assert Sphere()._made_plain(frame, (160, 90)).width == 2 * round(math.pi * focus((160, 90)))
    assert np.ptp(small[20:70, 20:140, 1]) < 60


def test_where_opencv_is_missing_one_sentence_says_so(tmp_path, monkeypatch):
    """A slim machine without its libraries shows the fallback, and tells why."""

    def missing():
        raise ImportError("no libGL.so.1")

    monkeypatch.setattr("engine.stage.projection.sphere.opencv", missing)
    with pytest.raises(UnplayableError) as caught:
        ready_to_bend(tmp_path / "garden.mp4")

    says = "garden.mp4 is shot all around, and OpenCV cannot be loaded here (no libGL.so.1)."
    assert caught.value.fault.says == says


# In the projector ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A sphere, and a flat film that calls itself one."""
    made = tmp_path_factory.mktemp("around")
    painted.around(made / "around.mp4", width=512)
    painted.painted(made / "flat.mp4", painted.Paint())
    return made


@pytest.fixture
def evening(folder):
    made = Evening(folder)
    yield made
    made.close()


def test_the_projector_shows_what_is_looked_at(evening):
    """In the whole window, and anew for each look, though the film stands still."""
    around = shot("around.mp4", view="360")
    evening.projector.cut(around)
    evening.until(lambda: evening.began(around))
    evening.projector.freeze()
    evening.run(0.2)
    ahead = evening.projector.picture(SIZE, AHEAD)
    still = evening.projector.picture(SIZE, AHEAD)
    aside = evening.projector.picture(SIZE, Gaze(90.0))

    assert ahead.surface.get_size() == SIZE
    assert (ahead.gaze, still.fresh) == (AHEAD, False)
    assert (aside.gaze, aside.fresh) == (Gaze(90.0), True)
    assert ahead.surface.get_at((400, 120))[2] > 195
    assert aside.surface.get_at((400, 120))[0] > 190
    assert aside.surface.get_at((400, 120))[2] < 130
    assert evening.projector.figures.dropped == 0


def test_a_flat_film_stays_flat_whatever_its_story_says(evening):
    """`check` names it; nobody sees it bent, nor a flat fallback of a sphere."""
    flat = shot("flat.mp4", view="360")
    evening.projector.cut(flat)
    evening.until(lambda: evening.began(flat))
    picture = evening.projector.picture(SIZE, Gaze(90.0))
    again = evening.projector.picture(SIZE, Gaze(91.0))

    assert picture.gaze is None
    assert picture.surface.get_size() == (640, 360)
    assert not again.fresh
