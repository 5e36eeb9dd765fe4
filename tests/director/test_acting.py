"""A scripted face shows one feeling and no other, through the same rules as a real one."""

import pytest

from engine.director.acting import RESTING, acted
from engine.director.felt import Window, holds
from engine.story.model import AllOf, AnyOf, Measure, Reading
from engine.story.units import Seconds, Share
from tests.director.playing import mood
from tests.films import above, below

FEELINGS = {
    "smiling": above(Reading.SMILE, 0.8),
    "away": below(Reading.ATTENTION, -0.8),
    "tense": AllOf((above(Reading.AROUSAL, 0.4), below(Reading.VALENCE, 0.1))),
    "moved": AllOf((below(Reading.VALENCE, -0.25), below(Reading.AROUSAL, 0.4))),
    "amused": AnyOf((above(Reading.JOY, 0.5), above(Reading.SMILE, 1.5))),
    "startled": above(Reading.SURPRISE, 1.0, Measure.PEAK),
    "calm": AllOf((below(Reading.AROUSAL, 0.2), above(Reading.AROUSAL, 0.5, Measure.CONFIDENCE))),
}


def holding(face) -> set[str]:
    reads = tuple(mood(tenth / 10, **face) for tenth in range(100))
    window = Window(Seconds(0), Seconds(10), reads)
    return {name for name, feel in FEELINGS.items() if holds(feel, window, Share(0.55))}


@pytest.mark.parametrize("name", FEELINGS)
def test_a_feeling_is_shown_and_all_others_are_not(name):
    """`feel tense` makes tense true, and nothing else of the film."""
    assert holding(acted(FEELINGS[name], FEELINGS.values())) == {name}


def test_feeling_nothing_shows_nothing_the_film_asks_for():
    """A film may call the resting face `calm`; `feel nothing` is not even that."""
    assert holding(RESTING) == {"calm"}
    assert holding(acted(None, FEELINGS.values())) == set()


def test_a_feeling_no_face_can_show_is_not_pretended():
    """Contradictions and trends cannot be held still."""
    up, down = above(Reading.JOY, 0.5), below(Reading.JOY, -0.5)

    assert acted(AllOf((up, down)), ()) is None
    assert acted(above(Reading.JOY, 0.2, Measure.TREND), ()) is None
    assert acted(above(Reading.TEXT_SENTIMENT, 0.2), ()) is None
    assert acted(up, (above(Reading.JOY, 0.2),)) is None
