"""Music laid under a film: a bed that runs on over cuts, and stems that change over it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.stage.projection.clock import RATE
from engine.stage.projection.music import MusicTrack, Score
from engine.stage.projection.sound_told import Wave

SWAP: Final = RATE // 20
"""Samples in which one stem fades into another."""
_LEAVE: Final = RATE // 2
"""In which a bed fades away that the next clip does not name."""
_EDGE: Final = RATE // 200
"""In which a bed comes in: no click, and its first beat is whole."""


@dataclass(slots=True)
class _Layer:
    """A track that is heard from one place of the music's clock on, to another if it leaves."""

    track: MusicTrack
    began: int
    """Where its first sample lies, or would: what is laid over a bed begins with the bed."""
    enters: int
    rise: int
    leaves: int | None = None
    fall: int = SWAP

    def over(self, now: int) -> bool:
        """Whether nothing more of it will be heard."""
        return self.leaves is not None and now >= self.leaves + self.fall

    def add_to(self, wave: Wave, now: int) -> None:
        """Lay what is heard of it from now on over the wave, round and round."""
        samples = self.track.samples
        if samples is None:  # not read yet: it comes in where it would be by then
            self.enters, self.rise = max(self.enters, now + len(wave)), SWAP
            return
        end = now + len(wave)
        end = end if self.leaves is None else min(end, self.leaves + self.fall)
        at = max(now, self.enters)
        while at < end:
            place = (at - self.began) % len(samples)
            piece = samples[place : place + end - at]
            heard = wave[at - now : at - now + len(piece)]
            if self._full(at, at + len(piece)):
                heard += piece
            else:
                heard += piece * self._gains(at, at + len(piece))
            at += len(piece)

    def _full(self, first: int, last: int) -> bool:
        return first >= self.enters + self.rise and (self.leaves is None or last <= self.leaves)

    def _gains(self, first: int, last: int) -> Wave:
        clock = np.arange(first, last)
        gains = np.clip((clock - self.enters) / self.rise, 0.0, 1.0)
        if self.leaves is not None:
            gains *= np.clip(1 - (clock - self.leaves) / self.fall, 0.0, 1.0)
        return gains.astype(np.float32)[:, None]


class Music:
    """
    Lays a film's music under it, sample for sample. Lives on the sound's thread.

    Its clock counts what it laid: it stands while the film is paused and knows no clips.
    """

    def __init__(self) -> None:
        self._now = 0
        self._beds: list[_Layer] = []
        self._stems: list[_Layer] = []
        self._score: Score | None = None
        self._began = 0

    @property
    def silent(self) -> bool:
        """Whether there is nothing to lay."""
        return not self._beds and not self._stems

    def follow(self, score: Score | None, since: int) -> None:
        """A clip begins, so far into itself; what it does not name fades away."""
        before, self._score = self._score, score
        if score is None:
            self._leave()
        elif before is None or before.bed.name != score.bed.name:
            self._leave()
            self._began = self._now - since
            self._beds.append(_Layer(score.bed, self._began, self._now, _EDGE))
            if score.stem is not None:
                self._stems.append(_Layer(score.stem, self._began, self._now, _EDGE))
        elif _name(before.stem) != _name(score.stem):
            self._change(score.stem, self._turn(score.bar))

    def add_to(self, wave: Wave) -> None:
        """Lay the next samples over the wave."""
        for layer in (*self._beds, *self._stems):
            layer.add_to(wave, self._now)
        self._now += len(wave)
        self._beds = [layer for layer in self._beds if not layer.over(self._now)]
        self._stems = [layer for layer in self._stems if not layer.over(self._now)]

    def _leave(self) -> None:
        self._stems = [layer for layer in self._stems if layer.enters <= self._now]
        for layer in (*self._beds, *self._stems):
            if layer.leaves is None or layer.leaves > self._now:
                layer.leaves, layer.fall = self._now, _LEAVE

    def _turn(self, bar: int) -> int:
        """When a stem changes: now, or so that the next bar begins with the new one whole."""
        if not bar:
            return self._now
        left = -(self._now - self._began) % bar
        return max(self._now, self._now + left - SWAP)

    def _change(self, stem: MusicTrack | None, at: int) -> None:
        self._stems = [layer for layer in self._stems if layer.enters <= self._now]
        for layer in self._stems:
            if layer.leaves is None:
                layer.leaves, layer.fall = at, SWAP
        if stem is not None:
            self._stems.append(_Layer(stem, self._began, at, SWAP))


def _name(track: MusicTrack | None) -> str | None:
    return None if track is None else track.name
