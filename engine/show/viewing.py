"""What one viewing is made of, whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from engine.director.script import ScriptedViewer, WordsReader
from engine.house.ledger.entries import Occasion
from engine.house.tape.lines import Head
from engine.house.tape.reading import Taped
from engine.messages.facts import ConsentAnswered, Fact, ViewingBegan, WarningAnswered
from engine.messages.orders import AskConsent, AskWarning, Order, Tell
from engine.shelf.saves import Saves
from engine.show.editing import Edits
from engine.stage.wishes import Preferences
from engine.story.film import Film
from engine.story.units import Seconds

PATIENCE: Final = Seconds(90.0)
"""How long a choice without limit waits for one who first wanted no limit anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A film, how its viewing begins, and what stands beside the viewer."""

    film: Film
    began: ViewingBegan
    camera: str = "none"
    """A device's number, a recorded film, a folder of pictures, or `none`."""
    script: tuple[str, ...] | None = None
    """What a scripted viewer does; none: there is none."""
    log: Path | None = None
    tape: Head | None = None
    """What the log is a tape of; none: it holds the reasons alone."""
    sham: Taped | None = None
    """The tape that answers in the viewer's place."""
    ledger: Occasion | None = None
    """Where and as what it is written into the house's ledger; none: nowhere."""
    saves: Saves | None = None
    """Where it is kept how far the viewing has come; none: nowhere."""
    said: Callable[[str], Film] | None = None
    """The same film as it is said in another language; none: it stays as it began."""
    edits: Edits | None = None
    """What its author changes while it plays; none: nobody writes."""
    told: tuple[Tell, ...] = ()
    """What the viewer is told as it begins."""

    def scripted(self, reader: WordsReader, clock: Callable[[], Seconds]) -> ScriptedViewer | None:
        """The scripted viewer of this viewing; a real camera leaves it no face to play."""
        if self.script is None:
            return None
        return ScriptedViewer(
            self.script, self.film.story, clock=clock, reader=reader, face=self.camera == "none"
        )


def avoided(began: ViewingBegan) -> frozenset[str]:
    """What its viewer asked to be led around, before it or on the evening it goes on from."""
    return began.avoids | (began.standing.avoids if began.standing is not None else frozenset())


def as_liked(plan: Plan, liked: Preferences) -> Plan:
    """The same plan in the language and with the time to choose that its viewer likes by now."""
    began = plan.began
    language = liked.heard(plan.film.story.languages)
    if language != began.language and plan.said is not None:
        plan, began = replace(plan, film=plan.said(language)), replace(began, language=language)
    patience = PATIENCE if began.patience is None else began.patience
    limited = liked.stretch is not None
    began = replace(began, stretch=liked.stretch or 1.0, patience=patience if limited else None)
    return replace(plan, began=began)


def kept(preferences: Preferences) -> dict[str, dict[str, object]]:
    """Preferences as the settings file writes them."""
    stretch = preferences.stretch
    return {
        "sound": {"volume": preferences.volume, "latency_ms": float(preferences.delay)},
        "viewer": {
            "language": preferences.language,
            "films": preferences.films or "auto",
            "subtitles": preferences.subtitles,
            "description": preferences.described,
            "stretch": 1.0 if stretch is None else stretch,
            "no_limit": stretch is None,
        },
        "screen": {"full": preferences.full},
    }


class Agreeing:
    """Goes on at a warning; says yes to the camera for one who named it on the command line."""

    def __init__(self, *, camera: bool) -> None:
        self._camera = camera
        self._answers: list[Fact] = []

    def obey(self, order: Order) -> None:
        """Take note of what is asked."""
        match order:
            case AskConsent():
                self._answers.append(ConsentAnswered(yes=self._camera))
            case AskWarning():
                self._answers.append(WarningAnswered(go_on=True))
            case _:
                pass

    def facts(self) -> tuple[Fact, ...]:
        """The answers, once."""
        answers, self._answers = tuple(self._answers), []
        return answers
