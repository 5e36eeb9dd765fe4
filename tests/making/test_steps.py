"""How the steps are made, on made-up pictures, and that what is told of them is made of them."""

import json

import numpy as np
import pytest

from assets.models.making.held_out import FAINTEST, NAMES, leaning, majority, muxspace
from assets.models.making.steps import (
    ASKED,
    GUIDE,
    LEAST,
    READABLE,
    told_apart,
    told_to_authors,
    told_to_films,
    trusts,
)
from engine.senses.senses import models_folder
from engine.story.model import Reading


@pytest.fixture(scope="module")
def written():
    return json.loads((models_folder() / "steps.json").read_text("utf-8"))


def votes(**named):
    row = np.zeros(10)
    for name, count in named.items():
        row[NAMES.index(name) if name in NAMES else 8] = count
    return row


def test_a_step_is_the_larger_of_what_differs_and_what_strays(written):
    """Every figure of the file can be reckoned from the two beside it."""
    for name, one in written["readings"].items():
        least = LEAST.get(Reading(name), 0.0)
        assert one["step"] == pytest.approx(
            max(one["spread"], one["floor"] / ASKED, least), abs=2e-3
        )


def test_the_steps_are_of_the_model_that_ships(written):
    """A new network with old steps would answer viewers by another's faces."""
    name, digest = written["model"].split()

    assert (models_folder() / name).is_file()
    assert len(digest) == 12


def test_films_and_authors_are_told_what_was_measured(written):
    """The module and both tables of the guide are made of the file, and of nothing else."""
    module, guide = READABLE.read_text("utf-8"), GUIDE.read_text("utf-8")

    assert told_to_films(module, written["windows"]) == module
    assert told_to_authors(guide, written["windows"]) == guide
    assert all(f"`{one['asks']}`" in guide for one in written["windows"].values())


def test_a_majority_needs_more_than_one_rater_and_no_tie():
    """A lone vote is noise, and two camps are none."""
    rows = np.array(
        [
            votes(anger=6, neutral=4),
            votes(anger=5, neutral=5),
            votes(fear=1),
            votes(unknown=8, neutral=2),
        ]
    )

    assert majority(rows).tolist() == [NAMES.index("anger"), -1, -1, -1]


def test_trust_is_how_often_a_named_smile_was_one():
    """Not how many smiles were found: that is another figure."""
    shown = np.eye(8)
    smile, rest = NAMES.index("happiness"), NAMES.index("neutral")
    others = [at for at in range(8) if at not in {smile, rest}]
    answers = np.array([shown[smile]] * 4 + [shown[rest]] * 6 + [shown[at] for at in others])
    truths = np.array([smile, smile, smile, rest] + [rest] * 4 + [smile] * 2 + others)

    assert trusts(answers, truths)[Reading.SMILE] == 0.75


def test_groups_are_told_apart_each_counted_the_same():
    """However many pictures one of them has."""
    table = np.zeros((8, 8))
    table[0, 0], table[1, 1], table[1, 0] = 100, 3, 1

    assert told_apart(table, [0], [1]) == pytest.approx((1.0 + 0.75) / 2)


def test_shares_as_logarithms_lie_about_their_mean():
    """And no share is taken for nothing."""
    vectors = leaning(
        np.array([[0.93, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01], [1.0] + [0.0] * 7])
    )

    assert vectors.mean(1) == pytest.approx([0.0, 0.0])
    assert np.exp(vectors[1, 1] - vectors[1, 0]) == pytest.approx(FAINTEST)


def test_only_people_held_out_are_looked_at(tmp_path):
    """Whoever taught the network says nothing of strangers."""
    folder = tmp_path / "muxspace"
    folder.mkdir()
    rows = ("a.jpg,neutral,one,train,1,2,3,4", "b.jpg,neutral,two,test,1,2,3,4",
            "c.jpg,happiness,two,spare,1,2,3,4", "d.jpg,neutral,six,test,,,,")  # fmt: skip
    text = "\n".join(("path,emotion,person,part,x,y,w,h", *rows))
    (folder / "labels.csv").write_text(text, encoding="utf-8")
    seen = muxspace(tmp_path)

    assert [(one.path.name, one.shows) for one in seen] == [
        ("b.jpg", "neutral"),
        ("c.jpg", "happiness"),
    ]
    assert seen[0].person == seen[1].person
