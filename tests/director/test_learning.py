"""What moved earlier viewers leads later ones, and each viewer adds one line to it."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.learning import how_moved, likely
from engine.messages.facts import StopAsked
from engine.messages.orders import Write
from engine.messages.records import Moved, Tally
from engine.story.model import Keep, PickMode, Reading, Sensing, Way
from tests.director.playing import Playing, watched
from tests.films import end, entry, film, forks, pick, scene, to

SCORED = Sensing(uses=(Way.FACE,), keep=Keep.SCORES)
LEARNT = {"start>sea": Tally(shown=200, moved=20.0), "start>fire": Tally(shown=200, moved=180.0)}


def learning(sensing: Sensing = SCORED):
    return film(
        scene("start", pick(entry("sea"), entry("fire"), mode=PickMode.LEARN)),
        scene("sea", to("home")),
        scene("fire", to("home")),
        scene("home", end("Home")),
        lengths={"start": 5, "sea": 10, "fire": 10, "home": 5},
        sensing=sensing,
    )


def moved(playing: Playing) -> list[Moved]:
    return [one.record for one in playing.of(Write) if isinstance(one.record, Moved)]


def test_what_moved_most_is_picked_most_and_the_rest_is_still_tried():
    """Thompson sampling: the surer the tally, the rarer the other."""
    sure = [Playing(learning(), seed=seed, learned=LEARNT).to_the_end().path for seed in range(60)]
    young = {"start>sea": Tally(3, 1.0), "start>fire": Tally(3, 2.0)}
    unsure = [
        Playing(learning(), seed=seed, learned=young).to_the_end().path for seed in range(60)
    ]

    assert all("fire" in path for path in sure)
    assert 2 < sum("sea" in path for path in unsure) < 30


def test_with_nothing_learned_the_first_allowed_is_picked():
    """As in tests, so that they hold for ever."""
    assert "sea" in Playing(learning()).to_the_end().path
    told = film(
        scene("start", pick(entry("sea", when="false"), entry("fire"), mode=PickMode.LEARN)),
        scene("sea", end("Sea")),
        scene("fire", end("Fire")),
    )
    assert Playing(told).to_the_end().ending == "Fire"


def test_only_what_is_allowed_is_drawn():
    """However much the other moved everybody."""
    told = film(
        scene("start", pick(entry("sea"), entry("fire", when="false"), mode=PickMode.LEARN)),
        scene("sea", end("Sea")),
        scene("fire", end("Fire")),
    )

    assert Playing(told, learned=LEARNT).to_the_end().ending == "Sea"


def test_a_picked_scene_is_drawn_anew_at_each_visit():
    """One viewing may try both."""
    told = film(
        scene("start", pick(entry("sea"), entry("fire"), mode=PickMode.LEARN)),
        scene("sea", to("landing")),
        scene("fire", to("landing")),
        scene("landing", forks(("start", "visits(start) < 20"), ("home", None)), play=None),
        scene("home", end("Home")),
        lengths={"start": 1, "sea": 1, "fire": 1},
    )
    path = Playing(told, learned={"start>sea": Tally()}).to_the_end().path

    assert {"sea", "fire"} < set(path)


@pytest.mark.parametrize("tally", [Tally(), Tally(10, 8.0), Tally(400, 100.0)])
def test_draws_are_beta_distributed(tally):
    """With 1 + moved and 1 + shown - moved; mean and spread as the books say."""
    drawn = [likely(seed, "here", 1, tally) for seed in range(3000)]
    some, rest = 1 + tally.moved, 1 + tally.shown - tally.moved
    spread = some * rest / ((some + rest) ** 2 * (some + rest + 1))

    assert statistics.mean(drawn) == pytest.approx(some / (some + rest), abs=0.02)
    assert statistics.pstdev(drawn) == pytest.approx(math.sqrt(spread), rel=0.1)


@given(st.integers(), st.integers(1, 9), st.integers(0, 10**6), st.floats(-5, 10**7))
def test_a_draw_is_a_share_and_always_the_same(seed, visit, shown, sum_moved):
    """Whatever a ledger holds; a tally that cannot be is bent to one that can."""
    tally = Tally(shown, sum_moved)
    drawn = likely(seed, "here", visit, tally)

    assert 0 <= drawn <= 1
    assert drawn == likely(seed, "here", visit, tally)


def test_what_is_forecast_is_what_is_picked():
    """Looking ahead draws nothing away."""
    first = Playing(learning(), seed=7, learned=LEARNT).to_the_end().path

    assert Playing(learning(), seed=7, learned=LEARNT, step=0.1).to_the_end().path == first


def test_a_picked_scene_that_was_seen_tells_how_much_it_moved():
    """One step from normal, in any direction, is wholly moved."""
    playing = watched(learning())
    playing.face = {Reading.VALENCE: 0.3, Reading.AROUSAL: -0.4}
    playing.until_scene("home")

    assert [(one.scene, one.go, one.moved) for one in moved(playing)] == [("start", "sea", 0.5)]


@pytest.mark.parametrize(("valence", "arousal", "share"), [(0, 0, 0), (-0.5, 0, 0.5), (3, -3, 1)])
def test_how_moved_a_viewer_was_is_the_distance_from_normal(valence, arousal, share):
    """Tears count as much as laughter."""
    assert how_moved({"valence": valence, "arousal": arousal}) == share
    assert how_moved({}) == 0


def test_who_was_hardly_seen_tells_nothing():
    """A face for less than half of the scene."""
    playing = watched(learning())
    playing.until_scene("sea")
    playing.roll(3)
    playing.face = None
    playing.to_the_end()

    assert not moved(playing)


def test_who_shows_no_face_teaches_nothing():
    """No consent, no line."""
    playing = Playing(learning())
    playing.to_the_end()

    assert not moved(playing)


def test_where_nothing_may_be_kept_nothing_is_learned():
    """`keep: nothing` is a promise."""
    playing = watched(learning(Sensing(uses=(Way.FACE,))))
    playing.face = {Reading.VALENCE: 2.0}
    playing.to_the_end()

    assert not moved(playing)


def test_a_scene_that_was_left_before_its_end_teaches_nothing():
    """Nobody knows what it would have done."""
    playing = watched(learning())
    playing.face = {Reading.VALENCE: 2.0}
    playing.until_scene("sea")
    playing.roll(6)
    playing.hear(StopAsked())

    assert not moved(playing)


def test_only_a_pick_that_learns_is_taught():
    """Another way on has nothing to learn."""
    told = film(
        scene("start", pick(entry("sea"))),
        scene("sea", end("Sea")),
        lengths={"start": 5, "sea": 10},
        sensing=SCORED,
    )
    playing = watched(told)
    playing.face = {Reading.VALENCE: 2.0}
    playing.to_the_end()

    assert not moved(playing)
