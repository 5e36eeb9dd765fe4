"""Where the light stands in a clip."""

import json

import pytest

from engine.stage.live import read_light


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
