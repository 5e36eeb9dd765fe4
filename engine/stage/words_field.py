"""The field in which a viewer writes an answer. What is written is handed on and forgotten."""

from collections.abc import Callable
from typing import Final

import pygame

from engine.stage.hands import Composing, Gesture, Sign, Typed

LONGEST: Final = 200
"""Letters; nobody says more to a lighthouse keeper in nine seconds."""


class WordsField:
    """Takes letters while it has the keyboard. Main thread only."""

    def __init__(self, said: Callable[[str], None]) -> None:
        self._said = said
        self.text = ""
        self.composing = ""
        """What an input method is still choosing."""
        self.active = False

    def begin(self, area: pygame.Rect) -> None:
        """Take the keyboard; input methods show their candidates by this area."""
        self.active = True
        pygame.key.start_text_input()
        pygame.key.set_text_input_rect(area)

    def end(self) -> None:
        """Give the keyboard back; what was written stays until it is sent or forgotten."""
        self.active, self.composing = False, ""
        pygame.key.stop_text_input()

    def forget(self) -> None:
        """Nothing was written."""
        self.text = self.composing = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is written or being chosen."""
        return not self.text and not self.composing

    def take(self, gesture: Gesture) -> bool:
        """Whether the gesture was meant for the field; it has then done it."""
        match gesture:
            case Typed(text):
                self.composing = ""
                self.text = (self.text + _clean(text))[:LONGEST]
            case Composing(text):
                self.composing = text[:LONGEST]
            case Sign.ERASE if not self.composing:
                self.text = self.text[:-1]
            case Sign.ENTER if not self.composing and self.text.strip():
                self.send()
            case Sign.ENTER | Sign.ERASE if self.composing:
                pass  # the input method's own
            case _:
                return False
        return True

    def send(self) -> None:
        """Hand the words on; they are not kept."""
        said, self.text = self.text.strip(), ""
        if said:
            self._said(said)


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())
