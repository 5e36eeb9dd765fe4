"""
`python -m assets.models.making.expression.prepare --from MIRRORS --to DIR` makes the pictures.

MIRRORS holds bare clones as `owner+name/repo`. DIR then holds (`benchmarks faces` reads it too):

    ferplus-train.npz, ferplus-valid.npz, ferplus-test.npz
        x         uint8 (n, 48, 48), FER2013's pictures
        votes     float32 (n, 10), FER+'s raw votes: neutral, happiness, surprise, sadness, anger,
                  disgust, fear, contempt, unknown, NF
        original  int8 (n), FER2013's own label in the same order; -1 where not found
    muxspace/labels.csv
        path (in this folder), emotion, person, part, x, y, w, h (YuNet's box, in pixels)
        part: train; test (people in no training set, at most 300 an expression, what figures
        are of); spare (more of the people held out: neither trained on nor in a figure)
    muxspace/pictures/*.jpg
    backgrounds/*.jpg    scenes without faces

The label of a FER+ picture is what most raters saw, single votes dropped, and none without one
clear majority among the first eight: `ferplus.labels`.
"""

import argparse
from pathlib import Path

from assets.models.making.expression import backgrounds, ferplus, muxspace


def main() -> None:
    """Prepare everything; some minutes."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--from", dest="mirrors", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asked = asking.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    cv2_threads()
    for source in (ferplus, backgrounds, muxspace):
        source.prepare(asked.mirrors, asked.to)


def cv2_threads() -> None:
    """One thread: other work on this machine matters too."""
    import cv2  # noqa: PLC0415

    cv2.setNumThreads(1)


if __name__ == "__main__":
    main()
