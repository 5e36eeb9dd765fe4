"""A story's own tests, on the same director that plays the film."""

from dataclasses import replace

import pytest

from engine.director.rehearsal import evening, fault, rehearse
from engine.story.film import Film
from engine.story.model import Choice, StoryTest, Way
from tests.films import (
    ALL,
    CHANCES,
    HOUSE,
    SPOKEN,
    TWO_DOORS,
    end,
    entry,
    film,
    option,
    pick,
    scene,
    to,
)


def with_test(told: Film, **kwargs) -> Film:
    test = StoryTest(**{"name": "a test", "expect": "Free"} | kwargs)
    return replace(told, story=replace(told.story, tests=(test,)))


def outcome(told: Film, **kwargs):
    return next(rehearse(with_test(told, **kwargs)))


def test_a_test_holds_when_the_film_ends_where_it_says():
    """By the ending's name or by a scene on the way."""
    assert outcome(TWO_DOORS, do=("Left",), expect="Free").fault is None
    assert outcome(TWO_DOORS, do=("Left",), expect="garden").fault is None
    assert outcome(TWO_DOORS, do=("Left",), expect="hall").fault is None


def test_another_ending_is_told_with_the_way_there():
    """An author wants to see where it went."""
    went = outcome(TWO_DOORS, do=("Left",), expect="Lost")

    assert went.fault == "expected Lost, but it ended with 'Free' by way of hall > garden"
    assert went.seed == 0


def test_an_unused_item_fails_and_tells_what_was_open():
    """A misspelt label must not pass as silence."""
    went = outcome(TWO_DOORS, do=("Lefft",))

    assert went.fault == (
        "nobody asked for 'Lefft'; open was 'Left', 'Right'; "
        "it ended with 'Free' by way of hall > garden"
    )


def test_what_was_open_is_told_of_the_decision_that_first_stood_still():
    """Not of a later one, which nobody had got to."""
    stairs = Choice(options=(option("Up", "roof"), option("Down", "roof")))
    roof = Choice(options=(option("Jump", "garden"), option("Wait", "garden")))
    doors = Choice(options=(option("Left", "stairs"), option("Right", "stairs")))
    house = film(
        scene("hall", doors),
        scene("stairs", stairs),
        scene("roof", roof),
        scene("garden", end("Free")),
    )

    went = outcome(house, do=("Right", "Upp", "Jump"))

    assert "nobody asked for 'Upp'; open was 'Up', 'Down';" in went.fault


def test_an_item_nobody_could_ask_for_tells_that_nothing_was_open():
    """A film without decisions asks nothing."""
    plain = film(scene("a", end("Free")))

    assert "open was nothing" in outcome(plain, do=("Left",)).fault


def test_a_viewer_without_a_way_is_not_offered_it():
    """`without: [face, text]` is a viewer at a machine with neither."""
    assert outcome(SPOKEN, do=("say 0.8",), expect="Light").fault is None
    assert outcome(SPOKEN, do=("say 0.8",), expect="Light", without=(Way.TEXT,)).fault
    assert outcome(HOUSE, do=("feel smiling",), expect="Warm").fault is None
    without = outcome(HOUSE, do=(), expect="Cold", without=(Way.FACE,), timeouts=True)
    assert without.fault is None


def test_trouble_of_the_script_is_the_reason():
    """What nobody could do, said in one sentence."""
    assert "no face can show 'sleepy'" in outcome(HOUSE, do=("feel sleepy",)).fault


def test_a_film_that_goes_round_in_a_ring_fails_in_the_end():
    """Four hours of film are enough."""
    ring = film(scene("a", to("b")), scene("b", to("a")), lengths={"a": 600, "b": 600})

    assert outcome(ring).fault.startswith("it never ended: after 240 minutes it still played")


def test_chance_is_tried_with_twenty_seeds_unless_one_is_named():
    """A test must hold on every evening it speaks of."""
    picky = film(
        scene("a", pick(entry("b"), entry("c"))), scene("b", end("B")), scene("c", end("C"))
    )
    went = outcome(picky, expect="B")

    assert went.seeds == 20
    assert went.fault
    seeds = [seed for seed in range(20) if evening(picky, (), seed=seed).ending == "B"]
    assert 4 < len(seeds) < 16
    assert outcome(picky, expect="B", seed=seeds[0]).fault is None
    assert outcome(TWO_DOORS).seeds == 1


def test_a_seed_is_an_evening():
    """The same seed is the same path."""
    assert evening(CHANCES, (), seed=3) == evening(CHANCES, (), seed=3)
    assert fault(with_test(CHANCES), StoryTest(name="x", expect="Top"), 3, None) is None


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.story.start)
def test_every_film_left_to_the_clock_ends(told):
    """Silence is always an answer."""
    for seed in range(5):
        assert evening(told, ("timeouts",), seed=seed).ending is not None
