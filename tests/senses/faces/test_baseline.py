"""A viewer's own normal, and the published steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.baseline import Baseline, published
from engine.senses.faces.scores import SHOWN_BY
from engine.senses.senses import models_folder
from engine.story.model import Reading
from engine.story.units import Seconds

MODELS = models_folder()


def learned(steps, score, *, seconds=4.0):
    baseline = Baseline(steps)
    baseline.calibrate(on=True)
    for look in range(round(seconds * 10) + 1):
        baseline.saw({Reading.SMILE: score}, Seconds(look / 10))
    baseline.calibrate(on=False)
    return baseline


def test_a_reading_is_steps_from_ones_own_normal(steps):
    """One who always looks a little merry is not smiling."""
    merry = learned(steps, 0.3)

    assert merry.steps(Reading.SMILE, 0.3) == 0.0
    assert merry.steps(Reading.SMILE, 0.3 + steps[Reading.SMILE].step) == pytest.approx(1.0)


def test_under_three_seconds_the_population_stands_in(steps):
    """And confidence is lower by a fifth."""
    short = learned(steps, 0.3, seconds=2.8)

    assert not short.known
    assert short.steps(Reading.SMILE, steps[Reading.SMILE].normal) == 0.0
    assert short.confidence(Reading.SMILE, 1.0) == pytest.approx(steps[Reading.SMILE].trust * 0.8)


def test_three_seconds_are_enough(steps):
    """Semantics 9."""
    assert learned(steps, 0.3, seconds=3.0).known


def test_a_gap_in_sight_is_no_time_of_the_viewer(steps):
    """Two looks a minute apart are not a minute."""
    baseline = Baseline(steps)
    baseline.calibrate(on=True)
    for now in (0.0, 60.0, 120.0):
        baseline.saw({Reading.SMILE: 0.3}, Seconds(now))

    assert not baseline.known


def test_a_short_grimace_is_not_the_normal(steps):
    """A median forgives it."""
    baseline = Baseline(steps)
    baseline.calibrate(on=True)
    for look in range(60):
        score = 0.9 if 20 <= look < 35 else 0.05
        baseline.saw({Reading.SMILE: score}, Seconds(look / 10))

    assert baseline.steps(Reading.SMILE, 0.05) == 0.0


def test_after_calibration_the_normal_stays(steps):
    """What a viewer shows during the film does not become his rest."""
    baseline = learned(steps, 0.1)
    for look in range(100):
        baseline.saw({Reading.SMILE: 0.9}, Seconds(50 + look / 10))

    assert baseline.steps(Reading.SMILE, 0.9) > 1.0


def test_calibrating_anew_forgets_the_one_before(steps):
    """The next visitor has his own face."""
    baseline = learned(steps, 0.6)
    baseline.calibrate(on=True)

    assert not baseline.known


def rests(baseline, score, *, since=50.0, seconds=120.0):
    """Shows the same face for two minutes of film."""
    for look in range(round(seconds * 10)):
        baseline.saw({Reading.SMILE: score}, Seconds(since + look / 10))
    return baseline


def test_a_calm_face_carries_its_normal_along(steps):
    """Light and posture change over an evening; a rest stays a rest."""
    baseline, step = learned(steps, 0.1), steps[Reading.SMILE].step
    moved = 0.1 + 0.2 * step

    assert baseline.steps(Reading.SMILE, moved) == pytest.approx(0.2)
    assert rests(baseline, moved).steps(Reading.SMILE, moved) < 0.06


def test_a_normal_never_moves_far_from_what_was_learned(steps):
    """However slowly a smile creeps up: it is answered at last."""
    baseline, step = learned(steps, 0.1), steps[Reading.SMILE].step
    for minute in range(10):
        rests(baseline, 0.1 + 0.1 * minute * step, since=50.0 + 130.0 * minute)

    assert baseline.normal(Reading.SMILE) <= 0.1 + 0.3 * step + 1e-9


def test_a_face_calm_for_a_moment_only_changes_nothing(steps):
    """Between two smiles everybody is calm."""
    baseline, step = learned(steps, 0.1), steps[Reading.SMILE].step
    for number in range(10):
        rests(baseline, 0.1 + 0.2 * step, since=50.0 + 10.0 * number, seconds=4.0)
        baseline.saw({Reading.SMILE: 0.9}, Seconds(54.0 + 10.0 * number))

    assert baseline.normal(Reading.SMILE) == pytest.approx(0.1)


def test_nobodys_normal_is_not_refreshed(steps):
    """Who was never learned has the population's, calm or not."""
    stranger = rests(Baseline(steps), steps[Reading.SMILE].normal + 0.05)

    assert stranger.normal(Reading.SMILE) == steps[Reading.SMILE].normal


@given(st.sampled_from([*SHOWN_BY, Reading.VALENCE, Reading.STILL]), st.floats(-5.0, 5.0))
def test_no_reading_passes_three_steps(reading, score):
    """Clipped, whatever a model says."""
    baseline = Baseline(published(MODELS / "steps.json"))

    assert -3.0 <= baseline.steps(reading, score) <= 3.0


def test_every_reading_of_a_face_has_a_published_step(steps):
    """A reading without a step could not be told."""
    assert set(steps) == set(Reading) - {Reading.TEXT_SENTIMENT}
    assert all(entry.step > 0.0 and 0.0 < entry.trust <= 1.0 for entry in steps.values())


def test_weak_readings_cannot_decide_alone(steps):
    """Fear and disgust stay under the usual 0.55 however sure the network is."""
    weak = (Reading.FEAR, Reading.DISGUST)

    assert all(steps[reading].trust < 0.55 for reading in weak)


def test_a_broken_file_of_steps_is_an_error(tmp_path):
    """Understood by whoever opens the eyes."""
    path = tmp_path / "steps.json"
    path.write_text("{}", encoding="utf-8")

    with pytest.raises(KeyError):
        published(path)
