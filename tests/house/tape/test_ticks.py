"""Ten minutes of ticks in a fifth of a megabyte, and each of them exactly itself again."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.house.tape.lines import Ticks, decode, encode
from engine.house.tape.ticks import MOST, RATE, Run, ticks_of
from engine.messages.facts import Ticked
from engine.story.units import Seconds

moments = st.floats(0, 1e5).map(Seconds)
anything = st.lists(st.builds(Ticked, moments, moments), min_size=1, max_size=30)
counted = st.integers(0, 10**9).map(lambda samples: Seconds(samples / RATE))


def packed(ticks) -> list[bytes]:
    """Ticks as lines."""
    lines, run = [], Run(ticks[0])
    for tick in ticks[1:]:
        if not run.takes(tick):
            lines.append(encode(run.line))
            run = Run(tick)
    return [*lines, encode(run.line)]


def read(lines) -> list[Ticked]:
    """And back."""
    return [tick for line in lines for tick in ticks_of(decode(line))]


def test_the_clock_of_the_sound_is_written_in_its_own_samples():
    """A step is a whole number, short and easy to compare, in one line for about a second."""
    ticks = [Ticked(Seconds(n * 800 / RATE), Seconds(n * 800 / RATE)) for n in range(MOST)]

    assert packed(ticks) == [b'{"kind":"ticks","at":[0.0,0.0],"samples":[[800,800,59]]}\n']


def test_a_film_that_stands_still_is_one_number_beside_another():
    """The clock goes on and the picture does not, or begins anew."""
    ticks = [Ticked(Seconds(n / 10), Seconds(at)) for n, at in enumerate((1.0, 1.5, 1.5, 0.0))]

    (line,) = packed(ticks)

    assert decode(line).samples == [[4800, 24000], [4800, 0], [4800, -72000]]
    assert read([line]) == ticks


def test_a_clock_that_adds_tenths_is_written_in_tenths():
    """A showing on paper counts so; a tenth is not a whole number of anything, exactly."""
    ticks, now = [], 0.7
    for _ in range(50):
        now += 0.1
        ticks.append(Ticked(Seconds(now), Seconds(now)))

    lines = packed(ticks)

    assert read(lines) == ticks
    assert sum(map(len, lines)) < 500


@given(anything | st.lists(st.builds(Ticked, counted, counted), min_size=1, max_size=30))
def test_ticks_of_any_kind_come_back_as_they_were(ticks):
    """To the last digit, whatever the clock did."""
    assert read(packed(ticks)) == ticks


def test_ten_minutes_at_sixty_a_second_take_less_than_a_quarter_of_a_megabyte():
    """With a clock that wavers as a real one does."""
    chance, at, ticks = random.Random(7), 0, []
    for _ in range(36_000):
        at += chance.randint(760, 840)
        ticks.append(Ticked(Seconds(at / RATE), Seconds(at % (24 * RATE) / RATE)))

    lines = packed(ticks)

    assert read(lines) == ticks
    assert sum(map(len, lines)) < 250_000


@pytest.mark.parametrize("step", [[], [1, 2, 3, 4], [1, 1, 0], [1, 1, 10**9], [1, 1, 1.5]])
def test_a_step_that_is_none_is_refused(step):
    """A short line cannot stand for a thousand million ticks."""
    with pytest.raises(ValueError, match="step"):
        list(ticks_of(Ticks(at=(0.0, 0.0), samples=[step])))
