"""Everything that can be said about a whole film without playing it."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from engine.story.checks.alike import check_alike
from engine.story.checks.choices import check_choices
from engine.story.checks.faces import check_faces
from engine.story.checks.media import check_media
from engine.story.checks.minutes import check_minutes
from engine.story.checks.names import check_names
from engine.story.checks.picks import check_picks
from engine.story.checks.ranges import check_ranges
from engine.story.checks.sensing import check_sensing
from engine.story.checks.sounds import check_sounds
from engine.story.checks.subtitles import check_subtitles
from engine.story.checks.warnings import check_warnings
from engine.story.checks.ways import check_ways
from engine.story.checks.words import NO_FUZZY, Fuzzy, Misworded, check_words
from engine.story.film import Film
from engine.story.findings import Finding
from engine.story.minutes import RunningTime
from engine.story.reading.notes import in_order
from engine.story.sounds import SoundBeside
from engine.story.subtitles import Subtitles
from engine.story.translate import Words

NO_WORDS: Final[Mapping[str, Words]] = MappingProxyType({})


def check(
    film: Film,
    *,
    release: bool = False,
    words: Mapping[str, Words] = NO_WORDS,
    fuzzy: Mapping[str, Fuzzy] = NO_FUZZY,
    misworded: Sequence[Misworded] = (),
    subtitles: Sequence[Subtitles] = (),
    sounds: Sequence[SoundBeside] = (),
    spare: Collection[str] = (),
    time: RunningTime | None = None,
) -> tuple[Finding, ...]:
    """
    All findings about a film, in the order of its lines.

    `words` holds the translations by language, `fuzzy` those that an edit left behind, and
    `misworded` what is wrong with their files; `sounds` are the dubs and descriptions beside the
    clips, `spare` files of the folder that the story does not name; `time` is how long the film
    takes, where that was reckoned before. In a `release` a missing file is an error.
    """
    findings = [
        *check_ways(film.story),
        *check_picks(film.story),
        *check_warnings(film.story),
        *check_minutes(film, time),
        *check_choices(film.story, film.clips),
        *check_faces(film.story, film.clips),
        *check_sensing(film.story, film.clips),
        *check_alike(film.story),
        *check_media(film, spare, release=release),
        *check_words(film, words, fuzzy, misworded),
        *check_subtitles(film, subtitles),
        *check_sounds(film, sounds),
        *check_names(film.story),
        *check_ranges(film.story),
    ]
    return in_order(findings)
