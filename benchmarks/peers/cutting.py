"""
Cuts from clip to clip as fast as decoders can, and tells what of it was left behind.

`FIRST THEN`: so many cuts until everything is as large as it gets, then so many more; what
grew over those is printed.
"""

import gc
import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from tests.clips import Make, film
from tests.stage.test_hour import CUT, Hour
from tests.stage.watching import held, memory


def main() -> None:
    """See the module."""
    first, then = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        for number, kind in enumerate(("mov", "mp4", "mkv") * 2):
            make = Make(number=number + 1, seconds=CUT, sound="tone", busy=number % 2 == 0)
            film(Path(folder) / f"{number}.{kind}", make)
        hour = Hour(Path(folder))
        hour.roll(first)
        gc.collect()
        (threads, files), room, began = held(), memory(), time.perf_counter()
        hour.roll(then)
        gc.collect()
        (more_threads, more_files), grown = held(), memory() - room
        hour.evening.close()
        took = time.perf_counter() - began
    told = {
        "cuts": then, "threads": more_threads - threads, "files": more_files - files,
        "grown": grown / 2**20, "speed": then * CUT / took,
    }  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main()
