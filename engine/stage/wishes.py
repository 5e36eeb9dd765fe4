"""What people ask of the house through the stage, beside the facts that the film hears."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

STRETCHES: tuple[float | None, ...] = (1.0, 1.5, 2.0, None)
"""How much longer choices stay open; none: without limit."""
LOUDER = 0.1
DELAY_STEP = 10
_DELAYS = (-500, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How this viewer likes films shown."""

    language: str = "en"
    """Of the interface, and of films that speak it."""
    films: str | None = None
    """The language of films that have it, where it is another than the interface's."""
    volume: float = 0.8
    muted: bool = False
    subtitles: bool = True
    described: bool = False
    """Whether what is seen is told, where a film has words for it."""
    stretch: float | None = 1.0
    """How much longer choices stay open; none: they wait for ever."""
    full: bool = False
    """Whether the film fills the screen."""
    delay: int = 0
    """Milliseconds that the sound is heard later than the player thinks."""

    def heard(self, languages: Iterable[str]) -> str:
        """The language that a film with these languages speaks for this viewer."""
        return self.films if self.films in tuple(languages) and self.films else self.language

    def next_film_language(self, languages: Sequence[str]) -> "Preferences":
        """A film in the next of its languages; the interface keeps its own."""
        now = self.heard(languages)
        at = languages.index(now) + 1 if now in languages else 0
        then = languages[at % len(languages)]
        return replace(self, films=None if then == self.language else then)

    @property
    def loudness(self) -> float:
        """What is heard, 0..1."""
        return 0.0 if self.muted else self.volume

    def louder(self, by: float) -> "Preferences":
        """Louder, or softer by a negative step; a touched volume is not mute."""
        return replace(self, volume=round(min(1.0, max(0.0, self.volume + by)), 2), muted=False)

    def later(self, by: int) -> "Preferences":
        """The sound that much later, as far as anybody's loudspeakers are late."""
        return replace(self, delay=max(_DELAYS[0], min(_DELAYS[1], self.delay + by)))

    def slower(self) -> "Preferences":
        """The next longer choice time, after the longest the first."""
        now = STRETCHES.index(self.stretch) if self.stretch in STRETCHES else 0
        return replace(self, stretch=STRETCHES[(now + 1) % len(STRETCHES)])


@dataclass(frozen=True, slots=True)
class PlayFilm:
    """Somebody wants to see a film of the library."""

    film: str
    avoids: frozenset[str] = field(default_factory=frozenset)
    """The content warnings they asked to be led around."""
    resume: bool = False
    """Whether to go on where it was left."""


@dataclass(frozen=True, slots=True)
class Prefer:
    """Somebody changed how films are shown; keep it."""

    preferences: Preferences


@dataclass(frozen=True, slots=True)
class GivePin:
    """The operator's PIN was typed; whoever holds the digest says whether it is right."""

    pin: str


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """The viewer wants films to forget them, and said so twice."""


@dataclass(frozen=True, slots=True)
class SoundCard:
    """A sound card came, or the one in use was taken away."""

    came: bool


@dataclass(frozen=True, slots=True)
class GoHome:
    """Back to the library."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


Wish = PlayFilm | Prefer | GivePin | ForgetMe | SoundCard | GoHome | Quit


class Local(Enum):
    """What only the stage itself needs to know."""

    SETTINGS = "settings"
    ASK_LEAVE = "ask-leave"
    ASK_QUIT = "ask-quit"
    ASK_FORGET = "ask-forget"
    STAY = "stay"
    NEXT_LEAF = "next-leaf"
    LAST_LEAF = "last-leaf"
    CLOSE = "close"
    ENTER = "enter"
    """Into the film, past what it contains."""
    WRITE = "write"
    """Put the caret into the text field."""
    TUNE = "tune"
    """To the page where picture and sound are made to fall together."""
    SEND = "send"
    ANEW = "anew"
    """Learn anew what is normal for whoever sits there."""


@dataclass(frozen=True, slots=True)
class Select:
    """A film of the library was pointed at."""

    film: str


@dataclass(frozen=True, slots=True)
class Avoid:
    """A content warning was switched on or off."""

    warning: str


@dataclass(frozen=True, slots=True)
class PinKey:
    """A key of the PIN pad: a digit, or nothing to take the last one back."""

    digit: str
