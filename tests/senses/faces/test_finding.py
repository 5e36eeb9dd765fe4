"""Where faces are."""

import numpy as np
import pytest

from engine.senses.camera.pictures import FRAME
from engine.senses.faces.finding import (
    EYE,
    LEAST,
    ROW,
    STRIDES,
    Box,
    SmallFinder,
    YunetFinder,
    believable,
    from_landmarks,
    grid,
    open_finder,
    unfold,
)
from tests.tapes import portrait, resting, seated


def box(x=100.0, y=100.0, size=120.0, score=0.9):
    return Box(x=x, y=y, width=size * 0.8, height=size, score=score)


@pytest.fixture(scope="module")
def finder(models):
    return open_finder(models)


@pytest.mark.parametrize("picture", [portrait, resting])
def test_the_face_in_the_portrait_is_found_where_it_is(finder, picture):
    """The nose of the portrait lies in the box's middle third; what is no face is less sure."""
    found = finder.find(seated(picture()))

    assert abs(found[0].centre[0] - FRAME[0] / 2) < found[0].width / 4
    assert found[0].score > 0.9
    assert all(other.score < found[0].score - 0.2 for other in found[1:])


@pytest.mark.parametrize("picture", [portrait, resting])
def test_the_portrait_s_five_points_lie_where_they_belong(finder, picture):
    """She looks at the camera, upright: eyes above the nose, the nose above the mouth."""
    face = finder.find(seated(picture()))[0]

    eye, other, nose, corner, end = face.landmarks
    assert eye[0] < nose[0] < other[0]
    assert max(eye[1], other[1]) < nose[1] < min(corner[1], end[1])
    assert eye == pytest.approx((292.0, 197.0), abs=6.0)
    assert end == pytest.approx((348.0, 262.0), abs=8.0)
    assert max(abs(face.yaw), abs(face.pitch), abs(face.roll)) < 12.0


@pytest.mark.parametrize("tilt", [-25.0, 25.0])
def test_a_tilted_head_is_found_and_its_tilt_told(finder, tilt):
    """Clockwise is above zero. Who leans his head is not lost, as he was by older finders."""
    import cv2

    place = cv2.getRotationMatrix2D((320, 220), -tilt, 1.0)
    leaning = cv2.warpAffine(seated(portrait()), place, FRAME, borderMode=cv2.BORDER_REPLICATE)

    upright, tilted = finder.find(seated(portrait()))[0], finder.find(leaning)[0]

    assert tilted.roll - upright.roll == pytest.approx(tilt, abs=6.0)


def test_a_face_far_away_is_not_read(finder):
    """So small, an expression is guesswork."""
    import cv2

    far = cv2.resize(seated(portrait()), None, fx=0.15, fy=0.15, interpolation=cv2.INTER_AREA)
    scene = np.full((480, 640, 3), 60, np.uint8)
    scene[: far.shape[0], : far.shape[1]] = far

    assert finder.find(scene) == ()


@pytest.mark.parametrize("shape", [(480, 640), (720, 1280), (240, 320), (600, 300), (3, 3)])
def test_any_shape_of_picture_may_come(finder, shape):
    """Cameras differ; a face keeps its proportions in all of them."""
    assert finder.find(np.zeros((*shape, 3), np.uint8)) == ()


def test_a_wide_picture_is_not_squeezed(finder):
    """Else every face in it would look turned."""
    wide = np.full((480, 854, 3), 60, np.uint8)
    wide[:, 107:747] = seated(portrait())

    found = finder.find(wide)

    assert found[0].height / found[0].width == pytest.approx(1.25, abs=0.1)


def test_the_answers_are_unfolded_as_they_were_trained():
    """One answer per place of three strides; a box by its shift and the log of half its size."""
    places = grid()
    answers = np.full((len(places), ROW), -9.0, np.float32)
    here = 40 * 10 + 12  # stride 8: row 10, column 12
    points = (-1.0, -1.0, 2.0, -1.0, 0.5, 0.0, -0.5, 2.0, 1.5, 2.0)
    answers[here] = (3.0, 0.5, -0.25, np.log(5.0), np.log(6.0), *points)

    (found,) = unfold(answers, places)

    assert len(places) == sum(-(-EYE[0] // s) * -(-EYE[1] // s) for s in STRIDES)
    assert found.centre == pytest.approx(((12.5 + 0.5) * 8, (10.5 - 0.25) * 8))
    assert (found.width, found.height) == pytest.approx((80.0, 96.0))
    assert found.score == pytest.approx(0.9526, abs=1e-3)
    assert found.landmarks[0] == pytest.approx((92.0, 76.0))
    assert found.landmarks[4] == pytest.approx((112.0, 100.0))


def test_two_boxes_on_one_face_are_one():
    """The surer one, also where the other is only a part of it."""
    sure, double, part = box(score=0.9), box(x=110.0, score=0.7), box(x=130.0, y=130.0, size=70.0)
    apart = box(x=400.0, score=0.6)

    assert believable([double, part, sure, apart])[0].score == 0.9
    assert len(believable([double, sure, apart])) == 2


def test_small_boxes_are_dropped():
    """As the research says."""
    assert believable([box(size=LEAST - 1.0)]) == ()


def test_a_yunet_row_tells_how_a_head_is_turned():
    """Its nose leaves the middle between the eyes."""
    row = np.zeros(15, np.float32)
    row[:4] = (10, 20, 100, 120)
    row[4:14] = (40, 60, 80, 60, 60, 84, 43, 102, 77, 102)
    row[14] = 0.9
    turned = row.copy()
    turned[8:10] = (85, 90)

    assert from_landmarks(row).yaw == pytest.approx(0.0)
    assert from_landmarks(turned).yaw > 20.0
    assert from_landmarks(turned).landmarks[2] == (85.0, 90.0)


class FakeYunet:
    """Answers with one row, in pixels of the small picture, or with none."""

    def __init__(self, rows):
        self._rows = rows

    def detect(self, picture):
        assert picture.shape == (EYE[1], EYE[0], 3)
        return 1, self._rows


def test_yunet_s_boxes_are_told_in_the_picture_s_own_pixels(monkeypatch, tmp_path):
    """It looks at half the size."""
    row = np.array(
        [[100, 80, 60, 70, 115, 100, 145, 100, 130, 115, 117, 130, 143, 130, 0.8]], np.float32
    )
    monkeypatch.setattr("cv2.FaceDetectorYN.create", lambda *_: FakeYunet(row), raising=False)

    (found,) = YunetFinder(tmp_path / "yunet.onnx").find(seated(portrait()))

    assert (found.x, found.y, found.width, found.height) == (200, 160, 120, 140)
    assert found.yaw == pytest.approx(0.0)


def test_yunet_may_see_nobody(monkeypatch, tmp_path):
    """It says so by none, not by an empty list."""
    monkeypatch.setattr("cv2.FaceDetectorYN.create", lambda *_: FakeYunet(None), raising=False)

    assert YunetFinder(tmp_path / "yunet.onnx").find(seated(portrait())) == ()


def test_a_broken_yunet_file_leaves_the_small_detector(models, tmp_path):
    """A download that broke off must not blind the film."""
    for name in ("detector.onnx", "detector-points.onnx"):
        (tmp_path / name).write_bytes((models / name).read_bytes())
    (tmp_path / "face_detection_yunet_2023mar.onnx").write_bytes(b"not a model")

    assert isinstance(open_finder(tmp_path), SmallFinder)


def test_no_model_at_all_is_said_by_its_file(tmp_path):
    """An error of the machine, raised where it is understood."""
    with pytest.raises(OSError, match=r"detector\.onnx"):
        open_finder(tmp_path)
