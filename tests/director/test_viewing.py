"""One viewing as a value: what conditions may ask of it."""

import pytest

from engine.director.viewing import fresh
from engine.story.conditions import Condition
from engine.story.model import Variable, Way
from engine.story.units import OptionId, SceneId
from tests.director.playing import EVERY_WAY, began_viewing
from tests.films import end, film, scene

STATE = {
    "trust": Variable(first=0.0, low=-3.0, high=3.0),
    "weather": Variable(first="calm", one_of=("calm", "storm")),
    "knows": Variable(first=False),
    "name": Variable(first="Xing"),
}
STORY = film(scene("a", end("A")), state=STATE, memory=("trust",)).story


def viewing(**began):
    return fresh(STORY, began_viewing(**began))


def test_a_viewing_begins_with_first_values():
    """Nobody has decided anything yet."""
    begun = viewing()

    assert dict(begun.variables) == {
        "trust": 0.0,
        "weather": "calm",
        "knows": False,
        "name": "Xing",
    }
    assert begun.path == ()


def test_memory_is_kept_only_of_what_the_story_names():
    """A variable outside `memory` starts anew."""
    begun = viewing(memory={"trust": 2.0, "knows": True, "gone": 1.0})

    assert begun.value("trust") == 2.0
    assert begun.value("knows") is False


@pytest.mark.parametrize(
    ("name", "given", "holds"),
    [
        ("trust", 2.0, 2.0),
        ("trust", 2, 2.0),
        ("trust", 9.0, 3.0),
        ("trust", "much", 0.0),
        ("trust", True, 0.0),
        ("weather", "storm", "storm"),
        ("weather", "hail", "calm"),
        ("knows", True, True),
        ("knows", 1.0, False),
        ("name", "Chao", "Chao"),
    ],
)
def test_what_is_handed_in_fits_its_variable_or_is_set_aside(name, given, holds):
    """`--set` and old saves may hold anything; the story's own rules stay."""
    assert viewing(given={name: given}).value(name) == holds


def test_given_values_outrank_remembered_ones():
    """Who rehearses a scene says how it begins."""
    assert viewing(memory={"trust": 1.0}, given={"trust": 2.0}).value("trust") == 2.0


def test_buttons_are_always_there_and_faces_only_after_a_yes():
    """Offering a camera is not having one."""
    begun = viewing(offers=EVERY_WAY | {Way.VOTE})

    assert begun.ways == {Way.TEXT, Way.BUTTONS}
    assert viewing(offers=frozenset()).ways == {Way.BUTTONS}
    assert begun.can("text")
    assert not begun.can("face")
    assert not begun.can("vote")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("visited(a)", True),
        ("visits(a) == 1", True),
        ("visited(b)", False),
        ('chosen("Left")', True),
        ('chosen("Right")', False),
        ("seen_before(b)", True),
        ('ended("Free")', True),
        ("hour() == 20", True),
        ('lang() == "en"', True),
        ("felt.smiling", True),
        ("felt.away", False),
        ("random() < 1", True),
    ],
)
def test_a_viewing_answers_what_conditions_ask(asked, answer):
    """It is the world that the story's conditions look at."""
    from dataclasses import replace

    begun = viewing(seen_before=frozenset({SceneId("b")}), ended_before=frozenset({"Free"}))
    stands = replace(
        begun.entering(SceneId("a")),
        taken=frozenset({OptionId("Left")}),
        feelings=frozenset({"smiling"}),
    )

    assert Condition(asked).holds(stands) is answer


def test_random_draws_anew_with_every_visit():
    """Coming back is another chance; judging again is not."""
    once = viewing().entering(SceneId("a"))
    twice = once.entering(SceneId("a"))

    assert once.random("x#0") == once.random("x#0") != twice.random("x#0")
    assert viewing().random("x#0") == viewing().random("x#0")


def test_entering_counts_and_remembers():
    """A path is what the end card tells."""
    stands = viewing().entering(SceneId("a")).entering(SceneId("a"))

    assert stands.visits(SceneId("a")) == 2
    assert stands.path == ("a", "a")
