"""How long ago, as people say it."""

import pytest

from engine.stage.ago import ago
from engine.stage.tongue import Tongue


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (-5, "just now", "刚才"),
        (0, "just now", "刚才"),
        (59, "just now", "刚才"),
        (60, "a minute ago", "一分钟前"),
        (150, "2 minutes ago", "2 分钟前"),
        (3599, "59 minutes ago", "59 分钟前"),
        (3600, "an hour ago", "一小时前"),
        (7300, "2 hours ago", "2 小时前"),
        (86400, "a day ago", "一天前"),
        (86400 * 40, "40 days ago", "40 天前"),
    ],
)
def test_a_length_of_time_is_said_by_its_largest_part(seconds, english, chinese):
    """Nobody needs the minutes of yesterday; a clock set back makes no nonsense."""
    assert ago(seconds, Tongue("en")) == english
    assert ago(seconds, Tongue("zh")) == chinese
