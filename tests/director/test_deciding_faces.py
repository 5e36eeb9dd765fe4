"""Decisions answered by a face, beside and before a hand (Semantics 3 and 8)."""

import pytest

from engine.director.phases import Phase
from engine.messages.facts import SenseLost, ShotEnded
from engine.messages.orders import (
    Acknowledge,
    Ask,
    CloseCard,
    Follow,
    Unwatch,
    Watch,
)
from engine.messages.records import Cause
from engine.story.model import CutAt, Reading, Span, Way
from engine.story.units import OptionId, Seconds
from tests.director.playing import Playing, watched
from tests.films import (
    HOUSE,
    door,
    house,
)


def test_a_smile_in_the_window_opens_the_warm_room():
    """The one thing this is all for."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Acknowledge)

    assert playing.stage.position == pytest.approx(12, abs=0.3)
    assert playing.of(Acknowledge) == [Acknowledge(OptionId("Smile"), Way.FACE)]
    assert playing.to_the_end().ending == "Warm"
    assert not playing.of(Ask)
    turn = playing.turns[-1]
    assert (turn.cause, turn.because) == (Cause.FACE, "you smiled")
    assert turn.evidence["smile.mean"] == 2.0
    assert turn.evidence["strength"] == 1.2
    assert turn.evidence["confidence"] == 0.9


def test_the_ways_of_looking_are_shown_while_a_face_is_read():
    """Viewers know what may be done before they do it."""
    playing = watched(HOUSE).until_order(Watch)
    watch = playing.of(Watch)[0]

    assert [option.label for option in watch.options] == ["Smile", "Look away", "Keep still"]
    assert watch.hints
    assert watch.until == playing.stage.now + 7
    playing.until_order(Unwatch)
    assert playing.stage.position == pytest.approx(12, abs=0.3)


def test_a_resting_face_answers_nothing_and_the_card_opens():
    """Not sure: the next way is asked, for its whole time."""
    playing = watched(HOUSE).until_scene("door").until_order(Ask)

    assert playing.stage.position == pytest.approx(13, abs=0.3)
    playing.press("Smile")
    playing.to_the_end()
    assert playing.turns[-1].unsure == ("face: no feeling was strong enough",)


def test_a_card_waits_for_the_face_and_then_has_its_whole_time():
    """The window ends after `at`: the card opens late and runs past the clip's end."""
    late = house(door(read=Span(Seconds(8), Seconds(20)), at=Seconds(13)))
    playing = watched(late).until_scene("door")
    assert playing.of(Follow)[-1] == Follow(None)
    playing.until_order(Ask)
    card = playing.of(Ask)[0]

    assert playing.stage.position == pytest.approx(20, abs=0.3)
    assert card.closes - card.opened == 9


def test_a_face_that_is_sure_while_the_card_would_wait_opens_none():
    """A sure face is answer enough."""
    late = house(door(read=Span(Seconds(8), Seconds(20)), at=Seconds(13)))
    playing = watched(late).until_scene("door")
    playing.face = {Reading.ATTENTION: -2.0}
    playing.until_scene("cold")

    assert not playing.of(Ask)
    assert playing.stage.now == pytest.approx(48, abs=0.6)


def test_a_press_while_a_face_is_read_answers_at_once():
    """What a hand does outranks what is inferred."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Watch)
    orders = playing.press("Look away")

    assert Acknowledge(OptionId("Look away"), Way.BUTTONS) in orders
    assert Unwatch() in orders
    assert playing.to_the_end().ending == "Cold"
    assert playing.turns[-1].unsure == ("face: not read to the end",)


def test_a_late_press_replaces_a_sure_reading():
    """The acknowledged option is shown until the cut, and a hand may still change it."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Acknowledge)
    playing.roll(5)
    orders = playing.press("Keep still")

    assert orders[1] == Acknowledge(OptionId("Keep still"), Way.BUTTONS)
    assert [order.shot.scene for order in orders if isinstance(order, Follow)] == ["cold"]
    assert playing.to_the_end().ending == "Cold"
    assert playing.turns[-1].cause is Cause.BUTTONS
    assert playing.turns[-1].unsure == ("face: outranked by a hand",)
    assert playing.variables["trust"] == 0.0


def test_a_sure_face_cuts_at_once_where_the_author_says_so():
    """`cut: now` holds for faces as for hands."""
    playing = watched(house(door(cut=CutAt.NOW))).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_scene("warm")

    assert playing.stage.now == pytest.approx(24 + 12, abs=0.6)


def test_a_face_alone_that_is_unsure_leaves_the_default():
    """Nothing is asked, so silence decides when the window is over."""
    playing = watched(house(door(by=(Way.FACE,))))
    playing.to_the_end()

    assert not playing.of(Ask)
    assert playing.turns[-1].cause is Cause.TIME
    assert playing.turns[-1].option == "Keep still"


def test_a_face_ranked_after_the_card_speaks_when_nobody_pressed():
    """Asked first: an unanswered card falls to the reading."""
    choice = door(by=(Way.BUTTONS, Way.FACE), at=Seconds(13), lasts=Seconds(5))
    playing = watched(house(choice)).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Ask)
    assert not playing.of(Acknowledge)
    playing.until_order(Acknowledge)

    assert playing.stage.position == pytest.approx(18, abs=0.3)
    assert playing.to_the_end().ending == "Warm"
    assert playing.turns[-1].unsure == ("buttons: nobody pressed",)


def test_a_face_after_a_card_that_closes_with_the_clip_is_what_follows():
    """There is no moment between: what follows silence is ordered before the end."""
    choice = door(by=(Way.BUTTONS, Way.FACE), at=Seconds(15), lasts=Seconds(9))
    playing = watched(house(choice)).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}

    assert playing.to_the_end().ending == "Warm"
    assert playing.turns[-1].cause is Cause.FACE


def test_a_window_that_ends_after_the_card_is_still_waited_for():
    """The card is gone, the face is read on: its word counts when it comes."""
    choice = door(
        by=(Way.BUTTONS, Way.FACE),
        at=Seconds(5),
        lasts=Seconds(5),
        read=Span(Seconds(8), Seconds(18)),
    )
    playing = watched(house(choice)).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(CloseCard)
    assert not playing.of(Acknowledge)
    playing.until_order(Acknowledge)

    assert playing.stage.position == pytest.approx(18, abs=0.3)
    assert playing.to_the_end().ending == "Warm"


def test_a_camera_lost_while_it_reads_opens_the_card_at_its_time():
    """Without a face nobody waits for one."""
    playing = watched(HOUSE).until_scene("door").until_order(Watch)
    playing.face = None
    orders = playing.hear(SenseLost(Way.FACE, "Unplugged."))

    assert Unwatch() in orders
    playing.until_order(Ask)
    assert playing.stage.position == pytest.approx(13, abs=0.3)
    playing.to_the_end()
    assert playing.turns[-1].unsure[0] == "face: camera lost"


def test_a_viewer_without_a_camera_never_waits_for_one():
    """The same decision with hands alone: no window, the card at its time."""
    playing = Playing(HOUSE).until_scene("door").until_order(Ask)

    assert playing.stage.position == 13
    assert not playing.of(Watch)


def test_a_window_in_a_clip_that_is_shorter_than_told_ends_with_the_clip():
    """A clip that broke off early must not leave its decision open for ever."""
    playing = watched(house(door(by=(Way.FACE,)))).until_order(Watch)
    orders = playing.hear(ShotEnded(playing.director.shot))

    assert Unwatch() in orders
    assert playing.director.phase is Phase.CUTTING


def test_an_unwatched_clip_that_breaks_off_goes_on_with_the_default():
    """Broken before its window began: the card is still asked over the held frame."""
    playing = watched(HOUSE).until_scene("door")
    playing.hear(ShotEnded(playing.director.shot))
    playing.until_order(Ask)

    assert playing.director.scene == "door"


def test_hints_may_be_hidden_while_a_face_is_read():
    """`hints: false` keeps the ways of looking to the story."""
    playing = watched(house(door(hints=False))).until_order(Watch)

    assert not playing.of(Watch)[0].hints


def test_moods_outside_a_window_do_not_decide():
    """A smile before he asks is not an answer."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.roll(4)
    playing.face = {}

    assert playing.to_the_end().ending == "Cold"
