"""Was that so? Only the viewer knows whether what was read of them was right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.judging import MOST, feeling_of
from engine.director.phases import Phase
from engine.messages.facts import ConsentAnswered, StopAsked, TurnJudged, ViewersLeft
from engine.messages.orders import AskIfSo, CloseEyes, Rest, ShowEnding, Write
from engine.messages.records import Cause, Judged, Judgement, Turn
from engine.story.model import AllOf, Choice, CutAt, Keep, Reading, Sensing, Span, Way
from tests.director.playing import EVERY_WAY, Playing, watched, words
from tests.films import AWAY, SMILING, above, end, film, house, option, scene

SCORED = Sensing(uses=(Way.FACE, Way.TEXT), keep=Keep.SCORES)
KIND = above(Reading.TEXT_SENTIMENT, 0.2)


def rooms(count: int, **story):
    """So many rooms one after the other, each left by a smile."""

    def room(number: int) -> Choice:
        go = f"room{number + 1}" if number + 1 < count else "out"
        return Choice(
            options=(option("Smile", go, feel=SMILING, because="you smiled"),
                     option("Wait", go, default=True)),
            by=(Way.FACE, Way.BUTTONS), read=Span(1, 5), cut=CutAt.END,
        )  # fmt: skip

    names = [f"room{number}" for number in range(count)]
    return film(
        *(scene(name, room(number)) for number, name in enumerate(names)),
        scene("out", end("Out")),
        lengths=dict.fromkeys(names, 24) | {"out": 5},
        **({"sensing": SCORED, "feelings": {"smiling": SMILING}} | story),
    )


def smiled(count: int = 1, **story) -> Playing:
    """An evening of smiles, at its end card."""
    playing = watched(rooms(count, **story), asks_back=True)
    playing.face = {Reading.SMILE: 2.0}
    playing.to_the_end()
    return playing


def asked(playing: Playing) -> list:
    return [order.question for order in playing.of(AskIfSo)]


def judged(playing: Playing) -> list[Judged]:
    return [one.record for one in playing.of(Write) if isinstance(one.record, Judged)]


def test_a_turn_that_a_smile_took_is_asked_about_on_the_end_card():
    """After the card itself, so that the ending comes first."""
    playing = smiled()

    (question,) = asked(playing)
    assert question.turn == playing.turns[-1]
    assert (question.number, question.count) == (1, 1)
    kinds = [type(order) for order in playing.orders]
    assert kinds.index(AskIfSo) == kinds.index(ShowEnding) + 1


@pytest.mark.parametrize("verdict", [Judgement.YES, Judgement.NO, Judgement.NOT_MEANT])
def test_an_answer_is_written_down_as_numbers_and_the_authors_own_words(verdict):
    """What was felt, how sure it was, and what the viewer says: nothing else."""
    playing = smiled()
    playing.hear(TurnJudged(1, verdict))

    (kept,) = judged(playing)
    assert (kept.scene, kept.option, kept.cause) == ("room0", "Smile", Cause.FACE)
    assert (kept.feeling, kept.confidence, kept.verdict) == ("smiling", 0.9, verdict)
    assert asked(playing)[-1] is None
    assert playing.director.phase is Phase.ENDED


def test_turns_are_asked_about_one_at_a_time_the_newest_first():
    """What happened last is remembered best."""
    playing = smiled(3)
    playing.hear(TurnJudged(1, Judgement.YES))
    playing.hear(TurnJudged(2, Judgement.NO))
    playing.hear(TurnJudged(3, Judgement.YES))

    assert [one.turn.scene for one in asked(playing)[:-1]] == ["room2", "room1", "room0"]
    assert [one.number for one in asked(playing)[:-1]] == [1, 2, 3]
    assert asked(playing)[-1] is None
    assert len(judged(playing)) == 3


def test_never_more_than_a_handful_is_asked():
    """The end card is the viewer's own moment, not a questionnaire."""
    playing = smiled(MOST + 2)

    assert asked(playing)[0].count == MOST


def test_who_passes_over_one_question_is_asked_no_more():
    """One Esc is enough; that it was asked in vain is written down."""
    playing = smiled(3)
    playing.hear(TurnJudged(1, Judgement.SILENT))

    assert asked(playing)[-1] is None
    assert [one.verdict for one in judged(playing)] == [Judgement.SILENT]
    playing.hear(TurnJudged(2, Judgement.YES))
    assert len(judged(playing)) == 1


def test_an_answer_given_twice_counts_once():
    """A second finger, or a key held down, must not answer the next question."""
    playing = smiled(2)
    playing.hear(TurnJudged(1, Judgement.YES))
    playing.hear(TurnJudged(1, Judgement.YES))

    assert len(judged(playing)) == 1


@pytest.mark.parametrize("leaves", [StopAsked(), ViewersLeft()])
def test_who_leaves_a_question_standing_was_asked_all_the_same(leaves):
    """Else only those who like to answer would be counted; it is written before the end."""
    playing = smiled()
    orders = playing.hear(leaves)

    assert [one.verdict for one in judged(playing)] == [Judgement.SILENT]
    assert [type(order) for order in orders] == [Write, AskIfSo, CloseEyes, Rest]


def test_the_tone_of_words_is_asked_about_and_what_they_name_is_not():
    """Who says "smile" chose; whose words sound kind was read."""
    choice = Choice(
        options=(option("Kind", "out", feel=KIND), option("Other", "out", default=True)),
        by=(Way.TEXT, Way.BUTTONS), at=2,
    )  # fmt: skip

    def said(fact) -> Playing:
        story = film(scene("hall", choice), scene("out", end("Out")),
                     lengths={"hall": 24, "out": 5}, sensing=SCORED)  # fmt: skip
        playing = watched(story, asks_back=True)
        playing.roll(4)
        playing.hear(fact)
        playing.to_the_end()
        return playing

    mood, name = said(words(sentiment=0.7)), said(words(option="Kind", sentiment=0.7))

    assert [one.turn.cause for one in asked(mood)] == [Cause.TEXT]
    mood.hear(TurnJudged(1, Judgement.YES))
    assert judged(mood)[0].feeling == "text.sentiment > 0.2"
    assert asked(name) == []


def test_a_hand_a_clock_and_a_resting_face_are_not_asked_about():
    """What was chosen needs no asking, and what was not read cannot be wrong."""
    pressed = watched(rooms(1), asks_back=True)
    pressed.roll(17)
    pressed.press("Smile")
    pressed.to_the_end()
    waited = watched(rooms(1), asks_back=True)
    waited.to_the_end()

    assert asked(pressed) == []
    assert asked(waited) == []


@pytest.mark.parametrize(
    ("why", "story", "began"),
    [
        ("the film keeps nothing", {"sensing": replace(SCORED, keep=Keep.NOTHING)}, {}),
        ("the house writes nothing down", {}, {"asks_back": False}),
        ("another viewer's tape answers", {}, {"sham": True}),
    ],
)
def test_nothing_is_asked_where_nothing_may_be_kept(why, story, began):
    """A question whose answer goes nowhere only wears viewers out."""
    playing = watched(rooms(1, **story), **{"asks_back": True} | began)
    playing.face = {Reading.SMILE: 2.0}
    playing.to_the_end()

    assert playing.turns[-1].cause is Cause.FACE, why
    assert asked(playing) == []
    assert playing.hear(TurnJudged(1, Judgement.YES)) == ()


def test_who_refused_the_camera_is_asked_nothing():
    """Neither of a face, nor of words: their no holds for the whole evening."""
    playing = Playing(rooms(1), offers=EVERY_WAY, asks_back=True)
    playing.hear(ConsentAnswered(yes=False))
    playing.to_the_end()

    assert asked(playing) == []


def test_a_feeling_has_its_authors_name_or_says_what_it_compares():
    """The ledger tells figures by it, over many films."""
    both = AllOf((SMILING, AWAY))
    story = house(
        Choice(
            options=(option("Smile", "warm", feel=SMILING), option("Both", "cold", feel=both)),
            by=(Way.FACE,),
        )
    ).story
    turn = Turn(scene="door", to="warm", cause=Cause.FACE, option="Smile")

    assert feeling_of(story, turn) == "smiling"
    assert feeling_of(story, replace(turn, option="Both")) == "smile > 0.8, attention < -0.8"
    assert feeling_of(story, replace(turn, option="gone")) == "gone"
    assert feeling_of(story, replace(turn, scene="gone")) == "Smile"


@given(
    st.lists(
        st.builds(TurnJudged, st.integers(0, 6), st.sampled_from(Judgement))
        | st.sampled_from([StopAsked(), ViewersLeft(), ConsentAnswered(yes=True)]),
        max_size=12,
    )
)
def test_whatever_hands_do_each_turn_is_judged_at_most_once(hands):
    """Figures may be small, but not false."""
    playing = smiled(3)
    for fact in hands:
        playing.hear(fact)
    turns = [(one.scene, one.option) for one in judged(playing)]

    assert len(turns) == len(set(turns)) <= 3
    assert sum(one.verdict is Judgement.SILENT for one in judged(playing)) <= 1
