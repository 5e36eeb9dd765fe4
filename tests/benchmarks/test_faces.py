"""The benchmark of faces: its arithmetic, on pictures made up here."""

import csv
import json

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

pytest.importorskip("resource", reason="the benchmarks run on Linux")

from benchmarks import __main__ as benchmarks
from benchmarks.faces import measure, page, points, reading
from benchmarks.faces.ours import in_a_row
from benchmarks.faces.photographs import (
    VARIANTS,
    Tally,
    Truth,
    apart,
    means,
    read_photographs,
    tally,
)
from benchmarks.faces.readers import FACE_API, OARRIAGA, in_order, peers, square, widened
from benchmarks.faces.scores import calibration, score, valences
from benchmarks.faces.sets import Grey, majority, read_sets
from benchmarks.faces.targets import Promise
from engine.senses.faces.expressions import Expression, cropped
from engine.senses.faces.finding import Box
from engine.shelf.offers import EMOTIEFFLIB

NEUTRAL, HAPPY, SURPRISE, SAD, ANGRY = range(5)
CONTEMPT = 7


def sure(*named):
    """Readings without a doubt."""
    return np.eye(8)[list(named)]


# What is right, and how evenly


def test_what_is_right_is_counted_by_expression_and_by_worth():
    """Sad read as angry is the wrong expression and the right worth."""
    truths = np.array([NEUTRAL, HAPPY, SAD, ANGRY])

    found = score(sure(NEUTRAL, HAPPY, ANGRY, ANGRY), truths)

    assert (found.count, found.seven, found.valence, found.balanced) == (4, 0.75, 1.0, 1.0)
    assert found.even == pytest.approx((1 + 1 + 0 + 2 / 3) / 4)
    assert found.confusion[SAD][ANGRY] == 1
    assert sum(map(sum, found.confusion)) == 4


def test_contempt_is_no_part_of_seven_and_surprise_has_no_worth():
    """Most peers do not know the one; the other is neither good nor bad."""
    truths = np.array([CONTEMPT, SURPRISE, HAPPY])

    found = score(sure(NEUTRAL, SURPRISE, HAPPY), truths)
    worth, truth = valences(sure(NEUTRAL, SURPRISE, HAPPY), truths)

    assert found.seven == 1.0
    assert found.valence == 0.5
    assert (worth.tolist(), truth.tolist()) == ([1, 2], [0, 2])


def test_worth_is_told_by_shares_added_up():
    """Three doubtful negatives outweigh one likely smile."""
    shares = np.array([[0.0, 0.4, 0.0, 0.2, 0.2, 0.2, 0.0, 0.0]])

    worth, _ = valences(shares, np.array([SAD]))

    assert worth.tolist() == [0]


def test_who_says_seventy_of_a_hundred_and_is_right_so_often_is_calibrated():
    """And who is always sure and half the time right is not."""
    honest = np.full((10, 8), 0.3 / 7)
    honest[:, HAPPY] = 0.7
    truths = np.array([HAPPY] * 7 + [SAD] * 3)

    assert calibration(honest, truths) == pytest.approx(0.0)
    assert calibration(sure(*[HAPPY] * 10), truths) == pytest.approx(0.3)


@given(
    hnp.arrays(np.float64, (12, 8), elements=st.floats(0.01, 1.0)),
    hnp.arrays(np.int64, 12, elements=st.integers(0, 6)),
)
def test_every_figure_is_a_share_and_truth_itself_scores_full(rows, truths):
    """Whatever is read."""
    shares = rows / rows.sum(axis=1, keepdims=True)
    truths[:3] = (NEUTRAL, HAPPY, SAD)

    found, perfect = score(shares, truths), score(sure(*truths), truths)

    for each in (found.seven, found.even, found.valence, found.balanced, found.calibration):
        assert 0.0 <= each <= 1.0
    assert (perfect.seven, perfect.even, perfect.balanced, perfect.calibration) == (1, 1, 1, 0)


def test_raters_who_disagree_name_nothing():
    """A tie, one voice alone, and `no face` are no truth."""
    votes = np.zeros((4, 10), np.float32)
    votes[0, :2] = (6, 3)
    votes[1, :2] = (5, 5)
    votes[2, :2] = (1, 1)
    votes[3, 9] = 8

    assert majority(votes).tolist() == [NEUTRAL, -1, -1, -1]


def test_a_promise_is_kept_by_the_strictest_of_its_bounds():
    """`10 points over` and `no worse than the best` depend on who is beside."""
    promise = Promise(least=0.7, over=("fer", 0.1), best=0.01)

    assert promise.bound({}) == 0.7
    assert promise.bound({"fer": 0.65}) == pytest.approx(0.75)
    assert promise.bound({"fer": 0.5, "best": 0.9}) == pytest.approx(0.89)


# Who reads


def test_answers_in_other_orders_come_to_ours():
    """A wrong order makes a good network look bad, silently."""
    assert in_order([0, 0, 0, 1, 0, 0, 0], OARRIAGA).argmax() == HAPPY
    assert in_order([0, 1, 0, 0, 0, 0, 0], FACE_API).argmax() == HAPPY
    assert in_a_row({Expression.ANGER: 1.0}).argmax() == ANGRY
    assert peers(measure.Path("nowhere")) == ()


def test_emotiefflib_stands_beside_where_somebody_has_it(tmp_path):
    """Its weights cannot be had everywhere; a network of its shape answers as it is asked."""
    networks = pytest.importorskip("tests.senses.faces.networks", exc_type=ImportError)
    weights = np.zeros((3, 8))
    weights[:, 4] = 1.0
    (tmp_path / EMOTIEFFLIB.file).write_bytes(networks.by_colour(weights))

    (reader,) = peers(tmp_path)
    picture, box = Grey(np.full((48, 48), 255, np.uint8)).seen()

    assert reader.read(picture, box, 1.0).argmax() == HAPPY
    wide = widened(Box(x=10, y=20, width=10, height=20, score=1.0), 2.0)
    assert (wide.x, wide.y, wide.width, wide.height) == (5, 10, 20, 40)


def test_a_face_that_fills_its_picture_is_seen_whole():
    """Peers and we look at the very same pixels."""
    pixels = np.random.default_rng(1).integers(0, 255, (48, 48), dtype=np.uint8)
    picture, box = Grey(pixels).seen()

    assert np.array_equal(cv2.cvtColor(square(picture, box, 48, 1.0), 6), pixels)
    assert np.array_equal(cropped(picture, box), pixels)


# What is found


def test_each_face_is_found_once_and_what_is_no_face_is_false():
    """Two boxes on one face are one find; tiny boxes are nobody's fault."""
    truths = [Truth((100, 100, 80, 80), 0.9), Truth((300, 100, 24, 24), 0.9)]
    places = [
        (105, 100, 80, 80), (95, 95, 85, 85), (500, 300, 60, 60), (10, 10, 10, 10),
    ]  # fmt: skip

    found = tally(places, truths)

    assert (found.found, found.there, found.false) == ((0, 0, 1), (1, 0, 1), 1)
    assert (found + found).false_each == 1.0
    assert np.isnan(Tally().recall(0))


def test_an_unsure_truth_is_neither_hit_nor_miss():
    """Nor is a box on it false: it may well be a face."""
    found = tally([(100, 100, 80, 80)], [Truth((100, 100, 80, 80), 0.6)])

    assert (found.there, found.false) == ((0, 0, 0), 0)


def test_a_box_means_a_face_even_if_it_frames_it_otherwise():
    """Haar draws squares, YuNet tall boxes."""
    assert means((0, 0, 100, 100), (10, 0, 70, 100))
    assert means((0, 0, 100, 100), (20, 20, 62, 62))
    assert not means((0, 0, 100, 100), (40, 40, 20, 20))
    assert not means((0, 0, 100, 100), (80, 80, 100, 100))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_face_is_where_its_variant_puts_it(name):
    """A white square follows its box through every change of the picture."""
    picture = np.zeros((480, 640, 3), np.uint8)
    picture[200:280, 400:480] = 255
    corners = ((400.0, 200.0), (480.0, 200.0), (440.0, 240.0), (400.0, 280.0), (480.0, 280.0))
    truth = Truth((400.0, 200.0, 80.0, 80.0), 0.9, corners)

    seen, (moved,) = VARIANTS[name](picture, (truth,))

    x, y, width, height = moved.place
    ys, xs = np.nonzero(seen[..., 0] > seen.max() * 0.6)
    assert (xs.mean(), ys.mean()) == pytest.approx((x + width / 2, y + height / 2), abs=1.5)
    assert moved.points[2] == pytest.approx((x + width / 2, y + height / 2), abs=1.5)


def test_points_are_as_far_apart_as_eyes_tell():
    """A tenth of the distance between the eyes, at any size."""
    true = ((0.0, 0.0), (100.0, 0.0), (50.0, 50.0), (20.0, 90.0), (80.0, 90.0))
    shifted = tuple((x + 10.0, y) for x, y in true)

    assert apart(shifted, true) == pytest.approx(0.1)
    assert apart(true, true) == 0.0


def test_a_head_turned_otherwise_is_off_by_so_many_degrees():
    """Points of the same face, tilted by ten degrees, are ten degrees of roll off."""
    true = ((300.0, 200.0), (360.0, 200.0), (330.0, 236.0), (304.0, 263.0), (356.0, 263.0))
    lean = np.deg2rad(10.0)
    turn = np.array([[np.cos(lean), -np.sin(lean)], [np.sin(lean), np.cos(lean)]])
    tilted = tuple(map(tuple, (np.array(true) - 330) @ turn.T + 330))
    truth = Truth((280.0, 160.0, 100.0, 130.0), 0.9, true)
    found = Box(x=282, y=158, width=98, height=131, score=0.9, landmarks=tilted)
    other = Box(x=262, y=148, width=98, height=131, score=0.9, landmarks=true)

    (pair,) = points.matched((other, found), (truth,))

    assert pair == (found, truth)
    assert points.turns("roll")([pair]) == pytest.approx([10.0], abs=0.1)
    assert points.distances([(other, truth)]) == [0.0]
    assert points.matched((), (truth,)) == []
    assert points.matched((found,), (Truth((280.0, 160.0, 30.0, 40.0), 0.9, true),)) == []


# The whole run


@pytest.fixture
def made_up(tmp_path):
    """A folder as the making programs leave it, of noise and of no peer."""
    noise = np.random.default_rng(3)
    votes = np.zeros((9, 10), np.float32)
    votes[np.arange(9), np.arange(9) % 5] = 8
    np.savez(
        tmp_path / "ferplus-test.npz",
        x=noise.integers(0, 255, (9, 48, 48), dtype=np.uint8), votes=votes,
        original=np.array([0, 1, 2, 3, 4, 0, 1, 3, -1], np.int8),
    )  # fmt: skip
    (tmp_path / "muxspace" / "pictures").mkdir(parents=True)
    (tmp_path / "photographs").mkdir()
    rows = [("path", "emotion", "person", "part", "x", "y", "w", "h")]
    for at, emotion in enumerate(("neutral", "happiness", "sadness", "surprise")):
        name = f"pictures/{at}.jpg"
        picture = noise.integers(0, 255, (100, 90, 3), dtype=np.uint8)
        cv2.imwrite(str(tmp_path / "muxspace" / name), picture)
        rows.append((name, emotion, str(at), "test" if at < 3 else "train", 10, -5, 60, 80))
    write(tmp_path / "muxspace" / "labels.csv", rows)
    cv2.imwrite(str(tmp_path / "photographs" / "a.png"), np.full((300, 640, 3), 90, np.uint8))
    points = [f"{name}_{axis}" for name in "abcde" for axis in "xy"]
    write(
        tmp_path / "photographs" / "boxes.csv",
        [("path", "x", "y", "w", "h", "score", *points), ("a.png", 9, 9, 70, 90, 0.9, *range(10))],
    )
    return tmp_path


def write(path, rows):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)


def test_the_sets_hold_what_people_named_and_nobody_from_training(made_up):
    """Pictures without a truth are left out of that set alone."""
    sets = {each.name: each for each in read_sets(made_up)}

    assert [len(each.truths) for each in sets.values()] == [9, 8, 3]
    assert sorted(sets["muxspace"].truths) == [NEUTRAL, HAPPY, SAD]
    picture, box = next(iter(sets["muxspace"]))
    assert (picture.shape, box.y) == ((100, 90, 3), -5.0)
    assert len(sets["FER+"].every(4).truths) == 3
    ((ground, (truth,)),) = read_photographs(made_up / "photographs")
    assert (ground.shape, truth.points[1]) == ((480, 640, 3), (2.0, 3.0))


def test_the_whole_run_tells_every_figure_a_line(made_up, capsys, monkeypatch):
    """One JSON object a line; what could not be measured is a note, not a figure."""
    asked = ["benchmarks", "faces", "--json", "--data", str(made_up)]
    monkeypatch.setattr("sys.argv", asked)

    benchmarks.main()

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    names = {each["name"] for each in told}
    assert {"FER+-blend-seven", "muxspace-blend-ece", "false-dim-believed", "ms-viewer"} <= names
    assert {each["peer"] for each in told if each["name"] == "FER+-blend-seven"} == {"-"}


def test_without_pictures_it_says_what_the_folder_must_hold(tmp_path, capsys, monkeypatch):
    """In one sentence, and nothing is missed."""
    monkeypatch.setattr("sys.argv", ["benchmarks", "faces", "--data", str(tmp_path)])

    assert benchmarks.main() == 0

    told = capsys.readouterr().out
    assert "ferplus-test.npz and muxspace" in told
    assert "python -m benchmarks.peers.faces --from MIRRORS --to DIR" in told


def test_a_peer_stands_in_the_same_line():
    """Its value beside ours, by the same pictures."""
    assert reading.told({"fer": 0.5, "human": 0.25}) == "fer 0.500; human 0.250"
    assert reading.told({}) == "-"


def test_a_run_becomes_the_pages_two_tables(made_up, capsys, monkeypatch):
    """By a program, so that nobody types figures."""
    monkeypatch.setattr("sys.argv", ["benchmarks", "faces", "--json", "--data", str(made_up)])
    benchmarks.main()
    found = page.figures(capsys.readouterr().out.splitlines())

    told, seen = list(page.reading(found)), list(page.finding(found))

    assert told[0].startswith("| reader | FER+ |")
    assert len({line.count("|") for line in told}) == 1
    assert any(line.startswith("| **ours, blend** |") for line in told)
    assert len({line.count("|") for line in seen}) == 1
    assert page.peers("fer 0.500; GEAR e1 0.250") == {"fer": 0.5, "GEAR e1": 0.25}
    assert page.peers("3 neutral, 4 sadness") == {}
