"""
The pages of the findings: their examples and what `check` says of them, and the list of all.

    python -m docs.making.findings    (after a change to a rule or to an example; a second)

What a page says in prose, and how its example is mended, is written by hand and stays.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from engine.desk.check import Report, told
from engine.story.rules import Rule
from tests.story.examples import FOLDER, example

PAGES = Path(__file__).resolve().parent.parent / "findings"
INDEX = "README.md"
WIDEST = 99
"""Columns of an example that are shown; some are long on purpose."""
MOST = 3
"""How many findings of one kind a page shows."""
GROUPS = {
    "S0": "The file as YAML, and its keys",
    "S1": "Names and ways",
    "S2": "Decisions",
    "S3": "Files",
    "S4": "Words and languages",
    "S5": "State, conditions and feelings",
    "S6": "Tests",
}
INTRO = """\
# Findings

What `kinoeye check` says of a film, a page for each code: what it means, a film that has it,
what `check` says of that film, and the film mended. In a terminal, `kinoeye explain S101` shows
the same page. Codes never change their meaning.

每一页都有一段中文，说明是什么问题、怎么改；在终端里用 `kinoeye explain S101` 查看。

An **error** keeps the film from being played, a **warning** is advice. `check --release` takes a
missing file ([S302](S302.md)) for an error.

The films are those of `tests/story/findings/`. Comments at their top tell what lies in the
folder: `# clip hall.mp4 20` is a clip of 20 seconds, as every other is; `# missing` a file that is
not there, `# broken` one that cannot be played, `# keyframes` one with so many seconds between
two; `# cue` is a subtitle, from and to, `# astray` a line that is none, `# words` or `# fuzzy` a
translation, `# sound` or `# unheard` a dub or a description, and `# silent` a clip without sound.

This list and the examples are written by `python -m docs.making.findings`.
"""


def main() -> None:
    """Write what has changed."""
    for name, text in pages().items():
        page = PAGES / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")
            print(f"docs/findings/{name}")


def pages() -> dict[str, str]:
    """Every page as it should be, by its name; a rule without one stops the making."""
    missing = [rule.code for rule in Rule if not (PAGES / f"{rule.code}.md").exists()]
    if missing:
        raise SystemExit(f"docs/findings has no page for {', '.join(missing)}.")
    filled = {f"{rule.code}.md": _filled(rule) for rule in Rule}
    return {**filled, INDEX: _index(filled)}


def shown(line: str) -> str:
    """A line as a page can show it: not too long, its invisible signs made visible."""
    plain = "".join(chr(0x2400 + ord(sign)) if ord(sign) < ord(" ") else sign for sign in line)
    return plain if len(plain) <= WIDEST else f"{plain[: WIDEST - 1]}…"


def _filled(rule: Rule) -> str:
    text = (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")
    film = (FOLDER / f"{rule.code}.yaml").read_text(encoding="utf-8").splitlines()
    text = re.sub(r"\A# .*?: ", f"# {rule.code} · {rule.weight}: ", text)
    text = _between("example", text, "yaml", [shown(line) for line in film])
    return _between("said", text, "text", [shown(line) for line in _said(rule)])


def _said(rule: Rule) -> Iterator[str]:
    film = example(FOLDER / f"{rule.code}.yaml")
    report = Report("two-doors", film.sources, film.findings)
    of_its_kind = [finding for finding in film.findings if finding.rule is rule]
    for at, finding in enumerate(of_its_kind[:MOST]):
        yield from ("",) * bool(at)
        yield from told(finding, report)


def _between(mark: str, text: str, kind: str, lines: list[str]) -> str:
    body = "\n".join(line.rstrip() for line in lines)
    block = f"<!-- {mark} -->\n```{kind}\n{body}\n```\n<!-- /{mark} -->"
    done, times = re.subn(
        rf"<!-- {mark} -->.*?<!-- /{mark} -->", lambda _: block, text, flags=re.DOTALL
    )
    if times != 1:
        raise SystemExit(f"{text.splitlines()[0]}: one place is needed for `<!-- {mark} -->`.")
    return done


def _index(filled: dict[str, str]) -> str:
    parts = [INTRO]
    for group, rules in groupby(Rule, lambda rule: rule.code[:2]):
        parts.append(f"## {GROUPS[group]}\n\n| code | weight | |\n|---|---|---|")
        parts[-1] += "".join(f"\n{_row(rule, filled)}" for rule in rules) + "\n"
    return "\n".join(parts)


def _row(rule: Rule, filled: dict[str, str]) -> str:
    title = filled[f"{rule.code}.md"].splitlines()[0].partition(": ")[2]
    return f"| [{rule.code}]({rule.code}.md) | {rule.weight} | {title} |"


if __name__ == "__main__":
    main()
