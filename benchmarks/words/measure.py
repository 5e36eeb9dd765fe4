"""One run: what reading costs, plain sentences, and every set beside every peer."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.figures import Figure, Report
from benchmarks.words import cost
from benchmarks.words.plain import CHINESE, ENGLISH
from benchmarks.words.readers import CHINESE as CHINESE_PEERS
from benchmarks.words.readers import ENGLISH as ENGLISH_PEERS
from benchmarks.words.readers import clearly, missing, ours, peers
from benchmarks.words.sides import Reader, Texts, read_texts

FIRST_LOOK: Final = 150
OVER_VADER: Final = 0.06
WORSE: Final = 0.01
ON_DIALOGUE: Final = 0.05
DIALOGUE: Final = ("zh-cped", "zh-xed")
UNSEEN: Final = ("en-sst2", "en-tweeteval", "en-meld", "zh-xed", "zh-smp", "zh-waimai",
                 "zh-shopping", "zh-hotels", "zh-weibo")  # fmt: skip
NO_DATA: Final = (
    "Without --data DIR no set is read: `python -m benchmarks.words.preparing --from CLONES --to "
    "DIR` makes it."
)
NOTES: Final = (
    (
        "Where a set has no neutral texts, the leaning counts, and nothing to go by is wrong. "
        "Clear is what a film would go by; of texts that people called neutral, all are wrong."
    ),
    f"Of sources no line of which was trained on: {', '.join(UNSEEN)}.",
)
Scores = Mapping[str, Mapping[str, float]]
"""By set, and in it by reader."""


def run(*, quick: bool, data: Path | None = None) -> Report:
    """Measure what is there; peers that are not installed are named."""
    report = Report("words")
    report.figures += cost.figures(quick=quick)
    report.figures += [_plain(Texts("plain-en", ENGLISH)), _plain(Texts("plain-zh", CHINESE))]
    if data is None:
        report.notes.append(NO_DATA)
        return report
    report.figures += _english(_scores(data, "en", peers(ENGLISH_PEERS), quick=quick))
    report.figures += [_clear(data, language, quick=quick) for language in ("en", "zh")]
    report.figures += _chinese(_scores(data, "zh", peers(CHINESE_PEERS), quick=quick))
    report.notes += [*NOTES, *missing((*ENGLISH_PEERS, *CHINESE_PEERS))]
    if quick:
        report.notes.append(f"Only {FIRST_LOOK} texts of each set: a first look.")
    return report


def _plain(texts: Texts) -> Figure:
    score = texts.score(ours())
    what = f"{len(texts.rows)} plain sentences of our own, {texts.name[-2:]}"
    return Figure(name=texts.name, what=what, value=score, unit="macro F1")


def _clear(data: Path, language: str, *, quick: bool) -> Figure:
    """How often a mood that decides is the true one."""
    rows = [row for texts in _sets(data, language, quick=quick) for row in texts.rows]
    reader = clearly()
    heard = [(side, truth) for text, truth in rows if (side := reader(text)) is not None]
    right = sum(side == truth for side, truth in heard) / max(1, len(heard))
    what = f"{language}: right where it is clear, in {len(heard) / max(1, len(rows)):.0%} of texts"
    return Figure(name=f"{language}-clear", what=what, value=right, unit="share")


def _sets(data: Path, language: str, *, quick: bool) -> list[Texts]:
    most = FIRST_LOOK if quick else None
    return [read_texts(path, most) for path in sorted(data.glob(f"{language}-*.csv"))]


def _scores(data: Path, language: str, others: Mapping[str, Reader], *, quick: bool) -> Scores:
    readers = {"ours": ours(), **others}
    return {
        texts.name: {name: texts.score(reader) for name, reader in readers.items()}
        for texts in _sets(data, language, quick=quick)
    }


def _english(scores: Scores) -> list[Figure]:
    figures = [_beside(name, each, "VADER", -WORSE) for name, each in scores.items()]
    return figures + ([_mean("en-mean", scores, "VADER", OVER_VADER)] if scores else [])


def _chinese(scores: Scores) -> list[Figure]:
    figures = [
        _beside(name, each, "snownlp", ON_DIALOGUE if name in DIALOGUE else None)
        for name, each in scores.items()
    ]
    return figures + ([_mean("zh-mean", scores, "snownlp", 0.0)] if scores else [])


def _mean(name: str, scores: Scores, rival: str, over: float) -> Figure:
    names = next(iter(scores.values()))
    means = {each: sum(row[each] for row in scores.values()) / len(scores) for each in names}
    return _beside(name, means, rival, over)


def _beside(name: str, row: Mapping[str, float], rival: str, over: float | None) -> Figure:
    """Our score beside the others'; the target is of so much over a rival, if that is here."""
    value = row["ours"]
    others = ", ".join(f"{peer} {score:.3f}" for peer, score in row.items() if peer != "ours")
    aim = row[rival] + over if over is not None and rival in row else None
    return Figure(
        name=name,
        what=name,
        value=value,
        unit="macro F1",
        peer=others or "-",
        target="-" if aim is None else f">= {rival} {over:+.2f}",
        ok=None if aim is None else value >= aim,
    )
