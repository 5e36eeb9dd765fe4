"""What reading words costs: time for each text, and the start, in a process of its own."""

import json
import subprocess
import sys
import time
from typing import Final

from benchmarks.figures import Figure, median
from benchmarks.words.plain import CHINESE, ENGLISH
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import clean
from engine.senses.words.words import Words

MOST_MS: Final = 1.0
MOST_START: Final = 0.3
MOST_MEMORY: Final = 50.0
MEGABYTE_MS: Final = 25.0
HOSTILE: Final = ("😀", "good bad ", "not ", "你的错", "(:", "A1 ", "\u0301")
"""What makes VADER alone hang for minutes, said a megabyte long."""

START: Final = """
import json, psutil, time
import numpy
me = psutil.Process()
before, began = me.memory_info().rss, time.process_time()
from pathlib import Path
from engine.senses.words.words import Words
words = Words(Path({folder!r}))
words.warm()
words.tone("I love this film")
words.tone("我很喜欢")
spent = time.process_time() - began
print(json.dumps([spent, (me.memory_info().rss - before) / 2**20]))
"""
"""numpy is there before: the player has brought it in for pictures and sound."""


def figures(*, quick: bool) -> list[Figure]:
    """Time for a text and for the worst megabytes, the start, and memory."""
    words = Words(models_folder())
    words.warm()
    texts = [text for text, _ in (*ENGLISH, *CHINESE)]
    rounds = 3 if quick else 15
    usual = [_spent(words, text) for _ in range(rounds) for text in texts]
    worst = max(_spent(words, unit * (1_000_000 // len(unit))) for unit in HOSTILE)
    starts = [_start() for _ in range(1 if quick else 5)]
    start = median([seconds for seconds, _ in starts])
    memory = median([megabytes for _, megabytes in starts])
    mean = sum(usual) / len(usual)
    return [
        _most("text", "a text as viewers type it, mean", mean, "ms", MOST_MS),
        _most("megabyte", "the worst megabyte", worst, "ms", MEGABYTE_MS),
        _most("start", "from import to the first two readings", start, "s CPU", MOST_START),
        _most("memory", "memory for both languages", memory, "MiB", MOST_MEMORY),
    ]


def _spent(words: Words, text: str) -> float:
    began = time.process_time()
    words.tone(clean(text))
    return (time.process_time() - began) * 1000


def _start() -> tuple[float, float]:
    asked = [sys.executable, "-c", START.format(folder=str(models_folder()))]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = json.loads(said)
    return seconds, megabytes


def _most(name: str, what: str, value: float, unit: str, limit: float) -> Figure:
    target = f"<= {limit:g}"
    return Figure(name=name, what=what, value=value, unit=unit, target=target, ok=value <= limit)
