"""How a room becomes one answer, by each of the format's rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.crowd import counted, everyone
from engine.director.fairness import SCREEN, Fairness
from engine.director.policy import default_of
from engine.story.model import Crowd
from engine.story.units import OptionId
from tests.films import option

OPTIONS = (option("Left", "left"), option("Right", "right", default=True), option("Up", "up"))
VOICES = [SCREEN, *"abcdefgh"]

ballots = st.dictionaries(
    st.sampled_from(VOICES), st.sampled_from([OptionId(one.label) for one in OPTIONS])
)
rules = st.sampled_from(Crowd)


def taken(rule: Crowd = Crowd.MAJORITY, options=OPTIONS, phones="abcdefgh", **more) -> str | None:
    """The label of what these ballots come to."""
    given_ballots = more.pop("ballots")
    found = counted(rule, options, given_ballots, phones=tuple(phones), **more)
    return None if found is None else found.option.label


@given(rules, st.permutations(list(OPTIONS)), ballots, st.permutations(VOICES))
def test_a_permutation_of_ballots_changes_nothing(rule, options, votes, order):
    """Who pressed first is no reason."""
    again = {voice: votes[voice] for voice in order if voice in votes}

    assert taken(rule, tuple(options), ballots=votes) == taken(rule, tuple(options), ballots=again)


@given(rules, ballots, st.dictionaries(st.sampled_from(VOICES), st.integers(0, 2)))
def test_every_rule_answers_an_open_option(rule, votes, lost):
    """Whatever the room does, the film has somewhere to go, or nobody voted."""
    label = taken(rule, ballots=votes, fairness=Fairness(lost=lost))

    assert (label is None) == (not votes)
    assert label is None or label in {one.label for one in OPTIONS}


@given(rules, st.sampled_from([OptionId(one.label) for one in OPTIONS]), st.integers(1, 8))
def test_where_all_are_of_one_mind_every_rule_agrees(rule, wanted, voices):
    """No rule may overrule a room that wants one thing."""
    votes = dict.fromkeys(VOICES[1 : voices + 1], wanted)

    assert taken(rule, ballots=votes) == wanted


@pytest.mark.parametrize("rule", Crowd)
def test_a_silent_room_answers_nothing(rule):
    """Silence falls to the default, by the clock and not by a vote."""
    assert counted(rule, OPTIONS, {}, phones=tuple("ab")) is None


def test_the_most_voices_win():
    """The screen is one of them."""
    assert taken(ballots={SCREEN: "Left", "a": "Left", "b": "Right"}) == "Left"


def test_a_tie_falls_to_the_default_if_it_is_among_the_tied():
    """Else to the option listed first."""
    assert taken(ballots={"a": "Left", "b": "Right"}) == "Right"
    assert taken(ballots={"a": "Up", "b": "Left", "c": "Left", "d": "Up"}) == "Left"
    assert default_of(OPTIONS).label == "Right"


def test_a_ballot_for_what_is_not_open_counts_nothing():
    """A phone may be a moment late."""
    assert taken(ballots={"a": "Down"}) is None
    assert taken(ballots={"a": "Down", "b": "Up"}) == "Up"


def test_the_mean_follows_the_face_where_that_was_sure():
    """Phones have no readings, so the faces' mean is the mean of all that have."""
    votes = {"a": "Left", "b": "Left"}

    assert taken(Crowd.MEAN, ballots=votes, face=OPTIONS[2]) == "Up"
    assert taken(Crowd.MEAN, ballots=votes) == "Left"
    assert taken(Crowd.MAJORITY, ballots=votes, face=OPTIONS[2]) == "Left"


def test_the_loudest_are_the_most_hands():
    """Each hand is as sure as any."""
    votes = {"a": "Left", "b": "Up", "c": "Up"}

    assert taken(Crowd.LOUDEST, ballots=votes, face=OPTIONS[0]) == "Up"


def test_one_phone_leads_where_phones_lead_in_turn():
    """Whatever the others want."""
    votes = {"a": "Up", "b": "Left", "c": "Left"}

    assert taken(Crowd.ROTATE, ballots=votes, phones="abc") == "Up"
    led = Fairness(led=("a",))
    assert taken(Crowd.ROTATE, ballots=votes, phones="abc", fairness=led) == "Left"


def test_where_the_leader_is_silent_the_most_voices_win():
    """A phone in a pocket stops nobody."""
    votes = {"b": "Left", "c": "Left", SCREEN: "Up"}

    assert taken(Crowd.ROTATE, ballots=votes, phones="abc") == "Left"


def test_who_lost_often_weighs_more_where_it_is_fair():
    """Up to three; phones only, the screen always weighs one."""
    votes = {"a": "Left", "b": "Up", "c": "Up", SCREEN: "Up"}
    owed = Fairness(lost={"a": 2})

    assert taken(Crowd.FAIR, ballots=votes) == "Up"
    assert taken(Crowd.FAIR, ballots={**votes, "d": "Left"}, fairness=owed) == "Left"
    assert taken(Crowd.MAJORITY, ballots=votes, fairness=owed) == "Up"


def test_the_tally_tells_what_each_option_got():
    """In the order of the options, by their labels: it is the turn's evidence."""
    found = counted(
        Crowd.FAIR,
        OPTIONS,
        {"b": "Up", "a": "Left", SCREEN: "Left"},
        fairness=Fairness(lost={"b": 1}),
    )

    assert found is not None
    assert list(found.tally.items()) == [("votes.Left", 2), ("votes.Up", 2)]


def test_everyone_has_voted_once_no_phone_is_waited_for():
    """The screen is never waited for; an empty room waits for its clock."""
    assert everyone(("a", "b"), {"a": "Left", "b": "Up"})
    assert not everyone(("a", "b"), {"a": "Left", SCREEN: "Up"})
    assert everyone((), {SCREEN: "Up"})
    assert not everyone((), {})
