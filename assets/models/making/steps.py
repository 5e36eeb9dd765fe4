"""
Make `steps.json`: how much of each score is one step, what a resting face scores, what to trust.

    python assets/models/making/steps.py                 from the published confusion table
    python assets/models/making/steps.py --pictures DIR  from your own reference pictures

The table is what the network answered on 3 374 held-out FER+ pictures (one clear majority each).
Hard answers spread more widely than probabilities, so these steps are a little large: the error
lies on the side of a film that answers too rarely. `DIR` holds one folder per expression
(`neutral/`, `happiness/` ...) of 48x48 grey faces; then the probabilities themselves are used.
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

HERE = Path(__file__).resolve().parent.parent
EXPRESSIONS = (
    "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt",
)  # fmt: skip
TABLE = np.array(
    [  # rows: what the raters said; columns: what the network answered
        [896, 50, 30, 143, 35, 4, 8, 0],
        [28, 812, 22, 24, 17, 1, 5, 0],
        [25, 9, 350, 5, 11, 0, 21, 0],
        [115, 34, 8, 226, 22, 6, 13, 0],
        [32, 15, 10, 19, 230, 5, 5, 0],
        [1, 2, 1, 4, 8, 5, 1, 0],
        [11, 2, 27, 6, 4, 0, 42, 0],
        [14, 2, 1, 4, 3, 2, 0, 0],
    ]
)
LEAST_STEP = 0.25
"""No step is smaller: the answers of rare expressions spread so little that noise would decide."""
SCORES = {
    "smile": {"happiness": 1.0},
    "joy": {"happiness": 1.0},
    "sadness": {"sadness": 1.0},
    "anger": {"anger": 1.0},
    "fear": {"fear": 1.0},
    "surprise": {"surprise": 1.0},
    "disgust": {"disgust": 1.0},
    "valence": {
        "happiness": 1.0, "sadness": -1.0, "anger": -1.0, "disgust": -1.0, "fear": -1.0,
        "contempt": -1.0,
    },
    "arousal": {
        "happiness": 1.0, "surprise": 1.0, "anger": 1.0, "fear": 1.0, "disgust": 0.6,
        "sadness": 0.3, "contempt": 0.3,
    },
}  # fmt: skip
BY_CONVENTION = {
    "attention": {
        "step": 0.4, "normal": 0.95, "trust": 1.0,
        "source": "convention, not measured: the spread of a viewer who looks away a fifth of"
        " the time",
    },
    "still": {
        "step": 0.25, "normal": 0.85, "trust": 1.0,
        "source": "convention, not measured: a seated face on test tapes scores about 0.85",
    },
}  # fmt: skip


def from_table():
    """One answer per picture, as certain as the table tells it."""
    answers = np.repeat(np.eye(8), TABLE.sum(0), axis=0)
    resting = np.repeat(np.eye(8), TABLE[0], axis=0)
    return answers, resting, TABLE


def from_pictures(folder):
    """The network's probabilities for every picture of a reference set."""
    net = cv2.dnn.readNetFromONNX(str(HERE / "expression-d.onnx"))
    answers, truths = [], []
    for truth, name in enumerate(EXPRESSIONS):
        for path in sorted((folder / name).glob("*")):
            grey = cv2.resize(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), (48, 48))
            face = grey.astype(np.float32)
            net.setInput(((face - face.mean()) / (face.std() + 8.0))[None, None])
            answers.append(net.forward().ravel())
            truths.append(truth)
    answers, truths = np.array(answers), np.array(truths)
    table = np.zeros((8, 8), int)
    np.add.at(table, (truths, answers.argmax(1)), 1)
    return answers, answers[truths == 0], table


def scale(weights, answers, resting, trust):
    """The step, normal and trust of one score."""
    vector = np.array([weights.get(each, 0.0) for each in EXPRESSIONS])
    return {
        "step": round(max(LEAST_STEP, float((answers @ vector).std())), 3),
        "normal": round(float((resting @ vector).mean()), 3),
        "trust": round(trust, 2),
    }


def recall(table, name):
    """Of the pictures that show it, how many the network names so."""
    row = table[EXPRESSIONS.index(name)]
    return float(row[EXPRESSIONS.index(name)] / row.sum())


def told_apart(table, *groups):
    """How often groups of expressions are told apart, each group counted the same."""
    right = [table[np.ix_(group, group)].sum() for group in groups]
    every = [sum(table[np.ix_(group, other)].sum() for other in groups) for group in groups]
    return float(np.mean(np.array(right) / np.array(every)))


def trusts(table):
    """How much each reading is to be believed: what was held out and named rightly."""
    named = {
        name: recall(table, next(iter(weights)))
        for name, weights in SCORES.items()
        if len(weights) == 1
    }
    valence = told_apart(table, [3, 4, 5, 6, 7], [0], [1])
    arousal = told_apart(table, [1, 2, 4, 5, 6], [0, 3, 7])
    return {**named, "valence": valence, "arousal": arousal}


def main():
    """Write `steps.json` beside the models."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--pictures", type=Path)
    folder = asked.parse_args().pictures
    answers, resting, table = from_pictures(folder) if folder else from_table()
    trust = trusts(table)
    source = (
        f"{len(answers)} reference pictures, probabilities"
        if folder
        else "hard answers of expression-d on 3374 held-out FER+ pictures (published table)"
    )
    readings = {
        name: {**scale(weights, answers, resting, trust[name]), "source": source}
        for name, weights in SCORES.items()
    }
    written = {
        "model": "expression-d.onnx",
        "made_by": "assets/models/making/steps.py",
        "meaning": "reading = (smoothed score - this viewer's baseline median) / step",
        "readings": {**readings, **BY_CONVENTION},
    }
    text = json.dumps(written, indent=2, ensure_ascii=False)
    (HERE / "steps.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
