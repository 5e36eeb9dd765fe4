"""Whose turn it is, and who is owed."""

from hypothesis import given
from hypothesis import strategies as st

from engine.director.fairness import SCREEN, Fairness, after, leader
from engine.story.model import Crowd

PHONES = ("a", "b", "c")


def led(decisions: int, phones=PHONES) -> list[str | None]:
    """Who leads, decision after decision."""
    fairness, leaders = Fairness(), []
    for _ in range(decisions):
        leaders.append(leader(phones, fairness))
        fairness = after(fairness, Crowd.ROTATE, phones, {}, "Left")
    return leaders


def test_phones_lead_by_join_order_in_turn():
    """Round after round, also who says nothing."""
    assert led(7) == ["a", "b", "c", "a", "b", "c", "a"]


def test_nobody_leads_an_empty_room():
    """There is no phone to lead."""
    assert leader((), Fairness()) is None
    assert after(Fairness(), Crowd.ROTATE, (), {}, "Left") == Fairness()


def test_who_joins_later_leads_in_the_same_round():
    """The line is as long as the room is full."""
    fairness = after(Fairness(), Crowd.ROTATE, ("a",), {}, "Left")

    assert leader(("a", "b"), fairness) == "b"


def test_only_where_phones_lead_in_turn_a_turn_is_used_up():
    """Another rule's decision costs nobody their turn."""
    assert after(Fairness(), Crowd.MAJORITY, PHONES, {"a": "Left"}, "Left").led == ()


def test_a_loss_counts_until_the_next_win_and_two_at_most():
    """Weight one to three."""
    fairness = Fairness()
    for _ in range(4):
        fairness = after(fairness, Crowd.FAIR, PHONES, {"a": "Left", "b": "Up"}, "Up")

    assert fairness.lost == {"a": 2, "b": 0}
    assert after(fairness, Crowd.FAIR, PHONES, {"a": "Left"}, "Left").lost["a"] == 0


def test_who_is_silent_neither_wins_nor_loses_and_the_screen_is_owed_nothing():
    """A weight is for a voice that spoke."""
    fairness = Fairness(lost={"a": 1})

    assert after(fairness, Crowd.FAIR, PHONES, {SCREEN: "Left"}, "Up").lost == {"a": 1}


@given(st.lists(st.dictionaries(st.sampled_from(PHONES), st.sampled_from(["Left", "Up"]))))
def test_no_voice_ever_weighs_more_than_three(evenings):
    """Whatever happened before."""
    fairness = Fairness()
    for ballots in evenings:
        fairness = after(fairness, Crowd.FAIR, PHONES, ballots, "Up")

    assert all(0 <= lost <= 2 for lost in fairness.lost.values())
