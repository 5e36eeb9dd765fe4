"""What a face over a window says, and when it is not believed (Semantics 8 and 9)."""

from dataclasses import replace

import pytest

from engine.director.felt import Window, held, holds, look, mean, outstanding, strength
from engine.story.model import AllOf, AnyOf, Measure, Reading
from engine.story.units import Seconds, Share
from tests.director.playing import mood
from tests.films import AWAY, SMILING, above, below, option

SURE = Share(0.55)
SMILE, LOOK_AWAY = option("Smile", "warm", feel=SMILING), option("Look away", "cold", feel=AWAY)
DOOR = (SMILE, LOOK_AWAY, option("Keep still", "cold", default=True))


def window(*moods, length: float = 10.0) -> Window:
    return Window(Seconds(0), Seconds(length), moods)


def shown(seconds: float = 10.0, *, start: float = 0.0, **kwargs):
    """Ten readings a second of the same face."""
    return tuple(mood(start + tenth / 10, **kwargs) for tenth in range(int(seconds * 10)))


def test_a_smile_that_lasts_is_a_smile():
    """The plain case: half a window of a clear smile."""
    verdict = look(DOOR, window(*shown(5, smile=2.5), *shown(5, start=5)), SURE)

    assert verdict.option is SMILE
    assert verdict.doubt is None
    assert verdict.evidence["smile.mean"] == 1.25
    assert verdict.evidence["seen"] == 10.0
    assert verdict.evidence["faces"] == 1


def test_a_strength_is_how_far_a_reading_lies_beyond_its_number():
    """`and` is as strong as its weakest, `or` as its strongest."""

    def two(comparison):
        return 2.0 if comparison.reading is Reading.SMILE else None

    smile, slight = above(Reading.SMILE, 0.5), above(Reading.SMILE, 1.5)
    unread = above(Reading.JOY, 0)

    assert strength(smile, two) == 1.5
    assert strength(below(Reading.SMILE, 0.5), two) == -1.5
    assert strength(AllOf((smile, slight)), two) == 0.5
    assert strength(AnyOf((smile, slight)), two) == 1.5
    assert strength(AllOf((smile, unread)), two) is None
    assert strength(AnyOf((smile, unread)), two) == 1.5
    assert strength(AnyOf((unread,)), two) is None


def test_one_great_burst_is_not_a_third_of_a_window():
    """A cough is no smile: the moment must have held in a third of the samples."""
    burst = window(*shown(3, smile=3.0), *shown(7, start=3, smile=0.0))

    assert look(DOOR, burst, SURE).doubt == "it did not last"
    third = window(*shown(4, smile=3.0), *shown(6, start=4, smile=0.0))
    assert look(DOOR, third, SURE).option is SMILE


def test_exactly_a_third_is_enough():
    """The rule says a third, not more than a third."""
    moods = (*shown(4, smile=3.0), *shown(8, start=4))

    assert look(DOOR, window(*moods, length=12), SURE).option is SMILE


@pytest.mark.parametrize(("seen", "answers"), [(5.9, False), (6.0, True)])
def test_a_face_must_be_seen_for_most_of_the_window(seen, answers):
    """Sixty per cent; who looked in for a moment did not answer."""
    moods = (*shown(seen, smile=2.0), *shown(10 - seen, start=seen, faces=0))
    verdict = look((SMILE,), window(*moods), SURE)

    assert (verdict.option is SMILE) is answers
    assert verdict.doubt == (None if answers else "6 of 10 s seen")


def test_looking_away_needs_no_face_at_all():
    """Attention is told also where no face is: that is what it is."""
    assert look(DOOR, window(*shown(faces=0)), SURE).option is LOOK_AWAY


def test_a_gap_in_the_readings_is_time_unseen():
    """Two readings ten seconds apart cover one second, not ten."""
    few = window(mood(0, smile=2.0), mood(9.9, smile=2.0))

    assert few.seen == pytest.approx(0.6)
    assert look((SMILE,), few, SURE).doubt == "1 of 10 s seen"


def test_a_reading_that_is_not_sure_of_itself_does_not_count():
    """The lowest confidence named must reach what the film asks for."""
    verdict = look(DOOR, window(*shown(smile=2.0, sure=0.5)), SURE)

    assert verdict.doubt == "confidence 0.50, 0.55 needed"


def test_two_feelings_nearer_than_a_tenth_are_not_told_apart():
    """A coin toss is not an answer."""
    joy = option("Laugh", "warm", feel=above(Reading.JOY, 0.5))
    smile = option("Smile", "warm", feel=above(Reading.SMILE, 0.5))

    close = look((joy, smile), window(*shown(joy=1.0, smile=1.05)), SURE)
    apart = look((joy, smile), window(*shown(joy=1.0, smile=1.2)), SURE)

    assert close.doubt == "two feelings were too close"
    assert apart.option is smile


def test_nobody_in_view_is_no_answer():
    """An empty chair feels nothing."""
    assert look((SMILE,), window(), SURE).doubt == "no face seen"
    assert look((), window(*shown()), SURE).doubt == "no face seen"


def test_the_doubt_told_is_that_of_the_strongest_feeling():
    """The reason given is the one nearest to an answer."""
    moods = shown(smile=2.0, attention=-0.5, sure=0.3)

    assert look(DOOR, window(*moods), SURE).doubt == "confidence 0.30, 0.55 needed"


def test_a_peak_is_the_farthest_half_second_in_its_direction():
    """A start is short; one noisy sample is not a start."""
    moods = (*shown(5), *shown(1, start=5, smile=2.0), *shown(4, start=6))
    noise = (*shown(5), mood(5, smile=3.0), *shown(4, start=5.1))
    start = option("Start", "cold", feel=above(Reading.SMILE, 1.0, Measure.PEAK))
    sink = option("Sink", "cold", feel=below(Reading.ATTENTION, -1.0, Measure.PEAK))

    assert look((start,), window(*moods), SURE).option is start
    assert look((start,), window(*noise), SURE).option is None
    assert (
        look((sink,), window(*shown(9), *shown(1, start=9, attention=-2.0)), SURE).option is sink
    )


def test_a_trend_is_the_last_third_less_the_first():
    """Rising is rising, wherever it began."""
    rising = tuple(mood(tenth / 10, smile=tenth / 50) for tenth in range(100))
    feel = option("Rise", "warm", feel=above(Reading.SMILE, 1.0, Measure.TREND))

    assert look((feel,), window(*rising), SURE).option is feel
    assert look((feel,), window(*shown(smile=2.0)), SURE).option is None
    assert look((feel,), window(*shown(3)), SURE).doubt == "no face seen"


def test_measures_over_time_hold_in_no_single_moment():
    """Where only peaks and trends are named, no third of the samples is asked for."""
    start = above(Reading.SMILE, 1.0, Measure.PEAK)
    sink = below(Reading.ATTENTION, 1.0, Measure.PEAK)
    moods = (*shown(5), *shown(1, start=5, smile=2.0), *shown(4, start=6))

    assert held(AllOf((start, sink)), window(*moods), SURE)


def test_a_measure_that_could_not_be_taken_is_no_evidence():
    """A trend needs a first third; the smile decided without it."""
    either = AnyOf((SMILING, above(Reading.JOY, 1.0, Measure.TREND)))
    late = window(*shown(6.6, start=3.4, smile=2.0))
    verdict = look((option("Smile", "warm", feel=either),), late, SURE)

    assert "smile.mean" in verdict.evidence
    assert "joy.trend" not in verdict.evidence


def test_a_confidence_may_itself_be_asked_for():
    """`smile.confidence > 0.8` is a comparison like any other."""
    feel = AllOf((SMILING, above(Reading.SMILE, 0.8, Measure.CONFIDENCE)))

    assert held(feel, window(*shown(smile=2.0, sure=0.9)), SURE)
    assert not held(feel, window(*shown(smile=2.0, sure=0.7)), SURE)
    assert not held(feel, window(), SURE)


def test_either_of_two_moments_may_hold():
    """`or` holds in a sample when one of its parts does."""
    either = AnyOf((SMILING, above(Reading.JOY, 0.8)))
    both = AllOf((SMILING, above(Reading.JOY, 0.8)))
    turns = (*shown(5, smile=2.0), *shown(5, start=5, joy=2.0))

    assert held(either, window(*turns), SURE)
    assert not held(both, window(*turns), SURE)


def test_a_reading_that_was_never_told_holds_in_no_moment():
    """A sense that knows no joy cannot find any."""
    joyless = tuple(
        replace(one, readings={Reading.SMILE: one.readings[Reading.SMILE]})
        for one in shown(smile=2.0)
    )

    assert not held(above(Reading.JOY, -1), window(*joyless), SURE)
    assert not held(AnyOf((SMILING, above(Reading.JOY, 0))), window(*joyless), SURE)
    assert held(SMILING, window(*joyless), SURE)


def test_a_mean_is_taken_over_the_samples_with_a_face():
    """Absence is not calm."""
    moods = window(*shown(5, valence=1.0), *shown(5, start=5, faces=0))

    assert mean(Reading.VALENCE, moods) == pytest.approx(1.0)
    assert mean(Reading.VALENCE, window()) is None


def test_what_faces_show_too_faintly_never_answers():
    """However strong it seems: it colours the flame, and the film asks another way."""
    scare = option("Scare", "cold", feel=above(Reading.FEAR, 0.5))
    either = option("Smile", "warm", feel=AnyOf((SMILING, above(Reading.FEAR, 0.5))))
    both = AllOf((SMILING, above(Reading.FEAR, 0.5)))
    afraid, glad = window(*shown(fear=3.0)), window(*shown(fear=3.0, smile=2.0))

    assert look((scare, SMILE), afraid, SURE).option is None
    assert look((either,), afraid, SURE).option is None
    assert look((either,), glad, SURE).option is either
    assert look((either,), glad, SURE).evidence.keys() >= {"smile.mean"}
    assert "fear.mean" not in look((either,), glad, SURE).evidence
    assert not held(both, glad, SURE)
    assert holds(both, glad, SURE)


def test_nothing_stands_out_of_nothing():
    """The strongest of none is none."""
    assert outstanding([]) is None
    assert outstanding([(0.3, "one")]) == (0.3, "one")


def test_a_window_that_ends_before_it_begins_has_no_length():
    """A clock that stood still must not make time negative."""
    assert Window(Seconds(5), Seconds(4), ()).length == 0
