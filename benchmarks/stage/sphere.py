"""What looking around costs: a sphere bent flat for another look each frame, beside plain scaling.

The clip is 2048x1024 at 25/s, drawn all over with grain, and shown at 1280x720 on SDL's dummy
driver; no two frames are looked at from the same side.
"""

import math
import os
import resource
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from av import VideoFrame

from benchmarks.figures import Figure, Report, machine, median, spread
from engine.stage.projection.clock import in_samples
from engine.stage.projection.projector_lens import Lens
from engine.stage.projection.reel import Frame
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.sphere import Gaze
from tests.clips import Make, film

REPEATS = 3
SIZE = (1280, 720)
SOURCE = (2048, 1024)
RATE = 25
KEPT, ROUNDS = 25, 6
"""Frames that are converted both ways, and how often each."""
LONGEST = 60.0
"""Seconds after which a frame that does not come is given up."""


def run(*, quick: bool) -> Report:
    """Bend and scale the same frames in turn; then show the film as fast as it goes."""
    report = Report("sphere")
    seconds = 2.0 if quick else 8.0
    pygame.display.init()
    window = pygame.display.set_mode(SIZE)
    with tempfile.TemporaryDirectory() as folder:
        make = Make(seconds=seconds, rate=RATE, size=SOURCE, sound=None, busy=True)
        path = film(Path(folder) / "around.mp4", make)
        bent, scaled, whole, used = [], [], [], []
        for _ in range(REPEATS):
            ours, plain = _converted(path, make)
            bent.append(ours)
            scaled.append(plain)
            rate, cores = _shown(path, make, window)
            whole.append(rate)
            used.append(cores)
            report.notes.append(f"after a round: {machine()}")
    pygame.display.quit()
    _tell(report, bent, scaled, whole)
    report.notes.append(f"bent {spread(bent)} ms; scaled {spread(scaled)} ms")
    report.notes.append(f"shown {spread(whole)} frames a second with {spread(used)} cores")
    return report


def _tell(report: Report, bent: list[float], scaled: list[float], whole: list[float]) -> None:
    value, peer, rate = median(bent), median(scaled), median(whole)
    report.figures += [
        Figure(
            name="bend", what="CPU for a frame of 2K bent to 720p", value=value, unit="ms",
            peer=f"scaled flat {peer:.3g}", target="<= 20", ok=value <= 20,
        ),
        Figure(
            name="bend.share", what="the same, as so many times plain scaling",
            value=value / peer, unit="x", peer="scaled flat 1",
        ),
        Figure(
            name="shown", what="frames a second, decoded, bent and shown, each from another side",
            value=rate, unit="/s", peer=f"the film {RATE}", target=f">= {RATE}", ok=rate >= RATE,
        ),
    ]  # fmt: skip


def _converted(path: Path, make: Make) -> tuple[float, float]:
    """Milliseconds of CPU for a frame: bent, and scaled; medians. Nothing is decoded meanwhile."""
    lens, plain, looks = Lens(), Lens(), _looks()
    bent, scaled = [], []
    images = list(islice(_images(path, make), KEPT))
    for image in images * ROUNDS:
        began = time.process_time()
        lens.look(image, next(looks), SIZE)
        between = time.process_time()
        plain.develop(image, SIZE)
        bent.append((between - began) * 1000)
        scaled.append((time.process_time() - between) * 1000)
    return statistics.median(bent), statistics.median(scaled)


def _shown(path: Path, make: Make, window: pygame.Surface) -> tuple[float, float]:
    """Frames a second when nobody waits for a clock, and the cores that took."""
    lens, looks, count = Lens(), _looks(), 0
    began, before = time.perf_counter(), _used()
    for image in _images(path, make):
        window.blit(lens.look(image, next(looks), SIZE), (0, 0))
        pygame.display.flip()
        count += 1
    passed = time.perf_counter() - began
    return count / passed, (_used() - before) / passed


def _images(path: Path, make: Make) -> Iterator[VideoFrame]:
    """Every frame of the film, as a reel of the player's own decodes them."""
    reel = FilmReel(path, 0, in_samples(make.seconds), around=True)
    reel.start()
    reel.roll()
    left, bell = round(make.seconds * make.rate), threading.Event()
    waiting_since = time.perf_counter()
    try:
        while left and time.perf_counter() - waiting_since < LONGEST:
            frame = _next(reel)
            if frame is None:
                bell.wait(0.001)
            elif isinstance(frame.image, VideoFrame):
                left, waiting_since = left - 1, time.perf_counter()
                yield frame.image
    finally:
        reel.close()
        reel.ended(5.0)


def _next(reel: FilmReel) -> Frame | None:
    """The oldest frame that is decoded, and no other."""
    at = reel.next_at()
    due = () if at is None else reel.due(at)
    return due[0] if due else None


def _looks() -> Iterator[Gaze]:
    """Once round in ten seconds, and up and down on the way."""
    turn = 0
    while True:
        turn += 1
        yield Gaze((turn * 1.44 + 180) % 360 - 180, 50 * math.sin(turn / 40))


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
