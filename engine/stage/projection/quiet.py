"""Silence for libraries that write to the terminal while they look for a device in vain."""

import contextlib
import logging
import os
from collections.abc import Iterator
from typing import Final

log = logging.getLogger(__name__)

_STDERR: Final = 2


@contextlib.contextmanager
def hushed() -> Iterator[None]:
    """
    Nothing written to the process's error output is seen meanwhile; with --verbose all is.

    Libraries in C write there past Python, so it is the file descriptor that is turned away.
    """
    if log.isEnabledFor(logging.DEBUG):
        yield
        return
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is no error output, as under a desktop's launcher
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
