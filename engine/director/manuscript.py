"""The text a showing plays by, and the edited one that waits for the next cut."""

from dataclasses import replace
from typing import Final

from engine.director import forecast
from engine.director.asking import asks_felt
from engine.director.forecast import Ahead, Answer
from engine.director.journey import Journey
from engine.director.resuming import Opening
from engine.director.viewing import Viewing
from engine.messages.orders import Order, Tell, Write
from engine.messages.records import Noticed
from engine.story.film import Film
from engine.story.model import Option, Story
from engine.story.units import Seconds

_LEAST: Final = Seconds(0.5)  # of a shot that is gone on with
_MOST_TOLD: Final = 8


class Manuscript:
    """A film as it is played now, and where its ways lead. Belongs to the showing."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._edited: Film | None = None
        self.film: Film = opening.film
        self._take(opening)

    @property
    def story(self) -> Story:
        """The text as it is played now."""
        return self.film.story

    def edited(self, film: Film) -> None:
        """The author changed the story: its new text counts from the next cut on."""
        self._edited = film

    def spoken(self, film: Film) -> bool:
        """
        The same story in another language; whether it speaks at once.

        If an edited text waits, this is that one in the language: it waits in its place. So
        does a text that was edited since this one was read.
        """
        if self._edited is not None or film.version != self.film.version:
            self._edited = film
            return False
        self.film = film
        return True

    def landed(self, opening: Opening) -> None:
        """The film is its edited text from now on."""
        if opening.film is self._edited:
            self._edited = None
        self._take(opening)

    def begun(self, viewing: Viewing) -> Ahead:
        """What the showing begins with."""
        film = self.film
        return forecast.begun(replace(self._opening, film=film, viewing=viewing))

    def moment(self, ahead: Ahead) -> Seconds:
        """From where its first shot is played; never so late that nothing of it is left."""
        if ahead.shot is None or ahead.records or ahead.shot.scene != self._opening.scene:
            return Seconds(0.0)
        latest = ahead.shot.length - _LEAST
        return Seconds(max(min(self._opening.position, latest), 0.0))

    def onward(self, viewing: Viewing) -> Ahead:
        """Where a scene leads that asks nothing."""
        return forecast.onward(self.film, viewing, self._edited)

    def answered(self, viewing: Viewing, answer: Answer, options: tuple[Option, ...]) -> Ahead:
        """Where an answer leads."""
        return forecast.answered(self.film, viewing, answer, options, self._edited)

    def _take(self, opening: Opening) -> None:
        self.film = opening.film
        self.asks_felt = asks_felt(opening.film.story)
        self.journey = journey_of(opening)


def journey_of(opening: Opening) -> Journey:
    """A journey that stands where a viewing goes on, and knows the visits it comes back from."""
    journey = Journey(opening.film.story, opening.scene)
    journey.reach(*opening.viewing.visits_open)
    return journey


def mended(opening: Opening, now: Seconds) -> tuple[Order, ...]:
    """Say what no longer fitted an edited film: to the author all, to the viewer one line."""
    says = "; ".join(opening.mended[:_MOST_TOLD])
    noted = Noticed(code="mended", says=f"The story was edited: {says}.", at=now)
    told = () if opening.told is None else (Tell(opening.told),)
    return (*((Write(noted),) if says else ()), *told)
