"""What an author most likely meant by words that are no condition."""

import re
from collections.abc import Collection
from typing import Final

_QUOTED: Final = re.compile(r"""'[^']*'|"[^"]*\"""")
_WIDE_SIGNS: Final = "[＝＜＞（）！＋－＊／，：。．—–−]"
_AS_ENGLISH: Final = "Write signs as an English keyboard has them: `= > < ( ) + - .`."
_SLIPS: Final = tuple(
    (re.compile(slip), cure)
    for slip, cure in (
        (
            r",\s*\w+\s*[-+]?=(?!=)",
            "Write several as a list: `[trust += 1, knows = true]`.",
        ),
        ("[“”‘’„«»「」『』＂＇]", 'Write texts in straight quotes: `mood == "calm"`.'),
        (_WIDE_SIGNS, _AS_ENGLISH),
        (r"(?<!\w)[０-９]", "Write numbers as an English keyboard has them: `0.8`."),
        (r"(?<!\w)(并且|而且|和|且)(?!\w)", "Write `and`."),
        (r"(?<!\w)(或者|或)(?!\w)", "Write `or`."),
        (r"(?<!\w)(不是|没有|非|不)(?!\w)", "Write `not`."),
        ("===", "Write `==`."),
        ("=>|≥", "Write `>=`."),
        ("=<|≤", "Write `<=`."),
        ("<>|≠", "Write `!=`."),
        ("&", "Write `and` in place of `&&`."),
        (r"\|", "Write `or` in place of `||`."),
        ("!(?!=)", "Write `not` in place of `!`."),
        ("%", "Write a number without `%`: `0.8`."),
        (r"\b(AND|OR|NOT)\b", "Write `and`, `or`, `not` in small letters."),
        (
            r"\b(chosen|ended)\s*\(?\s*\w",
            'Ask with parentheses and quotes: `chosen("Look away")`.',
        ),
        (
            r"\b(visited|visits|seen_before|can)\s+\w",
            "Put what is asked about in parentheses: `visited(cellar)`.",
        ),
        (r"\bis\b", "Write `==` in place of `is`."),
        ("(?<![=!<>])=(?!=)", "Compare with `==`; a single `=` is for `set`."),
    )
)
_READINGS: Final = {
    word: reading
    for reading, words in (
        ("smile", "smiling laugh laughing 笑 微笑 笑容"),
        ("joy", "happy happiness 高兴 开心 快乐 喜悦"),
        ("sadness", "sad 悲伤 难过 伤心"),
        ("anger", "angry 愤怒 生气"),
        ("fear", "afraid scared 害怕 恐惧"),
        ("surprise", "surprised 惊讶 惊奇"),
        ("disgust", "disgusted 厌恶"),
        ("attention", "attentive focus gaze 注意 注意力 专注"),
        ("arousal", "excitement activation 激动 唤醒"),
        ("valence", "mood 心情 情绪"),
        ("still", "stillness 静止 不动"),
        ("text.sentiment", "text sentiment tone words 语气 话 文字"),
    )
    for word in words.split()
}
"""What authors call a reading, and its name."""
_KEYS: Final = tuple(
    (key, frozenset(words.split()))
    for key, words in (
        ("title", "标题 片名 name"),
        ("language", "语言"),
        ("start", "开始 起点 begin"),
        ("scenes", "场景 scene"),
        ("play", "播放 片段 视频 画面 clip video movie"),
        ("slate", "字幕卡 卡片"),
        ("seconds", "秒 秒数 时长 duration length"),
        ("next", "下一个 下一幕 下一场 接着 然后 then"),
        ("choice", "选择 抉择 decision choose"),
        ("options", "选项 answers choices"),
        ("ask", "问 问题 提问 question prompt"),
        ("by", "方式"),
        ("go", "去 前往 到 target goto to"),
        ("default", "默认"),
        ("because", "因为 理由 reason"),
        ("feel", "感觉 感受 情绪 feeling"),
        ("hear", "听 听到 says say phrases"),
        ("when", "条件 当 如果 if condition"),
        ("set", "设置 设定"),
        ("once", "一次"),
        ("end", "结局 结束 结尾 ending"),
        ("describe", "描述 说明 description"),
        ("note", "备注 comment"),
        ("chapter", "章节"),
        ("warn", "警告 warning"),
        ("state", "变量 状态 variables"),
        ("sensing", "感知"),
        ("uses", "使用"),
        ("feelings", "情绪"),
        ("tests", "测试 test"),
        ("do", "做"),
        ("expect", "期望 预期"),
    )
)
"""What authors call a key, and its name; keys are written in English in every film."""
_IN_QUOTES: Final = "put it in quotes if the text is meant."
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(:\d\d)?")
_DATE: Final = re.compile(r"\d{4}-\d\d?-\d\d?")
_COUNTED: Final = re.compile(r"[-+]?\d[\d_']*([.,]\d+)?\s?%?|0[xob][\da-fA-F]+")
_LOST: Final = re.compile(r"[-+]?(0\d+(\.\d*)?|\d+\.\d+0)")
_EFFECT_FORM: Final = "Write `name = value`, `name += number` or `name -= number`."
_FORM: Final = "Write it like `trust > 1 and not visited(cellar)`."


def cure_of(text: str) -> str:
    """How to mend words that cannot be understood: by the slip in them, or by an example."""
    bare = _QUOTED.sub(" ", text)
    return next((cure for slip, cure in _SLIPS if slip.search(bare)), _FORM)


def cure_of_effect(text: str) -> str:
    """How to mend words that set nothing."""
    if re.search(_WIDE_SIGNS, _QUOTED.sub(" ", text)):
        return _AS_ENGLISH
    counted = re.fullmatch(r"\s*(\w+)\s*(\+|-)\2\s*", text)
    if counted:
        return f"Write `{counted[1]} {counted[2]}= 1`."
    return _EFFECT_FORM


def truth_meant(name: str) -> str | None:
    """`true` or `false` for a word that means one elsewhere, such as `yes` or `Off`."""
    word = name.casefold()
    if word in {"yes", "on", "true", "真"}:
        return "true"
    return "false" if word in {"no", "off", "false", "假"} else None


def reading_meant(name: str) -> str | None:
    """The reading that a word most likely means; none where it means none."""
    return _READINGS.get(name.casefold())


def key_meant(name: str, known: Collection[str]) -> str | None:
    """Which of the known keys a word most likely means; none where it means none."""
    word = name.strip().casefold()
    return next((key for key, words in _KEYS if word in words and key in known), None)


def kind_meant(text: str) -> tuple[str, str] | None:
    """What a bare text reads as elsewhere, and how to write that here; none where it is plain."""
    truth = truth_meant(text)
    if truth is not None:
        return "true or false", f"Write `{truth}`; {_IN_QUOTES}"
    if _CLOCK.fullmatch(text):
        return "a time", f"Write its seconds as a number; {_IN_QUOTES}"
    if _DATE.fullmatch(text):
        return "a date", f"Stories have none; {_IN_QUOTES}"
    if _COUNTED.fullmatch(text):
        return "a number", f"Write it like `1500` or `1.5`; {_IN_QUOTES}"
    return None


def digits_lost(text: str) -> bool:
    """Whether a number is written with signs that it does not keep: `007`, `1.10`."""
    return _LOST.fullmatch(text) is not None
