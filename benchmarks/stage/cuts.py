"""An hour of cuts, sampled: threads, files and memory before and after, as fast as decoders can.

A cut every two seconds of film, two other clips ready beside each, every fifth cut short. The
whole hour is a test (`python -m tests --slow`); this takes its rate of growth from a piece.
"""

import json
import subprocess
import sys

from benchmarks.figures import Figure, Report, machine

SETTLING = {True: 30, False: 150}
SAMPLED = {True: 60, False: 450}
HOUR = 1800
MOST = 24.0
"""Megabytes that an hour may add, once everything is as large as it gets."""


def run(*, quick: bool) -> Report:
    """Cut, and see what is left behind."""
    report = Report("cuts")
    command = [sys.executable, "-m", "benchmarks.peers.cutting"]
    counts = [str(SETTLING[quick]), str(SAMPLED[quick])]
    said = subprocess.run([*command, *counts], check=True, capture_output=True, text=True)
    told = json.loads(said.stdout.splitlines()[-1])
    left = abs(told["threads"]) + abs(told["files"])
    report.figures += [
        Figure(
            name="left", what="threads and files more after many cuts", value=left, unit="",
            peer=f"{told['cuts']} cuts", target="<= 4", ok=left <= 4,
        ),
        Figure(
            name="grown", what="memory grown over them", value=told["grown"], unit="MB",
            peer=f"{told['grown'] * HOUR / told['cuts']:+.0f} MB an hour at this rate",
            target="-" if quick else "<= 24", ok=None if quick else told["grown"] <= MOST,
        ),
        Figure(
            name="speed", what="film cut so in a second", value=told["speed"], unit="s",
        ),
    ]  # fmt: skip
    report.notes.append(f"at the end: {machine()}")
    return report
