"""The engine in a process of its own that may use little time and memory."""

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
    said = folder / ".said"
    with said.open("wb") as out:
        child = subprocess.Popen(
            [sys.executable, "-m", *words],
            stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT,
            env={**os.environ, "KINOEYE_HOME": str(folder / ".home")},
            preexec_fn=_seal,  # noqa: PLW1509 -- no thread of ours runs yet
        )  # fmt: skip
        child.stdin.write(stdin.encode())
        child.stdin.close()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return Went(
        code=child.returncode,
        said=said.read_text(encoding="utf-8", errors="replace"),
        seconds=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss / 1024,
    )


def _seal() -> None:
    signal.alarm(LONGEST)
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    resource.setrlimit(resource.RLIMIT_CPU, (HARD, HARD))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
