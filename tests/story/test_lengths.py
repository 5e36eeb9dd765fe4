"""How long what a scene shows stays on the screen."""

import pytest

from engine.story.clips import ClipFault
from engine.story.lengths import lengths_shown, reading_time
from tests.story.examples import facts
from tests.story.films import hall_of


def test_reading_takes_longer_the_more_there_is_and_chinese_is_counted_by_signs():
    """A reader of either language has the time, and nobody waits half a minute."""
    assert reading_time("") == 4
    assert reading_time(" ".join(["word"] * 20)) == 9
    assert reading_time("灯" * 30) == pytest.approx(8.6)
    assert reading_time("灯" * 10 + " word " * 10) == pytest.approx(7.7)
    assert reading_time("word " * 1000) == 30


@pytest.mark.parametrize(
    ("play", "lengths"),
    [
        ("hall.mp4", [20]),
        ('"hall.mp4#t=5,9"', [4]),
        ('"hall.mp4#t=90,99"', [20]),
        ("{file: hall.mp4, zh: long.mp4}", [20, 30]),
        ("{file: gone.mp4, seconds: 7}", [7]),
        ("{file: gone.mp4, fallback: hall.jpg}", [6]),
        ("gone.mp4", [4]),
        ("{slate: Hello}", [4]),
        ("{slate: Hello, seconds: 3}", [3]),
        ("{still: a.jpg, seconds: 8}", [8]),
        ("{still: a.jpg}", [6]),
    ],
)
def test_everything_that_plays_has_its_length(play, lengths):
    """As the director shows it, so that what is reckoned before is what is seen."""
    scene = hall_of(f"{{play: {play}, next: garden}}", "languages: [zh]")
    clips = {"hall.mp4": facts(20), "long.mp4": facts(30)}
    clips["gone.mp4"] = ClipFault(missing=True, says="")

    assert list(lengths_shown(scene, scene.play[0].clip, clips)) == lengths
