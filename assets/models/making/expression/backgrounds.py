"""Scenes in which nobody is to be seen: what "no face" is learned from."""

from pathlib import Path

import cv2
import numpy as np

from assets.models.making.expression.mirrors import Mirror
from assets.models.making.expression.muxspace import finder, largest

LONGEST = 640
FAINT = 0.3
"""A scene in which the finder believes in a face even this little is left out."""


def prepare(mirrors: Path, to: Path) -> None:
    """Write `backgrounds/*.jpg`."""
    folder = to / "backgrounds"
    folder.mkdir(parents=True, exist_ok=True)
    looking = finder(mirrors, FAINT)
    with Mirror(mirrors, "EliSchwartz/imagenet-sample-images") as mirror:
        names = [name for name in mirror.names() if name.endswith(".JPEG")]
        for name in names:
            seen = cv2.imdecode(np.frombuffer(mirror.read(name), np.uint8), cv2.IMREAD_COLOR)
            scale = min(1.0, LONGEST / max(seen.shape[:2]))
            seen = cv2.resize(seen, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            if largest(looking, seen) is None:
                cv2.imwrite(str(folder / f"{Path(name).stem}.jpg"), seen)
    print(f"backgrounds: {len(list(folder.glob('*.jpg')))} of {len(names)} scenes", flush=True)
