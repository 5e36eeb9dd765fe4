"""Writing so that a power cut leaves the old file or the new one, never half of either."""

import os
import tempfile
from pathlib import Path

from engine.shelf.guard import ShelfError


def write_whole(path: Path, text: str) -> None:
    """
    Put `text` (UTF-8) in the place of whatever `path` held, in one step.

    Raises ShelfError when the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise ShelfError(
            f"{path} cannot be written ({problem.strerror}). Choose another place."
        ) from problem
