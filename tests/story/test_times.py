"""Times as authors write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.story.model import Span
from engine.story.times import cut_of, seconds_of, shown, span_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6", 6),
        ("6s", 6),
        ("1.5s", 1.5),
        ("1:30", 90),
        ("0:05.5", 5.5),
        ("-9s", -9),
        ("-1:00", -60),
        (" 6 ", 6),
        ("24:00", 1440),
    ],
)
def test_a_time_is_seconds_or_minutes_and_seconds(text, seconds):
    """Both forms mean what they look like."""
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", "s", "6 s", "6m", "1:75", "1:5", "--6", "6.", "1e3", "９９９９９９s", "90000", "1:2:3"],
)
def test_what_is_no_time_is_none(text):
    """A slip must not become some other time."""
    assert seconds_of(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("12s..26s", Span(12, 26)),
        ("0..1:30", Span(0, 90)),
        ("-9..-1", Span(-9, -1)),
        ("5s..-2s", Span(5, -2)),
        ("26s..12s", None),
        ("-1..-9", None),
        ("-3s..5s", None),
        ("5s", None),
        ("a..b", None),
        ("..", None),
    ],
)
def test_a_span_runs_forward(text, span):
    """As far as it can be told without the clip."""
    assert span_of(text) == span


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("sea.mp4", ("sea.mp4", None, None)),
        ("sea.mp4#t=3.5,9", ("sea.mp4", 3.5, 9)),
        ("sea.mp4#t=1:05", ("sea.mp4", 65, None)),
        ("sea.mp4#t=,9", ("sea.mp4", 0, 9)),
        ("sea.mp4#t=9,3", None),
        ("sea.mp4#t=", None),
        ("sea.mp4#t=-3", None),
        ("sea.mp4#3,9", None),
        ("sea.mp4#t=3,", None),
        ("sea.mp4#t=a,b", None),
    ],
)
def test_a_file_may_be_cut(text, cut):
    """Many scenes can come from one long recording."""
    assert cut_of(text) == cut


@given(st.text(alphabet="0123456789:.s-, #t=", max_size=20))
def test_any_text_is_a_time_or_none(text):
    """No time is infinite, whatever was typed."""
    seconds = seconds_of(text)

    assert seconds is None or abs(seconds) <= 86400
    assert cut_of(text) is None or isinstance(cut_of(text), tuple)


@pytest.mark.parametrize(
    ("seconds", "text"), [(9, "9 s"), (1.5, "1.5 s"), (125, "2:05"), (-90, "-1:30")]
)
def test_a_time_is_shown_as_people_read_it(seconds, text):
    """In findings and on cards."""
    assert shown(seconds) == text
