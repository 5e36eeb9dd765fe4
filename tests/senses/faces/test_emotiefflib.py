"""EmotiEffLib behind our port, tried with a network of its shape: its own was never here."""

from types import MappingProxyType

import numpy as np
import pytest

from engine.senses.faces.emotiefflib import (
    MEANS,
    ORDER,
    SPREADS,
    EmotiEffLib,
    EmotiEffLibReader,
    WrongNetworkError,
)
from engine.senses.faces.expressions import Expression, Face, Sight
from engine.senses.faces.finding import Box
from tests.senses.faces.networks import by_colour

BOX = Box(x=100.0, y=80.0, width=60.0, height=90.0, score=0.9)


def reddish():
    """A network that takes red for happiness and blue for sadness."""
    weights = np.zeros((3, 8))
    weights[0, ORDER.index(Expression.HAPPINESS)] = 1.0
    weights[2, ORDER.index(Expression.SADNESS)] = 1.0
    return EmotiEffLib(by_colour(weights))


def painted(blue, green, red):
    """A grey room with a face of one colour where the box is."""
    picture = np.full((240, 320, 3), 128, np.uint8)
    picture[80:170, 100:160] = (blue, green, red)
    return picture


def test_colours_and_answers_come_in_its_own_order():
    """Red for blue, or anger for joy, would be read by nobody as a fault of ours."""
    joyful, sad = painted(0, 0, 255), painted(255, 0, 0)
    network = reddish()

    seen = [network.shares(picture, BOX) for picture in (joyful, sad)]

    assert max(seen[0], key=seen[0].get) is Expression.HAPPINESS
    assert max(seen[1], key=seen[1].get) is Expression.SADNESS
    assert sum(seen[0].values()) == pytest.approx(1.0)
    assert set(seen[0]) == set(Expression)


def test_only_the_box_is_seen_and_by_imagenets_measure():
    """The room around it is grey; the face is all the network knows."""
    red = (np.array([255, 0, 0]) / 255 - MEANS) / SPREADS
    answers = np.zeros(8)
    answers[ORDER.index(Expression.HAPPINESS)] = red[0]
    answers[ORDER.index(Expression.SADNESS)] = red[2]
    expected = np.exp(answers) / np.exp(answers).sum()

    inside = Box(x=102.0, y=82.0, width=54.0, height=84.0, score=0.9)
    seen = reddish().shares(painted(0, 0, 255), inside)

    assert [seen[each] for each in ORDER] == pytest.approx(expected.tolist(), abs=1e-3)


def test_another_network_is_refused_with_its_reason():
    """Seven answers read as eight would all be wrong."""
    with pytest.raises(WrongNetworkError, match="7 answers instead of 8"):
        EmotiEffLib(by_colour(np.zeros((3, 7))))
    with pytest.raises(WrongNetworkError, match="cannot run it"):
        EmotiEffLib(b"no network at all")


class Seer:
    """Sees one sure and one doubtful face."""

    def read(self, picture, at=None):
        unsure = MappingProxyType(dict.fromkeys(Expression, 0.125))
        boxes = (
            [BOX, Box(x=10.0, y=10.0, width=60.0, height=60.0, score=0.5)] if at is None else at
        )
        faces = tuple(Face(box, unsure) for box in boxes)
        return Sight(faces[:1], faces[1:], size=(320, 240))


def test_our_reader_says_what_is_a_face_and_the_other_what_it_shows():
    """Boxes, doubts and sizes are ours; only the shares are its."""
    reader = EmotiEffLibReader(Seer(), reddish())

    sight = reader.read(painted(0, 0, 255))
    held = reader.read(painted(0, 0, 255), (BOX,))

    assert (sight.faces[0].box, sight.size) == (BOX, (320, 240))
    assert sight.faces[0].shares[Expression.HAPPINESS] > 0.5
    assert len(sight.doubtful) == 1
    assert [face.box for face in held.faces] == [BOX]
