"""Which page is up over the film, and the card or hints while a decision is open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import pygame

from engine.messages.facts import TurnJudged
from engine.messages.orders import Ask, Question, ShowEnding, Watch
from engine.messages.records import Turn
from engine.stage.bill import Bill, filling
from engine.stage.board import Board
from engine.stage.brush import Brush
from engine.stage.choices import Card, card_page, draw_clock
from engine.stage.hands import Gesture
from engine.stage.hints import Hints, hints_page
from engine.stage.page import Deed, Desk, Page, Setting, Veil
from engine.stage.screens.consent import consent_page
from engine.stage.screens.ending import Ending, ending_page, station_size
from engine.stage.screens.judging import enough
from engine.stage.screens.kiosk import attract_page, longest_pin, maintenance_page, pin_page
from engine.stage.screens.opening import loading_page, warned_page
from engine.stage.screens.pause import leave_page, pause_page
from engine.stage.screens.why import why_page
from engine.stage.tongue import Tongue
from engine.stage.wishes import Local, PlayFilm, Preferences
from engine.stage.words_field import WordsField
from engine.story.units import OptionId, SceneId, Seconds

_ASKS: Final = 20.0
"""Seconds that a question on the end card waits for a hand; unanswered it fades."""
_STRAY: Final = 26
"""Units the flame may wander before the hints follow it."""


@dataclass(slots=True)
class Up:
    """What the orders so far put up. Main thread only."""

    resting: bool = True
    consent: bool = False
    consent_why: str | None = None
    warnings: tuple[str, ...] = ()
    """What the next scene holds, while it is asked whether to go on."""
    frozen: bool = False
    watched: bool = False
    """Whether the viewer lets the film look, and may take that back."""
    why: tuple[Turn, ...] | None = None
    ending: ShowEnding | None = None
    question: Question | None = None
    """What is asked on the end card."""
    asked_at: float = 0.0
    """Since when it is."""
    leaf: int = 0
    leaving: bool = False
    begun: bool = False
    """Whether a first frame was shown."""
    at_work: bool = False
    pin: str | None = None
    pin_wrong: bool = False
    frames: dict[SceneId, pygame.Surface] = field(default_factory=dict)


class Pages:
    """The pages of one film's stage, and the card over it. Main thread only."""

    def __init__(
        self,
        bill: Bill,
        brush: Brush,
        field: WordsField,
        clock: Callable[[], float],
        *,
        kiosk: bool,
        keeps: bool = False,
    ) -> None:
        """`keeps`: it can be gone on another evening from where it is left."""
        self._bill = bill
        self._clock = clock
        self.kiosk = kiosk
        self._keeps = keeps
        self.up = Up()
        self.field = field
        self._over = Board(brush, clock)
        self._modal = Board(brush, clock)
        self.card: Card | None = None
        self.hints: Hints | None = None
        self._watching = False
        self._stations: tuple[tuple[int, int], dict[SceneId, pygame.Surface]] = ((0, 0), {})

    @property
    def modal(self) -> Page | None:
        """The page that keeps hands from the film; none while it plays."""
        return self._modal.page

    @property
    def over(self) -> Page | None:
        """The card or the hints."""
        return self._over.page

    @property
    def cover(self) -> float:
        """How much of the film the page covers."""
        return self._modal.cover

    def refresh(self, desk: Desk, tongue: Tongue, preferences: Preferences) -> None:
        """Put up what the orders ask for, laid out for the window as it is."""
        self._modal.show(self._wanted(tongue, preferences), desk)
        self._modal.renew(desk)
        self._over.show(self._answers(tongue), desk)
        self._over.renew(desk)
        self.field.follow_caret()

    def follow_flame(self, desk: Desk, flame: pygame.Rect, canvas: pygame.Surface) -> None:
        """Have the hints stand beside the flame, also when it wanders."""
        if self.hints is not None and self.hints.settle(desk, flame, canvas, desk.px(_STRAY)):
            self._over.renew(desk)

    def forget(self) -> None:
        """A viewing is over: nothing of it is kept."""
        self.close_card()
        self.card = self.hints = None
        self._stations = ((0, 0), {})
        self.up = Up(at_work=self.up.at_work, pin=self.up.pin)

    def open_card(self, ask: Ask) -> None:
        """A decision is open; asked anew while it is, it goes on with what was written."""
        if self.card is not None and self.card.ask.scene == ask.scene and not self.card.answered:
            self.card.renew(ask)
            return
        self.field.forget()
        self.card = Card(ask, self.field, self._clock)

    def close_card(self) -> None:
        """Nothing is asked any more; what was taken stays in sight until the cut."""
        if self.card is not None:
            self.card.answered = True
            self.card = self.card if self.card.taken is not None else None
        self.field.forget()
        if self.field.active:
            self.field.end()

    def cut(self) -> None:
        """The next shot is on the screen: what was taken has been seen."""
        if self.card is not None and self.card.answered:
            self.card = None
        if not self._watching:
            self.hints = None

    def ask_if_so(self, question: Question | None) -> None:
        """Something is asked on the end card, or nothing any more."""
        self.up.question, self.up.asked_at = question, self._clock()

    def unanswered(self, touched: float) -> TurnJudged | None:
        """That nobody cares to answer, hands having rested since then: the question goes."""
        question = self.up.question
        if question is None or self._clock() - max(touched, self.up.asked_at) < _ASKS:
            return None
        self.up.question = None
        return enough(question)

    def say_unclear(self) -> None:
        """What was written was not understood."""
        if self.card is not None:
            self.card.unclear = True

    def give_keyboard(self) -> None:
        """A card that takes words takes the keyboard too, so that one can write at once."""
        if self.card is not None and self.card.writes and not self.field.active:
            self.field.begin(self.field_area())

    @property
    def may_ask_for_words(self) -> bool:
        """Whether a field may come: the film plays, asks nothing now, and can ask for words."""
        return (
            self._bill.words and self.modal is None and (self.card is None or self.card.answered)
        )

    def title_foot(self, desk: Desk) -> int:
        """On what height subtitles stand: above an open card."""
        safe, over = desk.room.safe, self._over.page
        if over is None or over.name not in {"card", "answered"}:
            return safe.bottom
        tops = (item.area.top for item in over.items if not isinstance(item, Veil))
        return min(tops, default=safe.bottom) - desk.px(12)

    def watch(self, order: Watch) -> None:
        """A face is being read."""
        self.hints, self._watching = Hints(order, self._clock), True

    def unwatch(self) -> None:
        """It was; the hints are kept until the cut, to be seen if one of them was taken."""
        self._watching = False

    def acknowledge(self, option: OptionId) -> None:
        """An option was taken."""
        for asked in (self.card, self.hints):
            if asked is not None:
                asked.acknowledge(option)

    def take(self, gesture: Gesture) -> Deed | None:
        """What a gesture asks for, of the page if one is up, else of the card."""
        board = self._modal if self._modal.page is not None else self._over
        return board.take(gesture)

    def draw_over(self, canvas: pygame.Surface, desk: Desk, now: Seconds) -> None:
        """The card or the hints, with the clock."""
        asked = self.card or self.hints
        self._over.draw(canvas, desk.room, asked.states() if asked else None)
        page = self._over.page
        if self.card is not None and page is not None and page.name == "card" and page.buttons:
            draw_clock(canvas, desk, page, self.card.ask, now, self._over.presence)

    def draw_modal(self, canvas: pygame.Surface, desk: Desk) -> None:
        """The page, if one is up or leaving."""
        self._modal.draw(canvas, desk.room)

    def field_area(self) -> pygame.Rect:
        """Where words are written, for input methods."""
        page = self._over.page
        found = [b.area for b in page.buttons if b.deed is Local.WRITE] if page else []
        return found[0] if found else pygame.Rect(0, 0, 1, 1)

    def type_pin(self, digit: str) -> None:
        """A key of the operator's pad."""
        typed = self.up.pin or ""
        self.up.pin = typed[:-1] if not digit else (typed + digit)[: longest_pin()]
        self.up.pin_wrong = False

    def _answers(self, tongue: Tongue) -> Setting | None:
        card, hints = self.card, self.hints
        if card is not None:
            return lambda desk: card_page(desk, card, tongue)
        if hints is not None and (self._watching or hints.taken is not None):
            return lambda desk: hints_page(desk, hints)
        return None

    def _wanted(self, tongue: Tongue, preferences: Preferences) -> Setting | None:
        """The page that matters most."""
        up = self.up
        if up.pin is not None:
            typed, wrong = len(up.pin), up.pin_wrong
            return lambda desk: pin_page(desk, typed, tongue, wrong=wrong)
        if up.at_work:
            return lambda desk: maintenance_page(desk, tongue)
        if up.leaving:
            return lambda desk: leave_page(desk, tongue, keeps=self._keeps)
        turns = up.why
        if turns is not None:
            return lambda desk: why_page(desk, tongue, turns, up.leaf)
        return self._shown_by_phase(tongue, preferences)

    def _shown_by_phase(self, tongue: Tongue, preferences: Preferences) -> Setting | None:
        up, bill = self.up, self._bill
        if up.ending is not None:
            return self._ending(tongue, up.ending)
        if up.consent:
            return lambda desk: consent_page(
                desk, tongue, up.consent_why, bill.keep, taped=bill.taped
            )
        if up.warnings:
            return lambda desk: warned_page(desk, tongue, up.warnings)
        if up.frozen:
            return lambda desk: pause_page(
                desk, tongue, preferences, bill.languages, kiosk=self.kiosk, watched=up.watched
            )
        if up.resting:
            return (lambda desk: attract_page(desk, tongue, bill)) if self.kiosk else None
        return None if up.begun else lambda desk: loading_page(desk, tongue, bill)

    def _ending(self, tongue: Tongue, order: ShowEnding) -> Setting:
        up = self.up

        def lay_out(desk: Desk) -> Page:
            size = station_size(desk)
            if self._stations[0] != size or self._stations[1].keys() != up.frames.keys():
                small = {scene: filling(frame, size) for scene, frame in up.frames.items()}
                self._stations = (size, small)
            frames = self._stations[1]
            return ending_page(
                desk, tongue,
                Ending(order=order, frames=frames, again=PlayFilm(self._bill.film),
                       kiosk=self.kiosk, alone=self._bill.alone, leaf=up.leaf,
                       question=up.question),
            )  # fmt: skip

        return lay_out
