"""One-token slips of the pen in the films that are shipped, and where each must be told."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SHIPPED: Final = sorted(Path("stories").glob("*/story.yaml"))
TOKENS: Final = re.compile(r"\w+|[^\w\n]|\n", re.UNICODE)
OTHERS: Final = (
    *("{", "}", "[", "]", ",", ":", ": ", "- ", "#", "|", ">", "&", "*", "!", "%", "@", "`", "'"),
    *('"', "\t", "\n", "  ", "..", "0", "-1", "1e9", "1:30", "true", "no", "null", "~", "<<: x"),
    *("film", "scenes", "go", "play", "when", "feel", "end", "next", "options", "守", "\u00a0"),
    *("[" * 40, "x" * 10_001, "==", "and", "felt", "random()", "../x.mp4", "\x00", "\u2028"),
)


def slips(many: int, seed: int) -> Iterator[tuple[str, str]]:
    """So many different films with one token replaced, dropped or doubled; each with its name."""
    chance = random.Random(seed)
    made: dict[str, str] = {path.read_text(encoding="utf-8"): "" for path in SHIPPED}
    while len(made) < many + len(SHIPPED):
        path = chance.choice(SHIPPED)
        tokens = TOKENS.findall(path.read_text(encoding="utf-8"))
        at = chance.randrange(len(tokens))
        other = chance.choice([chance.choice(OTHERS), chance.choice(tokens), ""])
        kept = chance.choice(["", "", tokens[at]])
        made.setdefault("".join((*tokens[:at], kept, other, *tokens[at + 1 :])), path.parent.name)
    yield from ((film, text) for text, film in made.items() if film)


@dataclass(frozen=True)
class Meant:
    """A slip whose finding is known: its film and text, its line, and the code it must have."""

    film: str
    text: str
    line: int
    code: str
    was: str


MEANT: Final = (
    (re.compile(r"(?<=go: )[^\W\d]\w*|(?<=next: )[^\W\d]\w*|(?<=start: )[^\W\d]\w*"), "S101"),
    (
        re.compile(r"\b(choice|play|feel|hear|default|end|because|describe|about|title)(?=: )"),
        "S020",
    ),
    (re.compile(r"(?<=feel: )[^\W\d]\w+(?=[,}\n])"), "S509"),
    (re.compile(r"(?<=expect: )[^\W\d]\w*(?=[,}\n])"), "S601"),
    (re.compile(r"(?<=set: )[^\W\d]\w*"), "S505"),
    (re.compile(r"(?<=away: )attention|(?<=smiling: )smile"), "S510"),
    (re.compile(r"(?<=by: \[)face|(?<=uses: \[)face"), "S024"),
    (re.compile(r"(?<=film: )1"), "S026"),
    (re.compile(r"(?<=default: )true"), "S023"),
    (re.compile(r"(?<=at: )\d+s|(?<=for: )\d+s|(?<=read: )\d+s\.\.\d+s"), "S023"),
)
"""What a slip of one letter in each of these is told as."""


def meant() -> Iterator[Meant]:
    """Every name, key and number of the shipped films with one letter too many, one at a time."""
    for path in SHIPPED:
        text = path.read_text(encoding="utf-8")
        for pattern, code in MEANT:
            for found in pattern.finditer(text):
                begun = text.rfind("\n", 0, found.start()) + 1
                if "#" in text[begun : found.start()]:
                    continue  # in a comment
                line = text.count("\n", 0, found.start()) + 1
                slipped = f"{text[: found.end()]}q{text[found.end() :]}"
                yield Meant(path.parent.name, slipped, line, code, found.group())
