"""Decisions answered by words, and what is made ready for every answer (Semantics 11)."""

import pytest

from engine.messages.facts import SenseLost
from engine.messages.orders import (
    Acknowledge,
    Ask,
    CloseCard,
    Follow,
    Listen,
    Prepare,
    Unclear,
    Unlisten,
)
from engine.messages.records import Cause
from engine.story.model import Choice, Reading, Way
from engine.story.units import OptionId, Seconds
from tests.director.playing import HANDS, Playing, asking, two, words
from tests.films import (
    HOUSE,
    SPOKEN,
    TWO_DOORS,
    above,
    option,
)


def test_words_that_name_an_option_answer():
    """Number, label or phrase: what was meant counts."""
    playing = Playing(SPOKEN).until_order(Listen)
    listen = playing.of(Listen)[0]
    orders = playing.hear(words("Comfort"))

    assert listen.sentiment
    assert listen.options[0].hear == ("it was not your fault",)
    assert playing.of(Ask)[0].ways == {Way.TEXT, Way.BUTTONS}
    assert Acknowledge(OptionId("Comfort"), Way.TEXT) in orders
    assert Unlisten() in orders
    assert playing.to_the_end().ending == "Light"
    assert playing.turns[0].cause is Cause.TEXT


@pytest.mark.parametrize(
    ("sentiment", "ending"), [(0.6, "Light"), (-0.6, "Dark"), (0.0, "Dawn"), (0.1, "Dawn")]
)
def test_the_mood_of_words_breaks_ties_where_an_option_asks_for_it(sentiment, ending):
    """Sentiment is the tie-breaker, not the judge."""
    playing = Playing(SPOKEN).until_order(Listen)
    playing.hear(words(sentiment=sentiment))

    assert playing.to_the_end().ending == ending


def test_words_not_understood_are_said_so_and_the_card_stays():
    """The viewer may try again."""
    playing = Playing(SPOKEN).until_order(Listen)

    assert playing.hear(words(clear=False)) == (Unclear(),)
    assert playing.hear(words("Give up")) == (Unclear(),)
    playing.to_the_end()
    assert playing.turns[0].unsure == ("text: not understood", "buttons: nobody pressed")


def test_nothing_typed_is_told_apart_from_nothing_understood():
    """The reasons are honest."""
    playing = Playing(SPOKEN)
    playing.to_the_end()

    assert playing.turns[0].unsure[0] == "text: nothing typed"


def test_words_without_a_question_are_nobodys():
    """A late line from the keyboard turns nothing."""
    playing = Playing(SPOKEN)
    playing.roll(1)
    assert playing.hear(words("Comfort")) == ()

    pressed = Playing(TWO_DOORS)
    pressed.roll(16)
    assert pressed.hear(words("Left")) == ()


def test_two_moods_too_close_are_unclear():
    """Words that fit two options equally fit none."""
    choice = Choice(
        by=(Way.TEXT,),
        options=(
            option("Left", "left", feel=above(Reading.TEXT_SENTIMENT, 0.2)),
            option("Right", "right", feel=above(Reading.TEXT_SENTIMENT, 0.25)),
        ),
    )
    playing = Playing(asking(choice)).until_order(Listen)

    assert Unclear() in playing.hear(words(sentiment=0.9))


def test_a_machine_without_a_keyboard_asks_by_hand():
    """Text is not present: the card opens without a field."""
    playing = Playing(SPOKEN, offers=frozenset({Way.BUTTONS})).until_order(Ask)

    assert playing.of(Ask)[0].ways == {Way.BUTTONS}
    assert not playing.of(Listen)
    playing.to_the_end()
    assert playing.turns[0].unsure[0] == "text: no keyboard"


def test_words_and_a_press_in_one_tick_go_by_the_authors_order():
    """One tick, two answers: what is ranked first in `by` is what was answered."""
    for facts in ((words("Comfort"), "Blame"), ("Blame", words("Comfort"))):
        playing = Playing(SPOKEN).until_order(Listen)
        for fact in facts:
            playing.press(fact) if isinstance(fact, str) else playing.hear(fact)
        assert playing.to_the_end().ending == "Light"


def test_words_that_come_a_tick_after_a_press_come_too_late():
    """The card is gone; a hand may still change a hand's answer."""
    playing = Playing(SPOKEN).until_order(Listen)
    playing.press("Blame")
    assert playing.hear(words(clear=False)) == ()
    playing.tick()

    assert playing.hear(words("Comfort")) == ()
    assert playing.to_the_end().ending == "Dark"


def test_a_press_a_tick_after_words_changes_the_answer():
    """Until the cut, a hand may think again."""
    playing = Playing(SPOKEN).until_order(Listen)
    playing.hear(words("Comfort"))
    playing.tick()
    playing.press("Blame")

    assert playing.to_the_end().ending == "Dark"


def test_everything_that_may_follow_is_ready_likeliest_first():
    """Whatever is answered, its first frame is decoded already."""
    playing = Playing(TWO_DOORS).until_order(Prepare)
    playing.roll(15)
    playing.press("Right")

    ready = [[shot.scene for shot in order.shots] for order in playing.of(Prepare)]
    assert ready == [["garden", "cellar"], ["cellar", "garden"]]


def test_what_can_no_longer_follow_is_let_go():
    """The card is closed and nobody answered: one clip is left to have ready."""
    playing = Playing(asking(two(at=Seconds(5), lasts=Seconds(4)))).until_order(CloseCard)

    assert [shot.scene for shot in playing.of(Prepare)[-1].shots] == ["left"]


def test_two_options_that_lead_to_one_shot_make_it_ready_once():
    """Cold is cold, whether by a hand or by silence."""
    playing = Playing(HOUSE).until_scene("door")

    assert [shot.scene for shot in playing.of(Prepare)[-1].shots] == ["cold", "warm"]


def test_an_answer_that_leads_to_the_same_shot_still_sets_what_it_sets():
    """The shot is the same, the turn is not."""
    playing = Playing(HOUSE).until_scene("door").until_order(Ask)
    before = len(playing.of(Follow))
    playing.press("Look away")
    playing.until_scene("cold")

    assert len(playing.of(Follow)) == before + 1  # only the ending's own
    assert playing.variables["trust"] == -1.0
    assert playing.turns[-1].option == "Look away"


def test_the_ways_of_a_decision_are_those_present_on_entering():
    """A keyboard that goes away leaves the card of the next scene without a field."""
    playing = Playing(SPOKEN, offers=HANDS)
    playing.hear(SenseLost(Way.TEXT, "The keyboard was unplugged."))
    playing.until_order(Ask)

    assert Way.TEXT not in playing.of(Ask)[0].ways
