"""The small films that other tests play."""

from pathlib import Path

import pytest

from engine.story.model import Choice, End, Next, Pick, Return
from tests.story.examples import said_of
from tests.story.films import story_of

FILMS = sorted(Path("tests/films").glob("*.yaml"))


@pytest.mark.parametrize("path", FILMS, ids=lambda path: path.stem)
def test_nothing_is_said_of_the_small_films(path):
    """But that nobody translated them: a test that plays one should not stumble over its text."""
    findings = said_of({"story.yaml": path.read_text(encoding="utf-8")})

    assert [str(each) for each in findings if each.rule.code != "S401"] == []


def test_every_word_has_every_kind_of_way():
    """The film that uses nearly every word of the format."""
    story = story_of(Path("tests/films/every_word.yaml").read_text(encoding="utf-8"))

    kinds = {type(scene.way) for scene in story.scenes.values()}
    assert kinds == {Next, Choice, Pick, End, Return}
    assert story.scenes["hall"].play[1].clip.by_language == {"zh": "厅.mp4"}
    assert story.scenes["table"].play[0].clip.start == 2
    assert story.memory == ("trust",)
