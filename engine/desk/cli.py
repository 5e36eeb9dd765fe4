"""The command line: one word for each thing people start."""

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from engine.desk.curtain import curtain
from engine.desk.flags import parser
from engine.desk.report import fault_file
from engine.settings import SettingsError
from engine.shelf.guard import ShelfError
from engine.shelf.places import HOME_VARIABLE
from engine.stage.projection.trouble import WindowError

OK: Final = 0
BROKEN: Final = 1
UNREADABLE: Final = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the words say; answers with an exit code and never with a traceback."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    asked = parser().parse_args(argv)
    logging.basicConfig(level=logging.DEBUG if asked.verbose else logging.ERROR)
    if asked.data is not None:
        os.environ[HOME_VARIABLE] = str(asked.data)
    try:
        with curtain(asked):
            command = import_module(f"engine.desk.{asked.module}")
            return int(command.run(asked))
    except (ShelfError, SettingsError, WindowError) as problem:
        print(f"kinoeye: {problem}", file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read along has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except ModuleNotFoundError as problem:
        print(
            f"kinoeye: '{problem.name}', which Kinoeye stands on, is not installed here. "
            "Install Kinoeye again: `pip install -e .`.",
            file=sys.stderr,
        )
        return UNREADABLE
    except Exception as problem:  # noqa: BLE001 -- the one place: the program's top
        print(f"kinoeye: {fault_file(problem)}", file=sys.stderr)
        return BROKEN


def release() -> str:
    """The version installed, or the words of a checkout that was never installed."""
    try:
        return version("kinoeye")
    except PackageNotFoundError:
        return "0.1.0 (a checkout)"
