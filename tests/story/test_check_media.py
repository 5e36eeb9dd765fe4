"""Checks of files."""

import pytest

from engine.story.check_media import check_media
from engine.story.clips import ClipFault
from engine.story.film import Film
from engine.story.media import uses
from engine.story.rules import Weight
from tests.story.examples import facts
from tests.story.films import TWO_DOORS, film, story_of


@pytest.mark.parametrize(("release", "weight"), [(False, Weight.WARNING), (True, Weight.ERROR)])
def test_a_missing_clip_is_an_error_in_a_release_only(release, weight):
    """A film is playable before a frame is shot, and not sold so."""
    findings = list(check_media(Film(story_of(TWO_DOORS)), release=release))

    assert [(each.rule.code, each.weight) for each in findings] == [("S302", weight)] * 3


def test_a_broken_clip_is_an_error_with_its_reason():
    """Said in the words of whoever looked at it."""
    clips = {name: facts() for name in ("hall.mp4", "garden.mp4")}
    clips["cellar.mp4"] = ClipFault(missing=False, says="It holds no picture.")

    (finding,) = check_media(Film(story_of(TWO_DOORS), clips), release=False)

    assert finding.weight is Weight.ERROR
    assert finding.says == "the file 'cellar.mp4' cannot be played: It holds no picture"


@pytest.mark.parametrize(
    ("cut", "codes"),
    [("#t=15,20", []), ("#t=15,20.4", []), ("#t=15,21", ["S305"]), ("#t=25", ["S305"])],
)
def test_a_cut_lies_within_its_file(cut, codes):
    """To half a second, since authors round."""
    story = story_of(film(f'{{play: "sea.mp4{cut}", next: garden}}'))
    clips = {use.file: facts(20) for use in uses(story)}

    findings = check_media(Film(story, clips), release=False)

    assert [finding.rule.code for finding in findings] == codes
