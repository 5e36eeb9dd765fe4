"""Typed words: which option they mean, and if none, which mood they are in. Nothing is kept."""

import logging
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from engine.messages.facts import WordsRead
from engine.messages.orders import Listen
from engine.senses.words.chinese import Chinese, read_list
from engine.senses.words.cleaning import clean
from engine.senses.words.emoji import emoji_in, without_emoji
from engine.senses.words.english import English
from engine.senses.words.foreign import foreign
from engine.senses.words.intents import Meant, meant
from engine.senses.words.languages import Language, language_of
from engine.senses.words.learned import Learned, open_learned
from engine.senses.words.likeness import HAN
from engine.senses.words.meanings import Meanings, open_folder
from engine.senses.words.nearness import Nearness
from engine.senses.words.pinyin import Pinyin, read_table
from engine.senses.words.tone import UNHEARD, Tone, together
from engine.senses.words.vader import vader
from engine.story.units import Share

log = logging.getLogger(__name__)

EMOJI_SURE: Final = 0.6
EMOJI_COUNTED: Final = 5
TABLES: Final = "meanings.npz or sayings.npz"
CLEAR: Final = 0.5
"""Less sure than this, so more often wrong than right on the lines it was set by: ask again."""


@dataclass(frozen=True)
class Words:
    """
    Reads what was typed. Its models, in the folder given, are opened at the first word.

    The text lives in `read` alone: it is in no field, no answer and no log.
    """

    models: Path
    sentences: Path | None = None
    """A model of whole sentences that the house brought."""

    def read(self, text: str, listen: Listen) -> WordsRead:
        """The option a text means, else its mood. Never raises, whatever was typed."""
        said = clean(text)
        spelled = self._spelled(said, listen)
        found = meant(spelled or said, listen.options, self._meanings, self._nearness)
        mood = self.tone(said) if spelled is None else drawn(said)
        if found is not None:
            return _understood(found, mood)
        heard = listen.sentiment and mood.sure >= CLEAR
        return WordsRead(
            option=None,
            sentiment=mood.sentiment,
            confidence=Share(mood.sure),
            clear=heard,
            method="sentiment" if heard else "none",
        )

    def warm(self) -> None:
        """Open the models now, so that the first words typed need not wait for them."""
        vader()
        foreign()
        self._english, self._chinese, self._meanings  # noqa: B018 -- opened by being asked for
        if self._nearness is not None:
            self._nearness.learn(())

    def expect(self, listen: Listen) -> None:
        """Read the phrases of a scene, so that the first words typed need not wait for it."""
        if self._nearness is not None:
            self._nearness.learn(listen.options)

    def tone(self, said: str) -> Tone:
        """The mood of a clean text; unheard in languages that are not known."""
        plain = without_emoji(said)
        match language_of(plain, foreign()):
            case Language.ENGLISH:
                return together((self._english.tone(plain), drawn(said)))
            case Language.CHINESE:
                return together((self._chinese.tone(plain), drawn(said)))
            case Language.UNKNOWN | Language.NONE:
                return drawn(said)

    def _spelled(self, said: str, listen: Listen) -> str | None:
        """
        What pinyin says, in characters where it spells one of the Chinese phrases.

        None where nothing is asked in Chinese, or the text is not pinyin.
        """
        phrases = [phrase for each in listen.options for phrase in (each.label, *each.hear)]
        chinese = [phrase for phrase in phrases if HAN.search(phrase)]
        if not chinese or HAN.search(said) or self._pinyin is None:
            return None
        written = self._pinyin.in_characters(said, chinese)
        return said if written is None and self._pinyin.spells(said) else written

    @cached_property
    def _english(self) -> English:
        return English(self._learned("words-en.npz"))

    @cached_property
    def _chinese(self) -> Chinese:
        listed = (self.models / "words-zh.txt").read_text(encoding="utf-8")
        return Chinese(read_list(listed), self._learned("words-zh.npz"))

    @cached_property
    def _nearness(self) -> Nearness | None:
        return None if self.sentences is None else Nearness(self.sentences)

    @cached_property
    def _pinyin(self) -> Pinyin | None:
        """How characters are read; none where the table is missing: then pinyin is letters."""
        try:
            return read_table((self.models / "pinyin.txt").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            log.warning("pinyin.txt cannot be read: Chinese is understood in characters alone")
            return None

    @cached_property
    def _meanings(self) -> Meanings | None:
        """The table of meanings; none where it is missing or damaged: letters answer alone."""
        try:
            return open_folder(self.models)
        except (OSError, KeyError, ValueError, BadZipFile):
            log.warning("%s cannot be read: options are understood by letters alone", TABLES)
            return None

    def _learned(self, name: str) -> Learned | None:
        """A file of weights; none where it is missing or damaged: then lists answer alone."""
        try:
            return open_learned((self.models / name).read_bytes())
        except (OSError, KeyError, ValueError, BadZipFile):
            log.warning("%s cannot be read: words are read by their lists alone", name)
            return None


def drawn(said: str) -> Tone:
    """What the emoji of a text say by themselves."""
    signs = emoji_in(said)[:EMOJI_COUNTED]
    return Tone(sum(signs) / len(signs), EMOJI_SURE) if any(signs) else UNHEARD


def _understood(found: Meant, mood: Tone) -> WordsRead:
    return WordsRead(
        option=found.option,
        sentiment=mood.sentiment,
        confidence=Share(found.likeness),
        clear=True,
        method=found.method,
    )
