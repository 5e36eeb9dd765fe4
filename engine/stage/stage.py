"""The stage of one film: obeys the director's orders, tells what hands and shots did, draws."""

import math
import time
from collections.abc import Callable
from typing import Final, assert_never

import pygame

from engine.messages.facts import Fact, HandSeen, ShotBegan, ShotEnded, ShotFailed, Ticked
from engine.messages.orders import (
    Acknowledge,
    Ask,
    AskConsent,
    AskIfSo,
    AskWarning,
    Burn,
    Calibrate,
    CloseCard,
    CloseEyes,
    Cut,
    Follow,
    Freeze,
    HideWhy,
    HoldFilm,
    Listen,
    OpenEyes,
    Order,
    Prepare,
    Rest,
    SaveViewing,
    ShowEnding,
    ShowWhy,
    Tell,
    Thaw,
    Unclear,
    Unlisten,
    Unwatch,
    Watch,
    Write,
)
from engine.messages.shots import Shot, Source
from engine.stage.backdrop import Backdrop
from engine.stage.bill import Bill
from engine.stage.brush import Brush
from engine.stage.clipboard import MachineClipboard, NoClipboard
from engine.stage.fonts import Fonts
from engine.stage.hands import Gesture, Hands, Point, Press, Sign
from engine.stage.marks import draw_mark
from engine.stage.page import Desk
from engine.stage.stage_film import FilmView, Projecting
from engine.stage.stage_hands import StageHands
from engine.stage.stage_pages import Pages
from engine.stage.tastes import Tastes
from engine.stage.tells import STAYS, Notice
from engine.stage.window import Window
from engine.stage.wishes import Preferences, Wish
from engine.stage.words_field import WordsField
from engine.story.units import SceneId, Seconds

_POINTER: Final = 3.0
"""Seconds after which a still mouse's arrow is hidden."""
_SETTLES: Final = 1.0
"""Seconds after a hand's last touch by which all that answers it has come to rest."""
_PAD_WAITS: Final = 20.0
"""Seconds without a hand after which the operator's pad is put away."""
_NO_HAND: Final = frozenset({Sign.LOST, Sign.RESIZED, Sign.CLOSE, Sign.CARD_CAME, Sign.CARD_WENT})

FilmOrder = Prepare | Follow | Cut | HoldFilm | Freeze | Thaw | Burn
CardOrder = Ask | CloseCard | Unclear | Watch | Unwatch | Acknowledge
PageOrder = Rest | AskConsent | AskWarning | ShowWhy | HideWhy | ShowEnding | AskIfSo | Tell


class Stage:
    """Window, film and pages of one film. Belongs to the main thread."""

    def __init__(
        self,
        bill: Bill,
        projector: Projecting,
        window: Window,
        preferences: Preferences,
        *,
        words: Callable[[str], None],
        loudness: Callable[[float], None] = lambda _: None,
        kiosk: bool = False,
        keeps: bool = False,
        fonts: Fonts | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._projector, self._window, self._clock = projector, window, clock
        self._fonts = fonts or Fonts()
        self._brush = brush = Brush(self._fonts)
        self._notice = Notice(brush, clock)
        self._tastes = Tastes(preferences, window, self._fonts, loudness, self._notice)
        self._film = FilmView(bill, projector, self._fonts)
        self._film.speak(preferences)
        field = WordsField(words, NoClipboard() if kiosk else MachineClipboard())
        self._pages = Pages(bill, brush, field, clock, kiosk=kiosk, keeps=keeps)
        self._backdrop = Backdrop(bill)
        self._facts: list[Fact] = []
        self._wishes: list[Wish] = []
        self._hands = Hands()
        self._understood = StageHands(
            self._pages, self._tastes, window, self._facts.append, self._wishes.append, clock
        )
        self._attract = _attract_shot(bill) if kiosk else None
        self._eyes_open, self._eyes_since = False, 0.0
        self._moved_at = clock()
        self._told_around = False
        self._invite()
        self._refresh()

    @property
    def preferences(self) -> Preferences:
        """How this viewer likes films shown, as it stands now."""
        return self._tastes.preferences

    def obey(self, order: Order) -> None:
        """Do what is ordered, if it is the stage's to do."""
        match order:
            case Prepare() | Follow() | Cut() | HoldFilm() | Freeze() | Thaw() | Burn():
                self._roll(order)
            case Ask() | CloseCard() | Unclear() | Watch() | Unwatch() | Acknowledge():
                self._ask(order)
            case Rest() | AskConsent() | AskWarning() | ShowEnding():
                self._put_up(order)
            case ShowWhy() | HideWhy() | AskIfSo() | Tell():
                self._put_up(order)
            case OpenEyes() | CloseEyes():
                self._pages.up.watched = isinstance(order, OpenEyes)
                self._refresh()
            case Calibrate() | Listen() | Unlisten():
                pass  # the senses'
            case Write() | SaveViewing():
                pass  # the house's
            case _:
                assert_never(order)

    def facts(self) -> tuple[Fact, ...]:
        """What hands and shots did since this was last asked; the time comes last."""
        self._hear_hands()
        self._put_away()
        for fact in self._projector.tick():
            if isinstance(fact, ShotBegan):
                self._began(fact)
            if not self._invites(fact):
                self._facts.append(fact)
        told = (*self._facts, Ticked(self._projector.now, self._projector.position))
        self._facts.clear()
        return told

    def wishes(self) -> tuple[Wish, ...]:
        """What was asked of the house since this was last asked."""
        asked = tuple(self._wishes)
        self._wishes.clear()
        return asked

    def draw(self) -> None:
        """The film, the light, the words, the card, the page; then show it."""
        self._paint(self._window.surface)
        still = self._clock() - self._moved_at > _POINTER
        self._window.show_pointer(shown=not still and not self._pages.kiosk)
        self._window.flip()

    @property
    def calm(self) -> bool:
        """Whether nothing moves in the window but the film and its light."""
        pages = self._pages
        bare = pages.modal is None and pages.cover <= 0.0 and pages.over is None
        lately = self._clock() - self._moved_at < _SETTLES
        return bare and not lately and self._notice.line is None and self._film.gaze is None

    def snapshot(self) -> pygame.Surface:
        """A copy of what the window shows."""
        return self._window.surface.copy()

    def prefer(self, preferences: Preferences) -> None:
        """Show films so from now on."""
        self._tastes.prefer(preferences)
        self._film.speak(preferences)
        self._refresh()

    def reread(self) -> None:
        """The film's author changed files beside its clips."""
        self._film.reread()

    def mark_camera(self, *, seen: bool) -> None:
        """Show the camera mark exactly while the camera is open; whoever opens it says so."""
        if seen and not self._eyes_open:
            self._eyes_since = self._clock()
        self._eyes_open = seen

    def see_head(self, where: tuple[float, float] | None) -> None:
        """Where the one face is that the eyes see: it looks around where a film was shot so."""
        self._film.looking.see_head(where, self._clock())

    def work(self, *, on: bool) -> None:
        """The house is under maintenance, or back."""
        self._pages.up.at_work, self._pages.up.pin = on, None
        self._refresh()

    def refuse_pin(self) -> None:
        """The PIN was wrong."""
        self._pages.up.pin, self._pages.up.pin_wrong = "", True
        self._refresh()

    def _refresh(self) -> None:
        self._pages.refresh(self._tastes.desk, self._tastes.tongue, self.preferences)

    def _roll(self, order: FilmOrder) -> None:
        projector, up = self._projector, self._pages.up
        match order:
            case Prepare(shots):
                projector.prepare(shots)
            case Follow(shot):
                projector.follow(shot)
            case HoldFilm(how, since):
                projector.hold(how, since)
            case Burn():
                self._film.burn(order)
            case Cut(shot, at):
                up.resting = up.consent = False
                up.warnings = ()
                projector.cut(shot, at)
                self._refresh()
            case Freeze():
                up.frozen = True
                projector.freeze()
                self._refresh()
            case Thaw():
                up.frozen = up.leaving = False
                projector.thaw()
                self._refresh()

    def _ask(self, order: CardOrder) -> None:
        pages = self._pages
        match order:
            case Ask():
                pages.open_card(order)
            case CloseCard():
                pages.close_card()
            case Unclear():
                pages.say_unclear()
            case Watch():
                pages.watch(order)
            case Unwatch():
                pages.unwatch()
            case Acknowledge(option, _):
                pages.acknowledge(option)
        self._refresh()
        if isinstance(order, Ask):
            pages.give_keyboard()
            self._understood.hand_over()
            self._refresh()

    def _put_up(self, order: PageOrder) -> None:
        up = self._pages.up
        match order:
            case Rest():
                self._rest()
            case AskConsent(why):
                up.resting, up.consent, up.consent_why = False, True, why
            case AskWarning(_, warnings):
                up.resting = up.consent = False
                up.warnings = warnings
            case ShowWhy(turns):
                up.why, up.leaf = turns, 0
            case HideWhy():
                up.why = None
            case ShowEnding():
                up.ending, up.leaf, up.frames = order, 0, self._film.frames
                up.warnings = ()
            case AskIfSo(question):
                self._pages.ask_if_so(question)
            case Tell(key, words, stays):
                line = self._tastes.tongue.tell(key, words)
                if line is not None:
                    self._notice.tell(line, math.inf if stays else STAYS)
                return
        self._refresh()

    def _rest(self) -> None:
        self._projector.stop()
        self._film.forget()
        self._told_around = False
        self._pages.forget()
        self._invite()

    def _invites(self, fact: Fact) -> bool:
        """Whether a fact tells of the attract clip: the house's own, none of the film's."""
        if not isinstance(fact, ShotBegan | ShotEnded | ShotFailed):
            return False
        return fact.shot == self._attract

    def _invite(self) -> None:
        """In a kiosk the film's own attract clip plays, again and again, until somebody comes."""
        if self._attract is not None:
            self._projector.cut(self._attract)

    def _began(self, fact: ShotBegan) -> None:
        self._film.began(fact.shot)
        self._film.looking.ahead()
        self._pages.up.begun = not self._invites(fact)
        self._pages.cut()
        self._refresh()

    def _paint(self, canvas: pygame.Surface) -> None:
        desk, pages, now = self._tastes.desk, self._pages, self._clock()
        cover = pages.cover
        film = self._film.draw_picture(canvas, now)
        if film:
            self._tell_around()
            self._film.draw_light(canvas, now)
        else:
            self._backdrop.draw(canvas)
        self._backdrop.soften(canvas, pages.modal, cover)
        if film and pages.modal is None:
            pages.follow_flame(desk, self._film.flame_area, canvas)
            self._paint_over(canvas, desk, now)
        pages.draw_modal(canvas, desk)
        if self._eyes_open:
            label = self._tastes.tongue.say("mark.open")
            draw_mark(canvas, desk, self._brush, label, now, now - self._eyes_since)
        self._notice.draw(canvas, desk, pages.modal)
        if not pages.kiosk:
            self._tastes.tell_lacking()

    def _paint_over(self, canvas: pygame.Surface, desk: Desk, now: float) -> None:
        """Answers and words over the rolling film."""
        self._pages.draw_over(canvas, desk, self._projector.now)
        self._film.draw_corner_light(canvas, desk, now)
        if self.preferences.subtitles:
            self._film.draw_titles(canvas, desk, self._pages.title_foot(desk))

    def _put_away(self) -> None:
        """What nobody answers goes: the operator's pad found by chance, a question at the end."""
        up, silent = self._pages.up, self._pages.unanswered(self._moved_at)
        lost = up.pin is not None and self._clock() - self._moved_at > _PAD_WAITS
        if lost:
            up.pin = None
        if silent is not None:
            self._facts.append(silent)
        if lost or silent is not None:
            self._refresh()

    def _hear_hands(self) -> None:
        pages, size = self._pages, self._window.surface.get_size()
        typing = pages.field.active and pages.modal is None
        early = pages.may_ask_for_words
        gestures = self._hands.gestures(pygame.event.get(), size, typing=typing, early=early)
        self._understood.tick()
        if typing:
            gestures += self._hands.again(self._clock())
        for gesture in gestures:
            self._look_by(gesture)
            self._understood.take(gesture)
            if type(gesture) is not Point or self._understood.drags:
                # The next gesture of this moment meets the page as this one left it.
                self._refresh()
        self._lean()
        if any(gesture not in _NO_HAND for gesture in gestures):
            self._moved_at = self._clock()
            self._facts.append(HandSeen())
        if gestures:
            self._film.speak(self.preferences)

    def _look_by(self, gesture: Gesture) -> None:
        """A drag turns what was shot all around, where it begins on nothing one can press."""
        modal, over = self._pages.modal, self._pages.over
        pressed = isinstance(gesture, Press) and over is not None and over.under(gesture.at)
        size = self._window.surface.get_size()
        self._film.looking.drag(gesture, size, free=modal is None and not pressed)

    def _lean(self) -> None:
        """Held arrows turn it too; where there are answers, short taps walk among them."""
        modal, over = self._pages.modal, self._pages.over
        if modal is not None:
            self._film.looking.let_go()
        else:
            answers = over is not None and bool(over.buttons)
            self._film.looking.lean(self._hands.lean, taps=answers)

    def _tell_around(self) -> None:
        """Once in a viewing: that one can look around."""
        if self._film.gaze is not None and not self._told_around:
            self._told_around = True
            self._notice.tell(self._tastes.tongue.say("tell.around"))


def _attract_shot(bill: Bill) -> Shot | None:
    """The clip that invites people, where the film has one."""
    if bill.attract is None:
        return None
    return Shot(
        scene=SceneId("attract"), visit=0, source=Source.FILE, file=bill.attract,
        fallback=bill.poster, length=Seconds(10.0), loop=True,
    )  # fmt: skip
