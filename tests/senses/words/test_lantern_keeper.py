"""What viewers say to the keeper at the letter: fifteen lines console him, ten are hard."""

import pytest

from engine.desk.films import load
from engine.director.words import awaited
from engine.director.words import meant as moved
from engine.senses.senses import models_folder
from engine.senses.words.words import Words

WORDS = Words(models_folder())

CONSOLING_EN = (
    "it was not your fault", "it's not your fault", "it wasn’t your fault, old man",
    "I'm so sorry for your loss", "you are not to blame", "please forgive yourself",
    "don't blame yourself", "she would forgive you", "she forgives you", "you must miss her",
    "you must miss her so much", "it must have hurt so much", "I am here with you",
    "you're not alone, I'm here with you", "give him the letter",
)  # fmt: skip
HARD_EN = (
    "it is all your fault", "it's your own fault", "you let her go", "why did you let her go",
    "you should have gone after her", "you should have followed her", "you put out the light",
    "you put the light out yourself", "you call that love?", "keep the letter",
)  # fmt: skip
CONSOLING_ZH = (
    "不是你的错", "这不是你的错", "真的不是你的错啊", "这不怪你", "不怪你", "别怪自己了",
    "别怪自己", "不要怪自己", "原谅自己吧", "請原諒自己", "她会原谅你的", "你一定很想她",
    "你一定很想念她吧", "我陪着你", "把信给他",
)  # fmt: skip
HARD_ZH = (
    "都是你的错", "全都是你的错", "是你让她走的", "你为什么让她走", "你为什么不去追",
    "你怎么不去追她", "是你把灯灭了", "是你自己把灯灭了", "这也叫爱吗", "把信留着",
)  # fmt: skip


@pytest.fixture(scope="module")
def options():
    _, film = load("lantern-keeper", "en")
    return film.story.scenes["letter"].way.options


def way_of(typed, options):
    found = moved(options, WORDS.read(typed, awaited(options)))
    return None if found is None else found.label


@pytest.mark.parametrize("typed", CONSOLING_EN + CONSOLING_ZH)
def test_who_consoles_the_keeper_gives_him_the_letter(typed, options):
    """Fifteen lines in each language, through the real words and the real story."""
    assert way_of(typed, options) == "Give it"


@pytest.mark.parametrize("typed", HARD_EN + HARD_ZH)
def test_who_is_hard_on_the_keeper_keeps_the_letter(typed, options):
    """Ten lines in each language."""
    assert way_of(typed, options) == "Keep it"


@pytest.mark.parametrize("typed", ["blame yourself", "怪自己吧", "几点吃饭", "who is the actor"])
def test_neither_an_opposite_nor_small_talk_gives_the_letter(typed, options):
    """ "别怪自己" is a phrase of the story; its opposite consoles nobody."""
    assert way_of(typed, options) != "Give it"
