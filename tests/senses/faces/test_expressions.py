"""What a face shows."""

from types import MappingProxyType

import cv2
import numpy as np
import pytest
from skimage import data

from engine.senses.faces.expressions import (
    BELIEVED,
    CROP,
    POSSIBLE,
    EmbeddedReader,
    Expression,
    ExpressionModel,
    Face,
    cropped,
    evidence,
    shows_nothing,
)
from engine.senses.faces.finding import Box
from engine.story.units import Share
from tests.tapes import black, cat, portrait, resting, seated

FACE = Box(x=255, y=127, width=134, height=176, score=0.9)
"""Where the seated portrait's face is."""
GOLDEN = (
    (0.570202, 0.004963, 0.000053, 0.421903, 0.002735, 0.000033, 0.000010, 0.000101,
     0.031398, 0.015973, 0.006694, 0.873767, 0.013789, 0.011355, 0.047022, 0.000000,
     0.105068, 0.012174, 0.001273, 0.871390, 0.006137, 0.000813, 0.003145, 0.000000,
     0.000132),
    (0.247056, 0.144443, 0.002065, 0.296610, 0.307414, 0.000532, 0.000615, 0.001265,
     0.032767, 0.157663, 0.028219, 0.310450, 0.316327, 0.014607, 0.139967, 0.000001,
     0.074016, 0.212973, 0.013423, 0.337426, 0.329005, 0.002601, 0.030552, 0.000005,
     0.033596),
    (0.420296, 0.002353, 0.000102, 0.126385, 0.434761, 0.001160, 0.000082, 0.014861,
     0.140277, 0.016628, 0.020516, 0.160773, 0.600191, 0.008286, 0.053321, 0.000008,
     0.251939, 0.008605, 0.003336, 0.147602, 0.579302, 0.002248, 0.006893, 0.000075,
     0.000714),
    (0.510445, 0.000129, 0.000046, 0.187062, 0.267711, 0.005021, 0.000039, 0.029546,
     0.229824, 0.005720, 0.039102, 0.135235, 0.510434, 0.016623, 0.063062, 0.000001,
     0.393384, 0.001352, 0.004007, 0.153170, 0.435539, 0.006558, 0.005975, 0.000015,
     0.000136),
)  # fmt: skip
"""FER+ 8, original 8, blend 8, face; OpenCV 5.0.0 and 4.14.0 agree to six digits."""


@pytest.fixture(scope="module")
def model(models):
    return ExpressionModel((models / "expression.onnx").read_bytes())


def only_face(reader, picture):
    (face,) = reader.read(picture).faces
    return face


def shares(**named):
    rest = (1.0 - sum(named.values())) / (len(Expression) - len(named))
    return MappingProxyType({each: named.get(each.value, rest) for each in Expression})


class Mistaken:
    """A finder that takes what it is told to for faces, and is sure."""

    def __init__(self, *boxes):
        self.boxes = boxes

    def find(self, picture):
        return self.boxes


def framed(x, y, side):
    return Box(x=x, y=y, width=side, height=side, score=0.95)


def test_the_portrait_smiles(reader):
    """As anybody can see."""
    assert only_face(reader, seated(portrait())).shares[Expression.HAPPINESS] > 0.9


def test_the_retouched_portrait_rests(reader):
    """The tape's other half."""
    face = only_face(reader, seated(resting()))

    assert face.shares[Expression.NEUTRAL] > 0.6
    assert face.shares[Expression.HAPPINESS] < 0.3


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


def test_what_shows_nothing_clear_and_may_be_none_is_no_face():
    """A detector that is half sure needs a network that is, and an answer."""
    box = Box(x=0, y=0, width=80, height=100, score=0.6)

    assert evidence(Face(box, shares(neutral=0.4, sadness=0.3), face=Share(0.9))) < POSSIBLE
    assert POSSIBLE <= evidence(Face(box, shares(neutral=0.6), face=Share(0.95))) < BELIEVED
    assert evidence(Face(box, shares(neutral=0.85), face=Share(0.95))) >= BELIEVED


@pytest.mark.parametrize("name", ["brick", "grass", "gravel", "coins", "text", "clock"])
def test_a_sure_finder_is_not_believed_where_there_is_no_face(model, name):
    """The network that reads the face says too that there is none."""
    scene = cv2.cvtColor(cv2.resize(getattr(data, name)(), (640, 480)), cv2.COLOR_GRAY2BGR)
    boxes = [framed(x, y, 150) for x in (40, 240, 440) for y in (40, 260)]

    assert EmbeddedReader(Mistaken(*boxes), model).read(scene).faces == ()


def test_a_badly_framed_face_is_not_read(model):
    """A forehead shows nothing, and the whole body no more."""
    scene = seated(portrait())
    (whole,) = EmbeddedReader(Mistaken(FACE), model).read(scene).faces
    beside = framed(FACE.x + 0.9 * FACE.width, FACE.y, FACE.width)
    forehead = framed(FACE.x + 0.3 * FACE.width, FACE.y, 0.3 * FACE.width)

    for wrong in (beside, forehead):
        assert EmbeddedReader(Mistaken(wrong), model).read(scene).faces == ()
    assert whole.face > 0.9


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


def fixed_tensors():
    """Four waves, standardised: whole numbers of pixels scaled by no OpenCV."""
    rows, columns = np.mgrid[0:CROP, 0:CROP]
    for i in range(4):
        wave = np.sin((rows * (i + 1) + columns) / 6.0) + np.cos(columns / (3.0 + i))
        yield ((wave - wave.mean()) / wave.std()).astype(np.float32)[None, None]


def test_the_answers_of_the_model_are_what_they_were(models):
    """The same on every OpenCV from 4.10 on: golden answers to fixed tensors."""
    net = cv2.dnn.readNetFromONNX(str(models / "expression.onnx"))

    for tensor, golden in zip(fixed_tensors(), GOLDEN, strict=True):
        net.setInput(tensor)
        assert net.forward().ravel().tolist() == pytest.approx(golden, abs=1e-4)


def test_every_head_answers_with_shares(model):
    """FER+ raters, FER2013's labels and the blend each divide one whole."""
    told = model.answer(seated(portrait()), FACE)

    for head in (told.ferplus, told.original, told.blend):
        assert sum(head.values()) == pytest.approx(1.0, abs=1e-4)
        assert max(head, key=head.__getitem__) is Expression.HAPPINESS
    assert 0.0 <= told.face <= 1.0
    assert model.shares(seated(portrait()), FACE) == told.blend
