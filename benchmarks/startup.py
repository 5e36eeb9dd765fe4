"""From the start of the program to the first frame: only what is needed, or everything at once."""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, Report, machine, median, spread
from benchmarks.peers.commands import surroundings
from tests.clips import Make, film

REPEATS = 3
EAGER = "import cv2, yaml, transitions, pydantic, vaderSentiment.vaderSentiment;"
FIRST_FRAME = """
import sys, pathlib
from benchmarks.peers.kinoeye import Hall, shots
path = pathlib.Path(sys.argv[1])
hall = Hall(path.parent)
hall.projector.cut(shots([path])[0])
while hall.projector.figures.shown == 0:
    hall.tick()
hall.close()
"""


def run(*, quick: bool) -> Report:
    """Start it both ways in turn."""
    report = Report("startup")
    with tempfile.TemporaryDirectory() as folder:
        path = film(Path(folder) / "film.mp4", Make(size=(1280, 720), sound="tone", busy=True))
        lazy, eager = [], []
        for _ in range(1 if quick else REPEATS):
            lazy.append(_started("", path))
            eager.append(_started(EAGER, path))
            report.notes.append(f"after a round: {machine()}")
    share = median(lazy) / median(eager)
    report.figures += [
        Figure(
            name="startup", what="CPU from start to first frame", value=1000 * median(lazy),
            unit="ms", peer=f"everything imported first {1000 * median(eager):.3g}",
        ),
        Figure(
            name="startup.share", what="the same, as a share", value=share, unit="x",
            peer="everything imported first 1", target="<= 0.75", ok=share <= 0.75,
        ),
    ]  # fmt: skip
    report.notes.append(f"lazy {spread(lazy)} s, eager {spread(eager)} s")
    return report


def _started(first: str, path: Path) -> float:
    around = surroundings("", path.with_suffix(".raw"))
    around |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    before = _used()
    subprocess.run([sys.executable, "-c", first + FIRST_FRAME, str(path)], env=around, check=True)
    return _used() - before


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
