"""The interface's words, in the viewer's language."""

import string
from collections.abc import Iterable
from typing import Final

from engine.stage.tongues import en, zh

CATALOGUES: Final = {"en": en.WORDS, "zh": zh.WORDS}
LANGUAGES: Final = tuple(CATALOGUES)
_KNOWN_TO_ALL: Final = "en"


class Tongue:
    """Speaks one language of the interface; a language it has not falls back to English."""

    def __init__(self, code: str) -> None:
        asked = code.replace("_", "-").split("-")[0].lower()
        self.code = asked if asked in CATALOGUES else _KNOWN_TO_ALL
        self._words = CATALOGUES[self.code]

    def say(self, key: str, **words: object) -> str:
        """What stands under a key, filled in. KeyError for a key or a word that is not there."""
        return self._words[key].format(**words)

    def knows(self, key: str) -> bool:
        """Whether there are words under a key."""
        return key in self._words

    def tell(self, key: str, words: tuple[tuple[str, str], ...]) -> str | None:
        """One line for the viewer; none when nobody wrote words for it or they lack a part."""
        name = f"tell.{key}" if self.knows(f"tell.{key}") else key
        given = dict(words)
        if not self.knows(name) or not placeholders(self._words[name]) <= set(given):
            return None
        return self.say(name, **given)

    def comma(self) -> str:
        """What stands between the parts of a sentence."""
        return "，" if self.code == "zh" else ", "

    def joined(self, *sentences: str) -> str:
        """Sentences one after the other; between Chinese ones no room is left."""
        return ("" if self.code == "zh" else " ").join(sentences)

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other; Chinese sets them apart by a mark of its own."""
        return ("、" if self.code == "zh" else ", ").join(names)


def fitting(asked: str, *, chinese: bool) -> Tongue:
    """The tongue asked for, or English where its letters cannot be shown."""
    wanted = Tongue(asked)
    return wanted if chinese or wanted.code != "zh" else Tongue(_KNOWN_TO_ALL)


def placeholders(text: str) -> set[str]:
    """The names that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
