"""
`python -m benchmarks` lists them; `python -m benchmarks NAME [--quick] [--json]` runs one.

Those that measure on pictures or texts which cannot be in the repository take `--data DIR`.
"""

import argparse
import importlib
import inspect
import os
import sys
from pathlib import Path

STAGE = (
    "seam", "player", "decode", "candidates", "sphere", "startup", "answers", "cuts",
)  # fmt: skip
NAMES = (
    "stage", *STAGE,
    "senses", "faces", "windows", "story-scale", "ledger", "words", "intents",
)  # fmt: skip


def main() -> int:
    """Run the named benchmark; 0 when every target holds."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    asking = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asking.add_argument("name", nargs="?", choices=NAMES)
    asking.add_argument("--quick", action="store_true", help="less of it, for a first look")
    asking.add_argument("--json", action="store_true", help="one object a line, for machines")
    asking.add_argument("--data", type=Path, metavar="DIR", help="pictures or texts to measure on")
    asked = asking.parse_args()
    if asked.name is None:
        for name in NAMES:
            says = (importlib.import_module(module(name)).__doc__ or "").strip()
            print(f"{name:12} {says.splitlines()[0]}")
        return 0
    run = importlib.import_module(module(asked.name)).run
    given = {"data": asked.data} if "data" in inspect.signature(run).parameters else {}
    report = run(quick=asked.quick, **given)
    report.print(as_json=asked.json)
    return 0 if report.holds else 1


def module(name: str) -> str:
    """Where a benchmark is."""
    if name == "stage":
        return "benchmarks.stage.measure"
    if name in STAGE:
        return f"benchmarks.stage.{name}"
    return f"benchmarks.{name.replace('-', '_')}"


if __name__ == "__main__":
    sys.exit(main())
