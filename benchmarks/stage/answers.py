"""How soon the film answers: from a key, a typed word, a smile to the pixels that tell of it.

A whole player plays a film in an X server of our own. Keys are pressed on that server; what is
on the screen is read from its frame buffer; a smile comes from a recorded camera file whose
frames are due at known moments. The player is asked nothing but when it looked at the camera.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, Report, machine, median, spread
from benchmarks.peers.commands import surroundings
from benchmarks.stage.eye import Eye, MissingError, opened_eye
from benchmarks.stage.hands import Hands
from benchmarks.stage.quiet_films import ASKS, REST, SMILE, ask_film, burn_film
from benchmarks.stage.screen import SIZE
from tests.tapes import write_tape

BELOW = slice(round(SIZE[1] * 0.42), SIZE[1])
"""Rows of the screen where the film itself stands still."""
LEAST = 300
"""So many pixels (of every fourth) changed are an answer; a falling clock changes fewer."""
APART = 24
"""Levels by which a pixel must differ."""
AROUND = 40
"""Pixels around typed words that are not looked at: their caret, and the field they stand in."""
WATCHED = 0.25
"""Seconds before a key in which whatever moves by itself is found."""
GIVEN_UP = 1.5
PATIENCE = 40.0
GLANCE = 0.001
RESTING = 0.8
"""Seconds before a smile in which the flame's own wandering is measured; earlier it may fall."""
CLEAR = 0.5
"""How much farther than it wandered the light must rise, as a share of that."""
SEEN = 0.1
"""The share of its whole rise at which the flame has visibly left its rest."""
CAMERA_RATE = 15.0
HEAD = 12.0
"""Seconds at the tape's beginning in which nothing is done: the viewer's normal is learned."""


@dataclass(slots=True)
class Answers:
    """Seconds from what a viewer did to what was seen of it."""

    keys: list[float] = field(default_factory=list)
    words: list[float] = field(default_factory=list)
    smiles: list[float] = field(default_factory=list)
    missed: int = 0
    """Done, and nothing was seen."""


def run(*, quick: bool) -> Report:
    """Press, write and smile."""
    report = Report("answers")
    answers = Answers()
    with tempfile.TemporaryDirectory() as folder:
        try:
            with opened_eye() as eye:
                _press(answers, eye, Path(folder), times=4 if quick else 20)
                _smile(answers, eye, Path(folder), times=3 if quick else 20)
        except MissingError as problem:
            report.notes.append(str(problem))
    report.notes.append(f"at the end: {machine()}")
    report.figures += _told(answers)
    for name in ("keys", "words", "smiles"):
        values = [1000 * seconds for seconds in getattr(answers, name)]
        if values:
            report.notes.append(f"{name}, ms each: {spread(values)}")
    return report


def _told(answers: Answers) -> Iterator[Figure]:
    for name, what, values, most in (
        ("hand", "from a key to the option's pixels", answers.keys, 200),
        ("word", "from Enter behind a typed word to the option's pixels", answers.words, 200),
        ("smile", "from a smile's first frame to the flame's pixels", answers.smiles, 700),
    ):
        if values:
            value = 1000 * median(values)
            yield Figure(
                name=name, what=what, value=value, unit="ms",
                peer=f"median of {len(values)}, longest {1000 * max(values):.0f}",
                target=f"<= {most}", ok=value <= most,
            )  # fmt: skip
    if answers.keys:
        yield Figure(
            name="missed", what="keys, words and smiles nothing was seen of",
            value=answers.missed, unit="", target="0", ok=answers.missed == 0,
        )  # fmt: skip


# Hands and words ----------------------------------------------------------------------------


def _press(answers: Answers, eye: Eye, folder: Path, times: int) -> None:
    film = ask_film(folder / "asks")
    chance = random.Random(4)
    with _playing(eye, folder, film, "none") as player, Hands(eye.display) as hands:
        _until(lambda: eye.glance() is not None, player)
        hands.hold_focus()
        for _ in range(times):
            for clip, deed, found in (
                (ASKS[0], _by_key, answers.keys),
                (ASKS[1], _by_word, answers.words),
            ):
                begin = chance.randint(20, 30)
                _until(lambda clip=clip, begin=begin: _after(eye, clip, begin), player)
                seconds = deed(eye, hands)
                if seconds is None:
                    answers.missed += 1
                else:
                    found.append(seconds)


def _by_key(eye: Eye, hands: Hands) -> float | None:
    moving = _moving(eye)
    return _until_changed(eye, moving, lambda: hands.press("1"))


def _by_word(eye: Eye, hands: Hands) -> float | None:
    before = eye.look(BELOW)
    hands.write("left")
    threading.Event().wait(0.2)
    typed = surrounded(changed(before, eye.look(BELOW)), AROUND // 2)
    return _until_changed(eye, _moving(eye) | typed, lambda: hands.press("Return"))


def _moving(eye: Eye) -> np.ndarray:
    """What changes by itself."""
    first = eye.look(BELOW)
    moving, bell, end = np.zeros(first.shape[:2], bool), threading.Event(), time.perf_counter()
    end += WATCHED
    while time.perf_counter() < end:
        bell.wait(0.02)
        moving |= changed(first, eye.look(BELOW))
    return moving


def _until_changed(eye: Eye, moving: np.ndarray, do: Callable[[], float]) -> float | None:
    """Seconds from the deed until enough is another; none: nothing was to be seen of it."""
    before, pause = eye.look(BELOW), threading.Event()
    began = do()
    while (now := time.perf_counter()) < began + GIVEN_UP:
        if np.count_nonzero(changed(before, eye.look(BELOW)) & ~moving) >= LEAST:
            return now - began
        pause.wait(GLANCE)
    return None


def changed(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Where two looks differ by more than compression and light do."""
    return np.abs(before.astype(np.int16) - after).max(axis=2) > APART


def surrounded(where: np.ndarray, by: int) -> np.ndarray:
    """The whole rectangle around what is marked, so much larger on each side."""
    filled = np.zeros_like(where)
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    if len(rows):
        top, left = max(0, rows[0] - by), max(0, columns[0] - by)
        filled[top : rows[-1] + by + 1, left : columns[-1] + by + 1] = True
    return filled


def _after(eye: Eye, clip: int, frame: int) -> bool:
    seen = eye.glance()
    return seen is not None and seen[0] == clip and seen[1] >= frame


# Smiles -------------------------------------------------------------------------------------


def _smile(answers: Answers, eye: Eye, folder: Path, times: int) -> None:
    film, log = burn_film(folder / "burns"), folder / "looks"
    acts = [("neutral", HEAD), *(act for _ in range(times) for act in (SMILE, REST))]
    tape = write_tape(folder / "camera.mp4", acts, rate=CAMERA_RATE)
    series: list[tuple[float, float]] = []
    whole = sum(seconds for _, seconds in acts)
    with _playing(eye, folder, film, str(tape), log) as player, Hands(eye.display) as hands:
        pause = threading.Event()
        _until(lambda: _agreed(hands, log), player)
        end = time.perf_counter() + whole
        while time.perf_counter() < end:
            series.append((time.perf_counter(), _light(eye)))
            pause.wait(0.005)
    looks = log.read_text(encoding="ascii")
    for number in range(times):
        onset = shown_at(looks, HEAD + number * (SMILE[1] + REST[1]))
        seconds = rose(series, onset)
        if seconds is None:
            answers.missed += 1
        else:
            answers.smiles.append(seconds)


def _agreed(hands: Hands, log: Path) -> bool:
    """Say yes to the camera, until it is looked through."""
    hands.hold_focus()
    hands.press("1")
    threading.Event().wait(0.3)
    return log.exists() and bool(log.read_text(encoding="ascii"))


def _light(eye: Eye) -> float:
    """How much light the flame gives: it burns alone over a dark, still picture."""
    return float(eye.look(BELOW)[..., 1:].astype(np.uint32).sum())


def shown_at(looks: str, moment: float) -> float:
    """When a moment of the tape was before the camera, on this machine's clock."""
    at, into = np.array([line.split() for line in looks.splitlines()], float).T
    return float(np.interp(moment, into, at))


def rose(series: Sequence[tuple[float, float]], onset: float) -> float | None:
    """
    Seconds from the onset until the light left what it wandered in while the face was at rest.

    It counts from when it left that for the last time before it was half-way to its highest: a
    flicker on the way is no answer. None where it never came clear of its wandering.
    """
    rest = [light for at, light in series if onset - RESTING <= at < onset]
    after = [(at, light) for at, light in series if onset <= at < onset + SMILE[1]]
    if not rest or not after:
        return None
    high, peak = max(rest), max(light for _, light in after)
    if peak - high < CLEAR * (high - min(rest)):
        return None
    left, edge = onset, high + SEEN * (peak - high)
    for (_, light), (then, _) in pairwise(after):
        if light <= edge:
            left = then
        elif light >= (high + peak) / 2:
            break
    return left - onset


# The player ---------------------------------------------------------------------------------


@contextmanager
def _playing(
    eye: Eye, folder: Path, film: Path, camera: str, log: Path | None = None
) -> Iterator["subprocess.Popen[bytes]"]:
    """The whole player, as viewers start it."""
    around = surroundings(eye.display, folder / "heard.raw") | {
        "KINOEYE_HOME": str(folder / "home"),
        "SDL_AUDIODRIVER": "dummy",
    }
    words = ["play", str(film), "--lang", "en", "--camera", camera, "--no-save"]
    command = [sys.executable, "-m", "benchmarks.peers.looking", str(log or os.devnull), *words]
    with tempfile.TemporaryFile() as said:
        player = subprocess.Popen(command, env=around, stdout=said, stderr=said)
        try:
            yield player
        finally:
            player.send_signal(signal.SIGTERM)
            player.wait(20)


def _until(happened: Callable[[], bool], player: "subprocess.Popen[bytes]") -> None:
    pause, end = threading.Event(), time.monotonic() + PATIENCE
    while not happened():
        if player.poll() is not None or time.monotonic() > end:
            raise MissingError("The player showed nothing to answer; start it by hand to see why.")
        pause.wait(GLANCE)
