"""The master clock: steady over ragged marks, never backwards, never ahead of the sound."""

import itertools
import random

from engine.stage.projection.clock import RATE, Clock

LUMP = 4096


class Hand:
    """A clock of the computer that is moved by hand."""

    def __init__(self):
        self.at = 100.0

    def __call__(self):
        return self.at


def marked(clock, hand, lumps, chance=None, first=0):
    for lump in range(first, first + lumps):
        late = chance.uniform(0, 0.02) if chance else 0.0
        hand.at += late
        clock.mark(lump * LUMP, LUMP)
        hand.at += LUMP / RATE - late


def test_it_runs_with_the_samples_asked_for():
    """A second of sound is a second, less what still lies in the card's buffer."""
    hand = Hand()
    clock = Clock(1024, now=hand)
    marked(clock, hand, 24)

    assert abs(clock.heard - (24 * LUMP - 1024)) <= 1


def test_late_marks_do_not_shake_it():
    """The sound's thread is woken late now and then; the picture must not tremble with it."""
    hand, chance = Hand(), random.Random(3)
    clock = Clock(0, now=hand)
    marked(clock, hand, 40)
    steady = []
    for lump in range(40, 90):
        marked(clock, hand, 1, chance, first=lump)
        steady.append(clock.heard - (lump + 1) * LUMP)

    assert max(steady) - min(steady) < RATE * 0.02
    assert all(abs(b - a) < RATE * 0.004 for a, b in itertools.pairwise(steady))


def test_it_never_runs_past_what_was_handed_out():
    """When the card stops asking, the film stands: nothing more is being heard."""
    hand = Hand()
    clock = Clock(0, now=hand)
    marked(clock, hand, 24)
    hand.at += 10

    assert clock.heard == 24 * LUMP
    assert clock.overdue() > 9


def test_it_never_runs_backwards():
    """Frames are shown once: a clock that steps back would show them again."""
    hand, chance = Hand(), random.Random(5)
    clock = Clock(512, now=hand)
    seen = []
    for lump in range(200):
        marked(clock, hand, 1, chance, first=lump)
        seen.append(clock.heard)

    assert seen == sorted(seen)


def test_after_a_hiccup_it_runs_evenly_again_at_once():
    """The machine stood for 0.15 s and the card ran dry; frames must not come in lumps after."""
    hand = Hand()
    clock = Clock(1024, now=hand)
    marked(clock, hand, 30)
    hand.at += 0.15
    steps, seen = [], clock.heard
    for lump in range(30, 50):
        clock.mark(lump * LUMP, LUMP)
        for _ in range(8):
            hand.at += LUMP / 8 / RATE
            seen, before = clock.heard, seen
            steps.append(seen - before)

    even = LUMP // 8
    assert all(abs(step - even) <= 2 for step in steps[24:])


def test_one_late_mark_alone_is_only_late():
    """The sound's thread was woken late, but the card's buffer held: nothing has moved."""
    hand = Hand()
    clock = Clock(1024, now=hand)
    marked(clock, hand, 30)
    before = clock.heard
    hand.at += 0.06
    clock.mark(30 * LUMP, LUMP)
    hand.at -= 0.06
    hand.at += LUMP / RATE
    marked(clock, hand, 1, first=31)

    assert abs(clock.heard - before - 2 * LUMP) <= 1


def test_it_finds_its_place_at_once_after_the_machine_slept():
    """The lid was closed for an hour; the film goes on where it stood."""
    hand = Hand()
    clock = Clock(0, now=hand)
    marked(clock, hand, 30)
    hand.at += 3600
    marked(clock, hand, 2, first=30)

    assert abs(clock.heard - 32 * LUMP) <= 1
