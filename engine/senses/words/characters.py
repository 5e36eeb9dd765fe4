"""Traditional characters read as simplified ones, so that one phrase is enough for both."""

from functools import lru_cache
from typing import Final

from opencc import OpenCC

_FIRST: Final = "\u3400"


def simplified(text: str) -> str:
    """The text in simplified characters; a text without Chinese ones is not touched."""
    if all(letter < _FIRST for letter in text):
        return text
    return str(_table().convert(text))


@lru_cache(maxsize=1)
def _table() -> OpenCC:
    return OpenCC("t2s")
