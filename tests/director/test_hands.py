"""Hands that come at odd moments: during a cut, twice at once, too late, in a pause."""

from engine.messages.facts import PauseAsked, PhonesJoined, ResumeAsked, StopAsked, Voted
from engine.messages.orders import Acknowledge, Ask, Cut
from engine.story.model import CutAt, Way
from engine.story.units import OptionId, Seconds
from tests.director.playing import HANDS, Playing, asking, began_viewing, two, words


def asked(cut: CutAt = CutAt.END) -> Playing:
    """A decision that has just opened, for ten seconds."""
    choice = two(at=Seconds(2), lasts=Seconds(10), cut=cut)
    return Playing(asking(choice)).until_order(Ask)


def left_by(playing: Playing) -> list[tuple[str, str]]:
    """Where the film went from the hall, and why."""
    playing.until(lambda: playing.director.scene != "hall")
    return [(turn.to, turn.cause.value) for turn in playing.turns]


def test_the_same_answer_twice_is_one_answer():
    """A bounce of the switch takes one way, once."""
    playing = asked()
    playing.press("Left")
    playing.press("Left")

    assert left_by(playing) == [("left", "buttons")]


def test_until_the_cut_a_hand_may_think_again():
    """The last one counts where the clip plays on to its end."""
    playing = asked()
    playing.press("Left")
    again = playing.press("Right")

    assert any(isinstance(order, Acknowledge) for order in again)
    assert left_by(playing) == [("right", "buttons")]


def test_a_press_during_the_cut_is_not_heard():
    """The first frame of the next clip is on its way: the turn is taken and stays so."""
    playing = asked(CutAt.NOW)
    assert any(isinstance(order, Cut) for order in playing.press("Left"))

    assert playing.press("Left") == ()
    assert playing.press("Right") == ()
    assert left_by(playing) == [("left", "buttons")]


def test_a_press_after_the_decision_closed_is_too_late():
    """Time has answered; a hand a moment later answers neither this nor the next scene."""
    playing = asked()
    playing.roll(11)

    assert playing.press("Right") == ()
    assert left_by(playing) == [("left", "time")]
    assert playing.press("Right") == ()
    assert playing.director.scene == "left"


def test_a_press_in_a_pause_answers_nothing_and_the_decision_waits():
    """Whoever pauses has left the room: what is pressed there is the pause's."""
    playing = asked()
    playing.hear(PauseAsked())
    assert playing.press("Right") == ()
    playing.hear(ResumeAsked())

    playing.press("Left")
    assert left_by(playing) == [("left", "buttons")]


def test_a_decision_has_all_its_time_left_after_a_pause():
    """The show's clock stands still in it, and so does the decision's."""
    playing = asked()
    playing.roll(4)
    playing.hear(PauseAsked())
    playing.roll(60)
    playing.hear(ResumeAsked())
    playing.roll(5.5)

    assert any(isinstance(order, Acknowledge) for order in playing.press("Right"))
    assert left_by(playing) == [("right", "buttons")]


def test_votes_cast_in_a_pause_count_after_it():
    """A telephone does not know that the film stands still."""
    playing = Playing(asking(two(at=Seconds(2), lasts=Seconds(10))), begin=False)
    playing.hear(PhonesJoined(("a", "b")))
    playing.hear(began_viewing())
    playing.until_order(Ask)
    playing.hear(PauseAsked())
    for phone in "ab":
        playing.hear(Voted(phone, OptionId("Right")))
    playing.hear(ResumeAsked())

    assert left_by(playing) == [("right", "vote")]


def test_words_written_before_a_pause_and_read_in_it_count_after_it():
    """Reading takes a moment; the sentence was said while the film asked."""
    choice = two(at=Seconds(2), lasts=Seconds(10), by=(Way.TEXT, Way.BUTTONS))
    playing = Playing(asking(choice), offers=HANDS).until_order(Ask)
    playing.hear(PauseAsked())
    assert playing.hear(words("Right")) == ()

    playing.hear(ResumeAsked())

    assert left_by(playing) == [("right", "text")]


def test_pause_twice_is_a_pause_and_going_on_twice_goes_on():
    """Two wires may ask for the same: a key, and a window that lost the keyboard."""
    playing = asked()

    assert playing.hear(PauseAsked())
    assert playing.hear(PauseAsked()) == ()
    assert playing.hear(ResumeAsked())
    assert playing.hear(ResumeAsked()) == ()


def test_after_a_film_was_left_hands_do_nothing_in_it():
    """What still lay in the queue is nobody's."""
    playing = asked()
    playing.hear(StopAsked())

    assert playing.press("Left") == ()
    assert playing.hear(PauseAsked()) == ()
