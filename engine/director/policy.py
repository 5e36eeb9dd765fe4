"""Which way on: every rule by which the film chooses where nobody answers for it."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from engine.director.chance import draw
from engine.director.learning import known_as, likely
from engine.director.viewing import Viewing
from engine.story.film import Film
from engine.story.model import (
    Branch,
    Choice,
    Intent,
    Option,
    Pick,
    PickEntry,
    PickMode,
    Scene,
    Variant,
)
from engine.story.trees import Every
from engine.story.units import SceneId, Seconds

_MINUTE: Final = 60.0


def variant_shown(scene: Scene, viewing: Viewing) -> Variant | None:
    """The clip of a scene for this viewing; none where the scene takes no time."""
    fitting = (one for one in scene.play if one.when is None or one.when.holds(viewing))
    return next(fitting, scene.play[-1] if scene.play else None)


def options_open(scene: SceneId, choice: Choice, viewing: Viewing) -> tuple[Option, ...]:
    """The options of a decision that are allowed now, in the author's order."""
    return tuple(
        option
        for option in choice.options
        if not (option.once and (scene, option.id) in viewing.used)
        and (option.when is None or option.when.holds(viewing))
    )


def default_of(options: tuple[Option, ...]) -> Option:
    """What silence means: the option so marked if it is allowed, else the first allowed one."""
    return next((option for option in options if option.default), options[0])


def branch_taken(branches: tuple[Branch, ...], viewing: Viewing) -> Branch:
    """The first branch whose condition holds; the last where none does."""
    holding = (one for one in branches if one.when is None or one.when.holds(viewing))
    return next(holding, branches[-1])


def picked(
    film: Film, scene: SceneId, pick: Pick, viewing: Viewing
) -> tuple[PickEntry | None, Viewing]:
    """What the film picks, and the viewing that remembers it; none where nothing is allowed."""
    allowed = _allowed(scene, pick, viewing)
    if not allowed:
        return None, viewing
    if pick.mode is PickMode.SHUFFLE:
        index, viewing = _shuffled(scene, allowed, viewing)
    else:
        index = _chosen(film, scene, pick.mode, allowed, viewing)
    entry = pick.entries[index]
    if entry.once:
        viewing = replace(viewing, used=viewing.used | {(scene, entry.go)})
    return entry, viewing


_Allowed = Mapping[int, PickEntry]


def _allowed(scene: SceneId, pick: Pick, viewing: Viewing) -> _Allowed:
    return {
        index: entry
        for index, entry in enumerate(pick.entries)
        if not (entry.once and (scene, entry.go) in viewing.used)
        and (entry.when is None or entry.when.holds(viewing))
    }


def _chosen(
    film: Film, scene: SceneId, mode: PickMode, allowed: _Allowed, viewing: Viewing
) -> int:
    match mode:
        case PickMode.BEST:
            return max(allowed, key=lambda index: _conditions(allowed[index]))
        case PickMode.ARC:
            aim = _aim(film, viewing)
            return min(allowed, key=lambda index: abs(_intended(film, allowed[index]) - aim))
        case PickMode.LEARN:
            return _moving(scene, allowed, viewing)
        case _:
            return _weighted(allowed, _drawn(scene, viewing))


def _moving(scene: SceneId, allowed: _Allowed, viewing: Viewing) -> int:
    """What is likeliest to move; the first where nothing was learned, as in tests."""
    known, visit = viewing.learned, viewing.visits(scene)
    if not known:
        return next(iter(allowed))

    def drawn(index: int) -> float:
        way = known_as(scene, allowed[index].go)
        return likely(viewing.seed, f"{_place(scene)}.{index}", visit, known.get(way))

    return max(allowed, key=drawn)


def _weighted(allowed: _Allowed, drawn: float) -> int:
    mark = drawn * sum(entry.weight for entry in allowed.values())
    *others, last = allowed
    for index in others:
        mark -= allowed[index].weight
        if mark < 0:
            return index
    return last


def _shuffled(scene: SceneId, allowed: _Allowed, viewing: Viewing) -> tuple[int, Viewing]:
    """Each allowed entry once in random order, then anew."""
    shown = viewing.rounds.get(scene, ())
    left = [index for index in allowed if index not in shown]
    if not left:
        left, shown = list(allowed), ()
    index = left[int(_drawn(scene, viewing) * len(left))]
    rounds = MappingProxyType({**viewing.rounds, scene: (*shown, index)})
    return index, replace(viewing, rounds=rounds)


def _drawn(scene: SceneId, viewing: Viewing) -> float:
    return draw(viewing.seed, _place(scene), viewing.visits(scene))


def _place(scene: SceneId) -> str:
    return f"scenes.{scene}.pick"


def _conditions(entry: PickEntry) -> int:
    """How many `and` terms hold. An allowed entry's condition holds, so all of them do."""
    if entry.when is None:
        return 0
    return len(entry.when.tree.parts) if isinstance(entry.when.tree, Every) else 1


def _intended(film: Film, entry: PickEntry) -> float:
    return (film.story.scenes[entry.go].intend or Intent()).valence


def _aim(film: Film, viewing: Viewing) -> float:
    """The valence to aim for: what was wanted by now, and half of what is missing of it."""
    about = film.story.about
    if not about.arc:
        return 0.0
    minutes = sum(about.minutes) / 2 if about.minutes else 0.0
    share = viewing.played / (minutes * _MINUTE) if minutes else 0.0
    wanted = _on(about.arc, share)
    return wanted if viewing.valence is None else wanted + (wanted - viewing.valence) / 2


def _on(arc: tuple[float, ...], share: float) -> float:
    """A curve given at equal steps, read at a share of its length."""
    at = Seconds(min(max(share, 0.0), 1.0) * (len(arc) - 1))
    for step, (low, high) in enumerate(pairwise(arc)):
        if at <= step + 1:
            return low + (high - low) * (at - step)
    return arc[-1]
