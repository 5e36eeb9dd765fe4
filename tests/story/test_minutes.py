"""How long a film takes, against what can be counted by hand, and against trying every way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.story.film import Film
from engine.story.media import uses
from engine.story.minutes import running_time
from tests.story.examples import facts
from tests.story.films import film, story_of


def time_of(text, lengths=None):
    story = story_of(text)
    clips = {use.file: facts((lengths or {}).get(use.file, 10.0)) for use in uses(story)}
    time = running_time(Film(story, clips))
    return None if time is None else (time.shortest, time.longest)


def hall(text, head="", **lengths):
    return time_of(film(text, head), {f"{name}.mp4": each for name, each in lengths.items()})


def test_the_shortest_way_and_the_longest():
    """Each scene's clip, in seconds."""
    text = "{play: hall.mp4, choice: {for: 5s, options: {Left: garden, Right: cellar}}}"

    assert hall(text, garden=3, cellar=30) == (13, 40)


def test_a_film_without_an_ending_takes_no_time_that_could_be_told():
    """It has a finding of its own."""
    text = "film: 1\nscenes:\n  a: {play: a.mp4, next: b}\n  b: {play: b.mp4, next: a}\n"

    assert time_of(text) is None


def test_variants_and_languages_are_as_long_as_they_are():
    """A viewer may see any of them."""
    play = "[{when: knows, file: long.mp4}, {file: hall.mp4, zh: zh.mp4}]"
    head = "languages: [en, zh]\nstate: {knows: false}"

    assert hall(f"{{play: {play}, next: garden}}", head, long=30, zh=5) == (15, 40)


@pytest.mark.parametrize(
    ("keys", "least", "most"),
    [
        ("for: 4s", 10, 10),
        ("at: 8s, for: 9s", 10, 17),
        ("at: 4s, for: 3s, cut: now", 4, 10),
        ("at: 4s, for: 3s, hold: freeze", 10, 13),
        ("for: no limit", 10, 10),
        ("for: 4s, hold: loop", 6, 10),
    ],
)
def test_a_decision_takes_its_time(keys, least, most):
    """The quick answer at once, the slow one at the last moment; without limit nobody waits."""
    text = f"{{play: hall.mp4, choice: {{{keys}, options: {{Left: garden}}}}}}"

    assert hall(text, garden=0) == (least, most)


HUB = """
    play: hall.mp4
    choice:
      for: 5s
      options:
        Book: {go: book, once: true}
        Lamp: {go: lamp, once: true}
        On: {go: garden, default: true}
  book: {play: book.mp4, next: hall}
  lamp: {play: lamp.mp4, next: oil}
  oil: {play: oil.mp4, next: hall}"""


def test_each_once_of_a_hub_is_taken_once():
    """And the hub is seen again after each."""
    assert hall(HUB, hall=10, book=7, lamp=3, oil=2, garden=1) == (11, 10 * 3 + 7 + 3 + 2 + 1)


def test_a_hub_without_once_is_gone_around_once():
    """Each of its scenes counts once, or no film with one would have a length."""
    text = HUB.replace(", once: true", "")

    assert hall(text, hall=10, book=7, lamp=3, oil=2, garden=1) == (11, 10 + 7 + 3 + 2 + 1)


def test_a_film_that_may_begin_anew_takes_no_more_than_twice_its_longest_way():
    """Not as long as all its clips together, of which nobody sees the half."""
    text = """
    play: hall.mp4
    choice: {for: 5s, options: {Left: left, Right: right, On: middle}}
  left: {play: left.mp4, next: last}
  right: {play: right.mp4, next: last}
  middle: {play: middle.mp4, next: last}
  last: {play: last.mp4, choice: {for: 5s, options: {Again: hall, On: garden}}}"""

    _, longest = hall(text, left=50, right=60, middle=70)

    assert longest == 2 * (10 + 70 + 10) + 10


def test_a_visit_adds_its_time_wherever_it_is_made():
    """An ending inside one ends the film; the longest way is reckoned as if it went on."""
    text = """
    {play: hall.mp4, via: sea, next: pier}
  pier: {play: pier.mp4, via: sea, next: garden}
  sea: {play: sea.mp4, choice: {for: 5s, options: {Back: shore, Stay: drown}}}
  shore: {play: shore.mp4, return: true}
  drown: {play: drown.mp4, end: Drowned}"""

    assert hall(text, drown=4, shore=3) == (24, 10 + 14 + 10 + 14 + 10)


def test_visits_within_visits():
    """Two deep, and the inner one made twice."""
    text = """
    {play: hall.mp4, via: sea, next: garden}
  sea: {play: sea.mp4, via: gull, next: wave}
  wave: {play: wave.mp4, via: gull, next: shore}
  gull: {play: gull.mp4, return: true}
  shore: {play: shore.mp4, return: true}"""

    assert hall(text, gull=2) == (54, 54)


def test_visits_that_double_and_double_are_counted_to_an_end():
    """Two thousand deep, each made twice: longer than any number, and still one is told."""
    rows = "".join(
        f"  v{at}: {{play: v.mp4, via: v{at + 1}, next: w{at}}}\n"
        f"  w{at}: {{play: v.mp4, via: v{at + 1}, next: back}}\n"
        for at in range(2000)
    )
    text = f"{{play: hall.mp4, via: v0, next: garden}}\n{rows}"
    text += "  v2000: {play: v.mp4, return: true}\n  back: {return: true}"

    assert hall(text) == (1e9, 1e9)


@st.composite
def maps(draw):
    """Small films: each scene with some ways on, or an ending."""
    count = draw(st.integers(1, 6))
    lengths = draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    ways = st.lists(st.integers(0, count - 1), min_size=0, max_size=3, unique=True)
    return lengths, [draw(ways) for _ in range(count)]


def film_of(lengths, ways):
    rows = ["film: 1", "scenes:"]
    for at, ahead in enumerate(ways):
        on = f"pick: [{', '.join(f's{each}' for each in ahead)}]" if ahead else f"end: e{at}"
        rows.append(f"  s{at}: {{play: {{slate: x, seconds: {lengths[at]}}}, {on}}}")
    return "\n".join(rows) + "\n"


def simple_ways(ways, path):
    """Every way from here to an ending on which no scene comes twice."""
    if not ways[path[-1]]:
        yield path
    for name in ways[path[-1]]:
        if name not in path:
            yield from simple_ways(ways, (*path, name))


@given(maps())
def test_no_way_is_shorter_and_none_longer(film):
    """Against trying them all; where nothing rings, both are exact."""
    lengths, ways = film
    times = [sum(lengths[name] for name in way) for way in simple_ways(ways, (0,))]
    time = time_of(film_of(lengths, ways))

    assert (time is None) == (not times)
    if time is None:
        return
    assert time[0] == min(times)
    assert time[1] >= max(times)
    if all(name > at for at, ahead in enumerate(ways) for name in ahead):
        dead_ends = [way for way in simple_ways(ways, (0,)) if ways[way[-1]]]
        assert not dead_ends
        assert time[1] == max(times)


@given(maps())
def test_who_goes_each_way_once_takes_no_longer_than_all_ways_together(film):
    """The bound is no number out of the air: never more than each way gone once."""
    lengths, ways = film
    time = time_of(film_of(lengths, ways))
    if time is None:
        return

    each_way_once = lengths[0] + sum(lengths[name] for ahead in ways for name in ahead)
    assert time[1] <= each_way_once


def test_it_takes_no_longer_than_reading_for_a_long_film():
    """Three thousand scenes in a chain of rings."""
    rows = [
        f"  s{at}: {{play: a.mp4, pick: [s{at + 1}, s{max(0, at - 3)}]}}" for at in range(3_000)
    ]
    text = "\n".join(["film: 1", "scenes:", *rows, "  s3000: {play: a.mp4, end: x}"])

    shortest, longest = time_of(text)

    assert shortest == 30_010
    assert longest >= shortest
