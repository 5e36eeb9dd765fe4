"""Viewings to be written into ledgers, and a clock that only the tests turn."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from engine.house.ledger.entries import Entry, Occasion
from engine.house.ledger.writing import Writer
from engine.messages.records import (
    Began,
    Cause,
    Ended,
    Entered,
    Judged,
    Judgement,
    Measured,
    Moved,
    Noticed,
    Remembered,
    Turn,
)
from engine.story.model import Keep, Way
from engine.story.units import OptionId, SceneId, Seconds, Share

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Noon:
    """A minute later each time it is asked."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now


def occasion(path, **more):
    """An evening at home, with a film that keeps scores."""
    given = {"keep": Keep.SCORES, "profile": "viewer", "version": "abc"} | more
    return Occasion(path=path, clock=Noon(), **given)


def began(film="door", seed=7, ways=(Way.FACE, Way.BUTTONS)):
    return Began(film=film, seed=seed, hour=20.5, language="en", ways=ways)


def turn(option="Smile", cause=Cause.FACE):
    return Turn(
        scene=SceneId("door"), to=SceneId("warm"), cause=cause, option=OptionId(option),
        label="笑一笑", because="you smiled at the door",
        evidence={"smile.mean": 1.25, "confidence": 0.8}, unsure=("face: 2 of 5 s seen",),
        at=Seconds(21.0),
    )  # fmt: skip


def judged(verdict, feeling="smiling", cause=Cause.FACE):
    """What a viewer said of a turn when they were asked."""
    return Judged(
        scene=SceneId("door"), option=OptionId("Smile"), cause=cause, feeling=feeling,
        confidence=Share(0.8), verdict=Judgement(verdict), at=Seconds(70.0),
    )  # fmt: skip


def evening(film="door", ending="Warm", moved=0.5, option="Smile", **memory):
    """All that a film writes down, from its beginning to its ending."""
    return (
        began(film),
        Entered(scene=SceneId("door"), visit=1, at=Seconds(1.0)),
        Measured(scene=SceneId("door"), visit=1, means={"smile": 1.5}, seen=Seconds(9.0),
                 at=Seconds(20.0)),
        turn(option),
        Entered(scene=SceneId("warm"), visit=1, at=Seconds(21.0)),
        Noticed(code="clip-failed", says="warm.mp4 is broken", at=Seconds(22.0)),
        Moved(scene=SceneId("warm"), go=SceneId("end"), moved=moved, at=Seconds(60.0)),
        Remembered(values={"trust": 2.0, **memory}, seen=frozenset({SceneId("door")}),
                   ending=ending, at=Seconds(61.0)),
        Ended(ending=ending, scenes=2, at=Seconds(61.0)),
    )  # fmt: skip


def entries(records, number=1, *, consented=True):
    """Records as the main thread hands them over."""
    name, clock = UUID(int=number), Noon()
    return tuple(
        Entry(viewing=name, n=n, when=clock() + timedelta(days=number), since=Seconds(1.0),
              consented=consented, record=record)
        for n, record in enumerate(records, start=1)
    )  # fmt: skip


def written(path, *evenings, consented=True, first=1, **more):
    """A ledger with these evenings in it."""
    for number, records in enumerate(evenings, start=first):
        writer = Writer(occasion(path, **more))
        writer.write(entries(records, number, consented=consented))
        writer.close()
        assert writer.fault is None
