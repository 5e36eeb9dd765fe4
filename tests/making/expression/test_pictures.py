"""What the training sees is what the film will see."""

import csv

import cv2
import numpy as np
import pytest

from assets.models.making.expression import pictures
from engine.senses.faces.expressions import Expression, cropped
from engine.senses.faces.finding import Box


@pytest.fixture
def prepared(tmp_path):
    """A folder as `prepare` makes it, with pictures drawn by chance."""
    drawing = np.random.default_rng(4)
    votes = np.zeros((3, 10), np.float32)
    votes[0, 4], votes[0, 0] = 6, 4
    votes[1, 9] = 10
    votes[2, 8] = 10
    np.savez(
        tmp_path / "ferplus-train.npz",
        x=drawing.integers(0, 255, (3, 48, 48), dtype=np.uint8),
        votes=votes,
        original=np.array([4, 0, 3], np.int8),
    )
    (tmp_path / "muxspace" / "pictures").mkdir(parents=True)
    with (tmp_path / "muxspace" / "labels.csv").open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(("path", "emotion", "person", "part", "x", "y", "w", "h"))
        for i in range(30):
            name = f"pictures/{i}.jpg"
            scene = drawing.integers(0, 255, (200, 200), dtype=np.uint8)
            cv2.imwrite(str(tmp_path / "muxspace" / name), scene)
            part = "test" if i < 5 else "train"
            rows.writerow((name, "happiness", f"person{i // 2}", part, 60, 50, 80, 100))
    return tmp_path


def test_the_middle_of_a_wide_picture_is_what_the_engine_crops():
    """A network is fooled by a face framed otherwise than those it learned from."""
    rows, columns = np.mgrid[0:300, 0:300]
    scene = (127 + 60 * np.sin(rows / 19.0) + 60 * np.cos(columns / 17.0)).astype(np.uint8)
    row = {"x": "110", "y": "90", "w": "80", "h": "100"}

    wide = pictures.window(scene, *pictures.square(row))

    box = Box(x=110, y=90, width=80, height=100, score=1.0)
    engine = cropped(cv2.cvtColor(scene, cv2.COLOR_GRAY2BGR), box)
    middle = wide[24:72, 24:72].astype(int)
    assert np.abs(middle - engine).max() <= 2


def test_raters_who_see_no_face_teach_that_it_is_none(prepared):
    """And nothing of what it shows; those who cannot name it leave it to the other labels."""
    held = pictures.ferplus(prepared, "train")

    assert held.face.tolist() == [1, 0, 1]
    assert held.ferplus.sum(1).tolist() == pytest.approx([1, 0, 0])
    assert held.ferplus[0, 4] == pytest.approx(0.6)
    assert held.original.tolist() == [4, -1, 3]
    assert held.label.tolist() == [4, -1, -1]
    assert held.wide.shape == (3, 96, 96)


def test_who_chooses_does_not_teach(prepared):
    """The three parts share no person."""
    people = {
        part: {row["person"] for row in pictures.muxspace_rows(prepared, part)}
        for part in ("train", "valid", "test")
    }

    assert people["valid"]
    assert not people["train"] & people["valid"]
    assert len(pictures.muxspace_rows(prepared, "test")) == 5


def test_a_students_word_is_less_than_ten_raters(prepared):
    """One label becomes shares that leave room for doubt."""
    held = pictures.muxspace(prepared, "train")

    happiness = list(Expression).index(Expression.HAPPINESS)
    assert held.ferplus.sum(1) == pytest.approx(np.ones(len(held.label)))
    assert (held.ferplus[:, happiness] > 0.8).all()
    assert (held.ferplus[:, happiness] < 0.9).all()
