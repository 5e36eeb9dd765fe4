"""Measures the matcher on the scenes for testing, and its peers beside it."""

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz

from benchmarks.figures import Figure, Report
from benchmarks.intents.hostile import slowest
from benchmarks.intents.sets import LANGUAGES, NONE, Typed, typed
from engine import settings
from engine.messages.orders import Phrases
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import clean
from engine.senses.words.denials import denies
from engine.senses.words.intents import Meant, meant
from engine.senses.words.likeness import compared, cosine, grams
from engine.senses.words.meanings import open_folder
from engine.senses.words.nearness import Nearness

ANSWERED, RIGHT, OUTSIDE = 0.60, 0.80, 0.10
CLEANED_MS = 25.0
ROOM = 0.08
"""Out of scope that a peer may accept on the scenes for tuning, as for our own."""

Score = Callable[[str, str], float]
Reader = Callable[[str, Sequence[Phrases]], Meant | None]

PEERS: dict[str, Score] = {
    "rapidfuzz WRatio": lambda said, phrase: fuzz.WRatio(said, phrase) / 100,
    "rapidfuzz token_set": lambda said, phrase: fuzz.token_set_ratio(said, phrase) / 100,
    "character n-grams": lambda said, phrase: cosine(grams(said), grams(phrase)),
}


def run(*, quick: bool = False) -> Report:
    """Both languages; quick: every fourth text, and fewer hostile ones."""
    report = Report("intents")
    meanings = open_folder(models_folder())

    def ours(text: str, options: Sequence[Phrases]) -> Meant | None:
        return meant(text, options, meanings)

    brought = settings.load(os.environ).words.model
    beside = None if brought is None else Nearness(brought)
    for language in LANGUAGES:
        texts = typed(language, "test")[:: 4 if quick else 1]
        _tell_ours(report, language, texts, ours)
        if beside is not None:
            read = _read_all(texts, partial(meant, meanings=meanings, nearness=beside))
            _tell(report, f"{language} ours beside words.embedding", texts, read)
        _tell(report, f"{language} letters alone", texts, _read_all(texts, meant))
        tune = typed(language, "tune")[:: 4 if quick else 1]
        for name, score in PEERS.items():
            _tell(report, f"{language} {name}", texts, _peer(texts, tune, score))
    if beside is not None and beside.trouble is not None:
        report.notes.append(beside.trouble)
    worst, text = slowest(quick=quick)
    _figure(report, f"a megabyte made clean, the slowest ({text})", worst, "ms",
            CLEANED_MS, most=True)  # fmt: skip
    report.notes += [
        "Thresholds and weights, also the peers', were chosen on the scenes for tuning alone.",
        "All lines were made up by machine writers; none is a viewer's.",
    ]
    return report


def _tell_ours(report: Report, language: str, texts: list[Typed], reader: Reader) -> None:
    began = time.process_time()
    read = _read_all(texts, reader)
    spent = (time.process_time() - began) * 1000 / len(texts)
    _tell(report, f"{language} ours", texts, read, targets=True)
    methods = Counter(each.method for each in read if each is not None)
    for method, count in methods.most_common():
        _figure(report, f"{language} ours, answered by {method}", count / len(texts), "share")
    for kind, holds in (("mixed", _mixed), ("denials", lambda text: denies(compared(text)))):
        pairs = [pair for pair in zip(texts, read, strict=True) if holds(clean(pair[0].text))]
        if pairs:
            some, theirs = zip(*pairs, strict=True)
            _tell(report, f"{language} ours, {kind} ({len(some)})", list(some), list(theirs))
    _figure(report, f"{language} ours, CPU a text", spent, "ms")


def _tell(
    report: Report,
    name: str,
    texts: list[Typed],
    read: Sequence[Meant | None],
    *,
    targets: bool = False,
) -> None:
    """Answered, right when answered, and accepted out of scope."""
    said = [pair for pair in zip(texts, read, strict=True) if pair[0].means != NONE]
    outside = [found for text, found in zip(texts, read, strict=True) if text.means == NONE]
    answered = [(text, found) for text, found in said if found is not None]
    right = sum(found.option == text.options[text.means].option for text, found in answered)
    rows = (
        ("answered", len(answered) / max(1, len(said)), ANSWERED, False),
        ("right when answered", right / max(1, len(answered)), RIGHT, False),
        ("out of scope accepted", sum(map(bool, outside)) / max(1, len(outside)), OUTSIDE, True),
    )
    for what, value, target, most in rows:
        _figure(report, f"{name}: {what}", value, "share", target if targets else None, most=most)


def _figure(
    report: Report,
    what: str,
    value: float,
    unit: str,
    target: float | None = None,
    *,
    most: bool = False,
) -> None:
    held = None if target is None else (value <= target if most else value >= target)
    said = "-" if target is None else f"{'<=' if most else '>='} {target:g}"
    report.figures.append(
        Figure(name=what, what=what, value=value, unit=unit, target=said, ok=held)
    )


def _read_all(texts: Sequence[Typed], reader: Reader) -> list[Meant | None]:
    return [reader(clean(each.text), each.options) for each in texts]


def _peer(texts: list[Typed], tune: list[Typed], score: Score) -> list[Meant | None]:
    """What a peer answers with the threshold that lets as few strangers in as ours may."""
    strangers = [_best(each, score)[1] for each in tune if each.means == NONE]
    least = float(np.quantile(strangers, 1 - ROOM))
    found = [_best(each, score) for each in texts]
    return [
        Meant(each.options[place].option, "phrase", how) if how > least else None
        for each, (place, how) in zip(texts, found, strict=True)
    ]


def _best(each: Typed, score: Score) -> tuple[int, float]:
    """The most alike option and how alike it is; two as alike are none."""
    said = compared(clean(each.text))
    alike = [
        max(score(said, compared(clean(phrase))) for phrase in (option.label, *option.hear))
        for option in each.options
    ]
    ranked = sorted(alike, reverse=True)
    clear = all(first > second for first, second in pairwise(ranked[:2]))
    return alike.index(ranked[0]), ranked[0] if clear else 0.0


def _mixed(text: str) -> bool:
    """Whether a text holds both Latin letters and Chinese characters."""
    return any("a" <= letter.lower() <= "z" for letter in text) and any(
        "\u3400" <= letter <= "\u9fff" for letter in text
    )
