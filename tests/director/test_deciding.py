"""Decisions: cards, their clocks, and what the film does meanwhile (Semantics 3 to 7, 13)."""

import pytest

from engine.director.phases import Phase
from engine.messages.facts import HandSeen
from engine.messages.orders import (
    Acknowledge,
    Ask,
    CardOption,
    CloseCard,
    Cut,
    Follow,
    HoldFilm,
)
from engine.messages.records import Cause
from engine.story.model import Choice, CutAt, Hold, Way
from engine.story.units import OptionId, SceneId, Seconds
from tests.director.playing import Playing, asking, two
from tests.films import (
    HUB,
    TWO_DOORS,
    end,
    film,
    option,
    scene,
    to,
)


def test_a_card_opens_nine_seconds_before_the_end_and_closes_with_the_clip():
    """What stands in no story's text, every film does."""
    playing = Playing(TWO_DOORS).until_order(Ask)
    card = playing.of(Ask)[0]

    assert playing.stage.position == 15
    assert card.closes - card.opened == 9
    assert card.options == (
        CardOption(OptionId("Left"), "Left"),
        CardOption(OptionId("Right"), "Right"),
    )
    assert card.ways == {Way.BUTTONS}


def test_silence_takes_the_first_option_without_a_seam():
    """Nobody pressed: the cut comes at the exact end, ordered long before."""
    playing = Playing(TWO_DOORS)
    card = playing.to_the_end()

    assert card.ending == "Free"
    assert len(playing.of(Cut)) == 1
    assert playing.turns[0].cause is Cause.TIME
    assert playing.turns[0].unsure == ("buttons: nobody pressed",)
    assert playing.of(CloseCard) == [CloseCard()]


def test_silence_takes_the_option_marked_default():
    """The author says what nobody's answer means."""
    choice = Choice(options=(option("Left", "left"), option("Right", "right", default=True)))

    assert Playing(asking(choice)).to_the_end().ending == "Right"


def test_a_default_that_is_not_allowed_gives_way_to_the_first_that_is():
    """A condition may shut the default; silence still leads somewhere."""
    choice = Choice(
        options=(option("Left", "left"), option("Right", "right", default=True, when="1 > 2"))
    )

    assert Playing(asking(choice)).to_the_end().ending == "Left"


def test_a_press_is_acknowledged_at_once_and_cut_at_the_end():
    """The viewer sees that the film heard; the picture is not torn."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)
    orders = playing.press("Right")

    assert Acknowledge(OptionId("Right"), Way.BUTTONS) in orders
    assert CloseCard() in orders
    assert [order.shot.scene for order in orders if isinstance(order, Follow)] == ["cellar"]
    playing.until_scene("cellar")
    assert playing.stage.now == 24.0
    assert playing.turns[0].cause is Cause.BUTTONS


def test_a_cut_now_leaves_the_clip_where_it_is():
    """`cut: now` is for answers that cannot wait."""
    playing = Playing(asking(two(cut=CutAt.NOW)))
    playing.roll(16)
    playing.press("Right")

    assert playing.director.phase is Phase.CUTTING
    playing.until_scene("right")
    assert playing.stage.now < 17
    assert playing.press("Left") == ()


def test_another_press_before_the_cut_changes_the_answer():
    """A hand may think again as long as the picture has not."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)
    playing.press("Right")
    playing.roll(2)
    playing.press("Left")

    assert playing.to_the_end().ending == "Free"


def test_a_press_on_nothing_that_is_offered_is_ignored():
    """An option of another scene, or before the card is open, turns nothing."""
    playing = Playing(TWO_DOORS)
    playing.roll(5)

    assert playing.press("Right") == ()
    playing.roll(11)
    assert playing.press("Knock") == ()


def test_a_card_that_closes_early_lets_the_film_roll_on_to_its_end():
    """A question at 5 s for 4 s is closed at 9 s; the default follows at the clip's end."""
    playing = Playing(asking(two(at=Seconds(5), lasts=Seconds(4))))
    playing.until_order(CloseCard)

    assert playing.stage.now == pytest.approx(9, abs=0.3)
    assert playing.press("Right") == ()
    playing.until_scene("left")
    assert playing.stage.now == pytest.approx(24, abs=0.3)


def test_a_question_that_closes_early_with_cut_now_goes_on_then():
    """Silence is an answer too where answers cut at once."""
    choice = two(at=Seconds(5), lasts=Seconds(4), cut=CutAt.NOW)
    playing = Playing(asking(choice)).until_scene("left")

    assert playing.stage.now == pytest.approx(9, abs=0.6)


def test_a_slow_viewers_time_stretches_past_the_end_over_the_last_frame():
    """The setting stretches `for`; the film waits on its last frame, never cuts it short."""
    playing = Playing(TWO_DOORS, stretch=2.0)
    playing.roll(16)

    assert playing.of(Follow)[-1] == Follow(None)
    card = playing.of(Ask)[0]
    assert card.closes - card.opened == 18
    playing.roll(10)
    assert playing.director.scene == "hall"
    playing.press("Right")
    playing.until_scene("cellar")
    assert playing.stage.now == pytest.approx(26.25, abs=0.5)


def test_a_stretched_question_nobody_answers_ends_when_its_time_is_over():
    """Past the clip's end the default cuts at once."""
    playing = Playing(TWO_DOORS, stretch=2.0).until_scene("garden")

    assert playing.stage.now == pytest.approx(33, abs=0.6)


def test_a_decision_that_leads_straight_to_an_ending_holds_its_last_frame_first():
    """No scene is there to cut to: the film ends when its clip does."""
    choice = Choice(options=(option("Stay", "over"),))
    still = film(scene("hall", choice), scene("over", end("Over"), play=None))
    playing = Playing(still)

    assert playing.to_the_end().ending == "Over"
    assert playing.stage.now == pytest.approx(24, abs=0.5)
    assert CloseCard() in playing.orders


def test_nobody_to_ask_means_the_default_at_the_clips_end():
    """A decision by phones alone, in a house without phones."""
    playing = Playing(asking(two(by=(Way.VOTE,), cut=CutAt.NOW)))
    playing.to_the_end()

    assert not playing.of(Ask)
    assert playing.turns[0].unsure == ("vote: no phones",)
    assert playing.stage.now == pytest.approx(34, abs=0.6)


def test_without_limit_the_film_waits_on_its_last_frame():
    """Patience without end, where the viewer chose so."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=None)
    playing.roll(300)

    assert playing.director.scene == "hall"
    assert playing.of(Ask)[0].closes is None
    playing.press("Right")
    assert playing.to_the_end().ending == "Right"


def test_patience_ends_after_its_last_seconds_were_shown():
    """Ninety seconds without any input, the last ten with a clock."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(90))
    playing.roll(16)
    playing.until_order(Ask)

    assert playing.stage.now == pytest.approx(15 + 80, abs=0.6)
    assert playing.of(Ask)[-1].closes == pytest.approx(15 + 90, abs=0.3)
    playing.until_scene("left")
    assert playing.stage.now == pytest.approx(15 + 90, abs=0.6)


def test_any_hand_starts_the_patience_anew():
    """Somebody is there after all: the clock goes away."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(30))
    playing.roll(40)
    renewed = playing.hear(HandSeen())

    assert [order.closes for order in renewed] == [None]
    playing.roll(25)
    assert playing.director.scene == "hall"
    assert playing.hear(HandSeen()) != ()
    assert playing.hear(HandSeen()) == ()


def test_no_patience_at_all_takes_the_default_at_once():
    """In tests and without a display nobody is waited for."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(0))
    playing.to_the_end()

    assert playing.turns[0].cause is Cause.TIME


def test_a_hand_outside_any_decision_moves_nothing():
    """A mouse that moves over the film is no answer."""
    playing = Playing(TWO_DOORS)
    playing.roll(1)

    assert playing.hear(HandSeen()) == ()


def test_a_freeze_stops_the_picture_and_lets_it_go_on_after_the_answer():
    """The picture stands while the question does, then plays out."""
    playing = Playing(asking(two(at=Seconds(10), lasts=Seconds(6), hold=Hold.FREEZE)))
    playing.roll(13)

    assert playing.of(HoldFilm) == [HoldFilm(Hold.FREEZE, Seconds(10))]
    assert playing.stage.position == 10
    orders = playing.press("Right")
    assert HoldFilm(Hold.ROLL) in orders
    playing.until_scene("right")
    assert playing.stage.now == pytest.approx(13 + 14, abs=0.6)


def test_a_freeze_nobody_answers_goes_on_by_its_clock():
    """A held frame may never hold for ever."""
    playing = Playing(asking(two(at=Seconds(10), lasts=Seconds(6), hold=Hold.FREEZE)))
    playing.until_scene("left")

    assert playing.stage.now == pytest.approx(16 + 14, abs=1)


def test_a_loop_repeats_from_the_opening_and_cuts_at_once():
    """The stretch from `at` to the end repeats until somebody answers."""
    choice = two(no_limit=True, lasts=None, hold=Hold.LOOP, cut=CutAt.NOW)
    playing = Playing(asking(choice), patience=None)
    playing.roll(60)

    assert playing.of(HoldFilm) == [HoldFilm(Hold.LOOP, Seconds(15))]
    assert playing.stage.position >= 15
    playing.press("Right")
    playing.until_scene("right")
    assert playing.stage.now < 61


def test_a_loop_with_a_cut_at_the_end_goes_at_once_when_it_has_played_round():
    """Past the clip's end, the end is now."""
    choice = two(no_limit=True, lasts=None, hold=Hold.LOOP)
    playing = Playing(asking(choice), patience=None)
    playing.roll(40)
    playing.press("Right")

    assert playing.director.phase is Phase.CUTTING


def test_a_loop_answered_in_its_first_round_plays_out():
    """Before the clip's end, the end is the end."""
    choice = two(no_limit=True, lasts=None, hold=Hold.LOOP)
    playing = Playing(asking(choice), patience=None)
    playing.roll(18)
    playing.press("Right")
    playing.until_scene("right")

    assert playing.stage.now == pytest.approx(24, abs=0.3)


def test_a_hub_asks_each_question_once_and_then_moves_on():
    """Options used up are gone, those that were earned appear."""
    playing = Playing(HUB, patience=None)
    labels = []
    for press in ("The light", "The boat", "Go up"):
        playing.until_order(Ask)
        labels.append([option.label for option in playing.of(Ask)[-1].options])
        playing.press(press)

    assert labels == [
        ["The light", "Go up"],
        ["The boat", "Go up"],
        ["Go up"],
    ]
    assert playing.to_the_end().path == ("table", "light", "table", "boat", "table", "stairs")


def test_an_exhausted_decision_moves_on_without_a_card():
    """Nothing is left to ask: nobody is shown an empty card."""
    choice = Choice(options=(option("Ask", "answer", once=True),), exhausted=SceneId("over"))
    asked = film(scene("hall", choice), scene("answer", to("hall")), scene("over", end("Over")))
    playing = Playing(asked)

    assert playing.to_the_end().path == ("hall", "answer", "hall", "over")
    assert len(playing.of(Ask)) == 1
