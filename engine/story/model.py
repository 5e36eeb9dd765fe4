"""
The film as a value: scenes, clips, decisions. The words every other part of the engine speaks.

Everything here is frozen. `parse` makes it from an author's text and promises that every scene
named in it exists; nothing changes it afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from engine.story.conditions import Condition, Effect, Value
from engine.story.places import NOWHERE, Place
from engine.story.units import OptionId, SceneId, Seconds, Share


class Way(StrEnum):
    """A way in which a decision can be answered."""

    FACE = "face"
    TEXT = "text"
    VOTE = "vote"
    BUTTONS = "buttons"


class Reading(StrEnum):
    """What can be read of a viewer. All but `TEXT_SENTIMENT` come from a face."""

    VALENCE = "valence"
    AROUSAL = "arousal"
    ATTENTION = "attention"
    JOY = "joy"
    SADNESS = "sadness"
    ANGER = "anger"
    FEAR = "fear"
    SURPRISE = "surprise"
    DISGUST = "disgust"
    SMILE = "smile"
    STILL = "still"
    TEXT_SENTIMENT = "text.sentiment"


class Measure(StrEnum):
    """What of a reading over a window is compared."""

    MEAN = "mean"
    PEAK = "peak"
    TREND = "trend"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One reading against one number. `above` is `r > n`; otherwise `r < n`."""

    reading: Reading
    measure: Measure
    above: bool
    number: float


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; as strong as its weakest."""

    parts: "tuple[Feel, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds; as strong as its strongest."""

    parts: "tuple[Feel, ...]"


Feel = Comparison | AllOf | AnyOf
"""A condition over readings. Names of feelings are already put in place of what they stand for."""


class ClipKind(StrEnum):
    """What a shot is made of."""

    FILE = "file"
    STILL = "still"
    SLATE = "slate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One thing to play. `file` is relative to the film's folder."""

    kind: ClipKind
    file: str | None = None
    text: str | None = None
    """The words on a slate."""
    start: Seconds | None = None
    end: Seconds | None = None
    loop: bool = False
    fallback: str | None = None
    seconds: Seconds | None = None
    """The length of a still or slate, and of a stand-in for a file that is not there yet."""
    by_language: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    view: str | None = None
    """`360` for an equirectangular clip."""
    bed: str | None = None
    """Music that runs on over the cut where the next clip names it too."""
    stem: str | None = None
    """Music over the bed, in step with it."""
    bar: Seconds | None = None
    """A bar of the bed, at whose beginning a stem changes; none: at the cut."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A clip and when it is shown; `when` of none always holds."""

    clip: Clip
    when: Condition | None = None


class Hold(StrEnum):
    """What the film does while a decision is open."""

    ROLL = "roll"
    FREEZE = "freeze"
    LOOP = "loop"


class CutAt(StrEnum):
    """When an early answer cuts."""

    END = "end"
    NOW = "now"


class Crowd(StrEnum):
    """How several viewers become one answer."""

    MAJORITY = "majority"
    MEAN = "mean"
    LOUDEST = "loudest"
    ROTATE = "rotate"
    FAIR = "fair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a decision, and where it leads."""

    id: OptionId
    label: str
    go: SceneId
    feel: Feel | None = None
    hear: tuple[str, ...] = ()
    when: Condition | None = None
    set: tuple[Effect, ...] = ()
    once: bool = False
    because: str | None = None
    default: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment of a clip to another; negative moments count from its end."""

    start: Seconds
    end: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A decision: asked once, answerable in several ways, in the author's order."""

    options: tuple[Option, ...]
    ask: str | None = None
    by: tuple[Way, ...] = (Way.BUTTONS,)
    read: Span | None = None
    """As written; none while `face` is in `by` means the 12 s of Semantics 5."""
    at: Seconds | None = Seconds(-9)
    """When the asking opens; none: `-lasts`."""
    lasts: Seconds | None = Seconds(9)
    """How long it stays open; none with `no_limit` false: to the clip's end."""
    no_limit: bool = False
    hold: Hold = Hold.ROLL
    cut: CutAt = CutAt.END
    hints: bool = True
    crowd: Crowd = Crowd.MAJORITY
    exhausted: SceneId | None = None
    place: Place = NOWHERE

    def option(self, name: OptionId) -> Option:
        """The option of this id. KeyError when there is none."""
        for option in self.options:
            if option.id == name:
                return option
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A way on that is taken when its condition holds; `when` of none always holds."""

    go: SceneId
    when: Condition | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Go on: the first branch whose condition holds."""

    branches: tuple[Branch, ...]


class PickMode(StrEnum):
    """How the film itself decides."""

    RANDOM = "random"
    SHUFFLE = "shuffle"
    BEST = "best"
    ARC = "arc"
    LEARN = "learn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PickEntry:
    """One of the scenes the film may pick."""

    go: SceneId
    when: Condition | None = None
    weight: float = 1.0
    once: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """The film decides."""

    entries: tuple[PickEntry, ...]
    mode: PickMode = PickMode.RANDOM
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An ending, by its name in the story's own language, which is what it is known by."""

    name: str
    shown: str | None = None
    """Its name in the viewer's language; none: `name` is."""


@dataclass(frozen=True, slots=True)
class Return:
    """The end of a visited scene: back to where the visit began."""


WayOn = Next | Choice | Pick | End | Return


@dataclass(frozen=True, slots=True)
class Intent:
    """The feeling hoped for; +-1 is one step from the viewer's normal."""

    valence: float = 0.0
    arousal: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One stretch of film, and where it can lead."""

    id: SceneId
    way: WayOn
    play: tuple[Variant, ...] = ()
    """Judged in order, the first that holds is shown; empty: the scene takes no time."""
    set: tuple[Effect, ...] = ()
    via: SceneId | None = None
    intend: Intent | None = None
    chapter: str | None = None
    describe: str | None = None
    note: str | None = None
    warn: tuple[str, ...] = ()
    skip_to: SceneId | None = None
    was: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def following(self) -> tuple[SceneId, ...]:
        """Every scene this one may lead to, each once, in the order written."""
        ahead: list[SceneId] = [self.via] if self.via is not None else []
        match self.way:
            case Next(branches=branches):
                ahead += [branch.go for branch in branches]
            case Choice(options=options, exhausted=exhausted):
                ahead += [option.go for option in options]
                ahead += [exhausted] if exhausted is not None else []
            case Pick(entries=entries):
                ahead += [entry.go for entry in entries]
            case End() | Return():
                pass
        if self.skip_to is not None:
            ahead.append(self.skip_to)
        return tuple(dict.fromkeys(ahead))


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A variable: its first value and what it may hold. Its type is its first value's."""

    first: Value
    low: float | None = None
    high: float | None = None
    one_of: tuple[str, ...] = ()
    place: Place = NOWHERE


class Sign(StrEnum):
    """How the film shows that it sees."""

    FLAME = "flame"
    RING = "ring"
    NONE = "none"


class Keep(StrEnum):
    """What may be kept of readings. Pictures and typed words can never be kept."""

    NOTHING = "nothing"
    SCORES = "scores"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensing:
    """What the film would like to read, and how it tells people so."""

    uses: tuple[Way, ...] = ()
    why: str | None = None
    baseline_scene: SceneId | None = None
    baseline: Span | None = None
    confidence: Share = Share(0.55)
    sign: Sign = Sign.FLAME
    keep: Keep = Keep.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """For whom the film is."""

    age: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the library and the credits say."""

    authors: tuple[str, ...] = ()
    rating: Rating | None = None
    warnings: tuple[str, ...] = ()
    licence: str | None = None
    credits: str | None = None
    tags: tuple[str, ...] = ()
    poster: str | None = None
    attract: str | None = None
    summary: str | None = None
    minutes: tuple[float, float] | None = None
    shown_warnings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Warnings by their name in the story, where the viewer's language calls them otherwise."""
    arc: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTest:
    """A rehearsal written in the story's own file."""

    name: str
    do: tuple[str, ...] = ()
    """The viewer's words, in order; empty with `timeouts` for silence throughout."""
    expect: str
    without: tuple[Way, ...] = ()
    timeouts: bool = False
    seed: int | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A whole film. Every scene named in it exists: `parse` refuses it otherwise."""

    id: str
    title: str
    start: SceneId
    scenes: Mapping[SceneId, Scene]
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    about: About = field(default_factory=About)
    state: Mapping[str, Variable] = field(default_factory=lambda: MappingProxyType({}))
    memory: tuple[str, ...] = ()
    sensing: Sensing = field(default_factory=Sensing)
    feelings: Mapping[str, Feel] = field(default_factory=lambda: MappingProxyType({}))
    tests: tuple[StoryTest, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where each part was written, by its path: `scene.door.choice.Smile.because`."""
