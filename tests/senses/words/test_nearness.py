"""A model of whole sentences beside the matcher: what it adds, and how it is left."""

from pathlib import Path

import numpy as np
import pytest

from engine.messages.orders import Listen, OpenEyes, Phrases
from engine.senses.senses import Senses, SensesSettings, models_folder
from engine.senses.words.chatter import CHATTER
from engine.senses.words.intents import meant
from engine.senses.words.meanings import open_folder
from engine.senses.words.nearness import MOST, SLOW, TOO_OFTEN, Nearness
from engine.senses.words.sentences import SentencesError
from engine.senses.words.weighing import chances
from engine.senses.words.words import Words
from tests.senses.words.models import write_model
from tests.waiting import wait_until

PLACE = Path("a-model")
DOOR = (Phrases("open", "Open the door", ("unlock",)), Phrases("leave", "Walk away", ()))
MEANINGS = open_folder(models_folder())


class Fluent:
    """Knows that some words open and some leave, and of small talk nothing."""

    def __init__(self, *, fails=False):
        self.fails, self.read = fails, []

    def directions(self, texts):
        if self.fails:
            raise SentencesError("it fails (out of memory)")
        self.read.append(list(texts))
        return np.array([self._direction(text) for text in texts], np.float32)

    def _direction(self, text):
        for at, words in enumerate((("open", "unlock", "jemmy"), ("walk", "vamoose"))):
            if any(word in text for word in words):
                return np.eye(6)[at]
        return np.eye(6)[2 + len(text) % 4]


def beside(fluent=None, clock=lambda: 0.0):
    return Nearness(PLACE, lambda _: fluent or Fluent(), clock)


def test_what_is_meant_alike_gets_points_and_what_is_not_loses_some():
    """Beside each other, and never more than the letters could give."""
    points = beside().points("vamoose", DOOR)

    assert points[1] > 0.2
    assert points.sum() == pytest.approx(0.0)
    assert abs(points).max() <= MOST


def test_a_way_that_shares_no_letter_is_likelier_with_it_than_without():
    """What the fitting is for; by letters alone both ways are as likely."""
    phrases = [(way.label, *way.hear) for way in DOOR]
    alone = chances("vamoose", phrases, MEANINGS)
    with_it = chances("vamoose", phrases, MEANINGS, beside().points("vamoose", DOOR))

    assert with_it[1] > alone[1] + 0.03
    assert with_it[1] > with_it[0]


def test_the_phrases_of_a_scene_are_read_once_and_together():
    """When it begins; of what is typed nothing is kept."""
    fluent = Fluent()
    near = beside(fluent)
    near.learn(DOOR)
    near.points("jemmy it", DOOR)
    near.points("jemmy it", DOOR)

    talk, scene, *typed = fluent.read
    assert len(talk) == len(CHATTER)
    assert scene == ["open the door", "unlock", "walk away"]
    assert typed == [["jemmy it"]] * 2
    assert "jemmy" not in repr(vars(near))


def test_a_model_that_cannot_be_opened_is_told_once_and_left(caplog):
    """The matcher goes on as in a house that brought none."""

    def nothing(_):
        raise SentencesError("it is damaged or no such model (bad magic)")

    near = Nearness(PLACE, nothing)

    assert near.points("open", DOOR) is None
    near.learn(DOOR)
    assert meant("open the door", DOOR, MEANINGS, near).option == "open"
    (told,) = (record.getMessage() for record in caplog.records)
    assert told == near.trouble
    assert told.startswith("words.embedding: a-model is not used: it is damaged")


def test_a_model_that_fails_in_the_middle_of_an_evening_is_left(caplog):
    """Whatever its runtime says."""
    fluent = Fluent()
    near = beside(fluent)
    assert near.points("jemmy", DOOR) is not None
    fluent.fails = True

    assert near.points("jemmy", DOOR) is None
    assert caplog.text.count("is not used") == 1


def test_a_model_that_is_too_slow_is_left_after_a_few_lines(caplog):
    """One slow line is the machine's hiccup; three are the model."""
    now = [0.0]

    def clock():
        now[0] += SLOW  # looked at twice a line: it takes more than it may
        return now[0] + 0.01 * now[0]

    near = beside(clock=clock)
    answers = [near.points("jemmy", DOOR) for _ in range(TOO_OFTEN + 1)]

    assert [answer is not None for answer in answers] == [True, True, False, False]
    assert "too slow for this machine" in near.trouble
    assert len(caplog.records) == 1


def test_the_real_thing_joins_the_words(tmp_path):
    """A little model in a folder, by the settings' way, on the ear's own thread."""
    folder = write_model(tmp_path)
    listen = Listen((Phrases("open", "Open", ()), Phrases("walk", "Walk", ())), sentiment=False)
    without, with_it = (Words(models_folder(), place) for place in (None, folder))
    assert with_it.read("unlock gate", listen).option == "open"

    senses = Senses(SensesSettings(sentences=folder), "none", clock=lambda: 0.0)
    try:
        senses.obey(listen)
        senses.say("unlock gate")
        found = []
        wait_until(lambda: found.extend(senses.facts()) or found)
        assert found[0].option == "open"
    finally:
        senses.close()
    assert without.read("open", listen).option == "open"


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_words_are_read_beside_a_damaged_model(tmp_path, name, caplog):
    """One sentence in the log, and the film goes on."""
    folder = write_model(tmp_path)
    (folder / name).write_bytes(b"half a file")
    words = Words(models_folder(), folder)

    for typed in ("please do open that door", "let us walk far away"):
        assert words.read(typed, Listen(DOOR, sentiment=True)).option is not None
    assert caplog.text.count("words.embedding") == 1


def test_without_a_clock_nothing_is_opened_before_words_are_typed(tmp_path):
    """Rehearsals and tests have no thread for it."""
    senses = Senses(SensesSettings(sentences=tmp_path), "none")
    senses.obey(OpenEyes())

    assert senses._ear is None
