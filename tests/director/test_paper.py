"""A stage of paper does what a real one would."""

from engine.director.paper import PaperStage
from engine.messages.facts import ShotBegan, ShotEnded, Ticked
from engine.messages.orders import Cut, Follow, Freeze, HoldFilm, Rest, Thaw, Unclear
from engine.messages.shots import Shot, Source
from engine.story.model import Hold
from engine.story.units import SceneId, Seconds


def shot(name: str, length: float = 2.0, *, loop: bool = False) -> Shot:
    return Shot(
        scene=SceneId(name), visit=1, source=Source.FILE, length=Seconds(length), loop=loop
    )


def stage(*orders, step: float = 1.0) -> PaperStage:
    made = PaperStage(Seconds(step))
    for order in orders:
        made.obey(order)
    return made


def facts(made: PaperStage, ticks: int) -> list:
    return [fact for _ in range(ticks) for fact in made.facts()]


A, B = shot("a"), shot("b")


def test_a_cut_begins_at_once_and_time_is_told():
    """Every tick tells the clock and the position."""
    assert facts(stage(Cut(A)), 1) == [ShotBegan(A, Seconds(2.0)), Ticked(1.0, 1.0)]


def test_what_follows_begins_after_the_last_sample():
    """No last frame is held where something follows."""
    told = facts(stage(Cut(A), Follow(B)), 2)

    assert told[2:] == [ShotBegan(B, Seconds(2.0)), Ticked(2.0, 0.0)]


def test_a_shot_nothing_follows_is_held_and_told_once():
    """The last frame stands until somebody cuts."""
    made = stage(Cut(A), Follow(B), Follow(None))

    told = facts(made, 4)
    assert told.count(ShotEnded(A)) == 1
    assert told[-1] == Ticked(4.0, 2.0)


def test_what_is_ordered_after_the_end_follows_then():
    """A late order is obeyed late, not never."""
    made = stage(Cut(A))
    facts(made, 3)
    made.obey(Follow(B))

    assert ShotBegan(B, Seconds(2.0)) in facts(made, 1)


def test_a_pause_stops_the_clock():
    """Time stands still with the picture."""
    made = stage(Cut(A), Freeze())
    assert facts(made, 5) == [ShotBegan(A, Seconds(2.0))]
    made.obey(Thaw())

    assert facts(made, 1) == [Ticked(1.0, 1.0)]


def test_a_freeze_stops_the_picture_and_not_the_clock():
    """A decision's time runs over a picture that stands."""
    made = stage(Cut(A))
    facts(made, 1)
    made.obey(HoldFilm(Hold.FREEZE))
    assert facts(made, 3)[-1] == Ticked(4.0, 1.0)
    made.obey(HoldFilm(Hold.ROLL))

    assert ShotEnded(A) in facts(made, 1)


def test_a_loop_repeats_its_stretch():
    """From where it was told to the end, again and again."""
    made = stage(Cut(shot("a", 4)), HoldFilm(Hold.LOOP, Seconds(2)), Follow(B))

    assert [fact.position for fact in facts(made, 8) if isinstance(fact, Ticked)] == [
        1,
        2,
        3,
        2,
        3,
        2,
        3,
        2,
    ]


def test_nothing_follows_while_a_stretch_is_held_in_a_loop():
    """As in the real projector: what was to follow comes after the round in which it ends."""
    made = stage(Cut(shot("a", 4)), HoldFilm(Hold.LOOP, Seconds(2)), Follow(B))
    assert ShotBegan(B, Seconds(2.0)) not in facts(made, 9)
    made.obey(HoldFilm(Hold.ROLL))

    assert ShotBegan(B, Seconds(2.0)) in facts(made, 2)


def test_a_clip_that_loops_goes_on_only_to_what_follows():
    """`play.loop` ends when something is ordered."""
    made = stage(Cut(shot("a", 2, loop=True)))
    assert [fact.position for fact in facts(made, 4) if isinstance(fact, Ticked)] == [1, 0, 1, 0]
    made.obey(Follow(B))

    assert ShotBegan(B, Seconds(2.0)) in facts(made, 2)


def test_a_stage_at_rest_only_tells_the_time():
    """And orders that are not for it change nothing."""
    made = stage(Cut(A), Freeze(), Rest(), Unclear())
    facts(made, 1)

    assert made.shot is None
    assert facts(made, 1) == [Ticked(2.0, 0.0)]


def test_a_shot_that_is_gone_on_with_begins_in_its_middle():
    """Its length is its own, its position the saved one."""
    made = stage(Cut(shot("a", 4.0), Seconds(2.5)), Follow(B))

    assert facts(made, 2) == [
        ShotBegan(shot("a", 4.0), Seconds(4.0)),
        Ticked(Seconds(1.0), Seconds(3.5)),
        ShotBegan(B, Seconds(2.0)),
        Ticked(Seconds(2.0), Seconds(0.0)),
    ]
