"""What the desk prints of a viewing."""

from engine.desk.films import load
from engine.desk.telling import Telling
from engine.messages.records import Cause, Ended, Entered, Noticed, Turn
from engine.stage.tongue import Tongue
from engine.story.units import SceneId, Seconds

AT = Seconds(61.5)


def test_each_record_is_told_by_its_moment_and_its_reason():
    """Minutes, and what happened."""
    telling = Telling(load("two-doors")[1].story, Tongue("en"))
    turn = Turn(scene=SceneId("hall"), to=SceneId("garden"), cause=Cause.BUTTONS, label="Left",
                because="you went left", at=AT)  # fmt: skip

    assert telling.lines(Entered(scene=SceneId("hall"), visit=1, at=AT)) == ("  1:01.5  hall",)
    assert telling.lines(turn)[0].startswith("  1:01.5  -> garden: You went left.")
    assert telling.lines(Noticed(code="x", says="A clip failed.", at=AT)) == (
        "  1:01.5  ! A clip failed.",
    )
    assert telling.lines(Ended(ending="Free", scenes=2, at=AT)) == ("  1:01.5  = Free",)


def test_what_goes_without_saying_is_not_said():
    """The only way on needs no reason."""
    telling = Telling(load("two-doors")[1].story, Tongue("en"))
    turn = Turn(scene=SceneId("hall"), to=SceneId("garden"), cause=Cause.STORY)

    assert telling.lines(turn) == ()
    assert telling.lines(Ended(ending=None, scenes=2, at=AT)) == ()


def test_an_ending_is_told_in_the_viewers_language():
    """It is known by the author's name for it, and told by the translator's."""
    _, keeper = load("lantern-keeper", "zh")
    ended = Ended(ending="Dawn", scenes=5, at=AT)
    telling = Telling(keeper.story, Tongue("zh"))
    telling.lines(Entered(scene=SceneId("dawn"), visit=1, at=AT))

    assert telling.lines(ended) == ("  1:01.5  = 天亮了",)
