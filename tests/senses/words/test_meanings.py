"""The table of what words mean."""

from io import BytesIO

import numpy as np
import pytest

from engine.senses.senses import models_folder
from engine.senses.words.meanings import Meanings, level, open_meanings

TABLE = open_meanings((models_folder() / "meanings.npz").read_bytes())
TINY = Meanings(
    ("open", "unlock", "boat", "give up", "开门", "开", "门"),
    np.array([[9, 0], [9, 1], [0, 9], [5, 5], [9, 0], [9, 2], [2, 9]], dtype=np.int8),
    np.full(7, 255, dtype=np.uint8),
)


def near(one, other):
    return float(TABLE.sense(one).whole @ TABLE.sense(other).whole)


@pytest.mark.parametrize(
    ("said", "nearer", "farther"),
    [
        ("run away", "flee", "boat"),
        ("unlock", "open", "wait"),
        ("打电话", "phone", "月亮"),
        ("划船", "boat", "forgive"),
        ("害怕", "scared", "open"),
    ],
)
def test_words_that_mean_alike_lie_close_in_both_languages(said, nearer, farther):
    """Also where no letter is shared, and across the languages."""
    assert near(said, nearer) > near(said, farther) + 0.2


def test_a_word_is_known_with_its_ending():
    """Viewers type "opening" and "boats"."""
    assert np.allclose(TINY.sense("opening").directions, TINY.sense("open").directions)
    assert np.allclose(TINY.sense("boats").directions, TINY.sense("boat").directions)


def test_two_words_that_belong_together_are_one():
    """ "Give up" gives nothing."""
    assert TINY.cut("give up open") == ["give up", "open"]


def test_a_chinese_word_is_also_its_characters():
    """开门 is 开 and 门 as well, so that 开了门 is near it."""
    assert TINY.cut("开门") == ["开门", "开", "门"]


def test_a_text_of_unknown_words_means_nothing():
    """And not something in the middle of everything."""
    assert not TINY.sense("qwzx ξένος").whole.any()
    assert not level(np.zeros(2, dtype=np.float32)).any()


def test_a_table_with_too_few_directions_is_refused():
    """Half a file is no file."""
    written = BytesIO()
    np.savez(
        written,
        words=np.frombuffer(b"one\ntwo", dtype=np.uint8),
        directions=np.zeros((1, 2), dtype=np.int8),
        shares=np.zeros(2, dtype=np.uint8),
    )

    with pytest.raises(ValueError, match="as many words"):
        open_meanings(written.getvalue())
