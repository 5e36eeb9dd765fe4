"""The files a film names."""

from dataclasses import replace

import pytest

from engine.story.clips import ClipFault
from engine.story.media import files_of, length_of, lengths_of, moment, uses
from engine.story.model import Clip, ClipKind
from engine.story.places import Place
from tests.story.examples import facts
from tests.story.films import film, story_of


def test_every_file_is_named_once_where_it_is_first_written():
    """Posters, clips, fallbacks and other languages."""
    story = story_of(
        film(
            "{play: {file: hall.mp4, fallback: hall.jpg, zh: 厅.mp4}, next: garden}",
            "languages: [zh]\nabout: {poster: poster.jpg, attract: hall.mp4}",
        )
    )

    named = uses(story)

    assert [use.file for use in named] == [
        "poster.jpg",
        "hall.mp4",
        "hall.jpg",
        "厅.mp4",
        "garden.mp4",
        "cellar.mp4",
    ]
    assert named[0].place == Place("story.yaml", 4, 17)


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [(None, None, 20), (5, None, 15), (5, 8, 3), (-5, None, 5), (None, -5, 15), (None, 30, 30)],
)
def test_a_cut_clip_is_as_long_as_its_cut(start, end, length):
    """Times count from either end."""
    clip = Clip(kind=ClipKind.FILE, file="a.mp4", start=start, end=end)

    assert length_of(clip, {"a.mp4": facts(20)}) == length


def test_a_clip_that_is_not_there_is_as_long_as_it_was_said_to_be():
    """So that an animatic can be checked."""
    missing = {"a.mp4": ClipFault(missing=True, says="")}

    assert length_of(Clip(kind=ClipKind.FILE, file="a.mp4"), missing) is None
    assert length_of(Clip(kind=ClipKind.FILE, file="a.mp4", seconds=9), missing) == 9
    assert length_of(Clip(kind=ClipKind.SLATE, text="a", seconds=3), {}) == 3


def test_a_moment_may_count_from_the_end():
    """`-9s` of a clip of 20 s is 11 s."""
    assert (moment(-9, 20), moment(9, 20)) == (11, 9)


def test_each_language_may_have_its_own_length():
    """Known ones, each once."""
    clip = Clip(
        kind=ClipKind.FILE, file="a.mp4", end=15, by_language={"zh": "z.mp4", "fr": "gone.mp4"}
    )
    clips = {"a.mp4": facts(20), "z.mp4": facts(12)}

    assert files_of(clip) == ("a.mp4", "z.mp4", "gone.mp4")
    assert lengths_of(clip, clips) == (15,)
    assert lengths_of(replace(clip, end=None), clips) == (20, 12)
    assert lengths_of(Clip(kind=ClipKind.SLATE, text="a", seconds=3), {}) == (3,)
