"""Why the film went this way, in a sentence, with its numbers in plain words."""

import re
from dataclasses import dataclass
from typing import Final

from engine.messages.records import Cause, Turn
from engine.stage.tongue import Tongue
from engine.story.model import Measure

_ASKED: Final = frozenset({Cause.BUTTONS, Cause.TEXT, Cause.FACE, Cause.VOTE, Cause.TIME})
"""Causes that name the option they took."""
_SEEN: Final = re.compile(r"([\d.]+) of ([\d.]+) s seen")
_SURE: Final = re.compile(r"confidence ([\d.]+), [\d.]+ needed")
_DOUBTS: Final = (
    ("consent", "doubt.consent"), ("refused", "doubt.consent"), ("camera", "doubt.camera"),
    ("nobody pressed", "doubt.nobody"), ("nobody voted", "doubt.voted"),
    ("no phones", "doubt.phones"), ("nothing typed", "doubt.typed"),
    ("not understood", "doubt.understood"), ("strong enough", "doubt.strong"),
    ("did not last", "doubt.last"), ("too close", "doubt.close"), ("no face", "doubt.face"),
    ("read to the end", "doubt.cut"), ("face said otherwise", "doubt.face_against"),
    ("words said otherwise", "doubt.words_against"), ("outranked", "doubt.hand"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """A turn explained."""

    says: str
    """One sentence."""
    proof: str
    """How it was answered, and the numbers; empty for a turn of the story's own."""
    doubts: tuple[str, ...] = ()
    """Why ways that ranked before it did not answer, a sentence each."""


def reason(turn: Turn, tongue: Tongue) -> Reason:
    """Why a turn was taken: the author's words first, else by its cause."""
    return Reason(_sentence(turn, tongue), _proof(turn, tongue), _doubts(turn, tongue))


def act(turn: Turn, tongue: Tongue) -> str:
    """
    What was read of the viewer, and where it led, in a sentence: the act, never the soul.

    The author's own words would ask of the story, too: "you smiled, and the lamp stood taller".
    """
    read = _clearest(turn, tongue)
    if not read:
        return tongue.say(f"so.{turn.cause.value}", label=turn.label or turn.option)
    if not turn.label:
        return tongue.say("so.read", act=read)
    return tongue.say("so.read_led", act=read, label=turn.label)


def _clearest(turn: Turn, tongue: Tongue) -> str:
    """Of what was read the act farthest from usual; empty where none of it has a name."""
    named: dict[str, float] = {}
    for name, value in turn.evidence.items():
        key = f"mirror.{name.partition('.')[0]}.{'up' if value > 0 else 'down'}"
        if tongue.knows(key):
            named[key] = max(abs(value), named.get(key, 0.0))
    return tongue.say(max(named, key=lambda key: named[key])) if named else ""


def _sentence(turn: Turn, tongue: Tongue) -> str:
    if turn.because and not _named(turn):
        said = turn.because.strip().rstrip(".。")
        return said[:1].upper() + said[1:] + ("。" if tongue.code == "zh" else ".")
    cause = turn.cause.value
    if turn.cause in _ASKED and not turn.label:
        return tongue.say(f"why.{cause}_plain")
    return tongue.say(f"why.{cause}", label=turn.label)


def _named(turn: Turn) -> bool:
    """
    Whether words named the option, so that nothing of their tone, or of a face, decided.

    The author's `because` may tell of those: "your words sounded warm". What was understood is
    told instead.
    """
    return turn.cause is Cause.TEXT and bool(turn.label) and "strength" not in turn.evidence


def _proof(turn: Turn, tongue: Tongue) -> str:
    if turn.cause is Cause.STORY:
        return ""
    parts = [tongue.say(f"by.{turn.cause.value}")]
    named = _named(turn)
    if turn.because and turn.label and turn.cause in _ASKED and not named:
        parts[0] += f" · {turn.label}"
    told = {name: value for name, value in turn.evidence.items() if not (named and _tone(name))}
    numbers = [_number(name, value, tongue) for name, value in told.items()]
    line = tongue.comma().join(number for number in numbers if number)
    return " · ".join([*parts, line] if line else parts)


def _tone(name: str) -> bool:
    return name.startswith("text.sentiment")


def _number(name: str, value: float, tongue: Tongue) -> str:
    """One number of the evidence; empty for those that only the film needs."""
    reading, _, measure = name.rpartition(".")
    if name.startswith("votes."):
        return tongue.say("evidence.votes", label=name.removeprefix("votes."), count=f"{value:g}")
    if _tone(name):
        return tongue.say("evidence.sentiment", steps=_signed(value))
    if name == "confidence":
        return tongue.say("evidence.sure", share=f"{value:.1f}")
    if reading == "against":
        return tongue.say(f"evidence.against.{measure}", share=f"{value:.1f}")
    if name == "faces":
        return tongue.say("evidence.faces", count=round(value)) if value > 1 else ""
    if not tongue.knows(f"reading.{reading}"):
        return ""
    kind = {Measure.PEAK: "peak", Measure.TREND: "trend"}.get(_measure(measure), "steps")
    called = tongue.say(f"reading.{reading}")
    return tongue.say(f"evidence.{kind}", reading=called, steps=_signed(value))


def _measure(name: str) -> Measure:
    return Measure(name) if name in set(Measure) else Measure.MEAN


def _signed(value: float) -> str:
    """With its sign, the true minus for less than nothing, and none for nothing."""
    told = f"{value:+z.1f}".replace("-", "\N{MINUS SIGN}")
    return told.removeprefix("+") if told == "+0.0" else told


def _doubts(turn: Turn, tongue: Tongue) -> tuple[str, ...]:
    if turn.cause not in _ASKED:
        return ()
    told = (part.partition(":") for part in turn.unsure)
    return tuple(
        tongue.say(f"unsure.{way}", why=_doubt(why.strip(), tongue))
        for way, _, why in told
        if tongue.knows(f"unsure.{way}")
    )


def _doubt(why: str, tongue: Tongue) -> str:
    seen, sure = _SEEN.search(why), _SURE.search(why)
    if seen:
        return tongue.say("doubt.seen", seen=seen[1], whole=seen[2])
    if sure:
        return tongue.say("doubt.confidence", share=sure[1])
    key = next((key for part, key in _DOUBTS if part in why), "doubt.other")
    return tongue.say(key)
