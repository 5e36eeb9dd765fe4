"""Facts: things that have happened, reported to the director. None asks for anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from engine.messages.records import Judgement, Tally
from engine.messages.shots import Shot
from engine.messages.standing import Standing
from engine.story.conditions import Value
from engine.story.film import Film
from engine.story.model import Reading, Way
from engine.story.units import OptionId, SceneId, Seconds, Share, Steps


@dataclass(frozen=True, slots=True)
class ViewerCame:
    """In a kiosk: somebody touched the attract picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingBegan:
    """A viewing begins, with everything the evening's chance and the viewer's past decide."""

    seed: int
    hour: float
    """The hour of the day, 0..24, fixed for the whole viewing."""
    language: str = "en"
    offers: frozenset[Way] = frozenset({Way.BUTTONS, Way.TEXT})
    """The ways this machine could answer in; FACE stands here when a camera may be there."""
    start: SceneId | None = None
    """Where to begin instead of the story's start (`play --from`)."""
    given: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    """Variables set before the first scene (`play --set`)."""
    avoids: frozenset[str] = frozenset()
    """Content warnings this viewer asked to avoid."""
    patience: Seconds | None = Seconds(90.0)
    """How long a `no limit` decision waits without any input; none: for ever."""
    stretch: float = 1.0
    """The viewer's choice-time setting: every `for` is this much longer."""
    memory: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    seen_before: frozenset[SceneId] = frozenset()
    ended_before: frozenset[str] = frozenset()
    learned: Mapping[str, Tally] = field(default_factory=lambda: MappingProxyType({}))
    """What moved earlier viewers, by `scene>go` of each `pick` with `mode: learn`."""
    standing: Standing | None = None
    """Where an earlier evening of this viewer stopped: go on from there."""
    kiosk: bool = False
    """Ends by going back to attract, and asks for consent on every visit."""
    sham: bool = False
    """Whether another viewer's tape answers, and not the one who watches."""
    asks_back: bool = False
    """Whether the end card may ask if what was read was so: the house writes the answers down."""


@dataclass(frozen=True, slots=True)
class ConsentAnswered:
    """The viewer said whether the film may look."""

    yes: bool


@dataclass(frozen=True, slots=True)
class WarningAnswered:
    """The viewer read the card of a content warning: go on, or stop the film here."""

    go_on: bool


@dataclass(frozen=True, slots=True)
class Ticked:
    """
    Time went on.

    `now` is the show's clock in seconds, which stands still while the showing is paused;
    `position` is how far the shot on the screen has played, in seconds from its start.
    """

    now: Seconds
    position: Seconds


@dataclass(frozen=True, slots=True)
class ShotBegan:
    """The first frame of a shot is on the screen. `length` is its true length in seconds."""

    shot: Shot
    length: Seconds


@dataclass(frozen=True, slots=True)
class ShotEnded:
    """A shot has played out, nothing was ordered to follow, and its last frame is held."""

    shot: Shot


@dataclass(frozen=True, slots=True)
class ShotFailed:
    """A shot's file could not be played and the stage shows a stand-in or its fallback for it."""

    shot: Shot
    says: str


@dataclass(frozen=True, slots=True)
class OptionPressed:
    """A hand chose an option: by mouse, touch, key or gamepad."""

    option: OptionId


@dataclass(frozen=True, slots=True)
class PhonesJoined:
    """The phones in the room, in the order in which they joined; empty: the room is closed."""

    voices: tuple[str, ...]
    """A name that is good for this evening only, never a device's own."""


@dataclass(frozen=True, slots=True)
class Voted:
    """A phone voted; voting again changes its vote."""

    voice: str
    option: OptionId


@dataclass(frozen=True, slots=True)
class WordsRead:
    """
    Typed words were understood, or not; the words themselves stay in the senses.

    `option` is the option meant by number, label or example phrase; none when only the
    sentiment (-1..1, with `confidence` 0..1) is known. `clear` is false when neither was.
    """

    option: OptionId | None
    sentiment: float
    confidence: Share
    clear: bool
    method: str
    """How it was understood: `number`, `label`, `phrase`, `sentiment` or `none`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodRead:
    """
    The eyes' newest reading of everybody in view.

    `readings` holds steps from this viewer's baseline, already smoothed and clipped to -3..3;
    it is empty when no face is seen (`faces` 0), except that attention is always told.
    """

    at: Seconds
    """The show's clock when the picture was taken."""
    readings: Mapping[Reading, Steps]
    confidence: Mapping[Reading, Share]
    faces: int
    calibrated: bool
    """Whether the baseline holds at least 3 s of this viewer."""
    where: tuple[float, float] | None = None
    """
    Where the one face in view is in the camera's picture, as shares of it from its left top
    corner; none: no face, or several. It turns a look around, never the film, and is on no tape.
    """
    disagreement: Share = Share(0.0)
    """
    How far several faces differ: the spread of their valence, 0..1. It has lowered `confidence`
    already, decides nothing more, and is on no tape.
    """


@dataclass(frozen=True, slots=True)
class SenseFound:
    """A sense is alive: its device is open and gives fresh answers."""

    way: Way


class Loss(StrEnum):
    """In what manner a sense is lost; sentences are for people, and nobody compares them."""

    GONE = "gone"
    """It gives nothing, or nothing any more."""
    UNUSED = "unused"
    """None was asked for."""
    REFUSED = "refused"
    """It cannot be opened: not there, in use, not permitted, or no film."""
    FROZEN = "frozen"
    """It gives the same picture again and again."""
    ENDED = "ended"
    """A recording that stood in for it has been played to its end."""
    BLIND = "blind"
    """The device may be well, but what reads it is not."""


@dataclass(frozen=True, slots=True)
class SenseLost:
    """A sense has died or its device gives nothing; `says` is one sentence for people."""

    way: Way
    says: str
    loss: Loss = Loss.GONE


@dataclass(frozen=True, slots=True)
class HandSeen:
    """Any key, touch or movement of the mouse; it renews a `no limit` decision's patience."""


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """The viewer asked to pause, or the window lost the screen."""


@dataclass(frozen=True, slots=True)
class ResumeAsked:
    """The viewer asked to go on."""


@dataclass(frozen=True, slots=True)
class WhyAsked:
    """The viewer asked why the film went this way; asked again it closes the card."""


@dataclass(frozen=True, slots=True)
class FilmChanged:
    """The author saved the story while it plays, and the new text has no error."""

    film: Film


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The viewer chose another language: the same film, said in it."""

    film: Film
    language: str


@dataclass(frozen=True, slots=True)
class StretchChosen:
    """The viewer chose how much longer choices stay open; none: without limit."""

    stretch: float | None


@dataclass(frozen=True, slots=True)
class TurnJudged:
    """The viewer said whether what was read of them was so; silent: and wants no more of it."""

    number: int
    """Of the question on the end card."""
    verdict: Judgement


@dataclass(frozen=True, slots=True)
class StopAsked:
    """The viewer wants to leave the film, or has read its end card."""


@dataclass(frozen=True, slots=True)
class ViewersLeft:
    """Nobody has been there for as long as the house waits."""


@dataclass(frozen=True, slots=True)
class MaintenanceAsked:
    """The operator's chord and PIN were given; given again, the house goes back to work."""


Fact = (
    ViewerCame
    | ViewingBegan
    | ConsentAnswered
    | WarningAnswered
    | Ticked
    | ShotBegan
    | ShotEnded
    | ShotFailed
    | OptionPressed
    | PhonesJoined
    | Voted
    | WordsRead
    | MoodRead
    | SenseFound
    | SenseLost
    | HandSeen
    | PauseAsked
    | ResumeAsked
    | WhyAsked
    | FilmChanged
    | LanguageChosen
    | StretchChosen
    | TurnJudged
    | StopAsked
    | ViewersLeft
    | MaintenanceAsked
)
