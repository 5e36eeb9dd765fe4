"""No condition, effect or feeling reaches anything but the story."""

import json

import pytest

from engine.story.reading.parse import parse
from tests.hostile.attacks import FILM, LINES, SOUND, attacked
from tests.hostile.expressions import ATTACKS
from tests.hostile.sealed import sealed

HARMLESS = {("minus minus", "SET")}
"""A number after all, and small."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What became of every attack, tried in one sealed process."""
    went = sealed("tests.hostile.attacks", folder=tmp_path_factory.mktemp("attacks"))
    assert went.code == 0, went.said[-2000:]
    rows = [json.loads(line) for line in went.said.splitlines()]
    return {(row["name"], row["where"]): row for row in rows}


def test_the_film_is_sound_without_an_attack():
    """Or the attacks below would prove nothing."""
    assert parse({"story.yaml": attacked("WHEN", SOUND["WHEN"])}, "x").findings == ()
    assert all(FILM.splitlines()[line - 1].count(where) for where, line in LINES.items())


@pytest.mark.parametrize("where", LINES)
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_on_its_line_and_soon(told, name, where):
    """Whatever it tries, it is a finding like any other."""
    row = told[name, where]

    if (name, where) in HARMLESS:
        return
    assert row["refused"], row
    assert row["line"] in row["lines"], row
    assert row["seconds"] < 2
    assert row["megabytes"] < 300


def test_nothing_was_let_through_unseen(told):
    """Every attack was tried everywhere."""
    assert len(told) == len(ATTACKS) * len(LINES)
    assert len(ATTACKS) > 22
