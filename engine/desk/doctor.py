"""`kinoeye doctor`: what this machine has, as a table one can paste."""

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygame

from engine import settings
from engine.desk.chosen import chosen_for
from engine.desk.cli import OK, release
from engine.desk.models import named
from engine.desk.remembering import ledger_path
from engine.senses.senses import models_folder
from engine.senses.words.sentences import SentencesError, open_sentences, told
from engine.settings import Settings
from engine.shelf.films import shipped_films
from engine.shelf.models import fetched_models, in_use
from engine.shelf.offers import YUNET
from engine.shelf.places import user_folder
from engine.stage.fontfiles import find_fonts, install_hint
from engine.stage.projection.hardware import devices_known, works_on
from engine.stage.projection.probe import decode_speed
from engine.stage.projection.sound import Speaker, SpeakerSettings
from engine.stage.projection.trouble import WindowError
from engine.stage.window import Window
from engine.story.units import Seconds

FLIPS: Final = 12
SLOW_FLIP: Final = 0.005
"""CPU seconds a flip may cost before the window is said to be slow (research: 1 ms or 10 ms)."""
UNSEEN: Final = ("offscreen", "dummy")
"""Where SDL draws when there is no display."""
SLOW_DECODE: Final = 2.0
"""Times real time, below which senses and a second clip have no room beside the film."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing the machine has or lacks."""

    what: str
    has: str
    advice: str = ""


def run(asked: argparse.Namespace) -> int:
    """Print the table. No camera is opened: that needs a viewer's consent."""
    chosen = chosen_for(asked)
    for line in table(examine(chosen)):
        print(line)
    return OK


def examine(chosen: Settings) -> tuple[Row, ...]:
    """Look at every part of the machine; what cannot be looked at says so in its row."""
    looks: tuple[Callable[[Settings], Iterable[Row]], ...] = (
        _machine, _display, _sound, _camera, _fonts, _decoding, _devices, _models,
        _words, _ledger,
    )  # fmt: skip
    return tuple(row for look in looks for row in look(chosen))


def table(rows: Iterable[Row]) -> tuple[str, ...]:
    """The rows as a Markdown table with even columns."""
    cells = [("what", "here", "advice"), *((row.what, row.has, row.advice) for row in rows)]
    wide = [max(len(cell[column]) for cell in cells) for column in range(3)]
    lines = [
        "| " + " | ".join(text.ljust(wide[column]) for column, text in enumerate(cell)) + " |"
        for cell in cells
    ]
    rule = "|" + "|".join("-" * (size + 2) for size in wide) + "|"
    return (lines[0], rule, *lines[1:])


def _machine(_chosen: Settings) -> Iterable[Row]:
    yield Row("kinoeye", release())
    yield Row("machine", f"{platform.platform()}, {os.cpu_count()} cores, Python "
              f"{platform.python_version()}")  # fmt: skip
    yield Row("settings", str(user_folder() / settings.FILE))


def _display(chosen: Settings) -> Iterable[Row]:
    try:
        window = Window("kinoeye doctor", (1280, 720), accel=chosen.screen.accel)
    except WindowError as problem:
        yield Row("display", "none", f"{problem} `demo` and `play --headless` work all the same.")
        return
    try:
        wide, high = pygame.display.get_desktop_sizes()[0]
        driver = pygame.display.get_driver()
        if driver in UNSEEN:
            yield Row("display", "none", "`demo` and `play --headless` work all the same.")
            return
        yield Row("display", f"{wide}x{high}, driver {driver}")
        gpu = os.environ.get("SDL_FRAMEBUFFER_ACCELERATION") != "0"
        cost = _flip_cost(window)
        slow = cost > SLOW_FLIP
        yield Row(
            "GPU",
            f"{'used as SDL thinks best' if gpu else 'none found, drawn by the CPU'}; "
            f"a flip costs {cost * 1000:.2f} ms of CPU",
            "Set screen.accel: off in the settings." if slow and gpu else "",
        )
    finally:
        window.close()


def _flip_cost(window: Window) -> float:
    costs = []
    for shade in range(FLIPS):
        window.surface.fill((shade, 0, 0))
        began = time.process_time()
        window.flip()
        costs.append(time.process_time() - began)
    return statistics.median(costs)


def _sound(chosen: Settings) -> Iterable[Row]:
    wanted = SpeakerSettings(
        buffer=chosen.sound.buffer, latency=Seconds(chosen.sound.latency_ms / 1000)
    )
    speaker = Speaker.open(wanted)
    try:
        facts = speaker.facts
        yield Row(
            "sound",
            f"driver {facts.driver}, buffer {facts.buffer} samples, about "
            f"{facts.latency * 1000:.0f} ms from sample to ear",
            facts.says or "",
        )
    finally:
        speaker.close()


def _camera(chosen: Settings) -> Iterable[Row]:
    advice = "Opened only after a viewer's consent; try it with `play STORY --camera 0`."
    if platform.system() != "Linux":
        yield Row("cameras", f"use {chosen.camera.use}; not looked for on this system", advice)
        return
    found = sorted(str(path) for path in Path("/dev").glob("video*"))
    none = "A recorded film can stand in: `play STORY --camera FILE`."
    yield Row("cameras", ", ".join(found) or "none", advice if found else none)


def _fonts(_chosen: Settings) -> Iterable[Row]:
    fonts = find_fonts()
    found = "found" if fonts.chinese else "none: the interface stays in English"
    yield Row("Chinese letters", found, "" if fonts.chinese else install_hint())
    for letters, file in (("Arabic", fonts.arabic), ("Hebrew", fonts.hebrew)):
        has = "none: films in them cannot be read" if file is None else f"found: {file.path.name}"
        yield Row(f"{letters} letters", has, install_hint(letters) if file is None else "")


def _decoding(_chosen: Settings) -> Iterable[Row]:
    clips = [clip for film in shipped_films() for clip in sorted(film.path.glob("*.mp4"))]
    if not clips:
        yield Row("decoding", "not measured: no clip is here")
        return
    speed = decode_speed(max(clips, key=lambda clip: clip.stat().st_size))
    yield Row(
        "decoding", f"{speed:.1f} times real time, 1280x720, one core",
        "" if speed > SLOW_DECODE else "Too slow for films with senses; close other programs.",
    )  # fmt: skip


def _devices(chosen: Settings) -> Iterable[Row]:
    """Each device this FFmpeg knows, tried on a clip that comes with us."""
    clip = next((clip for film in shipped_films() for clip in film.path.glob("*.mp4")), None)
    names = devices_known()
    works = () if clip is None else tuple(name for name in names if works_on(clip, name))
    has = f"decoded by: {', '.join(works)}" if works else "none works"
    known = f"{has}; known here: {', '.join(names) or 'none'}; stage.decode: {chosen.stage.decode}"
    asked = chosen.stage.decode not in {"software", "auto", *works}
    advice = "Set stage.decode: software; it is what happens anyway." if asked else ""
    yield Row("hardware decoding", known, advice)


def _models(chosen: Settings) -> Iterable[Row]:
    fetched = fetched_models()
    reads, finds = in_use(chosen.faces.model, fetched)
    advice = (
        "" if finds == YUNET.name else f"`kinoeye models fetch {YUNET.name}` finds more faces."
    )
    yield Row("faces", f"found by {named(finds)}, read by {named(reads)}", advice)
    for folder in (models_folder(), fetched):
        for path in sorted(folder.glob("*.onnx")):
            yield Row("model", f"{path.name}, {path.stat().st_size / 1e6:.1f} MB")


def _words(chosen: Settings) -> Iterable[Row]:
    """The model of whole sentences that the house brought, opened and asked once."""
    place = chosen.words.model
    if place is None:
        yield Row("words", "the engine's own table; no model of sentences is set")
        return
    try:
        open_sentences(place)
    except SentencesError as problem:
        yield Row("words", "the engine's own table", told(place, problem))
    else:
        yield Row("words", f"the engine's own table, and beside it {place}")


def _ledger(chosen: Settings) -> Iterable[Row]:
    path = ledger_path()
    if not path.is_file():
        none = "no viewing yet" if chosen.ledger.use else "not kept"
        yield Row("ledger", none, f"{path} once a film was played." if chosen.ledger.use else "")
        return
    # SQLAlchemy takes its time to import, and where there is no ledger it is not needed.
    from engine.house.ledger.file import LedgerError  # noqa: PLC0415
    from engine.house.ledger.reading import count  # noqa: PLC0415

    try:
        size = path.stat().st_size / 2**20
        yield Row("ledger", f"viewings: {count(path)}; {size:.1f} MiB; {path}")
    except LedgerError as problem:
        yield Row("ledger", "cannot be read", str(problem))
