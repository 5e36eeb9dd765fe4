"""`kinoeye check --watch`: looking again whenever a file of the film has changed."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from engine.shelf.watching import Stamp, stamps
from engine.stage.projection.probe import probe_all
from engine.story.clips import ClipFacts, ClipFault

EVERY: Final = 1.0
"""Seconds between two looks at the folders."""
REST: Final = 0.2
"""Seconds without another change after which a file is taken for written."""
MOST_NAMED: Final = 3
CLEAR: Final = "\x1b[H\x1b[2J\x1b[3J"
"""What empties a terminal, its memory too, so that the newest findings stand at the top."""

Stamps = Mapping[str, Stamp]
Look = Callable[[], Stamps]
Wait = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Watching:
    """How films are watched: what waits, what tells the time, and how it looks."""

    quiet: bool = False
    """Whether only findings are said, for programs."""
    clear: bool = False
    """Whether the screen is cleared before each check."""
    wait: Wait = threading.Event().wait
    now: Callable[[], str] = lambda: time.strftime("%H:%M:%S")


def keep_checking(
    once: Callable[[], object],
    folders: Mapping[str, Path],
    how: Watching,
    say: Callable[[str], None],
) -> None:
    """Check now and after every change, until somebody ends it with Ctrl-C."""
    later = changes(partial(_stamps, folders), how.wait)
    watching = f"watching {', '.join(folders)}; Ctrl-C ends it"
    for reason in chain([watching], map(in_words, later)):
        if not how.quiet:
            say(f"{CLEAR if how.clear else ''}{how.now()} · {reason}\n")
        once()


def changes(look: Look, wait: Wait) -> Iterator[tuple[str, ...]]:
    """
    Each time files have changed since now and come to rest, their names; it never ends.

    What changes while the names are being dealt with is told next.
    """
    return _changes(look(), look, wait)


def in_words(changed: tuple[str, ...]) -> str:
    """What changed, in a few words."""
    more = len(changed) - MOST_NAMED
    return ", ".join(changed[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


@dataclass(slots=True)
class KnownClips:
    """Looks at clips as `probe_all` does, but only once at each, until its file changes."""

    look: Callable[[Path, Iterable[str]], Mapping[str, ClipFacts | ClipFault]] = probe_all
    _known: dict[tuple[Path, str, Stamp], ClipFacts | ClipFault] = field(default_factory=dict)

    def __call__(self, folder: Path, names: Iterable[str]) -> Mapping[str, ClipFacts | ClipFault]:
        """What there is to know of these files."""
        now, wanted = stamps(folder), tuple(names)
        keys = {name: (folder, name, now[name]) for name in wanted if name in now}
        new = self.look(folder, [name for name in wanted if keys.get(name) not in self._known])
        seen = {name: new[name] if name in new else self._known[keys[name]] for name in wanted}
        self._known.update({key: seen[name] for name, key in keys.items()})
        return seen


def _stamps(folders: Mapping[str, Path]) -> Stamps:
    """Every file of all the folders; with the film's name before it where there are several."""
    several = len(folders) > 1
    return {
        f"{name}/{file}" if several else file: stamp
        for name, folder in folders.items()
        for file, stamp in stamps(folder).items()
    }


def _changes(before: Stamps, look: Look, wait: Wait) -> Iterator[tuple[str, ...]]:
    while True:
        wait(EVERY)
        now = look()
        if now == before:
            continue
        now = _at_rest(now, look, wait)
        changed, before = _between(before, now), now
        if changed:
            yield changed


def _at_rest(now: Stamps, look: Look, wait: Wait) -> Stamps:
    """The folders once nothing in them changes any more: large clips take their time."""
    while True:
        wait(REST)
        later = look()
        if later == now:
            return now
        now = later


def _between(before: Stamps, now: Stamps) -> tuple[str, ...]:
    names = sorted({*before, *now})
    return tuple(name for name in names if before.get(name) != now.get(name))
