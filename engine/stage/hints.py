"""While a face is read: the ways of looking, small beside the flame, on the calmest ground."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pygame

from engine.messages.facts import OptionPressed
from engine.messages.orders import Watch
from engine.stage.brush import State
from engine.stage.choices import KEYS, taken_states
from engine.stage.page import Desk, Kind, Page
from engine.stage.theme import FINGER, IVORY, Style
from engine.story.units import OptionId

HINT: Final = Style(19, colour=IVORY)
_LOOK: Final = (160, 90)
"""How finely the picture is looked at to find calm ground."""


class Hints:
    """The options of a reading, and where they stand. Main thread only."""

    def __init__(self, watch: Watch, clock: Callable[[], float]) -> None:
        self.watch = watch
        self._clock = clock
        self._taken: tuple[OptionId, float] | None = None
        self._flame: pygame.Rect | None = None
        self._side: int | None = None
        self.place = pygame.Rect(0, 0, 0, 0)
        """Empty until a place was found."""

    @property
    def taken(self) -> OptionId | None:
        """The option that was acknowledged."""
        return self._taken[0] if self._taken else None

    def acknowledge(self, option: OptionId) -> None:
        """Show that the face, or a hand, was understood."""
        if self._taken is None or self._taken[0] != option:
            self._taken = (option, self._clock())

    def states(self) -> dict[str, State]:
        """How each hint stands."""
        return taken_states(self._taken, self.watch.options, self._clock())

    def settle(self, desk: Desk, flame: pygame.Rect, canvas: pygame.Surface, stray: int) -> bool:
        """Find a place beside the flame, on one side for good; whether it is a new one."""
        if self._flame is not None and _apart(flame, self._flame) <= stray:
            return False
        self._flame = flame.copy()
        places = hint_places(desk, self.watch, flame)
        if self._side is None:
            self._side = calmest(canvas, places)
        self.place = places[self._side]
        return True


def hint_places(desk: Desk, watch: Watch, flame: pygame.Rect) -> tuple[pygame.Rect, ...]:
    """To the right of the flame, to its left, and in a row beneath; all above the subtitles."""
    width, height, gap = _hint_size(desk, watch)
    count, safe = len(watch.options), desk.room.safe
    away = max(desk.px(74), round(flame.width * 1.6))
    column = pygame.Rect(0, 0, width, count * (height + gap) - gap)
    right, left = column.copy(), column.copy()
    right.midleft = (flame.centerx + away, flame.centery)
    left.midright = (flame.centerx - away, flame.centery)
    row = pygame.Rect(0, 0, count * (width + gap) - gap, height)
    row.midtop = (flame.centerx, flame.bottom + max(desk.px(40), flame.height))
    ground = pygame.Rect(safe.left, safe.top, safe.width, safe.height - desk.px(112))
    places = (right.clamp(ground), left.clamp(ground), row.clamp(ground))
    return tuple(place for place in places if not place.colliderect(flame)) or places


def calmest(canvas: pygame.Surface, places: tuple[pygame.Rect, ...]) -> int:
    """Which place covers least of what one looks at: few edges, little light."""
    small = pygame.transform.smoothscale(canvas, _LOOK)
    light = pygame.surfarray.array3d(small).mean(axis=2) / 255.0
    across, down = np.gradient(light)
    edges = np.abs(across) + np.abs(down)
    wide, high = _LOOK[0] / canvas.get_width(), _LOOK[1] / canvas.get_height()

    def restless(place: pygame.Rect) -> float:
        left, top = int(place.left * wide), int(place.top * high)
        part = np.s_[
            left : left + 1 + int(place.width * wide), top : top + 1 + int(place.height * high)
        ]
        return float(edges[part].mean() * 4.0 + light[part].mean())

    return min(range(len(places)), key=lambda number: restless(places[number]))


def hints_page(desk: Desk, hints: Hints) -> Page:
    """The hints in their place; none where the author wants none, or no place is found yet."""
    watch, place = hints.watch, hints.place
    if not watch.hints or not place.width:
        return Page(name="hints", items=())
    width, height, gap = _hint_size(desk, watch)
    row = place.height == height
    plates = (
        desk.plate(
            option.label, option.id, OptionPressed(option.id),
            pygame.Rect(
                place.left + (number * (width + gap) if row else 0),
                place.top + (0 if row else number * (height + gap)),
                width, height,
            ),
            style=HINT, kind=Kind.HINT, digit=str(number + 1) if number < KEYS else None, most=1,
        )
        for number, option in enumerate(watch.options)
    )  # fmt: skip
    return Page(name="hints", items=tuple(plates))


def _hint_size(desk: Desk, watch: Watch) -> tuple[int, int, int]:
    """The width and height of one hint, and the room between two."""
    widest = max((desk.label_width(o.label, HINT) for o in watch.options), default=0)
    return widest + desk.px(26), desk.px(FINGER), desk.px(6)


def _apart(one: pygame.Rect, other: pygame.Rect) -> int:
    return max(abs(one.centerx - other.centerx), abs(one.centery - other.centery))
