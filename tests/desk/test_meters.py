"""Meters in letters, for a machine without a screen."""

import pytest

from engine.desk.meters import line, screen, width
from engine.stage.screens.mirror import Eye, Mirrored
from engine.stage.tongue import CATALOGUES, Tongue
from tests.stage.screens.test_layout import smiling

EN = Tongue("en")


def seen(mood=None, eye=Eye.SEEING, **more):
    return Mirrored(eye=eye, source="0", mood=mood, models=("expression.onnx",), **more)


def rows(mood, tongue=EN):
    return screen(seen(mood), tongue).replace("\x1b[K", "").split("\r\n")


def test_a_sure_reading_is_a_whole_bar_and_an_unsure_one_a_dim_dashed_one():
    """Not sure looks not sure."""
    sure = next(row for row in rows(smiling()) if "smile" in row)
    unsure = next(row for row in rows(smiling(sure=0.3)) if "smile" in row)

    assert "│███████" in sure
    assert sure.endswith("a smile")
    assert "│╌╌╌╌╌╌╌" in unsure
    assert unsure.startswith("\x1b[2m")
    assert "not sure" in unsure
    assert "a smile" not in unsure


def test_looking_away_goes_to_the_left():
    """Less than one's own normal."""
    row = next(row for row in rows(smiling()) if "looking" in row)

    assert "███│·" in row
    assert "−3.0" in row


def test_who_is_not_there_is_not_read():
    """A bar that stood still would say that somebody is."""
    row = next(row for row in rows(smiling(faces=0)) if "smile" in row)

    assert "█" not in row
    assert "–" in row


def test_a_screen_is_drawn_over_the_one_before():
    """And leaves nothing of it."""
    drawn = screen(seen(smiling()), EN)

    assert drawn.startswith("\x1b[H")
    assert drawn.endswith("\x1b[J")
    assert drawn.count("\x1b[K") == drawn.count("\r\n")


@pytest.mark.parametrize("code", CATALOGUES)
def test_bars_stand_under_each_other_in_both_languages(code):
    """Chinese letters take two columns."""
    bars = [row for row in rows(smiling(), Tongue(code)) if "│" in row]

    assert len(bars) == 11
    assert len({width(row.replace("\x1b[2m", "").split("│")[0]) for row in bars}) == 1


@pytest.mark.parametrize("code", CATALOGUES)
def test_a_line_tells_it_all_to_a_log(code):
    """No letter that only a terminal understands; the state alone where nothing is seen."""
    tongue = Tongue(code)
    told = line(seen(smiling(), learnt=0.5), tongue)

    assert "\x1b" not in told
    assert "+1.4" in told
    assert "expression.onnx" in told
    assert "50%" in told
    for eye in Eye:
        if not eye.sees:
            assert line(seen(eye=eye), tongue) == tongue.say(
                f"mirror.eye.{eye.value}", source=tongue.say("mirror.camera", number="0")
            )
