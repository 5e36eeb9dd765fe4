"""`kinoeye version`: what is installed."""

import argparse
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from engine.desk.cli import OK, release

PARTS: Final = (
    "pygame",
    "pygame-ce",
    "av",
    "opencv-python",
    "transitions",
    "SQLAlchemy",
    "PyYAML",
    "vaderSentiment",
    "numpy",
    "pydantic",
)


def run(_asked: argparse.Namespace) -> int:
    """Print the version, and those of the libraries the engine stands on."""
    print(f"kinoeye {release()}, Python {platform.python_version()}, {platform.platform()}")
    for part in PARTS:
        try:
            print(f"  {part} {version(part)}")
        except PackageNotFoundError:
            continue
    return OK
