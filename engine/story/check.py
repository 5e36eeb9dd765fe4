"""Everything that can be said about a whole film without playing it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.story.check_choices import check_choices
from engine.story.check_media import check_media
from engine.story.check_names import check_names
from engine.story.check_ways import check_ways
from engine.story.check_words import check_words
from engine.story.film import Film
from engine.story.findings import Finding
from engine.story.notes import in_order
from engine.story.translate import Words

NO_WORDS: Final[Mapping[str, Words]] = MappingProxyType({})


def check(
    film: Film, *, release: bool = False, words: Mapping[str, Words] = NO_WORDS
) -> tuple[Finding, ...]:
    """
    All findings about a film, in the order of its lines.

    `words` holds the translations by language. In a `release` a missing file is an error.
    """
    findings = [
        *check_ways(film.story),
        *check_choices(film.story, film.clips),
        *check_media(film, release=release),
        *check_words(film, words),
        *check_names(film.story),
    ]
    return in_order(findings)
