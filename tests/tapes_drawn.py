"""
Tapes of viewers who never lived: readings drawn by chance from what was measured of real faces.

A viewer has a resting face, acts as a stranger acts, trembles from look to look, wanders with
pose and light, and may talk, yawn, wear glasses or sit in the dark; `tapes_measured.json` says how
much of each, and was made by `assets/models/making/viewers.py`. A tape is what the models would
have answered, ten times a second, and what the viewer did: a film's windows with their truth.
The same seed draws the same tape.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from engine.senses.faces.expressions import Expression, Face, Sight
from engine.senses.faces.finding import Box
from engine.senses.faces.moods import Moods
from engine.story.units import Seconds

MEASURED = Path(__file__).parent / "tapes_measured.json"
LOOK = 0.1
LEARNING = 6.0
"""Seconds of an ordinary face before the first window."""
BETWEEN = 3.0
WINDOW = 6.0
HIGH, MIDDLE, APART = 150.0, (320.0, 220.0), 150.0
"""A face's height, where it is, and how far two are from the middle, in pixels."""
HASTE, HOUR = 1.5, 20.0
"""Seconds in which a pose is forgotten, and in which a seat is."""
HELD, LOOSE = 4.0, 3.0
"""Degrees by which heads are held differently, and by which one that watches turns and nods."""
MISSED = 0.01
"""Of looks at a face that is plainly there."""
EXPRESSIVE = frozenset({"happiness", "surprise", "anger", "sadness", "fear", "disgust", "frown"})
ONSET = {"happiness": 0.6, "surprise": 0.3, "talk": 0.2, "yawn": 1.2, "turn": 0.5, "nod": 0.6}
"""Seconds from nothing to all of an act; half a second where it is not said."""
MOTIONS = {"freeze": 0.1, "fidget": 5.0}
"""How much more a head sways."""
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something a viewer does, from a moment of the window on, for some seconds."""

    what: str
    start: float = 0.5
    seconds: float = 5.0
    strength: float = 1.0
    """Of an expression or change, a share of it; of a turn or nod, degrees."""
    who: int = 0


@dataclass(frozen=True)
class Part:
    """What happens in one window, and what a film may say of it."""

    acts: tuple[Act, ...] = ()
    did: frozenset[str] = NOTHING
    """Feelings that the film should decide."""
    may: frozenset[str] = NOTHING
    """Feelings that are neither right nor wrong to decide."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """A kind of tape."""

    name: str
    parts: tuple[Part, ...]
    resting: str = "any"
    """Which resting faces are cast: `grumpy`, `smiling` or `any`."""
    people: int = 1
    room: tuple[str, ...] = ()
    """What lasts the whole tape: `dim`, `side`, `glasses`, `talk`."""
    window: float = WINDOW
    learning: float = LEARNING
    noise: float = 1.0
    drift: float = 1.0
    missed: float = MISSED
    speed: float = 1.0
    """How much a head sways, against most."""
    high: float = HIGH


@dataclass(frozen=True)
class Asked:
    """One window of a film, on the tape's clock."""

    start: float
    end: float
    did: frozenset[str]
    may: frozenset[str]
    onset: float
    """When the act began; the window's start where there is none."""


@dataclass(frozen=True)
class Tape:
    """What was seen, look by look, and what the film asked."""

    name: str
    sights: tuple[Sight, ...]
    learning: float
    windows: tuple[Asked, ...]


@cache
def measured() -> Mapping[str, object]:
    """What was measured of real faces."""
    return MappingProxyType(json.loads(MEASURED.read_text(encoding="utf-8")))


def draw(recipe: Recipe, seed: int) -> Tape:
    """A tape of that kind with viewers drawn by chance."""
    chance = np.random.default_rng((seed, *recipe.name.encode()))
    windows, acts = schedule(recipe)
    looks = round((windows[-1].end + 1.0) / LOOK)
    at = np.arange(looks) * LOOK
    viewers = [
        _Viewer(recipe, tuple(act for act in acts if act.who == who), who, chance).seen(at, chance)
        for who in range(recipe.people)
    ]
    sights = tuple(
        _sight([viewer[look] for viewer in viewers if viewer[look] is not None])
        for look in range(looks)
    )
    return Tape(recipe.name, sights, recipe.learning, windows)


def watched(tape: Tape, steps, sights=None):
    """What the eyes would tell of a tape, or of its sights in another order."""
    moods, told = Moods(steps), []
    moods.baseline.calibrate(on=True)
    for look, sight in enumerate(tape.sights if sights is None else sights):
        now = Seconds(round(look * LOOK, 3))
        if look == round(tape.learning / LOOK):
            moods.baseline.calibrate(on=False)
        known = moods.known(now)
        seen = sight if known is None else _looked_for(sight, known)
        told.append(moods.after(seen, now, searched=known is None))
    return tuple(told)


def _looked_for(sight: Sight, known: tuple[Box, ...]) -> Sight:
    """Of what is there, what lies in the boxes where faces are expected."""
    there = (
        replace(face, box=replace(face.box, x=box.x, y=box.y))
        for box in known
        for face in sight.faces
        if face.box.shared(box) > 0.5
    )
    return Sight(tuple(there))


def shuffled(tape: Tape, seed: int) -> tuple[Sight, ...]:
    """Its sights after the learning in an order of chance."""
    chance = np.random.default_rng(seed)
    learned = round(tape.learning / LOOK)
    rest = tape.sights[learned:]
    mixed = (rest[at] for at in chance.permutation(len(rest)))
    return (*tape.sights[:learned], *mixed)


def schedule(recipe: Recipe) -> tuple[tuple[Asked, ...], tuple[Act, ...]]:
    """When a recipe asks what, and what is done when, on the tape's clock."""
    windows, acts = [], []
    start = recipe.learning + BETWEEN
    for part in recipe.parts:
        begun = min((start + act.start for act in part.acts), default=start)
        end = start + recipe.window
        windows.append(Asked(start, end, part.did, part.may, max(begun, start)))
        acts += [
            Act(what=act.what, start=start + act.start, seconds=act.seconds,
                strength=act.strength, who=act.who)
            for act in part.acts
        ]  # fmt: skip
        start = end + BETWEEN
    return tuple(windows), tuple(acts)


@dataclass
class _Viewer:
    """One face: what it rests at, what it does, and where it sits."""

    recipe: Recipe
    acts: tuple[Act, ...]
    who: int
    chance: np.random.Generator
    rest: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.rest = _cast(self.recipe.resting, self.chance)

    def seen(self, at: np.ndarray, chance: np.random.Generator) -> list[Face | None]:
        """The face at each moment; none where it is not there, or missed."""
        facts, recipe = measured(), self.recipe
        leaning = self.rest + _wander(recipe, len(at), chance)
        found, size = np.ones(len(at)), np.ones(len(at))
        shift, yaw, pitch = np.zeros((len(at), 2)), np.zeros(len(at)), np.zeros(len(at))
        score = np.full(len(at), chance.choice(facts["scores"]))
        restless = np.ones(len(at))
        for what in recipe.room:
            forever = Act(what=what, start=-9.0, seconds=1e9)
            leaning = leaning + self._changed(forever, at, chance)
            score = np.minimum(score, facts["changes"][what]["score"])
            # Whom the detector does not know with glasses, it does not know all evening.
            found = found * (chance.random() < facts["changes"][what]["found"])
        for act in self.acts:
            if act.what in EXPRESSIVE:
                target = self._acted(act.what, chance)
                leaning = leaning + rise(act, at)[:, None] * act.strength * (target - self.rest)
            elif act.what in facts["changes"]:
                leaning = leaning + act.strength * self._changed(act, at, chance)
            elif act.what == "gone":
                found = found * (rise(act, at) < 0.5)
            elif act.what in MOTIONS:
                restless = restless + rise(act, at) * (MOTIONS[act.what] - 1.0)
            else:
                bent = _Bent(act, at)
                leaning, found, size = leaning + bent.away, found * bent.found, size * bent.size
                shift, yaw, pitch = shift + bent.place, yaw + bent.yaw, pitch + bent.pitch
        yaw = yaw + chance.normal(0.0, HELD) + _poised(len(at), "yaw", chance)
        pitch = pitch + chance.normal(0.0, HELD) + _poised(len(at), "pitch", chance)
        places = self._places(at, size, shift, restless, chance)
        there = chance.random(len(at)) < found * (1.0 - recipe.missed)
        shares = _shares(leaning)
        return [
            _face(places[look], score[look], (yaw[look], pitch[look]), shares[look])
            if there[look]
            else None
            for look in range(len(at))
        ]

    def _acted(self, what: str, chance: np.random.Generator) -> np.ndarray:
        """The way a stranger does it, whom most of ten raters saw do it."""
        return _one_of(measured()["strangers"][what], chance)

    def _changed(self, act: Act, at: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        away = _one_of(measured()["changes"][act.what]["away"], chance)
        much = rise(act, at)
        if act.what == "talk":  # syllables, and pauses between what is said
            mouth = 0.5 - 0.5 * np.cos(2 * np.pi * 3.6 * at + chance.uniform(0, 6))
            much = much * mouth * (np.sin(2 * np.pi * at / 3.1 + chance.uniform(0, 6)) > -0.4)
        return much[:, None] * away

    def _places(self, at, size, shift, restless, chance) -> np.ndarray:
        """Left, top, width and height: swaying, trembling, turning."""
        facts = measured()
        high = self.recipe.high * chance.uniform(0.9, 1.1)
        wide = high * 0.78
        speed = facts["motion"]["speed"]["half"] * self.recipe.speed * chance.lognormal(0.0, 0.4)
        sway = np.zeros((len(at), 2))
        for slow in (2.3, 5.1):  # seconds to and fro
            reach = speed * wide * slow / (2 * np.pi) / np.sqrt(2)
            turns = 2 * np.pi * (at[:, None] / slow + chance.random(2))
            sway += reach * restless[:, None] * np.sin(turns) * (1.0, 0.6)
        trembling = facts["tremble"]["place"] * wide * chance.normal(size=(len(at), 2))
        grown = size * np.exp(facts["tremble"]["size"] * chance.normal(size=len(at)))
        middle = np.array(MIDDLE) + sway + trembling + shift * wide
        if self.recipe.people > 1:
            middle[:, 0] += APART * (2 * self.who - 1)
        box = np.stack([wide * grown, high * grown], axis=1)
        return np.concatenate([middle - box / 2, box], axis=1)


class _Bent:
    """What is left of a face that turns or nods, moment by moment."""

    def __init__(self, act: Act, at: np.ndarray) -> None:
        rows = measured()[act.what]
        bent = rise(act, at) * act.strength
        degrees = [row["degrees"] for row in rows]

        def along(name: str) -> np.ndarray:
            told = [0.0 if row[name] is None else row[name] for row in rows]
            if np.ndim(told[0]):
                return np.stack([np.interp(bent, degrees, one) for one in np.array(told).T], 1)
            return np.interp(bent, degrees, told)

        self.found, self.size = along("found"), along("size")
        self.place, self.away = along("place"), along("away")
        self.yaw, self.pitch = along("yaw"), along("pitch")


def _cast(resting: str, chance: np.random.Generator) -> np.ndarray:
    """Somebody's resting face; the grumpy and the smiling ones are a fifth each."""
    faces = np.array(measured()["rest"])
    order = np.argsort(valence(faces))
    fifth = len(order) // 5
    chosen = {"grumpy": order[:fifth], "smiling": order[-fifth:], "any": order}[resting]
    return faces[chance.choice(chosen)]


def valence(leaning: np.ndarray) -> np.ndarray:
    """Happiness less what is dark, of readings as logarithms."""
    shares = _shares(leaning)
    return shares[:, 1] - shares[:, 3:].sum(1)


def _wander(recipe: Recipe, looks: int, chance: np.random.Generator) -> np.ndarray:
    """What differs from look to look, with pose, and over the minutes."""
    facts = measured()
    fast, slow, days = (np.array(facts[name]) for name in ("fast", "slow", "days"))
    haste = chance.normal(size=(looks, len(fast))) @ fast.T
    pose = _forgetting(looks, len(slow), HASTE, chance) @ slow.T
    hour = _forgetting(looks, len(days), HOUR, chance)
    # A seat taken is the seat of the learning: only what changes afterwards is drift.
    hour = (hour - hour[: round(recipe.learning / LOOK)].mean(0)) @ days.T
    return recipe.noise * (haste + pose) + DRIFT * recipe.drift * hour


DRIFT = 0.25
"""Of how far one person's resting pictures of different days lie apart: the same day, one seat."""


def _poised(looks: int, which: str, chance: np.random.Generator) -> np.ndarray:
    """How a head held still seems to turn or nod: it does a little, and its points tremble."""
    trembling = measured()["tremble"][which] * chance.normal(size=looks)
    return trembling + LOOSE * _forgetting(looks, 1, HASTE, chance)[:, 0]


def _forgetting(looks: int, ways: int, slowness: float, chance: np.random.Generator):
    """Unit noise that is forgotten in so many seconds."""
    kept = np.exp(-LOOK / slowness)
    steps = np.sqrt(1.0 - kept * kept) * chance.normal(size=(looks, ways))
    steps[0] = chance.normal(size=ways)
    for look in range(1, looks):
        steps[look] += kept * steps[look - 1]
    return steps


def rise(act: Act, at: np.ndarray) -> np.ndarray:
    """How much of an act there is: it comes in its time and goes a little slower."""
    onset = ONSET.get(act.what, 0.5)
    come = np.clip((at - act.start) / onset, 0, 1)
    left = np.clip((act.start + act.seconds + 1.5 * onset - at) / (1.5 * onset), 0, 1)
    much = np.minimum(come, left)
    return much * much * (3 - 2 * much)


def _shares(leaning: np.ndarray) -> np.ndarray:
    grown = np.exp(leaning - leaning.max(-1, keepdims=True))
    return grown / grown.sum(-1, keepdims=True)


def _face(place: np.ndarray, score: float, pose: tuple[float, float], shares: np.ndarray) -> Face:
    x, y, width, height = (float(side) for side in place)
    told = measured()["turn"][0]
    yaw, pitch = (None, None) if told["yaw"] is None else map(float, pose)
    box = Box(x=x, y=y, width=width, height=height, score=float(score), yaw=yaw, pitch=pitch)
    named = dict(zip(Expression, map(float, shares), strict=True))
    return Face(box, MappingProxyType(named))


def _sight(faces: list[Face]) -> Sight:
    return Sight(tuple(faces))


def _one_of(vectors, chance: np.random.Generator) -> np.ndarray:
    return np.array(vectors[chance.integers(len(vectors))])
