"""Who reads the mood of words: the engine, and the peers that are installed here."""

import importlib.util
from collections.abc import Callable, Mapping
from typing import Any, Final

from benchmarks.words.sides import Reader, Told, by_value
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import clean
from engine.senses.words.learned import OF_NO_SIDE
from engine.senses.words.words import CLEAR, Words

USUAL_BAND: Final = 0.05
"""Within this VADER's makers call a text neutral; TextBlob is given the same."""
SNOW_BAND: Final = 0.1
"""snownlp answers how likely a text is positive: neutral is from 0.4 to 0.6."""
MODULES: Final[Mapping[str, str]] = {
    "VADER": "vaderSentiment",
    "TextBlob": "textblob",
    "AFINN": "afinn",
    "snownlp": "snownlp",
}
ENGLISH: Final = ("VADER", "TextBlob", "AFINN")
CHINESE: Final = ("snownlp",)


def ours(words: Words | None = None) -> Reader:
    """The engine's best guess; a film goes by it only where it is sure enough."""
    reading = words or Words(models_folder())

    def read(text: str) -> Told:
        tone = reading.tone(clean(text))
        told = by_value(tone.sentiment, 0.0)
        return told if tone.sure > OF_NO_SIDE else Told("neu", told.leaning)

    return read


def clearly(words: Words | None = None) -> Callable[[str], str | None]:
    """The side a film would go by; none where it would ask again."""
    reading = words or Words(models_folder())

    def read(text: str) -> str | None:
        tone = reading.tone(clean(text))
        return by_value(tone.sentiment, 0.0).leaning if tone.sure >= CLEAR else None

    return read


def peers(names: tuple[str, ...]) -> dict[str, Reader]:
    """Those of the named that are installed."""
    return {name: _READERS[name]() for name in names if importlib.util.find_spec(MODULES[name])}


def missing(names: tuple[str, ...]) -> list[str]:
    """A sentence for each that is not, with the way to get it."""
    return [
        f"{name} is left out: it is not installed (python -m pip install {MODULES[name]})."
        for name in names
        if not importlib.util.find_spec(MODULES[name])
    ]


def _vader() -> Reader:
    analyzer: Any = importlib.import_module("vaderSentiment.vaderSentiment")
    reading = analyzer.SentimentIntensityAnalyzer()
    return lambda text: by_value(reading.polarity_scores(text)["compound"], USUAL_BAND)


def _textblob() -> Reader:
    blob: Any = importlib.import_module("textblob").TextBlob
    return lambda text: by_value(blob(text).sentiment.polarity, USUAL_BAND)


def _afinn() -> Reader:
    reading: Any = importlib.import_module("afinn").Afinn(emoticons=True)
    return lambda text: by_value(reading.score(text), USUAL_BAND)


def _snownlp() -> Reader:
    snow: Any = importlib.import_module("snownlp").SnowNLP
    return lambda text: by_value(snow(text).sentiments, SNOW_BAND, middle=0.5)


_READERS: Final = {
    "VADER": _vader,
    "TextBlob": _textblob,
    "AFINN": _afinn,
    "snownlp": _snownlp,
}
