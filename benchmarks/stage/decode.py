"""What decoding costs: our reels beside ffmpeg's bare decoding, and the memory of a waiting reel.

Both decode the pictures and the sound of the same film; ours also resamples the sound and hands
every frame over to another thread.
"""

import gc
import resource
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from benchmarks.figures import Figure, Report, machine, median, spread
from engine.stage.projection.clock import BYTES, RATE, in_samples
from engine.stage.projection.reel_film import FilmReel
from tests.clips import Make, film

REPEATS = 3
PARKED = 6


def run(*, quick: bool) -> Report:
    """Decode a film as fast as it goes, both ways in turn; then park some reels of it."""
    report = Report("decode")
    seconds = 4.0 if quick else 12.0
    with tempfile.TemporaryDirectory() as folder:
        make = Make(seconds=seconds, size=(1280, 720), sound="tone", busy=True, after=0.0)
        path = film(Path(folder) / "film.mp4", make)
        ours, bare = [], []
        for _ in range(REPEATS):
            ours.append(60 * _by_a_reel(path, seconds) / seconds)
            if shutil.which("ffmpeg"):
                bare.append(60 * _by_ffmpeg(path) / seconds)
            report.notes.append(f"after a round: {machine()}")
        _told(report, ours, bare)
        weight = _parked(path)
    report.figures.append(
        Figure(
            name="parked", what="memory of a waiting 720p clip", value=weight, unit="MB",
            target="<= 30", ok=weight <= 30,
        )
    )  # fmt: skip
    return report


def _told(report: Report, ours: list[float], bare: list[float]) -> None:
    value = median(ours)
    peer = f"ffmpeg -f null {median(bare):.3g}" if bare else "-"
    figure = Figure(
        name="decode", what="CPU seconds for a minute of 720p30", value=value, unit="s", peer=peer
    )
    report.figures.append(figure)
    report.notes.append(f"ours {spread(ours)}; ffmpeg {spread(bare)}")
    if not bare:
        report.notes.append("ffmpeg is not here to stand beside: apt install ffmpeg.")
        return
    share = value / median(bare)
    report.figures.append(
        Figure(
            name="decode.share", what="the same, as a share of ffmpeg's", value=share, unit="x",
            peer="ffmpeg -f null 1", target="<= 1.10", ok=share <= 1.10,
        )
    )  # fmt: skip


def _by_a_reel(path: Path, seconds: float) -> float:
    before = _used(resource.RUSAGE_SELF)
    reel = FilmReel(path, 0, in_samples(seconds))
    reel.start()
    reel.roll()
    room, bell, heard = memoryview(bytearray(RATE // 10 * BYTES)), threading.Event(), 0
    while heard < reel.length:
        reel.due(reel.length)
        heard += reel.sound.take_into(room)
        bell.wait(0.005)
    reel.close()
    reel.ended(5.0)
    return _used(resource.RUSAGE_SELF) - before


def _by_ffmpeg(path: Path) -> float:
    before = _used(resource.RUSAGE_CHILDREN)
    asked = ["ffmpeg", "-v", "quiet", "-threads", "1", "-i", str(path), "-f", "null", "-"]
    subprocess.run(asked, check=True)
    return _used(resource.RUSAGE_CHILDREN) - before


def _parked(path: Path) -> float:
    gc.collect()
    bell, before = threading.Event(), _resident()
    reels = [FilmReel(path, 0, 10**9) for _ in range(PARKED)]
    for reel in reels:
        reel.start()
        while not reel.parked:
            bell.wait(0.01)
    grown = _resident() - before
    for reel in reels:
        reel.close()
    return grown / PARKED / 2**20


def _resident() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


def _used(whose: int) -> float:
    usage = resource.getrusage(whose)
    return usage.ru_utime + usage.ru_stime
