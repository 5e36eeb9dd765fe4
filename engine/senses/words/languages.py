"""Which language words are in: by their script, and for Latin letters by their smallest words."""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """The languages whose words can be read, and the rest."""

    ENGLISH = "en"
    CHINESE = "zh"
    UNKNOWN = "unknown"
    """Another language: it can be matched with the author's phrases, but its mood is not read."""
    NONE = "none"
    """No letters at all."""


def listed(words: str) -> frozenset[str]:
    """The words of a list written in one line."""
    return frozenset(words.split())


ENGLISH_WORDS: Final = listed(
    "a an and are as at be been but by can could did do does don't for from had has have he her"
    " him his how i i'm if in is it it's its just let's me my never no not now of on or our out"
    " she should so that that's the their them then there they this to too up us very was we"
    " were what when where which who why will with would yes you you're your"
)
OTHER_WORDS: Final = listed(
    "au aux avec ce ces c'est dans des du elle est et il ils je le les mais moi ne nous par pas"
    " pour que qui sa se ses son sont suis sur tres tu un une vous y"
    " aber auch auf bei bin das dein dem den der du ein eine er es fur habe ich ihr ist kein mein"
    " mit nicht oder sein sehr sie sind und uns von wie wir zu"
    " con como de del el ella es eres esta este estoy la las lo los mas mi muy nada no para pero"
    " por que ser si soy su te todo tu una y yo"
    " anche che ci cosa di e è gli ho il io lei lui ma mia mio molto non per piu questo sei si"
    " sono sua ti tutto"
    " ao com da das do dos ela ele em eu foi isso isto mas meu minha muito na não nao no nos o os"
    " ou para por se sem seu sou tem uma você voce"
)
"""Small words of German, French, Italian, Portuguese and Spanish, without their accents."""
ENOUGH_WORDS: Final = 5
"""So many words without one small English one among them are not English."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def language_of(text: str, foreign: Callable[[str], bool] | None = None) -> Language:
    """
    The language of a text that was made clean; one word is taken as English if it may be.

    `foreign` is asked where no small word tells, and says whether a text is surely not English.
    """
    scripts = [_script(letter) for letter in text if letter.isalpha()]
    if not scripts:
        return Language.NONE
    han, latin = scripts.count("han"), scripts.count("latin")
    if han + latin < len(scripts) * 0.7 or "kana" in scripts:
        return Language.UNKNOWN
    if han * 2 >= latin:
        return Language.CHINESE
    return _of_latin(text, foreign)


def words_of(text: str) -> list[str]:
    """The words of a text in letters that stand apart, in small letters."""
    return _WORD.findall(text.casefold())


def _of_latin(text: str, foreign: Callable[[str], bool] | None) -> Language:
    words = words_of(text)
    english = sum(word in ENGLISH_WORDS for word in words)
    other = sum(_plain(word) in OTHER_WORDS for word in words if word not in ENGLISH_WORDS)
    accents = sum(not word.isascii() for word in words)
    if other + accents > english:
        return Language.UNKNOWN
    if english:
        return Language.ENGLISH
    stranger = len(words) >= ENOUGH_WORDS or (foreign is not None and foreign(text))
    return Language.UNKNOWN if stranger else Language.ENGLISH


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    if name.startswith("CJK"):
        return "han"
    if name.startswith("LATIN"):
        return "latin"
    return "kana" if name.startswith(("HIRAGANA", "KATAKANA")) else "other"


def _plain(word: str) -> str:
    """A word without its accents."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
