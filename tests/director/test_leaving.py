"""What is written down of a viewing that is over."""

from engine.director.leaving import abandoned, over
from engine.director.viewing import Viewing, fresh
from engine.messages.orders import SaveViewing, Write
from engine.messages.records import Ended
from engine.story.units import Seconds
from tests.director.playing import began_viewing
from tests.films import TWO_DOORS

NOW = Seconds(7)


def viewing() -> Viewing:
    return fresh(TWO_DOORS.story, began_viewing())


def endings(orders) -> list[Ended]:
    return [
        one.record for one in orders if isinstance(one, Write) and isinstance(one.record, Ended)
    ]


def test_at_home_there_is_nothing_to_go_on_with_after_an_ending():
    """And the ending is written down once."""
    orders = over(TWO_DOORS.story, viewing(), "Free", NOW, kiosk=False)

    assert endings(orders) == [Ended(ending="Free", scenes=0, at=NOW)]
    assert orders[-1] == SaveViewing(None)


def test_an_exhibition_remembers_nobody():
    """Its record is the ending alone."""
    orders = over(TWO_DOORS.story, viewing(), "Free", NOW, kiosk=True)

    assert orders == (Write(Ended(ending="Free", scenes=0, at=NOW)),)


def test_a_film_left_before_its_end_has_no_ending():
    """And keeps its place: nothing is ordered about that here."""
    assert abandoned(viewing(), NOW) == (Write(Ended(ending=None, scenes=0, at=NOW)),)
