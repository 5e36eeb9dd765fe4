"""How a viewing begins."""

import pytest

from engine.desk.beginning import begin
from engine.desk.cameras import SCRIPTED
from engine.desk.films import load
from engine.settings import Viewer
from engine.shelf.guard import ShelfError
from engine.story.model import Way
from engine.story.units import Seconds

STORY = """
film: 1
title: Begin
state:
  trust: {is: 0, range: -3..3}
  knows: false
  weather: {is: calm, one_of: [calm, storm]}
scenes:
  hall: {play: {slate: Hall, seconds: 2}, next: door, set: [trust += 1, knows = true,
    weather = storm]}
  door: {play: {slate: Door, seconds: 2}, end: Out}
"""


@pytest.fixture
def story(tmp_path):
    (tmp_path / "story.yaml").write_text(STORY, encoding="utf-8")
    return load(str(tmp_path))[1].story


def test_a_viewing_begins_where_and_as_it_was_asked_to(story):
    """For an author who works on the third scene."""
    began = begin(
        story, Viewer(), camera="none", start="door", seed=5,
        given=["trust=2", "knows = true", "weather=storm"],
    )  # fmt: skip

    assert (began.start, began.seed) == ("door", 5)
    assert began.given == {"trust": 2.0, "knows": True, "weather": "storm"}


@pytest.mark.parametrize(
    ("start", "given", "says"),
    [
        ("dor", [], "--from dor: no scene is named so. Did you mean 'door'?"),
        ("xyz", [], "Name one of: door, hall."),
        (None, ["trust"], "write NAME=VALUE"),
        (None, ["trsut=1"], "Did you mean 'trust'?"),
        (None, ["trust=much"], "is a number"),
        (None, ["trust=nan"], "is a number"),
        (None, ["trust=4"], "from -3 to 3"),
        (None, ["knows=1"], "is true or false"),
        (None, ["weather=rain"], "name one of: calm, storm"),
    ],
)
def test_a_slip_is_told_with_its_cure(story, start, given, says):
    """One sentence each."""
    with pytest.raises(ShelfError) as told:
        begin(story, Viewer(), camera="none", start=start, given=given)

    assert says in str(told.value)


def test_each_evening_has_its_own_chance(story):
    """Drawn anew, unless a seed is given."""
    seeds = {begin(story, Viewer(), camera="none").seed for _ in range(8)}

    assert len(seeds) > 1


def test_what_a_viewer_set_reaches_the_film(story):
    """More time, no limit, warnings."""
    slow = begin(story, Viewer(stretch=2.0, avoids=("drowning",)), camera="none")
    patient = begin(story, Viewer(no_limit=True), camera="none")
    kiosk = begin(
        story, Viewer(no_limit=True), camera=SCRIPTED, patience=Seconds(30.0), kiosk=True
    )

    assert (slow.stretch, slow.avoids) == (2.0, {"drowning"})
    assert patient.patience is None
    assert kiosk.patience == 30.0
    assert Way.FACE in kiosk.offers
