"""Chances of each option and of none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.senses.senses import models_folder
from engine.senses.words.chatter import CHATTER
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import open_folder
from engine.senses.words.traits import read
from engine.senses.words.weighing import OPTION_WEIGHTS, chances, likely, look_up, nearness_of

TABLE = open_folder(models_folder())
OPTIONS = [("Knock", "knock on the door"), ("Leave", "walk away"), ("划船", "坐船走")]


@given(st.text(max_size=60).map(compared))
@settings(max_examples=60, deadline=None)
def test_chances_add_up_to_one(said):
    """Whatever was typed, also nothing."""
    every = chances(said, OPTIONS, TABLE)

    assert len(every) == len(OPTIONS) + 1
    assert every.min() >= 0
    assert every.sum() == pytest.approx(1.0)


def test_there_is_a_weight_for_every_likeness():
    """A likeness without a weight would be weighed by its neighbour's."""
    said = read("knock", TABLE)

    assert nearness_of(said, look_up(OPTIONS, TABLE)).shape == (3, len(OPTION_WEIGHTS))


def test_small_talk_is_likeliest_to_mean_none():
    """Each line of the list, before a door and a boat."""
    none = [chances(compared(talk), OPTIONS, TABLE).argmax() == len(OPTIONS) for talk in CHATTER]

    assert np.mean(none) > 0.95


def test_another_word_for_an_option_is_likelier_than_the_other_options():
    """No letter is shared."""
    assert chances("flee", OPTIONS, TABLE)[:-1].argmax() == 1
    assert chances("row the boat", OPTIONS, TABLE)[:-1].argmax() == 2


def test_an_answer_is_surer_where_something_is_meant_for_sure():
    """Between two near options a guess is worth more than one before a line of small talk."""
    torn, chatting = likely(np.array([0.5, 0.5, 0.0])), likely(np.array([0.5, 0.1, 0.4]))

    assert torn.max() > chatting.max()
    assert likely(np.array([1.0, 0.0, 0.0])).max() == 1.0


def test_what_two_options_share_tells_them_apart_no_better():
    """Of "the red door" and "the blue door" the letters of the colour count."""
    red, blue = look_up([("红色的门",), ("蓝色的门",)], TABLE)

    assert "红" in red.own
    assert "门" not in red.own | blue.own
