"""Music that outlasts its clips: beds and stems, decoded whole, for the timeline to lay under."""

import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.messages.shots import Shot
from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.clock import BYTES, RATE, in_samples
from engine.stage.projection.packets import packets_of
from engine.stage.projection.probe_open import UnplayableError
from engine.stage.projection.reel_tracks import SoundTrack
from engine.stage.projection.sound_open import open_sound
from engine.stage.projection.sound_run import SoundRun
from engine.story.sounds import LONGEST_MUSIC
from engine.wires import Worker

_PATIENCE: Final = 1.0
"""Seconds for which a film's first cut waits for its music."""
_MOST: Final = in_samples(LONGEST_MUSIC)
_LEAST: Final = RATE // 10
"""What is shorter would go round so often that it is a noise."""
_BUDGET: Final = 192 * 1024 * 1024
"""Bytes of music beyond which none is read ahead; what a clip needs is read when it comes."""

Samples = NDArray[np.int16]


class MusicTrack:
    """One file of music. Its own thread reads it once; then it may be heard from any place."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.samples: Samples | None = None
        """All of it, a row for each sample; none: it is not read yet, or cannot be."""
        self.trouble: str | None = None
        self._path = path
        self._since = time.perf_counter()
        self._worker = Worker(f"music {path.name}", self._live, every=0.0, died=self._died)

    @property
    def settled(self) -> bool:
        """Whether nobody need wait for it: it was read, it cannot be, or it takes too long."""
        waited = time.perf_counter() - self._since > _PATIENCE
        return waited or self.samples is not None or self.trouble is not None

    def start(self) -> None:
        """Read it, on a thread of its own."""
        self._since = time.perf_counter()
        self._worker.start()

    def close(self) -> None:
        """Let go of it. Does not wait."""
        self.ended()

    def ended(self, patience: float = 0.0) -> bool:
        """Whether the thread is gone, waiting for that so long."""
        return self._worker.stop(patience)

    def _live(self) -> None:
        """The thread's whole life."""
        try:
            self._read()
        except UnplayableError as problem:
            self.trouble = f"{problem.fault.says} The film plays without it."
        self._worker.stopping.set()

    def _died(self, _name: str, problem: Exception) -> None:
        self.trouble = f"{self._path.name} made the decoder fail ({problem}). Export it again."

    def _read(self) -> None:
        heard = whole_sound(self._path, _MOST, self._worker.stopping)
        if len(heard) >= _LEAST:
            self.samples = heard
        elif not self._worker.stopping.is_set():
            wrong = "is shorter than a tenth of a second" if len(heard) else "holds no sound"
            self.trouble = f"{self._path.name} {wrong}. The film plays without it."


def whole_sound(path: Path, most: int, stopping: threading.Event) -> Samples:
    """All sound of a file, at most so many samples of it. UnplayableError where it has none."""
    run = SoundRun()
    track = SoundTrack(run, 0)
    opened = open_sound(path)
    with opened.container:
        track.begin(opened.origin, most)
        for packet in packets_of(opened.container, opened.stream):
            if run.finished or stopping.is_set():
                break
            if packet.size:
                track.decode(packet)
        track.flush()
    room = bytearray(min(run.ahead, most) * BYTES)
    run.take_into(memoryview(room))
    return np.frombuffer(bytes(room), np.int16).reshape(-1, 2)


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """What music goes on under a clip."""

    bed: MusicTrack
    stem: MusicTrack | None
    bar: int
    """Samples of a bar, at whose beginning a stem changes; 0: it changes with the cut."""

    @property
    def settled(self) -> bool:
        """Whether a cut need not wait for it."""
        return self.bed.settled and (self.stem is None or self.stem.settled)


class MusicShelf:
    """Keeps the music of the shots that play or may come. Belongs to the main thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tracks: dict[str, MusicTrack] = {}
        self._leaving: list[MusicTrack] = []

    def name(self, shots: Iterable[Shot]) -> None:
        """These shots play or may come, likeliest first; let go of any other music."""
        wanted = dict.fromkeys(file for shot in shots for file in _files(shot))
        for name in [name for name in self._tracks if name not in wanted]:
            track = self._tracks.pop(name)
            track.close()
            self._leaving.append(track)
        self._open_next(name for name in wanted if name not in self._tracks)
        self._leaving = [track for track in self._leaving if not track.ended()]

    def score(self, shot: Shot) -> Score | None:
        """The music under a shot; none where it has none."""
        if shot.bed is None:
            return None
        stem = None if shot.stem is None else self._track(shot.stem)
        return Score(self._track(shot.bed), stem, in_samples(shot.bar or 0.0))

    @property
    def troubles(self) -> tuple[str, ...]:
        """What cannot be heard, a sentence for each."""
        return tuple(each.trouble for each in self._tracks.values() if each.trouble is not None)

    @property
    def weight(self) -> int:
        """Bytes that are held."""
        held = (track.samples for track in self._tracks.values())
        return sum(samples.nbytes for samples in held if samples is not None)

    def close(self, patience: float) -> bool:
        """Let go of everything and wait for every thread so long; whether all have ended."""
        self.name(())
        self._leaving = [track for track in self._leaving if not track.ended(patience)]
        return not self._leaving

    def _open_next(self, waiting: Iterator[str]) -> None:
        """One at a time, the likeliest first, as long as there is room for what only may come."""
        name = next(waiting, None)
        calm = all(track.settled for track in self._tracks.values())
        if name is not None and calm and self.weight < _BUDGET:
            self._track(name)

    def _track(self, name: str) -> MusicTrack:
        if name not in self._tracks:
            self._tracks[name] = self._opened(name)
        return self._tracks[name]

    def _opened(self, name: str) -> MusicTrack:
        try:
            track = MusicTrack(name, inside(self._folder, name))
            track.start()
        except ShelfError as problem:
            track = MusicTrack(name, self._folder / "music")
            track.trouble = str(problem)
        return track


def _files(shot: Shot) -> tuple[str, ...]:
    return tuple(file for file in (shot.bed, shot.stem) if file is not None)
