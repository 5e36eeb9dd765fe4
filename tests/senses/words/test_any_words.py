"""Whole words, whatever was typed: no text makes them fall, and none is read without a reason."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.messages.orders import Listen, Phrases
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import LONGEST
from engine.senses.words.emoji import EMOJI
from engine.senses.words.words import Words

WORDS = Words(models_folder())
METHODS = {"number", "label", "phrase", "sentiment", "none"}
PHRASES = st.text(min_size=1, max_size=30)
OPTIONS = st.lists(
    st.tuples(PHRASES, st.lists(PHRASES, max_size=3)), max_size=4
)  # fmt: skip
SCENES = (
    (("Comfort him", ["it was not your fault"]), ("Blame him", ["you let her go"])),
    (("安慰他", ["不是你的错", "别怪自己"]), ("怪他", ["都是你的错"]), ("走", [])),
    (("Knock 敲门", ["kai men"]), ("2", ["one", "二"])),
)
SAYINGS = (
    "don't ", "not ", "the red one, ", "but ", "不要", "别", "开门", "敲门", "kai men ", "bu yao ",
    "2", "first ", "第一个", "sorry ", "错", "ﷺ", "👍🏽", "😀", "\U0001f468\u200d\U0001f469", "é",
    "e\u0301", "\u202e", "\x00", "\ud800", "…", "’", "  ", "\n", "ÀÉ", "ß", "İ", "１", "٣", "ａｂ",
    "한글", "שלום", "ไทย", "'", "-1", "1e9",
)  # fmt: skip
TYPED = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(SAYINGS), max_size=12).map("".join),
    st.text(alphabet=st.characters(categories=["Mn", "Cf", "So", "Lo", "Sk"]), max_size=60),
)
EMOJIS = "".join(sorted(EMOJI)) + "🦑🏽🇨🇳👍🏿❤️‍🔥"


def listen(options, *, sentiment=True):
    return Listen(
        tuple(
            Phrases(f"o{number}", label, tuple(hear))
            for number, (label, hear) in enumerate(options)
        ),
        sentiment,
    )


def read(typed, options, *, sentiment=True):
    """What is read, once it is known to be whole."""
    asked = listen(options, sentiment=sentiment)
    found = WORDS.read(typed, asked)
    assert -1.0 <= found.sentiment <= 1.0
    assert 0.0 <= found.confidence <= 1.0
    assert found.method in METHODS
    assert found.clear == (found.method != "none")
    named = found.method in {"number", "label", "phrase"}
    assert (found.option in {each.option for each in asked.options}) == named
    assert named or found.option is None
    return found


@given(TYPED, st.one_of(OPTIONS, st.sampled_from(SCENES)), st.booleans())
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_or_asked_again_whatever_the_options_are(typed, options, sentiment):
    """No options, strange ones, real ones; with a mood asked for or without."""
    found = read(typed, options, sentiment=sentiment)

    assert sentiment or found.method != "sentiment"


@given(TYPED, st.sampled_from(SCENES))
@settings(max_examples=100, deadline=None)
def test_the_same_text_is_read_alike_again(typed, options):
    """Nothing of the first reading is left over for the second."""
    assert read(typed, options) == read(typed, options)


@given(st.text(alphabet=EMOJIS, min_size=1, max_size=20))
@settings(max_examples=100, deadline=None)
def test_emoji_alone_mean_no_option_and_say_what_emoji_say(typed):
    """Unlisted ones say nothing, and then nothing is sure."""
    found = read(typed, SCENES[0])
    known = [EMOJI[sign] for sign in typed if sign in EMOJI]

    assert found.option is None
    assert (found.confidence > 0.0) <= any(known)
    if known and min(known) > 0.0:
        assert found.sentiment > 0.0
    if known and max(known) < 0.0:
        assert found.sentiment < 0.0
    if not any(known):
        assert (found.sentiment, found.confidence) == (0.0, 0.0)


@pytest.mark.parametrize(
    "script", ["GREEK", "CYRILLIC", "ARABIC", "HEBREW", "THAI", "DEVANAGARI", "HANGUL", "HIRAGANA"]
)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_script_nobody_here_reads_has_no_mood(script, data):
    """It is unknown, and unknown is not calm: confidence 0."""
    letters = data.draw(st.text(alphabet=_letters(script), min_size=1, max_size=30))
    found = read(letters, SCENES[0])

    assert (found.option, found.sentiment, found.confidence) == (None, 0.0, 0.0)
    assert read(letters + " 😀", SCENES[0]).sentiment > 0.3


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "\u0301" * 9, "?!…", "123456789", "\x07"])
@pytest.mark.parametrize("options", SCENES)
def test_what_says_nothing_is_never_sure(typed, options):
    """Also of several hundred signs."""
    for text in (typed, typed * LONGEST):
        found = read(text, options)
        assert (found.option, found.confidence, found.clear) == (None, 0.0, False)


def _letters(script):
    """The letters of a script in the first planes, as Unicode names them."""
    found = (chr(code) for code in range(0x370, 0x3100))
    found = [*found, *(chr(code) for code in range(0xAC00, 0xAC40))]
    return "".join(
        letter
        for letter in found
        if letter.isalpha() and unicodedata.name(letter, "").startswith(script)
    )
