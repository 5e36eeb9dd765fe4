"""The benchmarks' own eyes and ears: they must see and hear what is wrong, or prove nothing."""

import json
from xml.etree import ElementTree as ET

import numpy as np
import pytest

pytest.importorskip("resource", reason="the benchmarks run on Linux")

from benchmarks.big_films import ENDING, write_film
from benchmarks.figures import Figure, Report
from benchmarks.growth import Chart
from benchmarks.stage.ear import click_near, holes, silent
from benchmarks.stage.eye import Seen
from benchmarks.stage.seam import FRAMES, INTERVAL, _backwards, _gaps, _skipped, _stands, _wrong
from engine.desk.films import read
from engine.shelf.films import open_film
from engine.story.model import Choice, End
from tests.clips import CELLS, Make, _drawn, read_code


def tone(samples):
    return (9000 * np.sin(2 * np.pi * 443.7 * np.arange(samples) / 48_000)).astype(int)


def watched(clips=2):
    """A perfect player."""
    codes = [(clip, frame) for clip in range(1, clips + 1) for frame in range(FRAMES)]
    return [Seen(index * INTERVAL, *code) for index, code in enumerate(codes)]


def test_a_bar_code_is_read_at_any_size_and_half_a_one_is_not():
    """A picture caught while it is being drawn must not count as another frame."""
    grey = _drawn(Make(number=37, size=(640, 360)), 1234)
    torn = grey.copy()
    torn[:, 640 // CELLS * 12 :] = grey[:, :1]

    assert read_code(grey) == (37, 1234)
    assert read_code(grey[::2, ::2]) == (37, 1234)
    assert read_code(torn) is None


def test_a_hole_in_the_sound_is_heard_and_a_tone_is_not_one():
    """A tone of an odd pitch never hides a lost piece, and its zeros are no holes."""
    whole = tone(48_000)
    torn = whole.copy()
    torn[20_000:20_480] = 0

    assert holes(whole) == []
    assert 480 <= silent(torn) <= 484
    assert silent(np.zeros(100, int)) == 100


def test_a_click_is_found_where_it_is():
    """To the sample."""
    wave = tone(10_000)
    wave[5000:5010] = 24_000

    assert click_near(wave, 4990, 100) == 10
    assert click_near(wave, 2000, 100) is None


def test_a_perfect_player_is_found_perfect():
    """One interval from the last frame to the first, nothing lost."""
    seen = watched()

    assert list(_gaps(seen)) == [pytest.approx(1.0)]
    assert list(_stands(seen)) == [pytest.approx(1.0)]
    assert list(_wrong(seen, 2)) == []
    assert (_backwards(seen), _skipped(seen)) == (0, 0)


def test_a_picture_that_stands_after_the_cut_is_seen_though_the_first_frame_was_punctual():
    """Some players show the new clip's first frame at once, and then wait."""
    seen = [
        Seen(s.at + (0.2 if (s.clip, s.frame) > (2, 1) else 0), s.clip, s.frame) for s in watched()
    ]

    assert list(_gaps(seen)) == [pytest.approx(1.0)]
    assert list(_stands(seen)) == [pytest.approx(7.0)]


def test_frames_lost_doubled_and_turned_round_are_counted():
    """Each kind of fault by itself."""
    seen = watched()
    lost = [one for one in seen if (one.clip, one.frame) not in {(1, 10), (2, 0)}]
    doubled = [*seen[:20], seen[18], *seen[20:]]

    assert list(_wrong(lost, 2)) == [(1, 10), (2, 0)]
    assert _skipped(lost) == 2
    assert list(_wrong(doubled, 2)) == [(1, 18)]
    assert _backwards(doubled) == 1


def test_a_missed_target_is_not_to_be_overlooked(capsys):
    """In the table, in the lines for machines, and in the exit status."""
    report = Report("seam")
    report.figures.append(
        Figure(name="gap", what="gap", value=2.0, unit="x", target="<= 1", ok=False)
    )
    report.print(as_json=False)
    table = capsys.readouterr().out
    report.print(as_json=True)

    assert not report.holds
    assert "NO" in table
    assert json.loads(capsys.readouterr().out)["ok"] is False


def test_a_film_that_is_made_to_be_large_is_a_film(tmp_path):
    """Without an error, three ways out of nearly every scene, and one to end at once."""
    write_film(tmp_path / "film", 300)

    opened = read(open_film(str(tmp_path / "film")))

    scenes = opened.film.story.scenes
    choices = [scene.way for scene in scenes.values() if isinstance(scene.way, Choice)]
    assert opened.findings == ()
    assert len(scenes) == 301
    assert len(choices) > 250
    assert all(len(choice.options) == 3 for choice in choices)
    assert isinstance(scenes[ENDING].way, End)


def test_a_curve_is_drawn_with_its_figures_where_they_belong(tmp_path):
    """Ten times as much is one step further, on both axes."""
    lines = {"start": ((100, 1.0), (1_000, 1.0)), "check": ((100, 0.1), (1_000, 10.0))}
    Chart("Growth", "scenes", lines, ("2 s", 2.0)).write(tmp_path / "growth.svg")

    drawn = ET.parse(tmp_path / "growth.svg").getroot()
    spots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in drawn.findall(".//{*}circle")]
    assert spots[0][1] == spots[1][1]
    assert spots[2][1] - spots[0][1] == pytest.approx(spots[1][1] - spots[3][1], abs=0.2)
    assert spots[0][0] == spots[2][0] < spots[1][0] == spots[3][0]
    texts = [text.text for text in drawn.findall(".//{*}text")]
    assert {"Growth", "scenes", "start", "check", "100", "1,000", "0.1 s", "10 s"} <= set(texts)
