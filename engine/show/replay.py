"""A tape heard again by the real director, without stage, senses or time."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.director.director import Director
from engine.director.viewing import Viewing
from engine.house.tape.lines import Changed, Heard, Spoken
from engine.house.tape.reading import Moment, Taped
from engine.messages.facts import Fact, LanguageChosen
from engine.messages.orders import ShowEnding, Write
from engine.messages.records import Record
from engine.story.film import Film
from engine.story.units import SceneId


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the film now goes another way than on the tape; none: there is no such record."""

    line: int
    taped: Record | None
    here: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """How a viewing went when its tape was heard again."""

    records: tuple[Record, ...]
    viewing: Viewing | None
    """As it stood at the last; none where the tape ends before its first scene."""
    ending: ShowEnding | None
    difference: Difference | None
    """The first; none: it is the same viewing."""
    changed: int | None
    """The line at which its author changed the film; it is followed up to there."""

    @property
    def path(self) -> tuple[SceneId, ...]:
        """The scenes that were entered."""
        return () if self.viewing is None else self.viewing.path


def replay(taped: Taped, film: Film, spoken: Callable[[str], Film]) -> Replayed:
    """Hear a viewing again. `spoken` gives the film in another language, if it was changed."""
    director = Director(film)
    records: list[Record] = []
    viewing: Viewing | None = None
    ending: ShowEnding | None = None
    difference: Difference | None = None
    changed: int | None = None
    for moment in taped.moments:
        fact = _fact(moment.heard, spoken)
        if fact is None:
            changed = moment.line
            break
        orders = director.hear(fact)
        viewing = viewing if director.showing is None else director.showing.viewing
        here = tuple(one.record for one in orders if isinstance(one, Write))
        ending = next((one for one in orders if isinstance(one, ShowEnding)), ending)
        records += here
        difference = difference or _difference(moment, here, last=moment is taped.moments[-1])
    return Replayed(
        records=tuple(records),
        viewing=viewing,
        ending=ending,
        difference=difference,
        changed=changed,
    )


def _fact(heard: Heard, spoken: Callable[[str], Film]) -> Fact | None:
    """What stands on a tape as the director hears it; none for a film that is not known."""
    match heard:
        case Changed():
            return None
        case Spoken(language=language):
            return LanguageChosen(spoken(language), language)
        case _:
            return heard


def _difference(moment: Moment, here: tuple[Record, ...], *, last: bool) -> Difference | None:
    """The first record that differs; a tape that was torn off may lack its last ones."""
    taped = moment.records
    for at in range(max(len(taped), len(here))):
        line, then = taped[at] if at < len(taped) else (moment.line, None)
        now = here[at] if at < len(here) else None
        if then != now and not (last and then is None):
            return Difference(line, then, now)
    return None
