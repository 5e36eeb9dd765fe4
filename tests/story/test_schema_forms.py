"""What may stand under a key: whatever the parser reads there, the schema takes."""

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.story import schema_forms as forms
from engine.story.places import NOWHERE
from engine.story.reading.names import is_name
from engine.story.reading.notes import Notes
from engine.story.reading.parse import parse
from engine.story.times import cut_of, seconds_of, span_of

BLANKS = st.sampled_from(["", " ", "  "])
TIMES = st.builds(
    "".join, st.lists(st.sampled_from([*"0123456789", "-", ":", ".", "s", " ", "٣"]))
)
NAMES = st.builds("".join, st.lists(st.sampled_from([*"aZ_9- 门é.'ｇ", "fear", "not"])))
FILES = st.builds(
    "".join,
    st.lists(
        st.sampled_from(["a", "海", "..", ".", "/", "\\", "#t=", "1", ",", ".mp4", ".JPG", " "])
    ),
)


def fits(form, value):
    return jsonschema.Draft202012Validator(form).is_valid(value)


@given(TIMES)
def test_every_time_is_one(text):
    """In seconds or minutes, from the clip's start or its end."""
    seconds = seconds_of(text)

    if seconds is not None:
        assert fits(forms.MOMENT, text)
        assert fits(forms.LENGTH, text) or seconds <= 0


@given(TIMES, TIMES, BLANKS)
def test_every_span_is_one(start, end, blank):
    """With blanks around its dots or without."""
    text = f"{start}{blank}..{blank}{end}"

    assert fits(forms.SPAN, text) or span_of(text) is None


@given(NAMES)
def test_every_name_is_one(name):
    """Of any script, wide letters too."""
    assert fits(forms.NAME, name) or not is_name(name, NOWHERE, Notes())


@given(FILES)
def test_every_file_is_one(file):
    """Wherever it lies within the film's folder."""
    text = f'film: 1\nscenes:\n  hall: {{play: "{file}", end: Free}}\n'.replace("\\", "\\\\")

    if parse({"story.yaml": text}, "doors").story is not None:
        assert fits(forms.CLIP_FILE, file)
        assert cut_of(file) is not None


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (forms.MOMENT, ["6s", "-9", "1:30", 6, -1.5], ["6 m", "1:75", "soon", True, 1e9]),
        (forms.LENGTH, ["6s", "1:30", 0.5], ["-6s", 0, -1, "no limit"]),
        (forms.LENGTH_OR_NONE, ["9s", "no limit"], ["-9s", "none"]),
        (forms.SPAN, ["12s..26s", "0:10 .. -1s"], ["12s", "12s-26s", 12]),
        (forms.RANGE, ["-3..3", "0.5..1e3"], ["-3", "a..b", 3]),
        (forms.MINUTES, ["9..14", 12, "12"], ["9-14", 0, "long"]),
        (forms.CODE, ["en", "zh-Hant", "pt-BR"], ["cn", "English", "EN"]),
        (forms.FILM_ID, ["two-doors", 7], ["Two Doors", "two--doors", "-two"]),
        (
            forms.CLIP_FILE,
            ["hall.mp4", "acts/1.mp4#t=1,2"],
            ["../a.mp4", "/a.mp4", "a\\b", "a.PNG"],
        ),
        (forms.FILE, ["poster.jpg"], ["../poster.jpg"]),
        (forms.ALL_AROUND, [360, "360"], [180, "all"]),
        (forms.SPAN_IN_SCENE, ["arrival 4s..24s"], ["arrival", "4s..24s"]),
    ],
)
def test_a_form_takes_what_is_right_and_refuses_what_is_not(form, good, bad):
    """A pattern that took everything would underline nothing."""
    assert [value for value in good if not fits(form, value)] == []
    assert [value for value in bad if fits(form, value)] == []
