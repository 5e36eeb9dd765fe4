"""
Tapes of pictures: faces changed as viewers change, seen by the real finder and the real network.

One portrait is always there (`tests/tapes.py`); with a folder prepared by
`assets/models/making/expression` also press pictures of people held out of training who were
photographed both at rest and smiling. Such pictures are read and never kept.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from engine.senses.faces.expressions import open_reader
from engine.senses.senses import models_folder
from tests import tapes
from tests import tapes_warped as warp
from tests.tapes_drawn import LOOK, Recipe, Tape, rise, schedule
from tests.tapes_kinds import AWAY, REST, away, only, smiling

LEVELS = 8
"""Between nothing and all of an act: so many pictures are made and kept while a tape is."""
GRAIN, FILMS = 2.5, 6
KINDS = (
    Recipe(name="pictures: at rest", parts=(REST, REST, REST, only("brows"), only("talk"))),
    Recipe(
        name="pictures: smiles", parts=(REST, smiling(), REST, smiling(start=1.0, seconds=3.0))
    ),
    Recipe(name="pictures: turns", parts=(REST, away("turn", 50.0), REST, away("turn", 35.0))),
    Recipe(name="pictures: bends down", parts=(REST, away("nod", 35.0), REST)),
    Recipe(name="pictures: leaves", parts=(REST, away("gone", seconds=6.0), REST)),
    Recipe(name="pictures: dim", parts=(REST, smiling(), REST, away("turn", 50.0)), room=("dim",)),
    Recipe(name="pictures: glasses", parts=(REST, smiling(), REST), room=("glasses",)),
    Recipe(
        name="pictures: yawns, glances",
        parts=(only("yawn", seconds=2.0), REST, only("turn", AWAY, seconds=0.7, strength=45.0)),
    ),
)


class Sitter:
    """Two pictures of one person, at rest and smiling, seated before the camera."""

    def __init__(self, rest, smile, place: warp.Place) -> None:
        self._rest, self._smile, self._place = rest, smile, place
        self._made: dict[tuple[tuple[str, int], ...], object] = {}

    def picture(self, levels: dict[str, float], degrees: dict[str, float]):
        """The face with so much of everything; turns and nods go up to so many degrees."""
        key = tuple(sorted((what, round(LEVELS * much)) for what, much in levels.items()))
        if key not in self._made:
            whole = {what: level / LEVELS for what, level in key}
            self._made[key] = self._changed(whole, degrees)
        return self._made[key]

    def _changed(self, levels: dict[str, float], degrees: dict[str, float]):
        if levels.get("gone", 0.0) > 0.5:
            return tapes.empty_room()
        seen = warp.dissolved(self._rest, self._smile, levels.get("happiness", 0.0))
        for what, change in (
            ("talk", lambda seen, much: warp.mouthing(seen, self._place, 0.06 * much)),
            ("yawn", lambda seen, much: warp.mouthing(seen, self._place, 0.22 * much)),
            ("brows", lambda seen, much: warp.frowning(seen, self._place, much)),
            ("glasses", lambda seen, much: warp.bespectacled(seen, self._place) if much else seen),
            ("turn", lambda seen, much: warp.turned(seen, self._place, degrees["turn"] * much)),
            ("nod", lambda seen, much: warp.nodding(seen, self._place, degrees["nod"] * much)),
            ("dim", lambda seen, much: warp.lit(seen, 1.0 - 0.8 * much)),
        ):
            if levels.get(what, 0.0) > 0.0:
                seen = change(seen, levels[what])
        return seen


def pictured(data: Path | None, *, people: int, kinds=KINDS, reader=None) -> Iterator[Tape]:
    """Tapes of the portrait, and of so many people of a folder."""
    eyes = open_reader(models_folder()) if reader is None else reader
    sitters = [portrait(eyes)] + ([] if data is None else list(pressed(data, people)))
    for number, sitter in enumerate(sitters):
        # The portrait is watched through all kinds, everybody else through two of them in turn.
        some = kinds if number == 0 else [kinds[(2 * number + at) % len(kinds)] for at in (0, 1)]
        for kind in some:
            yield filmed(sitter, kind, eyes, number)


def filmed(sitter: Sitter, recipe: Recipe, eyes, seed: int) -> Tape:
    """What the models see of a sitter who does what a recipe says."""
    chance = np.random.default_rng(seed)
    windows, acts = schedule(recipe)
    looks = round((windows[-1].end + 0.5) / LOOK)
    degrees = {act.what: act.strength for act in acts if act.what in {"turn", "nod"}}
    forever = dict.fromkeys(recipe.room, 1.0)
    at = np.arange(looks) * LOOK
    risen = [(act, rise(act, at)) for act in acts]
    sights = []
    for look in range(looks):
        levels = dict(forever)
        for act, much in risen:
            part = act.strength / degrees[act.what] if act.what in degrees else act.strength
            levels[act.what] = max(levels.get(act.what, 0.0), float(much[look]) * part)
        if "talk" in levels:
            levels["talk"] *= 0.5 - 0.5 * np.cos(2 * np.pi * 3.6 * at[look])
        sights.append(eyes.read(_swaying(sitter.picture(levels, degrees), at[look], chance)))
    return Tape(recipe.name, tuple(sights), recipe.learning, windows)


def _swaying(picture, now: float, chance: np.random.Generator):
    move = np.array([[1, 0, 3 * np.sin(0.9 * now)], [0, 1, 2 * np.sin(1.3 * now)]], np.float32)
    shape = picture.shape[1::-1]
    moved = cv2.warpAffine(picture, move, shape, borderMode=cv2.BORDER_REPLICATE)
    grain = _grains()[chance.integers(FILMS)]
    return np.clip(moved.astype(np.int16) + grain, 0, 255).astype(np.uint8)


@cache
def _grains():
    """A camera's noise, a few times over: it is costly to draw."""
    chance = np.random.default_rng(1)
    shape = (FILMS, tapes.SIZE[1], tapes.SIZE[0], 3)
    return np.rint(chance.normal(0.0, GRAIN, shape)).astype(np.int16)


def portrait(eyes) -> Sitter:
    """The one face that lies in a public collection."""
    smile, rest = tapes.seated(tapes.portrait()), tapes.seated(tapes.resting())
    faces = eyes.read(smile).faces
    box = max(faces, key=lambda face: face.box.width * face.box.height).box
    return Sitter(rest, smile, (box.x, box.y, box.width, box.height))


def pressed(data: Path, people: int) -> Iterator[Sitter]:
    """People of whom a folder holds both a resting face and a smile, in an order of chance."""
    from assets.models.making.held_out import muxspace

    shown: dict[str, dict[int, object]] = {"neutral": {}, "happiness": {}}
    for one in muxspace(data):
        if one.shows in shown:
            shown[one.shows].setdefault(one.person, one)
    both = sorted(shown["neutral"].keys() & shown["happiness"].keys())
    mixed = np.random.default_rng(3).permutation(both)
    for person in mixed[:people]:
        pair = [shown[what][person] for what in shown]
        rest, smile = (warp.seated(cv2.imread(str(one.path)), one.place) for one in pair)
        yield Sitter(rest, smile, warp.seat(pair[0].place))
