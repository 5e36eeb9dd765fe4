"""What must hold in every film and on every evening, also in those that nobody wrote."""

import tempfile
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.director import forecast
from engine.director.forecast import Answer
from engine.director.journey import Journey
from engine.director.policy import options_open
from engine.house.tape.lines import FORMAT, Head, decode, encode, line_of
from engine.house.tape.reading import viewings
from engine.house.tape.tape import Tape
from engine.messages.facts import ShotBegan, Ticked
from engine.messages.orders import SaveViewing, Write
from engine.messages.records import Cause
from engine.shelf.saves import Saves
from engine.show.replay import replay
from engine.show.sham import Yoke, began_of
from engine.show.taped import Recording
from engine.story.model import Choice
from engine.story.units import Seconds
from tests.director.playing import HANDS
from tests.generated import Living, evenings, steps

FEW = settings(max_examples=40)
HEAD = Head(format=FORMAT, engine="test", film="film", version="1", language="en", clips={})


@contextmanager
def taped(evening, **more):
    """An evening lived to its end, and the tape of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evening.kino"
        tape = Tape(path, HEAD)
        living = Living(evening, led=partial(Recording, tape=tape), **more).live(evening)
        tape.close()
        assert tape.fault is None
        yield living, path


def written(living):
    """Everything that was written down."""
    return [one.record for one in living.of(Write)]


def viewing_of(living):
    return living.director.showing.viewing


@FEW
@given(evenings())
def test_a_tape_heard_again_is_the_same_viewing(evening):
    """The same path, reasons, variables: what a log of reasons could only claim."""
    with taped(evening) as (living, path):
        (one,) = viewings(path)

        again = replay(one, evening.film, lambda _: evening.film)

    assert again.difference is None
    assert list(again.records) == written(living)
    assert again.path == viewing_of(living).path
    assert again.viewing == viewing_of(living)


@FEW
@given(evenings(), st.sampled_from((0.25, 0.1, 1 / 60)))
def test_what_is_read_from_a_tape_is_what_was_heard(evening, step):
    """Every number of it: decisions depend on the last digit of a moment."""
    with taped(evening, step=step) as (living, path):
        (one,) = viewings(path)
        lines = path.read_bytes().splitlines(keepends=True)

    begins, *heard = [moment.heard for moment in one.moments]
    assert begins == Ticked(Seconds(0.0), Seconds(0.0))
    assert heard == living.facts
    assert [record for moment in one.moments for _, record in moment.records] == written(living)
    assert [encode(decode(line)) for line in lines] == lines
    for fact in living.facts:
        if not isinstance(fact, Ticked):
            assert decode(encode(line_of(fact))) == line_of(fact)


class Peeking(Living):
    """An evening at which somebody looks ahead, all the time and in every direction."""

    def tick(self):
        given = super().tick()
        showing = self.director.showing
        if showing is not None and showing.shot is not None and not showing.over:
            self.peek(showing)
        return given

    def peek(self, showing) -> None:
        """Draw the map: where every way would lead from here, and what chance would say."""
        film, viewing = self.director._film, showing.viewing
        here = film.story.scenes[viewing.scene]
        assert forecast.onward(film, viewing) == forecast.onward(film, viewing)
        forecast.start(film, viewing, film.story.start)
        viewing.random("anywhere")
        if isinstance(here.way, Choice):
            options = options_open(here.id, here.way, viewing)
            for option in options:
                answer = Answer(option=option, cause=Cause.BUTTONS)
                forecast.answered(film, viewing, answer, options)


@FEW
@given(evenings())
def test_looking_ahead_changes_no_viewing(evening):
    """Preparing a clip, drawing the map and judging again are not part of the film."""
    plain, watched = Living(evening).live(evening), Peeking(evening).live(evening)

    assert watched.orders == plain.orders
    assert viewing_of(watched) == viewing_of(plain)


class Twins:
    """A journey grown as it goes, and one of the whole film, which must say the same."""

    def __init__(self, grown: Journey, story) -> None:
        self.grown, self.story = grown, story
        self.whole = Journey(story, grown.scene)
        self.whole.reach(*story.scenes)

    @property
    def scene(self):
        assert self.grown.scene == self.whole.scene
        return self.grown.scene

    def reach(self, *scenes) -> None:
        self.grown.reach(*scenes)

    def take(self, to, visits=()) -> None:
        for scene in self.story.scenes:
            assert self.grown.may(scene, visits) == self.whole.may(scene, visits)
        self.grown.take(to, visits)
        self.whole.take(to, visits)
        assert self.grown.scenes <= self.whole.scenes


@FEW
@given(evenings())
def test_a_journey_that_grows_and_one_of_the_whole_film_agree(evening):
    """A machine as big as the viewing must not know other ways than one as big as the film."""
    living = Living(replace(evening, steps=()))
    showing = living.director.showing
    twins = showing._text.journey = Twins(showing._text.journey, evening.film.story)
    living.live(evening)

    assert twins.scene == viewing_of(living).scene


@FEW
@given(evenings(), st.lists(steps, max_size=10), st.sampled_from((0.25, 0.1, 0.4, 1 / 30)))
def test_a_tape_leads_another_viewer_the_same_way(evening, does, step):
    """Whatever who sits there does, and however the machine's time runs: a yoked control."""
    with taped(evening) as (living, path):
        (one,) = viewings(path)
    began = began_of(one)
    names = {name: getattr(began, name) for name in evening.began} | {"sham": True}
    other = replace(evening, steps=tuple(does))

    sham = Living(other, step=step, led=lambda director: Yoke(director, one), **names).live(other)

    first, *records = written(living)
    assert written(sham) == [replace(first, sham=True), *records]
    assert replace(viewing_of(sham), ways=HANDS) == replace(viewing_of(living), ways=HANDS)
    assert shown(sham)[-1] == shown(living)[-1]


def shown(living):
    """The shots that came on the screen of an evening."""
    return [fact.shot for fact in living.facts if isinstance(fact, ShotBegan)] or [None]


class _StoppedError(Exception):
    """The machine went dark."""


class Stopping(Living):
    """An evening that stops when it was saved so often."""

    def __init__(self, evening, *, after: int, **more) -> None:
        self.after = after
        super().__init__(evening, **more)

    def tick(self):
        if sum(isinstance(one, SaveViewing) for one in self.orders) >= self.after:
            raise _StoppedError
        return super().tick()


@FEW
@given(evenings(), st.integers(1, 6))
def test_a_viewing_gone_on_with_keeps_every_once_visit_and_draw(evening, saves):
    """Who stops in any scene and goes on another evening sees the film they would have seen."""
    stopped = Stopping(evening, after=saves)
    with suppress(_StoppedError):
        stopped.live(evening)
    stood = [one.standing for one in stopped.orders if isinstance(one, SaveViewing)]
    assume(stood and stood[-1] is not None and not stopped.director.showing.over)
    assume(stopped.director.showing.viewing.scene == stood[-1].scene)
    with tempfile.TemporaryDirectory() as folder:
        kept = Saves(Path(folder), lambda: 0.0)
        kept.keep(stood[-1])
        found = kept.find(stood[-1].film).standing

    gone_on = Living(evening, standing=found)
    gone_on.until(lambda: gone_on.director.scene is not None)

    then, now = viewing_of(stopped), viewing_of(gone_on)
    for name in ("variables", "visited", "used", "taken", "seed", "path", "visits_open"):
        assert getattr(now, name) == getattr(then, name), name
    assert scenes_of(now.rounds, evening.film) == scenes_of(then.rounds, evening.film)
    for place in ("scenes.s0.pick", "anywhere#1"):
        assert now.random(place) == then.random(place)


def scenes_of(rounds, film):
    """What each shuffle has shown: a save knows scenes, and not which entry led to them."""
    return {
        scene: [film.story.scenes[scene].way.entries[shown].go for shown in entries]
        for scene, entries in rounds.items()
    }
