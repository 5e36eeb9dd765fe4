"""The whole player, which writes down when it looked at a recorded camera: `LOG WORDS...`."""

import sys
import time
from pathlib import Path

from engine.desk.cli import main
from engine.senses.camera.camera import Recording
from engine.story.units import Seconds


def _noted(log: str) -> None:
    """Have every look at a recording written down: this machine's clock, and how far into it."""
    lines = Path(log).open("a", encoding="ascii", buffering=1)  # noqa: SIM115 -- to the end
    grab = Recording.grab

    def noting(self: Recording, now: Seconds) -> object:
        at, picture = time.perf_counter(), grab(self, now)
        if self.is_open:
            lines.write(f"{at} {now - self._began}\n")
        return picture

    Recording.grab = noting  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    _noted(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
