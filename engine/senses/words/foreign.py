"""
Latin letters that are not English, where the extra `languages` is installed.

It brings py3langid: 77 MB and half a second, more than all other words together, so it is nobody's
by default. It is asked only where no small word of English stands in the text, so that it may make
the mood of a line unknown and never an English line's. On film lines of up to eight words (XED's
subtitles) it leaves 3 to 8 in 100 fewer German, French, Spanish, Italian and Portuguese ones to be
read as English, 22 fewer Dutch, 18 fewer Finnish; of 3,900 English lines it takes 3.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Final

KNOWN: Final = (
    "en", "cs", "da", "de", "es", "fi", "fr", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr",
)  # fmt: skip
"""What it chooses among: with all 97 it finds rarer ones in short lines."""
FEWEST: Final = 2
"""Words: a word alone may be of any language."""
SURE: Final = 0.7

Foreign = Callable[[str], bool]


@lru_cache(maxsize=1)  # what is kept is the reader, and nothing of what it reads
def foreign() -> Foreign | None:
    """What knows whether a text is surely not English; none where the extra is not installed."""
    if find_spec("py3langid") is None:
        return None
    library = import_module("py3langid.langid")
    reader = library.LanguageIdentifier.from_model_file(library.MODEL_FILE, norm_probs=True)
    reader.set_languages(list(KNOWN))

    def is_foreign(text: str) -> bool:
        if len(text.split()) < FEWEST:
            return False
        language, sure = reader.classify(text)
        return language != "en" and float(sure) >= SURE

    return is_foreign
