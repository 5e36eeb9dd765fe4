"""What a face shows."""

from types import MappingProxyType

import cv2
import numpy as np
import pytest

from engine.senses.faces.expressions import (
    BELIEVED,
    CROP,
    POSSIBLE,
    Expression,
    ExpressionModel,
    Face,
    cropped,
    evidence,
    shows_nothing,
)
from engine.senses.faces.finding import Box
from tests.tapes import black, cat, portrait, resting, seated

GOLDEN = (0.2085, 0.1578, 0.1662, 0.3155, 0.0463, 0.0238, 0.0750, 0.0069)
"""OpenCV 5.0.0 and 4.14.0 differ by 0.001 here, for they scale a picture a little differently."""


@pytest.fixture(scope="module")
def model(models):
    return ExpressionModel((models / "expression-d.onnx").read_bytes())


def only_face(reader, picture):
    (face,) = reader.read(picture).faces
    return face


def shares(**named):
    rest = (1.0 - sum(named.values())) / (len(Expression) - len(named))
    return MappingProxyType({each: named.get(each.value, rest) for each in Expression})


def test_the_portrait_smiles(reader):
    """As anybody can see."""
    assert only_face(reader, seated(portrait())).shares[Expression.HAPPINESS] > 0.9


def test_the_retouched_portrait_rests(reader):
    """The tape's other half."""
    face = only_face(reader, seated(resting()))

    assert face.shares[Expression.NEUTRAL] > 0.6
    assert face.shares[Expression.HAPPINESS] < 0.2


@pytest.mark.parametrize("light", [0.35, 0.6, 1.25])
def test_light_changes_little(reader, light):
    """A film is watched in the dark."""
    dim = np.clip(seated(portrait()) * light, 0, 255).astype(np.uint8)

    assert only_face(reader, dim).shares[Expression.HAPPINESS] > 0.9


def test_two_viewers_are_two_faces(reader):
    """Side by side on the sofa."""
    one = seated(portrait())[:, 160:480]
    sofa = np.hstack([one, seated(resting())[:, 160:480]])

    assert len(reader.read(sofa).faces) == 2


def test_a_large_picture_is_read_like_a_small_one(reader):
    """1080p cameras exist."""
    large = cv2.resize(seated(portrait()), (1440, 1080), interpolation=cv2.INTER_LINEAR)

    assert only_face(reader, large).shares[Expression.HAPPINESS] > 0.9


def test_the_cat_is_nobody(reader):
    """Chelsea has a fine face, and it is not the audience's."""
    assert reader.read(cat()).faces == ()


def test_a_flat_answer_is_no_face():
    """A network asked about a curtain cannot say what it shows."""
    box = Box(x=0, y=0, width=80, height=100, score=0.6)

    assert evidence(Face(box, shares(neutral=0.4, sadness=0.3))) < POSSIBLE
    assert evidence(Face(box, shares(neutral=0.8))) >= BELIEVED


def test_a_covered_lens_is_not_an_empty_room(reader):
    """Nobody looks away who cannot be seen."""
    assert reader.read(black()).blind
    assert shows_nothing(np.full((480, 640, 3), 120, np.uint8))
    assert not shows_nothing(seated(portrait()))


def test_a_face_is_framed_as_in_training():
    """A square around the box's middle, 1.023 of its longer side, all of it inside the crop."""
    picture = np.zeros((200, 200, 3), np.uint8)
    picture[50:150, 60:140] = 255

    crop = cropped(picture, Box(x=60, y=50, width=80, height=100, score=1.0))

    assert crop.shape == (CROP, CROP)
    assert crop[CROP // 2, CROP // 2] == 255
    assert crop[0, 0] == 0
    assert (crop.sum(axis=0) > 0).sum() == pytest.approx(80 * CROP / 102.3, abs=2)


def test_the_answers_of_the_model_are_what_they_were(model):
    """The same on every OpenCV from 4.10 on: golden answers of a fixed pattern."""
    rows, columns = np.mgrid[0:96, 0:96]
    pattern = (127 + 60 * np.sin(rows / 9.0) + 60 * np.cos(columns / 7.0)).astype(np.uint8)
    picture = np.repeat(pattern[..., None], 3, axis=2)

    told = model.shares(picture, Box(x=0, y=0, width=96, height=96, score=1.0))

    assert sum(told.values()) == pytest.approx(1.0, abs=1e-4)
    assert [told[each] for each in Expression] == pytest.approx(GOLDEN, abs=2e-3)
