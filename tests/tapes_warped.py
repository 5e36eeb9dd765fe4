"""
A face in a picture, changed as viewers change: turned, nodding, dim, talking, frowning in thought.

Every function takes a picture and where its face is, and gives the picture as it would then look.
The changes are drawn by proportion (eyes, brows and mouth stand where they do in most faces), so
they show what a network makes of such a change, and nothing of any person.
"""

import cv2
import numpy as np

Place = tuple[float, float, float, float]
"""Left, top, width and height of a face."""

SIZE = (640, 480)
MIDDLE = (320.0, 220.0)
"""Where a seated viewer's face is."""
HIGH = 150.0
"""How high it is, in pixels: somebody about a metre away."""
EYES, BROWS, MOUTH, CHIN = 0.38, 0.25, 0.76, 1.05
"""How far down a face they are, as shares of its height."""


def seated(picture, place: Place, *, high=HIGH, sway=(0.0, 0.0), tilt=0.0):
    """The face before the camera, so high, moved by some pixels and tilted by some degrees."""
    x, y, width, height = place
    scale = high / height
    cos, sin = scale * np.cos(np.radians(tilt)), scale * np.sin(np.radians(tilt))
    across, down = x + width / 2, y + height / 2
    move = np.array(
        [
            [cos, -sin, MIDDLE[0] + sway[0] - cos * across + sin * down],
            [sin, cos, MIDDLE[1] + sway[1] - sin * across - cos * down],
        ],
        np.float32,
    )
    how = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LINEAR
    placed = cv2.warpAffine(picture, move, SIZE, flags=how, borderMode=cv2.BORDER_REPLICATE)
    inside = np.full(picture.shape[:2], 255, np.uint8)
    inside = cv2.GaussianBlur(cv2.warpAffine(inside, move, SIZE), (0, 0), 4)[..., None] / 255.0
    # What lies outside is a wall out of focus.
    coarse = cv2.resize(placed, (SIZE[0] // 8, SIZE[1] // 8), interpolation=cv2.INTER_AREA)
    wall = cv2.resize(cv2.GaussianBlur(coarse, (0, 0), 4), SIZE)
    return (placed * inside + wall * (1 - inside)).astype(np.uint8)


def seat(place: Place, *, high=HIGH) -> Place:
    """Where a face is once it is seated."""
    wide = high * place[2] / place[3]
    return MIDDLE[0] - wide / 2, MIDDLE[1] - high / 2, wide, high


def turned(picture, place: Place, degrees):
    """The head turned aside, to the picture's right: an egg with a nose, seen as it rotates."""
    x, y, width, height = place
    across, down = _grid(picture)
    deep = width * _depth((across - x - width / 2) / width, (down - y - height / 2) / height)
    return cv2.remap(
        picture, _rotated(across, x + width / 2, deep, degrees), down, cv2.INTER_LINEAR
    )


def nodding(picture, place: Place, degrees):
    """The head bent down, as over a telephone; upward where degrees are less than 0."""
    x, y, width, height = place
    across, down = _grid(picture)
    deep = width * _depth((across - x - width / 2) / width, (down - y - height / 2) / height)
    moved = _rotated(down.T, y + height / 2, deep.T, degrees)
    return cv2.remap(picture, across, np.ascontiguousarray(moved.T), cv2.INTER_LINEAR)


def _depth(across, down):
    """How far a head stands out from the plane through its ears, in widths of its face."""
    egg = 0.62 * np.sqrt(np.clip(1.0 - (across / 0.68) ** 2 - (down / 0.85) ** 2, 0.0, 1.0))
    nose = 0.16 * np.exp(-((across / 0.1) ** 2) - ((down - 0.1) / 0.14) ** 2)
    return egg + nose * (egg > 0.0)


def _rotated(along, middle, deep, degrees):
    """Where each pixel of a turned head comes from; what turns out of sight is hidden."""
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    moved = np.where(deep > 0.0, middle + (along - middle) * cos + deep * sin, along)
    near = np.maximum.accumulate(moved, axis=1)
    far = np.minimum.accumulate(moved[:, ::-1], axis=1)[:, ::-1]
    seen = near if sin >= 0.0 else far
    seen = seen + 1e-4 * along  # so that no two places are one
    rows = [np.interp(row, places, row) for row, places in zip(along, seen, strict=True)]
    return np.array(rows, np.float32)


def mouthing(picture, place: Place, opening):
    """The jaw let down by so much of the face's height: 0.05 in speech, 0.2 in a yawn."""
    x, y, width, height = place
    across, down = _grid(picture)
    lips, drop = y + MOUTH * height, opening * height
    aside = (across - x - width / 2) / width
    fall = drop * np.exp(-((aside / 0.38) ** 2))
    left = np.clip((y + 1.3 * height - down) / (1.3 * height - MOUTH * height), 0, 1)
    source = np.where(down > lips + fall, down - fall * left, np.minimum(down, lips))
    opened = cv2.remap(picture, across, source.astype(np.float32), cv2.INTER_LINEAR)
    hole = drop * np.sqrt(np.clip(1 - (aside / 0.2) ** 2, 0, 1))
    dark = ((down > lips) & (down < lips + hole)).astype(np.float32)
    dark = cv2.GaussianBlur(dark, (0, 0), max(0.6, 0.012 * height))[..., None]
    return (opened * (1 - dark) + np.array((45, 35, 70)) * dark).astype(np.uint8)


def frowning(picture, place: Place, depth):
    """The brows drawn down and together, with a crease between them: 1 is a deep frown."""
    x, y, width, height = place
    across, down = _grid(picture)
    aside, below = (across - x - width / 2) / width, (down - y - BROWS * height) / height
    near = np.exp(-((below / 0.1) ** 2)) * np.exp(-(((np.abs(aside) - 0.17) / 0.16) ** 2))
    lower = 0.055 * height * depth * near
    inward = 0.035 * width * depth * near * np.sign(aside)
    maps = (across + inward).astype(np.float32), (down - lower).astype(np.float32)
    drawn = cv2.remap(picture, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    creases = np.exp(-(((np.abs(aside) - 0.035) / 0.012) ** 2))
    crease = 0.35 * depth * creases * np.exp(-(((below - 0.03) / 0.06) ** 2))
    return (drawn * (1 - crease[..., None])).astype(np.uint8)


def bespectacled(picture, place: Place):
    """Dark frames before the eyes."""
    x, y, width, height = place
    worn = picture.copy()
    thick, high = max(1, round(0.025 * width)), 0.11 * height
    for side in (-1, 1):
        middle = x + width * (0.5 + side * 0.22), y + EYES * height
        axes = round(0.18 * width), round(high)
        cv2.ellipse(worn, tuple(map(round, middle)), axes, 0, 0, 360, (35, 32, 30), thick)
    ends = [(round(x + width * at), round(y + (EYES - 0.02) * height)) for at in (0.46, 0.54)]
    cv2.line(worn, *ends, (35, 32, 30), thick)
    return worn


def lit(picture, share):
    """The same in so much of the light."""
    return np.clip(picture * share, 0, 255).astype(np.uint8)


def side_lit(picture, dark=0.15):
    """Light from the right only: the left is as dark as that."""
    slope = np.linspace(dark, 1.15, picture.shape[1])[None, :, None]
    return np.clip(picture * slope, 0, 255).astype(np.uint8)


def grained(picture, spread, chance):
    """With a camera's noise over it."""
    noise = chance.normal(0.0, spread, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def dissolved(one, other, share):
    """Between two pictures: so much of the other."""
    return cv2.addWeighted(one, 1.0 - share, other, share, 0.0)


def _grid(picture):
    height, width = picture.shape[:2]
    return np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
