"""Checks of what the film decides by itself."""

import pytest

from tests.story.examples import said_of
from tests.story.films import film

BOTH = """
  left: {play: left.mp4, intend: {valence: 0.5}, end: L}
  right: {play: right.mp4, intend: {arousal: -0.5}, end: R}"""
ARC = "about: {minutes: 0.7, arc: [0, 0.5]}"


def said(pick, head=""):
    text = film(f"{{play: hall.mp4, pick: {pick}}}{BOTH}", head)
    findings = said_of({"story.yaml": text})
    return [(each.rule.code, each.place.line) for each in findings if each.rule.code != "S112"]


@pytest.mark.parametrize(
    ("pick", "head", "codes"),
    [
        ("[garden, cellar]", "", []),
        ("{mode: learn, of: [garden, cellar]}", "sensing: {keep: scores}", []),
        ("{mode: learn, of: [garden, cellar]}", "sensing: {keep: nothing}", ["S121"]),
        ("{mode: arc, of: [left, right]}", ARC, []),
        ("{mode: arc, of: [left, garden]}", ARC, ["S122"]),
        ("{mode: arc, of: [left, right]}", "about: {arc: [0, 1]}", ["S122"]),
        ("{mode: arc, of: [left, right]}", "", ["S122"]),
        ("{mode: best, of: [{go: left, when: visited(hall)}, right]}", "", []),
        ("{mode: best, of: [left, right]}", "", ["S123"]),
        ("[{go: left, weight: 3}, right]", "", []),
        ("{mode: shuffle, of: [{go: left, weight: 3}, {go: right, weight: 2}]}", "", ["S124"]),
        ("{mode: shuffle, of: [{go: left, weight: 1}, right]}", "", []),
    ],
)
def test_each_way_of_picking_has_what_it_goes_by(pick, head, codes):
    """Or it would quietly pick as another does."""
    assert list(dict.fromkeys(code for code, _ in said(pick, head))) == codes


def test_everything_an_arc_lacks_is_told():
    """In one run."""
    assert len(said("{mode: arc, of: [garden, left]}")) == 3
