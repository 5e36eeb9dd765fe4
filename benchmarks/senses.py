"""
Faces and words: what a look costs, how soon a smile is told, and whether rest stays rest.

And what it does to a film that plays beside: 20 minutes of it, a minute with `--quick`.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import Figure, Report
from benchmarks.watching import figures
from engine.messages.facts import MoodRead
from engine.messages.orders import Calibrate, CloseEyes, Listen, OpenEyes, Phrases
from engine.senses.faces.expressions import open_reader
from engine.senses.senses import Senses, SensesSettings, models_folder
from engine.senses.words.words import Words
from engine.story.model import Reading
from engine.story.units import OptionId, Seconds
from tests.tapes import portrait, seated, write_tape

LOOK = 0.1
LEARNING = 5.0
NAMED = 0.4
"""Steps that films ask for: `smile > 0.4`."""
WINDOW = 7.0
"""Seconds that a face is usually read for a decision."""
SURE = 0.55

REST = (("neutral", 47.0),)
SMILES = (("neutral", 9.0), ("smile", 4.0)) * 3
LOOKS_AWAY = (("neutral", 9.0), ("turned", 4.0)) * 3


def run(*, quick: bool) -> Report:
    """Measure on tapes made from one portrait: they prove the parts, not the audience."""
    report = Report("senses")
    with tempfile.TemporaryDirectory() as folder:
        tapes = Path(folder)
        report.figures += _cost(20 if quick else 120)
        report.figures += _rest(tapes, REST[:1] if not quick else (("neutral", 19.0),))
        report.figures += _answers(tapes)
        report.figures += figures(report, tapes, quick=quick)
    report.figures += _reading(50 if quick else 500)
    report.notes += [
        "One retouched portrait; nothing here says how well real viewers are read.",
        "CPU times are of this process, OpenCV on one thread.",
    ]
    return report


def _cost(looks: int) -> Iterator[Figure]:
    reader, picture = open_reader(models_folder()), seated(portrait())
    cost = 1000 * _cpu(lambda: reader.read(picture), looks)
    boxes = [face.box for face in reader.read(picture).faces]
    again = 1000 * _cpu(lambda: reader.read(picture, boxes), looks)
    yield Figure(
        name="look_cpu", what="one look at one viewer, 640x480", value=cost, unit="ms CPU",
        target="<= 12", ok=cost <= 12,
    )  # fmt: skip
    yield Figure(
        name="look_again_cpu", what="a look where the viewer is known to be", value=again,
        unit="ms CPU", peer=f"searching {cost:.2g}",
    )  # fmt: skip


def _rest(folder: Path, acts: Sequence[tuple[str, float]]) -> Iterator[Figure]:
    moods = _watch(folder, acts)
    windows = [
        [mood for mood in moods if start <= mood.at < start + WINDOW]
        for start in range(int(LEARNING), int(acts[0][1] - WINDOW), 1)
    ]
    feelings = (Reading.SMILE, Reading.SURPRISE, Reading.ANGER, Reading.SADNESS, Reading.FEAR)
    wrong = sum(any(_answers_for(window, feeling, 1) for feeling in feelings) or
                _answers_for(window, Reading.ATTENTION, -1) for window in windows)  # fmt: skip
    share = 100 * wrong / len(windows)
    yield Figure(
        name="rest_answers", what="windows in which a resting face answers", value=share,
        unit="%", peer=f"{len(windows)} windows", target="<= 5", ok=share <= 5,
    )  # fmt: skip


def _answers(folder: Path) -> Iterator[Figure]:
    acts = (
        ("a smile", SMILES, Reading.SMILE, 1),
        ("looking away", LOOKS_AWAY, Reading.ATTENTION, -1),
    )
    for what, tape, reading, sign in acts:
        moods = _watch(folder, tape)
        begun = [9.0 + 13.0 * time_ for time_ in range(3)]
        heard = [[mood for mood in moods if start <= mood.at < start + 4.0] for start in begun]
        right = 100 * sum(_answers_for(window, reading, sign) for window in heard) / len(heard)
        onsets = [_onset(window, reading, sign) for window in heard]
        name = reading.value
        yield Figure(
            name=f"{name}_found", what=f"{what} is answered", value=right, unit="%",
            target=">= 80", ok=right >= 80,
        )  # fmt: skip
        yield Figure(
            name=f"{name}_onset", what=f"from {what} to {NAMED} steps", value=1000 * max(onsets),
            unit="ms", target="<= 700", ok=max(onsets) <= 0.7,
        )  # fmt: skip


def _reading(times: int) -> Iterator[Figure]:
    words = Words(models_folder())
    listen = Listen((Phrases(OptionId("a"), "Comfort him", ("it was not your fault",)),), True)
    words.warm()
    for name, text in (
        ("english", "I think it was not really his fault"),
        ("chinese", "这真的不是你的错"),
    ):
        cost = 1000 * _cpu(lambda text=text: words.read(text, listen), times)
        yield Figure(
            name=f"words_{name}", what=f"one line of {name.title()}", value=cost, unit="ms CPU",
            target="<= 2", ok=cost <= 2,
        )  # fmt: skip
    worst = max(
        1000 * _cpu(lambda unit=unit: words.read(unit * (1_000_000 // len(unit)), listen), 1)
        for unit in ("a", "good bad ", "😀", "你的错", "not ")
    )
    yield Figure(
        name="words_flood", what="a megabyte of one thing, at worst", value=worst, unit="ms CPU",
        target="<= 100", ok=worst <= 100,
    )  # fmt: skip


def _watch(folder: Path, acts: Sequence[tuple[str, float]]) -> list[MoodRead]:
    """Everything told of a tape, with the first seconds as the viewer's normal."""
    path = write_tape(folder / "tape.mp4", acts)
    told: list[MoodRead] = []
    with _opened(path) as senses:
        senses.obey(Calibrate(on=True))
        for look in range(int(sum(seconds for _, seconds in acts) / LOOK)):
            if look == int(LEARNING / LOOK):
                senses.obey(Calibrate(on=False))
            senses.look(Seconds(look * LOOK))
            told += [fact for fact in senses.facts() if isinstance(fact, MoodRead)]
    return told


@contextmanager
def _opened(path: Path) -> Iterator[Senses]:
    senses = Senses(SensesSettings(), str(path))
    senses.obey(OpenEyes())
    yield senses
    senses.obey(CloseEyes())


def _answers_for(window: Sequence[MoodRead], reading: Reading, sign: int) -> bool:
    """Whether a window's mean answers `reading > 0.4` (or `< -0.4`) surely enough."""
    told = [mood for mood in window if reading in mood.readings]
    if not told:
        return False
    mean = sum(mood.readings[reading] for mood in told) / len(told)
    sure = sum(mood.confidence[reading] for mood in told) / len(told)
    return sign * mean > NAMED and sure >= SURE


def _onset(window: Sequence[MoodRead], reading: Reading, sign: int) -> float:
    """Seconds until the reading has come; the window's length when it never does."""
    began = window[0].at
    come = (mood.at - began for mood in window if sign * mood.readings.get(reading, 0.0) > NAMED)
    return next(come, window[-1].at - began)


def _cpu(work: Callable[[], object], times: int) -> float:
    """Seconds of CPU for one, over several after one that warms up."""
    work()
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times
