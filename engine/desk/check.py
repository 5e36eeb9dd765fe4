"""`kinoeye check`: what is wrong with a film, where, and its cure."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from engine.desk.beside import beside, spare_files
from engine.desk.films import Look, nothing_thrown_away, read
from engine.desk.watch import KnownClips, Watching, keep_checking
from engine.shelf.films import FilmFolder, open_film, shipped_films
from engine.shelf.guard import ShelfError
from engine.stage.projection.probe import probe_all
from engine.story.check import check
from engine.story.checks.minutes import in_minutes
from engine.story.findings import Finding, excerpt
from engine.story.minutes import RunningTime, running_time
from engine.story.reading.notes import in_order
from engine.story.reading.parts import gist
from engine.story.rules import Rule, Weight

WELL: Final = 0
ERRORS: Final = 1
UNREADABLE: Final = 2

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be said of one film."""

    name: str
    sources: Mapping[str, str]
    findings: tuple[Finding, ...]
    scenes: int = 0
    endings: int = 0
    time: RunningTime | None = None
    """How long it takes, where that can be said."""

    @property
    def errors(self) -> int:
        """How many findings keep it from being shown."""
        return sum(finding.weight is Weight.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are advice."""
        return len(self.findings) - self.errors


def aloud(line: str) -> None:
    """Print a line so that whoever reads along has it now."""
    print(line, flush=True)


def run(asked: Namespace, say: Say = aloud) -> int:
    """Check the films asked for; answers with the exit code."""
    names = asked.films or [str(folder.path) for folder in shipped_films()]
    once = partial(check_films, names, release=asked.release, as_json=asked.json, say=say)
    if not asked.watch:
        return once()
    folders = {name: open_film(name).path for name in names}
    how = Watching(quiet=asked.json, clear=sys.stdout.isatty())
    keep_checking(partial(once, look=KnownClips()), folders, how, say)
    return WELL


def check_films(
    names: Sequence[str], *, release: bool, as_json: bool, say: Say, look: Look = probe_all
) -> int:
    """Check films by name, and say what was found of each."""
    tell = _tell_json if as_json else _tell
    worst = WELL
    for name in names:
        try:
            report = examined(open_film(name), release=release, look=look)
        except ShelfError as problem:
            says = {"film": name, "problem": str(problem)}
            say(json.dumps(says, ensure_ascii=False) if as_json else _named(name, str(problem)))
            worst = UNREADABLE
            continue
        tell(report, say)
        worst = max(worst, ERRORS if report.errors else WELL)
    return worst


@nothing_thrown_away()  # the film is let go before anybody looks for rubbish in it
def examined(folder: FilmFolder, *, release: bool = False, look: Look = probe_all) -> Report:
    """Everything there is to say about a film. ShelfError where it cannot be read."""
    opened = read(folder, look)
    if opened.film is None:
        return Report(folder.name, _told_of(opened.findings, opened.sources), opened.findings)
    story = opened.film.story
    near = beside(folder, story)
    time = running_time(opened.film)
    found = check(
        opened.film,
        release=release,
        words=near.words,
        fuzzy=near.fuzzy,
        misworded=near.misworded,
        subtitles=near.subtitles,
        sounds=near.sounds,
        spare=spare_files(folder, opened.film),
        time=time,
    )
    findings = in_order([*opened.findings, *found])
    return Report(
        folder.name,
        _told_of(findings, opened.sources, near.texts),
        findings,
        time=time,
        scenes=len(story.scenes),
        endings=len(gist(story).endings),
    )


def _told_of(findings: Iterable[Finding], *sources: Mapping[str, str]) -> Mapping[str, str]:
    """The texts of the files that findings are about, read once however many they are."""
    files = {finding.place.file for finding in findings}
    return {file: texts[file] for texts in sources for file in texts if file in files}


def _named(name: str, problem: str) -> str:
    return problem if name in problem else f"{name}: {problem}"


def told(finding: Finding, report: Report, *, briefly: bool = False) -> Iterator[str]:
    """The lines a finding is told in: what, where and, if not `briefly`, how to mend it."""
    yield f"{report.name}/{finding.place}: {finding.weight} {finding.rule.code}"
    yield f"  {finding.says}."
    if not briefly:
        yield from (f"    {line}" for line in excerpt(finding, report.sources).splitlines())
        yield f"  {finding.remedy}"


def _tell(report: Report, say: Say) -> None:
    before: set[tuple[Rule, str]] = set()
    for finding in report.findings:
        # A film not shot yet names dozens of files, and the cure is the same for each.
        cure = (finding.rule, finding.remedy)
        briefly = finding.rule is Rule.MISSING_FILE and cure in before
        for line in told(finding, report, briefly=briefly):
            say(line)
        before.add(cure)
        say("")
    say(_summary(report))
    if report.findings:
        worst = min(report.findings, key=lambda finding: finding.weight is not Weight.ERROR)
        say(f"`kinoeye explain {worst.rule.code}` tells more of a finding.")


def _summary(report: Report) -> str:
    if not report.scenes:
        return f"{report.name}: {_count(report.errors, 'error')}; the film cannot be played yet."
    size = f"{_count(report.scenes, 'scene')}, {_count(report.endings, 'ending')}"
    if report.time is not None:
        minutes = in_minutes(report.time).replace("..", " to ")
        size = f"{size}, {minutes} {'minute' if minutes == '1' else 'minutes'}"
    if not report.findings:
        return f"{report.name}: nothing to say; {size}."
    errors, warnings = _count(report.errors, "error"), _count(report.warnings, "warning")
    return f"{report.name}: {errors}, {warnings}; {size}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _tell_json(report: Report, say: Say) -> None:
    for finding in report.findings:
        line = {
            "film": report.name,
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
            "code": finding.rule.code,
            "weight": finding.weight.value,
            "says": finding.says,
            "remedy": finding.remedy,
        }
        say(json.dumps(line, ensure_ascii=False))
    say(
        json.dumps(
            {"film": report.name, "errors": report.errors, "warnings": report.warnings},
            ensure_ascii=False,
        )
    )
