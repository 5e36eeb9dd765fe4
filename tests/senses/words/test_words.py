"""Typed words: an option first, a mood second, and never an exception."""

import gc
import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.messages.orders import Listen, Phrases
from engine.senses.senses import models_folder
from engine.senses.words.words import Words
from engine.story.units import OptionId

WORDS = Words(models_folder())


def listen(*options, sentiment=True):
    phrases = tuple(
        Phrases(OptionId(f"o{number}"), label, tuple(hear))
        for number, (label, *hear) in enumerate(options, 1)
    )
    return Listen(phrases, sentiment)


LAMP = listen(
    ("Comfort him", "it was not your fault", "forgive yourself", "I'm sorry"),
    ("Blame him", "you let her go", "you put out the light"),
    ("Say nothing",),
)
DENG = listen(
    ("安慰他", "不是你的错", "别怪自己了", "你一定很想她"),
    ("怪他", "都是你的错", "是你把灯灭了"),
    ("不说话",),
)
OPEN = listen(("Left",), ("Right",))


@pytest.mark.parametrize(
    ("typed", "option", "method"),
    [
        ("2", "o2", "number"),
        ("comfort HIM!", "o1", "label"),
        ("it wasn’t your fault", "o1", "phrase"),
        ("why did you let her go?", "o2", "phrase"),
    ],
)
def test_an_option_is_meant_by_number_label_or_phrase(typed, option, method):
    """In this order, and the log says which."""
    read = WORDS.read(typed, LAMP)

    assert (read.option, read.method, read.clear) == (option, method, True)


def test_not_your_fault_and_all_your_fault_part_ways():
    """The two sentences of the lamp room, in Chinese, by the author's phrases."""
    assert WORDS.read("这不是你的错", DENG).option == "o1"
    assert WORDS.read("这都是你的错", DENG).option == "o2"


def test_they_part_ways_by_their_mood_alone():
    """Where the author gave no phrases, one consoles and the other accuses."""
    console, accuse = (WORDS.read(typed, OPEN) for typed in ("不是你的错", "都是你的错"))

    assert console.sentiment > 0.3
    assert accuse.sentiment < -0.3
    assert min(console.confidence, accuse.confidence) >= 0.55
    assert console.method == accuse.method == "sentiment"


def test_a_mood_answers_only_where_a_mood_was_asked_for():
    """Semantics 11: sentiment counts if an option's `feel` names `text.*`."""
    read = WORDS.read("I love this so much", listen(("Left",), ("Right",), sentiment=False))

    assert not read.clear
    assert read.method == "none"
    assert read.sentiment > 0.3


@pytest.mark.parametrize("typed", ["", "   ", "?!", "\u200b\u202e", "123456", "ξένος", "qwzx"])
def test_what_says_nothing_is_unclear(typed):
    """Said so, and the card stays open."""
    read = WORDS.read(typed, OPEN)

    assert (read.option, read.clear, read.confidence) == (None, False, 0.0)


@pytest.mark.parametrize(
    "typed", ["très bon", "das ist sehr schön", "esto es muy malo", "とても悲しい", "ужасно"]
)
def test_the_mood_of_another_language_is_not_guessed(typed):
    """VADER calls it neutral; it is unknown."""
    assert WORDS.read(typed, OPEN).confidence == 0.0


def test_an_option_is_understood_in_any_language():
    """Labels and phrases are the author's own."""
    assert WORDS.read("toca la puerta", listen(("Toca la puerta",), ("Vete",))).option == "o1"


def test_an_emoji_alone_is_a_mood():
    """Also with a skin tone, and in its coloured form."""
    assert WORDS.read("👍🏽", OPEN).sentiment > 0.3
    assert WORDS.read("❤️", OPEN).sentiment > 0.3
    assert WORDS.read("😡😡😡", OPEN).sentiment < -0.3


def test_an_emoji_nobody_listed_says_nothing():
    """Unknown is not neutral."""
    assert WORDS.read("🦑", OPEN).confidence == 0.0


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_it_fall(typed):
    """Whatever a passer-by types."""
    read = WORDS.read(typed, LAMP)

    assert -1.0 <= read.sentiment <= 1.0
    assert 0.0 <= read.confidence <= 1.0
    assert read.clear == (read.method != "none")


@given(st.text(alphabet="不没别是你我他的错好爱恨，。！ haha2一", max_size=80))
@settings(max_examples=150, deadline=None)
def test_no_chinese_text_makes_it_fall(typed):
    """Noise that looks like sentences."""
    read = WORDS.read(typed, DENG)

    assert -1.0 <= read.sentiment <= 1.0
    assert 0.0 <= read.confidence <= 1.0


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "good bad ",
        "😀",
        "👍🏽❤️",
        "你的错",
        "\u0301",
        "\ud800",
        "\x00",
        "no ",
        "(:",
        "not ",
        "A1 ",
    ],
)
def test_a_megabyte_is_read_in_no_time(unit):
    """VADER alone would hang for minutes; the film may not."""
    WORDS.warm()
    typed = unit * (1_000_000 // len(unit))
    began = time.process_time()

    WORDS.read(typed, LAMP)

    assert time.process_time() - began < 0.5


def test_a_command_is_not_a_mood():
    """VADER calls "kill him" -0.69; where it names a way, the way is taken."""
    ways = listen(("Kill him", "finish him"), ("Kiss her",), ("Run!",))

    for typed, option in (("kill him", "o1"), ("KISS HER", "o2"), ("run", "o3")):
        read = WORDS.read(typed, ways)
        assert (read.option, read.clear, read.method) == (option, True, "label")


def test_slang_is_asked_about_where_its_signs_quarrel():
    """VADER calls it -0.83; whoever is dead with laughter is asked again instead."""
    assert not WORDS.read("lol im dead 😭😭", OPEN).clear


def test_a_house_without_weights_still_reads_both_languages(tmp_path, models, caplog):
    """VADER and the list answer alone; the log says so once a language, and once of the table."""
    (tmp_path / "words-zh.txt").write_bytes((models / "words-zh.txt").read_bytes())
    (tmp_path / "words-en.npz").write_bytes(b"half a file")
    bare = Words(tmp_path)

    reads = [bare.read(typed, OPEN) for typed in ("I love this film", "太好了", "I hate it")]

    assert [read.sentiment > 0.3 for read in reads] == [True, True, False]
    assert all(read.clear for read in reads)
    assert len(caplog.records) == 3  # and once that the table of meanings is missing


def test_nothing_that_was_typed_stays_in_memory():
    """Neither in a model nor in a cache: whatever holds things is looked through."""
    secret = "".join(chr(97 + at * 7 % 26) for at in range(20))
    for typed in (f"I love {secret} so much", f"我很喜欢{secret}，谢谢你", secret):
        WORDS.read(typed, LAMP)

    assert not holders_of(secret)
    kept = [f"as a cache would: {secret}"]
    assert holders_of(secret) == [kept]


def holders_of(secret):
    """Everything in memory that holds a text with the secret in it, this rehearsal aside."""
    gc.collect()
    found = []
    for thing in gc.get_objects():
        if type(thing) is dict:
            held = (*thing.keys(), *thing.values())
        elif type(thing) in {list, tuple, set, frozenset}:
            held = tuple(thing)
        else:
            continue
        if any(type(each) is str and secret in each for each in held):
            found.append(thing)
    return found


def test_nothing_typed_is_kept_or_logged(caplog):
    """Rule 10: words have no type in which they could be kept."""
    caplog.set_level(logging.DEBUG)

    read = WORDS.read("my secret password hunter2", LAMP)

    assert "hunter2" not in repr(read)
    assert "hunter2" not in caplog.text
    assert "hunter2" not in repr(vars(WORDS))
