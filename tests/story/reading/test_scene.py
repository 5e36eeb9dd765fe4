"""Scenes as authors write them."""

import pytest

from engine.story.model import Intent, Next, PickMode, Return
from tests.story.films import codes_of, film, hall_of, story_of


def test_a_scene_says_what_it_is():
    """Each word lands where the model holds it."""
    scene = hall_of(
        """
    play: hall.mp4
    set: [trust += 1, trust -= 1]
    chapter: I. The hall
    describe: A hall.
    note: ask the painter
    intend: {valence: 0.1, arousal: -0.2}
    warn: [darkness, dust]
    skip_to: garden
    was: [old_hall, 大厅]
    next: garden""",
        "state: {trust: 0}",
    )

    assert [effect.text for effect in scene.set] == ["trust += 1", "trust -= 1"]
    assert [effect.where for effect in scene.set] == ["scene.hall.set.0", "scene.hall.set.1"]
    assert (scene.chapter, scene.describe, scene.note) == (
        "I. The hall",
        "A hall.",
        "ask the painter",
    )
    assert (scene.intend, scene.warn, scene.skip_to) == (
        Intent(0.1, -0.2),
        ("darkness", "dust"),
        "garden",
    )
    assert scene.was == ("old_hall", "大厅")


def test_next_is_a_scene_or_a_list_of_ways():
    """The first whose condition holds."""
    plain = hall_of("{play: hall.mp4, next: garden}").way
    forked = hall_of(
        "{play: hall.mp4, next: [{when: trust > 0, go: garden}, cellar]}", "state: {trust: 0}"
    ).way

    assert isinstance(plain, Next)
    assert [branch.go for branch in plain.branches] == ["garden"]
    assert [(each.go, each.when and each.when.where) for each in forked.branches] == [
        ("garden", "scene.hall.next.0.when"),
        ("cellar", None),
    ]


def test_pick_is_a_list_or_has_a_mode():
    """The film decides."""
    short = hall_of(
        "{play: hall.mp4, pick: [{go: garden, weight: 5, once: true, when: true}, cellar]}"
    ).way
    long = hall_of("{play: hall.mp4, pick: {mode: shuffle, of: [garden, {go: cellar}]}}").way

    first = short.entries[0]
    assert (first.go, first.weight, first.once, first.when.text) == ("garden", 5, True, "true")
    assert (short.mode, short.entries[1].weight) == (PickMode.RANDOM, 1)
    assert (long.mode, [each.go for each in long.entries]) == (
        PickMode.SHUFFLE,
        ["garden", "cellar"],
    )


def test_a_visit_comes_back():
    """`via` and `return`."""
    story = story_of(
        film("{play: hall.mp4, via: sea, next: garden}\n  sea: {play: sea.mp4, return: true}")
    )

    assert story.scenes["hall"].via == "sea"
    assert story.scenes["sea"].way == Return()
    assert story.scenes["hall"].following == ("sea", "garden")


@pytest.mark.parametrize(
    ("hall", "codes"),
    [
        ("garden", ["S023"]),
        ("{}", ["S107"]),
        ("{play: a.mp4}", ["S107"]),
        ("{play: a.mp4, next: garden, choice: {Left: garden}}", ["S108"]),
        ("{play: a.mp4, next: gardn, end: x}", ["S101", "S108"]),
        ("{play: a.mp4, next: []}", ["S022"]),
        ("{play: a.mp4, next: [{when: true}]}", ["S025"]),
        ("{play: a.mp4, next: [{when: true, go: garden}]}", ["S109"]),
        ("{play: a.mp4, next: [{when: [true], go: garden}, garden]}", ["S023"]),
        ("{play: a.mp4, next: [[garden], cellar]}", ["S023"]),
        ("{play: a.mp4, next: {go: garden}}", ["S023"]),
        ("{play: a.mp4, end: [x]}", ["S023"]),
        ("{play: a.mp4, next: }", ["S022"]),
        ("{play: a.mp4, return: }", ["S022"]),
        ("{play: a.mp4, return: false}", ["S023"]),
        ("{play: a.mp4, pick: garden}", ["S023"]),
        ("{play: a.mp4, pick: []}", ["S023"]),
        ("{play: a.mp4, pick: {mode: random}}", ["S025"]),
        ("{play: a.mp4, pick: {mode: random, off: [garden]}}", ["S020"]),
        ("{play: a.mp4, pick: {mode: random, of: }}", ["S022"]),
        ("{play: a.mp4, pick: {mode: luck, of: [garden]}}", ["S024"]),
        ("{play: a.mp4, pick: [[garden]]}", ["S023"]),
        ("{play: a.mp4, pick: [{weight: 2}]}", ["S025"]),
        ("{play: a.mp4, pick: [{go: garden, weight: 0}]}", ["S023"]),
        ("{play: a.mp4, pick: [{go: garden, weight: w}]}", ["S023"]),
        ("{play: a.mp4, pick: [{go: garden, when: true}]}", ["S119"]),
        ("{play: a.mp4, via: garden, end: x}", ["S111"]),
        ("{play: a.mp4, via: nowhere, next: garden}", ["S101"]),
        ("{play: a.mp4, next: garden, intend: 0.2}", ["S023"]),
        ("{play: a.mp4, next: garden, intend: {valence: 2}}", ["S023"]),
        ("{play: a.mp4, next: garden, set: {trust: 1}}", ["S023"]),
        ("{play: a.mp4, next: garden, set: trust += 1}", ["S505"]),
        ("{play: a.mp4, next: garden, set: [trust]}", ["S508"]),
        ("{play: a.mp4, next: garden, warn: {a: b}}", ["S023"]),
        ("{play: a.mp4, next: garden, skip_to: nowhere}", ["S101"]),
    ],
)
def test_slips_in_a_scene_are_told(hall, codes):
    """One finding for one slip, in the order of the line."""
    assert codes_of(film(hall)) == codes
