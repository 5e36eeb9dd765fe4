"""Denials, in both languages."""

import pytest

from engine.senses.words.denials import denies, ends_of, parted, turned_to, undenied


@pytest.mark.parametrize(
    "said", ["don't open", "dont open", "never", "不要开门", "别怪自己", "沒關係", "I cannot wait"]
)
def test_a_denial_is_heard(said):
    """With and without its apostrophe, in both scripts."""
    assert denies(said)


@pytest.mark.parametrize(
    "said",
    ["open it", "it's not nothing", "不得不走", "不是不想去", "别人呢", "要不开门"],
)
def test_what_only_looks_like_a_denial_is_none(said):
    """Two denials undo each other; some Chinese questions and proposals hold a 不."""
    assert not denies(said)


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("not the red one, the blue one", "the blue one"),
        ("don't knock, but go round", "go round"),
        ("不要红的，要蓝的", "蓝的"),
        ("不是敲门，而是绕过去", "绕过去"),
    ],
)
def test_of_not_this_but_that_the_second_is_wanted(said, rest):
    """People correct themselves."""
    assert turned_to(said) == rest


@pytest.mark.parametrize("said", ["the blue one", "don't open the door", "不要开门"])
def test_a_bare_denial_turns_to_nothing(said):
    """Nothing is wanted instead."""
    assert turned_to(said) is None


@pytest.mark.parametrize(
    ("said", "down", "left"),
    [
        ("don't shoot, just frighten it", "shoot", "just frighten it"),
        ("别劝 走开", "劝", "走开"),
        ("不要急着开，先看清楚人", "急着开", "先看清楚人"),
        ("open the door", "", "open the door"),
        ("别开灯", "开灯", ""),
    ],
)
def test_what_is_turned_down_is_told_from_what_is_left(said, down, left):
    """Who types Chinese often puts a space where English has a comma."""
    assert parted(said) == (down, left)


def test_of_a_text_in_clauses_the_ends_can_be_heard_alone():
    """What was said before is past."""
    assert ends_of("no, wait. open it") == ["wait. open it", "open it"]
    assert ends_of("open it") == []


def test_a_chinese_text_without_its_denials_is_what_it_denies():
    """别怪自己 and 怪自己 are opposites, letter by letter."""
    assert undenied("别怪自己") == "怪自己"
