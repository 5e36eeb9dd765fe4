"""About, sensing and tests."""

import pytest

from engine.story.model import Way
from tests.story.films import codes_of, film, story_of

HALL = "{play: hall.mp4, choice: {Left: garden, Right: cellar}}"


def test_rehearsals_are_understood():
    """They are run without video."""
    tests = story_of(
        film(
            HALL,
            """\
tests:
  - name: left
    do: [Left, "say 0.8", 'say "不是你的错"']
    expect: garden
    without: [face]
    seed: 7
  - {do: timeouts, expect: Free}""",
        )
    ).tests

    assert (tests[0].name, tests[0].expect, tests[0].seed) == ("left", "garden", 7)
    assert tests[0].do == ("Left", "say 0.8", 'say "不是你的错"')
    assert tests[0].without == (Way.FACE,)
    assert (tests[1].name, tests[1].timeouts, tests[1].do) == ("test 2", True, ())


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("tests: [Left]", ["S023"]),
        ("tests: [{do: timeouts}]", ["S025"]),
        ("tests: [{expect: Free}]", ["S025"]),
        ("tests: [{do: [], expect: Free}]", ["S603"]),
        ("tests: [{do: timeouts, expect: Free, without: [eyes]}]", ["S024"]),
        ("tests: [{do: timeouts, expect: Free, seed: x}]", ["S023"]),
        ("about: me", ["S023"]),
        ("about: {author: me}", ["S020"]),
        ("about: {rating: 12}", ["S023"]),
        ("about: {rating: {age: 99}}", ["S023"]),
        ("about: {minutes: long}", ["S023"]),
        ("about: {minutes: 9..3}", ["S023"]),
        ("about: {minutes: 0}", ["S023"]),
        ("about: {arc: [2]}", ["S023"]),
        ("about: {poster: /p.jpg}", ["S301"]),
        ("sensing: face", ["S023"]),
        ("sensing: {uses: [camera]}", ["S024"]),
        ("sensing: {baseline: hall}", ["S023"]),
        ("sensing: {baseline: [hall]}", ["S023"]),
        ("sensing: {baseline: hall 3..1}", ["S023"]),
        ("sensing: {baseline: hal 1s..9s}", ["S101"]),
        ("sensing: {confidence: 2}", ["S023"]),
        ("sensing: {sign: star}", ["S024"]),
        ("sensing: {keep: pictures}", ["S024"]),
        ("id: Doors", ["S027"]),
        ("language: [en]", ["S023"]),
    ],
)
def test_slips_above_the_scenes_are_told(head, codes):
    """Pictures can never be kept, whatever a story asks for."""
    assert codes_of(film(HALL, head)) == codes


def test_minutes_may_be_one_number():
    """A film with one path."""
    assert story_of(film(HALL, "about: {minutes: 2}")).about.minutes == (2, 2)
