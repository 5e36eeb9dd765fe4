"""Waiting in the foyer for what somebody wants."""

from collections.abc import Iterator

from engine.show.cinema import Cinema
from engine.stage.foyer import Foyer
from engine.stage.wishes import Prefer, SoundCard, Wish


def wishes_in(cinema: Cinema, foyer: Foyer) -> Iterator[Wish]:
    """Show the foyer without end, and give what is wanted; what it likes and hears is seen to."""
    while True:
        for wish in foyer.wishes():
            match wish:
                case Prefer(preferences=preferences):
                    cinema.prefer(preferences)
                case SoundCard(came=came):
                    cinema.speaker.heed_card(came=came)
                case _:
                    yield wish
        foyer.draw()
        cinema.tick()
