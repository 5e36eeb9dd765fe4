"""Checks of what a film reads of viewers altogether."""

import pytest

from engine.senses.faces.baseline import UNSURE
from engine.story.model import Reading
from engine.story.reading.readable import OTHERWISE, UNLEARNED
from tests.story.examples import said_of
from tests.story.films import film

LEARNED = "uses: [face], baseline: hall 1s..6s"


def findings(hall, sensing, notes=()):
    return said_of({"story.yaml": film(hall, f"sensing: {{{sensing}}}")}, notes)


def said(hall, sensing, notes=()):
    return [each.rule.code for each in findings(hall, sensing, notes)]


def asked(feel="smile > 0.8", keys="by: [face, buttons]\n      read: 7s..10s"):
    return f"""
    play: hall.mp4
    choice:
      {keys}
      options:
        Look: {{go: garden, feel: {feel}}}
        Wait: {{go: cellar, default: true}}"""


@pytest.mark.parametrize(
    ("hall", "head", "codes"),
    [
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [face]", ["S225"]),
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [face], sign: flame", []),
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [face], sign: none", ["S225"]),
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [text]", ["S225"]),
        (
            "{play: a.mp4, intend: {valence: 1}, pick: [garden, cellar]}",
            "uses: [face], sign: none",
            [],
        ),
        (
            "{play: a.mp4, pick: {mode: learn, of: [garden, cellar]}}",
            "uses: [face], sign: none, keep: scores",
            [],
        ),
        (
            "{play: [{when: felt.away, file: b.mp4}, a.mp4], pick: [garden, cellar]}",
            "uses: [face], sign: none}\nfeelings: {away: attention < -1",
            [],
        ),
    ],
)
def test_nobody_is_asked_for_what_is_not_used(hall, head, codes):
    """Fewer viewers refuse, and none is watched for nothing."""
    assert said(hall, head) == codes


def test_a_camera_for_a_choice_of_words_is_asked_for_nothing():
    """The flame is use enough where it was meant."""
    hall = asked("text.sentiment > 0.2", "by: [text, buttons]")
    (told,) = findings(hall, "uses: [face, text]")

    assert (told.rule.code, told.place.line, told.place.column) == ("S225", 3, 17)
    assert "`sign: flame`" in told.remedy
    assert said(hall, "uses: [face, text], sign: flame") == []


@pytest.mark.parametrize(
    ("hall", "sensing", "codes"),
    [
        (asked("text.sentiment > 0.2", "by: [text]"), "uses: [text], sign: ring", ["S234"]),
        (asked("text.sentiment > 0.2", "by: [text]"), "uses: [text], sign: none", []),
        ("{play: a.mp4, next: garden}", "baseline: hall 1s..6s", ["S234"]),
        ("{play: a.mp4, choice: {hints: true, options: {A: garden}}}", "keep: nothing", ["S234"]),
        ("{play: a.mp4, choice: {hints: false, options: {A: garden}}}", "keep: nothing", []),
    ],
)
def test_words_about_faces_need_a_face(hall, sensing, codes):
    """What is left over, or misses its `face`, is told."""
    unreached = {"S112", "S116"}  # the cellar is no business of this page

    assert [each for each in said(hall, sensing) if each not in unreached] == codes


def test_faces_that_decide_want_a_baseline():
    """Told once for a film, where it names what it uses."""
    (told,) = findings(asked(), "uses: [face]")

    assert told.rule.code == "S231"
    assert "baseline: hall 1s..6s" in told.remedy
    assert said(asked(), LEARNED) == []


def test_a_baseline_that_cannot_be_read_is_not_missing():
    """One slip is one finding."""
    assert "S231" not in said(asked(), "uses: [face], baseline: hall")


@pytest.mark.parametrize(
    ("baseline", "codes"),
    [
        ("1s..20s", []),
        ("1s..20.4s", []),
        ("1s..24s", ["S232"]),
        ("-12s..-1s", []),
        ("18s..30s", ["S219"]),
    ],
)
def test_a_baseline_ends_with_its_clip(baseline, codes):
    """What is over is never learned; what is left may be too short, which is told instead."""
    hall = "{play: hall.mp4, next: garden}"
    told = said(hall, f"uses: [face], sign: flame, baseline: hall {baseline}")

    assert [each for each in told if each != "S112"] == codes


def test_a_clip_that_goes_round_has_no_end():
    """A loop may be learned over for as long as it lasts."""
    hall = "{play: {file: hall.mp4, loop: true}, choice: {A: garden, B: cellar}}"

    assert said(hall, "uses: [face], sign: flame, baseline: hall 1s..24s") == []


def test_more_confidence_than_faces_have_is_told_with_what_they_have():
    """Or a film would look at nobody, and nobody would know why."""
    smile = OTHERWISE[Reading.SMILE, True]
    (told,) = findings(asked(), f"{LEARNED}, confidence: {smile.surest + 0.01:.2f}")

    assert told.rule.code == "S229"
    assert "a face never answers here" in told.says
    assert f"{smile.usually_sure:.2f} or more" in told.says
    assert f"{smile.surest:.2f} at the most" in told.says
    assert f"`confidence: {smile.usually_sure:g}` at the most" in told.remedy


@pytest.mark.parametrize(
    ("feel", "more", "times"),
    [
        ("smile > 0.8", 0.0, 0),
        ("smile > 0.8", 0.01, 1),
        ("smile > 0.8 or attention < -0.8", 0.01, 1),
        ("fear > 0.8", 0.01, 0),
        ("text.sentiment > 0.2", 0.01, 0),
    ],
)
def test_only_what_is_asked_and_decides_is_held_against_it(feel, more, times):
    """What never decides is told of itself (S210)."""
    confidence = OTHERWISE[Reading.SMILE, True].usually_sure + more

    assert said(asked(feel), f"{LEARNED}, confidence: {confidence:.2f}").count("S229") == times


@pytest.mark.parametrize("confidence", [0.3, 0.55])
def test_what_everything_was_measured_with_is_never_too_much(confidence):
    """Nor is less; without a baseline, that is told instead."""
    assert "S229" not in said(asked(), f"uses: [face], confidence: {confidence}")


def test_seldom_is_not_never():
    """Between what is usual and what is reached at the most, some are answered."""
    smile = OTHERWISE[Reading.SMILE, True]
    between = (smile.usually_sure + smile.surest) / 2
    (told,) = findings(asked(), f"{LEARNED}, confidence: {between:.2f}")

    assert "a face seldom answers here" in told.says


def test_who_was_not_learned_is_believed_less():
    """By the factor of the senses themselves."""
    assert UNLEARNED == UNSURE
    usual = OTHERWISE[Reading.SMILE, True].usually_sure * UNLEARNED
    told = findings(asked(), "uses: [face], confidence: 0.9")

    assert f"{usual:.2f} or more" in next(each.says for each in told if each.rule.code == "S229")


@pytest.mark.parametrize(
    ("feel", "uses", "codes"),
    [("smile > 0.8", "[text]", ["S216"]), ("smile > 0.8", "[face]", [])],
)
def test_a_condition_on_what_was_felt_needs_a_face_too(feel, uses, codes):
    """It would never hold, and viewers were not told."""
    hall = "{play: a.mp4, next: [{when: felt.glad, go: garden}, cellar]}"
    told = said(hall, f"uses: {uses}, keep: nothing}}\nfeelings: {{glad: {feel}")

    assert [each for each in told if each not in {"S116", "S225"}] == codes
