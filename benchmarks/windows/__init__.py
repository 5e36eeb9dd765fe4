"""Decisions by faces on tapes: found, false, how late, and what the same readings say shuffled."""

from benchmarks.windows.measure import run

__all__ = ["run"]
