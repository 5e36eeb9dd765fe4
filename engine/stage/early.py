"""Letters typed before there is a field to write in: kept for it a moment, or keys like others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.stage.hands import Gesture, Struck

ALONE: Final = 0.35
"""Seconds after which a letter that no other follows is the key it is."""
ON: Final = 1.2
"""Seconds within which the next letter goes on with what was begun."""
KEPT: Final = 3.0
"""Seconds after the last letter in which the field may still come for them."""
LONGEST: Final = 80
"""Letters kept; who writes more than that has been writing for long without seeing a letter."""


@dataclass(slots=True)
class EarlyWords:
    """What somebody who did not wait for the field has written so far. Main thread only."""

    clock: Callable[[], float]
    _text: str = ""
    _meant: Gesture | None = None
    """What the one letter there is asks for as a key, until another follows it."""
    _at: float = float("-inf")

    def strike(self, struck: Struck) -> Gesture | None:
        """What a key asks for at once; none where it is a letter, or may be one."""
        gap = self.clock() - self._at
        if self._text and gap < (ON if self._meant is None else ALONE):
            self._text, self._meant = (self._text + struck.text)[:LONGEST], None
        elif struck.text.isalpha():
            self._text, self._meant = struck.text, struck.meant
        else:  # nobody begins a sentence with a space or a number
            self.forget()
            return struck.meant
        self._at = self.clock()
        return None

    def due(self) -> Gesture | None:
        """What a letter asks for that stayed alone, once: it was a key after all."""
        late = self.clock() - self._at
        meant = self._meant
        if late >= KEPT or (meant is not None and late >= ALONE):
            self.forget()
            return meant
        return None

    @property
    def writing(self) -> bool:
        """Whether words have been begun."""
        return bool(self._text) and self._meant is None

    def erase(self) -> None:
        """The last letter was a slip."""
        self._text, self._at = self._text[:-1], self.clock()

    def take(self) -> str:
        """What was written, for the field that has come; it is not kept any longer."""
        said = self._text
        self.forget()
        return said

    def forget(self) -> None:
        """Nothing was written."""
        self._text, self._meant, self._at = "", None, float("-inf")
