"""
Faces: how well they are found and read, beside every network whose weights can be had.

Needs `--data DIR`: `ferplus-test.npz` and `muxspace/`, which the expression model's making
prepares, and `photographs/` and `peers/`, which `python -m benchmarks.peers.faces` makes.
"""

from benchmarks.faces.measure import run

__all__ = ["run"]
