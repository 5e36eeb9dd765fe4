"""Which option is meant, and when it is better to ask again."""

import pytest

from engine.messages.orders import Phrases
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import clean
from engine.senses.words.intents import meant
from engine.senses.words.meanings import open_folder
from engine.story.units import OptionId


def options(**named):
    return [Phrases(OptionId(name), label, tuple(hear)) for name, (label, *hear) in named.items()]


LAMP = options(
    comfort=(
        "Comfort him", "it was not your fault", "forgive yourself", "she would forgive you",
        "I'm sorry", "you must miss her", "it must have hurt",
    ),
    blame=(
        "Blame him", "you let her go", "you should have gone after her", "you put out the light",
        "you call that love",
    ),
    quiet=("Say nothing",),
)  # fmt: skip
DENG = options(
    comfort=("安慰他", "不是你的错", "别怪自己了", "你一定很想她", "我陪着你"),
    blame=("怪他", "都是你的错", "你为什么不去追", "是你把灯灭了"),
    quiet=("不说话",),
)
DOOR = options(knock=("Knock",), boat=("Go round by the boathouse",))
MEN = options(knock=("敲门",), boat=("绕过船屋",))


def option_of(typed, among):
    found = meant(clean(typed), among)
    return None if found is None else found.option


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("it's not your fault", "comfort"),
        ("I’m so sorry for your loss", "comfort"),
        ("please forgive yourself", "comfort"),
        ("you must miss her so much", "comfort"),
        ("she'd forgive you", "comfort"),
        ("you should have followed her", "blame"),
        ("you put the light out", "blame"),
        ("call that love?", "blame"),
        ("say nothing", "quiet"),
        ("option 3", "quiet"),
        ("the first one", "comfort"),
    ],
)
def test_english_is_understood_by_its_meaning_words(typed, option):
    """What viewers are likely to type in the lamp room."""
    assert option_of(typed, LAMP) == option


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("这不是你的错", "comfort"),
        ("全是你的错", "blame"),
        ("不要怪自己", "comfort"),
        ("你一定很想念她", "comfort"),
        ("我会陪着你的", "comfort"),
        ("你怎么不去追她", "blame"),
        ("是你灭了灯", "blame"),
        ("二", "blame"),
        ("第三个", "quiet"),
        ("选1", "comfort"),
        ("２", "blame"),
    ],
)
def test_chinese_is_understood_by_its_characters(typed, option):
    """No word list, no dictionary: characters that stand together."""
    assert option_of(typed, DENG) == option


@pytest.mark.parametrize(
    "typed",
    [
        "what's for dinner",
        "hello",
        "the sea is cold",
        "you",
        "love",
        "I don't forgive you",
        "it's all your fault",
    ],
)
def test_what_none_of_the_options_says_is_asked_again(typed):
    """A wrong answer is worse than one more question."""
    assert option_of(typed, LAMP) is None


@pytest.mark.parametrize("typed", ["今天吃什么", "你好", "海很冷", "你", "哈哈哈", "对不起"])
def test_what_none_of_the_chinese_options_says_is_asked_again(typed):
    """As in English."""
    assert option_of(typed, DENG) is None


@pytest.mark.parametrize(
    ("typed", "among"),
    [("don't knock", DOOR), ("I won't knock", DOOR), ("不敲门", MEN), ("别敲门", MEN)],
)
def test_a_denial_is_not_its_opposite(typed, among):
    """ "Don't knock" must not knock."""
    assert option_of(typed, among) is None


@pytest.mark.parametrize(
    ("typed", "among", "option"),
    [
        ("I want to knock", DOOR, "knock"),
        ("boathouse", DOOR, "boat"),
        ("我要敲门", MEN, "knock"),
        ("从船屋绕过去", MEN, "boat"),
    ],
)
def test_a_label_inside_a_sentence_counts(typed, among, option):
    """People type sentences, not labels."""
    assert option_of(typed, among) == option


def test_two_options_alike_are_asked_again():
    """The best must be clearly better than the next."""
    doors = options(red=("The red door",), blue=("The blue door",))

    assert option_of("the door", doors) is None
    assert option_of("the red door please", doors) == "red"


def test_a_number_beyond_the_options_means_none():
    """Three options, no fourth."""
    assert option_of("4", LAMP) is None
    assert option_of("0", LAMP) is None


def test_a_label_that_is_a_number_is_that_label():
    """An author may ask "how many?"."""
    years = options(ten=("10",), thirty=("30",), two=("2",))

    assert option_of("2", years) == "two"


def test_no_options_mean_nothing():
    """Listening for a mood only."""
    assert option_of("anything", []) is None


TABLE = open_folder(models_folder())


def by_meaning(typed, among):
    found = meant(clean(typed), among, TABLE)
    return None if found is None else found.option


COLOURS = options(red=("The red door",), blue=("The blue door",))
HAN_COLOURS = options(red=("红色的门", "走红门"), blue=("蓝色的门", "走蓝门"))
YARD = options(open=("Open the door", "go in"), leave=("Walk away", "don't go in"))
YUAN = options(open=("开门", "进去"), leave=("走开", "别进去"))


@pytest.mark.parametrize(
    ("typed", "among", "option"),
    [
        ("not the red one, the blue door", COLOURS, "blue"),
        ("不要红色的门，要蓝色的门", HAN_COLOURS, "blue"),
        ("請走藍門", HAN_COLOURS, "blue"),
        ("don't go in there", YARD, "leave"),
        ("别进去啊", YUAN, "leave"),
        ("無論如何 開門", YUAN, "open"),
        ("unlock it and enter", YARD, "open"),
    ],
)
def test_with_the_table_of_meanings_more_is_understood(typed, among, option):
    """Corrections, traditional characters, other words for the same."""
    assert by_meaning(typed, among) == option


@pytest.mark.parametrize(
    ("typed", "among", "option"),
    [
        ("don't open the door", YARD, "open"),
        ("不要开门", YUAN, "open"),
        ("别开门", YUAN, "open"),
        ("don't knock", DOOR, "knock"),
        ("不敲门", MEN, "knock"),
        ("you are not to blame yourself", LAMP, "blame"),
        ("别怪他", DENG, "blame"),
        ("别敲门 丢人", MEN, "knock"),
        ("don't open it, it's a door", YARD, "open"),
    ],
)
def test_with_the_table_of_meanings_a_denial_is_still_not_its_opposite(typed, among, option):
    """To mean alike is not to want alike."""
    assert by_meaning(typed, among) != option


@pytest.mark.parametrize(
    "typed",
    ["how long is this film", "who is the actor", "i am hungry", "厕所在哪", "你好"],
)
def test_with_the_table_of_meanings_small_talk_is_still_asked_again(typed):
    """A wrong way is worse than one more question."""
    assert by_meaning(typed, YARD) is None
    assert by_meaning(typed, YUAN) is None


@pytest.mark.parametrize(
    ("typed", "among", "option"),
    [
        ("no, walk away", YARD, "leave"),
        ("你们别吵，进去", YUAN, "open"),
        ("don't worry, I'm going to open the door", YARD, "open"),
    ],
)
def test_the_option_named_outright_at_the_end_is_meant(typed, among, option):
    """What was denied before it was something else."""
    assert by_meaning(typed, among) == option


def test_the_opposite_of_a_denial_among_the_phrases_is_not_it():
    """怪自己吧 is 别怪自己 but for the one sign that matters."""
    console = options(console=("安慰他", "别怪自己"), go=("走开", "回家"))

    assert by_meaning("怪自己吧", console) is None


@pytest.mark.parametrize("typed", ["das ist sehr schön", "ужасно", "123456789", "je veux partir"])
def test_a_text_the_tables_cannot_read_is_not_guessed(typed):
    """Other languages are compared with the author's phrases by their letters alone."""
    assert by_meaning(typed, YARD) is None
