"""What a viewer takes from one viewing of a film into the next."""

from engine.director.viewing import Viewing
from engine.messages.records import Remembered
from engine.story.model import End, Story
from engine.story.units import Seconds


def remembered(story: Story, viewing: Viewing, now: Seconds) -> tuple[Remembered, ...]:
    """What is kept of a viewing that came to an ending of its story; nothing where it did not."""
    way = None if viewing.scene is None else story.scenes[viewing.scene].way
    if not isinstance(way, End):
        return ()
    memory = Remembered(
        values={name: viewing.variables[name] for name in story.memory},
        seen=frozenset(viewing.visited),
        ending=way.name,
        at=now,
    )
    return (memory,)
