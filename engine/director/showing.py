"""One showing of a film, from its first shot to its end card. Nothing of it outlives it."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from engine.director import deciding, forecast
from engine.director.asking import asks_felt
from engine.director.calibration import Calibration
from engine.director.decision import Decision
from engine.director.felt import Window, held, mean
from engine.director.flame import Light
from engine.director.forecast import Ahead, Answer
from engine.director.journey import Journey
from engine.director.resuming import Opening, opening
from engine.director.saving import standing
from engine.director.times import times_of
from engine.director.viewing import Viewing
from engine.director.why import ending as ending_of
from engine.messages.facts import MoodRead, ViewingBegan, WordsRead
from engine.messages.orders import (
    CloseEyes,
    Cut,
    Follow,
    Order,
    Prepare,
    SaveViewing,
    Tell,
    Write,
)
from engine.messages.records import Cause, Ended, Noticed, Turn
from engine.messages.shots import Shot
from engine.story.film import Film
from engine.story.model import Choice, Option, Reading, Way
from engine.story.units import OptionId, Seconds

_FELT: Final = Seconds(4.0)  # a scene at least this long renews what was felt
_ANEW: Final = Seconds(0.5)  # how often a way on that depends on what is felt is judged
_MOST_READ: Final = 1200  # readings kept of a scene that waits: its last two minutes
_LEAST: Final = Seconds(0.5)  # of a shot that is gone on with
_MOST_TOLD: Final = 8
_BACK: Final = Seconds(0.5)  # a position that falls by more than this began anew

Orders = tuple[Order, ...]


class Showing:
    """
    What is on the screen, what stands open over it, and what comes next.

    Belongs to the director, and to its thread.
    """

    def __init__(
        self, film: Film, began: ViewingBegan, *, now: Seconds, eyes: bool, blind: str
    ) -> None:
        self._film = film
        self._began = began
        self._eyes = eyes
        self._blind = blind
        """Why no face is read, as long as none is."""
        self._opening = opening(film, began)
        self.viewing: Viewing = self._opening.viewing
        self.viewing = self._with_way(Way.FACE, there=eyes)
        self.journey = _journey(self._opening)
        self.decision: Decision | None = None
        self.shot: Shot | None = None
        self.cutting = False
        """Whether a cut was ordered that has not been reported yet."""
        self.over = False
        self.prepared: tuple[Shot, ...] = ()
        self.ahead: Ahead | None = None
        """What follows as things stand."""
        self._options: tuple[Option, ...] = ()
        self._plans: dict[Shot, Ahead] = {}
        self._edited: Film | None = None
        """The film as its author has changed it; it counts from the next cut on."""
        self._from = self._position = Seconds(0.0)
        self._length = Seconds(0.0)
        self._played = Seconds(0.0)
        self._now = self._began_at = self._judged_at = now
        self._reads: deque[MoodRead] = deque(maxlen=_MOST_READ)
        self._asks_felt = asks_felt(film.story)
        self._calibration = Calibration(film.story.sensing)
        self._light = Light(film.story.sensing.sign)
        self._told: frozenset[str] = frozenset()

    @property
    def first(self) -> Orders:
        """Have the first shot ready, while something else is still on the screen."""
        ahead = self._first
        return () if ahead.shot is None else (Prepare((ahead.shot.rest(self._moment(ahead)),)),)

    def begin(self) -> Orders:
        """The first shot, at once; in the middle of it, where an earlier evening stopped there."""
        ahead = self._first
        mended = self._mended(self._opening)
        return (*self._light.lit(), *mended, *self._cut(ahead, self._moment(ahead)))

    def ticked(self, now: Seconds, position: Seconds) -> Orders:
        """Time went on."""
        self._now = now
        if self.cutting or self.over:
            return self._light.at(now)
        around = self._around(position)
        self._position, self._played = position, max(self._played, position)
        orders = [*self._calibrated(), *around]
        orders += self._decide(lambda one: deciding.ticked(one, now, self._played))
        if self._asks_felt and now - self._judged_at >= _ANEW:
            orders += self._steer()
        return (*orders, *self._light.at(now))

    def felt(self, mood: MoodRead) -> Orders:
        """The viewers' faces were read."""
        if not self._eyes or self.over:
            return ()
        self._reads.append(mood)
        if self.decision is not None:
            self.decision = deciding.felt(self.decision, mood)
        return self._light.reading(mood)

    def pressed(self, option: OptionId) -> Orders:
        """A hand chose."""
        return self._by_hand(lambda one: deciding.pressed(one, option, self._now))

    def heard(self, words: WordsRead) -> Orders:
        """Typed words were read."""
        return self._by_hand(lambda one: deciding.heard(one, words, self._now))

    def touched(self) -> Orders:
        """A hand was seen."""
        return self._decide(lambda one: deciding.touched(one, self._now))

    def shot_began(self, shot: Shot, length: Seconds) -> Orders:
        """A shot is on the screen: what was planned for it has come true."""
        plan = self._plans.get(shot)
        if plan is None or self.over:
            return ()
        away = () if self.decision is None else deciding.put_away(self.decision)
        return (*away, *self._calibration.off(), *self._enter(plan, shot, length))

    def shot_ended(self, shot: Shot) -> Orders:
        """A shot has played out and its last frame is held."""
        if shot != self.shot or self.cutting or self.over:
            return ()
        self._played = self._length
        if self.decision is not None:
            return self._decide(deciding.clip_ended)
        return self._cut(forecast.onward(self._film, self._renewed, self._edited))

    def shot_failed(self, shot: Shot, says: str) -> Orders:
        """A file could not be played; the stage shows something else, the film goes on."""
        named = says if shot.file and shot.file in says else f"{shot.file or shot.scene}: {says}"
        return (self._note("clip-failed", named), Tell("clip_failed"))

    def found(self, way: Way) -> Orders:
        """A sense is alive."""
        self.viewing = self._with_way(way, there=True)
        back = way is Way.FACE and "camera_lost" in self._told
        return (*(self._tell_once("camera_found") if back else ()), *self._steer())

    def lost(self, way: Way, says: str) -> Orders:
        """A sense has died: it is said once, and the film goes on without it."""
        self.viewing = self._with_way(way, there=False)
        orders: list[Order] = [self._note(f"{way.value}-lost", says)]
        if way is Way.FACE and self._eyes:
            self._blind = "camera lost"
            orders += self._tell_once("camera_lost")
            orders += self._decide(lambda one: deciding.blinded(one, "camera lost"))
            orders += self._light.unseen()
        return (*orders, *self._steer())

    def stopped(self) -> Orders:
        """What is written down when a film is left before its end."""
        if self.over:
            return ()
        return (Write(Ended(ending=None, scenes=len(self.viewing.path), at=self._now)),)

    def edited(self, film: Film) -> Orders:
        """The author changed the story: its new text counts from the next cut on."""
        self._edited, self.ahead = film, None
        return self._steer()

    @property
    def kept(self) -> Orders:
        """Keep where the viewing stands; a kiosk's visitor leaves nothing behind."""
        if self._began.kiosk or self.over or self.viewing.scene is None:
            return ()
        return (SaveViewing(standing(self._film, self.viewing, self._position)),)

    @property
    def engaged(self) -> bool:
        """Whether somebody could turn the film now."""
        return self.decision is not None and self.decision.engaged

    @property
    def _renewed(self) -> Viewing:
        """The viewing as it will be at the clip's end, by what is known now."""
        viewing = replace(self.viewing, played=Seconds(self.viewing.played + self._length))
        if self._length < _FELT or not self._asks_felt:
            return viewing
        began = self._reads[0].at if len(self._reads) == _MOST_READ else self._began_at
        window = Window(began, self._now, tuple(self._reads))
        feelings = self._film.story.feelings
        needed = self._film.story.sensing.confidence
        return replace(
            viewing,
            feelings=frozenset(
                name for name, feel in feelings.items() if held(feel, window, needed)
            ),
            valence=mean(Reading.VALENCE, window),
        )

    def _around(self, position: Seconds) -> Orders:
        """A loop began anew: for a decision, the clip is over."""
        decision = self.decision
        if decision is None or not decision.times.holds or position >= self._played - _BACK:
            return ()
        self._played = self._length
        return () if decision.clip_over else self._decide(deciding.clip_ended)

    def _by_hand(self, step: Callable[[Decision], deciding.Went]) -> Orders:
        """Something a hand did, which the flame answers as well if it turned the film."""
        before = self._answer
        orders = self._decide(step)
        answer = self._answer
        if answer is None or answer == before:
            return orders
        return (*self._light.leaping(answer.option, self._now), *orders)

    @property
    def _answer(self) -> Answer | None:
        return None if self.decision is None else self.decision.answer

    def _decide(self, step: Callable[[Decision], deciding.Went]) -> Orders:
        """Let a decision go one step on, and steer by what it says then."""
        if self.decision is None or self.cutting or self.over:
            return ()
        before = self.decision
        self.decision, orders = step(before)
        if before.stand == self.decision.stand:
            return orders
        return (*orders, *self._steer())

    def _steer(self) -> Orders:
        """Order what follows as things stand, and have ready whatever else may."""
        if self.shot is None or self.cutting or self.over:
            return ()
        self._judged_at = self._now
        viewing, decision = self._renewed, self.decision
        if decision is None:
            return self._follow(forecast.onward(self._film, viewing, self._edited), ())
        lead = decision.lead
        if lead is not None and decision.urgent:
            return self._cut(self._answered(viewing, lead))
        others = decision.options if decision.turnable else ()
        return self._follow(
            None if lead is None else self._answered(viewing, lead),
            [self._if_pressed(viewing, option) for option in others],
        )

    def _answered(self, viewing: Viewing, answer: Answer) -> Ahead:
        return forecast.answered(self._film, viewing, answer, self._options, self._edited)

    def _if_pressed(self, viewing: Viewing, option: Option) -> Ahead:
        return self._answered(viewing, Answer(option=option, cause=Cause.BUTTONS))

    def _follow(self, lead: Ahead | None, others: Iterable[Ahead]) -> Orders:
        """Have the shots ready, likeliest first, and say which of them follows."""
        shot = None if lead is None else lead.shot
        ready = [ahead.shot for ahead in (lead, *others) if ahead and ahead.shot]
        prepared = tuple(dict.fromkeys(ready))
        self.journey.reach(*(one.scene for one in prepared))
        orders: list[Order] = []
        if prepared != self.prepared:
            orders.append(Prepare(prepared))
        if self.ahead is None or shot != self.ahead.shot:
            orders.append(Follow(shot))
        self.prepared = prepared
        self.ahead = lead or Ahead(viewing=self.viewing)
        if lead is not None and shot is not None:
            self._plans[shot] = lead
        return tuple(orders)

    @property
    def _first(self) -> Ahead:
        """What the showing begins with."""
        return forecast.begun(replace(self._opening, viewing=self.viewing))

    def _moment(self, ahead: Ahead) -> Seconds:
        """From where its first shot is played; never so late that nothing of it is left."""
        if ahead.shot is None or ahead.records or ahead.shot.scene != self._opening.scene:
            return Seconds(0.0)
        latest = ahead.shot.length - _LEAST
        return Seconds(max(min(self._opening.position, latest), 0.0))

    def _cut(self, ahead: Ahead, at: Seconds = Seconds(0.0)) -> Orders:
        """Leave the shot on the screen at once."""
        if ahead.shot is None:
            return self._end(ahead)
        self.cutting = True
        self._plans = {ahead.shot: ahead}  # whatever began meanwhile is cut away from
        self._from = at
        return (Cut(ahead.shot, at),)

    def _enter(self, plan: Ahead, shot: Shot, length: Seconds) -> Orders:
        """What was planned for this shot is what the film is now."""
        written = self._come_true(plan)
        self.cutting = False
        self.shot, self._length = shot, length
        self._played = self._position = self._from
        self._from, self._began_at = Seconds(0.0), self._now
        self._reads.clear()
        self._options, self._plans, self.ahead = plan.options, {}, None
        self.decision = self._decision(shot, plan.options)
        warned = tuple(Tell("warning", (("what", one),)) for one in plan.warned)
        return (*written, *self.kept, *warned, *self._calibrated(), *self._steer())

    def _end(self, ahead: Ahead) -> Orders:
        """The film is over: nothing is read any more, and the end card tells the way."""
        away = () if self.decision is None else deciding.put_away(self.decision)
        written = self._come_true(ahead)
        eyes = (*self._calibration.off(), CloseEyes()) if self._eyes else ()
        self.over, self._eyes = True, False
        name = ahead.ending or forecast.UNFINISHED
        ended = Ended(ending=name, scenes=len(self.viewing.path), at=self._now)
        return (
            *away,
            *written,
            *eyes,
            Write(ended),
            *(() if self._began.kiosk else (SaveViewing(None),)),
            ending_of(self.viewing, name, self._film.story),
        )

    def _come_true(self, plan: Ahead) -> Orders:
        """What was forecast has happened: take the ways, keep the viewing, write it down."""
        landed = () if plan.landed is None else self._land(plan.landed)
        for way in plan.taken:
            self.journey.take(way.to, way.visits)
        records = tuple(replace(record, at=self._now) for record in plan.records)
        turns = tuple(record for record in records if isinstance(record, Turn))
        ways = self.viewing.ways
        self.viewing = replace(plan.viewing, ways=ways, turns=(*plan.viewing.turns, *turns))
        return (*landed, *(Write(record) for record in records))

    def _land(self, landed: Opening) -> Orders:
        """The film is its edited text from now on."""
        if landed.film is self._edited:
            self._edited = None
        self._film, self.journey = landed.film, _journey(landed)
        self._asks_felt = asks_felt(self._film.story)
        return self._mended(landed)

    def _mended(self, opened: Opening) -> Orders:
        """Say what no longer fitted an edited film: to the author all, to the viewer one line."""
        noted = "; ".join(opened.mended[:_MOST_TOLD])
        note = (self._note("mended", f"The story was edited: {noted}."),) if noted else ()
        return (*note, *(() if opened.told is None else (Tell(opened.told),)))

    def _decision(self, shot: Shot, options: tuple[Option, ...]) -> Decision | None:
        """The decision of the scene just entered, if it has one that can be answered."""
        scene = self._film.story.scenes[shot.scene]
        if not isinstance(scene.way, Choice) or not options:
            return None
        ways = tuple(way for way in scene.way.by if way in self.viewing.ways)
        absent = {Way.FACE: self._blind, Way.TEXT: "no keyboard", Way.VOTE: "no phones"}
        decision = Decision(
            scene=scene.id,
            choice=scene.way,
            options=options,
            ways=ways,
            absent=MappingProxyType({one: absent[one] for one in absent if one not in ways}),
            times=times_of(
                scene.way,
                self._length,
                loops=shot.loop,
                stretch=self._began.stretch,
                face=Way.FACE in ways,
            ),
            needed=self._film.story.sensing.confidence,
            patience=self._began.patience,
        )
        return deciding.cut_off(decision, self._played)

    def _calibrated(self) -> Orders:
        if self.shot is None or not self._eyes:
            return ()
        return self._calibration.at(self.shot.scene, self._played, self._length)

    def _with_way(self, way: Way, *, there: bool) -> Viewing:
        ways = self.viewing.ways - {way}
        allowed = there and way is not Way.VOTE and (way is not Way.FACE or self._eyes)
        return replace(self.viewing, ways=ways | {way} if allowed else ways)

    def _tell_once(self, key: str) -> Orders:
        """Say it to the viewer, unless this viewing has said it before."""
        if key in self._told:
            return ()
        self._told |= {key}
        return (Tell(key),)

    def _note(self, code: str, says: str) -> Write:
        return Write(Noticed(code=code, says=says, at=self._now))


def _journey(begins: Opening) -> Journey:
    """A journey that stands where a viewing goes on, and knows the visits it comes back from."""
    journey = Journey(begins.film.story, begins.scene)
    journey.reach(*begins.viewing.visits_open)
    return journey
