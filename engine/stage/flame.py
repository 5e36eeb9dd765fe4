"""The live flame: it burns in the lantern in the picture, with the heart of whoever watches."""

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pygame

from engine.messages.orders import Burn
from engine.stage.light import add_light, take_light
from engine.stage.projection.live import Spot
from engine.stage.theme import Colour, mixed
from engine.story.units import Share, Steps

Grid = npt.NDArray[np.floating[Any]]

ANSWER: Final = 0.085
"""Seconds in which two thirds of a change are seen."""
SHIVER: Final = 0.55
"""Seconds in which a shiver falls to a third."""
_ROWS: Final = 112
"""The finest the flame is drawn; larger ones are scaled, as soft as flames are."""
_AT_REST: Final = Burn(height=Steps(0.0), gold=Share(0.25), shiver=Share(0.0), seen=False)

_WARM: Final[Colour] = (255, 172, 84)
_GOLDEN: Final[Colour] = (255, 200, 104)
_COLD: Final[Colour] = (112, 146, 226)


@dataclass(slots=True)
class _Mood:
    """How it burns at this moment, on the way to what was ordered. Main thread only."""

    height: float = 0.0
    gold: float = 0.25
    shiver: float = 0.0
    seen: float = 0.0


class Flame:
    """Eases towards what is ordered and draws itself; the same times give the same pictures."""

    def __init__(self) -> None:
        self._goal = _AT_REST
        self._mood = _Mood()
        self._then: float | None = None

    def burn(self, order: Burn) -> None:
        """Burn like this from now on."""
        self._goal = order
        self._mood.shiver = max(self._mood.shiver, order.shiver)

    def rest(self) -> None:
        """Burn by itself again, at once."""
        self._goal, self._mood = _AT_REST, _Mood()

    @property
    def stretch(self) -> float:
        """How tall it stands, in resting heights."""
        height = self._mood.height
        return 1.0 + (0.85 * height if height > 0 else 0.52 * height)

    def draw(self, canvas: pygame.Surface, picture: pygame.Rect, spot: Spot, now: float) -> None:
        """The flame and its light at a spot of the picture; nothing when it is hidden."""
        self._ease(now)
        rest = spot.scale * picture.height
        bright = 1.0 - spot.hidden
        if rest < 2 or bright <= 0.02:  # noqa: PLR2004 -- not to be seen
            return
        foot = (picture.left + spot.x * picture.width, picture.top + spot.y * picture.height)
        before = canvas.get_clip()
        canvas.set_clip(picture.clip(before))
        self._dim(canvas, picture, foot, rest, bright)
        self._spill(canvas, picture, foot, rest, now, bright)
        self._body(canvas, foot, rest, now, bright)
        self._sparks(canvas, foot, rest, now, bright)
        canvas.set_clip(before)

    def _ease(self, now: float) -> None:
        passed = 0.0 if self._then is None else min(0.5, max(0.0, now - self._then))
        self._then = now
        share = 1.0 - math.exp(-passed / ANSWER)
        mood, goal = self._mood, self._goal
        mood.height += (max(-1.0, min(1.0, goal.height)) - mood.height) * share
        mood.gold += (goal.gold - mood.gold) * share
        mood.seen += (float(goal.seen) - mood.seen) * share * 0.5
        mood.shiver *= math.exp(-passed / SHIVER)

    def _tint(self) -> Colour:
        mood = self._mood
        warm = mixed(_WARM, _GOLDEN, mood.gold)
        return mixed(warm, _COLD, 0.85 * max(0.0, -mood.height))

    def _dim(
        self, canvas: pygame.Surface, picture: pygame.Rect, foot: tuple[float, float],
        rest: float, bright: float,
    ) -> None:  # fmt: skip
        """
        Take light away first: close by, so that the flame stands out from what it shines
        through; and far around when it sinks, for the picture's light is its own.
        """
        height = self._mood.height
        middle = (round(foot[0]), round(foot[1] - 0.55 * rest))
        near = _step(rest * 2.3, 1.09)
        take_light(
            canvas, middle, (near, round(near * 1.1)), _level(bright * (0.46 - 0.12 * height))
        )
        if height < -0.05:  # noqa: PLR2004 -- less cannot be seen
            far = _step(min(picture.height * 1.5, rest * 14.0), 1.09)
            taken = round(-0.45 * height * bright * 16) / 16  # wide shades are dear to make
            take_light(canvas, middle, (far, far), taken)

    def _spill(
        self, canvas: pygame.Surface, picture: pygame.Rect, foot: tuple[float, float],
        rest: float, now: float, bright: float,
    ) -> None:  # fmt: skip
        """The light that falls on the picture around: one wide, one close."""
        mood = self._mood
        flicker = 0.93 + 0.07 * _noise(now * 2.6, 3) - 0.25 * mood.shiver
        power = bright * flicker * (0.55 + 0.3 * mood.gold + 0.35 * mood.height)
        middle = (round(foot[0]), round(foot[1] - 0.45 * rest * self.stretch))
        tint = _coarse(self._tint())
        most = picture.height * 0.78
        wide = _step(min(most, rest * (7.0 + 2.2 * mood.height)), 1.09)
        close = _step(min(most, rest * 2.7 * (0.65 + 0.35 * self.stretch)), 1.09)
        add_light(canvas, middle, (wide, wide), tint, _level(0.18 * power))
        add_light(canvas, middle, (close, round(close * 1.15)), tint, _level(0.40 * power))
        if mood.seen > 0.03:  # noqa: PLR2004 -- less cannot be seen
            breath = 0.6 + 0.4 * math.sin(now * 2.1)
            near = _step(rest * 1.5, 1.09)
            add_light(
                canvas, middle, (near, near), tint, _level(0.16 * mood.seen * breath * bright)
            )

    def _body(
        self, canvas: pygame.Surface, foot: tuple[float, float], rest: float, now: float,
        bright: float,
    ) -> None:  # fmt: skip
        mood = self._mood
        lively = 1.0 + 0.045 * _noise(now * 2.2, 1) + 0.03 * _noise(now * 6.1, 2)
        lively -= mood.shiver * (0.16 + 0.14 * _noise(now * 17.0, 5))
        high = rest * self.stretch * lively
        rows = int(min(_ROWS, max(14, high * 1.18)))
        drawn = _picture(rows, mood, now, bright)
        shown = max(3, round(high * 1.18))
        wide = max(3, round(drawn.get_width() * shown / rows * _breadth(mood, self.stretch)))
        if (wide, shown) != drawn.get_size():
            drawn = pygame.transform.smoothscale(drawn, (wide, shown))
        at = (round(foot[0] - wide / 2), round(foot[1] - shown * 1.03 / 1.18))
        canvas.blit(drawn, at, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _sparks(
        self, canvas: pygame.Surface, foot: tuple[float, float], rest: float, now: float,
        bright: float,
    ) -> None:  # fmt: skip
        """A few sparks that rise when it burns tall and gold."""
        lively = self._mood.gold * max(0.0, self._mood.height) * bright
        if lively < 0.12:  # noqa: PLR2004 -- too calm for sparks
            return
        for number in range(6):
            age = (now / (1.3 + 0.23 * number) + 0.37 * number) % 1.0
            rise = rest * (0.75 + 2.1 * age) * (0.8 + 0.2 * self.stretch)
            drift = rest * 0.34 * age * _noise(now * 0.9 + number * 7.3, 4)
            shine = lively * (1.0 - age) ** 1.5 * (0.6 + 0.4 * _noise(now * 9.0, number))
            side = max(3, round(rest * 0.13 * (1.0 - 0.5 * age)))
            add_light(canvas, (round(foot[0] + drift), round(foot[1] - rise)), (side, side),
                      _GOLDEN, _level(shine))  # fmt: skip


def _breadth(mood: _Mood, stretch: float) -> float:
    """A tall flame is slimmer for its height, a sunk one rounder."""
    return float((1.0 + 0.12 * mood.gold) / stretch**0.62)


def _picture(rows: int, mood: _Mood, now: float, bright: float) -> pygame.Surface:
    """The flame's body, light multiplied by cover, on a surface just large enough."""
    columns = max(8, round(rows * 0.62))
    up = (1.06 - np.arange(rows, dtype=np.float32) / rows * 1.18)[:, None]
    across = ((np.arange(columns, dtype=np.float32) + 0.5) / columns * 2 - 1)[None, :]
    inside = np.clip(up, 0.0, 1.0)
    across = (across - _sway(inside, mood, now)) * np.float32(1.55)
    breadth = inside**0.66 * (1.0 - inside) ** 1.18 * 2.9
    breadth *= 1.0 + 0.06 * np.sin(now * 11.3 - inside * 9.0) * inside
    away = np.abs(across) / np.maximum(breadth, 1e-3)
    body = _smooth((1.06 - away) / 0.7) * _smooth((up + 0.005) / 0.05)
    core = np.exp(-((away / 0.46) ** 2)) * _smooth(inside / 0.3) * _smooth((0.8 - inside) / 0.55)
    haze = np.exp(-((np.abs(across) / (breadth + 0.34)) ** 2) * 1.9) * _smooth(
        (1.1 - inside) * 1.6
    )
    haze = haze * _smooth((up - 0.02) / 0.25)
    sunk = max(0.0, -mood.height)
    root = 0.2 + 1.0 * sunk
    blue = body * _smooth((root - inside) / (0.2 + 0.12 * sunk))
    return _coloured(body, core, haze, blue, mood, bright)


def _sway(inside: Grid, mood: _Mood, now: float) -> Grid:
    """How far the flame leans at each height: waves that climb it."""
    slow = 0.10 * math.sin(now * 1.17) + 0.06 * math.sin(now * 2.73 + 1.0)
    climbing = 0.085 * np.sin(now * 6.3 - inside * 4.6) + 0.04 * np.sin(now * 13.1 - inside * 8.2)
    shaken = mood.shiver * 0.34 * np.sin(now * 47.0 - inside * 5.0)
    lean: Grid = (slow + climbing + shaken) * inside**1.5
    return lean


def _coloured(
    body: Grid, core: Grid, haze: Grid, blue: Grid, mood: _Mood, bright: float
) -> pygame.Surface:
    sunk = min(1.0, max(0.0, -mood.height))
    cold = sunk**4
    rim = mixed(mixed((255, 104, 26), (255, 134, 28), mood.gold), (50, 84, 206), cold)
    flesh = mixed(mixed((255, 172, 62), (255, 196, 78), mood.gold), (116, 150, 240), cold)
    heart = mixed(mixed((255, 236, 186), (255, 246, 208), mood.gold), (206, 222, 255), cold)
    strong = bright * (1.0 - 0.25 * sunk)
    light = np.zeros((*body.shape, 3), np.float32)
    for layer, colour, power in (
        (haze, rim, 0.32), (body * (1.0 - core), rim, 0.40), (body**1.7, flesh, 0.72),
        (core, heart, 0.72),
    ):  # fmt: skip
        light += layer[..., None] * (np.array(colour, np.float32) * np.float32(power * strong))
    share = (blue * np.float32(0.3 * (1.0 - 0.5 * mood.gold) + min(0.65, 1.1 * sunk)))[..., None]
    deep, pale = np.array((22, 58, 196), np.float32), np.array((150, 196, 255), np.float32)
    glowing = deep + core[..., None] * np.float32(0.85 * sunk) * (pale - deep)
    light += share * (glowing * np.float32(strong) - light)
    np.clip(light, 0, 255, out=light)
    # Cover is never less than light: premultiplied blending wraps round where it is.
    cover = np.maximum(body * np.float32(150 * strong), light.max(axis=-1))
    drawn = np.empty((*body.shape, 4), np.uint8)
    drawn[..., :3] = light
    drawn[..., 3] = np.ceil(cover)
    return pygame.image.frombuffer(drawn.tobytes(), (body.shape[1], body.shape[0]), "RGBA")


def _smooth(grid: Grid) -> Grid:
    part = np.clip(grid, 0.0, 1.0)
    eased: Grid = part * part * (3.0 - 2.0 * part)
    return eased


def _noise(moment: float, seed: int) -> float:
    """-1 to 1, restless, the same at the same moment."""
    turn = moment + seed * 17.31
    return (
        math.sin(turn * 1.0)
        + 0.6 * math.sin(turn * 2.37 + 1.3)
        + 0.4 * math.sin(turn * 5.11 + 0.7)
    ) / 2.0


def _step(size: float, ratio: float) -> int:
    """A size from a short ladder, so that few lights need to be made."""
    return max(4, round(ratio ** round(math.log(max(4.0, size), ratio))))


def _level(power: float) -> float:
    """A brightness from a short ladder."""
    return round(max(0.0, min(1.0, power)) * 24) / 24


def _coarse(colour: Colour) -> Colour:
    red, green, blue = (part // 12 * 12 for part in colour)
    return red, green, blue
