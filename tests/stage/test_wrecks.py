"""Films broken in hundreds of ways: each costs its own moment, one sentence, and nothing else."""

import gc
import shutil
import socket
import sys
import threading
import time
from dataclasses import dataclass, replace

import pytest

from engine.messages.facts import ShotBegan, ShotEnded, ShotFailed
from engine.stage.projection.probe import probe
from engine.story.clips import ClipFacts
from tests.clips import Make, film
from tests.stage.cranked import Evening, shot
from tests.stage.watching import held, memory, trapped
from tests.stage.wrecks import TRAP_FILE, TRAP_PORT, Wholes, Wreck, wrecks

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Pipes, /proc and inotify are Linux's."
)

SOON = 1.0
"""Seconds of film within which the next thing is on the screen."""
LONGEST = 4.0
"""Seconds of a wreck that are watched, whatever its file says."""
STUCK = 20.0
"""Seconds of anybody's clock: far more than a wreck may take on a busy machine."""
BEFORE, AFTER = shot("before.mov", 1, 0.7), shot("after.mov", 3, 0.7)


@pytest.fixture(scope="module")
def wholes(tmp_path_factory):
    return Wholes(tmp_path_factory.mktemp("wholes"))


@pytest.fixture(scope="module")
def broken(wholes):
    """Every wreck there is."""
    return wrecks(wholes)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A film's folder with a whole clip before and after each wreck."""
    folder = tmp_path_factory.mktemp("house")
    film(folder / BEFORE.file, Make(number=1, seconds=0.7))
    film(folder / AFTER.file, Make(number=3, seconds=0.7))
    return folder


@dataclass
class Screened:
    """What came of a wreck in the middle of a film."""

    began: float
    """Film time from the last sample of the clip before to the first in its place."""
    seen: bool
    """Whether there was a picture in its place."""
    over: float
    """Film time from the wreck's last sample to the first of the clip after."""
    says: tuple[str, ...]
    wall: float
    """Seconds of the machine's own clock for all of it."""


def screened(folder, wreck: Wreck) -> Screened:
    """A whole clip, the wreck, a whole clip."""
    path = folder / wreck.name
    wreck.write(path)
    began = time.perf_counter()
    facts = probe(path)
    known = isinstance(facts, ClipFacts) and facts.length > 0
    length = min(LONGEST, facts.length) if known else 1.0
    broken = shot(wreck.name, 2, length)
    evening = Evening(folder)
    try:
        return replace(_watched(evening, broken, wreck, path), wall=time.perf_counter() - began)
    finally:
        evening.close()
        _removed(path)


def _watched(evening, broken, wreck, path) -> Screened:
    projector = evening.projector
    projector.cut(BEFORE)
    projector.prepare((broken, AFTER))
    evening.until(lambda: evening.began(BEFORE))
    projector.follow(broken)
    evening.until(lambda: evening.began(broken), most=BEFORE.length + SOON)
    waited = projector.now - BEFORE.length
    projector.follow(AFTER)
    if wreck.meanwhile is not None:
        evening.run(0.3)
        wreck.meanwhile(path)
    told = next(f.length for f in evening.facts if isinstance(f, ShotBegan) and f.shot == broken)
    evening.until(lambda: evening.began(AFTER), most=told + SOON)
    over = projector.now
    evening.until(lambda: any(picture.shot == AFTER for picture in evening.shown), most=SOON)
    ended = next(f for f in evening.facts if isinstance(f, ShotEnded | ShotBegan)
                 and f.shot != BEFORE)  # fmt: skip
    assert ended.shot == broken
    says = tuple(fact.says for fact in evening.facts if isinstance(fact, ShotFailed))
    seen = any(picture.shot == broken for picture in evening.shown)
    return Screened(waited, seen, over - waited - BEFORE.length - told, says, 0.0)


def _removed(path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def judged(folder, wreck: Wreck) -> Screened:
    """A wreck was shown as wrecks must be."""
    found = screened(folder, wreck)

    assert found.began <= SOON, wreck.name
    assert found.seen, wreck.name
    assert found.over <= SOON, wreck.name
    assert len(found.says) <= 1, (wreck.name, found.says)
    for line in found.says:
        assert wreck.name in line
        assert line.endswith(".")
        assert "\n" not in line
    if wreck.broken_off:
        assert len(found.says) == 1, wreck.name
    assert found.wall < STUCK, wreck.name
    return found


def every_eighth(all_wrecks: tuple[Wreck, ...]) -> list[Wreck]:
    """A sample in which every kind of damage is."""
    kinds = {wreck.kind: wreck for wreck in all_wrecks}
    return list(dict.fromkeys((*all_wrecks[::8], *kinds.values())))


def test_there_are_more_than_two_hundred_wrecks_no_two_alike(broken):
    """Each has its own name, and a sample of them has every kind."""
    assert len({wreck.name for wreck in broken}) == len(broken) >= 200
    assert {wreck.kind for wreck in every_eighth(broken)} == {wreck.kind for wreck in broken}


@pytest.mark.timeout(240)
def test_a_film_goes_on_past_every_eighth_wreck_and_nothing_is_left_of_it(house, broken):
    """No hang, no exception, one sentence at most; no thread and no open file stays behind."""
    sample = every_eighth(broken)
    judged(house, sample[0])
    before = held()

    for wreck in sample:
        judged(house, wreck)

    gc.collect()
    assert held() == before


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_film_goes_on_past_all_wrecks_and_does_not_grow(house, broken):
    """All of them, and then the half of them again: memory stays where it was."""
    worst = max((judged(house, wreck) for wreck in broken), key=lambda found: found.wall)
    gc.collect()
    before, room = held(), memory()

    for wreck in broken[::2]:
        judged(house, wreck)

    gc.collect()
    assert held() == before
    assert memory() - room < 24 * 1024 * 1024
    print(f"{len(broken)} wrecks; the slowest took {worst.wall:.2f} s")


def test_no_disguised_list_reaches_any_other_file_or_port(house, wholes, broken):
    """A film from a stranger reads nothing of this machine and calls nobody."""
    with trapped(wholes.ts) as trap:
        for wreck in broken:
            if wreck.kind == "list":
                judged(house, armed(wreck, trap))
        assert trap.touched() == []

        probe(trap.file)
        socket.create_connection(("127.0.0.1", trap.port)).close()
        assert trap.touched() == ["file", "port"]


def armed(wreck: Wreck, trap) -> Wreck:
    """The same list, leading into a trap."""

    def write(path):
        wreck.write(path)
        text = path.read_bytes().replace(TRAP_FILE.encode(), bytes(trap.file))
        path.write_bytes(text.replace(TRAP_PORT.encode(), str(trap.port).encode()))

    return replace(wreck, write=write)


@pytest.mark.parametrize("name", ["bomb-huge.png", "bomb-huge.jpg", "bomb-wide.webm"])
def test_a_gigantic_picture_is_refused_before_anything_is_decoded(house, broken, name):
    """Sixty thousand pixels a side would be ten gigabytes."""
    bomb = next(wreck for wreck in broken if wreck.name == name)
    room = memory()

    judged(house, bomb)

    assert memory() - room < 64 * 1024 * 1024


def test_a_decoder_that_stalls_for_good_costs_two_seconds(house, monkeypatch):
    """A disk that hangs: what comes next waits no longer, and one sentence is said."""
    bell = threading.Event()
    evening = Evening(house)
    stalls = shot("stalls.mov", 2, 1.0)
    film(house / stalls.file, Make(number=2, seconds=1.0))
    opens = "engine.stage.projection.reel_film.open_guarded"
    whole = sys.modules["engine.stage.projection.reel_film"].open_guarded

    def stalled(path):
        if path.name == stalls.file:
            bell.wait(30)
        return whole(path)

    monkeypatch.setattr(opens, stalled)
    try:
        evening.projector.cut(BEFORE)
        evening.until(lambda: evening.began(BEFORE))
        evening.projector.follow(stalls)
        began = time.perf_counter()
        while not evening.began(stalls):
            assert time.perf_counter() - began < STUCK
            evening.tick(settled=False)
            bell.wait(1 / 60)
        waited = time.perf_counter() - began
    finally:
        bell.set()
        evening.close()

    failed = [fact for fact in evening.facts if isinstance(fact, ShotFailed)]
    assert len(failed) == 1
    assert "two seconds" in failed[0].says
    assert waited > 1.5
