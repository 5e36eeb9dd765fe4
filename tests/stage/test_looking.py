"""Looking around: the hand holds the picture, arrows turn it, a head leans into it."""

import itertools

import pytest

from engine.stage.hands import Lift, Point, Press
from engine.stage.looking import SPEED, Looking
from engine.stage.projection.sphere import AHEAD, HIGHEST, Gaze, seen_at

SIZE = (1280, 720)


class Viewer:
    """Someone who looks, sixty times a second."""

    def __init__(self):
        self.looking, self.now = Looking(), 50.0
        self.looking.gaze(self.now)

    def go(self, seconds):
        """Where one looks after so long, and every look on the way."""
        looks = []
        for _ in range(round(seconds * 60)):
            self.now += 1 / 60
            looks.append(self.looking.gaze(self.now))
        return looks

    def drag(self, *places, free=True):
        for gesture in (Press(places[0]), *(Point(at) for at in places[1:]), Lift(places[-1])):
            self.looking.drag(gesture, SIZE, free=free)
        return self.go(1 / 60)[-1]

    def sees(self, where, seconds=0.1):
        self.looking.see_head(where, self.now)
        return self.go(seconds)[-1]


@pytest.fixture
def viewer():
    return Viewer()


def test_one_begins_where_the_author_looks(viewer):
    """And whatever was looked at before, at every new shot."""
    assert viewer.go(0.1)[-1] == AHEAD

    viewer.drag((600, 300), (200, 300))
    viewer.looking.ahead()

    assert viewer.go(0.1)[-1] == AHEAD


def test_a_drag_holds_the_place_it_began_at(viewer):
    """What was in the middle is where the finger is now."""
    looked = viewer.drag((640, 360), (700, 360), (660, 380), (680, 390))
    x, y = seen_at((0.5, 0.5), looked, SIZE)

    assert x * SIZE[0] == pytest.approx(680, abs=1)
    assert y * SIZE[1] == pytest.approx(390, abs=1)


def test_a_drag_that_began_on_an_answer_turns_nothing(viewer):
    """It is a press that slipped."""
    assert viewer.drag((640, 360), (900, 500), free=False) == AHEAD


def test_a_mouse_that_only_moves_turns_nothing(viewer):
    """The film is not to swim whenever somebody reaches for a plate."""
    viewer.drag((640, 360), (650, 360))
    looked = viewer.go(0.1)[-1]
    viewer.looking.drag(Point((900, 500)), SIZE, free=True)

    assert viewer.go(0.1)[-1] == looked


def test_a_held_arrow_turns_smoothly_and_at_a_steady_speed(viewer):
    """It swings up and comes to rest; no step is larger than the speed."""
    viewer.looking.lean((1.0, 0.0))
    turning = viewer.go(2.0)
    viewer.looking.lean((0.0, 0.0))
    resting = viewer.go(1.0)
    steps = [two.right - one.right for one, two in itertools.pairwise(turning)]

    assert steps[0] < 0.4 * SPEED / 60
    assert max(steps) <= SPEED / 60 + 1e-6
    assert turning[-1].right - turning[-61].right == pytest.approx(SPEED, rel=0.01)
    assert resting[-1] == resting[-20]
    assert 0 < resting[-1].right - turning[-1].right < SPEED * 0.2


def test_one_can_turn_all_the_way_round_and_not_over_the_head(viewer):
    """Right of right is left again; above the top is the top."""
    viewer.looking.lean((1.0, -1.0))
    looks = viewer.go(360.0 / SPEED + 0.5)

    assert max(look.up for look in looks) == HIGHEST
    assert min(look.right for look in looks) < -170
    assert abs(looks[-1].right) < 40

    viewer.looking.lean((0.0, 1.0))
    assert viewer.go(4.0)[-1].up == -HIGHEST


def test_a_head_that_leans_left_looks_left(viewer):
    """The camera sees it move to the right; one that rises looks up."""
    viewer.sees((0.5, 0.5), 0.5)
    for _ in range(20):
        looked = viewer.sees((0.6, 0.4))

    assert looked.right == pytest.approx(-25.5, abs=0.5)
    assert looked.up == pytest.approx(12.75, abs=0.5)


def test_a_head_is_followed_smoothly(viewer):
    """The eyes tell ten times a second; the picture moves sixty times."""
    viewer.sees((0.5, 0.5), 0.5)
    viewer.looking.see_head((0.3, 0.5), viewer.now)
    looks = viewer.go(0.9)
    steps = [two.right - one.right for one, two in itertools.pairwise(looks)]

    assert max(steps) < 3.5
    assert steps == sorted(steps, reverse=True)


def test_a_head_that_only_trembles_turns_nothing(viewer):
    """Boxes around faces tremble."""
    viewer.sees((0.5, 0.5))
    looks = [viewer.sees((0.5 + 0.01 * (-1) ** step, 0.505)) for step in range(20)]

    assert set(looks) == {AHEAD}


def test_wherever_somebody_sits_is_the_middle(viewer):
    """A chair beside the camera is no wish to look aside."""
    assert viewer.sees((0.8, 0.7), 1.0) == AHEAD


def test_a_head_that_goes_away_lets_the_gaze_come_back(viewer):
    """And when it comes back elsewhere, it begins anew there."""
    viewer.sees((0.5, 0.5))
    viewer.sees((0.3, 0.5), 0.9)
    viewer.sees(None, 4.0)
    assert viewer.go(0.1)[-1] == AHEAD

    assert viewer.sees((0.3, 0.5), 1.0) == AHEAD


def test_hand_and_head_add_up(viewer):
    """One drags to the window and leans out of it."""
    viewer.sees((0.5, 0.5))
    dragged = viewer.drag((640, 360), (340, 360))
    for _ in range(20):
        looked = viewer.sees((0.4, 0.5))

    assert dragged.right > 20
    assert looked == Gaze(pytest.approx(dragged.right + 25.5, abs=0.5), 0.0)


def test_hands_that_are_needed_elsewhere_let_go(viewer):
    """Under a page nothing turns."""
    viewer.looking.drag(Press((10, 10)), SIZE, free=True)
    viewer.looking.lean((1.0, 0.0))
    viewer.looking.let_go()
    viewer.looking.drag(Point((400, 10)), SIZE, free=True)

    assert viewer.go(0.5)[-1] == AHEAD


def test_a_window_that_stood_still_makes_no_leap(viewer):
    """A dragged window stops the program for seconds."""
    viewer.looking.lean((1.0, 0.0))
    viewer.go(0.5)
    before = viewer.looking.gaze(viewer.now)
    after = viewer.looking.gaze(viewer.now + 5.0)

    assert after.right - before.right <= SPEED * 0.1


def test_where_taps_walk_only_a_held_arrow_turns(viewer):
    """One chooses with the same keys one looks around with."""
    viewer.looking.lean((1.0, 0.0), taps=True)
    assert viewer.go(0.3)[-1] == AHEAD

    viewer.looking.lean((0.0, 0.0), taps=True)
    viewer.go(0.1)
    viewer.looking.lean((1.0, 0.0), taps=True)
    assert viewer.go(0.3)[-1] == AHEAD
    assert viewer.go(0.5)[-1].right > 15
