"""
Intents: how often typed words are understood, rightly or wrongly, in English and Chinese.

On the scenes of `en.yaml` and `zh.yaml` that are kept for testing; beside three peers.
"""

from benchmarks.intents.measure import run

__all__ = ["run"]
