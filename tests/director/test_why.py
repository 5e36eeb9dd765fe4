"""What the film tells of itself afterwards."""

from engine.messages.facts import WhyAsked
from engine.messages.records import Untaken
from tests.director.playing import Playing
from tests.films import CHANCES, HOUSE, HUB


def test_the_reasons_are_those_of_the_viewers():
    """That one scene follows another needs no explanation."""
    playing = Playing(HOUSE).until_scene("cold")
    shown = playing.hear(WhyAsked())[-1]

    assert [turn.scene for turn in shown.turns] == ["door"]


def test_a_road_not_taken_tells_what_it_knew():
    """Only of scenes never seen, and each once."""
    card = Playing(HOUSE).to_the_end()

    assert card.untaken == (Untaken("warm", "Smile", "He laughed."),)
    assert [turn.scene for turn in card.turns] == ["arrival", "door"]


def test_a_road_taken_later_is_not_untaken():
    """Coming back to a question counts as going there."""
    playing = Playing(HUB, patience=None)
    for label in ("The light", "The boat", "Go up"):
        playing.roll(10)
        playing.press(label)
    card = playing.to_the_end()

    assert card.untaken == ()
    assert Playing(CHANCES).to_the_end().untaken == ()
