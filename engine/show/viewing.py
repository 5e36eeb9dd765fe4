"""What one viewing is made of, whoever shows it."""

from dataclasses import dataclass
from pathlib import Path

from engine.messages.facts import ConsentAnswered, Fact, ViewingBegan
from engine.messages.orders import AskConsent, Order
from engine.story.film import Film


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


class Consenting:
    """Says yes to the camera, for one who named a camera on the command line."""

    def __init__(self) -> None:
        self._asked = False

    def obey(self, order: Order) -> None:
        """Take note of the consent card."""
        self._asked = self._asked or isinstance(order, AskConsent)

    def facts(self) -> tuple[Fact, ...]:
        """The answer to it, once."""
        asked, self._asked = self._asked, False
        return (ConsentAnswered(yes=True),) if asked else ()
