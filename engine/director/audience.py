"""Viewers of a rehearsal: simple habits of looking, pressing and typing, driven by chance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol, TypeVar

from engine.director.acting import RESTING, Face, acted
from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    MoodRead,
    OptionPressed,
    PhonesJoined,
    SenseFound,
    Voted,
    WarningAnswered,
    WordsRead,
)
from engine.messages.orders import (
    Acknowledge,
    Ask,
    AskConsent,
    AskWarning,
    CardOption,
    CloseCard,
    CloseEyes,
    Listen,
    OpenEyes,
    Order,
    Unclear,
    Unlisten,
    Watch,
    Write,
)
from engine.messages.records import Entered
from engine.story.model import Choice, Feel, Reading, Story, Way
from engine.story.units import OptionId, Seconds, Share, Steps

T = TypeVar("T")
_PHONES: Final = ("one", "two", "three")
_SURE: Final = Share(0.9)
_DRIFT: Final = 0.25  # how far a face moves between two looks, in steps
_HOME: Final = 0.15  # how strongly it is drawn back to what it shows
_FARTHEST: Final = 3.0
_PONDERS: Final = Seconds(12.0)  # the longest somebody takes where nothing hurries them
_UNDERSTOOD: Final = 0.85  # of what is typed
_NEARER: Final = 0.4  # what is left of a face that counts 0.7 beside its opposite that counts 0.3
_DISPUTED: Final = Share(0.41)  # how sure the eyes are then: 0.9, less for a disagreement of 0.9


class Chance(Protocol):
    """Numbers from 0 to below 1, handed in so that a rehearsal can be had again."""

    def random(self) -> float:
        """The next one."""
        ...


class Kind(StrEnum):
    """The habits of a viewer."""

    SILENT = "silent"
    """Lets the film look, keeps an ordinary face, and never answers."""
    PRESSING = "pressing"
    """Presses something, early or late."""
    EXPRESSIVE = "expressive"
    """Has a face that moves, and answers with nothing else."""
    TALKING = "talking"
    """Types: a label, an example phrase, a mood, or something nobody understands."""
    REFUSING = "refusing"
    """Does not let the film look, and answers by hand or not at all."""
    VOTING = "voting"
    """A room with three phones."""
    MIXED = "mixed"
    """A little of everything."""
    SHY = "shy"
    """Shows a quarter of what it feels, and answers with nothing else: the default's."""
    NOISY = "noisy"
    """A face that jumps about and is lost half the time: a poor camera, a poor light."""
    CONTRADICTING = "contradicting"
    """Shows one feeling and writes in the tone of its opposite."""
    OPPOSED = "opposed"
    """Two people side by side, of whom one shows the opposite of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How likely a viewer is to do what."""

    consents: float = 0.0
    acts: float = 0.0
    """Shows a feeling the film asks about, in each scene."""
    moves: bool = False
    """Whether the face drifts at all, beyond a little noise."""
    early: float = 0.0
    """Presses while the face is still being read."""
    presses: float = 0.0
    types: float = 0.0
    phones: bool = False
    shows: float = 1.0
    """How much of a feeling the face shows; the rest is kept."""
    trembles: float = 0.0
    """How far each look may miss, in steps."""
    lost: float = 0.0
    """How often no face is found."""
    sure: Share = _SURE
    """How sure the eyes are of what they read."""
    against: bool = False
    """Whether its words sound the opposite of its face."""
    people: int = 1


HABITS: Final = MappingProxyType(
    {
        Kind.SILENT: Habits(consents=1.0),
        Kind.PRESSING: Habits(consents=0.5, early=0.5, presses=0.95),
        Kind.EXPRESSIVE: Habits(consents=1.0, acts=0.8, moves=True),
        Kind.TALKING: Habits(consents=0.5, acts=0.2, types=0.9, presses=0.3),
        Kind.REFUSING: Habits(early=0.3, presses=0.7, types=0.2),
        Kind.VOTING: Habits(presses=0.3, phones=True),
        Kind.MIXED: Habits(consents=0.7, acts=0.5, moves=True, early=0.2, presses=0.5, types=0.4),
        Kind.SHY: Habits(consents=1.0, acts=0.9, shows=0.25),
        Kind.NOISY: Habits(consents=1.0, acts=0.3, moves=True, trembles=1.5, lost=0.5),
        Kind.CONTRADICTING: Habits(consents=1.0, acts=0.9, types=1.0, against=True),
        Kind.OPPOSED: Habits(consents=1.0, acts=0.9, shows=_NEARER, sure=_DISPUTED, people=2),
    }
)


def faces_of(story: Story) -> tuple[Face, ...]:
    """A face for each feeling the film asks about, and an ordinary one first."""
    named = tuple(story.feelings.values())
    asked = [*named, *(feel for feel in _felt(story) if feel not in named)]
    shown = (acted(feel, named) or acted(feel, ()) for feel in asked)
    return (RESTING, *(face for face in shown if face is not None))


def _felt(story: Story) -> list[Feel]:
    ways = (scene.way for scene in story.scenes.values())
    options = (option for way in ways if isinstance(way, Choice) for option in way.options)
    return list(dict.fromkeys(option.feel for option in options if option.feel is not None))


class Viewer:
    """
    Hears the same orders as a screen and tells the same facts as a person, so bypasses nothing.

    Belongs to whoever asks it for facts.
    """

    def __init__(
        self, habits: Habits, faces: Sequence[Face], chance: Chance, clock: Callable[[], Seconds]
    ) -> None:
        self._habits, self._faces = habits, faces
        self._chance, self._clock = chance, clock
        self._eyes = False
        self._wears: Face = RESTING
        self._face: dict[Reading, float] = dict(RESTING)
        self._listen: Listen | None = None
        self._card: Ask | None = None
        self._due: list[tuple[Seconds, Fact]] = []
        """What will be done, and when."""
        self._facts: list[Fact] = [PhonesJoined(_PHONES)] if habits.phones else []

    def obey(self, order: Order) -> None:
        """Take note of what the screen shows, and make up one's mind about it."""
        match order:
            case AskConsent():
                self._facts.append(ConsentAnswered(yes=self._likely(self._habits.consents)))
            case AskWarning():
                self._facts.append(WarningAnswered(go_on=True))
            case OpenEyes():
                self._eyes = True
                self._facts.append(SenseFound(Way.FACE))
            case CloseEyes():
                self._eyes = False
            case Write(record=Entered()):
                self._wears = self._worn()
                self._card, self._listen, self._due = None, None, []
            case _:
                self._see(order)

    def facts(self) -> tuple[Fact, ...]:
        """What the viewer does now."""
        now = self._clock()
        if self._due:
            self._facts += [fact for at, fact in self._due if at <= now]
            self._due = [one for one in self._due if one[0] > now]
        if self._eyes:
            self._facts.append(self._mood(now))
        facts, self._facts = tuple(self._facts), []
        return facts

    def _see(self, order: Order) -> None:
        match order:
            case Watch(options=options, until=until):
                if self._likely(self._habits.early):
                    self._press(options, until)
            case Listen():
                self._listen = order
                self._answer()
            case Ask():
                again = self._card is not None and self._card.scene == order.scene
                self._card = order
                if not again and Way.TEXT not in order.ways:
                    self._answer()  # with a text field, what is listened for comes next
            case Unclear():
                self._answer()
            case CloseCard() | Unlisten() | Acknowledge():
                self._card, self._listen, self._due = None, None, []
            case _:
                pass

    def _answer(self) -> None:
        """Decide what to do about the card."""
        card, habits = self._card, self._habits
        if card is None:
            return
        if self._listen is not None and self._likely(habits.types):
            self._later(self._typed(self._listen), card.closes)
        elif habits.phones and Way.VOTE in card.ways:
            for phone in _PHONES:
                self._later(Voted(phone, self._one_of(card.options).id), card.closes)
        elif self._likely(habits.presses):
            self._press(card.options, card.closes)

    def _press(self, options: Sequence[CardOption], until: Seconds | None) -> None:
        self._later(OptionPressed(self._one_of(options).id), until)

    def _later(self, fact: Fact, until: Seconds | None) -> None:
        """Some time before it is too late, and now and then after that."""
        given = _PONDERS if until is None else Seconds(max(until - self._clock(), 0.0) * 1.1)
        self._due.append((Seconds(self._clock() + given * self._chance.random()), fact))

    def _typed(self, listen: Listen) -> WordsRead:
        if not self._likely(_UNDERSTOOD):
            return _words(None, 0.0, "none")
        if listen.sentiment and self._habits.against:
            return _words(None, -self._sounding(), "sentiment")
        if listen.sentiment and self._likely(0.5):
            return _words(None, 2 * self._chance.random() - 1, "sentiment")
        meant = self._one_of(listen.options)
        method = "phrase" if meant.hear and self._likely(0.5) else "label"
        return _words(meant.option, 2 * self._chance.random() - 1, method)

    def _worn(self) -> Face:
        if not self._likely(self._habits.acts):
            return RESTING
        face = self._one_of(self._faces)
        kept = self._habits.shows
        return face if kept == 1.0 else {name: Steps(kept * face[name]) for name in face}

    def _sounding(self) -> float:
        """The tone that would suit the face: bright where it smiles or is pleased."""
        shown = self._wears[Reading.VALENCE] + self._wears[Reading.SMILE]
        return 0.8 if shown >= 0 else -0.8

    def _mood(self, now: Seconds) -> MoodRead:
        """A face that drifts about what it shows; an ordinary one only trembles a little."""
        drift = _DRIFT if self._habits.moves else _DRIFT / 5
        if self._wears is not RESTING:
            self._face = {name: self._wears[name] for name in self._face}
        for name, value in self._face.items():
            moved = value + drift * (2 * self._chance.random() - 1)
            moved += _HOME * (self._wears[name] - value)
            self._face[name] = min(max(moved, -_FARTHEST), _FARTHEST)
        habits = self._habits
        if habits.lost and self._likely(habits.lost):
            return MoodRead(at=now, readings={}, confidence={}, faces=0, calibrated=True)
        return MoodRead(
            at=now,
            readings={name: Steps(self._missed(value)) for name, value in self._face.items()},
            confidence=dict.fromkeys(self._face, habits.sure),
            faces=habits.people,
            calibrated=True,
        )

    def _missed(self, value: float) -> float:
        """A reading as a poor picture gives it."""
        off = self._habits.trembles
        return value + off * (2 * self._chance.random() - 1) if off else value

    def _likely(self, how: float) -> bool:
        return self._chance.random() < how

    def _one_of(self, these: Sequence[T]) -> T:
        return these[int(self._chance.random() * len(these))]


def _words(option: OptionId | None, sentiment: float, method: str) -> WordsRead:
    return WordsRead(option, sentiment, _SURE, clear=method != "none", method=method)
