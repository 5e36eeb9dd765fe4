"""Photographs laid into pictures, and the account that is kept of the faces in them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.models.making.detector.album import POINTS, SCORE, Album, no_faces, read
from assets.models.making.detector.shots import (
    Shot,
    bound,
    carried,
    cover,
    laid,
    levels,
    mirror,
    seen_only,
    size,
)

FACE = np.array([40, 30, 20, 30, 45, 40, 55, 40, 50, 46, 46, 52, 54, 52, 0.9], np.float32)


def place(scale=1.0, tilt=0.0, right=0.0, down=0.0):
    cos, sin = scale * math.cos(tilt), scale * math.sin(tilt)
    return np.array([[cos, -sin, right], [sin, cos, down]], np.float32)


@given(st.floats(0.05, 3.0), st.floats(-0.6, 0.6), st.floats(-40, 40), st.floats(-40, 40))
def test_points_go_where_their_pixels_go(scale, tilt, right, down):
    """A bright spot under the nose is under it afterwards, whatever size was taken."""
    photo = np.zeros((96, 96), np.uint8)
    photo[42:51, 46:55] = 255
    there = place(scale, tilt, right + 60, down + 60)
    face = carried(FACE[None], there)[0]

    seen = laid(levels(photo), there, 260, 260, 0).astype(float)

    y, x = np.mgrid[: seen.shape[0], : seen.shape[1]]
    spot = ((x * seen).sum() / seen.sum(), (y * seen).sum() / seen.sum()) if seen.sum() else None
    nose = face[POINTS].reshape(5, 2)[2]
    inside = 12 * scale < nose[0] < 250 - 12 * scale and 12 * scale < nose[1] < 250 - 12 * scale
    if inside and scale > 0.2:
        assert spot == pytest.approx(tuple(nose), abs=0.5 + 0.6 * scale)
    assert face[3] == pytest.approx(30 * scale, rel=1e-3)
    assert size(there) == pytest.approx(scale, rel=1e-3)


def test_a_mirror_changes_the_eyes_and_nothing_else():
    """The eye on the picture's left is on its left again."""
    shot = Shot(np.zeros((100, 100), np.uint8), FACE[None].copy())

    mirror(shot)

    marks = shot.faces[0, POINTS].reshape(5, 2)
    assert marks[0, 0] < marks[1, 0]
    assert marks[3, 0] < marks[4, 0]
    mirror(shot)
    assert shot.faces[0] == pytest.approx(FACE)


@pytest.mark.parametrize(
    ("hidden", "score"), [(0.2, 0.9), (0.7, 0.5), (1.0, None)], ids=["a bit", "half", "whole"]
)
def test_who_is_hidden_is_doubted_and_then_forgotten(hidden, score):
    """Nobody is asked to see through a wall."""
    share = np.zeros((100, 100), np.float32)
    share[: 30 + int(31 * hidden)] = 1.0

    kept = cover(FACE[None], share, 0.5)

    assert (kept[0, SCORE] if len(kept) else None) == (
        None if score is None else np.float32(score)
    )


def test_who_is_cut_in_half_by_the_border_is_doubted():
    """And who is outside is not there."""
    shift = np.array([0.0] * 15, np.float32)
    shift[0] = -52.0

    assert seen_only(FACE[None] + shift, 100, 100, 0.5)[0, SCORE] == np.float32(0.5)
    assert len(seen_only(FACE[None] + 2 * shift, 100, 100, 0.5)) == 0


@given(st.floats(0.1, 2.0), st.floats(-3.0, 3.0), st.floats(-200, 200), st.floats(-200, 200))
def test_a_paste_never_falls_outside_its_picture(scale, tilt, right, down):
    """Wherever it goes."""
    (rows, columns), _ = bound((80, 60), place(scale, tilt, right, down), (120, 160))

    assert 0 <= rows.start < rows.stop <= 120
    assert 0 <= columns.start < columns.stop <= 160


def test_an_album_is_read_as_it_was_written(tmp_path):
    """Pictures of any size, some without faces."""
    album = Album()
    album.add(np.arange(12, dtype=np.uint8).reshape(3, 4), no_faces())
    album.add(np.full((5, 2), 7, np.uint8), np.stack([FACE, FACE]))
    album.write(tmp_path / "album.npz")

    again = read(tmp_path / "album.npz")

    assert [picture.tolist() for picture in again.pictures] == [
        picture.tolist() for picture in album.pictures
    ]
    assert [len(faces) for faces in again.faces] == [0, 2]
    assert len(again.without_faces()) == 1
    assert len(again.every(2, left_out=True)) == len(again.every(2, left_out=False)) == 1
