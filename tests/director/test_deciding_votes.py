"""A room decides: phones and screen vote on one card."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.director.phases import Phase
from engine.messages.facts import (
    HandSeen,
    PauseAsked,
    PhonesJoined,
    ResumeAsked,
    ViewersLeft,
    Voted,
)
from engine.messages.orders import Acknowledge, Ask, Burn, CloseCard, Prepare, Unclear
from engine.messages.records import Cause
from engine.story.model import Choice, Crowd, CutAt, Reading, Span, Way
from engine.story.units import OptionId, Seconds
from tests.director.playing import (
    EVERY_WAY,
    HANDS,
    Playing,
    asking,
    began_viewing,
    two,
    watched,
    words,
)
from tests.films import (
    READS_FACES,
    SMILING,
    end,
    entry,
    film,
    forks,
    option,
    pick,
    scene,
    to,
)

VOTED = (Way.VOTE, Way.BUTTONS)


def room(told, phones="ab", **began) -> Playing:
    """An evening in a room with these phones."""
    playing = Playing(told, begin=False)
    playing.hear(PhonesJoined(tuple(phones)))

    playing.hear(began_viewing(**began))
    return playing


def vote(playing: Playing, voice: str, label: str):
    return playing.hear(Voted(voice, OptionId(label)))


def test_a_room_with_phones_votes_also_where_only_buttons_are_named():
    """`buttons` is read as `vote, buttons`, and the screen's own press is one ballot."""
    playing = room(asking(two()))
    card = playing.until_order(Ask).of(Ask)[-1]

    assert card.ways == frozenset({Way.VOTE, Way.BUTTONS})
    assert Acknowledge(OptionId("Left"), Way.VOTE) in playing.press("Left")
    assert not playing.of(CloseCard)  # the screen shows its own ballot, and the card stays open
    vote(playing, "a", "Right")
    vote(playing, "b", "Right")
    assert playing.of(Acknowledge)[-1] == Acknowledge(OptionId("Right"), Way.VOTE)
    turn = playing.to_the_end().turns[-1]
    assert (turn.cause, turn.to) == (Cause.VOTE, "right")
    assert turn.evidence == {"votes.Left": 1, "votes.Right": 2}


def test_without_a_phone_a_press_answers_at_once():
    """Also where the author names `vote`."""
    playing = Playing(asking(two(by=VOTED)))
    card = playing.until_order(Ask).of(Ask)[-1]
    playing.press("Left")

    assert card.ways == frozenset({Way.BUTTONS})
    assert playing.of(Acknowledge) == [Acknowledge(OptionId("Left"), Way.BUTTONS)]
    turn = playing.to_the_end().turns[-1]
    assert turn.unsure == ("vote: no phones",)


def test_a_vote_closes_when_its_time_ends_with_what_was_cast():
    """Whoever was silent is not waited for any longer."""
    playing = room(asking(two(by=VOTED, at=Seconds(2), lasts=Seconds(6))))
    playing.until_order(Ask)
    vote(playing, "a", "Right")
    playing.roll(5)
    assert not playing.of(CloseCard)
    playing.roll(2)

    assert playing.of(CloseCard)
    assert playing.to_the_end().turns[-1].cause is Cause.VOTE


def test_a_vote_that_lasts_to_the_clips_end_leads_the_very_cut():
    """What stands when the last frame is over is what follows it."""
    playing = room(asking(two(by=VOTED)))
    playing.until_order(Ask)
    vote(playing, "a", "Right")

    assert next(shot.scene for shot in playing.of(Prepare)[-1].shots) == "right"
    assert playing.to_the_end().ending == "Right"


def test_a_silent_room_falls_to_the_default():
    """All silent is nobody's vote."""
    turn = room(asking(two(by=VOTED))).to_the_end().turns[-1]

    assert (turn.cause, turn.option) == (Cause.TIME, "Left")
    assert turn.unsure == ("vote: nobody voted", "buttons: nobody pressed")


def test_voting_again_changes_the_vote():
    """Until everybody has voted, and after it until the cut."""
    playing = room(asking(two(by=VOTED, at=Seconds(2), lasts=Seconds(6))), phones="abc")
    playing.until_order(Ask)
    for voice in "abc":
        vote(playing, voice, "Left")
    assert playing.of(Acknowledge)[-1].option == "Left"
    vote(playing, "a", "Right")
    vote(playing, "b", "Right")

    assert playing.of(Acknowledge)[-1].option == "Right"
    assert playing.to_the_end().ending == "Right"


def test_a_phone_that_is_not_in_the_room_has_no_voice():
    """Nor one that votes for what is not open."""
    playing = room(asking(two(by=VOTED)), phones="a")
    playing.until_order(Ask)

    assert vote(playing, "z", "Right") == ()
    assert vote(playing, "a", "Nothing of the kind") == ()
    assert playing.to_the_end().turns[-1].cause is Cause.TIME


def test_who_joins_while_a_vote_is_open_is_waited_for():
    """All joined phones are those who are there now."""
    playing = room(asking(two(by=VOTED)), phones="a")
    playing.until_order(Ask)
    playing.hear(PhonesJoined(("a", "b")))
    vote(playing, "a", "Right")
    assert not playing.of(Acknowledge)
    vote(playing, "b", "Right")

    assert playing.of(Acknowledge)


def test_who_leaves_while_a_vote_is_open_is_waited_for_no_more():
    """A ballot that was cast stands, also of one who has gone."""
    playing = room(asking(two(by=VOTED)), phones="abc")
    playing.until_order(Ask)
    vote(playing, "a", "Right")
    vote(playing, "b", "Right")
    playing.hear(PhonesJoined(("a",)))

    assert playing.of(Acknowledge)[-1] == Acknowledge(OptionId("Right"), Way.VOTE)


def test_a_room_that_empties_leaves_the_screen_to_decide():
    """Nobody waits for a phone that is gone."""
    playing = room(asking(two(by=VOTED)), phones="a")
    playing.until_order(Ask)
    playing.hear(PhonesJoined(()))
    playing.press("Right")

    assert playing.of(Acknowledge)[-1].option == "Right"


def test_a_first_phone_before_the_card_opens_the_vote():
    """Whether phones are there is looked at when it is asked."""
    playing = Playing(asking(two()))
    playing.roll(2)
    playing.hear(PhonesJoined(("a",)))

    assert Way.VOTE in playing.until_order(Ask).of(Ask)[-1].ways


def test_a_first_phone_on_an_open_card_waits_for_the_next():
    """What a press means does not change under the hand."""
    playing = Playing(asking(two()))
    playing.until_order(Ask)
    playing.hear(PhonesJoined(("a",)))

    assert vote(playing, "a", "Right") == ()
    playing.press("Left")
    assert playing.of(Acknowledge)[-1].by is Way.BUTTONS


def test_a_room_closes_with_its_last_phone():
    """Before the card opens there is no vote then."""
    playing = room(asking(two(by=VOTED)), phones="a")
    playing.roll(2)
    playing.hear(PhonesJoined(()))

    assert Way.VOTE not in playing.until_order(Ask).of(Ask)[-1].ways


def test_the_first_way_that_has_an_answer_wins_when_a_vote_closes():
    """Words and ballots open together on one card; the author's order decides."""
    for by, cause in (((Way.TEXT, Way.VOTE), Cause.TEXT), ((Way.VOTE, Way.TEXT), Cause.VOTE)):
        playing = room(asking(two(by=by, at=Seconds(2), lasts=Seconds(6))), phones="ab")
        playing.until_order(Ask)
        playing.hear(words("Left"))
        assert not playing.of(Acknowledge)
        vote(playing, "a", "Right")

        assert playing.to_the_end().turns[-1].cause is cause


def test_words_that_are_not_understood_are_told_in_a_room_too():
    """They are nobody's answer."""
    playing = room(asking(two(by=(Way.TEXT, Way.VOTE))))
    playing.until_order(Ask)

    assert Unclear() in playing.hear(words(clear=False))


def looked(**more) -> Choice:
    return Choice(
        options=(option("Left", "left", feel=SMILING), option("Right", "right", default=True)),
        **{"by": (Way.FACE, Way.VOTE), "read": Span(Seconds(2), Seconds(8)),
           "at": Seconds(10), "lasts": Seconds(6)} | more,
    )  # fmt: skip


def faced(told, phones="ab", **face) -> Playing:
    playing = watched(told)
    playing.hear(PhonesJoined(tuple(phones)))
    playing.face = {Reading(name): value for name, value in face.items()}
    return playing


def test_a_sure_face_opens_no_card_and_all_hands_together_outrank_it():
    """One ballot is not the room; every ballot is."""
    told = asking(looked(), sensing=READS_FACES)
    playing = faced(told, smile=2.0)
    playing.until_order(Acknowledge)
    vote(playing, "a", "Right")
    assert playing.of(Acknowledge)[-1].by is Way.FACE
    vote(playing, "b", "Right")

    assert not playing.of(Ask)
    assert playing.to_the_end().turns[-1].cause is Cause.VOTE


def test_ballots_cast_while_a_face_is_read_count_on_the_card():
    """Phones show the options as soon as the hints do."""
    told = asking(looked(), sensing=READS_FACES)
    playing = faced(told)
    playing.roll(4)
    vote(playing, "a", "Left")
    playing.until_order(Ask)

    assert playing.to_the_end().turns[-1].option == "Left"


def test_a_mean_vote_follows_the_faces():
    """The readings of all voices that have some, then `feel`."""
    told = asking(looked(by=(Way.VOTE, Way.FACE), crowd=Crowd.MEAN), sensing=READS_FACES)
    playing = faced(told, smile=2.0)
    playing.until_order(Ask)
    vote(playing, "a", "Right")
    vote(playing, "b", "Right")

    assert playing.to_the_end().turns[-1].option == "Left"


def three_times(crowd: Crowd):
    """One decision three times over, then the end."""
    return film(
        scene("hall", two(by=VOTED, crowd=crowd, cut=CutAt.NOW)),
        scene("left", to("landing"), play=None),
        scene("right", to("landing"), play=None),
        scene("landing", forks(("hall", "visits(landing) < 3"), ("top", None)), play=None),
        scene("top", end("Top")),
        lengths={"hall": 10},
    )


def outcomes(crowd: Crowd, votes: dict[str, str]) -> list[str]:
    playing = room(three_times(crowd), phones="".join(sorted(votes)))
    for _ in range(3):
        playing.until_order(Ask)
        for voice, label in votes.items():
            vote(playing, voice, label)
    return [turn.option for turn in playing.to_the_end().turns if turn.cause is Cause.VOTE]


def test_phones_lead_in_turn_over_the_decisions_of_a_viewing():
    """By join order."""
    votes = {"a": "Right", "b": "Left", "c": "Left"}

    assert outcomes(Crowd.ROTATE, votes) == ["Right", "Left", "Left"]


def test_who_lost_twice_weighs_three_the_third_time():
    """Two against one, and the one is heard at last."""
    votes = {"a": "Right", "b": "Left", "c": "Left"}

    assert outcomes(Crowd.FAIR, votes) == ["Left", "Left", "Right"]
    assert outcomes(Crowd.MAJORITY, votes) == ["Left", "Left", "Left"]


def test_a_vote_keeps_a_choice_without_limit_open():
    """Any input begins its patience anew."""
    told = asking(two(by=VOTED, no_limit=True, lasts=None))
    playing = room(told, patience=Seconds(20))
    playing.until_order(Ask)
    playing.roll(15)
    vote(playing, "a", "Right")
    playing.roll(15)
    assert playing.director.phase is Phase.DECIDING

    assert playing.to_the_end().ending == "Right"


def test_the_flame_answers_the_screens_own_ballot():
    """A hand sees that it was seen, before the room has decided."""
    playing = room(asking(two(by=VOTED), sensing=READS_FACES))
    playing.until_order(Ask)
    count = len(playing.of(Burn))
    playing.press("Right")

    assert len(playing.of(Burn)) == count + 1


def test_phones_may_come_and_vote_while_the_film_stands_still():
    """What they did is heard when it goes on."""
    playing = room(asking(two(by=VOTED)), phones="a")
    playing.until_order(Ask)
    playing.hear(PauseAsked())
    assert vote(playing, "a", "Right") == ()
    playing.hear(ResumeAsked())

    assert playing.of(Acknowledge)[-1].option == "Right"


def test_the_phones_of_a_room_stay_for_the_next_viewing():
    """They are the room's, not a visitor's."""

    playing = room(asking(two(by=VOTED)))
    playing.hear(ViewersLeft())
    playing.hear(began_viewing())

    assert playing.director.showing.viewing.can("vote")


def test_a_story_may_ask_whether_a_room_is_open():
    """`can(vote)` is whether one phone is joined."""
    told = film(
        scene("a", pick(entry("many", when="can(vote)"), entry("one"))),
        scene("many", end("Many")),
        scene("one", end("One")),
        lengths={"a": 5},
    )

    assert Playing(told, seed=3).to_the_end().ending == "One"
    joined = room(told, seed=3)
    assert joined.director.showing.viewing.can("vote")


@settings(max_examples=40, deadline=None)  # two cores are shared with the film
@given(
    st.sampled_from(Crowd),
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["Left", "Right"])), max_size=12),
    st.lists(st.sampled_from(["a", "ab", "abc", ""]), max_size=4),
)
def test_every_room_comes_to_an_ending(crowd, votes, rooms):
    """Whoever comes, goes and votes, the film goes on."""
    playing = room(asking(two(by=VOTED, crowd=crowd)), phones="ab")
    playing.until_order(Ask)
    for phones in rooms:
        playing.hear(PhonesJoined(tuple(phones)))
    for voice, label in votes:
        vote(playing, voice, label)
    playing.hear(HandSeen())

    assert playing.to_the_end().ending in {"Left", "Right"}


@pytest.mark.parametrize("ways", [HANDS, EVERY_WAY - {Way.FACE}])
def test_a_camera_is_no_phone(ways):
    """What a machine offers does not open a room."""
    playing = Playing(asking(two()), offers=ways | {Way.VOTE})

    assert not playing.director.showing.viewing.can("vote")
