"""Checks of options that one answer fits: the same feeling, the same words, the same tone."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from engine.story.findings import Finding, found
from engine.story.model import (
    AllOf,
    AnyOf,
    Choice,
    Comparison,
    Feel,
    Option,
    Reading,
    Scene,
    Story,
)
from engine.story.places import Place, place_in
from engine.story.reading.feelings import needs_words
from engine.story.rules import Rule

_WIDE_COMMA: Final = re.compile("[，、；]")
_SIGNS: Final = re.compile(r"[^\w']+")
_CLOSE: Final = 0.1
"""Strengths nearer than this decide nothing (Semantics 8)."""
_LOUDEST: Final = 1.0

Tones = tuple[float, float]
"""From the unkindest tone that fits to the kindest, both left out themselves."""


def check_alike(story: Story) -> Iterator[Finding]:
    """Everything to say about options that cannot be told apart by what viewers do."""
    for scene in story.scenes.values():
        if isinstance(scene.way, Choice):
            yield from _felt_twice(story, scene, scene.way)
            yield from _heard(story, scene, scene.way)
            yield from _tones(story, scene, scene.way)


def _felt_twice(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    felt: dict[Feel, str] = {}
    for option in filter(_lasting, choice.options):
        feel = option.feel
        other = option.label if feel is None else felt.setdefault(feel, option.label)
        if other != option.label:
            place = _place(story, scene, option, "feel")
            yield found(Rule.SAME_FEEL, place, label=option.label, other=other)


def _heard(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    if not any(option.hear for option in choice.options):
        return
    labels = {_as_said(each.label): each for each in filter(_lasting, choice.options)}
    heard: dict[str, tuple[str, Place]] = {}
    for option in choice.options:
        yield from _heard_as_one(option, _place(story, scene, option, "hear"))
        for at, phrase in enumerate(option.hear if _lasting(option) else ()):
            said, place = _as_said(phrase), _place(story, scene, option, f"hear.{at}")
            named = labels.get(said, option)
            other, there = heard.setdefault(said, (option.label, place))
            words = {"phrase": phrase, "label": option.label}
            if named.label != option.label:
                where = _spot(named.place)
                yield found(Rule.HEARD_AS_LABEL, place, **words, other=named.label, at=where)
            elif other != option.label:
                yield found(Rule.SAME_HEARD, place, **words, other=other, at=_spot(there))


def _heard_as_one(option: Option, place: Place) -> Iterator[Finding]:
    """A lone phrase with Chinese commas in it: most likely a list of them."""
    parts = [] if len(option.hear) != 1 else _WIDE_COMMA.split(option.hear[0])
    if len(parts) > 1 and all(part.strip() for part in parts):
        comma = _WIDE_COMMA.findall(option.hear[0])[0]
        first, second = parts[0].strip(), parts[1].strip()
        words = {"phrase": option.hear[0], "comma": comma, "first": first, "second": second}
        yield found(Rule.HEARD_AS_ONE, place, **words)


def _tones(story: Story, scene: Scene, choice: Choice) -> Iterator[Finding]:
    """Two options that one tone of words fits, each pair once."""
    asked = [each for each in filter(_lasting, choice.options) if _by_tone(each)]
    for at, option in enumerate(asked):
        for before in asked[:at]:
            both = None if before.feel == option.feel else _shared(before.feel, option.feel)
            if both is not None:
                yield found(
                    Rule.SAME_TONE,
                    _place(story, scene, option, "feel"),
                    label=option.label,
                    other=before.label,
                    at=_spot(_place(story, scene, before, "feel")),
                    low=f"{both[0]:g}",
                    high=f"{both[1]:g}",
                    so=_who_wins(before, option),
                )


def _who_wins(before: Option, option: Option) -> str:
    """What becomes of a tone that both fit; two bounds on one side decide it for all of them."""
    match before.feel, option.feel:
        case Comparison(above=up, number=one), Comparison(above=also, number=other) if up is also:
            first = before if (one < other) is up else option
            if abs(one - other) >= _CLOSE:
                never = option if first is before else before
                return f"'{first.label}' always wins and '{never.label}' is never chosen by it"
            return "neither can win"
        case _:
            return "the one whose number is farther off wins, or neither"


def _shared(one: Feel | None, other: Feel | None) -> Tones | None:
    for low, high in [] if one is None else _fitting(one):
        for least, most in [] if other is None else _fitting(other):
            if max(low, least) < min(high, most):
                return max(low, least), min(high, most)
    return None


def _fitting(feel: Feel) -> list[Tones]:
    """The tones that a feeling fits; what is read of a face is never told by words."""
    match feel:
        case Comparison(reading=Reading.TEXT_SENTIMENT, above=above, number=number):
            return [(number, _LOUDEST) if above else (-_LOUDEST, number)]
        case Comparison():
            return []
        case AnyOf(parts=parts):
            return [tones for part in parts for tones in _fitting(part)]
        case AllOf(parts=parts):
            fitting = [(-_LOUDEST, _LOUDEST)]
            for part in parts:
                fitting = [
                    (max(low, least), min(high, most))
                    for low, high in fitting
                    for least, most in _fitting(part)
                ]
            return [tones for tones in fitting if tones[0] < tones[1]]


def _by_tone(option: Option) -> bool:
    return option.feel is not None and needs_words(option.feel)


def _lasting(option: Option) -> bool:
    """Whether it stands beside the others whenever they do."""
    return not option.once and option.when is None


def _place(story: Story, scene: Scene, option: Option, key: str) -> Place:
    return place_in(story.places, f"scene.{scene.id}.choice.{option.label}.{key}")


def _spot(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _as_said(phrase: str) -> str:
    """A phrase without its signs, which nobody says; signs alone stay."""
    plain = unicodedata.normalize("NFKC", phrase).casefold()
    return " ".join(_SIGNS.sub(" ", plain).split()) or phrase
