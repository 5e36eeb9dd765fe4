"""Checks of what viewers read: is there time for it, is it translated, does it tell acts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from engine.story.check_choices import opening
from engine.story.film import Film
from engine.story.findings import Finding, found, is_wide
from engine.story.media import length_of
from engine.story.model import Choice, Scene, Story, Way
from engine.story.rules import Rule
from engine.story.times import shown
from engine.story.translate import Words, texts, translated, untranslated
from engine.story.units import Seconds

_FIRST_LOOK: Final = 1.0
_A_WORD: Final = 0.25
_A_SIGN: Final = 0.15
"""Seconds an ordinary reader takes to look up, for a word, and for a Chinese sign."""

_SOULS: Final = re.compile(
    r"\b(happy|happier|sad|sadder|angry|anger|afraid|scared|fearful|frightened|anxious|nervous"
    r"|disgusted|bored|lonely|moved|touched|glad|joyful|upset|excited|in love|tense|worried"
    r"|ashamed|guilty|jealous|felt|feel|feeling|feelings)\b"
    r"|高兴|开心|快乐|难过|伤心|悲伤|生气|愤怒|害怕|恐惧|厌恶|无聊|孤独|寂寞|感动|紧张|焦虑"
    r"|担心|羞愧|内疚|嫉妒|激动|心情|心里|觉得|感到",
    re.IGNORECASE,
)


def check_words(film: Film, words: Mapping[str, Words]) -> Iterator[Finding]:
    """Everything to say about words, in the film's own language and each it is translated to."""
    yield from _in_language(film, film.story, film.story.language)
    for language in film.story.languages:
        if language == film.story.language:
            continue
        known = words.get(language, {})
        yield from _missing(film.story, known, language)
        yield from _in_language(film, translated(film.story, known, language), language)


def reading_time(words: str) -> Seconds:
    """How long it takes to read some words on a card, in any script."""
    signs = sum(is_wide(letter) and letter.isalnum() for letter in words)
    spaced = "".join(" " if is_wide(letter) else letter for letter in words).split()
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


def _in_language(film: Film, story: Story, language: str) -> Iterator[Finding]:
    for scene in story.scenes.values():
        if isinstance(scene.way, Choice):
            yield from _unreadable(film, scene, scene.way, language)
            yield from _souls(scene.way)


def _unreadable(film: Film, scene: Scene, choice: Choice, language: str) -> Iterator[Finding]:
    if choice.no_limit or all(way is Way.FACE for way in choice.by):
        return
    said = " ".join((choice.ask or "", *(option.label for option in choice.options)))
    needed = reading_time(said)
    given = choice.lasts
    if given is None:
        lengths = [length_of(variant.clip, film.clips) for variant in scene.play]
        known = [length - opening(choice, length) for length in lengths if length is not None]
        given = Seconds(min(known)) if known else None
    if given is not None and needed > given > 0:
        yield found(
            Rule.UNREADABLE,
            choice.place,
            needed=shown(needed),
            language=language,
            given=shown(given),
        )


def _souls(choice: Choice) -> Iterator[Finding]:
    for option in choice.options:
        soul = _SOULS.search(option.because or "")
        if soul:
            yield found(Rule.SOUL, option.place, word=soul.group())
