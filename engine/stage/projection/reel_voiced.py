"""A reel of film and what else it is heard with: dubs in its place, a description over it."""

from collections.abc import Sequence
from pathlib import Path

from engine.stage.projection.reel import Frame
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.reel_sound import SoundReel
from engine.stage.projection.sound_told import SpokenRun, Told
from engine.stage.projection.sound_voice import Voice
from engine.story.clips import ClipFault


class VoicedReel:
    """
    A film's reel and the sound files beside it, opened and parked together.

    Pictures, length and faults are the film's own; a dub that fails is only left out.
    """

    def __init__(
        self, file: str, film: FilmReel, start: int, length: int, dub: Path | None
    ) -> None:
        self.file = file
        """The film's own name, beside which its sounds lie."""
        self._film = film
        self._start, self._whole = start, length
        self._first = None if dub is None else SoundReel(dub, start, length)
        self._dubbing = (dub, self._first)
        """The dub that is heard, or will be as soon as it is there."""
        self.sound = Voice(film.sound, self._first)
        self._begun = False
        self._before: SoundReel | None = None
        self._telling: tuple[Path, SoundReel] | None = None
        self._leaving: list[SoundReel] = []
        self.told: Told | None = None
        """What describes it now; replaced whole, and read on the sound's thread."""

    def describe(self, path: Path | None, since: int = 0) -> None:
        """From that position on have this file told over it; none: nothing from now on."""
        before = self._telling
        if path == (before[0] if before is not None else None):
            return
        self._telling = self.told = None
        if before is not None:
            before[1].close()
            self._leaving.append(before[1])
        if path is not None:
            run = SpokenRun()
            sound = SoundReel(path, self._start + since, self._whole - since, run)
            self._telling, self.told = (path, sound), Told(run, since)
            if self._begun:
                sound.start()

    def voice(self, path: Path | None, since: int = 0) -> None:
        """
        Have this dub heard instead, once it is decoded from that position on; none: no dub.

        The voice that was heard until then goes on meanwhile. Of three within one clip the
        first is let go of.
        """
        if path == self._dubbing[0]:
            return
        self._retire()
        sound = None
        if path is not None:
            sound = SoundReel(path, self._start + since, self._whole - since)
            if self._begun:
                sound.start()
        self._before, self._dubbing = self._dubbing[1], (path, sound)
        self.sound.turn_to(sound, since)

    @property
    def trouble(self) -> str | None:
        """What is wrong with a sound file beside it, in one sentence."""
        beside = (self._dubbing[1], self._telling[1] if self._telling is not None else None)
        return next((each.lost for each in beside if each is not None and each.lost), None)

    @property
    def shape(self) -> tuple[int, int] | None:
        """The width and height its pictures should be seen in."""
        return self._film.shape

    @property
    def length(self) -> int:
        """Samples; the film's, however long the sound beside it is."""
        return self._film.length

    @length.setter
    def length(self, samples: int) -> None:
        self._film.length = samples

    @property
    def ready(self) -> bool:
        """Whether it can start without a gap, the dub with it."""
        first = self._first
        return self._film.ready and (first is None or first.ready or bool(first.lost))

    @property
    def parked(self) -> bool:
        """Whether it has decoded as far ahead as it does before it plays."""
        return self._film.parked and self.ready

    @property
    def fault(self) -> ClipFault | None:
        """Why the film cannot be played, or not any further."""
        return self._film.fault

    @property
    def lacks(self) -> str | None:
        """What the film's file promises and does not hold."""
        return self._film.lacks

    @property
    def weight(self) -> int:
        """Roughly how many bytes it holds."""
        return self._film.weight

    @property
    def errors(self) -> int:
        """How many damaged pieces of the film were passed over."""
        return self._film.errors

    def start(self) -> None:
        """Open the files and decode ahead."""
        self._begun = True
        for each in self._parts():
            each.start()

    def roll(self) -> None:
        """It is on the screen now."""
        self._film.roll()

    def due(self, position: int) -> Sequence[Frame]:
        """The frames due by then that were not yet given out, oldest first."""
        return self._film.due(position)

    def next_at(self) -> int | None:
        """When the oldest frame not yet given out is due."""
        return self._film.next_at()

    def coming(self) -> Frame | None:
        """The oldest frame not yet given out."""
        return self._film.coming()

    def stalled(self) -> bool:
        """Whether the film's decoder has not moved for two seconds."""
        return self._film.stalled()

    def close(self) -> None:
        """Let go of everything. Does not wait."""
        for each in (*self._parts(), *self._leaving):
            each.close()

    def ended(self, patience: float = 0.0) -> bool:
        """Whether every thread is gone, waiting for that so long."""
        ends = [each.ended(patience) for each in (*self._parts(), *self._leaving)]
        return all(ends)

    def _parts(self) -> list[FilmReel | SoundReel]:
        telling = [] if self._telling is None else [self._telling[1]]
        dubs = [dub for dub in (self._before, self._dubbing[1]) if dub is not None]
        return [self._film, *dubs, *telling]

    def _retire(self) -> None:
        """The dub before the one that is heard is heard no more."""
        if self._before is not None:
            self._before.close()
            self._leaving.append(self._before)
