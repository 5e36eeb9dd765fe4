"""
Evaluate: `python -m assets.models.making.expression.evaluate --data DIR [--model FILE]`.

Nothing is fitted here: the pictures neither taught nor chose anything.
"""

import argparse
from pathlib import Path

import numpy as np

from assets.models.making.expression.answers import HeldOut, held_out, not_faces
from assets.models.making.expression.figures import confusion, figures, separation
from engine.senses.faces.expressions import Expression

NAMES = tuple(Expression)
COLUMNS = ("pictures", "seven", "f1", "valence", "balanced", "eight", "ece")


def main() -> None:
    """Print the figures of every head, the confusions of the blend, and what is no face."""
    asking = argparse.ArgumentParser(description="Evaluate the expression network.")
    asking.add_argument("--data", type=Path, required=True)
    asking.add_argument("--model", type=Path, default=Path("assets/models/expression.onnx"))
    asked = asking.parse_args()
    told = tuple(held_out(asked.data, asked.model))
    print(f"{'':34}" + "".join(f"{name:>9}" for name in COLUMNS))
    for truth in ("FER+", "original", "muxspace"):
        pictures = tuple(
            each for each in told if (each.source == "muxspace") == (truth == "muxspace")
        )
        label = labelled(pictures, truth)
        for head in ("ferplus", "original", "blend"):
            got = figures(answered(pictures, head), label)
            row = "".join(
                f"{got[name]:9.0f}" if name == "pictures" else f"{got[name]:9.3f}"
                for name in COLUMNS
            )
            print(f"{head + ' by ' + truth:34}{row}")
        print(confusion(answered(pictures, "blend"), label))
    faces = np.array([each.answer.face for each in told])
    others = np.array([answer.face for answer in not_faces(asked.data, asked.model)])
    print(f"a face above what is none: {separation(faces, others):.4f}")
    for least in (0.1, 0.2, 0.5, 0.8):
        print(
            f"face >= {least}: {(faces >= least).mean():.4f} of the faces, "
            f"{(others >= least).mean():.4f} of {len(others)} places without"
        )


def labelled(pictures: tuple[HeldOut, ...], truth: str) -> np.ndarray:
    """What was said of each picture; -1 where nothing clear."""
    said = [each.original if truth == "original" else each.emotion for each in pictures]
    return np.array([-1 if each is None else NAMES.index(each) for each in said])


def answered(pictures: tuple[HeldOut, ...], head: str) -> np.ndarray:
    """One head's shares of each picture."""
    return np.array([[getattr(each.answer, head)[name] for name in NAMES] for each in pictures])


if __name__ == "__main__":
    main()
