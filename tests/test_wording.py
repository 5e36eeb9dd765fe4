"""
What is said of viewers is said of acts: *you smiled*, never *you were happy*.

A face does not tell what somebody feels, and a film that says so is often wrong and always rude.
"""

import ast
import re
from pathlib import Path

import pytest

from engine.stage.tongue import CATALOGUES

ROOT = Path(__file__).resolve().parents[1]

FEELINGS = (
    "happy|happier|glad|joyful|delighted|sad|sadder|unhappy|grieving|angry|furious|annoyed|afraid|"
    "scared|frightened|fearful|anxious|nervous|tense|worried|disgusted|bored|moved|touched|lonely|"
    "upset|depressed|excited|ashamed|guilty|jealous|calm|relaxed|in love|surprised"
)
FEELINGS_ZH = (
    "难过|开心|高兴|快乐|伤心|悲伤|害怕|恐惧|恐慌|生气|愤怒|恼火|厌恶|恶心|无聊|感动|孤独|沮丧|抑郁|"
    "焦虑|紧张|担心|羞愧|内疚|嫉妒|平静|放松|兴奋|激动|惊讶|幸福|绝望"
)
SOULS = re.compile(
    rf"""
    \b(?:you|viewers?|visitors?|the\ audience|somebody)\b
        (?:['’](?:re|s)|\ (?:are|is|was|were|felt|feels?|looks?|looked|seems?|seemed|became))
        (?:\ (?:so|very|really|quite|now|a\ bit|a\ little|not))?\ (?:{FEELINGS})\b
    | \b(?:you|the\ viewers?|viewers|visitors)\ (?:feel|felt|feels)\b
    | \b(?:your|the\ viewer['’]s|viewers['’])\ (?:emotions?|feelings?|mood|soul)\b
    | \bread(?:s|ing)?\ your\ (?:emotions|minds?|souls?)\b
    | [你您]们?(?:现在|今天|刚才|一定|看起来|好像|似乎|显得)?
        (?:真|很|太|非常|有点|有些|感到|觉得|是)*(?:{FEELINGS_ZH})
    | [你您]们?(?:感到|感觉到|的(?:情绪|心情|感受|感情|情感|内心|心理))
    | 观众(?:们)?(?:感到|觉得|很|的(?:情绪|心情|内心))
    """,
    re.VERBOSE | re.IGNORECASE,
)
TAUGHT = re.compile(r"\b(?:not|never|no)\b|不|别|勿|S211", re.IGNORECASE)
"""A sentence that says how it must not be said."""
EXAMPLES = {"docs/findings/S211.md"}
"""A page about this very mistake."""


def souls_in(text):
    """Every place where a text speaks of a viewer's soul and does not warn of it."""
    return [
        found.group(0)
        for line in re.split(r"\n\s*\n|(?<=[.!?。！？])\s|\n(?=[-#|])", text)
        for found in SOULS.finditer(line)
        if not TAUGHT.search(line)
    ]


def texts(*patterns):
    return tuple(path for pattern in patterns for path in sorted(ROOT.glob(pattern)))


def literals(path):
    """The texts in a program: what it may say to people, and what it says of itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def named(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_the_interface_speaks_of_acts(language):
    """Cards, reasons, notices, settings."""
    told = {key: souls_in(text) for key, text in CATALOGUES[language].items()}

    assert {key: found for key, found in told.items() if found} == {}


@pytest.mark.parametrize(
    "path", texts("stories/*/story.yaml", "stories/*/lang/*.po", "stories/**/*.srt"), ids=named
)
def test_the_films_speak_of_acts(path):
    """Labels, reasons, subtitles: a character may have a soul, a viewer's is not told."""
    assert souls_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", texts("README.md", "CHANGELOG.md", "docs/*.md", "docs/findings/*.md",
                  "assets/models/*.md"), ids=named
)  # fmt: skip
def test_the_documents_speak_of_acts(path):
    """Who writes films takes over how we speak."""
    if named(path) in EXAMPLES:
        assert souls_in(path.read_text(encoding="utf-8"))
    else:
        assert souls_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", texts("engine/**/*.py"), ids=named)
def test_the_messages_speak_of_acts(path):
    """Sentences for people stand in programs, and so do the thoughts behind them."""
    assert [soul for text in literals(path) for soul in souls_in(text)] == []


@pytest.mark.parametrize(
    "says",
    ["You are sad.", "You were really happy", "you felt moved", "you look tense", "You’re angry",
     "The viewer was afraid", "Your mood opened the door.", "It reads your emotions",
     "你很难过", "你感到害怕", "您看起来很开心", "你的情绪", "你很生气",
     "观众感到孤独"],
)  # fmt: skip
def test_a_soul_is_found_in_whatever_tongue(says):
    """The list is tried, or it would prove nothing."""
    assert souls_in(says)


@pytest.mark.parametrize(
    "says",
    ["You smiled.", "you looked away", "You moved closer", "not sure", "We read: you smiled.",
     "The keeper was afraid.", "Say *you smiled*, not *you were happy*.", "You kept still",
     "你笑了", "你移开了目光", "不确定", "守灯人很难过", "不要说“你很难过”"],
)  # fmt: skip
def test_an_act_may_be_told(says):
    """And a character's soul, and the warning itself."""
    assert souls_in(says) == []
