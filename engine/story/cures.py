"""What an author most likely meant by words that are no condition."""

import re
from typing import Final

_QUOTED: Final = re.compile(r"""'[^']*'|"[^"]*\"""")
_SLIPS: Final = tuple(
    (re.compile(slip), cure)
    for slip, cure in (
        (
            r",\s*\w+\s*[-+]?=(?!=)",
            "Write several as a list: `[trust += 1, knows = true]`.",
        ),
        ("[“”‘’„«»「」『』＂＇]", 'Write texts in straight quotes: `mood == "calm"`.'),
        (
            "[＝＞＜（）！＋－＊／，：]",
            "Write signs as an English keyboard has them: `= > < ( ) + -`.",
        ),
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
_FORM: Final = "Write it like `trust > 1 and not visited(cellar)`."


def cure_of(text: str) -> str:
    """How to mend words that cannot be understood: by the slip in them, or by an example."""
    bare = _QUOTED.sub(" ", text)
    return next((cure for slip, cure in _SLIPS if slip.search(bare)), _FORM)


def truth_meant(name: str) -> str | None:
    """`true` or `false` for a word that means one elsewhere, such as `yes` or `Off`."""
    word = name.casefold()
    if word in {"yes", "on", "true"}:
        return "true"
    return "false" if word in {"no", "off", "false"} else None
