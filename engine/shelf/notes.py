"""The user's own settings file: YAML, read whole and written whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from engine.shelf.guard import ShelfError
from engine.shelf.writing import write_whole


def read_notes(path: Path) -> dict[str, Any]:
    """
    What a YAML file of plain values says; empty when there is none.

    Raises ShelfError with the line when it is no such file.
    """
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as problem:
        raise ShelfError(f"{path} cannot be read ({problem}). Mend or remove it.") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        says = getattr(problem, "problem", None) or "this is no YAML"
        raise ShelfError(f"{where}: {says}. Mend or remove the file.") from problem
    if written is None:
        return {}
    if not isinstance(written, dict):
        raise ShelfError(f"{path}: expected `section:` with `name: value` under it.")
    return {str(name): value for name, value in written.items()}


def write_notes(path: Path, notes: Mapping[str, Any]) -> None:
    """Write plain values as YAML in one step. ShelfError when the folder cannot be written."""
    write_whole(path, yaml.safe_dump(dict(notes), allow_unicode=True, sort_keys=False))
