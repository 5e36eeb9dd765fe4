"""More clips than can be looked at before a film begins."""

import pytest

from engine.stage.projection.footage import MANY, Footage, footage
from engine.story.clips import ClipFacts, ClipFault
from tests.clips import Make, film


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "clips").mkdir()
    film(tmp_path / "clips" / "a.mov", Make(seconds=0.2, size=(64, 36)))
    return tmp_path


def test_a_clip_is_looked_at_when_it_is_asked_about(folder):
    """And only once."""
    clips = Footage(folder, ["clips/a.mov", "clips/b.mov"])

    first = clips["clips/a.mov"]

    assert isinstance(first, ClipFacts)
    assert clips["clips/a.mov"] is first
    assert clips["clips/b.mov"] == ClipFault(missing=True, says="b.mov is not there.")
    assert (list(clips), len(clips)) == (["clips/a.mov", "clips/b.mov"], 2)
    assert clips.get("clips/c.mov") is None
    assert ("clips/b.mov" in clips, "clips/c.mov" in clips) == (True, False)


def test_what_is_missing_is_known_without_looking_at_any(folder):
    """However the letters of its name are cased, as on disks that do not care."""
    clips = Footage(folder, ["clips/A.mov", "clips/b.mov"])

    assert clips.missing == ("clips/b.mov",)


def test_few_clips_are_looked_at_before_a_film_begins(folder):
    """So that nothing is opened in the middle of it."""
    assert isinstance(footage(folder, ["clips/a.mov"]), dict)
    assert isinstance(footage(folder, [f"{at}.mov" for at in range(MANY + 1)]), Footage)
