"""
Measure what drawn viewers are made of, and write `tests/tapes_measured.json`.

    python -m assets.models.making.viewers --data DIR [--clips FOLDER]

`DIR` is what `making/expression` prepares. From press pictures of people held out of training, put
before a camera of 640x480 and changed as viewers change (`tests/tapes_warped.py`), come: how faces
at rest and acts differ from person to person, how one face trembles from look to look and how it
wanders with its pose and the light, what talking, a yawn, a frown in thought, glasses and dim
light do to the answers, and what is left of a face that turns. From crops of FER+ PrivateTest come
the acts, as most of ten raters saw them, and frowns that they called neutral. `FOLDER` holds films
of one face each: how a head sways, and how long a reading remembers itself; without it those
figures stay as they were. Only numbers are written: no picture, no name.
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from assets.models.making.held_out import (
    NAMES,
    expressions_of,
    ferplus,
    leaning,
    majority,
    muxspace,
    reader,
    smoothed_crop,
)
from engine.senses.faces.expressions import Expression
from tests import tapes_warped as warp

WRITTEN = Path(__file__).resolve().parents[3] / "tests" / "tapes_measured.json"
SEED = 5
PEOPLE, STRANGERS = 160, 60
"""People at rest, and strangers for each act."""
AGREED, FEWEST = 0.7, 16
"""Of the raters, who must have seen what a stranger does; and strangers enough without them."""
CHANGED = 40
"""Of the people at rest, those whose pictures are changed."""
TURNS = (0, 10, 20, 30, 40, 50, 60)
NODS = (0, 10, 20, 30, 40)
CHANGES = {
    "talk": lambda seen, place: warp.mouthing(seen, place, 0.06),
    "yawn": lambda seen, place: warp.mouthing(seen, place, 0.22),
    "brows": lambda seen, place: warp.frowning(seen, place, 1.0),
    "glasses": warp.bespectacled,
    "dim": lambda seen, _: warp.lit(seen, 0.18),
    "side": lambda seen, _: warp.side_lit(seen),
}
LOOK = 0.1
LAGS = (1, 2, 5, 10, 20)


def main():
    """Measure, and write what was measured."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--clips", type=Path)
    given = asked.parse_args()
    eyes, chance = reader(), np.random.default_rng(SEED)
    before = json.loads(WRITTEN.read_text("utf-8")) if WRITTEN.exists() else {}
    measured = {
        "made_by": "assets/models/making/viewers.py",
        "source": "muxspace/facial_expressions (people held out of training) and FER+"
        " PrivateTest, read by the shipped models; shares as logarithms about their mean",
        "order": list(NAMES),
        **_people(eyes, muxspace(given.data), chance),
        **_strangers(expressions_of(eyes), given.data, chance),
        "motion": _motion(eyes, given.clips) if given.clips else before["motion"],
    }
    WRITTEN.write_text(_lines(measured), encoding="utf-8")


def _lines(measured):
    """As JSON, a vector a line."""
    text = json.dumps(_plain(measured), indent=1)
    return _joined(text) + "\n"


def _joined(text):
    """Lists of bare numbers on one line."""
    lines, row = [], None
    for line in text.splitlines():
        bare = line.strip()
        if row is not None:
            row += bare + (" " if bare.endswith(",") else "")
            if bare.startswith("]"):
                lines.append(row)
                row = None
        elif bare.endswith("["):
            row = line.rstrip()
        else:
            lines.append(line)
            continue
        if row is not None and row.count("[") > 1:  # a list of lists keeps its lines
            *outer, last = row.rsplit("[", 1)
            lines.append(outer[0].rstrip())
            row = " " * (len(line) - len(line.lstrip())) + "[" + last
    return "\n".join(lines)


def _plain(value):
    match value:
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case np.ndarray():
            return _plain(value.tolist())
        case list() | tuple():
            return [_plain(one) for one in value]
        case float():
            return round(value, 3)
        case _:
            return value


def _look(eyes, picture):
    """The largest face seen, also one that is only half believed; none where there is none."""
    sight = eyes.read(picture)
    faces = (*sight.faces, *sight.doubtful)
    return max(faces, key=lambda face: face.box.width * face.box.height, default=None)


def _vector(face):
    return leaning(np.array([face.shares[each] for each in Expression]))


def _seen(eyes, picture):
    face = _look(eyes, picture)
    return None if face is None else _vector(face)


def _seated(one, **how):
    return warp.seated(cv2.imread(str(one.path)), one.place, **how), warp.seat(one.place)


def _one_each(pictures, shows, chance):
    """One picture of each person who shows it, in an order of chance."""
    mixed = [pictures[at] for at in chance.permutation(len(pictures))]
    return list({one.person: one for one in mixed if one.shows == shows}.values())


def _people(eyes, pictures, chance):
    resting = _one_each(pictures, "neutral", chance)
    rest, scores = [], []
    for one in resting[:PEOPLE]:
        face = _look(eyes, _seated(one)[0])
        if face is not None:
            rest.append(_vector(face))
            scores.append(face.box.score)
    changed = resting[:CHANGED]
    return {
        "rest": rest,
        "scores": np.quantile(scores, np.linspace(0, 1, 11)),
        "days": _days(eyes, pictures),
        **_noise(eyes, changed, chance),
        "changes": _changes(eyes, changed),
        "turn": _bent(eyes, changed, warp.turned, TURNS),
        "nod": _bent(eyes, changed, warp.nodding, NODS),
    }


def _days(eyes, pictures):
    """How the resting faces of one person differ from picture to picture: a root of covariance."""
    people = {}
    for one in pictures:
        if one.shows == "neutral":
            people.setdefault(one.person, []).append(one)
    away = []
    for many in (many[:6] for many in people.values() if len(many) > 2):
        seen = [vector for one in many if (vector := _seen(eyes, _seated(one)[0])) is not None]
        away += list(_apart([seen]))
    return _root(away)


def _noise(eyes, people, chance):
    """Roots of covariance of what differs from look to look, and of pose and light."""
    fast, slow, shifts = [], [], []
    for one in people:
        looks, poses = [], []
        for _ in range(5):
            sway = chance.normal(0.0, 1.0, 2)
            picture = warp.grained(_seated(one, sway=sway)[0], 3.0, chance)
            face = _look(eyes, picture)
            if face is not None:
                looks.append(_vector(face))
                off = np.array(face.box.centre) - np.array(warp.MIDDLE) - sway
                held = face.box.yaw or 0.0, face.box.pitch or 0.0
                shifts.append((*(off / face.box.width), np.log(face.box.height), *held))
        for _ in range(6):
            tilt, high = chance.normal(0.0, 3.0), warp.HIGH * chance.uniform(0.94, 1.06)
            picture, _ = _seated(one, tilt=tilt, high=high)
            place = warp.seat(one.place, high=high)
            picture = warp.turned(picture, place, chance.normal(0.0, 5.0))
            picture = warp.nodding(picture, place, chance.normal(0.0, 4.0))
            picture = warp.lit(picture, chance.uniform(0.7, 1.25))
            vector = _seen(eyes, picture)
            if vector is not None:
                poses.append(vector)
        fast.append(looks)
        slow.append(poses)
    shifts = np.array(shifts)
    # Five looks at a person share one middle: what differs between them is the detector's tremble.
    tremble = np.abs(np.diff(shifts, axis=0)) / np.sqrt(2) / 0.6745
    return {
        "fast": _root(_apart(fast)),
        "slow": _root(_apart(slow)),
        "tremble": {
            "place": float(np.median(tremble[:, :2])),
            "size": float(np.median(tremble[:, 2])),
            "yaw": float(np.median(tremble[:, 3])),
            "pitch": float(np.median(tremble[:, 4])),
        },
    }


def _apart(groups):
    """Each vector's distance from the middle of its own group."""
    return [
        (np.array(group) - np.mean(group, axis=0))[at] * np.sqrt(len(group) / (len(group) - 1))
        for group in groups
        if len(group) > 1
        for at in range(len(group))
    ]


def _root(away):
    """A root of the covariance, to draw such distances with."""
    spread = np.cov(np.array(away).T)
    values, vectors = np.linalg.eigh(spread)
    return vectors * np.sqrt(np.maximum(values, 0.0))


def _changes(eyes, people):
    """What each change does to the answers, and to how well the face is found."""
    told = {}
    for name, change in CHANGES.items():
        away, scores = [], []
        for one in people:
            picture, place = _seated(one)
            before, after = _look(eyes, picture), _look(eyes, change(picture, place))
            if before is None:
                continue
            scores.append(0.0 if after is None else after.box.score)
            if after is not None:
                away.append(_vector(after) - _vector(before))
        found = float(np.mean(np.array(scores) > 0))
        told[name] = {"found": found, "score": float(np.median(scores)), "away": away}
    return told


def _bent(eyes, people, bend, degrees):
    """What is left of a face that turns or nods: found, size, place, and how its pose is told."""
    told = []
    for bent in degrees:
        met, found, sizes, places, poses, away = 0, 0, [], [], [], []
        for one in people:
            picture, place = _seated(one)
            straight, aside = _look(eyes, picture), _look(eyes, bend(picture, place, bent))
            if straight is None:
                continue
            met, found = met + 1, found + (aside is not None)
            if aside is not None:
                sizes.append(_size(aside) / _size(straight))
                moved = np.subtract(aside.box.centre, straight.box.centre)
                places.append(moved / straight.box.width)
                poses.append(_added(aside.box, straight.box))
                away.append(_vector(aside) - _vector(straight))
        # Heads are held differently: only what the bend has added is told.
        told.append(
            {
                "degrees": bent,
                "found": found / met,
                "size": float(np.median(sizes)) if sizes else 1.0,
                "place": np.median(places, axis=0) if places else [0.0, 0.0],
                "yaw": _middle([pose[0] for pose in poses]),
                "pitch": _middle([pose[1] for pose in poses]),
                "away": np.median(away, axis=0) if away else [0.0] * len(NAMES),
            }
        )
    return told


def _added(box, before):
    """Degrees of yaw and pitch that were not there before; none where no pose is told."""
    pairs = (box.yaw, before.yaw), (box.pitch, before.pitch)
    return [None if now is None or then is None else now - then for now, then in pairs]


def _middle(angles):
    told = [angle for angle in angles if angle is not None]
    return float(np.median(told)) if told else None


def _size(face):
    return np.sqrt(face.box.width * face.box.height)


def _strangers(model, folder, chance):
    crops, votes, original = ferplus(folder)
    shown = majority(votes)
    anger = NAMES.index("anger")
    frown = (shown == 0) & ((votes[:, anger] > 1) | (original == anger))
    rows = {
        **{name: np.flatnonzero(shown == at) for at, name in enumerate(NAMES[:-1])},
        "neutral": np.flatnonzero((shown == 0) & ~frown),
        "frown": np.flatnonzero(frown),
    }
    agreed = votes[:, : len(NAMES)].max(1) / votes.sum(1)
    return {
        "strangers": {
            name: [
                leaning(smoothed_crop(model, crops[at]))
                for at in chance.permutation(_clear(found, agreed, name))[:STRANGERS]
            ]
            for name, found in rows.items()
        }
    }


def _clear(rows, agreed, name):
    """Where most raters saw the same; of what they seldom do, where most of them did."""
    if name == "frown":
        return rows
    clear = rows[agreed[rows] >= AGREED]
    return clear if len(clear) >= FEWEST else rows[np.argsort(-agreed[rows])[:FEWEST]]


def _motion(eyes, folder):
    """Of films of one face: how it sways, and how long its readings remember themselves."""
    found = [_watched(eyes, path) for path in sorted(folder.glob("*.mp4"))]
    found = [one for one in found if len(one[0]) > 30]
    speeds = np.concatenate([one[1] for one in found])
    ends = np.mean([[_remembered(one[0], lag) for lag in LAGS] for one in found], 0)
    return {
        "films": len(found),
        "looks": int(sum(len(one[0]) for one in found)),
        "remembered": {f"{lag * LOOK:.1f} s": at for lag, at in zip(LAGS, ends, strict=True)},
        "speed": {"half": float(np.median(speeds)), "most": float(np.quantile(speeds, 0.9))},
    }


def _watched(eyes, path):
    film = cv2.VideoCapture(str(path))
    rate, shown, due = film.get(cv2.CAP_PROP_FPS) or 25.0, 0, 0.0
    vectors, places = [], []
    while True:
        there, picture = film.read()
        if not there:
            break
        shown += 1
        if (shown - 1) / rate < due:
            continue
        due += LOOK
        face = _look(eyes, picture)
        if face is not None:
            vectors.append(_vector(face))
            places.append((*face.box.centre, face.box.width))
    film.release()
    places = np.array(places) if places else np.zeros((0, 3))
    steady = _steadied(places)
    speeds = np.hypot(*np.diff(steady[:, :2], axis=0).T) / steady[1:, 2] / LOOK
    return np.array(vectors), speeds


def _steadied(places):
    """Smoothed over four looks: boxes tremble."""
    kernel = np.ones(4) / 4
    return np.array([np.convolve(column, kernel, "valid") for column in places.T]).T


def _remembered(vectors, lag):
    """How alike readings are that lie so many looks apart: 1 the same."""
    away = vectors - vectors.mean(0)
    return float((away[:-lag] * away[lag:]).mean() / (away**2).mean())


if __name__ == "__main__":
    main()
