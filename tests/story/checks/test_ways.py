"""Checks of the map."""

import pytest

from tests.story.examples import said_of
from tests.story.films import film


def said(hall, head=""):
    findings = said_of({"story.yaml": film(hall, head)})
    return [(each.rule.code, each.says) for each in findings if each.rule.code[:2] == "S1"]


def test_a_sound_film_has_nothing_said_of_it():
    """Silence is praise."""
    assert said("{play: hall.mp4, choice: {Left: garden, Right: cellar}}") == []


def test_only_the_door_that_needs_a_sensor_is_told():
    """Not everything that lies behind it."""
    head = "sensing: {uses: [face]}\nfeelings: {smiling: smile > 0.8}"
    hall = """
    play: hall.mp4
    next: [{when: felt.smiling, go: stairs}, cellar]
  stairs: {play: stairs.mp4, next: garden}"""

    assert said(hall, head) == [("S116", "scene 'stairs' can be reached only by a sensor")]


def test_a_maze_without_a_way_out_is_told_once():
    """Two mazes are told twice."""
    hall = """
    play: hall.mp4
    choice: {Left: a, Right: b, On: garden, Down: cellar}
  a: {play: a.mp4, next: a2}
  a2: {play: a.mp4, next: a}
  b: {play: b.mp4, next: b}"""

    assert said(hall) == [
        ("S113", "from scene 'a' no ending can be reached"),
        ("S113", "from scene 'b' no ending can be reached"),
    ]


@pytest.mark.parametrize(
    ("hall", "codes"),
    [
        ("{play: a.mp4, via: sea, next: garden}\n  sea: {play: s.mp4, return: true}", []),
        (("{play: a.mp4, via: sea, pick: [garden]}\n  sea: {play: s.mp4, next: far}\n"
         "  far: {play: s.mp4, return: true}"), []),
        ("{play: a.mp4, via: sea, next: sea}\n  sea: {play: s.mp4, return: true}", ["S117"]),
        (("{play: a.mp4, via: sea, next: garden}\n  sea: {play: s.mp4, via: sea2, next: cellar}\n"
         "  sea2: {play: s.mp4, return: true}"), ["S118"]),
    ],
)  # fmt: skip
def test_visits_come_back(hall, codes):
    """A return inside an inner visit does not end the outer one."""
    found = [code for code, _ in said(hall) if code != "S112"]

    assert found == codes


def chain(depth):
    """A visit that opens another, so many deep."""
    rows = [f"  v{at}: {{play: v.mp4, via: v{at + 1}, next: back}}" for at in range(1, depth)]
    return "\n".join(
        ["{play: a.mp4, via: v1, pick: [garden, cellar]}", *rows,
         f"  v{depth}: {{play: v.mp4, return: true}}", "  back: {return: true}"]
    )  # fmt: skip


@pytest.mark.parametrize(("depth", "codes"), [(2, []), (16, []), (17, ["S120"]), (40, ["S120"])])
def test_visits_lie_sixteen_deep_and_no_deeper(depth, codes):
    """Told once, however deep."""
    assert [code for code, _ in said(chain(depth))] == codes


@pytest.mark.parametrize(
    ("sea", "codes"),
    [
        ("{play: s.mp4, via: sea, next: shore}", ["S120"]),
        ("{play: s.mp4, pick: [deep, shore]}\n  deep: {play: d.mp4, via: sea, next: shore}", []),
        ("{play: s.mp4, via: two, next: shore}\n  two: {play: t.mp4, via: sea, next: shore}",
         ["S120"]),
    ],
)  # fmt: skip
def test_a_visit_that_visits_itself_is_told_where_nothing_leads_out(sea, codes):
    """Where some way comes back sooner, a viewer may take it."""
    hall = f"{{play: a.mp4, via: sea, pick: [garden, cellar]}}\n  sea: {sea}\n"

    assert [code for code, _ in said(f"{hall}  shore: {{play: s.mp4, return: true}}")] == codes


@pytest.mark.parametrize(
    ("hall", "codes"),
    [
        ("{play: {file: a.mp4, loop: true}, end: x}", ["S129"]),
        ("{play: {file: a.mp4, loop: true}, pick: [garden, cellar]}", []),
        ("{play: {file: a.mp4, loop: true}, choice: {Left: garden, Right: cellar}}", []),
    ],
)
def test_an_ending_ends(hall, codes):
    """A clip that loops goes round until somebody answers."""
    assert [code for code, _ in said(hall) if code != "S112"] == codes


@pytest.mark.parametrize(
    ("was", "and_was", "codes"),
    [
        ("[entrance]", "[]", []),
        ("[entrance]", "[entrance]", ["S130"]),
        ("[garden]", "[]", ["S130"]),
        ("[hall]", "[]", []),
        ("[a, b]", "[c]", []),
    ],
)
def test_an_old_name_leads_to_one_scene(was, and_was, codes):
    """A save made before must know where to go."""
    hall = f"{{play: a.mp4, was: {was}, next: on}}\n  on: {{play: b.mp4, was: {and_was}, "

    assert [code for code, _ in said(f"{hall}pick: [garden, cellar]}}")] == codes
