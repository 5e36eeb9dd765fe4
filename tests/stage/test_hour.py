"""An hour of film with a cut every two seconds: nothing grows, nothing stays behind."""

import sys

import pytest

from engine.messages.facts import ShotBegan, ShotFailed
from tests.clips import Make, film
from tests.stage.cranked import Evening, shot
from tests.stage.watching import held, memory

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="What a process holds is read from /proc."
)

CUT = 2.0
"""Seconds from one cut to the next."""
CLIPS = 6
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Six clips of different kinds, each two seconds long."""
    folder = tmp_path_factory.mktemp("hour")
    kinds = ("mov", "mp4", "mkv", "mov", "mp4", "mkv")
    for number, kind in enumerate(kinds):
        make = Make(number=number + 1, seconds=CUT, sound="tone", busy=number % 2 == 0)
        film(folder / f"{number}.{kind}", make)
    return folder


class Hour:
    """A film that cuts again and again, as fast as its decoders can."""

    def __init__(self, folder) -> None:
        self.evening = Evening(folder)
        self._files = sorted(path.name for path in folder.iterdir())
        self.cuts = 0

    def roll(self, cuts: int) -> None:
        """So many clips, each with two others ready beside it; every fifth is cut short."""
        for _ in range(cuts):
            coming = self._shot(self.cuts)
            self.evening.projector.prepare(
                (coming, self._shot(self.cuts + 1), self._shot(self.cuts + 2))
            )
            if self.cuts % 5 == 0:
                self.evening.projector.cut(coming)
            else:
                self.evening.projector.follow(coming)
            self._until_it_began(coming)
            self.cuts += 1

    def _shot(self, number: int):
        return shot(self._files[number % CLIPS], number, CUT)

    def _until_it_began(self, coming) -> None:
        for _ in range(round(CUT * 4 * 15)):
            if any(isinstance(f, ShotBegan) and f.shot == coming for f in self.evening.facts):
                self.evening.facts.clear()
                self.evening.shown.clear()
                self.evening.stretches.clear()
                return
            self.evening.tick(3200)
            assert not any(isinstance(fact, ShotFailed) for fact in self.evening.facts)
            self._forget_the_sound()
        raise AssertionError(f"cut {self.cuts} never came")

    def _forget_the_sound(self) -> None:
        """What was played of an hour would fill the memory of the test itself."""
        speaker = self.evening.speaker
        speaker.played = _Counted(len(speaker.played))


class _Counted(bytearray):
    """Played sound of which only the length is kept."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._gone = length

    def __len__(self) -> int:
        return self._gone + super().__len__()

    def __iadd__(self, piece):
        self._gone += len(piece)
        return self


def flat(house, first: int, then: int, most: int) -> None:
    """After the first cuts, so many more leave threads, files and memory as they were."""
    hour = Hour(house)
    try:
        hour.roll(first)
        before, room = held(), memory()
        hour.roll(then)
        after, grown = held(), memory() - room
    finally:
        hour.evening.close()

    assert abs(after[0] - before[0]) <= 2  # reels that are just opening or closing
    assert abs(after[1] - before[1]) <= 2
    assert grown < most
    print(f"{then} cuts: {before} then {after} threads and files, {grown / MEGABYTE:+.1f} MB")


@pytest.mark.timeout(120)
def test_a_minute_of_cuts_leaves_nothing_behind(house, uncollected):
    """A sample of the hour below; what would wait for the collector shows in a minute too."""
    flat(house, 15, 30, 40 * MEGABYTE)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_an_hour_of_cuts_leaves_nothing_behind(house):
    """An exhibition's day is eight of them; after minutes its heaps are as large as they get."""
    flat(house, 500, 1800, 24 * MEGABYTE)
