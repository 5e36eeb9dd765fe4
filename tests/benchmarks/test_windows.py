"""Decisions on tapes: what drawn viewers do leads the film, and nothing else does."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.windows.judging import FEELS, Portion, apart, flips, judge, mood_of
from benchmarks.windows.viewings import LEANED_ON, Viewings, strays, viewings
from engine.senses.faces.baseline import Step, published
from engine.senses.faces.expressions import Expression
from engine.senses.senses import models_folder
from engine.story.model import Reading, Span, Way
from engine.story.reading.feelings import decisive
from engine.story.reading.readable import DECIDING, FOUND
from engine.story.units import Seconds
from tests import tapes, tapes_drawn
from tests import tapes_warped as warp
from tests.director.playing import mood, watched
from tests.films import door, house
from tests.tapes_drawn import Act, Part, Recipe, draw, measured, shuffled
from tests.tapes_kinds import (
    FEELINGS,
    KINDS,
    LEAVING,
    NEUTRAL,
    REST,
    SMILES,
    SMILING,
    away,
    smiling,
    twice,
)

SURE = np.array([-2.0, 5.0, -2.0, -2.0, -2.0, -2.0, -2.0, -2.0])
"""A smile nobody could mistake."""


@pytest.fixture(scope="module")
def steps():
    return published(models_folder() / "steps.json")


def recipe(*parts, **how):
    return Recipe(name="a test", parts=parts, **how)


# What is drawn ------------------------------------------------------------------------------


def test_a_seed_draws_the_same_viewer_again_and_another_seed_another():
    """Or nothing measured on tapes could be measured again."""
    kind = SMILING[0]

    assert draw(kind, 3) == draw(kind, 3)
    assert draw(kind, 3).sights != draw(kind, 4).sights


def test_there_are_at_least_forty_kinds_and_each_has_its_own_name():
    """Neutral viewers of many sorts, smiles, looking away, and what must not be answered."""
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40
    assert len(NEUTRAL) >= 10


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_can_be_drawn_and_its_shares_are_shares(kind):
    """Whatever chance does with it."""
    tape = draw(kind, 1)
    faces = [face for sight in tape.sights for face in sight.faces]

    assert len(tape.sights) > 100
    assert all(sum(face.shares.values()) == pytest.approx(1.0) for face in faces)
    assert all(one.end <= len(tape.sights) * tapes_drawn.LOOK for one in tape.windows)
    assert {name for one in tape.windows for name in one.did | one.may} <= set(FEELINGS)


def test_an_act_is_drawn_when_it_happens_and_not_before(monkeypatch):
    """The truth of a window is what was drawn into it."""
    rest = [[4.0, -1.0, -1.0, -1.0, -1.0, 0.0, 0.0, 0.0]] * 5
    acts = {**measured()["strangers"], "happiness": [SURE.tolist()]}
    facts = {**measured(), "rest": rest, "strangers": acts}
    monkeypatch.setattr(tapes_drawn, "measured", lambda: facts)
    tape = draw(recipe(REST, smiling(), resting="any", drift=0.0, noise=0.1), 1)
    rest, smile = tape.windows

    def glad(start, end):
        looks = tape.sights[round(start / tapes_drawn.LOOK) : round(end / tapes_drawn.LOOK)]
        return [sight.faces[0].shares[Expression.HAPPINESS] for sight in looks if sight.faces]

    assert smile.onset == smile.start + 0.5
    assert max(glad(rest.start, rest.end)) < 0.2
    assert min(glad(smile.onset + 1.0, smile.end - 1.0)) > 0.9


def test_who_leaves_is_not_there_and_comes_back():
    """An empty chair is an empty sight."""
    tape = draw(recipe(away("gone", start=0.0, seconds=3.0), REST), 1)
    first, second = (round(one.start / tapes_drawn.LOOK) for one in tape.windows)

    assert not any(sight.faces for sight in tape.sights[first + 5 : first + 28])
    assert sum(bool(sight.faces) for sight in tape.sights[second : second + 50]) > 40


def test_shuffling_keeps_the_learning_and_every_look():
    """Only when they come is changed."""
    tape = draw(SMILING[0], 1)
    mixed, learned = shuffled(tape, 5), round(tape.learning / tapes_drawn.LOOK)

    assert mixed[:learned] == tape.sights[:learned]
    assert mixed != tape.sights
    assert sorted(map(id, mixed)) == sorted(map(id, tape.sights))


# What is decided ----------------------------------------------------------------------------


def test_smiles_and_looking_away_lead_and_resting_faces_do_not(steps):
    """A few of the tapes of `python -m benchmarks windows`, so that a slip is found at once."""
    told = viewings((NEUTRAL[0], SMILING[0], LEAVING[0], LEAVING[4]), range(4), steps)

    assert told.idly(LEANED_ON).share <= 0.1
    assert told.right("smile").share >= 0.6
    assert told.right("look away").share >= 0.8
    assert told.flips <= 0.4


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shuffled_readings_know_nothing_of_when_it_was(steps, seed):
    """What is decided by them is never more than chance, as far as so few windows can tell."""
    told = viewings((*SMILING[:3], LEAVING[0]), (seed, seed + 10), steps)

    for name in ("smile", "look away"):
        low, _ = apart(*told.by_chance(name))
        assert low <= 0.0


@pytest.mark.parametrize(
    "part", [smiling(strength=1.2), away("gone", start=0.5), away("turn", 60.0), REST]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_director_takes_the_way_that_the_benchmark_counts(steps, part, seed):
    """The figures are of films, and not of a rule beside them."""
    tape = draw(recipe(part, REST), seed)
    told = tapes_drawn.watched(tape, steps)
    counted = judge(tape, told, steps)[0].way
    choice = door(by=(Way.FACE,), read=Span(Seconds(0.0), Seconds(tapes_drawn.WINDOW)))
    playing = watched(house(choice, lengths={"arrival": 9, "door": 9}), step=0.1)
    playing.face = None
    while not playing.turns[1:]:
        playing.tick()
        playing.hear(told[min(round(playing.stage.now / 0.1), len(told) - 1)])

    labels = {"Smile": "smile", "Look away": "look away", "Keep still": None}
    assert labels[playing.turns[-1].option] == counted


def test_a_frown_in_thought_is_no_anger(steps):
    """The face of concentration; whatever may be read, no film turns on it."""
    frown = next(kind for kind in KINDS if kind.name.startswith("frown in thought, as"))
    told = viewings((frown,), range(6), steps)

    deciding = [name for name in FEELINGS if decisive(FEELS[name]) is not None]
    assert told.idly(deciding).share <= 0.1


# What may decide ----------------------------------------------------------------------------


def test_every_reading_of_a_face_was_measured_and_the_usual_films_can_be_made():
    """No author asks for something of which nothing is known."""
    assert {reading for reading, _ in FOUND} == set(Reading) - {Reading.TEXT_SENTIMENT}
    assert {"smile >", "attention <", "joy >"} <= set(DECIDING)


def test_a_feeling_decides_that_is_found_often_and_falsely_seldom(steps):
    """Both, or it colours the flame."""
    tape = draw(recipe(*twice(smiling())), 1)
    one = judge(tape, tapes_drawn.watched(tape, steps), steps)[1]
    yes = replace(one, decided=frozenset({"surprise"}), asked=replace(
        one.asked, did=frozenset({"surprise"}), may=frozenset()))  # fmt: skip
    no = replace(one, decided=frozenset(), asked=replace(one.asked, did=SMILES))
    false = replace(no, decided=frozenset({"surprise"}))

    missed = replace(yes, decided=frozenset())
    doubted = {**steps, Reading.SURPRISE: Step(0.2, 0.1, 0.5)}

    assert Viewings(judged=[yes] * 8 + [no] * 20).decides("surprise", steps)
    assert not Viewings(judged=[yes] * 8 + [no] * 9 + [false]).decides("surprise", steps)
    assert not Viewings(judged=[yes] * 7 + [missed] * 3 + [no] * 9).decides("surprise", steps)
    assert not Viewings(judged=[yes] * 2 + [no] * 20).decides("surprise", steps)
    assert not Viewings(judged=[yes] * 8 + [no] * 20).decides("surprise", doubted)


def test_what_a_frown_in_thought_brings_or_chance_finds_decides_nothing(steps):
    """A dark face may be a face that thinks; and what shuffled readings know is not of time."""
    tape = draw(recipe(*twice(smiling())), 1)
    one = judge(tape, tapes_drawn.watched(tape, steps), steps)[1]
    surprised = frozenset({"surprise"})
    yes = replace(one, decided=surprised,
                  asked=replace(one.asked, did=surprised, may=frozenset()))  # fmt: skip
    no = replace(one, decided=frozenset(), asked=replace(one.asked, did=SMILES))
    thinks = replace(no, tape="frown in thought, drawn brows")
    fooled = replace(thinks, decided=surprised)
    well = [yes] * 30 + [no] * 60

    assert Viewings(judged=[*well, *[thinks] * 20]).decides("surprise", steps)
    assert not Viewings(judged=[*well, *[thinks] * 17, *[fooled] * 3]).decides("surprise", steps)
    assert not Viewings(judged=well, mixed=[yes] * 30 + [no] * 30).decides("surprise", steps)


# The figures --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (0, 0, 0.0, 1.0)]
)
def test_an_interval_is_as_wide_as_so_few_windows_make_it(hits, of, low, high):
    """Wilson's, to the tables' third place."""
    assert Portion(hits, of).interval == pytest.approx((low, high), abs=5e-4)


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share_and_shrinks_with_more_windows(counted):
    """Ten times as many windows of the same share are never less sure."""
    one, more = Portion(*counted), Portion(10 * counted[0], 10 * counted[1])
    low, high = one.interval

    assert 0.0 <= low <= one.share <= high <= 1.0
    assert more.interval[1] - more.interval[0] < high - low


@given(st.integers(0, 30), st.integers(0, 30))
def test_shares_of_one_chance_are_not_told_apart(hits, other):
    """The difference of a share and itself lies within its interval; far ones lie outside."""
    low, high = apart(Portion(hits, 30), Portion(other, 30))

    assert low <= (hits - other) / 30 + 1e-9
    assert high >= (hits - other) / 30 - 1e-9
    assert (low <= 0.0 <= high) or abs(hits - other) > 3


def test_a_mood_that_comes_and_goes_flips_twice():
    """And one that stays never."""
    told = [mood(tenth / 10, smile=2.0 if 20 <= tenth < 40 else 0.0) for tenth in range(60)]

    assert flips(told, ("smile", "look away"), since=0.0) == 2
    assert flips(told, ("smile", "look away"), since=2.5) == 1
    assert mood_of(mood(0, smile=1.0, attention=-2.0), ("smile", "look away")) == "look away"
    assert mood_of(mood(0), ("smile", "look away")) is None


def test_strays_are_told_of_every_reading_in_the_direction_films_ask():
    """They are what a step must be larger than."""
    raw = {reading: Step(0.2, 0.1, 1.0) for reading in Reading
           if reading is not Reading.TEXT_SENTIMENT}  # fmt: skip
    told = strays(NEUTRAL[:1], (1,), raw)

    assert set(told.strayed) == set(raw)
    assert all(len(some) >= len(NEUTRAL[0].parts) for some in told.strayed.values())
    assert all(math.isfinite(one) for some in told.strayed.values() for one in some)
    assert 0.5 <= told.usual[Reading.STILL] <= 1.0


# Pictures -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seated():
    """The one portrait, and where its face is."""
    picture = tapes.seated(tapes.portrait())
    return picture, (283.0, 160.0, 75.0, 95.0)


@pytest.mark.parametrize(
    "change",
    [
        lambda seen, place: warp.turned(seen, place, 30),
        lambda seen, place: warp.turned(seen, place, -30),
        lambda seen, place: warp.nodding(seen, place, 30),
        lambda seen, place: warp.mouthing(seen, place, 0.2),
        lambda seen, place: warp.frowning(seen, place, 1.0),
        warp.bespectacled,
    ],
    ids=["right", "left", "down", "mouth", "brows", "glasses"],
)
def test_a_change_is_of_the_face_and_leaves_the_room_as_it_was(seated, change):
    """Or the finder would be asked about another room."""
    picture, place = seated
    changed = change(picture, place).astype(int)
    away_from_it = np.abs(changed - picture)[:40, :80]
    face = np.abs(changed - picture)[170:250, 285:355]

    assert changed.shape == picture.shape
    assert away_from_it.max() <= 2
    assert face.max() > 30


def test_nothing_is_changed_by_no_degrees(seated):
    """The picture itself, but for rounding."""
    picture, place = seated
    for bend in (warp.turned, warp.nodding):
        assert np.abs(bend(picture, place, 0.0).astype(int) - picture).mean() < 1.0


def test_part_of_a_recipe_may_be_done_by_another():
    """Two people, one act: only the second moves."""
    part = Part((Act(what="gone", start=0.0, seconds=6.0, who=1),))
    tape = draw(recipe(part, people=2, missed=0.0), 1)
    look = round(tape.windows[0].start / tapes_drawn.LOOK) + 20

    assert len(tape.sights[look].faces) == 1
    assert len(tape.sights[10].faces) == 2
