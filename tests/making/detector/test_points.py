"""The second look is taught on faces as the first hands them on."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is in the extra `training` only")

from assets.models.making.detector.album import Album
from assets.models.making.detector.points import ROOM, SIDE, Crops
from engine.senses.faces import marking

FACE = np.array([50, 40, 80, 100, 70, 80, 110, 80, 90, 104, 73, 122, 107, 122, 0.95], np.float32)


def people():
    """One face: black dots for points on grey."""
    picture = np.full((180, 180), 150, np.uint8)
    for x, y in FACE[4:14].reshape(5, 2).astype(int):
        picture[y - 2 : y + 3, x - 2 : x + 3] = 0
    album = Album()
    album.add(picture, FACE[None])
    return album


def test_the_engine_cuts_faces_as_they_were_taught():
    """Another framing than in training costs most of what was learned."""
    assert (marking.SIDE, marking.ROOM) == (SIDE, ROOM)


def test_what_is_taught_lies_where_the_points_are_seen():
    """Mirrored, tilted, far away: the dot under a point is darker than its surroundings."""
    crops = Crops(people(), 1)
    darker = []
    for _ in range(200):
        seen, told = crops.draw()
        for x, y in (told.reshape(5, 2) + 1.0) * SIDE / 2.0 - 0.5:
            if 1 < x < SIDE - 2 and 1 < y < SIDE - 2:
                darker.append(seen[round(y), round(x)] < np.median(seen))

    assert np.mean(darker) > 0.85
    assert len(crops) == 1
