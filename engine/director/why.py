"""What the film tells of itself afterwards: the way taken, its reasons, the roads not taken."""

from engine.director.viewing import Viewing
from engine.messages.orders import ShowEnding, ShowWhy
from engine.messages.records import Cause, Turn, Untaken
from engine.story.model import End, Story

_TELLING = frozenset({Cause.FACE, Cause.TEXT, Cause.VOTE, Cause.BUTTONS, Cause.TIME})


def decided(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns at which the viewers, or their silence, led the film."""
    return tuple(turn for turn in turns if turn.cause in _TELLING)


def reasons(viewing: Viewing) -> ShowWhy:
    """Why the film went this way so far."""
    return ShowWhy(decided(viewing.turns))


def ending(viewing: Viewing, name: str, story: Story) -> ShowEnding:
    """The end card of a viewing."""
    last = None if viewing.scene is None else story.scenes[viewing.scene].way
    return ShowEnding(
        ending=name,
        path=viewing.path,
        turns=viewing.turns,
        untaken=roads_not_taken(viewing),
        shown=last.shown if isinstance(last, End) else None,
    )


def roads_not_taken(viewing: Viewing) -> tuple[Untaken, ...]:
    """What lay behind the ways not taken, for scenes never seen, each once."""
    unseen = {road.scene: road for road in viewing.untaken if not viewing.visits(road.scene)}
    return tuple(unseen.values())
