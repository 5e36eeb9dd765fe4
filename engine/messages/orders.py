"""Orders: what the director wants done. The parts that obey them may not refuse or reply."""

from dataclasses import dataclass

from engine.messages.records import Record, Turn, Untaken
from engine.messages.shots import Shot
from engine.messages.standing import Standing
from engine.story.model import Hold, Way
from engine.story.units import OptionId, SceneId, Seconds, Share, Steps


@dataclass(frozen=True, slots=True)
class Rest:
    """No film is on: the library at home, the attract picture in a kiosk."""


@dataclass(frozen=True, slots=True)
class AskConsent:
    """Show the consent card. No camera is opened before `ConsentAnswered(yes=True)`."""

    why: str | None
    """The author's own words, in the viewer's language."""


@dataclass(frozen=True, slots=True)
class AskWarning:
    """
    The next scene holds something this viewer asked to be spared, and the story has no way
    around it: name it, and offer to go on or to stop. `WarningAnswered` takes the card away.
    """

    scene: SceneId
    warnings: tuple[str, ...]
    """In the viewer's language, as the author wrote them."""


@dataclass(frozen=True, slots=True)
class OpenEyes:
    """The viewer consented: open the camera. The camera mark shows exactly while it is open."""


@dataclass(frozen=True, slots=True)
class CloseEyes:
    """Shut the camera and forget this viewer's baseline."""


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Take what is seen from now on as this viewer's normal, or stop doing so."""

    on: bool


@dataclass(frozen=True, slots=True)
class Prepare:
    """Have these shots ready to start without a gap, likeliest first; let go of any others."""

    shots: tuple[Shot, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """Play this shot after the last sample of the one on the screen. A later one replaces it;
    none: hold the last frame.
    """

    shot: Shot | None


@dataclass(frozen=True, slots=True)
class Cut:
    """Play this shot now, from its first frame or from a later moment of it."""

    shot: Shot
    at: Seconds = Seconds(0.0)
    """How far into the shot: where an earlier evening stopped."""


@dataclass(frozen=True, slots=True)
class HoldFilm:
    """What the film does from now on: roll on, stand still, or repeat from `since` to its end."""

    how: Hold
    since: Seconds = Seconds(0.0)


@dataclass(frozen=True, slots=True)
class CardOption:
    """An option as it is shown."""

    id: OptionId
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Open the card of a decision over the film."""

    scene: SceneId
    ask: str | None
    options: tuple[CardOption, ...]
    ways: frozenset[Way]
    """The asked ways that are open together: TEXT shows the text field."""
    opened: Seconds
    """On the show's clock."""
    closes: Seconds | None
    """On the show's clock; none: no limit, and no clock is drawn."""


@dataclass(frozen=True, slots=True)
class CloseCard:
    """Take the card away."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """The typed words were not understood: say so; the card stays open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A face is being read for these options until then: show them small beside the flame
    (where `hints`), the ways of looking. A press on one answers at once.
    """

    options: tuple[CardOption, ...]
    hints: bool
    until: Seconds
    """On the show's clock."""


@dataclass(frozen=True, slots=True)
class Unwatch:
    """The reading window is over."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What may be said for one option: its label and its example phrases."""

    option: OptionId
    label: str
    hear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listen:
    """Understand typed words as one of these, in this order of numbering."""

    options: tuple[Phrases, ...]
    sentiment: bool
    """Whether some option's `feel` names `text.*`, so that a mood alone can answer."""


@dataclass(frozen=True, slots=True)
class Unlisten:
    """No words are awaited."""


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """
    Show at once that this option was taken, until the cut; a press on another still counts.

    By VOTE over an open card it is the screen's own ballot, and the room has not decided yet.
    """

    option: OptionId
    by: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Burn:
    """
    How the live flame burns.

    `height` -1 (sunk) .. 1 (tall), 0 its rest; `gold` 0..1; `shiver` 0..1, dying away by
    itself; `seen` is true while a face is being read, false when the flame burns by itself.
    """

    height: Steps
    gold: Share
    shiver: Share
    seen: bool


@dataclass(frozen=True, slots=True)
class Freeze:
    """Pause: the picture stands, silence is fed, positions keep."""


@dataclass(frozen=True, slots=True)
class Thaw:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class ShowWhy:
    """Show the turns taken so far and their reasons."""

    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class HideWhy:
    """Take the reasons away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEnding:
    """The end card: which ending, the way that led there, and what the other roads knew."""

    ending: str
    path: tuple[SceneId, ...]
    turns: tuple[Turn, ...]
    untaken: tuple[Untaken, ...]
    shown: str | None = None
    """The ending's name in the viewer's language, where that is another."""


@dataclass(frozen=True, slots=True)
class Question:
    """One turn that was read of the viewer, to be asked about."""

    turn: Turn
    number: int
    """Counted from 1."""
    count: int
    """How many are asked in all."""


@dataclass(frozen=True, slots=True)
class AskIfSo:
    """Ask on the end card whether what was read was so; none: nothing more is asked."""

    question: Question | None


@dataclass(frozen=True, slots=True)
class Tell:
    """One line for the viewer: a key of the interface's words, and what stands in it."""

    key: str
    words: tuple[tuple[str, str], ...] = ()
    stays: bool = False
    """Until the next is told; else for a few seconds."""


@dataclass(frozen=True, slots=True)
class Write:
    """Write this down in the log or ledger, where one is kept."""

    record: Record


@dataclass(frozen=True, slots=True)
class SaveViewing:
    """Keep where this viewing stands, in place of what was kept before; none: forget it."""

    standing: Standing | None


Order = (
    Rest
    | AskConsent
    | AskWarning
    | OpenEyes
    | CloseEyes
    | Calibrate
    | Prepare
    | Follow
    | Cut
    | HoldFilm
    | Ask
    | CloseCard
    | Unclear
    | Watch
    | Unwatch
    | Listen
    | Unlisten
    | Acknowledge
    | Burn
    | Freeze
    | Thaw
    | ShowWhy
    | HideWhy
    | ShowEnding
    | AskIfSo
    | Tell
    | Write
    | SaveViewing
)
