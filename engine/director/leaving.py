"""What is written down when a viewing is over: by its end card, or left before it."""

from engine.director.memory import remembered
from engine.director.viewing import Viewing
from engine.messages.orders import Order, SaveViewing, Write
from engine.messages.records import Ended
from engine.story.model import Story
from engine.story.units import Seconds

Orders = tuple[Order, ...]


def over(story: Story, viewing: Viewing, ending: str, now: Seconds, *, kiosk: bool) -> Orders:
    """The film came to an ending: at home it is remembered, and there is nothing to go on with."""
    ended = Write(Ended(ending=ending, scenes=len(viewing.path), at=now))
    if kiosk:
        return (ended,)
    kept = (Write(one) for one in remembered(story, viewing, now))
    return (*kept, ended, SaveViewing(None))


def abandoned(viewing: Viewing, now: Seconds) -> Orders:
    """The film was left before any ending: nothing is remembered of it."""
    return (Write(Ended(ending=None, scenes=len(viewing.path), at=now)),)
