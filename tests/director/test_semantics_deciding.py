"""The format page's Semantics 3 to 10, as far as they have no rehearsals elsewhere."""

import pytest

from engine.director.felt import Window, look
from engine.messages.facts import HandSeen, OptionPressed, SenseLost, StretchChosen
from engine.messages.orders import Ask, CloseCard, HoldFilm, Watch
from engine.messages.records import Cause
from engine.story.model import (
    AnyOf,
    Choice,
    Hold,
    Reading,
    Span,
    Way,
)
from engine.story.units import OptionId, Seconds, Share
from tests.director.playing import EVERY_WAY, Playing, asking, mood, two, watched, words
from tests.films import (
    AWAY,
    FEELINGS,
    READS_FACES,
    SMILING,
    above,
    end,
    film,
    forks,
    option,
    scene,
    to,
)

# 3. Ways.


def test_a_viewer_without_a_keyboard_is_asked_by_hand_on_the_same_card():
    """Those in `by` that are present open together."""
    told = asking(two(by=(Way.TEXT, Way.BUTTONS)))

    both = Playing(told, offers=frozenset({Way.TEXT})).until_order(Ask).of(Ask)[-1]
    hands = Playing(told, offers=frozenset()).until_order(Ask).of(Ask)[-1]
    assert both.ways == frozenset({Way.TEXT, Way.BUTTONS})
    assert hands.ways == frozenset({Way.BUTTONS})


def test_a_camera_that_comes_alive_later_is_present_from_the_next_scene_on():
    """Present means alive on entering."""
    told = film(
        scene("a", Choice(options=(option("Smile", "b", feel=SMILING), option("Stay", "b")),
                          by=(Way.FACE, Way.BUTTONS))),
        scene("b", end("B")),
        sensing=READS_FACES,
    )  # fmt: skip
    playing = Playing(told, offers=EVERY_WAY - {Way.FACE})

    assert playing.to_the_end().turns[-1].unsure == ("face: no camera", "buttons: nobody pressed")
    assert not playing.of(Watch)


# 5. Times of a decision.


def test_a_late_asking_runs_its_whole_time_also_when_it_is_stretched():
    """`for` is stretched, the reading window is not."""
    choice = Choice(
        options=(option("Smile", "left", feel=SMILING), option("Stay", "right", default=True)),
        by=(Way.FACE, Way.BUTTONS),
        read=Span(Seconds(2), Seconds(20)),
        at=Seconds(4),
        lasts=Seconds(6),
    )
    playing = watched(asking(choice, sensing=READS_FACES))
    playing.hear(StretchChosen(2.0))
    card = playing.until_order(Ask).of(Ask)[-1]

    assert playing.stage.position == pytest.approx(20, abs=0.5)
    assert card.closes - card.opened == pytest.approx(12)
    playing.until_order(CloseCard)
    assert playing.stage.now == pytest.approx(card.closes, abs=0.5)


def test_times_from_the_end_are_those_of_the_clip_that_is_shown():
    """The clip is the variant shown: a longer one is asked later."""
    choice = two(at=None, lasts=Seconds(4))
    told = asking(choice, length=30)
    playing = Playing(told)
    playing.until_order(Ask)

    assert playing.stage.position == pytest.approx(26, abs=0.5)
    playing.hear(OptionPressed(OptionId("Left")))
    assert playing.to_the_end().ending == "Left"


# 6. `no limit`.


@pytest.mark.parametrize("patience", [0.0, 30.0, 90.0])
def test_patience_closes_by_default_and_any_input_starts_it_anew(patience):
    """90 s at home, 30 s in a kiosk, at once in tests."""
    told = asking(two(no_limit=True, lasts=None))
    playing = Playing(told, patience=Seconds(patience))
    playing.until_order(Ask)
    opened = playing.stage.now
    playing.roll(max(patience - 5, 0))
    playing.hear(HandSeen())
    playing.until_order(CloseCard)

    assert playing.stage.now - opened == pytest.approx(max(patience * 2 - 5, 0), abs=0.5)
    assert playing.to_the_end().turns[-1].cause is Cause.TIME


def test_the_last_ten_seconds_of_patience_are_shown():
    """As a clock on the card."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(30))
    first = playing.until_order(Ask).of(Ask)[-1]
    playing.until_order(Ask)

    assert first.closes is None
    assert playing.of(Ask)[-1].closes - playing.stage.now == pytest.approx(10, abs=0.5)


# 7. `hold`.


def test_a_frozen_picture_goes_on_where_it_stopped():
    """It stops at opening and goes on after the answer, to the clip's end."""
    playing = Playing(asking(two(hold=Hold.FREEZE, at=Seconds(10), lasts=Seconds(6))))
    playing.until_order(Ask)
    playing.roll(3)
    assert playing.stage.position == 10
    playing.press("Right")
    playing.roll(2)

    assert playing.stage.position == 12
    assert playing.of(HoldFilm) == [HoldFilm(Hold.FREEZE, Seconds(10)), HoldFilm(Hold.ROLL)]


# 8. `feel`.


def test_a_feeling_that_also_names_words_is_judged_by_its_face_alone():
    """Sentiment is of words: how sure it would have been takes nothing from a smile."""
    either = AnyOf((SMILING, above(Reading.TEXT_SENTIMENT, 0.2)))
    told = (option("Warm", "warm", feel=either), option("Away", "cold", feel=AWAY))
    reads = tuple(mood(at / 10, smile=2.0) for at in range(100))
    verdict = look(told, Window(Seconds(0), Seconds(10), reads), Share(0.55))

    assert verdict.option is not None
    assert verdict.option.label == "Warm"


def test_words_answer_a_feeling_that_also_names_a_face():
    """The other way round: a smile nobody read takes nothing from kind words."""
    either = AnyOf((SMILING, above(Reading.TEXT_SENTIMENT, 0.2)))
    choice = Choice(
        options=(option("Warm", "left", feel=either), option("Stay", "right", default=True)),
        by=(Way.TEXT, Way.BUTTONS),
    )
    playing = Playing(asking(choice))
    playing.until_order(Ask)
    playing.hear(words(sentiment=0.9))

    assert playing.to_the_end().turns[-1].cause is Cause.TEXT


# 10. `felt.x`.


def test_nothing_was_felt_before_the_first_scene():
    """`felt.x` is false before it."""
    told = film(
        scene("fork", forks(("joy", "felt.smiling"), ("rest", None)), play=None),
        scene("joy", end("Joy")),
        scene("rest", end("Rest")),
        feelings=FEELINGS,
        sensing=READS_FACES,
    )

    assert watched(told).to_the_end().ending == "Rest"


def test_what_was_felt_is_forgotten_over_a_scene_without_a_sensor():
    """False without one: a lost camera does not leave its last feeling behind."""
    told = film(
        scene("a", to("b")),
        scene("b", forks(("joy", "felt.smiling"), ("rest", None))),
        scene("joy", end("Joy")),
        scene("rest", end("Rest")),
        lengths={"a": 10, "b": 10},
        feelings=FEELINGS,
        sensing=READS_FACES,
    )
    playing = watched(told)
    playing.face = {Reading.SMILE: 2.0}
    playing.until_scene("b")
    playing.face = None
    playing.hear(SenseLost(Way.FACE, "It is gone."))

    assert playing.to_the_end().ending == "Rest"
