"""Signs that nobody sees, by names that people know."""

from typing import Final

_NAMES: Final = {
    "\u00a0": "a no-break space",
    "\u200b": "a space of no width",
    "\u200c": "a sign of no width",
    "\u200d": "a sign of no width",
    "\u200e": "a mark of the direction of writing",
    "\u200f": "a mark of the direction of writing",
    "\u3000": "a full-width space 全角空格",
    "\ufeff": "a mark of a file's beginning",
}


def sign_called(letter: str) -> str:
    """What to call a sign that cannot be shown: its name if it has one, and its number."""
    number = f"U+{ord(letter):04X}"
    return f"{_NAMES[letter]} ({number})" if letter in _NAMES else f"a sign {number}"
