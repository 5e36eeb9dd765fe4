"""Lines of a file of subtitles that are neither times nor words, which players pass over."""

import re
from collections.abc import Iterator
from typing import Final

from engine.stage.projection.cues import format_of
from engine.story.subtitles import Astray

_MOMENT: Final = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES: Final = re.compile(rf".*?{_MOMENT}.*?{_MOMENT}")
"""Two moments in one line are a subtitle's times, whatever stands between them."""
_LIKE_TIMES: Final = re.compile(r"\s*\d+\s*[:：.]\s*\d+.*\d\s*(?:-+|=+|[—–－])\s*[>＞]")
"""What somebody meant for a line of times, though no player takes it for one."""
_LONGEST: Final = 200
"""No line of times has more signs; a line without end must not be looked at for ever."""
_ASIDE: Final = ("WEBVTT", "NOTE", "STYLE", "REGION")
_AT: Final = r"\d+:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
_EVENT: Final = re.compile(rf"(?:Dialogue|Comment): *[^,]*, *{_AT}, *{_AT}(?:,[^,]*){{6}},")
_OTHER_EVENTS: Final = ("Format:", "Picture:", "Sound:", "Movie:", "Command:")
_KEYS: Final = re.compile(r"[^:\s][^:]*:")
_CODED: Final = ("[fonts]", "[graphics]")
"""Sections of pictures and letters, written as signs that mean nothing to people."""
_CURES: Final = {
    "srt": "Write a number, the times `00:00:05,000 --> 00:00:07,500`, words, and an empty line.",
    "vtt": "Write the times `00:05.000 --> 00:07.500`, words below, and an empty line.",
    "ass": "Write `Dialogue: 0,0:00:05.00,0:00:07.50,Default,,0,0,0,,words` under `[Events]`.",
}


def astray(text: str) -> tuple[Astray, ...]:
    """The lines that say nothing to a player, in order. The text's lines end in one way."""
    kind = format_of(text)
    lines = _of_sections(text) if kind == "ass" else _of_blocks(text, kind)
    return tuple(Astray(line, said.strip(), _CURES[kind]) for line, said in lines)


def _of_blocks(text: str, kind: str) -> Iterator[tuple[int, str]]:
    """Of SubRip and WebVTT: one line for each block without times, and times gone wrong."""
    for block in _blocks(text):
        if kind == "vtt" and block[0][1].lstrip().startswith(_ASIDE):
            continue
        times = next((at for at, (_, line) in enumerate(block) if _is_times(line)), None)
        if times is None and len(block) == 1 and block[0][1].strip().isdigit():
            continue  # a number that an empty line parts from its times
        if times is None:
            yield next((each for each in block if _lost(each[1])), block[0])
            continue
        yield from (each for each in block[times + 1 :] if _lost(each[1]))
        above = block[:times]
        named = above[-1:] if kind == "vtt" or (above and above[-1][1].strip().isdigit()) else []
        yield from above[: len(above) - len(named)][:1]


def _is_times(line: str) -> bool:
    return _TIMES.match(line[:_LONGEST]) is not None


def _lost(line: str) -> bool:
    return _LIKE_TIMES.match(line[:_LONGEST]) is not None and not _is_times(line)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Lines that stand together, each with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _of_sections(text: str) -> Iterator[tuple[int, str]]:
    """Of Advanced SubStation: what is no event among events, and no key elsewhere."""
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        said = line.strip()
        if said.startswith("["):
            section = said.casefold()
        elif said and not said.startswith((";", "!:")) and section not in _CODED:
            known = _is_event(said) if section == "[events]" else _KEYS.match(said)
            if not known:
                yield number, said


def _is_event(line: str) -> bool:
    return line.startswith(_OTHER_EVENTS) or _EVENT.match(line) is not None
