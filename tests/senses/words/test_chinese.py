"""The mood of Chinese: a short list with its denials, and a learned model beside it."""

import pytest

from engine.senses.words.chinese import Chinese, beside, chinese_grams, list_tone, read_list
from engine.senses.words.learned import open_learned, rows_of
from engine.senses.words.tone import UNHEARD, Tone
from engine.senses.words.words import CLEAR


@pytest.fixture(scope="module")
def chinese(models):
    listed = (models / "words-zh.txt").read_text(encoding="utf-8")
    return Chinese(read_list(listed), open_learned((models / "words-zh.npz").read_bytes()))


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("不是你的错", 1),
        ("都是你的错", -1),
        ("这不怪你", 1),
        ("别难过", 1),
        ("我很难过", -1),
        ("很好看", 1),
        ("不好看", -1),
        ("你不是坏人", 1),
        ("我恨你", -1),
        ("谢谢你陪着我", 1),
        ("是你把灯灭了", -1),
        ("我好害怕", -1),
        ("这里好美", 1),
    ],
)
def test_the_side_is_right(chinese, typed, sign):
    """What viewers say to the keeper, and what they say of a film."""
    tone = chinese.tone(typed)

    assert tone.sentiment * sign > 0.2
    assert tone.sure > 0.35


@pytest.mark.parametrize("typed", ["你好", "灯", "船在海上", "他上楼去了", "现在几点了"])
def test_words_without_a_mood_are_hardly_heard(chinese, typed):
    """A greeting is no answer."""
    assert chinese.tone(typed).sure < CLEAR


def test_a_weak_word_is_weaker_and_a_strong_one_stronger(chinese):
    """有点 and 非常 are heard."""
    a_bit, plain, very = (
        list_tone(typed, chinese.words).sentiment for typed in ("有点难过", "难过", "非常难过")
    )

    assert very < plain < a_bit < 0


def test_what_quarrels_is_unsure(chinese):
    """Half love, half hate."""
    assert list_tone("我爱你，我恨你", chinese.words).sure < 0.2


def test_a_list_is_read_line_by_line():
    """Chinese speakers can mend it without knowing Python."""
    words = read_list("# ours\n+1.0 好 香\n\n0 你好\nnot 不\nmore 很\nless 有点\n")

    assert words.values == {"好": 1.0, "香": 1.0, "你好": 0.0}
    assert (words.denials, words.stronger, words.weaker) == (("不",), ("很",), ("有点",))
    assert list_tone("你好", words) == UNHEARD


@pytest.mark.parametrize(
    ("typed", "sign"), [("不是你的错", 1), ("都是你的错", -1), ("我很难过", -1), ("太感人了", 1)]
)
def test_without_a_model_the_list_answers_alone(chinese, typed, sign):
    """A house that lost the file of weights still hears what is plain."""
    alone = Chinese(chinese.words, None)

    assert alone.tone(typed) == list_tone(typed, chinese.words)
    assert alone.tone(typed).sentiment * sign > 0.2


def test_the_model_hears_what_the_list_does_not(chinese):
    """Most lines have none of the listed words in them."""
    typed = "你给我出去"

    assert list_tone(typed, chinese.words) == UNHEARD
    assert chinese.tone(typed).sentiment < 0


def test_what_the_list_says_goes_beside_the_signs():
    """The model has learned how much a listed word means."""
    assert beside(UNHEARD) == (0.0,) * 6
    assert beside(Tone(-0.5, 0.6)) == (-0.5, 0.5, 1.0, 0.0, 1.0, -0.3)


def test_signs_marks_and_length_are_what_is_learned_from():
    """Also where a piece begins and ends."""
    found = set(chinese_grams("灯灭了？"))

    assert {"灯", "灯灭", "灯灭了", "^灯灭", "灭了$", "?", "#0"} <= found


def test_the_same_signs_are_the_same_rows():
    """Training and playing must agree on every machine and Python."""
    assert rows_of(("灯", "灭", "灯灭"), 1 << 15).tolist() == [2116, 10898, 26984]
