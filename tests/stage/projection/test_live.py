"""Where the light stands in a clip."""

import json
import math

import pytest

from engine.stage.projection.live import Spot, in_view, read_light
from engine.stage.projection.sphere import AHEAD, Gaze


def written(*keys):
    return json.dumps({"version": 1, "keys": list(keys)}).encode()


def key(t, x=0.5, y=0.5, scale=0.1, **more):
    return {"t": t, "x": x, "y": y, "scale": scale, **more}


def test_the_light_goes_straight_from_key_to_key():
    """The program that made the clip writes few keys; the picture must not jump between them."""
    light = read_light(written(key(0, x=0.2, hidden=0), key(2, x=0.6, hidden=1)))

    assert light.at(1.0).x == pytest.approx(0.4)
    assert light.at(1.0).hidden == pytest.approx(0.5)


def test_the_light_stands_still_before_its_first_key_and_after_its_last():
    """A held last frame keeps its flame where it was."""
    light = read_light(written(key(1, x=0.2), key(2, x=0.6)))

    assert light.at(0.0).x == pytest.approx(0.2)
    assert light.at(99.0).x == pytest.approx(0.6)


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"{", b"[]", b'{"keys": []}', b'{"keys": [{"t": 0}]}', b"\xff\xfe",
        written(key(0, x=float("nan"))), written(key(1), key(1)), written(key(2), key(1)),
        written(key(0, x="left")), b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_light_that_makes_no_sense_is_no_light(broken):
    """A broken sidecar must never stop a clip: the flame goes to its corner."""
    assert read_light(broken) is None


def test_a_hidden_light_stays_between_seen_and_not_seen():
    """Whatever an author's program writes, what is drawn stays drawable."""
    light = read_light(written(key(0, hidden=7, scale=900)))

    assert light.at(0.0).hidden == 1.0
    assert light.at(0.0).scale == 2.0


def test_a_light_in_a_sphere_stays_in_its_place():
    """One who looks past it sees it move out of the picture the other way."""
    spot = Spot(x=0.5, y=0.5, scale=0.1)
    ahead = in_view(spot, AHEAD, (1280, 720))
    aside = in_view(spot, Gaze(20.0), (1280, 720))

    assert (ahead.x, ahead.y) == pytest.approx((0.5, 0.5))
    assert aside.x == pytest.approx(0.5 - math.tan(math.radians(20)) / 2)
    assert aside.y == pytest.approx(0.5)


def test_a_light_in_a_sphere_is_as_high_as_it_is_wide_to_the_eye():
    """A tenth of the sphere's height is eighteen degrees, whatever the window."""
    for size in ((1280, 720), (720, 1280)):
        seen = in_view(Spot(x=0.5, y=0.5, scale=0.1), AHEAD, size)

        assert seen.scale * size[1] == pytest.approx(math.radians(18) * max(size) / 2)


def test_a_light_one_looks_away_from_is_not_in_view():
    """The corner's burns instead: a viewer always sees that the film looks back."""
    spot = Spot(x=0.5, y=0.6, scale=0.05)

    assert in_view(spot, Gaze(40.0), (1280, 720)) is not None
    assert in_view(spot, Gaze(60.0), (1280, 720)) is None
    assert in_view(spot, Gaze(180.0), (1280, 720)) is None
    assert in_view(spot, Gaze(0.0, 60.0), (1280, 720)) is None
