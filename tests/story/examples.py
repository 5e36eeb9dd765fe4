"""
The films in `findings/`, each of which provokes one finding.

Comments at a film's top say what its folder holds: `# clip NAME SECONDS`, `# missing NAME`,
`# broken NAME WHY`; a file that is not named there is 20 s long. `# lengthen` makes the text
too long to keep in a repository, and `# also CODE` names what cannot be told apart.
"""

from dataclasses import dataclass
from pathlib import Path

from engine.story.check import check
from engine.story.clips import ClipFacts, ClipFault
from engine.story.film import Film
from engine.story.findings import Finding
from engine.story.media import uses
from engine.story.parse import STORY, parse
from engine.story.rules import Rule
from engine.story.yamltext import MOST_BYTES

FOLDER = Path(__file__).parent / "findings"


def facts(seconds=20.0):
    """A clip of this length, and nothing unusual about it."""
    return ClipFacts(length=seconds, width=1280, height=720, sound=True, size=1_000_000)


@dataclass(frozen=True)
class Example:
    """One film, and what was said of it."""

    code: str
    sources: dict
    findings: tuple[Finding, ...]
    also: frozenset[str]


def example(path):
    """Read and check one film of the folder."""
    return example_of(path.read_text(encoding="utf-8"), path.stem)


def example_of(text, code):
    """The same for a text that is in no file."""
    notes = [line[2:].split(maxsplit=2) for line in text.splitlines() if line.startswith("# ")]
    if ["lengthen"] in notes:
        text += f"# {'x' * MOST_BYTES}\n"
    sources = {STORY: text}
    also = frozenset(words[1] for words in notes if words[0] == "also")
    return Example(code, sources, said_of(sources, notes), also)


def said_of(sources, notes=()):
    """Everything the engine says of a film whose folder holds what the notes tell."""
    parsed = parse(sources, "two-doors")
    if parsed.story is None:
        return parsed.findings
    clips = {use.file: facts() for use in uses(parsed.story)}
    for words in notes:
        match words:
            case ["clip", name, seconds]:
                clips[name] = facts(float(seconds))
            case ["missing", name]:
                clips[name] = ClipFault(missing=True, says="")
            case ["broken", name, why]:
                clips[name] = ClipFault(missing=False, says=why)
    return (*parsed.findings, *check(Film(parsed.story, clips)))


if __name__ == "__main__":
    lines = [str(example(FOLDER / f"{rule.code}.yaml").findings[-1]) for rule in Rule]
    (FOLDER / "said.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
