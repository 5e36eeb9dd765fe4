"""The table of what lines mean."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.senses.senses import models_folder
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import open_folder
from engine.senses.words.sayings import NO_SAYINGS, Sayings, open_sayings

TABLE = open_folder(models_folder()).sayings
TINY = Sayings(
    ("open", "don't", "don't open", "门", "开门", "#<doo", "#oor"),
    np.array([[100, 0], [0, 10], [-100, 50], [0, 40], [80, 0], [50, 0], [0, 50]], dtype=np.int8),
    np.full(7, 0.01, dtype=np.float16),
)


def near(one, other):
    return float(TABLE.say(one).whole @ TABLE.say(other).whole)


@pytest.mark.parametrize(
    ("said", "nearer", "farther"),
    [
        ("get out of here", "run away", "sit down and eat"),
        ("phone an officer", "call the police", "play him a song"),
        ("我们快跑吧", "赶紧逃走", "坐下来吃饭"),
        ("给她打个电话", "call her on the phone", "把船推到海里"),
        ("what is the weather like", "今天天气怎么样", "把门打开"),
    ],
)
def test_lines_that_say_alike_lie_close_in_both_languages(said, nearer, farther):
    """Also where no letter is shared, and across the languages."""
    assert near(said, nearer) > near(said, farther) + 0.1


def test_a_pair_of_words_says_more_than_its_words():
    """ "Don't open" is no kind of opening."""
    assert TINY.say("open").whole @ TINY.say("don't open").whole < 0.5


def test_every_known_piece_of_a_chinese_line_counts_also_one_in_another():
    """开门 holds 门; nobody need know where a word ends."""
    assert len(TINY.say("开门").parts) == 2


def test_a_mistyped_word_is_read_by_its_pieces():
    """ "doorr" is no word, and yet a door."""
    guessed = TINY.say("doorr")

    assert len(guessed.parts) == 1
    assert guessed.whole == pytest.approx(TINY.say("doori").whole)


@given(st.text(max_size=80).map(compared))
@settings(max_examples=80, deadline=None)
def test_whatever_is_typed_has_a_direction_of_length_one_or_none(said):
    """Also signs, other scripts and nothing at all."""
    saying = TABLE.say(said)
    length = float(np.linalg.norm(saying.whole))

    assert length == pytest.approx(1.0, abs=1e-4) or (length == 0.0 and saying.size == 0.0)
    assert len(saying.parts) == len(saying.sizes)


def test_an_empty_table_knows_nothing():
    """And says so without failing."""
    assert not NO_SAYINGS.say("open 门").whole.any()


def test_a_table_with_too_few_directions_is_refused():
    """Half a file is no file."""
    written = BytesIO()
    np.savez(
        written,
        pieces=np.frombuffer(b"one\ntwo", dtype=np.uint8),
        directions=np.zeros((1, 2), dtype=np.int8),
        scales=np.zeros(2, dtype=np.float16),
    )

    with pytest.raises(ValueError, match="as many pieces"):
        open_sayings(written.getvalue())
