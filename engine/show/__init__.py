"""The show: makes the parts, joins them, ticks, and stops them in reverse order."""

from engine.show.joined import Show

__all__ = ["Show"]
