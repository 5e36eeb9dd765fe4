"""A decision as a value: what stands open, what was answered, and what silence would mean."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.director import crowd
from engine.director.fairness import Ballots, Fairness, after
from engine.director.felt import Verdict
from engine.director.forecast import Answer
from engine.director.fusion import Voice, fused
from engine.director.policy import default_of
from engine.director.times import Times
from engine.messages.facts import MoodRead
from engine.messages.orders import Ask, CardOption
from engine.messages.records import Cause
from engine.story.model import Choice, CutAt, Option, Way
from engine.story.units import OptionId, SceneId, Seconds, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision over the shot on the screen. `deciding` says how it goes on."""

    scene: SceneId
    choice: Choice
    options: tuple[Option, ...]
    """The allowed ones, never none."""
    ways: tuple[Way, ...]
    """Those of `by` that are present, in the author's order."""
    absent: Mapping[Way, str]
    """Why each other way cannot answer, where it is not there."""
    times: Times
    needed: Share
    """The confidence that a sensor needs to be believed."""
    patience: Seconds | None
    reads: tuple[MoodRead, ...] = ()
    watched_from: Seconds | None = None
    """On the show's clock, as all moments below but `opening`."""
    seen: Verdict | None = None
    """What the face said, once its window is over."""
    opening: Seconds | None = None
    """The moment of the clip at which the card opened."""
    opened: Seconds | None = None
    closes: Seconds | None = None
    touched: Seconds = Seconds(0.0)
    counting: bool = False
    """Whether the last seconds of a patience are being shown."""
    closed: bool = False
    """Whether the card was taken away unanswered."""
    answer: Answer | None = None
    answered: Seconds | None = None
    """When a hand gave it, by pressing or typing."""
    clip_over: bool = False
    """Whether the clip has played out, or played round, and the film waits for an answer."""
    unclear: bool = False
    """Whether words came that were not understood."""
    phones: tuple[str, ...] = ()
    """The voices in the room, by join order."""
    fairness: Fairness = field(default_factory=Fairness)
    ballots: Ballots = field(default_factory=lambda: MappingProxyType({}))
    """What each voice chose last, where a vote is open."""
    said: Voice | None = None
    """What words last said that were understood: they answered, or were contradicted, or count
    when a vote is over."""

    @property
    def asked(self) -> tuple[Way, ...]:
        """The ways that open together on one card."""
        return tuple(way for way in self.ways if way is not Way.FACE)

    @property
    def votes(self) -> bool:
        """Whether several voices answer together, so that no single one answers at once."""
        return Way.VOTE in self.ways

    @property
    def face_first(self) -> bool:
        """Whether the face is ranked before everything that is asked."""
        return bool(self.ways) and self.ways[0] is Way.FACE

    @property
    def face_pending(self) -> bool:
        """Whether the face has not said its word yet."""
        return Way.FACE in self.ways and self.seen is None

    @property
    def watching(self) -> bool:
        """Whether a face is being read now."""
        return self.watched_from is not None and self.seen is None and self.answer is None

    @property
    def open(self) -> bool:
        """Whether the card is on the screen."""
        return self.opened is not None and not self.closed and self.answer is None

    @property
    def engaged(self) -> bool:
        """Whether a hand could still turn the film."""
        given = self.answer is not None and self.answer.cause is not Cause.TIME
        return self.watching or self.open or given

    @property
    def waiting(self) -> bool:
        """Whether somebody may still answer who has not."""
        return (bool(self.asked) and not self.closed) or self.face_pending

    @property
    def silence(self) -> Answer:
        """What follows if nobody says more: the first way that has an answer, else the default."""
        answer = self.answer_among(self.ways)
        if answer is not None:
            return answer
        default = default_of(self.options)
        return Answer(option=default, cause=Cause.TIME, unsure=self.unsure_before(None))

    @property
    def by_hands(self) -> Answer | None:
        """What hands and words have answered; what is inferred of a face stands back for it."""
        return self.answer_among(self.asked)

    def answer_among(self, ways: Collection[Way], hand: Option | None = None) -> Answer | None:
        """What these ways answer as things stand, with the option a hand presses if one does."""
        pressed = [] if hand is None else [Voice(way=Way.BUTTONS, option=hand)]
        found = fused((*self._voices, *pressed), self._by, self.needed, ways)
        if found.voice is None:
            return None
        way = found.voice.way
        return Answer(
            option=found.voice.option,
            cause=Cause(way.value),
            evidence=found.evidence,
            unsure=self.unsure_before(way),
        )

    def owed(self, taken: OptionId) -> Fairness:
        """What the room owes its phones once this option was taken."""
        if not (self.votes and (self.opened is not None or self.ballots)):
            return self.fairness
        return after(self.fairness, self.choice.crowd, self.phones, self.ballots, taken)

    @property
    def lead(self) -> Answer | None:
        """What the film follows as things stand; none: it waits for an answer."""
        if self.answer is not None:
            return self.answer
        if self.asked and not self.closed and self.times.past_end(self._opening_expected):
            return None
        return self.silence

    @property
    def urgent(self) -> bool:
        """Whether the film goes on at once instead of at the clip's end."""
        if self.answer is None:
            return False
        early = self.answer.cause is not Cause.TIME or self.opened is not None
        return self.clip_over or (early and self.choice.cut is CutAt.NOW)

    @property
    def turnable(self) -> bool:
        """Whether anybody could still turn the film, now or later."""
        return self.answer is None or self.engaged

    @property
    def stand(self) -> tuple[Answer | None, bool, bool]:
        """All that the film's way depends on: while it is the same, nothing is ordered anew."""
        return self.lead, self.urgent, self.turnable

    @property
    def shown(self) -> tuple[CardOption, ...]:
        """The options as the screen shows them."""
        return tuple(CardOption(option.id, option.label) for option in self.options)

    @property
    def card(self) -> Ask:
        """The card as it stands now."""
        return Ask(
            scene=self.scene,
            ask=self.choice.ask,
            options=self.shown,
            ways=frozenset(self.asked),
            opened=self.opened or Seconds(0.0),
            closes=self.closes,
        )

    def rival(self, now: Seconds) -> Way | None:
        """The way that was answered by a hand in this very tick; the order of `by` decides."""
        if self.answer is None or self.answered != now:
            return None
        return Way.TEXT if self.answer.cause is Cause.TEXT else Way.BUTTONS

    @property
    def _voices(self) -> tuple[Voice, ...]:
        """What each way has said so far; a button answers at once or is a ballot."""
        voices = (self._face, self.said, self._room)
        return tuple(voice for voice in voices if voice is not None)

    @property
    def _face(self) -> Voice | None:
        if self.seen is None or self.seen.option is None:
            return None
        evidence = self.seen.evidence
        sure = Share(evidence.get("confidence", 1.0))
        return Voice(
            way=Way.FACE, option=self.seen.option, sure=sure, inferred=True, evidence=evidence
        )

    @property
    def _room(self) -> Voice | None:
        counted = crowd.counted(
            self.choice.crowd,
            self.options,
            self.ballots,
            phones=self.phones,
            fairness=self.fairness,
            face=None if self.seen is None else self.seen.option,
        )
        if counted is None:
            return None
        return Voice(way=Way.VOTE, option=counted.option, evidence=counted.tally)

    def before(self, way: Way, other: Way | None) -> bool:
        """Whether the author ranks one way before the other; one not in `by` comes last."""
        by = self._by
        return other is not None and way in by and by.index(way) < _rank(by, other)

    def unsure_before(self, way: Way | None) -> tuple[str, ...]:
        """Why the ways ranked before this one did not answer; none: why no way did."""
        by = self._by
        before = by[: by.index(way)] if way is not None and way in by else by
        return tuple(f"{one.value}: {self._silence_of(one)}" for one in before)

    @property
    def _by(self) -> tuple[Way, ...]:
        return ranked(self.choice.by, vote=self.votes)

    @property
    def _opening_expected(self) -> Seconds:
        """When the card opens at the earliest, unless a face answers before."""
        if self.opening is not None:
            return self.opening
        if self.face_first and self.face_pending and self.times.window is not None:
            return Seconds(max(self.times.opens, self.times.window.end))
        return self.times.opens

    def _silence_of(self, way: Way) -> str:
        if way not in self.ways:
            return self.absent.get(way, "not there")
        contradicted = fused(self._voices, self._by, self.needed).doubts
        if way in contradicted:
            return contradicted[way]
        if way is Way.FACE:
            return self._face_silence
        if way is Way.TEXT:
            return "not understood" if self.unclear else "nothing typed"
        return "nobody voted" if way is Way.VOTE else "nobody pressed"

    @property
    def _face_silence(self) -> str:
        if self.seen is None:
            return "not read to the end"
        return self.seen.doubt or "outranked by a hand"


def ranked(by: tuple[Way, ...], *, vote: bool) -> tuple[Way, ...]:
    """The author's order; in a room with phones, `buttons` means `vote, buttons`."""
    if not vote or Way.VOTE in by or Way.BUTTONS not in by:
        return by
    at = by.index(Way.BUTTONS)
    return (*by[:at], Way.VOTE, *by[at:])


def _rank(by: tuple[Way, ...], way: Way) -> int:
    return by.index(way) if way in by else len(by)
