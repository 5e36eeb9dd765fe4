"""What the benchmark of a watched film makes of what its player wrote down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("resource", reason="the benchmarks run on Linux")

from benchmarks.peers.watched import Looping
from benchmarks.watching import slope, told
from engine.story.units import Seconds

LOG = {
    "looks": 598, "seen": 400, "figures": {"shown": 1764, "dropped": 36}, "cpu": 0.21,
    "resident": [[float(n), 120.0 + min(n, 30) + 0.1 * n] for n in range(60)], "held_up": [0.03],
}  # fmt: skip


def test_an_evening_is_told_in_shares_and_seconds():
    """Frames dropped of all that should have been shown, looks a second, growth after warming."""
    evening = told(LOG, 60.0)

    assert evening.dropped == pytest.approx(2.0)
    assert evening.looks == pytest.approx(9.97, abs=0.01)
    assert evening.grown == pytest.approx(0.1 * 29, abs=0.2)
    assert (evening.cpu, evening.held_up) == (0.21, 1)


@given(st.floats(-5, 5), st.floats(-100, 100), st.integers(2, 40))
def test_a_straight_line_is_found_as_steep_as_it_is(steep, high, count):
    """Whatever its height."""
    points = [(float(n), high + steep * n) for n in range(count)]

    assert slope(points) == pytest.approx(steep, abs=1e-6)


def test_a_single_weighing_grows_by_nothing():
    """A film of a second."""
    assert slope([(0.0, 120.0)]) == 0.0


def test_a_tape_of_a_face_begins_again_where_it_ends(tmp_path):
    """Twenty minutes are longer than any tape that is made for them."""
    tapes = pytest.importorskip("tests.tapes", reason="faces are drawn with scikit-image")
    camera = Looping(tapes.write_tape(tmp_path / "face.mp4", (("neutral", 1.0),)))

    seen = [camera.grab(Seconds(number / 10)) is not None for number in range(40)]

    assert camera.is_open
    assert sum(seen[20:]) > 10
    camera.close()
    assert not camera.is_open
