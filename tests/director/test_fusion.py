"""One answer from all the evidence: scripted viewers with known answers, and what always holds."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.director.audience import Kind
from engine.director.fusion import (
    FACE_AGAINST,
    NAMED_AGAINST,
    TONE_AGAINST,
    Voice,
    fused,
)  # fmt: skip
from engine.messages.orders import Listen, Unclear
from engine.messages.records import Cause
from engine.story.model import Choice, Reading, Way
from engine.story.units import Share
from tests.director.playing import asking, watched, words
from tests.director.test_preview import shown
from tests.films import READS_FACES, above, below, option

WARM, COLD, STAY = option("Warm", "warm"), option("Cold", "cold"), option("Stay", "stay")
NEEDED = Share(0.55)
SPOKEN_FIRST = (Way.TEXT, Way.FACE, Way.BUTTONS)
FACE_FIRST = (Way.FACE, Way.TEXT, Way.BUTTONS)

shares = st.floats(0, 1).map(Share)
orders = st.sampled_from(list(permutations((Way.FACE, Way.TEXT, Way.VOTE, Way.BUTTONS))))
options = st.sampled_from((WARM, COLD, STAY))


def face(chosen, sure=0.9):
    return Voice(way=Way.FACE, option=chosen, sure=Share(sure), inferred=True)


def tone(chosen, sure=0.6):
    return Voice(way=Way.TEXT, option=chosen, sure=Share(sure), inferred=True)


def named(chosen, sure=0.9):
    return Voice(way=Way.TEXT, option=chosen, sure=Share(sure))


def room(chosen):
    return Voice(way=Way.VOTE, option=chosen)


def hand(chosen):
    return Voice(way=Way.BUTTONS, option=chosen)


def answer(by, *voices):
    found = fused(voices, by, NEEDED).voice
    return None if found is None else found.option


@st.composite
def evidence(draw):
    """What a face, words and a room may say; the face is sure, or it would say nothing."""
    said = []
    if draw(st.booleans()):
        said.append(face(draw(options), draw(st.floats(NEEDED, 1))))
    if draw(st.booleans()):
        said.append(draw(st.sampled_from((tone, named)))(draw(options), draw(shares)))
    if draw(st.booleans()):
        said.append(room(draw(options)))
    return said


@pytest.mark.parametrize(
    ("viewer", "by", "voices", "expected"),
    [
        ("silent", FACE_FIRST, (), None),
        ("expressive", FACE_FIRST, (face(WARM),), WARM),
        ("agreeing", SPOKEN_FIRST, (face(WARM), tone(WARM)), WARM),
        ("shy, who only writes", FACE_FIRST, (tone(COLD, 0.52),), COLD),
        ("contradicting its face in tone", SPOKEN_FIRST, (face(WARM), tone(COLD)), WARM),
        ("contradicting a face hardly sure", FACE_FIRST, (face(WARM, 0.6), tone(COLD)), None),
        ("naming what its face does not show", FACE_FIRST, (face(WARM), named(COLD)), COLD),
        ("pressing what its face does not show", FACE_FIRST, (face(WARM), hand(COLD)), COLD),
        ("a room ranked before a face", (Way.VOTE, Way.FACE), (face(WARM), room(COLD)), COLD),
        ("a face, ranked before the room", (Way.FACE, Way.VOTE), (face(WARM), room(COLD)), WARM),
    ],
)  # fmt: skip
def test_each_scripted_viewer_gets_the_known_answer(viewer, by, voices, expected):
    """The words of the format page: done before inferred, then the order of `by`, if sure."""
    assert answer(by, *voices) is expected, viewer


@given(orders, evidence(), options)
def test_nothing_is_stronger_than_a_hand(by, said, pressed):
    """Whatever was read, a press answers."""
    assert answer(by, *said, hand(pressed)) is pressed


@given(orders, evidence(), st.randoms())
def test_the_order_of_the_evidence_does_not_matter(by, said, chance):
    """Who came first is no reason."""
    mixed = list(said)
    chance.shuffle(mixed)

    assert fused(mixed, by, NEEDED) == fused(said, by, NEEDED)


@given(orders, evidence(), options, st.data())
def test_more_confidence_never_turns_an_answer_to_the_other_side(by, said, sought, data):
    """What was answered by a way, or with its agreement, is answered still when it is surer."""
    assume(said and answer(by, *said) is sought)
    agreeing = [at for at, voice in enumerate(said) if voice.option is sought]
    at = data.draw(st.sampled_from(agreeing))
    surer = [*said]
    surer[at] = replace(said[at], sure=Share(data.draw(st.floats(said[at].sure, 1))))

    assert answer(by, *surer) is sought


@given(orders)
def test_silence_is_nobodys_answer(by):
    """The default follows, and no evidence is made up."""
    found = fused((), by, NEEDED)

    assert found.voice is None
    assert not found.evidence
    assert not found.doubts


@given(evidence(), orders)
def test_contradiction_only_ever_makes_less_sure(said, by):
    """Nothing is averaged: a contradicted answer has its own option and less confidence."""
    found = fused(said, by, NEEDED)

    if found.voice is not None and "confidence" in found.evidence:
        assert found.evidence["confidence"] <= found.voice.sure + 0.001
    assert all(found.voice is not voice for voice in said if voice.way in found.doubts)


def test_weights_are_what_was_measured():
    """A face tells more than a tone, a name more than either; all less than a hand."""
    assert (TONE_AGAINST, FACE_AGAINST, NAMED_AGAINST) == (0.3, 0.55, 0.7)


# On the film itself: the same, with time and cards.

TOLD = asking(
    Choice(
        by=SPOKEN_FIRST,
        options=(
            option("Warm", "left", feel=above(Reading.SMILE, 0.5), hear=("warm",)),
            option("Cold", "right", feel=below(Reading.TEXT_SENTIMENT, -0.2), hear=("cold",)),
            option("Stay", "left", default=True),
        ),
    ),
    sensing=READS_FACES,
)


def smiling(smile):
    playing = watched(TOLD)
    playing.face = {Reading.SMILE: smile}
    return playing.until_order(Listen)


def test_a_smile_makes_a_dark_tone_unsure_and_it_is_asked_again():
    """A face and words that quarrel: said so, and the card stays."""
    playing = smiling(2.0)
    playing.roll(1)

    assert Unclear() in playing.hear(words(sentiment=-0.8))
    turn = playing.to_the_end().turns[0]
    assert (turn.cause, turn.option) == (Cause.FACE, "Warm")
    assert turn.unsure == ("text: the face said otherwise",)
    assert 0 < turn.evidence["against.text"] < 1
    assert turn.evidence["confidence"] < 0.95


def test_a_tone_that_no_face_contradicts_answers_as_ever():
    """An ordinary face says nothing."""
    playing = smiling(0.0)
    playing.roll(1)
    playing.hear(words(sentiment=-0.8))

    turn = playing.to_the_end().turns[0]
    assert (turn.cause, turn.option) == (Cause.TEXT, "Cold")
    assert not [name for name in turn.evidence if name.startswith("against")]


def test_words_that_name_a_way_outrank_the_face_they_quarrel_with():
    """What was meant comes before what was felt."""
    playing = smiling(2.0)
    playing.roll(1)
    playing.hear(words("Cold"))

    assert playing.to_the_end().turns[0].option == "Cold"


@pytest.mark.parametrize("kind", [Kind.SILENT, Kind.SHY, Kind.NOISY, Kind.OPPOSED])
def test_who_is_hard_to_read_gets_the_default(kind):
    """Nothing is guessed of who shows little, jumps about, or sits beside their opposite."""
    answers = {turn.cause for one in shown(TOLD, 12, kind) for turn in one.turns if turn.option}

    assert answers <= {Cause.TIME}


def test_who_contradicts_their_face_is_never_answered_by_tone_against_a_sure_smile():
    """Their tone is doubted; what they showed, or the default, answers."""
    turns = [turn for one in shown(TOLD, 30, Kind.CONTRADICTING) for turn in one.turns]
    smiled = [turn for turn in turns if turn.evidence.get("against.text")]

    assert smiled
    assert {turn.option for turn in smiled} == {"Warm"}
