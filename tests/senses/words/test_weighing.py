"""Chances of each option and of none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.senses.senses import models_folder
from engine.senses.words.chatter import CHATTER
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import open_meanings
from engine.senses.words.weighing import (
    NONE_WEIGHTS,
    OPTION_WEIGHTS,
    chances,
    nearness_of,
    read,
    strangeness,
)

TABLE = open_meanings((models_folder() / "meanings.npz").read_bytes())
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

    assert nearness_of(said, OPTIONS, TABLE).shape == (3, len(OPTION_WEIGHTS))
    assert strangeness(said, TABLE).shape == (len(NONE_WEIGHTS),)


def test_small_talk_is_likeliest_to_mean_none():
    """Each line of the list, before a door and a boat."""
    none = [chances(compared(talk), OPTIONS, TABLE).argmax() == len(OPTIONS) for talk in CHATTER]

    assert np.mean(none) > 0.95


def test_another_word_for_an_option_is_likelier_than_the_other_options():
    """No letter is shared."""
    assert chances("flee", OPTIONS, TABLE)[:-1].argmax() == 1
    assert chances("row the boat", OPTIONS, TABLE)[:-1].argmax() == 2
