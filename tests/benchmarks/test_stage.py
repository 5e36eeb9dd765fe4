"""The stage's own table: what counts as an answer, and how figures are drawn and pasted."""

import math
import subprocess
import sys
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("resource", reason="the benchmarks run on Linux")

from benchmarks.figures import Figure
from benchmarks.stage.answers import changed, rose, shown_at, surrounded
from benchmarks.stage.bars import MOST, Bar, Group, draw, length, short
from benchmarks.stage.candidates import Stood, each_weighs
from benchmarks.stage.eye import MissingError
from benchmarks.stage.hands import Hands
from benchmarks.stage.measure import BEGIN, CALLED, END, PARTS, bar, pasted, table
from benchmarks.stage.player import used_by, whole
from benchmarks.stage.quiet_films import ask_film, burn_film
from benchmarks.stage.startup import lit
from engine.desk.films import read
from engine.shelf.films import open_film

SMALL = (96, 54)


def flame(begins, *, rest=100.0, high=200.0, flicker=()):
    """A flame's light every ten milliseconds: at rest until it begins to rise, for a second."""
    series = []
    for step in range(400):
        at = step / 100
        light = rest + 2 * math.sin(at * 9) + (high - rest) * min(1.0, max(0.0, at - begins))
        series.append((at, light + (40 if step in flicker else 0)))
    return series


def test_a_flame_that_rises_is_seen_to_rise_when_it_leaves_its_rest():
    """Not when it stands tall: what is asked is how soon the viewer sees that they were seen."""
    assert rose(flame(2.3), 2.0) == pytest.approx(0.42, abs=0.05)


def test_a_flicker_before_it_rises_is_no_answer():
    """Chance would make any player quick."""
    assert rose(flame(2.4, flicker={210, 211}), 2.0) == pytest.approx(0.52, abs=0.05)


def test_a_flame_that_only_wanders_answers_nobody():
    """Nor one that was never looked at."""
    assert rose(flame(9.0), 2.0) is None
    assert rose([], 2.0) is None


def test_a_moment_of_the_tape_is_found_on_the_machines_clock():
    """Also where the film's clock went slower than the machine's for a while."""
    looks = "100.0 0.0\n101.0 1.0\n103.0 2.0\n104.0 3.0\n"

    assert shown_at(looks, 0.5) == pytest.approx(100.5)
    assert shown_at(looks, 1.5) == pytest.approx(102.0)


def test_a_changed_pixel_is_one_that_differs_clearly():
    """Compression makes all of them differ a little, on both sides."""
    before = np.full((4, 6, 3), 100, np.uint8)
    after = before.copy()
    after[0, 0] = (110, 90, 100)
    after[1, 2, 1] = 200
    after[3, 5] = 20

    assert np.argwhere(changed(before, after)).tolist() == [[1, 2], [3, 5]]


def test_typed_words_are_left_out_with_what_is_around_them():
    """Their field is emptied by Enter, which is no answer yet."""
    where = np.zeros((10, 20), bool)
    assert not surrounded(where, 2).any()
    where[4, 5] = where[5, 9] = True

    filled = surrounded(where, 2)

    assert filled.sum() == 6 * 9
    assert filled[2:8, 3:12].all()


def stood(count, parked, resident):
    return Stood(
        size="720p", count=count, parked=parked, resident=resident, cpu=0.2, gap=1.0, lost=0,
        late=0, held_up=0,
    )  # fmt: skip


def test_a_waiting_clip_weighs_what_each_further_one_added():
    """By how many really stood ready: a budget may hold fewer than were asked for."""
    assert each_weighs([stood(1, 1, 200.0), stood(8, 5, 300.0)]) == pytest.approx(25.0)
    assert each_weighs([stood(1, 1, 200.0)]) is None


def test_what_a_process_and_its_children_use_is_counted():
    """A player that has its decoding done by another program pays for it too."""
    burning = "import time\nwhile time.process_time() < 0.6: pass"
    shell = subprocess.Popen(["sh", "-c", '"$1" -c "$2" & wait', "sh", sys.executable, burning])
    try:
        while used_by(shell.pid) < 0.3:  # the shell itself uses next to nothing
            assert shell.poll() is None
    finally:
        shell.wait()


def test_the_films_that_are_asked_to_be_whole_are_whole(tmp_path):
    """Without an error, and without a warning that would be told instead of what is measured."""
    clips = [tmp_path / "1.mp4", tmp_path / "2.mp4"]
    whole(tmp_path, clips)

    assert read(open_film(str(tmp_path))).film is not None
    assert read(open_film(str(ask_film(tmp_path / "asks", SMALL)))).findings == ()
    assert read(open_film(str(burn_film(tmp_path / "burns", SMALL)))).findings == ()


# The picture ---------------------------------------------------------------------------------


def figure(**kwargs):
    told = {
        "name": "gap",
        "what": "gap",
        "value": 1.0,
        "unit": "x",
        "target": "<= 1.25",
        "ok": True,
    }
    return Figure(**told | kwargs)


@pytest.mark.parametrize(
    ("target", "limit", "floor"),
    [("<= 1.25", 1.25, False), (">= 9", 9.0, True), ("0", 0.0, False), ("-", None, False)],
)
def test_a_target_is_read_as_it_is_written(target, limit, floor):
    """The table and the picture say the same."""
    drawn = bar(figure(target=target))

    assert (drawn.limit, drawn.floor) == (limit, floor)


@given(st.floats(0, 1e6), st.floats(0.01, 1e6))
def test_a_bar_is_past_the_line_exactly_when_its_figure_is(value, limit):
    """And never longer than the picture is wide."""
    one = Bar(name="x", value=value, unit="", limit=limit, ok=value <= limit)

    assert 0.0 <= length(one) <= MOST
    assert (length(one) <= 1.0) == (value / limit <= 1.0)


def test_where_nothing_may_be_lost_anything_lost_is_as_long_as_can_be():
    """A bar cannot be beside nothing."""
    none = Bar(name="x", value=0, unit="", limit=0.0, ok=True)
    some = Bar(name="x", value=1, unit="", limit=0.0, ok=False)
    unknown = Bar(name="x", value=math.nan, unit="", limit=2.0, ok=False)

    assert (length(none), length(some), length(unknown)) == (0.0, MOST, 0.0)
    assert [short(value) for value in (0.25234, 14_321.4, 3.0, math.nan)] == [
        "0.252", "14,321", "3", "-",
    ]  # fmt: skip


def test_every_figure_is_drawn_within_the_picture(tmp_path):
    """By its name, its value, and its colour."""
    groups = [
        Group(
            "Seam & cut", (bar(figure()), bar(figure(what="lost", value=9, target="0", ok=False)))
        ),
        Group("Cost", (bar(figure(what="CPU", value=0.3, unit="cores", target="-", ok=None)),)),
        Group("Looks", (bar(figure(what="looks", value=9.5, target=">= 9")),)),
    ]
    draw("The stage", "2 cores", groups, tmp_path / "pictures" / "stage.svg")

    drawn = ET.parse(tmp_path / "pictures" / "stage.svg").getroot()
    wide, high = map(float, drawn.get("viewBox").split()[2:])
    texts = [text.text for text in drawn.findall(".//{*}text")]
    kinds = [rect.get("class") for rect in drawn.findall(".//{*}rect")]
    assert {"Seam & cut", "gap", "1 x", "0.3 cores", "looks (at least 9)"} <= set(texts)
    assert (kinds.count("held"), kinds.count("missed"), kinds.count("room")) == (2, 1, 3)
    for rect in drawn.findall(".//{*}rect"):
        assert float(rect.get("x", 0)) + float(rect.get("width")) <= wide
        assert float(rect.get("y", 0)) + float(rect.get("height")) <= high
    style = drawn.find(".//{*}style").text
    assert "prefers-color-scheme:dark" in style
    assert all(f".{kind}{{" in style for kind in set(kinds) - {None})


def test_the_table_takes_the_place_of_the_one_before():
    """And of nothing else; run twice, it stands once."""
    page = f"# Benchmarks\n\n{BEGIN}\n\nyesterday\n\n{END}\n\n## seam\n"
    once = pasted(page, [figure(), figure(name="near", value=2, target="0", ok=False)])

    assert pasted(once, [figure()]).count(BEGIN) == 1
    assert once.startswith("# Benchmarks\n")
    assert once.endswith(f"{END}\n\n## seam\n")
    assert "yesterday" not in once
    assert "| gap (`gap`) | 1 x | - | <= 1.25 | yes |" in once
    assert "**no**" in once


def test_a_page_without_a_place_for_the_table_is_not_written_to():
    """One sentence says what is missing."""
    with pytest.raises(MissingError, match="no place"):
        pasted("# Benchmarks\n", [figure()])


def test_every_part_has_a_name_in_the_picture():
    """And what is told alone has a dash in the table."""
    assert CALLED.keys() == PARTS.keys()
    assert table([figure(target="-", ok=None)]).endswith("| - | - | - |")


def test_where_no_key_can_be_pressed_one_sentence_says_what_is_missing(monkeypatch):
    """The other parts of the table go on."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(MissingError, match="kinoeye\\[bench\\]"):
        Hands(":99")


class Screen:
    """Shows one brightness."""

    def __init__(self, light):
        self.light = light

    def look(self, _rows):
        return np.full((8, 8, 3), self.light, np.uint8)


def test_a_black_window_is_nothing_yet():
    """What is waited for is a picture."""
    assert not lit(Screen(0))
    assert lit(Screen(60))
