"""Several tones as one."""

from engine.senses.words.tone import UNHEARD, Tone, together


def test_nothing_heard_is_nothing():
    """Also twice."""
    assert together((UNHEARD, UNHEARD)) == UNHEARD


def test_what_is_unheard_changes_nothing():
    """Words without an emoji are what they are."""
    assert together((Tone(0.5, 0.6), UNHEARD)) == Tone(0.5, 0.6)


def test_the_surer_leads():
    """A sure word beside an unsure model."""
    assert together((Tone(0.8, 0.6), Tone(-0.2, 0.1))).sentiment > 0.5


def test_a_quarrel_is_unsure():
    """Fine words and an angry face: ask again."""
    assert together((Tone(0.8, 0.6), Tone(-0.8, 0.6))).sure < 0.2
