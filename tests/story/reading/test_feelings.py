"""What a face may answer."""

import pytest

from engine.story.grammar import NotUnderstoodError
from engine.story.model import AllOf, AnyOf, Comparison, Measure, Reading
from engine.story.places import Place
from engine.story.reading.feelings import (
    can_be,
    colouring,
    comparisons,
    decisive,
    needs_face,
    needs_words,
    read_feel,
    read_feelings,
)
from engine.story.reading.yamltext import TextNode
from engine.story.rules import Rule

SMILING = Comparison(Reading.SMILE, Measure.MEAN, above=True, number=0.8)
AWAY = Comparison(Reading.ATTENTION, Measure.MEAN, above=False, number=-0.8)
KNOWN = {"smiling": SMILING, "away": AWAY}


@pytest.mark.parametrize(
    ("text", "feel"),
    [
        ("smile > 0.8", SMILING),
        ("attention < -0.8", AWAY),
        ("smile.mean > 0.8", SMILING),
        ("fear.peak > 1", Comparison(Reading.FEAR, Measure.PEAK, above=True, number=1)),
        ("still.trend < 0", Comparison(Reading.STILL, Measure.TREND, above=False, number=0)),
        (
            "text.sentiment > 0.2",
            Comparison(Reading.TEXT_SENTIMENT, Measure.MEAN, above=True, number=0.2),
        ),
        (
            "text.sentiment.confidence > 0.5",
            Comparison(Reading.TEXT_SENTIMENT, Measure.CONFIDENCE, above=True, number=0.5),
        ),
        ("smiling", SMILING),
        ("smiling and away", AllOf((SMILING, AWAY))),
        ("smiling or (away and smile > 0.8)", AnyOf((SMILING, AllOf((AWAY, SMILING))))),
    ],
)
def test_a_feeling_is_comparisons_put_together(text, feel):
    """Names of feelings stand for what they say."""
    assert read_feel(text, KNOWN) == feel


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("smile", "S511", 0),
        ("not smiling", "S511", 0),
        ("smile >= 1", "S511", 0),
        ("smile == 1", "S511", 0),
        ("0.8 < smile", "S511", 0),
        ("smile > joy", "S511", 8),
        ("smile > 'much'", "S511", 8),
        ("smile > 1000", "S511", 8),
        ("smile > True", "S511", 8),
        ("smile + joy > 1", "S511", 0),
        ("visited(door)", "S511", 0),
        ("grin > 1", "S510", 0),
        ("smile.worst > 1", "S510", 0),
        ("smiling > 1", "S510", 0),
        ("smilin", "S509", 0),
        ("smiling and tense", "S509", 12),
        ("0 < smile < 2", "S504", 0),
        ("smile >", "S501", 7),
        ("smile in joy", "S501", 6),
        ("text.length > 1", "S510", 0),
    ],
)
def test_what_is_no_feeling_is_refused_where_it_stands(text, code, column):
    """Feelings are judged over many pictures, so they are simple."""
    with pytest.raises(NotUnderstoodError) as refused:
        read_feel(text, KNOWN)

    assert (refused.value.rule.code, refused.value.at) == (code, column)


@pytest.mark.parametrize("text", ["text.joy > 0.2", "sentiment > 0.2", "语气 > 0.2"])
def test_the_one_reading_of_words_is_named_to_whoever_means_it(text):
    """Words have a side and no emotions."""
    with pytest.raises(NotUnderstoodError) as refused:
        read_feel(text, KNOWN)

    assert refused.value.words["near"] == "Did you mean 'text.sentiment'?"


@pytest.mark.parametrize("text", ["text.sentiment", "smile.peak"])
def test_a_reading_without_a_number_is_told_by_its_name(text):
    """An author never wrote `a dot`."""
    with pytest.raises(NotUnderstoodError) as refused:
        read_feel(text, KNOWN)

    assert refused.value.words["what"] == f"`{text}` alone"


def test_a_feeling_nested_past_reason_is_refused():
    """Depth is bounded before anything is built."""
    with pytest.raises(NotUnderstoodError):
        read_feel("x and (x or (" * 25 + "x" + "))" * 25, {"x": SMILING})


def written(**feelings):
    return {name: TextNode(text, Place("story.yaml", 1, 1)) for name, text in feelings.items()}


def test_feelings_may_name_others_in_any_order():
    """An author sorts them as they like."""
    feelings, refused = read_feelings(
        written(both="smiling and away", smiling="smile > 0.8", away="attention < -0.8")
    )

    assert refused == []
    assert feelings["both"] == AllOf((SMILING, AWAY))


def test_a_ring_of_feelings_is_told_and_the_others_are_read():
    """One slip does not hide the rest."""
    feelings, refused = read_feelings(
        written(hot="cold", cold="hot", warm="hot or smile > 1", smiling="smile > 0.8")
    )

    assert set(feelings) == {"smiling"}
    assert {problem.rule.code for problem, _ in refused} == {"S512"}


def test_a_feeling_that_cannot_be_read_is_told_once():
    """And those that name it are told that it is none."""
    feelings, refused = read_feelings(written(odd="smile >", other="odd"))

    assert feelings == {}
    assert [problem.rule.code for problem, _ in refused] == ["S501", "S509"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("smile > 1", "smile > 1"),
        ("fear.peak > 1", None),
        ("fear > 1 and smile > 1", None),
        ("fear > 1 or smile > 1", "smile > 1"),
        ("fear > 1 or sadness > 1", None),
        ("fear > 1 or smile > 1 or attention < -1", "smile > 1 or attention < -1"),
        ("attention < -1 and (disgust > 1 or smile < 1)", None),
        ("text.sentiment > 0.2 or fear > 1", "text.sentiment > 0.2"),
    ],
)
def test_what_is_read_too_faintly_decides_nothing(text, left):
    """An `and` needs every part; of an `or` the readable parts stay."""
    kept = decisive(read_feel(text, {}))

    assert kept == (None if left is None else read_feel(left, {}))


def test_what_only_colours_the_flame_is_named_once():
    """In the order written, for each direction."""
    feel = read_feel("smile > 1 and (fear > 1 or fear.peak > 2 or disgust > 1)", {})

    assert [one.reading for one in colouring(feel)] == [Reading.FEAR, Reading.DISGUST]
    assert colouring(read_feel("smile > 1 and attention < -1", {})) == ()


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("smile > 2.9", True),
        ("smile > 3", False),
        ("smile < -3", False),
        ("text.sentiment > 1", False),
        ("smile.confidence > 1", False),
        ("smile.trend > 5", True),
        ("smile > 3 or joy > 1", True),
        ("smile > 3 and joy > 1", False),
        ("smile > 1 and text.sentiment > 0.2", False),
        ("smile > 1 or text.sentiment > 0.2", True),
        ("(smile > 1 or text.sentiment > 0.2) and joy > 1", True),
        ("(smile > 1 or text.sentiment > 2) and text.sentiment > 0.2", False),
    ],
)
def test_a_feeling_past_the_end_of_the_scale_can_never_be(text, possible):
    """Nobody would ever take that way."""
    assert can_be(read_feel(text, {})) is possible


def test_it_is_known_which_sense_a_feeling_needs():
    """A face for most, words for the mood of words."""
    both = read_feel("smile > 1 and text.sentiment > 0", {})

    assert needs_face(both)
    assert needs_words(both)
    assert not needs_words(SMILING)
    assert len(list(comparisons(both))) == 2


@pytest.mark.parametrize("text", ["smile = 0.8", "attention =1"])
def test_a_feeling_is_compared_by_more_or_less(text):
    """The cure of a condition, `==`, would be the next mistake here."""
    with pytest.raises(NotUnderstoodError) as refused:
        read_feel(text, {})

    assert refused.value.rule is Rule.FEEL_FORM
    assert text[refused.value.at] == "="
