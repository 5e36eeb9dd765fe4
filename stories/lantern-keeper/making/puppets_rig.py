"""The jointed figure: how its pieces hang together, whoever it is.

A figure stands with its feet at (0, 0), faces right, and is about 400 units high. Angles of arms
are measured from straight down, forward positive, in radians.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import skia

from making.palette import Colour, sheer
from making.puppets_face import Face, ease, mix
from making.puppets_leather import Light, Plate, Points, ink, lit
from making.puppets_motifs import curve

At = tuple[float, float]
Head = Callable[[skia.Canvas, Face, float, float, float], None]

HIP: Final = -196.0
UPPER: Final = 62.0
LOWER: Final = 58.0
HEAD_SHARE: Final = 0.37
SOFT: Final = 0.6  # seconds a walk takes to begin and to end


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: upper and lower angle, the hand's own bend, and how open the hand is."""

    upper: float = 0.1
    lower: float = 0.35
    hand: float = 0.0
    open: float = 0.0


@dataclass(frozen=True, slots=True)
class Pose:
    """All that can move. Values of this kind ease into each other."""

    near: Arm = field(default_factory=Arm)
    far: Arm = field(default_factory=Arm)
    lean: float = 0.0
    nod: float = 0.0
    rise: float = 0.0  # the hip above its rest; below 0 bent knees
    left: float = 14.0  # where the feet are, and how high
    left_up: float = 0.0
    right: float = -14.0
    right_up: float = 0.0
    hem: float = 0.0  # sway of what hangs: forward positive
    sleeve: float = 0.0
    hood: float = 0.0
    face: Face = field(default_factory=Face)


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """The carved pieces of one figure, and where they are pinned to the torso."""

    torso: Plate
    skirt: Plate
    upper: Plate
    sleeve: Plate
    hand_open: Plate
    hand_closed: Plate
    shoe: Plate
    neck: At
    shoulder: At
    far_shoulder: At
    head: Head
    legs: Colour
    cloak: Plate | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One puppet in one pose at one moment."""

    pose: Pose
    wardrobe: Wardrobe
    t: float = 0.0
    wind: float = 0.0

    def draw(
        self,
        canvas: skia.Canvas,
        at: At,
        scale: float = 1.0,
        facing: float = 1,
        light: Light | None = None,
        *,
        far_held: Callable[[skia.Canvas], None] | None = None,
    ) -> None:
        """Stand it at `at`; `far_held` is drawn, upright, in the far hand."""
        box = skia.Rect.MakeXYWH(
            at[0] - 280 * scale, at[1] - 500 * scale, 560 * scale, 540 * scale
        )
        with lit(canvas, light or Light(at, 900 * scale), box):
            canvas.save()
            canvas.translate(*at)
            canvas.scale(scale * facing, scale)
            self._assemble(canvas, far_held)
            canvas.restore()

    def shade(
        self, canvas: skia.Canvas, at: At, scale: float, facing: float, colour: Colour
    ) -> None:
        """Only its shadow, in one colour."""
        canvas.saveLayer()
        canvas.save()
        canvas.translate(*at)
        canvas.scale(scale * facing, scale)
        self._assemble(canvas, None)
        canvas.restore()
        canvas.drawPaint(skia.Paint(Color=colour, BlendMode=skia.BlendMode.kSrcIn))
        canvas.restore()

    def hand(self, at: At, scale: float = 1.0, facing: float = 1, *, near: bool = True) -> At:
        """Where a hand is on the canvas, to hang a lantern from."""
        arm = self.pose.near if near else self.pose.far
        x, y = self._wrist(arm, self._shoulder(near=near))
        reach = _toward(arm.lower + arm.hand, 13)
        return at[0] + (x + reach[0]) * scale * facing, at[1] + (y + reach[1]) * scale

    def eyes(self, at: At, scale: float = 1.0, facing: float = 1) -> At:
        """About where the face is on the canvas."""
        x, y = self._from_torso(self.wardrobe.neck)
        return at[0] + (x + 14) * scale * facing, at[1] + (y - 42) * scale

    def reaching(
        self, for_: At, at: At, scale: float = 1.0, facing: float = 1, *, near: bool = True
    ) -> "Figure":
        """The same figure with one hand at a place on the canvas, its elbow hanging."""
        x, y = self._shoulder(near=near)
        dx = (for_[0] - at[0]) / scale * facing - x
        dy = (for_[1] - at[1]) / scale - y
        arm = self.pose.near if near else self.pose.far
        bent = _bent(arm, dx, dy)
        pose = replace(self.pose, near=bent) if near else replace(self.pose, far=bent)
        return replace(self, pose=pose)

    def _assemble(
        self, canvas: skia.Canvas, far_held: Callable[[skia.Canvas], None] | None
    ) -> None:
        self._arm(canvas, self.pose.far, self._shoulder(near=False), dim=0.8)
        if far_held is not None:
            x, y = self.hand((0, 0), near=False)
            canvas.save()
            canvas.translate(x, y)
            far_held(canvas)
            canvas.restore()
        if self.wardrobe.cloak is not None:
            self.wardrobe.cloak.draw_bent(canvas, self._cloak)
        self._legs(canvas)
        self.wardrobe.skirt.draw_bent(canvas, self._skirt)
        self._torso(canvas)
        self._arm(canvas, self.pose.near, self._shoulder(near=True), dim=1.0)

    def _torso(self, canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.translate(0, HIP - self.pose.rise)
        canvas.rotate(math.degrees(self.pose.lean))
        self.wardrobe.torso.draw(canvas)
        canvas.translate(*self.wardrobe.neck)
        canvas.rotate(math.degrees(self.pose.nod - self.pose.lean * 0.55))
        canvas.scale(HEAD_SHARE, HEAD_SHARE)
        self.wardrobe.head(canvas, self.pose.face, self.t, self.wind, self.pose.hood)
        canvas.restore()

    def _from_torso(self, point: At) -> At:
        c, s = math.cos(self.pose.lean), math.sin(self.pose.lean)
        return (
            point[0] * c - point[1] * s,
            HIP - self.pose.rise + point[0] * s + point[1] * c,
        )

    def _shoulder(self, *, near: bool) -> At:
        return self._from_torso(self.wardrobe.shoulder if near else self.wardrobe.far_shoulder)

    def _wrist(self, arm: Arm, shoulder: At) -> At:
        up, low = _toward(arm.upper, UPPER), _toward(arm.lower, LOWER)
        return shoulder[0] + up[0] + low[0], shoulder[1] + up[1] + low[1]

    def _arm(self, canvas: skia.Canvas, arm: Arm, shoulder: At, dim: float) -> None:
        elbow = _add(shoulder, _toward(arm.upper, UPPER))
        wrist = self._wrist(arm, shoulder)
        if dim < 1:
            canvas.saveLayer()
        _hang(canvas, self._hand(arm), wrist, arm.lower + arm.hand)
        _hang(canvas, self.wardrobe.upper, shoulder, arm.upper)
        self.wardrobe.sleeve.draw_bent(canvas, self._drape(arm, elbow))
        if dim < 1:
            shade = skia.Paint(Color=sheer(0x120806, 1 - dim), BlendMode=skia.BlendMode.kSrcATop)
            canvas.drawPaint(shade)
            canvas.restore()

    def _hand(self, arm: Arm) -> Plate:
        return self.wardrobe.hand_open if arm.open > 0.5 else self.wardrobe.hand_closed

    def _drape(self, arm: Arm, elbow: At) -> Callable[[Points], Points]:
        """Along the forearm it is stiff; what hangs below it hangs down, and swings."""
        c, s = math.sin(arm.lower), math.cos(arm.lower)

        def warp(points: Points) -> Points:
            along, below = points[:, 0], points[:, 1]
            loose = np.clip((below - 10) / 40, 0, 1)
            sway = self.pose.sleeve * loose * np.clip(along / LOWER, 0, 1.2)
            across = (
                np.stack([-s + sway * 0.9, c + 0.0 * along], axis=1) * (1 - 0.6 * loose)[:, None]
            )
            down = np.stack([sway * 1.4, np.ones_like(along)], axis=1) * (0.6 * loose)[:, None]
            lies = across + down
            return np.asarray(np.array(elbow) + along[:, None] * (c, s) + below[:, None] * lies)

        return warp

    def _skirt(self, points: Points) -> Points:
        pose = self.pose
        v = np.clip(points[:, 1] / 190, 0, 1.1)
        u = np.clip((points[:, 0] + 70) / 140, 0, 1)
        front = max(0.0, max(pose.left, pose.right) - 15)
        back = min(0.0, min(pose.left, pose.right) + 15)
        ripple = 3.5 * np.sin(5 * u + 2.4 * self.t) * v**2 * (0.3 + min(1.0, abs(self.wind) * 3))
        dx = v**1.5 * (u * front + (1 - u) * back) * 1.15 + v**1.7 * pose.hem * 60 + ripple
        dx += pose.lean * (1 - v) * 18
        dy = -np.abs(v**2 * pose.hem * 10) - pose.rise * (1 - v)
        return np.asarray(np.stack([points[:, 0] + dx, HIP + points[:, 1] + dy], axis=1))

    def _cloak(self, points: Points) -> Points:
        """Hung from the shoulders: it follows the lean, and the wind fills it."""
        anchor = self._from_torso(self.wardrobe.neck)
        v = np.clip((points[:, 1] + 4) / 270, 0, 1.1)
        fill = self.pose.hem - self.wind * 0.9
        gust = np.sin(3.1 * self.t - 3.2 * v + points[:, 0] * 0.02)
        dx = v**1.4 * fill * 95 + v**1.8 * gust * (5 + 16 * abs(self.wind))
        dy = -np.abs(fill) * 26 * v**2 + 3 * gust * v * abs(self.wind)
        return np.asarray(
            np.stack([anchor[0] + points[:, 0] + dx, anchor[1] + points[:, 1] + dy], axis=1)
        )

    def _legs(self, canvas: skia.Canvas) -> None:
        for x, up in ((self.pose.right, self.pose.right_up), (self.pose.left, self.pose.left_up)):
            leg = curve((x * 0.3, HIP + 20), (x * 0.7 + 6, HIP / 2), (x, -18 - up))
            ink(canvas, leg, 26, self.wardrobe.legs)
            canvas.save()
            canvas.translate(x, -up)
            canvas.rotate(min(24.0, up * 1.1))
            self.wardrobe.shoe.draw(canvas)
            canvas.restore()


def walking(pose: Pose, phase: float, stride: float = 40.0, vigour: float = 1.0) -> Pose:
    """The pose in mid-walk; one whole `phase` is two steps of `stride` each.

    The foot on the ground goes back evenly, so that a figure that travels 2 x stride in a phase
    does not slide.
    """
    left, left_up = _foot(phase, stride)
    right, right_up = _foot(phase + 0.5, stride)
    beat = math.cos(4 * math.pi * (phase - 0.08))
    swing = math.sin(2 * math.pi * (phase - 0.04))
    return replace(
        pose,
        left=left,
        left_up=left_up * vigour,
        right=right,
        right_up=right_up * vigour,
        rise=pose.rise - 3.6 - 4.8 * beat * vigour,
        lean=pose.lean + 0.024 * beat * vigour,
        nod=pose.nod + 0.02 * math.cos(4 * math.pi * (phase - 0.2)),
        hem=pose.hem + 0.11 * swing * vigour - 0.06,
        sleeve=pose.sleeve + 0.22 * math.sin(2 * math.pi * (phase - 0.16)) * vigour,
        far=replace(
            pose.far, upper=pose.far.upper + 0.16 * swing, lower=pose.far.lower + 0.2 * swing
        ),
    )


@dataclass(frozen=True, slots=True)
class Walk:
    """A way across the stage: from one place to another between two moments."""

    begins: float
    ends: float
    start: float
    stop: float
    stride: float = 42.0

    def place(self, t: float) -> float:
        """Where the feet's middle is; it starts and stops softly and is even between."""
        return self.start + (self.stop - self.start) * self._covered(t)

    def pose(self, still: Pose, t: float, scale: float = 1.0) -> Pose:
        """The still pose while standing, the same in stride while under way."""
        pace = (self._covered(t + 0.05) - self._covered(t - 0.05)) / 0.1
        vigour = min(1.0, pace * (self.ends - self.begins - SOFT))
        if vigour < 0.01:
            return still
        phase = abs(self.place(t) - self.start) / (2 * self.stride * scale)
        return mix(still, walking(still, phase, self.stride), ease(vigour))

    def _covered(self, t: float) -> float:
        long = self.ends - self.begins
        gone = max(0.0, min(long, t - self.begins))
        even = 1 / (long - SOFT)
        if gone < SOFT:
            return even * gone * gone / (2 * SOFT)
        if gone > long - SOFT:
            return 1 - even * (long - gone) ** 2 / (2 * SOFT)
        return even * (gone - SOFT / 2)


def _foot(phase: float, stride: float) -> tuple[float, float]:
    """Half the time on the ground going back, half in the air coming forward."""
    part = phase % 1.0
    if part < 0.5:
        return stride * (0.5 - 2 * part), 0.0
    share = (part - 0.5) * 2
    return stride * (ease(share) - 0.5), 15 * math.sin(math.pi * share) ** 1.3


def _bent(arm: Arm, dx: float, dy: float) -> Arm:
    """Upper and lower angle that bring the palm to (dx, dy) from the shoulder."""
    low = LOWER + 13
    reach = max(abs(UPPER - low) + 1, min(UPPER + low - 0.5, math.hypot(dx, dy)))
    toward = math.atan2(dx, dy)
    inside = (UPPER**2 + reach**2 - low**2) / (2 * UPPER * reach)
    upper = toward - math.acos(max(-1.0, min(1.0, inside)))
    across = math.sin(toward) * reach - math.sin(upper) * UPPER
    down = math.cos(toward) * reach - math.cos(upper) * UPPER
    return replace(arm, upper=upper, lower=math.atan2(across, down), hand=0.0)


def _hang(canvas: skia.Canvas, plate: Plate, at: At, angle: float) -> None:
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(90 - math.degrees(angle))
    plate.draw(canvas)
    canvas.restore()


def _toward(angle: float, length: float) -> At:
    return math.sin(angle) * length, math.cos(angle) * length


def _add(a: At, b: At) -> At:
    return a[0] + b[0], a[1] + b[1]
