"""The lens: right colours, right size, whatever the frame's rows look like."""

import threading
from fractions import Fraction

import av
import numpy as np
import pygame
import pytest

from engine.stage.projection.projector_lens import Lens, fitted
from engine.stage.projection.reel_film import FilmReel
from tests.painted import GREY, QUARTERS, Paint, drawn, meant, painted, turned


def frame(width, height, colour=(200, 120, 40), form="yuv420p"):
    flat = np.full((height, width, 3), colour, np.uint8)
    made = av.VideoFrame.from_ndarray(flat, format="rgb24").reformat(format=form)
    made.time_base, made.pts = Fraction(1, 30), 0
    return made


@pytest.mark.parametrize("form", ["yuv420p", "yuv444p", "yuv422p10le", "rgb24"])
@pytest.mark.parametrize("size", [(320, 180), (853, 481), (101, 57)])
def test_a_frame_of_any_form_becomes_a_surface_of_the_size_asked_for(form, size):
    """Odd widths have padded rows: a careless surface would be sheared."""
    surface = Lens().develop(frame(853, 481, form=form), size)

    assert surface.get_size() == size
    for spot in ((0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)):
        seen = surface.get_at(spot)[:3]
        assert max(abs(a - b) for a, b in zip(seen, (200, 120, 40), strict=True)) <= 6


def test_a_surface_outlives_its_frame():
    """It is shown again and again while the film is held; its memory must stay."""
    surface = Lens().develop(frame(64, 36), (64, 36))
    for _ in range(50):
        Lens().develop(frame(64, 36, (0, 0, 0)), (64, 36))

    assert surface.get_at((10, 10))[0] > 150


def test_a_picture_fits_its_space_in_its_own_shape():
    """Letterbox or pillarbox, and never nothing."""
    assert fitted((1920, 1080), (1280, 720)) == (1280, 720)
    assert fitted((1920, 1080), (1000, 1000)) == (1000, 562)
    assert fitted((480, 640), (1280, 720)) == (540, 720)
    assert fitted((10_000, 1), (100, 100)) == (100, 1)
    assert fitted(None, (800, 600)) == (800, 600)


# Against numbers worked out by the standards' own formulas --------------------------------------


def shown(path, size=(320, 180)):
    """The colours in the middles of the four quarters, of the first frame as it is shown."""
    reel = FilmReel(path, 0, 10**9)
    reel.start()
    bell = threading.Event()
    for _ in range(2000):
        if reel.ready or reel.fault is not None:
            break
        bell.wait(0.005)
    assert reel.fault is None
    frame = reel.due(0)[0]
    surface = Lens().develop(frame.image, fitted(reel.shape, size), mirrored=frame.mirrored)
    reel.close()
    wide, high = surface.get_size()
    spots = ((1, 1), (3, 1), (1, 3), (3, 3))
    colours = [surface.get_at((wide * x // 4, high * y // 4))[:3] for x, y in spots]
    return surface.get_size(), colours


def near(seen, wanted, least=2):
    return all(
        abs(a - b) <= least
        for one, two in zip(seen, wanted, strict=True)
        for a, b in zip(one, two, strict=True)
    )


@pytest.mark.parametrize("pixels", ["yuv420p", "yuv422p", "yuv444p", "yuv420p10le"])
@pytest.mark.parametrize(
    ("matrix", "scope", "size", "means"),
    [
        (2, 0, (320, 180), 5), (2, 0, (1280, 720), 1), (2, 0, (1280, 536), 1),
        (1, 1, (320, 180), 1), (5, 1, (1280, 720), 5), (6, 1, (1280, 720), 5),
        (9, 1, (1280, 720), 9), (1, 2, (1280, 720), 1), (5, 2, (320, 180), 5),
    ],
)  # fmt: skip
def test_colours_are_what_the_file_says_or_what_its_size_means(
    tmp_path, pixels, matrix, scope, size, means
):
    """Matrix and range, in eight bits and in ten; a wrong one is a red face or a grey night."""
    paint = Paint(size=size, pixels=pixels, matrix=matrix, scope=scope, frames=3)
    path = painted(tmp_path / "clip.mov", paint)
    wanted = [meant(numbers, means, full=scope == 2) for numbers in QUARTERS]

    assert near(shown(path)[1], wanted)


def test_black_is_black_and_white_is_white_in_both_ranges(tmp_path):
    """A film in full range must not lose its shadows, one in limited range not look like fog."""
    limited = Paint(quarters=((16, 128, 128), (235, 128, 128)) * 2, scope=1, frames=3)
    full = Paint(quarters=((0, 128, 128), (255, 128, 128)) * 2, scope=2, frames=3)
    for paint in (limited, full):
        _, seen = shown(painted(tmp_path / "clip.mov", paint))

        assert near(seen, [(0, 0, 0), (255, 255, 255)] * 2, 0)


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("mirror", [False, True])
def test_a_turned_picture_is_turned_back(tmp_path, degrees, mirror):
    """Clockwise by what the file says, and out of the mirror before."""
    path = turned(painted(tmp_path / "held.mp4", Paint(frames=3)), degrees, mirrored=mirror)
    square = np.array(range(4)).reshape(2, 2)
    square = np.rot90(square[:, ::-1] if mirror else square, -degrees // 90)
    wanted = [meant(QUARTERS[index], 5) for index in square.ravel()]
    size, seen = shown(path, (320, 320))

    assert size == ((320, 180) if degrees == 180 else (180, 320))
    assert near(seen, wanted)


@pytest.mark.parametrize(
    ("aspect", "size"), [((16, 15), (400, 300)), ((64, 45), (533, 300)), ((8, 9), (333, 300))]
)
def test_pixels_that_are_not_square_are_shown_as_wide_as_they_are(tmp_path, aspect, size):
    """A tape of 720 by 576 may be a wide picture."""
    paint = Paint(size=(720, 576), frames=3,
                  aspect=Fraction(*aspect))  # fmt: skip
    seen, colours = shown(painted(tmp_path / "tape.mov", paint), (9999, 300))

    assert seen == size
    assert near(colours, [meant(numbers, 5) for numbers in QUARTERS])


def test_an_odd_picture_is_shown_to_its_last_column(tmp_path):
    """VP9 may be 853 wide; its colours are then half a pixel more."""
    paint = Paint(size=(321, 181), codec="libvpx-vp9", frames=3)
    size, colours = shown(painted(tmp_path / "odd.webm", paint), (321, 181))

    assert size == (321, 181)
    assert near(colours, [meant(numbers, 5) for numbers in QUARTERS], 3)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_a_film_is_never_larger_in_memory_than_the_window_shows_it(size):
    """Straight from the decoder's planes to what is shown: no large picture in between."""
    image = drawn(Paint(size=size))
    lens = Lens()
    made = []
    reformat = lens._reformatter.reformat

    class Counting:
        def reformat(self, *given, **how):
            made.append(reformat(*given, **how))
            return made[-1]

    lens._reformatter = Counting()
    surface = lens.develop(image, (640, 360))

    assert [(one.width, one.height, one.format.name) for one in made] == [(640, 360, "bgra")]
    assert len(surface.get_view("0").raw) == 640 * 360 * 4


def test_a_large_picture_made_small_keeps_its_fine_things():
    """Every sixth column white: seen small it is an even grey, and no stripes."""
    image = av.VideoFrame(3840, 2160, "yuv420p")
    rows = np.full((2160, image.planes[0].line_size), 16, np.uint8)
    rows[:, ::6] = 235
    image.planes[0].update(rows.tobytes())
    for plane in image.planes[1:]:
        plane.update(bytes([128]) * plane.buffer_size)
    grey = pygame.surfarray.array3d(Lens().develop(image, (640, 360)))[20:-20, 20:-20]

    assert np.ptp(grey) <= 2
    assert abs(grey.mean() - 255 / 6) < 4


def test_what_one_can_see_through_lies_on_black():
    """A title's picture with a clear ground: nothing of the shot before shines through."""
    clear = np.full((36, 64, 4), 200, np.uint8)
    clear[:, :, 3] = 102
    image = av.VideoFrame.from_ndarray(clear, format="rgba")
    for size in ((64, 36), (61, 35)):
        canvas = pygame.Surface(size)
        canvas.fill((0, 0, 255))
        canvas.blit(Lens().develop(image, size), (0, 0))

        assert near([canvas.get_at((30, 20))[:3]], [(80, 80, 80)])


@pytest.mark.parametrize("width", [*range(640, 657), 850, 1284])
@pytest.mark.parametrize("pixels", ["yuv420p", "yuv422p", "yuv444p"])
def test_a_picture_at_its_own_size_is_whole_whatever_its_width(width, pixels):
    """FFmpeg's quick way leaves the last columns of some widths as they lay in memory."""
    image = drawn(Paint(size=(width, 36), pixels=pixels, quarters=(GREY,) * 4))
    for _ in range(3):
        litter = [np.full(width * 36 * 4, 77, np.uint8) for _ in range(4)]
        del litter
        seen = pygame.surfarray.array3d(Lens().develop(image, (width, 36))).astype(int)

        assert np.abs(seen - 130).max() <= 2
