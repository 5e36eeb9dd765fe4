"""From the start of the program to the first picture of all, and to the film's first frame."""

import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.figures import Figure, Report, machine, median, spread
from benchmarks.peers.commands import surroundings
from benchmarks.stage.eye import Eye, MissingError, opened_eye
from tests.clips import Make, film

REPEATS = 7
STARTS = 5
DARK = 4.0
"""A screen with less light than this, of 255, shows nothing yet."""
SOON = 0.5
PATIENCE = 20.0
EAGER = "import cv2, yaml, transitions, pydantic, vaderSentiment.vaderSentiment;"
FIRST_FRAME = """
import sys, pathlib
sys.modules["pkg_resources"] = None  # pygame does without, as where a player begins: desk/curtain
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
        report.notes.append(f"after the last round: {machine()}")
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
    _first_picture(report, 2 if quick else STARTS)
    return report


def _first_picture(report: Report, times: int) -> None:
    """How long a viewer looks at nothing; it is the one figure here that is no CPU."""
    try:
        with opened_eye() as eye, tempfile.TemporaryDirectory() as folder:
            waited = [_waited(eye, Path(folder)) for _ in range(times)]
    except MissingError as problem:
        report.notes.append(str(problem))
        return
    value = median(waited)
    report.figures.append(
        Figure(
            name="poster", what="from the start to the first picture: the poster",
            value=1000 * value, unit="ms", peer=f"median of {times}",
            target="<= 500", ok=value <= SOON,
        )
    )  # fmt: skip
    report.notes.append(f"to the poster {spread(waited)} s")


def _waited(eye: Eye, folder: Path) -> float:
    around = surroundings(eye.display, folder / "heard.raw")
    around |= {"SDL_AUDIODRIVER": "dummy", "KINOEYE_HOME": str(folder)}
    command = [sys.executable, "-m", "engine.desk", "play", "two-doors", "--camera", "none"]
    pause, began = threading.Event(), time.perf_counter()
    player = subprocess.Popen(
        command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not lit(eye):
            if player.poll() is not None or time.perf_counter() > began + PATIENCE:
                raise MissingError("The player showed nothing; start it by hand to see why.")
            pause.wait(0.002)
        return time.perf_counter() - began
    finally:
        player.send_signal(signal.SIGTERM)
        player.wait(PATIENCE)
        while lit(eye):  # the next one begins before an empty screen
            pause.wait(0.01)


def lit(eye: Eye) -> bool:
    """Whether there is anything on the screen."""
    return bool(eye.look(slice(None)).mean() > DARK)


def _started(first: str, path: Path) -> float:
    around = surroundings("", path.with_suffix(".raw"))
    around |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    before = _used()
    subprocess.run([sys.executable, "-c", first + FIRST_FRAME, str(path)], env=around, check=True)
    return _used() - before


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
