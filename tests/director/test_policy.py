"""Which way on, where nobody answers for it (Semantics 4, 13, 14)."""

from collections import Counter
from dataclasses import replace

import pytest

from engine.director.policy import (
    branch_taken,
    default_of,
    options_open,
    picked,
    variant_shown,
)
from engine.director.viewing import Viewing, fresh
from engine.story.conditions import Condition
from engine.story.model import About, Choice, Intent, PickMode, Scene, Variant
from engine.story.units import SceneId, Seconds
from tests.director.playing import began_viewing
from tests.films import clip, end, entry, film, forks, option, pick, scene, state

STAIRS = SceneId("stairs")


def stairs(*entries, mode=PickMode.RANDOM, about=None, intend=None):
    """A film that picks at once, and the places it may pick."""
    places = {one.go for one in entries}
    intend = intend or {}
    return film(
        scene("stairs", pick(*entries, mode=mode)),
        *(scene(name, end(name), intend=intend.get(name)) for name in sorted(places)),
        state=state(trust=1.0),
        about=about or About(),
    )


def standing(told, seed=1, **kwargs) -> Viewing:
    return replace(fresh(told.story, began_viewing(seed=seed)).entering(STAIRS), **kwargs)


def go(told, viewing) -> str | None:
    found, _ = picked(told, STAIRS, told.story.scenes[STAIRS].way, viewing)
    return None if found is None else found.go


def test_a_weight_is_a_share_of_the_evenings():
    """Three to one over many evenings, each evening its own."""
    told = stairs(entry("fast", weight=3.0), entry("slow", weight=1.0))
    picks = Counter(go(told, standing(told, seed)) for seed in range(800))

    assert 0.70 < picks["fast"] / 800 < 0.80


def test_a_pick_is_the_same_however_often_it_is_looked_at():
    """Looking ahead never changes a viewing."""
    told = stairs(entry("fast"), entry("slow"))
    stands = standing(told)

    assert len({go(told, stands) for _ in range(10)}) == 1


def test_only_allowed_entries_are_picked_and_used_ones_are_gone():
    """`when` and `once` hold for picks as for options."""
    told = stairs(entry("fast", when="trust > 5"), entry("dream", once=True), entry("slow"))
    seen = []
    viewing = standing(told)
    for _ in range(12):
        found, viewing = picked(told, STAIRS, told.story.scenes[STAIRS].way, viewing)
        viewing = viewing.entering(STAIRS)
        seen.append(found.go)

    assert "fast" not in seen
    assert seen.count("dream") == 1


def test_nothing_allowed_is_nothing_picked():
    """The checker refuses such a film; the director still does not fall over."""
    told = stairs(entry("fast", when="trust > 5"))

    assert go(told, standing(told)) is None


def test_a_shuffle_shows_each_once_before_any_again():
    """A deck, not a die."""
    told = stairs(entry("a"), entry("b"), entry("c"), mode=PickMode.SHUFFLE)
    viewing, seen = standing(told), []
    for _ in range(6):
        found, viewing = picked(told, STAIRS, told.story.scenes[STAIRS].way, viewing)
        viewing = viewing.entering(STAIRS)
        seen.append(found.go)

    assert sorted(seen[:3]) == sorted(seen[3:]) == ["a", "b", "c"]


def test_the_best_fit_meets_most_conditions():
    """The most particular scene that fits is the one to show; on a tie, the first."""
    told = stairs(
        entry("plain"),
        entry("one", when="trust > 0"),
        entry("two", when="trust > 0 and trust < 5"),
        entry("also", when="trust > 0 and trust < 6"),
        entry("none", when="trust > 5 and trust < 6 and trust < 7"),
        mode=PickMode.BEST,
    )

    assert go(told, standing(told)) == "two"


def test_learning_takes_the_first_allowed_where_nothing_was_learned():
    """Until the ledger teaches it, the author's order holds."""
    told = stairs(entry("no", when="trust > 5"), entry("a"), entry("b"), mode=PickMode.LEARN)

    assert go(told, standing(told)) == "a"


ARC = {"sad": Intent(valence=-0.8), "glad": Intent(valence=0.8), "flat": None}


@pytest.mark.parametrize(
    ("played", "valence", "goes"),
    [
        (0, None, "sad"),
        (60, None, "glad"),
        (30, None, "flat"),
        (90, None, "glad"),
        (30, 1.0, "sad"),
        (30, -1.0, "glad"),
        (30, -0.4, "flat"),
    ],
)
def test_an_arc_aims_at_the_feeling_that_is_missing(played, valence, goes):
    """Half of what is missing of the intended curve is asked for on top."""
    about = About(minutes=(0.5, 1.5), arc=(-1.0, 1.0))
    told = stairs(
        entry("sad"), entry("glad"), entry("flat"), mode=PickMode.ARC, about=about, intend=ARC
    )

    stands = standing(told, played=Seconds(played), valence=valence)
    assert go(told, stands) == goes


def test_an_arc_that_nobody_drew_is_level():
    """No curve, no minutes: nothing is aimed for."""
    entries = (entry("sad"), entry("flat"))
    bare = stairs(*entries, mode=PickMode.ARC, intend=ARC)
    dot = stairs(*entries, mode=PickMode.ARC, intend=ARC, about=About(arc=(-1.0,)))

    assert go(bare, standing(bare)) == "flat"
    assert go(dot, standing(dot)) == "sad"


def test_an_arc_is_followed_point_by_point():
    """Down, up and level again, at equal steps."""
    about = About(minutes=(1.0, 1.0), arc=(-1.0, 1.0, 0.0))
    told = stairs(
        entry("sad"), entry("glad"), entry("flat"), mode=PickMode.ARC, about=about, intend=ARC
    )

    goes = [go(told, standing(told, played=Seconds(at))) for at in (0, 30, 58)]
    assert goes == ["sad", "glad", "flat"]


def test_options_are_judged_by_condition_and_use():
    """What is not allowed is not shown."""
    choice = Choice(
        options=(
            option("Always", "a"),
            option("Never", "a", when="trust > 5"),
            option("Once", "a", once=True),
        )
    )
    told = stairs(entry("a"))
    stands = standing(told, used=frozenset({(STAIRS, "Once")}))

    assert [one.id for one in options_open(STAIRS, choice, standing(told))] == ["Always", "Once"]
    assert [one.id for one in options_open(STAIRS, choice, stands)] == ["Always"]
    assert [one.id for one in options_open(SceneId("b"), choice, stands)] == ["Always", "Once"]


def test_silence_takes_the_marked_option_else_the_first():
    """Semantics 4."""
    left, right = option("Left", "a"), option("Right", "a", default=True)

    assert default_of((left, right)) is right
    assert default_of((left,)) is left


def test_the_first_branch_that_holds_is_taken_and_the_last_where_none_does():
    """`next` may be a list; its last needs no condition."""
    told = stairs(entry("a"))
    way = forks(("a", "trust > 5"), ("b", "trust > 0"), ("c", None))
    shut = forks(("a", "trust > 5"), ("b", "trust > 6"))

    assert branch_taken(way.branches, standing(told)).go == "b"
    assert branch_taken(shut.branches, standing(told)).go == "b"


def test_the_first_variant_that_holds_is_shown():
    """A scene may have several clips; it may have none."""

    def of(*whens) -> Scene:
        play = tuple(
            Variant(clip=clip(f"{index}.mp4"), when=when and Condition(when))
            for index, when in enumerate(whens)
        )
        return scene("a", end("A"), play=play)

    told = stairs(entry("a"))
    assert variant_shown(of("trust > 0", None), standing(told)).clip.file == "0.mp4"
    assert variant_shown(of("trust > 5", None), standing(told)).clip.file == "1.mp4"
    assert variant_shown(of("trust > 5", "trust > 6"), standing(told)).clip.file == "1.mp4"
    assert variant_shown(scene("a", end("A"), play=None), standing(told)) is None
