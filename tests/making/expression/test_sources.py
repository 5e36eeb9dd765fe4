"""Nobody who is tested on has taught: what goes into which part of the pictures."""

import subprocess
from collections import defaultdict

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.models.making.expression.ferplus import VOTES, labels, nearest, unseen
from assets.models.making.expression.mirrors import Mirror
from assets.models.making.expression.muxspace import HELD, MOST, divided, person


def faces(n, seed=1):
    """Pictures as different as faces are."""
    drawing = np.random.default_rng(seed)
    small = drawing.integers(0, 255, (n, 6, 6), dtype=np.uint8)
    return np.stack([cv2.resize(each, (48, 48)) for each in small])


def votes(**named):
    """FER+'s row with these votes."""
    return np.array([[float(named.get(name, 0)) for name in VOTES]])


def test_a_training_picture_that_is_also_tested_on_is_left_out():
    """FER2013 holds hundreds of doubles, some saved a little differently."""
    teach, test = faces(20), faces(10, seed=2)
    squeezed = cv2.imdecode(cv2.imencode(".jpg", test[3])[1], cv2.IMREAD_GRAYSCALE)

    kept = unseen(np.concatenate([teach, squeezed[None]]), test)

    assert kept.tolist() == [True] * 20 + [False]


def test_a_picture_finds_itself_among_others():
    """By which the original labels are found again."""
    all_of_them = faces(50)

    at, apart = nearest(all_of_them[[7, 31]], all_of_them)

    assert at.tolist() == [7, 31]
    assert apart.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("row", "label"),
    [
        (votes(anger=6, neutral=4), 4),
        (votes(anger=5, neutral=5), -1),
        (votes(unknown=6, anger=4), -1),
        (votes(NF=10), -1),
        (votes(happiness=1), -1),
        (votes(happiness=2, fear=1), 1),
    ],
)
def test_a_label_is_what_most_raters_saw(row, label):
    """A tie, "unknown", "no face" and a lone vote name nothing."""
    assert labels(row).tolist() == [label]


PEOPLE = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=4),
    st.lists(st.sampled_from(["neutral", "anger"]), min_size=1, max_size=4),
    min_size=3,
    max_size=40,
)


@given(PEOPLE)
def test_nobody_is_in_two_parts(people):
    """Who is held out is held out with all pictures, and every picture has a place."""
    named = {who: [(f"{who}_{i}", e) for i, e in enumerate(all_)] for who, all_ in people.items()}

    rows = divided(named)

    parts = defaultdict(set)
    for _, _, who, part in rows:
        parts[who].add(part == "train")
    assert all(len(each) == 1 for each in parts.values())
    assert sorted(name for name, *_ in rows) == sorted(
        name for all_ in named.values() for name, _ in all_
    )
    assert sum(parts[who] == {False} for who in named) == int(len(named) * HELD)


def test_the_test_takes_few_of_what_is_common():
    """Else it would be a test of resting faces."""
    named = {f"p{i}": [(f"p{i}_{j}", "neutral") for j in range(20)] for i in range(100)}

    rows = divided(named)

    assert sum(part == "test" for *_, part in rows) == MOST
    assert sum(part == "spare" for *_, part in rows) == 35 * 20 - MOST


def test_two_pictures_of_somebody_are_of_one_person():
    """By their file names, which is all that there is."""
    assert person("Aaron_Eckhart_0001.jpg") == person("Aaron_Eckhart_0012.jpg") == "aaron_eckhart"
    assert person("KK_25.jpg") != person("KL_25.jpg")


def test_a_mirror_is_read_without_unpacking_it(tmp_path):
    """File by file, in any order; what is not there is said to be missing."""
    where = tmp_path / "somebody+pictures" / "repo"
    where.mkdir(parents=True)
    (where / "one.txt").write_bytes(b"first\n")
    (where / "two.txt").write_bytes(b"")
    git = ["git", "-C", str(where), "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], check=True)

    with Mirror(tmp_path, "somebody/pictures") as mirror:
        assert mirror.names() == ["one.txt", "two.txt"]
        assert [mirror.read(name) for name in ("two.txt", "one.txt")] == [b"", b"first\n"]
        with pytest.raises(KeyError):
            mirror.read("three.txt")
        assert mirror.read("one.txt") == b"first\n"


def test_a_mirror_that_is_not_there_says_what_to_do(tmp_path):
    """Before any work is begun."""
    with pytest.raises(SystemExit, match=r"mirror nobody/nothing there"):
        Mirror(tmp_path, "nobody/nothing")
