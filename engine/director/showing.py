"""One showing of a film, from its first shot to its end card. Nothing of it outlives it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from engine.director import deciding, forecast, leaving
from engine.director.course import Course
from engine.director.decision import Decision
from engine.director.flame import Light
from engine.director.forecast import Ahead, Answer
from engine.director.journey import Journey
from engine.director.judging import Judging
from engine.director.learning import learnt_pick
from engine.director.manuscript import Manuscript, mended
from engine.director.opening import (
    Manner,
    decision_of,
    manner_of,
    options_in,
    spoken,
    timed,
    ways_anew,
)
from engine.director.resuming import opening
from engine.director.saving import standing
from engine.director.seeing import Seen
from engine.director.sight import Sight
from engine.director.viewing import Viewing
from engine.director.why import ending as ending_of
from engine.messages.facts import MoodRead, SenseLost, TurnJudged, ViewingBegan, WordsRead
from engine.messages.orders import HoldFilm, Order, Prepare, SaveViewing, Tell, Write
from engine.messages.records import Cause, Noticed, Turn
from engine.messages.shots import Shot
from engine.story.film import Film
from engine.story.model import Hold, Option, Way
from engine.story.units import OptionId, Seconds

_ANEW: Final = Seconds(0.5)  # how often a way on that depends on what is felt is judged
_BACK: Final = Seconds(0.5)  # a position that falls by more than this began anew

Orders = tuple[Order, ...]


class Showing:
    """
    What is on the screen, what stands open over it, and what comes next.

    Belongs to the director, and to its thread.
    """

    def __init__(
        self,
        film: Film,
        began: ViewingBegan,
        *,
        now: Seconds,
        eyes: bool,
        blind: str,
        phones: tuple[str, ...] = (),
    ) -> None:
        self._began = began
        self.sight = Sight(film.story.sensing, eyes=eyes, blind=blind)
        self._opening = opening(film, began)
        viewing = self._opening.viewing.joined(phones)
        self.viewing = viewing.finding(Way.FACE, there=eyes)
        self._text = Manuscript(self._opening)
        self._judging = Judging(began, viewing.turns)
        self.decision: Decision | None = None
        self.shot: Shot | None = None
        self.over = False
        self.course = Course()
        self._options: tuple[Option, ...] = ()
        self._pick: Turn | None = None
        """The pick of what moved earlier viewers, where it led straight to this scene."""
        self._position = Seconds(0.0)
        self._length = Seconds(0.0)
        self._played = Seconds(0.0)
        self._now = self._judged_at = now
        self._seen = Seen(now)
        self._stretch = None if began.patience is None else began.stretch
        self._light = Light(film.story.sensing.sign)

    @property
    def first(self) -> Orders:
        """Have the first shot ready, while something else is still on the screen."""
        ahead = self._text.begun(self.viewing)
        if ahead.shot is None:
            return ()
        return (Prepare((ahead.shot.rest(self._text.moment(ahead)),)),)

    @property
    def journey(self) -> Journey:
        """The way of this viewing through the film."""
        return self._text.journey

    def begin(self) -> Orders:
        """The first shot, at once; in the middle of it, where an earlier evening stopped there."""
        ahead = self._text.begun(self.viewing)
        told = mended(self._opening, self._now)
        return (*self._light.lit(), *told, *self._cut(ahead, self._text.moment(ahead)))

    def ticked(self, now: Seconds, position: Seconds) -> Orders:
        """Time went on."""
        self._now = now
        if self._settled:
            return self._light.at(now)
        around = self._around(position)
        self._position, self._played = position, max(self._played, position)
        orders = [*self.sight.rolled(self.shot, self._played, self._length), *around]
        orders += self._decide(lambda one: deciding.ticked(one, now, self._played))
        if self._text.asks_felt and now - self._judged_at >= _ANEW:
            orders += self._steer()
        return (*orders, *self._light.at(now))

    def felt(self, mood: MoodRead) -> Orders:
        """The viewers' faces were read."""
        if not self.sight.eyes or self.over:
            return ()
        if not self._settled:
            self._seen.read(mood)
            if self.decision is not None:
                self.decision = deciding.felt(self.decision, mood)
        return self._light.reading(mood)

    def pressed(self, option: OptionId) -> Orders:
        """A hand chose."""
        return self._by_hand(lambda one: deciding.pressed(one, option, self._now))

    def voted(self, voice: str, option: OptionId) -> Orders:
        """A phone voted."""
        return self._by_hand(lambda one: deciding.voted(one, voice, option, self._now))

    def joined(self, phones: tuple[str, ...]) -> Orders:
        """Others are in the room now."""
        viewing = self.viewing = self.viewing.joined(phones)
        orders = self._decide(
            lambda one: deciding.joined(one, phones, ways_anew(one, viewing.ways))
        )
        return (*orders, *self._steer())

    def heard(self, words: WordsRead) -> Orders:
        """Typed words were read."""
        return self._by_hand(lambda one: deciding.heard(one, words, self._now))

    def touched(self) -> Orders:
        """A hand was seen."""
        return self._decide(lambda one: deciding.touched(one, self._now))

    def shot_began(self, shot: Shot, length: Seconds) -> Orders:
        """A shot is on the screen: what was planned for it has come true."""
        plan = self.course.plan(shot)
        if plan is None or self.over:
            return ()
        away = () if self.decision is None else deciding.put_away(self.decision)
        return (*away, *self.sight.left(), *self._enter(plan, shot, length))

    def shot_ended(self, shot: Shot) -> Orders:
        """A shot has played out and its last frame is held."""
        if shot != self.shot or self._settled:
            return ()
        self._played = self._length
        if self.decision is not None:
            return self._decide(deciding.clip_ended)
        return self._cut(self._text.onward(self._renewed))

    def shot_failed(self, shot: Shot, says: str) -> Orders:
        """A file could not be played; the stage shows something else, the film goes on."""
        named = says if shot.file and shot.file in says else f"{shot.file or shot.scene}: {says}"
        failed = Noticed(code="clip-failed", says=named, at=self._now)
        return (Write(failed), Tell("clip_failed"))

    def found(self, way: Way) -> Orders:
        """A sense is alive."""
        self.viewing = self.viewing.finding(way, there=way is not Way.FACE or self.sight.eyes)
        return (*self.sight.found(way), *self._steer())

    def lost(self, sense: SenseLost) -> Orders:
        """A sense has died: the film goes on without it."""
        self.viewing = self.viewing.finding(sense.way, there=False)
        orders = self.sight.lost(sense, self._now)
        return self._dimmed(orders) if self.sight.used(sense.way) else (*orders, *self._steer())

    def unwatched(self) -> Orders:
        """The viewer lets the film look no more: it goes on as for one who never did."""
        self.viewing = self.viewing.finding(Way.FACE, there=False)
        return self._dimmed(self.sight.refused())

    def _dimmed(self, orders: Orders) -> Orders:
        """No face is read any more: what asked one asks the next way."""
        blinded = self._decide(lambda one: deciding.blinded(one, self.sight.blind))
        return (*orders, *blinded, *self._light.unseen(), *self._steer())

    def stopped(self) -> Orders:
        """What is written down when a film is left before its end."""
        if self.over:
            return self._judging.left(self._now)
        return (*self._left(None), *leaving.abandoned(self.viewing, self._now))

    def judged(self, said: TurnJudged) -> Orders:
        """The viewer said whether what was read of them was so."""
        return self._judging.judged(said, self._now)

    def edited(self, film: Film) -> Orders:
        """The author changed the story: its new text counts from the next cut on."""
        self._text.edited(film)
        self.course.anew()
        return self._steer()

    def spoken(self, film: Film, language: str) -> Orders:
        """The viewer chose another language: what stands open and what follows speak it now."""
        self.viewing = replace(self.viewing, language=language)
        if not self._text.spoken(film):
            return self._steer()
        if self.shot is not None:
            self._options = options_in(film.story.scenes[self.shot.scene], self._options)
        asked: Orders = ()
        if self.decision is not None:
            self.decision = spoken(self.decision, film.story)
            asked = deciding.asked_anew(self.decision, self._now, self._played)
        ahead = self._led(self._renewed)
        again = () if ahead is None else self.course.asked_anew(ahead)
        return again or (*asked, *self._steer())

    def slowed(self, stretch: float | None) -> Orders:
        """The viewer chose another time to choose: it counts for what is not open yet."""
        self._stretch = stretch
        shot, length = self.shot, self._length
        if shot is None:
            return ()
        return self._decide(lambda one: (timed(one, shot, length, self._manner), ()))

    def go_on(self) -> Orders:
        """The viewer read the warning and goes on; the next one is asked in its turn."""
        agreed = self.course.agreed()
        if agreed is None:
            return ()
        return (HoldFilm(Hold.ROLL), *self._cut(agreed, self.course.since))

    @property
    def kept(self) -> Orders:
        """Keep where the viewing stands; a kiosk's visitor leaves nothing behind."""
        if self._began.kiosk or self.over or self.viewing.scene is None:
            return ()
        return (SaveViewing(standing(self._text.film, self.viewing, self._position)),)

    @property
    def engaged(self) -> bool:
        """Whether somebody could turn the film now."""
        return self.decision is not None and self.decision.engaged

    @property
    def _renewed(self) -> Viewing:
        """The viewing as it will be at the clip's end, by what is known now."""
        viewing = replace(self.viewing, played=Seconds(self.viewing.played + self._length))
        if not self._text.asks_felt:
            return viewing
        return self._seen.renewed(viewing, self._text.story, self._length, self._now)

    def _around(self, position: Seconds) -> Orders:
        """A loop began anew: for what waits for its end, the clip is over."""
        decision, shot = self.decision, self.shot
        if shot is None or position >= self._played - _BACK:
            return ()
        if decision is None:
            return self.shot_ended(shot) if self.course.warns else ()
        if not decision.times.holds:
            return ()
        self._played = self._length
        return () if decision.clip_over else self._decide(deciding.clip_ended)

    def _by_hand(self, step: Callable[[Decision], deciding.Went]) -> Orders:
        """Something a hand did, which the flame answers as well if it chose."""
        before = self.decision
        orders = self._decide(step)
        after = self.decision
        chosen = None if before is None or after is None else deciding.by_hand(before, after)
        if chosen is None:
            return orders
        return (*self._light.leaping(chosen, self._now), *orders)

    @property
    def _settled(self) -> bool:
        """Whether nothing more is decided over the shot on the screen."""
        return self.course.cutting or self.over or self.course.warned

    def _decide(self, step: Callable[[Decision], deciding.Went]) -> Orders:
        """Let a decision go one step on, and steer by what it says then."""
        if self.decision is None or self._settled:
            return ()
        before = self.decision
        self.decision, orders = step(before)
        if before.stand == self.decision.stand:
            return orders
        return (*orders, *self._steer())

    def _steer(self) -> Orders:
        """Order what follows as things stand, and have ready whatever else may."""
        if self.shot is None or self._settled:
            return ()
        self._judged_at = self._now
        viewing, decision = self._renewed, self.decision
        lead = self._led(viewing)
        if decision is None:
            return self._follow(lead, ())
        if lead is not None and decision.urgent:
            return self._cut(lead)
        others = decision.options if decision.turnable else ()
        pressed = [Answer(option=option, cause=Cause.BUTTONS) for option in others]
        return self._follow(lead, [self._answered(viewing, answer) for answer in pressed])

    def _led(self, viewing: Viewing) -> Ahead | None:
        """Where the film goes as things stand; none: it waits for an answer."""
        if self.shot is None:
            return self._text.begun(viewing)
        if self.decision is None:
            return self._text.onward(viewing)
        lead = self.decision.lead
        return None if lead is None else self._answered(viewing, lead)

    def _answered(self, viewing: Viewing, answer: Answer) -> Ahead:
        if self.decision is not None:
            viewing = replace(viewing, fairness=self.decision.owed(answer.option.id))
        return self._text.answered(viewing, answer, self._options)

    def _follow(self, lead: Ahead | None, others: Iterable[Ahead]) -> Orders:
        """Say what follows, and have ready what else may."""
        around = tuple(others)
        ways = [ahead for ahead in (lead, *around) if ahead and ahead.landed is None]
        self.journey.reach(*(ahead.shot.scene for ahead in ways if ahead.shot))
        return self.course.steer(lead, around)

    def _cut(self, ahead: Ahead, at: Seconds = Seconds(0.0)) -> Orders:
        """Leave the shot on the screen at once, or ask first whether to go on."""
        if ahead.shot is None and not ahead.warned:
            return self._end(ahead)
        return self.course.cut(ahead, at, held=self.shot is not None)

    def _enter(self, plan: Ahead, shot: Shot, length: Seconds) -> Orders:
        """What was planned for this shot is what the film is now."""
        written = (*self._left(self._pick), *self._come_true(plan))
        turns = tuple(record for record in plan.records if isinstance(record, Turn))
        self._pick = learnt_pick(self._text.story, turns, shot.scene)
        self.shot, self._length = shot, length
        self._played = self._position = self.course.since
        self._seen = Seen(self._now)
        self.course.begun()
        self._options = options_in(self._text.story.scenes[shot.scene], plan.options)
        self.decision = self._decision(shot)
        baseline = self.sight.rolled(shot, self._played, length)
        return (*written, *self.kept, *baseline, *self._steer())

    def _end(self, ahead: Ahead) -> Orders:
        """The film is over: nothing is read any more, and the end card tells the way."""
        away = () if self.decision is None else deciding.put_away(self.decision)
        written = (*self._left(self._pick), *self._come_true(ahead))
        consented, eyes = self.sight.eyes, self.sight.shut()
        self.over = True
        name, story = ahead.ending or forecast.UNFINISHED, self._text.story
        over = leaving.over(story, self.viewing, name, self._now, kiosk=self._began.kiosk)
        card = ending_of(self.viewing, name, story)
        asked = self._judging.ended(story, self.viewing.turns, consented=consented)
        return (*away, *written, *eyes, *over, card, *asked)

    def _left(self, pick: Turn | None) -> Orders:
        """What the visit that is left comes to."""
        return self._seen.left(self._text.story, self.shot, pick, self._now)

    def _come_true(self, plan: Ahead) -> Orders:
        """What was forecast has happened: take the ways, keep the viewing, write it down."""
        landed: Orders = ()
        if plan.landed is not None:
            self._text.landed(plan.landed)
            landed = mended(plan.landed, self._now)
        for way in plan.taken:
            self.journey.take(way.to, way.visits)
        records = tuple(replace(record, at=self._now) for record in plan.records)
        turns = tuple(record for record in records if isinstance(record, Turn))
        self.viewing = replace(
            plan.viewing,
            ways=self.viewing.ways,
            phones=self.viewing.phones,
            language=self.viewing.language,
            turns=(*plan.viewing.turns, *turns),
        )
        return (*landed, *(Write(record) for record in records))

    def _decision(self, shot: Shot) -> Decision | None:
        """The decision of the scene just entered, if it has one that can be answered."""
        decision = decision_of(
            self._text.story, self.viewing, shot, self._length, self._options, self._manner
        )
        return None if decision is None else deciding.cut_off(decision, self._played)

    @property
    def _manner(self) -> Manner:
        return manner_of(self._stretch, self._began.patience, self.sight.blind)
