"""Rings of a film's map: scenes that lead to each other are one knot."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from engine.story.units import SceneId

Leads = Callable[[SceneId], Iterable[SceneId]]


def knots(start: SceneId, leads: Leads) -> tuple[tuple[SceneId, ...], ...]:
    """
    Every scene that can be come to, in knots: each of one scene, or of some that all lead to
    each other.

    A knot comes after those it leads to. In a knot the scene where it is entered comes first,
    and a way to a later one leads forward, a way to an earlier one or to itself leads back.
    """
    walk = _Walk(leads)
    walk.from_(start)
    return tuple(walk.found)


@dataclass(slots=True)
class _Walk:
    """Tarjan's walk, without recursion, so that no film is too long for it."""

    leads: Leads
    found: list[tuple[SceneId, ...]] = field(default_factory=list)
    _entered: dict[SceneId, int] = field(default_factory=dict)
    _earliest: dict[SceneId, int] = field(default_factory=dict)
    _left: dict[SceneId, int] = field(default_factory=dict)
    """In which order scenes were left for good."""
    _open: list[SceneId] = field(default_factory=list)
    _knotted: set[SceneId] = field(default_factory=set)

    def from_(self, start: SceneId) -> None:
        """Walk everything that can be come to from here."""
        path = [(start, self._enter(start))]
        while path:
            scene, ahead = path[-1]
            following = next((name for name in ahead if self._is_news(scene, name)), None)
            if following is not None:
                path.append((following, self._enter(following)))
                continue
            path.pop()
            self._leave(scene)
            if path:
                before = path[-1][0]
                self._earliest[before] = min(self._earliest[before], self._earliest[scene])

    def _enter(self, scene: SceneId) -> Iterator[SceneId]:
        self._entered[scene] = self._earliest[scene] = len(self._entered)
        self._open.append(scene)
        return iter(self.leads(scene))

    def _is_news(self, scene: SceneId, name: SceneId) -> bool:
        if name not in self._entered:
            return True
        if name not in self._knotted:
            self._earliest[scene] = min(self._earliest[scene], self._entered[name])
        return False

    def _leave(self, scene: SceneId) -> None:
        self._left[scene] = len(self._left)
        if self._earliest[scene] != self._entered[scene]:
            return
        at = len(self._open) - 1
        while self._open[at] != scene:
            at -= 1
        knot = self._open[at:]
        del self._open[at:]
        self._knotted.update(knot)
        self.found.append(tuple(sorted(knot, key=lambda name: -self._left[name])))
