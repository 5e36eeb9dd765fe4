"""
Words: how well the mood of typed words is read, beside VADER, TextBlob, AFINN and snownlp.

Without `--data` only what is in the repository is measured: time, start, memory, and plain
sentences of our own. `--data DIR` is the folder that `python -m benchmarks.words.preparing` makes.
"""

from benchmarks.words.measure import run

__all__ = ["run"]
