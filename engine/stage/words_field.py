"""The field in which a viewer writes an answer. What is written is handed on and forgotten."""

from collections.abc import Callable
from typing import Final

import pygame

from engine.stage.clipboard import Clipboard, NoClipboard
from engine.stage.draft import LONGEST, Draft, Move
from engine.stage.hands import Composing, Gesture, Sign, Step, Typed
from engine.stage.ink import Ink
from engine.stage.pen import Caret, Stroke

_UNDONE: Final = 100
"""Changes that can be taken back."""


class WordsField:
    """Takes letters while it has the keyboard. Main thread only."""

    def __init__(self, said: Callable[[str], None], clipboard: Clipboard | None = None) -> None:
        """`clipboard`: none where nothing may be copied or pasted."""
        self._said = said
        self._clipboard = clipboard or NoClipboard()
        self.draft = Draft()
        self.composing = ""
        """What an input method is still choosing; it stands at the caret."""
        self.choosing = 0
        """Where in that the input method's own caret stands."""
        self.active = False
        self.ink = Ink()
        self._before: list[Draft] = []
        """What can be taken back, oldest first; gone with the words."""
        self._after: list[Draft] = []
        self._typing = False
        """Whether the last change was a letter: a word is taken back as one."""
        self._guided: pygame.Rect | None = None

    @property
    def text(self) -> str:
        """What is written."""
        return self.draft.text

    def begin(self, area: pygame.Rect) -> None:
        """Take the keyboard; input methods show their candidates by this area."""
        self.active = True
        pygame.key.start_text_input()
        self._guide(area)

    def end(self) -> None:
        """Give the keyboard back; what was written stays until it is sent or forgotten."""
        self.active, self.composing, self._guided = False, "", None
        pygame.key.stop_text_input()

    def forget(self) -> None:
        """Nothing was written: no letter, no picture of one, nothing to take back."""
        self.draft, self.composing = Draft(), ""
        self._before, self._after, self._typing = [], [], False
        self.ink.forget()

    def follow_caret(self) -> None:
        """Have the input method's candidates stand by the caret, wherever it is by now."""
        caret = self.ink.caret
        if self.active and caret is not None and caret != self._guided:
            self._guide(caret)

    @property
    def empty(self) -> bool:
        """Whether nothing is written or being chosen."""
        return not self.text and not self.composing

    def take(self, gesture: Gesture) -> bool:
        """Whether the gesture was meant for the field; it has then done it."""
        match gesture:
            case Typed(text):
                self._type(text)
            case Composing(text, at):
                self.composing, self.choosing = text[:LONGEST], min(at, len(text))
            case Sign.ENTER | Sign.ERASE | Caret() | Stroke() if self.composing:
                pass  # the input method's own
            case Step(right, 0) if not self.empty:
                self.draft = self.draft.moved(Move.RIGHT if right > 0 else Move.LEFT)
                self._typing = False
            case Sign.ERASE:
                self._change(self.draft.erased())
            case Sign.ENTER if self.text.strip():
                self.send()
            case Caret(move, selecting):
                self.draft = self.draft.moved(move, selecting=selecting)
                self._typing = False
            case Stroke():
                self._stroke(gesture)
            case _:
                return False
        return True

    def point(self, at: tuple[int, int], *, selecting: bool = False) -> None:
        """Put the caret where a hand points; what lies between is selected if it drags."""
        if not self.composing:
            self.draft = self.draft.placed(self.ink.nearest(at[0]), selecting=selecting)
            self._typing = False

    def send(self) -> None:
        """Hand the words on; they are not kept."""
        said = self.text.strip()
        self.forget()
        if said:
            self._said(said)

    def _type(self, text: str) -> None:
        self.composing = ""
        changed = self.draft.put(text)
        goes_on = self._typing and self.draft.at == self.draft.anchor and text != " "
        self._change(changed, together=goes_on)
        self._typing = True

    def _change(self, changed: Draft, *, together: bool = False) -> None:
        """Another draft; what was before can be had back, unless it goes together with it."""
        self._typing = False
        if changed.text == self.text:
            return
        if not together:
            self._before = [*self._before[-_UNDONE + 1 :], self.draft]
        self._after = []
        self.draft = changed

    def _stroke(self, stroke: Stroke) -> None:
        match stroke:
            case Stroke.ERASE_AHEAD:
                self._change(self.draft.erased(ahead=True))
            case Stroke.ERASE_WORD | Stroke.ERASE_WORD_AHEAD:
                self._change(self.draft.erased(ahead=stroke is Stroke.ERASE_WORD_AHEAD, word=True))
            case Stroke.ALL:
                self.draft = self.draft.all()
            case Stroke.UNDO | Stroke.REDO:
                self._take_back(stroke)
            case Stroke.PASTE:
                self._change(self.draft.put(self._clipboard.read()))
            case Stroke.PASTE_CHOSEN:
                self._change(self.draft.put(self._clipboard.chosen()))
            case Stroke.COPY | Stroke.TAKE_OUT:
                self._copy(take_out=stroke is Stroke.TAKE_OUT)

    def _copy(self, *, take_out: bool) -> None:
        if not self.draft.chosen:
            return
        self._clipboard.write(self.draft.chosen)
        if take_out:
            self._change(self.draft.put(""))

    def _take_back(self, stroke: Stroke) -> None:
        self._typing = False
        undo = stroke is Stroke.UNDO
        come, go = (self._before, self._after) if undo else (self._after, self._before)
        if come:
            go.append(self.draft)
            self.draft = come.pop()

    def _guide(self, area: pygame.Rect) -> None:
        pygame.key.set_text_input_rect(area)
        self._guided = area.copy()
