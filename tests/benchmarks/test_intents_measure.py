"""The measure of intents: what it counts as answered, right and let in, on sets made by hand."""

import pytest

from benchmarks.figures import Report
from benchmarks.intents import measure
from benchmarks.intents.hostile import MEGABYTE, UNITS, slowest
from benchmarks.intents.measure import _best, _peer, _tell
from benchmarks.intents.sets import NONE, Typed
from engine.messages.orders import Phrases
from engine.senses.words.intents import Meant

WAYS = (Phrases("open", "Open it", ("turn the handle",)), Phrases("leave", "Leave", ("go away",)))
OPEN, LEAVE = 0, 1


def said(text, means):
    return Typed(0, text, WAYS, means)


def found(option):
    return None if option is None else Meant(option, "phrase", 0.9)


def shares(report):
    return {figure.name: figure.value for figure in report.figures}


def told(texts, answers, **more):
    report = Report("intents")
    _tell(report, "x", texts, [found(answer) for answer in answers], **more)
    return report


def test_answered_right_and_let_in_are_counted_apart():
    """Three of four texts are answered, two of them rightly; one stranger of two got in."""
    texts = [said("a", OPEN), said("b", OPEN), said("c", LEAVE), said("d", LEAVE),
             said("e", NONE), said("f", NONE)]  # fmt: skip
    report = told(texts, ["open", "leave", "leave", None, "open", None])

    assert shares(report) == {
        "x: answered": 3 / 4,
        "x: right when answered": 2 / 3,
        "x: out of scope accepted": 1 / 2,
    }


def test_a_matcher_that_says_nothing_is_never_wrong_and_holds_no_target_but_one():
    """Silence lets nobody in, and answers nobody."""
    report = told([said("a", OPEN), said("b", NONE)], [None, None], targets=True)

    assert shares(report) == {
        "x: answered": 0.0, "x: right when answered": 0.0, "x: out of scope accepted": 0.0,
    }  # fmt: skip
    assert [figure.ok for figure in report.figures] == [False, False, True]
    assert not report.holds


def test_a_matcher_that_always_answers_lets_everybody_in():
    """Its first two figures are the best there are; the third tells."""
    report = told([said("a", OPEN), said("b", NONE)], ["open", "open"], targets=True)

    assert [figure.ok for figure in report.figures] == [True, True, False]
    assert [figure.target for figure in report.figures] == [">= 0.6", ">= 0.8", "<= 0.1"]


def test_a_set_without_texts_divides_by_nothing():
    """No share of it is anything but none."""
    assert set(shares(told([], [])).values()) == {0.0}


def test_a_figure_beside_ours_has_no_target():
    """Peers are told and not judged."""
    report = told([said("a", OPEN)], ["leave"])

    assert [(figure.target, figure.ok) for figure in report.figures] == [("-", None)] * 3
    assert report.holds


def test_a_peer_takes_the_nearest_phrase_and_no_way_where_two_are_as_near():
    """By its own score, label and examples alike."""

    def score(text, phrase):
        return len(set(text.split()) & set(phrase.split())) / 5

    assert _best(said("Turn the handle!", OPEN), score) == (OPEN, 0.6)
    assert _best(said("open and leave", NONE), score) == (OPEN, 0.0)


def test_a_peer_lets_as_few_strangers_in_as_ours_may():
    """Its threshold is of the lines for tuning, which eight of a hundred strangers pass."""

    def score(text, phrase):
        return float(text.split()[-1]) / 100 if phrase == "leave" else 0.0

    tune = [said(f"stranger {number}", NONE) for number in range(100)]
    texts = [said("gone 95", LEAVE), said("gone 50", LEAVE), said("stranger 99", NONE)]
    read = _peer(texts, tune, score)

    assert [None if one is None else one.option for one in read] == ["leave", None, "leave"]
    let_in = [one for one in _peer(tune, tune, score) if one is not None]
    assert len(let_in) <= 100 * measure.ROOM


@pytest.mark.parametrize(
    ("text", "mixed"), [("打开 it", True), ("open", False), ("打开", False), ("12 !?", False)]
)
def test_a_line_is_mixed_where_it_has_letters_of_both(text, mixed):
    """Numbers and signs are nobody's."""
    assert measure._mixed(text) is mixed


def test_the_report_tells_ours_the_letters_the_peers_and_who_wrote_the_lines(monkeypatch):
    """In both languages, with the reservation under it."""
    texts = {
        "tune": [said("nice weather", NONE), said("what a film", NONE)],
        "test": [said("open it", OPEN), said("do not open it, go away", LEAVE),
                 said("leave 吧", LEAVE), said("nice hat", NONE)],
    }  # fmt: skip
    monkeypatch.setattr(
        measure, "typed", lambda _, part: [each for each in texts[part] for _ in range(4)]
    )
    monkeypatch.setattr(measure, "slowest", lambda *, quick: (3.0 if quick else 99.0, "spaces"))

    report = measure.run(quick=True)
    names = shares(report)

    for language in ("en", "zh"):
        for who in ("ours", "letters alone", *measure.PEERS):
            assert f"{language} {who}: answered" in names
        assert names[f"{language} ours: right when answered"] == 1.0
        assert f"{language} ours, mixed (1): answered" in names
        assert f"{language} ours, denials (1): right when answered" in names
    assert names["a megabyte made clean, the slowest (spaces)"] == 3.0
    assert any("machine writers" in note for note in report.notes)
    assert not any("words.embedding" in name for name in names)


def test_a_model_that_is_brought_stands_beside_ours(monkeypatch, tmp_path):
    """And where it cannot be used, the report says why."""
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path))
    monkeypatch.setenv("KINOEYE_WORDS_EMBEDDING", str(tmp_path / "gone"))
    monkeypatch.setattr(measure, "typed", lambda *_: [said("let us go off", LEAVE),
                                                      said("nice", NONE)])  # fmt: skip
    monkeypatch.setattr(measure, "slowest", lambda **_: (1.0, "spaces"))

    report = measure.run()

    assert "en ours beside words.embedding: answered" in shares(report)
    assert any("there is no such file or folder" in note for note in report.notes)


def test_hostile_texts_are_a_megabyte_each_and_the_slowest_is_named(monkeypatch):
    """What passers-by and programs send, whole."""
    lengths = []
    monkeypatch.setattr("benchmarks.intents.hostile.clean", lambda text: lengths.append(len(text)))

    spent, name = slowest(quick=True)

    assert lengths == [MEGABYTE] * len(UNITS)
    assert name in UNITS
    assert spent >= 0.0
