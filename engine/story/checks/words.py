"""Checks of what viewers read: is there time for it, is it translated, does it tell acts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.story.film import Film
from engine.story.findings import WIDE, Finding, found, is_wide, nearest
from engine.story.lengths import opening
from engine.story.media import lengths_of
from engine.story.model import Choice, Clip, ClipKind, Option, Scene, Story, Way
from engine.story.places import Place, place_in
from engine.story.rules import Rule
from engine.story.times import shown
from engine.story.translate import Words, texts, translated, untranslated
from engine.story.units import Seconds

_HASTE: Final = 0.5
"""Seconds by which a slate may be too short: a flash of one word is meant so."""

Fuzzy = Mapping[tuple[str, str], int]
"""The texts (context, source) whose translation is fuzzy, each with its line in the PO file."""
NO_FUZZY: Final[Mapping[str, Fuzzy]] = MappingProxyType({})

_FIRST_LOOK: Final = 1.0
_A_WORD: Final = 0.25
_A_SIGN: Final = 0.15
"""Seconds an ordinary reader takes to look up, for a word, and for a Chinese sign."""

_SOULS: Final = re.compile(
    r"\b(happy|happier|sad|sadder|angry|anger|afraid|scared|fearful|frightened|anxious|nervous"
    r"|disgusted|bored|lonely|glad|joyful|upset|excited|in love|tense|worried"
    r"|ashamed|guilty|jealous|felt|feel|feeling|feelings"
    # "You touched his sleeve" and "you moved closer" are acts; being touched or moved is none.
    r"|(?:were|was|are|is|been|being|got|so|deeply) (?:moved|touched)(?! (?:to|from|back)\b))\b"
    r"|高兴|开心|快乐|难过|伤心|悲伤|生气|愤怒|害怕|恐惧|厌恶|无聊|孤独|寂寞|感动|紧张|焦虑"
    r"|担心|羞愧|内疚|嫉妒|激动|心情|心里|觉得|感到|感觉",
    re.IGNORECASE,
)
_ACTS: Final = "`you smiled`, `you looked away`"
_ACTS_IN_CHINESE: Final = "`你笑了`, `你移开了目光`"


@dataclass(frozen=True, slots=True)
class Misworded:
    """Something wrong with a file of translations: where, what, and what to do."""

    place: Place
    says: str
    cure: str


def check_words(
    film: Film,
    words: Mapping[str, Words],
    fuzzy: Mapping[str, Fuzzy] = NO_FUZZY,
    misworded: Sequence[Misworded] = (),
) -> Iterator[Finding]:
    """Everything to say about words, in the film's own language and each it is translated to."""
    story = film.story
    spoilt = {each.place.file for each in misworded}
    yield from _in_language(film, story, story.language)
    for language in story.languages:
        if language != story.language:
            known, old = words.get(language, {}), fuzzy.get(language, {})
            if known or f"lang/{language}.po" not in spoilt:  # else none of it could be read
                yield from _missing(story, {**dict.fromkeys(old, "?"), **known}, language)
            yield from _fuzzy(old, language)
            yield from _in_language(film, translated(story, known, language), language)
    for language in words:
        if language not in story.languages:
            yield _spare(story, language)
    for each in misworded:
        yield found(Rule.BAD_WORDS, each.place, says=each.says, cure=each.cure)


def reading_time(words: str) -> Seconds:
    """How long it takes to read some words on a card, in any script."""
    signs = sum(wide.group().isalnum() for wide in WIDE.finditer(words))
    spaced = WIDE.sub(" ", words).split()
    return Seconds(_FIRST_LOOK + len(spaced) * _A_WORD + signs * _A_SIGN)


def _missing(story: Story, words: Words, language: str) -> Iterator[Finding]:
    lacking = untranslated(story, words)
    if lacking:
        count = sum(not text.optional for text in texts(story))
        yield found(
            Rule.UNTRANSLATED,
            lacking[0].place,
            count=len(lacking),
            all=count,
            language=language,
            context=lacking[0].context,
        )


def _fuzzy(fuzzy: Fuzzy, language: str) -> Iterator[Finding]:
    """One finding for all, at the first: the file is gone through from there."""
    if fuzzy:
        (_, source), line = min(fuzzy.items(), key=lambda entry: entry[1])
        place = Place(f"lang/{language}.po", line)
        yield found(Rule.FUZZY, place, count=len(fuzzy), language=language, source=source)


def _spare(story: Story, language: str) -> Finding:
    languages = ", ".join((*story.languages, language))
    near = nearest(language, story.languages)
    place = place_in(story.places, "languages")
    return found(Rule.SPARE_WORDS, place, language=language, languages=languages, near=near)


def _in_language(film: Film, story: Story, language: str) -> Iterator[Finding]:
    for scene in story.scenes.values():
        for variant in scene.play:
            yield from _slate(variant.clip, language)
        if isinstance(scene.way, Choice):
            yield from _unreadable(film, scene, scene.way, language)
            yield from _same_labels(scene.way, language)
            yield from _souls(film.story, scene, scene.way, language)


def _slate(clip: Clip, language: str) -> Iterator[Finding]:
    if clip.kind is not ClipKind.SLATE or clip.seconds is None or clip.loop:
        return
    needed = reading_time(clip.text or "")
    if needed > clip.seconds + _HASTE:
        words = {"needed": shown(needed), "given": shown(clip.seconds)}
        yield found(Rule.SLATE_SHORT, clip.place, language=language, **words)


def _same_labels(choice: Choice, language: str) -> Iterator[Finding]:
    told: set[str] = set()
    for option in choice.options:
        label = option.label.casefold()
        if option.when is not None:
            continue  # it may stand alone when its turn comes
        if label in told:
            yield found(Rule.SAME_LABELS, option.place, label=option.label, language=language)
        told.add(label)


def _unreadable(film: Film, scene: Scene, choice: Choice, language: str) -> Iterator[Finding]:
    if choice.no_limit or all(way is Way.FACE for way in choice.by):
        return
    said = " ".join((choice.ask or "", *(option.label for option in choice.options)))
    needed = reading_time(said)
    given = choice.lasts
    if given is None:
        known = [
            length - opening(choice, length)
            for variant in scene.play
            for length in lengths_of(variant.clip, film.clips)
        ]
        given = Seconds(min(known)) if known else None
    if given is not None and needed > given > 0:
        yield found(
            Rule.UNREADABLE,
            film.story.places.get(f"scene.{scene.id}.choice.ask", choice.place),
            needed=shown(needed),
            language=language,
            given=shown(given),
        )


def _souls(story: Story, scene: Scene, choice: Choice, language: str) -> Iterator[Finding]:
    """In the film's own language each at its line, in others where their words are kept."""
    for option in choice.options:
        soul = _SOULS.search(option.because or "")
        if soul is None:
            continue
        acts = _ACTS_IN_CHINESE if is_wide(soul.group()[0]) else _ACTS
        place = place_in(story.places, _path_of_because(story, scene, option))
        word = soul.group() if language == story.language else f"{soul.group()}, {language}"
        yield found(Rule.SOUL, place, word=word, acts=acts)


def _path_of_because(story: Story, scene: Scene, option: Option) -> str:
    """By the label in the story's own language, whatever language the option is in."""
    own = story.scenes[scene.id].way
    label = own.option(option.id).label if isinstance(own, Choice) else option.label
    return f"scene.{scene.id}.choice.{label}.because"
