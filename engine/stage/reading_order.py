"""Lines of Hebrew and Arabic, alone or among others, in the order in which they are seen."""

import functools
import re
import unicodedata
from typing import Final

_FROM_RIGHT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
"""Letters that are read from the right lie in these blocks only."""
_RIGHT, _LEFT = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
_UNSEEN: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""What only says how to read."""
_TWIN, _BRACKET_TWINS = "\ufffc", {"Ps": "\u2e28", "Pe": "\u2e29"}
_TWINS: Final = re.compile("[\ufffc\u2e28\u2e29]")
_MARKS: Final = ("Mn", "Me")
_SCRIPTS: Final = (("Hebr", "\u0590", "\u05ff"), ("Hebr", "\ufb1d", "\ufb4f"),
                   ("Arab", "\u0600", "\u06ff"), ("Arab", "\u0750", "\u077f"),
                   ("Arab", "\u0870", "\u08ff"), ("Arab", "\ufb50", "\ufdff"),
                   ("Arab", "\ufe70", "\ufeff"))  # fmt: skip
JOINERS: Final = frozenset("\u200c\u200d")
"""Signs without a width that say whether two Arabic letters hold hands."""


def script(letter: str) -> str | None:
    """The script whose letters a typeface must join and place; none for all that stand alone."""
    if letter < "\u0590":
        return None
    return next((name for name, first, last in _SCRIPTS if first <= letter <= last), None)


@functools.lru_cache(maxsize=1000)
def from_right(text: str) -> bool:
    """Whether a text is read from the right: as its first letter is, or a mark before it."""
    if not (_FROM_RIGHT.search(text) or _RIGHT in text):
        return False
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def directed(lines: tuple[str, ...], whole: str) -> tuple[str, ...]:
    """Lines of one text, each marked where by itself it would be read the other way."""
    right = from_right(whole)
    mark = _RIGHT if right else _LEFT
    return tuple(line if from_right(line) == right else mark + line for line in lines)


def as_seen(line: str) -> str:
    """
    The letters of a line from left to right, as they are to be drawn.

    Vowels and other marks stand behind their letters; brackets open to where one reads.
    """
    if not (_FROM_RIGHT.search(line) or _RIGHT in line):
        return _UNSEEN.sub("", line)
    from bidi import get_display  # noqa: PLC0415 -- few films need it

    ordered = str(get_display(_twinned(line), base_dir="R" if from_right(line) else "L"))
    return _marks_behind(_mirrored(_UNSEEN.sub("", ordered)))


def without_marks(text: str) -> str:
    """The letters alone: nothing above or below them."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if unicodedata.category(letter) not in _MARKS)


def _twinned(line: str) -> str:
    """
    Each sign that has a mirror image with a twin behind it, one of its own kind.

    Where the twin comes out in front, the sign is read from the right. The library says where
    signs stand and not how.
    """
    return "".join(map(_with_twin, _TWINS.sub("", line)))


def _with_twin(letter: str) -> str:
    if not unicodedata.mirrored(letter):
        return letter
    kind = unicodedata.category(letter)
    twin = _BRACKET_TWINS.get(kind, _TWIN)
    # A bracket's twin lies within it, so that both pairs hold the same words.
    return twin + letter if kind == "Pe" else letter + twin


def _mirrored(seen: str) -> str:
    """Without the twins; what came out behind its twin shows its mirror image."""
    from bidi.mirror import MIRRORED  # noqa: PLC0415 -- as above

    found: list[str] = []
    letters = iter(seen)
    for letter in letters:
        twin_first = _TWINS.match(letter) is not None
        if not (twin_first or unicodedata.mirrored(letter)):
            found.append(letter)
            continue
        pair = letter + next(letters)
        sign = _TWINS.sub("", pair)
        found.append(sign if pair == _with_twin(sign) else MIRRORED.get(sign, sign))
    return "".join(found)


def _marks_behind(seen: str) -> str:
    """Marks that came before their letter, which was read from the right, behind it."""
    found: list[str] = []
    waiting: list[str] = []
    for letter in seen:
        kind = unicodedata.bidirectional(letter)
        if unicodedata.category(letter) in _MARKS and script(letter):
            waiting.append(letter)
            continue
        found.append(letter)
        if kind in {"R", "AL"}:
            found += reversed(waiting)
            waiting = []
    return "".join([*found, *waiting])
