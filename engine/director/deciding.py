"""
How a decision goes on: watched, asked, answered, or left to the clock.

Every function answers with the decision as it is then, and the orders that follow from it.
The film's own cuts are not ordered here; `Decision.lead` and `urgent` say what they should be.
"""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from engine.director.crowd import everyone
from engine.director.decision import Decision
from engine.director.fairness import SCREEN
from engine.director.felt import Verdict, Window, look
from engine.director.forecast import Answer
from engine.director.fusion import Voice
from engine.director.words import awaited, meant, swayed
from engine.messages.facts import MoodRead, WordsRead
from engine.messages.orders import (
    Acknowledge,
    CloseCard,
    HoldFilm,
    Order,
    Unclear,
    Unlisten,
    Unwatch,
    Watch,
)
from engine.messages.records import Cause
from engine.story.model import Hold, Option, Way
from engine.story.units import OptionId, Seconds

_LAST: Final = Seconds(10.0)  # of a patience that are shown
_A_TICK: Final = Seconds(0.5)  # an opening no later than this is on time

Went = tuple[Decision, tuple[Order, ...]]


def ticked(decision: Decision, now: Seconds, played: Seconds) -> Went:
    """Time went on, and the clip with it."""
    if decision.answer is not None:
        return decision, ()
    was_open = decision.open
    decision, watch = _watched(decision, now, played)
    decision, ask = _asked(decision, now, played)
    decision, close = _timed(decision, now) if was_open else (decision, ())
    decision, settle = _settled(decision)
    return decision, (*watch, *ask, *close, *settle)


def felt(decision: Decision, mood: MoodRead) -> Decision:
    """Something was read of the viewers' faces."""
    if not decision.watching:
        return decision
    return replace(decision, reads=(*decision.reads, mood))


def pressed(decision: Decision, option: OptionId, now: Seconds) -> Went:
    """A hand chose: it answers at once, and outranks what was read."""
    if decision.votes:
        return voted(decision, SCREEN, option, now)
    chosen = next((one for one in decision.options if one.id == option), None)
    rival = decision.rival(now)
    kept = rival is Way.TEXT and decision.before(rival, Way.BUTTONS)
    if chosen is None or not decision.engaged or kept:
        return decision, ()
    answer = decision.answer_among((Way.BUTTONS,), hand=chosen)
    decision = replace(decision, touched=now, answered=now)
    return (decision, ()) if answer is None else _answered(decision, answer, Way.BUTTONS)


def voted(decision: Decision, voice: str, option: OptionId, now: Seconds) -> Went:
    """A voice of the room chose; choosing again changes its ballot. The screen shows its own."""
    here = voice == SCREEN or voice in decision.phones
    known = any(one.id == option for one in decision.options)
    if not (decision.votes and decision.engaged and here and known):
        return decision, ()
    ballots = MappingProxyType({**decision.ballots, voice: option})
    decision, orders = touched(replace(decision, ballots=ballots), now)
    shown = (Acknowledge(option, Way.VOTE),) if voice == SCREEN else ()
    decision, more = _gathered(decision)
    return decision, (*orders, *shown, *more)


def joined(decision: Decision, phones: tuple[str, ...], ways: tuple[Way, ...]) -> Went:
    """Others are in the room now. The ways of answering stay as they are once it is asked."""
    settled = decision.opened is not None or decision.answer is not None
    decision = replace(decision, phones=phones, ways=decision.ways if settled else ways)
    return _gathered(decision) if decision.engaged else (decision, ())


def heard(decision: Decision, words: WordsRead, now: Seconds) -> Went:
    """Words were typed: they answer, or it is said that they were not understood."""
    rival = decision.rival(now)
    heard_now = decision.open or (rival is not Way.TEXT and decision.before(Way.TEXT, rival))
    if not heard_now or Way.TEXT not in decision.ways:
        return decision, ()
    option = meant(decision.options, words)
    if option is None and not decision.open:
        return decision, ()
    if option is None:
        decision, orders = touched(replace(decision, unclear=True), now)
        return decision, (*orders, Unclear())
    numbers = {"text.sentiment": round(words.sentiment, 3), "confidence": words.confidence}
    strength = None if words.option is not None else swayed(option, words.sentiment)
    if strength is not None:  # the mood of the words decided, not what they name
        numbers["strength"] = round(strength, 3)
    said = Voice(
        way=Way.TEXT,
        option=option,
        sure=words.confidence,
        inferred=words.option is None,
        evidence=MappingProxyType(numbers),
    )
    decision = replace(decision, said=said)
    if decision.votes:
        return touched(decision, now)
    answer = decision.answer_among((Way.TEXT,))
    if answer is None:  # their tone, against a face: too unsure to go by
        decision, orders = touched(replace(decision, unclear=True), now)
        return decision, (*orders, Unclear())
    return _answered(replace(decision, answered=now), answer, Way.TEXT)


def touched(decision: Decision, now: Seconds) -> Went:
    """Somebody is there: a patience begins anew."""
    decision = replace(decision, touched=now)
    if not (decision.counting and decision.open):
        return decision, ()
    decision = replace(decision, counting=False, closes=None)
    return decision, (decision.card,)


def blinded(decision: Decision, says: str) -> Went:
    """The face can no longer be read: what was read of it so far does not count."""
    if not decision.face_pending:
        return decision, ()
    orders = (Unwatch(),) if decision.watching else ()
    return replace(decision, seen=Verdict(option=None, doubt=says)), orders


def cut_off(decision: Decision, played: Seconds) -> Decision:
    """A clip that goes on after a break: a window that had begun then is read no more."""
    window = decision.times.window
    if window is None or played <= window.start:
        return decision
    return replace(decision, seen=Verdict(option=None, doubt="not read to the end"))


def clip_ended(decision: Decision) -> Went:
    """The clip has played out and its last frame is held, or it began anew."""
    decision = replace(decision, clip_over=True)
    if _closes_with_clip(decision):
        return _closed(decision)
    decision, blind = blinded(decision, "the clip was over")
    decision, settle = _settled(decision)
    return decision, (*blind, *settle)


def asked_anew(decision: Decision, now: Seconds, played: Seconds) -> tuple[Order, ...]:
    """Show again what stands open, in the words the decision has now."""
    orders: list[Order] = []
    window = decision.times.window
    if decision.watching and window is not None:
        until = Seconds(now + max(window.end - played, 0.0))
        orders.append(_watch(decision, until))
    if decision.open:
        orders += _cards(decision)
    return tuple(orders)


def by_hand(before: Decision, after: Decision) -> Option | None:
    """The option that a hand has just chosen, by itself or as one voice of several."""
    if after.answer is not None and after.answer != before.answer:
        return after.answer.option
    ballot = after.ballots.get(SCREEN)
    if ballot == before.ballots.get(SCREEN):
        return None
    return next((option for option in after.options if option.id == ballot), None)


def put_away(decision: Decision) -> tuple[Order, ...]:
    """Take away what is on the screen for a decision, and let the film roll."""
    orders: list[Order] = [Unwatch()] if decision.watching else []
    if decision.open:
        orders.append(CloseCard())
        if Way.TEXT in decision.asked:
            orders.append(Unlisten())
        if decision.choice.hold is not Hold.ROLL:
            orders.append(HoldFilm(Hold.ROLL))
    return tuple(orders)


def _watched(decision: Decision, now: Seconds, played: Seconds) -> Went:
    window = decision.times.window
    if window is None or not decision.face_pending:
        return decision, ()
    orders: tuple[Order, ...] = ()
    if decision.watched_from is None and played >= window.start:
        until = Seconds(now + max(window.end - played, 0.0))
        decision = replace(decision, watched_from=now)
        orders = (_watch(decision, until),)
    if decision.watched_from is None or played < window.end:
        return decision, orders
    seen = Window(decision.watched_from, now, decision.reads)
    decision = replace(decision, seen=look(decision.options, seen, decision.needed))
    decision, more = _read(decision)
    return decision, (*orders, *more, Unwatch())  # what was understood is shown before it ends


def _read(decision: Decision) -> Went:
    """The window is over. A face ranked after what is asked keeps its word until then."""
    sure = decision.seen is not None and decision.seen.option is not None
    if not sure or not (decision.face_first or decision.closed):
        return decision, ()
    answer = decision.silence
    return _answered(decision, answer, Way.FACE) if answer.cause is Cause.FACE else (decision, ())


def _asked(decision: Decision, now: Seconds, played: Seconds) -> Went:
    times = decision.times
    waits = decision.face_first and decision.face_pending
    done = decision.answer is not None or decision.opened is not None or not decision.asked
    if waits or done or played < times.opens:
        return decision, ()
    # A card that had to wait for the face has its whole time from now on.
    opening = played if played - times.opens > _A_TICK else times.opens
    closes = None if times.lasts is None else Seconds(now + opening + times.lasts - played)
    decision = replace(decision, opening=opening, opened=now, closes=closes, touched=now)
    orders: list[Order] = []
    if decision.choice.hold is not Hold.ROLL:
        orders.append(HoldFilm(decision.choice.hold, opening))
    return decision, (*orders, *_cards(decision))


def _cards(decision: Decision) -> tuple[Order, ...]:
    """The card of a decision, and what may be written on it."""
    words = (awaited(decision.options),) if Way.TEXT in decision.asked else ()
    return (decision.card, *words)


def _watch(decision: Decision, until: Seconds) -> Watch:
    return Watch(options=decision.shown, hints=decision.choice.hints, until=until)


def _timed(decision: Decision, now: Seconds) -> Went:
    """Close the card when its time, or the viewers' patience with it, is over."""
    if not decision.open or _closes_with_clip(decision):
        return decision, ()
    if decision.times.lasts is None:
        return _waited(decision, now)
    over = decision.closes is not None and now >= decision.closes
    return _closed(decision) if over else (decision, ())


def _closes_with_clip(decision: Decision) -> bool:
    """Whether the card is open and stays so until the very cut, whatever the clock says."""
    opening = decision.opening
    return decision.open and opening is not None and decision.times.to_the_end(opening)


def _waited(decision: Decision, now: Seconds) -> Went:
    if decision.patience is None:
        return decision, ()
    ends = Seconds(decision.touched + decision.patience)
    if now >= ends:
        return _closed(decision)
    if decision.counting or ends - now > _LAST:
        return decision, ()
    decision = replace(decision, counting=True, closes=ends)
    return decision, (decision.card,)


def _closed(decision: Decision) -> Went:
    """The card is taken away unanswered."""
    away = put_away(decision)
    decision, orders = _settled(replace(decision, closed=True))
    return decision, (*away, *orders)


def _settled(decision: Decision) -> Went:
    """Once nobody can answer any more, silence is the answer."""
    if decision.answer is not None or decision.waiting:
        return decision, ()
    silence = decision.silence
    if silence.cause is Cause.TIME:
        return replace(decision, answer=silence), ()
    return _answered(decision, silence, Way(silence.cause.value))


def _gathered(decision: Decision) -> Went:
    """A vote is over once every phone has voted; after that a changed ballot may turn it."""
    over = decision.answer is not None and decision.answer.cause is Cause.VOTE
    answer = decision.by_hands
    if answer is None or not (over or everyone(decision.phones, decision.ballots)):
        return decision, ()
    return _answered(decision, answer, Way(answer.cause.value))


def _answered(decision: Decision, answer: Answer, by: Way) -> Went:
    orders = (Acknowledge(answer.option.id, by), *put_away(decision))
    return replace(decision, answer=answer), orders
