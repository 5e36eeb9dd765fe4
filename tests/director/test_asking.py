"""What a story asks for in its conditions: chance, or what was felt."""

import pytest

from engine.director.asking import asks_felt, draws_chance
from engine.story.conditions import Condition
from engine.story.model import Choice, PickMode, Variant
from tests.films import (
    ARC,
    CHANCES,
    FELT,
    HOUSE,
    clip,
    end,
    entry,
    film,
    forks,
    option,
    pick,
    scene,
    state,
)

RANDOM = "random() < 0.5"


@pytest.mark.parametrize(
    ("told", "draws"),
    [
        (scene("a", end("x")), False),
        (scene("a", pick(entry("a"))), False),
        (scene("a", pick(entry("a"), entry("a"))), True),
        (scene("a", pick(entry("a"), entry("a"), mode=PickMode.BEST)), False),
        (scene("a", pick(entry("a", when=RANDOM), entry("a"), mode=PickMode.BEST)), True),
        (scene("a", forks(("a", RANDOM), ("a", None))), True),
        (scene("a", end("x"), sets=("n = random() * 6",)), True),
        (scene("a", end("x"), play=(Variant(clip=clip("x"), when=Condition(RANDOM)),)), True),
        (scene("a", Choice(options=(option("x", "a", when=f"not ({RANDOM})"),))), True),
        (scene("a", Choice(options=(option("x", "a", sets=("n = -random()",)),))), True),
        (scene("a", Choice(options=(option("x", "a", when="n > 0"),))), False),
    ],
)
def test_a_film_without_chance_is_tried_once(told, draws):
    """Twenty equal evenings would tell no more than one."""
    assert draws_chance(film(told, state=state(n=0.0)).story) is draws


@pytest.mark.parametrize(
    ("told", "asks"), [(FELT, True), (ARC, True), (HOUSE, False), (CHANCES, False)]
)
def test_a_film_that_never_asks_what_was_felt_need_not_know(told, asks):
    """Judging feelings twice a second is work that only some films need."""
    assert asks_felt(told.story) is asks
