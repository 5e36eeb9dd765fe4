"""The preroll: exactly the named shots, one at a time, within the budget."""

import pytest

from engine.stage.projection.preroll import STALLED, Preroll
from engine.story.clips import ClipFault
from tests.stage.cranked import shot
from tests.stage.fake_reels import FakeReel

A, B, C = (shot(f"{n}.mov", n) for n in (1, 2, 3))


class House:
    """Casts fake reels and remembers them."""

    def __init__(self, weight=10, understudies=1):
        self.reels = {}
        self.weight = weight
        self.understudies = understudies

    def cast(self, wanted):
        reels = [FakeReel(ready=False) for _ in range(1 + self.understudies)]
        self.reels[wanted] = reels
        return reels

    def open(self, wanted, which=0):
        reel = self.reels[wanted][which]
        reel.ready = reel.parked = True
        reel.weight = self.weight


def started(house):
    return [wanted for wanted, reels in house.reels.items() if reels[0].started]


def test_reels_are_opened_one_at_a_time_the_likeliest_first():
    """Opening eight at once would make the film on the screen stutter."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((B, A, C))
    seen = []
    for wanted in (B, A, C):
        preroll.tick()
        preroll.tick()
        seen.append(started(house))
        house.open(wanted)

    assert seen == [[B], [B, A], [B, A, C]]


def test_nothing_is_opened_near_a_cut_but_what_is_urgent():
    """The moments around a cut belong to the two clips it joins."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A, B))
    preroll.tick(calm=False)
    quiet = started(house)
    preroll.tick(B, calm=False)

    assert quiet == []
    assert started(house) == [B]


def test_a_shot_named_again_keeps_its_reel_and_others_are_let_go():
    """Equal shots are the same thing to play."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A, B))
    preroll.tick()
    kept = house.reels[A][0]
    preroll.name((C, shot("1.mov", 1)))

    assert preroll.casting(A).reel is kept
    assert not kept.closed
    assert house.reels[B][0].closed
    assert preroll.casting(B) is None


def test_the_budget_holds_but_the_likeliest_is_always_open():
    """A wall of 4K candidates must not eat the machine; one of them must still be there."""
    house = House(weight=60)
    preroll = Preroll(house.cast, 100)
    preroll.name((A, B))
    for _ in range(5):
        preroll.tick()
        house.open(A)

    assert started(house) == [A]
    assert preroll.weight == 60


def test_a_failed_reel_is_replaced_before_anybody_sees_it():
    """The fallback is open by the time the cut comes, and why is kept."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A,))
    preroll.tick()
    house.reels[A][0].fault = ClipFault(missing=False, says="1.mov is empty.")
    preroll.tick()

    casting = preroll.casting(A)
    assert casting.reel is house.reels[A][1]
    assert casting.reel.started
    assert casting.says == "1.mov is empty."
    assert house.reels[A][0].closed


def test_a_reel_that_never_opens_is_given_up():
    """A network drive that hangs is a clip that is not there."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A,))
    preroll.tick()
    house.reels[A][0].stuck = True
    preroll.tick()

    assert preroll.casting(A).reel is house.reels[A][1]
    assert STALLED in preroll.casting(A).says


def test_a_reel_that_plays_is_no_longer_the_prerolls():
    """Letting go of a forecast must not close the clip on the screen."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A, B))
    preroll.tick()
    preroll.play(house.reels[A][0])
    preroll.name(())

    assert not house.reels[A][0].closed


def test_closing_waits_for_every_thread():
    """And says when one would not end."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A, B))
    stubborn = house.reels[B][0]
    stubborn.ended = lambda _patience=0.0: False

    assert preroll.close(0.1) is False
    assert house.reels[A][0].closed
    stubborn.ended = lambda _patience=0.0: True
    assert preroll.close(0.1) is True


def test_a_reel_that_is_forgotten_is_cast_anew_when_its_shot_is_named_again():
    """The viewer chose another language: what waited in the old one is opened again."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A, B))
    first = house.reels[A][0]
    preroll.forget((A,))
    assert list(preroll.named) == [B]
    preroll.name((A, B))

    assert first.closed
    assert preroll.casting(A).reel is house.reels[A][0] is not first
    assert not house.reels[B][0].closed


@pytest.mark.parametrize(
    "goes",
    [
        lambda preroll, reel: preroll.play(reel),
        lambda preroll, _: preroll.name((B,)),
        lambda preroll, _: preroll.forget((A,)),
    ],
    ids=["played", "not named any more", "cast anew"],
)
def test_a_reel_that_was_there_in_case_another_fails_is_let_go_with_it(goes):
    """A film's posters would gather unopened, one for each clip."""
    house = House()
    preroll = Preroll(house.cast, 1000)
    preroll.name((A, B))
    preroll.tick()
    first, fallback = house.reels[A]
    goes(preroll, first)

    assert fallback.closed
    assert not house.reels[B][1].closed
