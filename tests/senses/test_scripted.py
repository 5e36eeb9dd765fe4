"""A viewer made of words."""

import pytest

from engine.messages.facts import MoodRead, SenseFound
from engine.senses.scripted import ACTS, ScriptedEyes
from engine.story.model import Reading
from engine.story.units import Seconds, Steps
from tests.senses.viewers import Ear


def heard_of(beats, *moments):
    ear = Ear()
    eyes = ScriptedEyes(beats, ear)
    for moment in moments:
        eyes.look(Seconds(moment))
    return ear.heard


def test_a_scripted_viewer_does_what_the_script_says():
    """At its times, through the same facts as a real one."""
    found, resting, smiling = heard_of([(0.0, "neutral"), (5.0, "smile")], 1.0, 6.0)

    assert isinstance(found, SenseFound)
    assert resting.readings[Reading.SMILE] == 0.0
    assert smiling.readings[Reading.SMILE] > 0.8
    assert smiling.confidence[Reading.SMILE] >= 0.55


def test_nothing_is_told_before_the_first_beat():
    """Nobody has sat down yet."""
    assert heard_of([(3.0, "smile")], 1.0, 2.0) == []


def test_one_who_is_gone_has_no_face():
    """But is known to look away."""
    gone = heard_of([(0.0, "gone")], 1.0)[-1]

    assert gone.faces == 0
    assert set(gone.readings) == {Reading.ATTENTION}


def test_readings_may_be_given_by_number():
    """For a rehearsal of one exact feeling."""
    own = heard_of([(0.0, {Reading.SMILE: Steps(0.4)})], 1.0)[-1]

    assert isinstance(own, MoodRead)
    assert own.readings == {Reading.SMILE: 0.4}


def test_an_act_nobody_knows_is_an_error():
    """Told at once, not in the middle of a rehearsal."""
    with pytest.raises(KeyError):
        ScriptedEyes([(0.0, "juggle")], Ear())


@pytest.mark.parametrize("act", sorted(ACTS))
def test_every_act_stays_within_three_steps(act):
    """As real readings do."""
    assert all(-3.0 <= steps <= 3.0 for steps in ACTS[act].values())
