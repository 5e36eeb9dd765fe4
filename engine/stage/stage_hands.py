"""The stage's hands: gestures become facts for the film, wishes for the house, or the page's."""

from collections.abc import Callable
from typing import Final

from engine.messages.facts import Fact, PauseAsked, ResumeAsked, StopAsked, WhyAsked
from engine.stage.early import EarlyWords
from engine.stage.hands import Digit, Gesture, Lift, Point, Press, Sign, Struck, Typed
from engine.stage.page import Deed
from engine.stage.stage_pages import Pages
from engine.stage.tastes import Tastes
from engine.stage.window import Window
from engine.stage.wishes import (
    Avoid,
    ForgetMe,
    GivePin,
    GoHome,
    Local,
    PinKey,
    PlayFilm,
    Prefer,
    Quit,
    Select,
    SoundCard,
    Wish,
)

LETTERS: Final = frozenset(
    {Sign.FULL, Sign.MUTE, Sign.LOUDER, Sign.SOFTER, Sign.DESCRIBE, Sign.PAUSE, Sign.WHY}
)
"""What keys ask for that are letters where one writes."""
WRITES_ON: Final = 1.2
"""Seconds in which somebody who wrote is still writing."""


class StageHands:
    """Understands what hands want on one film's stage. Main thread only."""

    def __init__(
        self,
        pages: Pages,
        tastes: Tastes,
        window: Window,
        tell: Callable[[Fact], None],
        wish: Callable[[Wish], None],
        clock: Callable[[], float],
    ) -> None:
        self._clock = clock
        self._wrote = float("-inf")
        """When a letter was last meant for the text field."""
        self._early = EarlyWords(clock)
        self._pages, self._tastes, self._window = pages, tastes, window
        self._tell, self._wish = tell, wish
        self.drags = False
        """Whether a hand that came down in the text field is still down."""
        self._stood = False
        """Whether the film stood still before somebody asked to leave."""

    def take(self, gesture: Gesture) -> None:
        """Do what a gesture asks for."""
        if self._writes_on(gesture):
            return
        meant = self._unless_early(gesture)
        if meant is not None:
            self._obey(meant)

    def tick(self) -> None:
        """A letter that stayed alone was a key: it does what that is for."""
        meant = self._early.due()
        if meant is not None:
            self._obey(meant)

    def hand_over(self) -> None:
        """The field is there: what was written for it stands in it."""
        said = self._early.take()
        if said and self._pages.field.active:
            self._wrote = self._clock()
            self._pages.field.take(Typed(said))

    def _unless_early(self, gesture: Gesture) -> Gesture | None:
        """What a gesture asks for, unless it belongs to words that came before their field."""
        early = self._early
        match gesture:
            case Struck():
                return early.strike(gesture)
            case Sign.ERASE if early.writing:
                early.erase()
                return None
            case Sign.ENTER if early.writing:
                return None  # there is nothing yet to send them from
            case Sign.BACK | Sign.LOST:
                early.forget()
            case _:
                pass
        return gesture

    def _obey(self, gesture: Gesture) -> None:
        if self._keep_house(gesture) or self._write(gesture):
            return
        deed = self._pages.take(gesture)
        if deed is not None:
            self._do(deed)
        elif gesture is Sign.BACK and self._pages.modal is None:
            self._ask_to_leave()
        elif gesture is Sign.PAUSE:
            self._pause_or_go_on()
        elif gesture is Sign.WHY and self._may_ask_why():
            self._tell(WhyAsked())

    def _writes_on(self, gesture: Gesture) -> bool:
        """A sentence cut off by the clock does not mute, pause or fill the screen."""
        letter = isinstance(gesture, Struck) or gesture in LETTERS
        if self._pages.field.active or not letter:
            return False
        late = self._clock() - self._wrote < WRITES_ON
        if late:
            self._wrote = self._clock()
        return late

    def _keep_house(self, gesture: Gesture) -> bool:
        """What holds on every page: the window, the operator, volume."""
        kiosk, up = self._pages.kiosk, self._pages.up
        match gesture:
            case Sign.RESIZED:
                self._window.obey_resize()
            case Sign.OPERATOR if kiosk:
                up.pin, up.pin_wrong = "", False
            case Sign.CLOSE if not kiosk:
                self._wish(Quit())
            case Sign.LOST if not kiosk and self._pages.modal is None:
                self._tell(PauseAsked())
            case Sign.CARD_CAME | Sign.CARD_WENT:
                self._wish(SoundCard(came=gesture is Sign.CARD_CAME))
            case Sign.FULL if kiosk:
                pass  # no way out
            case _:
                return self._change_taste(gesture)
        return True

    def _change_taste(self, gesture: Gesture) -> bool:
        asked = self._tastes.asked(gesture)
        if asked is None:
            return False
        self._do(Prefer(asked))
        self._tastes.tell(gesture)
        return True

    def _write(self, gesture: Gesture) -> bool:
        """What belongs to the text field while it has the keyboard."""
        field, card = self._pages.field, self._pages.card
        if card is None or not field.active or self._pages.modal is not None:
            return False
        if gesture is Sign.BACK:
            field.end()
            return True
        if isinstance(gesture, Press | Point):
            self._point(gesture)
            return False  # the card may want to know of it too
        if isinstance(gesture, Typed):
            card.unclear = False
            self._wrote = self._clock()
            # Nothing is written yet: a number is the key on a plate, a space is the pause.
            if field.empty and self._key_on_plate(gesture.text, len(card.ask.options)):
                return True
        return field.take(gesture)

    def _point(self, gesture: Press | Point) -> None:
        """A hand in the field puts the caret there; one that drags selects."""
        field, inside = self._pages.field, self._pages.field_area().collidepoint(gesture.at)
        if isinstance(gesture, Press):
            self.drags = inside
            if inside:
                field.point(gesture.at)
        elif isinstance(gesture, Lift):
            self.drags = False
        elif self.drags:
            field.point(gesture.at, selecting=True)

    def _key_on_plate(self, text: str, options: int) -> bool:
        if text == " ":
            self._pause_or_go_on()
            return True
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= options):
            return False
        deed = self._pages.take(Digit(int(text)))
        if deed is not None:
            self._do(deed)
        return True

    def _do(self, deed: Deed) -> None:
        match deed:
            case Local():
                self._do_here(deed)
            case PinKey(digit):
                self._pages.type_pin(digit)
            case Prefer(preferences):
                self._tastes.prefer(preferences)
                self._wish(deed)
            case PlayFilm():
                self._tell(StopAsked())
                self._wish(deed)
            case GivePin() | GoHome() | SoundCard() | Quit():
                self._wish(deed)
            case StopAsked():
                self._pages.up.leaving = False
                self._tell(deed)
            case Select() | Avoid() | ForgetMe():
                pass  # the foyer's
            case _:
                self._tell(deed)

    def _do_here(self, deed: Local) -> None:
        up, field = self._pages.up, self._pages.field
        match deed:
            case Local.ASK_LEAVE:
                up.leaving, self._stood = True, True
            case Local.STAY:
                self._stay()
            case Local.NEXT_LEAF:
                up.leaf += 1
            case Local.LAST_LEAF:
                up.leaf = max(0, up.leaf - 1)
            case Local.CLOSE:
                up.pin = None
            case Local.WRITE:
                field.begin(self._pages.field_area())
            case Local.SEND if up.pin is not None:
                self._wish(GivePin(up.pin))
            case Local.SEND:
                field.send()
            case _:
                pass

    def _stay(self) -> None:
        self._pages.up.leaving = False
        if not self._stood:
            self._tell(ResumeAsked())

    def _ask_to_leave(self) -> None:
        if not self._pages.kiosk and not self._pages.up.resting:
            self._stood = False
            self._pages.up.leaving = True
            self._tell(PauseAsked())

    def _pause_or_go_on(self) -> None:
        modal = self._pages.modal
        if modal is None:
            self._tell(PauseAsked())
        elif modal.name == "pause":
            self._tell(ResumeAsked())

    def _may_ask_why(self) -> bool:
        modal = self._pages.modal
        return modal is None or modal.name in {"pause", "why"}
