"""The one place where OpenCV is brought in: late, quiet, and on a single thread of its own."""

import os
from functools import cache
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
    import cv2  # noqa: PLC0415 -- late on purpose: a viewer without a camera never pays for it

    cv2.setNumThreads(1)  # one thread wastes least beside a decoder, and is quick enough
    return cv2
