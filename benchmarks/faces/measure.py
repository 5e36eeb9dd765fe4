"""One run over all faces and photographs, and the figures it comes to."""

from pathlib import Path
from typing import Final

import cv2

from benchmarks.faces import detecting, reading
from benchmarks.figures import Report
from engine.shelf.offers import EMOTIEFFLIB

NEEDED: Final = ("ferplus-test.npz", "muxspace/labels.csv", "photographs/boxes.csv")
MISSING: Final = (
    "Left out: it needs --data DIR, and in it ferplus-test.npz and muxspace (made by "
    "`python -m assets.models.making.expression.prepare --from MIRRORS --to DIR`), photographs "
    "and peers (made by `python -m benchmarks.peers.faces --from MIRRORS --to DIR`)."
)
FIRST_LOOK: Final = 8
NOTES: Final = (
    "Milliseconds are of the processor, medians.",
    "The true boxes are YuNet's on the full photographs, looked through by eye, which favours it.",
)


def run(*, quick: bool, data: Path | None = None) -> Report:
    """Measure everything that is there, on one thread."""
    report = Report("faces")
    if data is None or not all((data / name).is_file() for name in NEEDED):
        report.notes.append(MISSING)
        return report
    cv2.setNumThreads(1)
    step = FIRST_LOOK if quick else 1
    report.figures += reading.figures(data, step)
    report.figures += detecting.figures(data, step)
    report.notes += [f"OpenCV {cv2.__version__}, one thread.", *NOTES]
    if not (data / "peers" / EMOTIEFFLIB.file).is_file():
        report.notes.append(f"EmotiEffLib is left out: peers holds no {EMOTIEFFLIB.file}.")
    if not hasattr(cv2, "CascadeClassifier"):
        report.notes.append("Haar is left out: OpenCV 5 has none. Measure it under OpenCV 4.")
    if quick:
        report.notes.append(f"Only one face and photograph in {FIRST_LOOK}: a first look.")
    return report
