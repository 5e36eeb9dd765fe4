"""Reasons in plain sentences, in both languages."""

from dataclasses import replace

import pytest

from engine.messages.records import Cause, Turn
from engine.stage.reasons import reason
from engine.stage.tongue import Tongue

EN, ZH = Tongue("en"), Tongue("zh")


def turn(cause=Cause.FACE, **more):
    return Turn(scene="door", to="warm_in", cause=cause, **more)


def test_the_authors_own_words_come_first():
    """They tell the act, and they are the film's."""
    told = reason(turn(because="you smiled at the door", label="Smile"), EN)

    assert told.says == "You smiled at the door."
    assert "Smile" in told.proof


def test_a_chinese_reason_ends_as_chinese_sentences_do():
    """A Latin full stop looks careless."""
    assert reason(turn(because="你在门口笑了"), ZH).says == "你在门口笑了。"


@pytest.mark.parametrize("tongue", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("label", [None, "Knock"])
def test_every_cause_has_a_sentence(tongue, cause, label):
    """Nobody may be left without a reason, and no name of ours may show."""
    told = reason(turn(cause, label=label), tongue)

    assert told.says
    assert "why." not in told.says
    assert "None" not in told.says


def test_the_numbers_are_in_plain_words():
    """Steps, and how sure: what was measured, no more."""
    evidence = {"smile.mean": 1.42, "strength": 0.92, "confidence": 0.81, "seen": 4.8}

    assert reason(turn(evidence=evidence), EN).proof == "by your face · smile +1.4 steps, sure 0.8"
    assert reason(turn(evidence=evidence), ZH).proof == "脸说的 · 笑意 +1.4 级，把握 0.8"


def test_less_than_nothing_has_a_true_minus():
    """A hyphen is read as a dash."""
    told = reason(turn(evidence={"attention.mean": -2.0}), EN)

    assert "looking −2.0 steps" in told.proof


@pytest.mark.parametrize("value", [0.0, -0.0, -0.04, 0.04])
@pytest.mark.parametrize("tongue", [EN, ZH], ids=["en", "zh"])
def test_nothing_has_no_sign(tongue, value):
    """ "Tone of the words \N{MINUS SIGN}0.0" tells of a mistake of ours and of nothing else."""
    evidence = {"text.sentiment": value, "strength": 0.1, "smile.mean": value}
    told = reason(turn(Cause.TEXT, label="Wait", evidence=evidence), tongue).proof

    assert told.count(" 0.0") == 2
    assert not any(sign + "0.0" in told for sign in "+-\N{MINUS SIGN}")


@pytest.mark.parametrize(
    ("tongue", "says", "proof"),
    [
        (EN, "What you wrote meant “Give it to him”.", "by your words · sure 0.9"),
        (ZH, "你写下的话，意思是“Give it to him”。", "话说的 · 把握 0.9"),
    ],
    ids=["en", "zh"],
)
def test_words_that_named_a_way_are_told_by_what_they_named(tongue, says, proof):
    """The author's own words may tell of their tone, which decided nothing."""
    evidence = {"text.sentiment": -0.02, "confidence": 0.9}
    named = turn(
        Cause.TEXT, because="your words sounded warm", label="Give it to him", evidence=evidence
    )

    told = reason(named, tongue)

    assert (told.says, told.proof) == (says, proof)


def test_words_whose_tone_decided_are_told_as_the_author_has_it():
    """There the tone is the reason."""
    evidence = {"text.sentiment": 0.6, "confidence": 0.7, "strength": 0.4}
    by_tone = turn(
        Cause.TEXT, because="your words sounded warm", label="Give it", evidence=evidence
    )

    told = reason(by_tone, EN)

    assert told.says == "Your words sounded warm."
    assert told.proof == "by your words · Give it · tone of the words +0.6, sure 0.7"


def test_peaks_and_changes_are_called_what_they_are():
    """A peak is not a mean."""
    told = reason(turn(evidence={"surprise.peak": 2.0, "valence.trend": 0.5}), EN)

    assert "at most" in told.proof
    assert "changing" in told.proof


@pytest.mark.parametrize("tongue", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize(
    "why",
    [
        "no camera", "2 of 7 s seen", "confidence 0.42, 0.55 needed",
        "no feeling was strong enough",
        "it did not last", "two feelings were too close", "no face seen", "not read to the end",
        "outranked by a hand", "not understood", "nothing typed", "nobody pressed",
        "camera refused", "something new",
    ],
)  # fmt: skip
def test_why_a_way_did_not_answer_is_said_in_the_viewers_language(tongue, why):
    """The director's short words are for the log, not for people."""
    (told,) = reason(turn(Cause.TIME, unsure=(f"face: {why}",)), tongue).doubts

    assert told.endswith("。" if tongue is ZH else ".")
    if tongue is ZH:
        assert why not in told


def test_the_storys_own_turns_need_no_proof():
    """There was one way on."""
    told = reason(turn(Cause.STORY), EN)

    assert told.proof == ""
    assert told.doubts == ()


@pytest.mark.parametrize(
    ("code", "says", "proof"),
    [
        ("en", "The room chose “Left”.", "by the room · 2 for Left, 1.5 for Go up"),
        ("zh", "在场的人选了“Left”。", "众人选的 · Left 2 票，Go up 1.5 票"),
    ],
)
def test_a_vote_tells_what_each_option_got(code, says, proof):
    """By its label, whatever stands in that."""
    evidence = {"votes.Left": 2.0, "votes.Go up": 1.5}
    turn = Turn(scene="hall", to="left", cause=Cause.VOTE, label="Left", evidence=evidence)

    told = reason(turn, Tongue(code))

    assert (told.says, told.proof) == (says, proof)


def test_a_room_that_did_not_decide_says_why():
    """Nobody voted, or nobody was there."""
    silent = Turn(scene="hall", to="left", cause=Cause.TIME, label="Left",
                  unsure=("vote: nobody voted",))  # fmt: skip
    empty = replace(silent, unsure=("vote: no phones",))

    assert reason(silent, Tongue("en")).doubts == ("The room did not decide: nobody voted.",)
    assert reason(empty, Tongue("en")).doubts == ("The room did not decide: no phone was there.",)


def test_what_stood_against_an_answer_is_told_in_both_languages():
    """Who was contradicted may read so, with how sure the other was."""
    quarrel = turn(evidence={"smile.mean": 1.4, "confidence": 0.62, "against.text": 0.6},
                   unsure=("text: the face said otherwise",))  # fmt: skip

    assert reason(quarrel, EN).proof.endswith("the words said otherwise, sure 0.6")
    assert reason(quarrel, ZH).proof.endswith("话里的语气相反，把握 0.6")
    assert reason(quarrel, EN).doubts == (
        "Your words did not decide: your face showed otherwise.",
    )
    assert reason(quarrel, ZH).doubts == ("你的话没有决定：脸上的读数与话不一致。",)
