"""
The films in `findings/`, each of which provokes one finding.

Comments at a film's top say what its folder holds: `# clip NAME SECONDS`, `# missing NAME`,
`# broken NAME WHY`, `# keyframes NAME SECONDS`; a file that is not named there is 20 s long.
`# cue FILE FROM TO WORDS` is a subtitle, `# astray FILE WORDS` a line below them that is none,
`# unreadable FILE WHY` a whole file of them; `# words
LANGUAGE CONTEXT | SOURCE | TEXT` is a translation, `# fuzzy` one that is fuzzy, `# misworded FILE
WHAT` a file of them.
`# sound FILE SECONDS` is a dub or a description, `# unheard FILE WHY` one that cannot be heard,
`# silent NAME` a clip without sound, `# breaks NAME SECONDS
PROMISED` one that ends before it says it does. `# lengthen` makes the text too long to keep in a
repository, and `# also CODE` names what cannot be told apart.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from engine.story.check import check
from engine.story.checks.words import Misworded
from engine.story.clips import ClipFacts, ClipFault
from engine.story.film import Film
from engine.story.findings import Finding
from engine.story.media import uses
from engine.story.places import Place
from engine.story.reading.notes import in_order
from engine.story.reading.parse import STORY, parse
from engine.story.reading.yamltext import MOST_BYTES
from engine.story.rules import Rule
from engine.story.sounds import SoundBeside, is_sound
from engine.story.subtitles import Astray, Subtitles, WrittenCue

FOLDER = Path(__file__).parent / "findings"


def facts(seconds=20.0):
    """A clip of this length, and nothing unusual about it."""
    return ClipFacts(length=seconds, width=1280, height=720, sound=True, size=1_000_000)


def sound_facts(seconds):
    """A file of sound of this length."""
    return ClipFacts(length=seconds, width=0, height=0, sound=True, size=1_000_000)


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
    found = said_of(sources, notes)
    return Example(code, {**sources, **subtitle_texts(notes)}, found, also)


def said_of(sources, notes=()):
    """Everything the engine says of a film whose folder holds what the notes tell."""
    parsed = parse(sources, "two-doors")
    if parsed.story is None:
        return parsed.findings
    clips = {use.file: usual(use.file) for use in uses(parsed.story)}
    for words in notes:
        match words:
            case ["keyframes", name, seconds]:
                clips[name] = replace(facts(60.0), keyframes=float(seconds))
            case ["clip", name, seconds]:
                clips[name] = (sound_facts if is_sound(name) else facts)(float(seconds))
            case ["breaks", name, rest]:
                length, promised = map(float, rest.split())
                clips[name] = replace(facts(length), promised=promised)
            case ["silent", name]:
                clips[name] = replace(facts(), sound=False)
            case ["missing", name]:
                clips[name] = ClipFault(missing=True, says="")
            case ["broken", name, why]:
                clips[name] = ClipFault(missing=False, says=why)
    sounds = {"sounds": tuple(sounding(notes))}
    beside = {**worded(notes), "subtitles": subtitled(notes), **sounds}
    return in_order([*parsed.findings, *check(Film(parsed.story, clips), **beside)])


def usual(name):
    """What a file holds that no note tells of: a picture has no length."""
    if is_sound(name):
        return sound_facts(20.0)
    return facts(0.0 if name.endswith((".jpg", ".png")) else 20.0)


def worded(notes):
    """The translations that notes tell of."""
    words, fuzzy, faults = {}, {}, []
    for note in notes:
        match note:
            case ["words" | "fuzzy" as kind, language, entry]:
                context, source, text = (part.strip() for part in entry.split("|"))
                words.setdefault(language, {})
                if kind == "words":
                    words[language][context, source] = text
                else:
                    fuzzy.setdefault(language, {})[context, source] = 12
            case ["misworded", file, says]:
                faults.append(Misworded(Place(file, 9), says, "Write it in straight quotes."))
    return {"words": words, "fuzzy": fuzzy, "misworded": faults}


def sounding(notes):
    """The dubs and descriptions that notes tell of."""
    for note in notes:
        match note:
            case ["sound" | "unheard" as kind, file, rest]:
                stem, language = file.split(".")[:2]
                beside = SoundBeside(file=file, clip=f"{stem}.mp4", language=language)
                yield (
                    replace(beside, length=float(rest))
                    if kind == "sound"
                    else replace(beside, fault=rest)
                )


def subtitled(notes):
    """The files of subtitles that notes tell of, each cue in its own line."""
    files = {}
    for note in notes:
        match note:
            case ["cue" | "unreadable" as kind, file, rest]:
                stem, language, _ = file.split(".")
                before = files.get(
                    file, Subtitles(file=file, clip=f"{stem}.mp4", language=language)
                )
                files[file] = (
                    replace(before, cues=(*before.cues, cue_of(rest, len(before.cues))))
                    if kind == "cue"
                    else replace(before, fault=rest)
                )
            case ["astray", file, said]:
                below = Astray(4 * len(files[file].cues) + 1, said, "Write its times above it.")
                files[file] = replace(files[file], astray=(below,))
    return tuple(files.values())


def cue_of(written, before):
    """One subtitle as a note tells it: from, to, words."""
    start, end, said = written.split(maxsplit=2)
    return WrittenCue(float(start), float(end), said, line=4 * before + 2)


def subtitle_texts(notes):
    """The text of each file of subtitles as an author would have written it."""
    texts = {}
    for each in subtitled(notes):
        rows = [
            f"{at}\n{stamp(cue.start)} --> {stamp(cue.end)}\n{cue.text}\n"
            for at, cue in enumerate(each.cues, start=1)
        ]
        rows += [f"{below.said}\n" for below in each.astray]
        texts[each.file] = "\n".join(rows) or "Who is there?\n"
    return texts


def stamp(seconds):
    """A moment as SubRip writes it."""
    whole, rest = divmod(round(seconds * 1000), 1000)
    return f"00:{whole // 60:02}:{whole % 60:02},{rest:03}"


if __name__ == "__main__":
    lines = [str(example(FOLDER / f"{rule.code}.yaml").findings[-1]) for rule in Rule]
    (FOLDER / "said.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
