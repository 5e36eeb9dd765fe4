"""The one place where OpenCV is brought in: late, quiet, and on a single thread of its own."""

import contextlib
import ctypes
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

QUIET = {
    "OPENCV_LOG_LEVEL": "ERROR",
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",  # else some Windows cameras open for 20 s
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "2",  # else an unplugged camera blocks for 10 s
}


@cache
def opencv() -> Any:  # noqa: ANN401 -- the library's own types differ between 4.x and 5.x
    """OpenCV, brought in at the first call (some 0.2 s) and never by importing this file."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    _laid_out()
    import cv2  # noqa: PLC0415 -- late on purpose: a viewer without a camera never pays for it

    cv2.setNumThreads(1)  # one thread wastes least beside a decoder, and is quick enough
    return cv2


def _laid_out() -> None:
    """
    Have the system lay out the library's many megabytes first, while Python goes on.

    The import would hold every thread up for as long, and a film that plays would stand still.
    """
    found = importlib.util.find_spec("cv2") if sys.platform.startswith("linux") else None
    if found is None or found.origin is None:
        return
    with contextlib.suppress(OSError, AttributeError):  # then the import does it
        dlopen = ctypes.CDLL(None).dlopen  # called so, it lets go of the interpreter
        dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
        for library in Path(found.origin).parent.glob("cv2*.so"):
            dlopen(os.fsencode(library), os.RTLD_NOW)
