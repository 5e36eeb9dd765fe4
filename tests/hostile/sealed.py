"""
The engine in a process of its own that may use little time and memory.

A process begins with the peak of memory of whoever forks it, and a long run of tests is large: so
it is begun by a small one, which is this very file run as a program.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOM = 2 * 1024**3
"""Bytes of address space: what libraries map without using it counts, so it is wide."""
HARD = 20
"""Seconds of processor time after which the process is killed."""

LONGEST = 40
"""Seconds after which it is killed, however little it did in them."""


@dataclass(frozen=True)
class Went:
    """How it went."""

    code: int
    said: str
    """Everything printed, of both kinds."""
    seconds: float
    """Of processor time."""
    megabytes: float
    """Held at the most."""


def sealed(*words: str, folder: Path, stdin: str = "") -> Went:
    """Run `python -m WORDS` in a folder, where it can neither take long nor much."""
    said, went = folder / ".said", folder / ".went"
    with said.open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "tests.hostile.sealed", str(went), *words],
            input=stdin.encode(), stdout=out, stderr=subprocess.STDOUT, check=True,
            env={**os.environ, "KINOEYE_HOME": str(folder / ".home")},
        )  # fmt: skip
    return Went(
        said=said.read_text(encoding="utf-8", errors="replace"),
        **json.loads(went.read_text(encoding="utf-8")),
    )


def begin(went: Path, words: list[str]) -> None:
    """Begin the sealed process, wait for it, and write down what it took."""
    child = os.fork()
    if child == 0:
        _seal()
        os.execv(sys.executable, [sys.executable, "-m", *words])
    _, status, used = os.wait4(child, 0)
    told = {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
    }
    went.write_text(json.dumps(told), encoding="utf-8")


def _seal() -> None:
    signal.alarm(LONGEST)
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    resource.setrlimit(resource.RLIMIT_CPU, (HARD, HARD))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    begin(Path(sys.argv[1]), sys.argv[2:])
