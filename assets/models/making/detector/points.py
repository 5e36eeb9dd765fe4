"""
Train the second look: `python -m assets.models.making.detector.points --data DATA --to RUN`.

The detector says roughly where a face's five points are; a second, much smaller network looks at
that face alone, upright and 48 pixels large, and says where they are exactly. A turned head is
told by a few pixels of its nose, which a look at the whole picture does not resolve.
RUN then holds `points.pt`. Needs the `training` extra.
"""

import argparse
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from assets.models.making.detector.album import POINTS, SCORE, Album, Grey, read
from assets.models.making.detector.net import block
from assets.models.making.detector.shots import laid, levels

SIDE, ROOM = 48, 1.2
"""The crop's side in pixels, and in longer sides of the face's box."""
MANY, SPEED = 128, 2e-3
CLEAR = 0.75
OFF, LARGER, TILTED = 0.07, 0.1, 9.0
"""How far the detector's boxes and tilts are off: shares of the box, and degrees."""
SWAPPED = np.array([1, 0, 2, 4, 3])
Floats = NDArray[np.float32]


class Points(nn.Module):
    """One face in, ten numbers out: five points, 0 the crop's middle, 1 half its side."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = nn.Sequential(
            block(1, 16), block(16, 24, 2), block(24, 48, 2), block(48, 64, 2), block(64, 64)
        )
        self.told = nn.Sequential(
            nn.Flatten(), nn.Linear(64 * 36, 96), nn.ReLU(), nn.Linear(96, 10)
        )

    def forward(self, face: Tensor) -> Tensor:
        return self.told(self.seen(face))


class Crops:
    """Draws faces as the detector hands them on, and where their points are in the crop."""

    def __init__(self, people: Album, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._faces = [
            (levels(photo), best)
            for photo, faces in zip(people.pictures, people.faces, strict=True)
            for best in [faces[int(np.argmax(faces[:, SCORE]))]]
            if best[SCORE] > CLEAR
        ]
        self._noise = self._chance.standard_normal((256, 256), dtype=np.float32)

    def __len__(self) -> int:
        return len(self._faces)

    def draw(self) -> tuple[Floats, Floats]:
        """One crop, levelled, and its ten numbers."""
        chance = self._chance
        photo, face = self._faces[int(chance.integers(len(self._faces)))]
        place = self._place(face)
        seen = laid(photo, place, SIDE, SIDE, cv2.BORDER_REPLICATE)
        points = face[POINTS].reshape(5, 2) @ place[:, :2].T + place[:, 2]
        if chance.random() < 0.5:
            seen = seen[:, ::-1]
            points = points[SWAPPED]
            points[:, 0] = SIDE - 1 - points[:, 0]
        told = (points + 0.5) / (SIDE / 2.0) - 1.0
        return standard(self._worn(seen)), told.ravel().astype(np.float32)

    def _place(self, face: Floats) -> Floats:
        """As the detector's box and tilt would have it, which are a little off."""
        chance = self._chance
        points = face[POINTS].reshape(5, 2)
        across = points[1] - points[0]
        tilt = math.atan2(across[1], across[0]) + math.radians(chance.normal(0.0, TILTED))
        scale = SIDE / (ROOM * max(face[2], face[3])) * math.exp(chance.normal(0.0, LARGER))
        middle = face[:2] + face[2:4] / 2.0 + chance.normal(0.0, OFF, 2) * face[2:4]
        cos, sin = scale * math.cos(tilt), scale * math.sin(tilt)
        linear = np.array([[cos, sin], [-sin, cos]])
        aspect = np.diag(np.exp(chance.normal(0.0, 0.05) * np.array([1.0, -1.0])))
        linear = linear @ aspect
        shift = np.full(2, (SIDE - 1) / 2.0) - linear @ middle
        return np.concatenate([linear, shift[:, None]], 1).astype(np.float32)

    def _worn(self, seen: Grey) -> Floats:
        """Far away, in the dark, in side light, half hidden, in noise."""
        chance = self._chance
        if chance.random() < 0.45:
            small = max(10, int(SIDE * chance.uniform(0.25, 0.9)))
            seen = cv2.resize(seen, (small, small), interpolation=cv2.INTER_AREA)
            seen = cv2.resize(seen, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        face = seen.astype(np.float32)
        face = 255.0 * (face / 255.0) ** math.exp(chance.uniform(-0.5, 0.5))
        if chance.random() < 0.35:
            angle = chance.uniform(0.0, 2.0 * math.pi)
            y, x = np.mgrid[-0.5 : 0.5 : SIDE * 1j, -0.5 : 0.5 : SIDE * 1j].astype(np.float32)
            light = 0.6 + chance.uniform(0.5, 1.6) * (x * math.cos(angle) + y * math.sin(angle))
            face *= np.clip(light, 0.06, 1.3)
        if chance.random() < 0.15:
            x, y = chance.integers(0, SIDE, 2)
            wide, high = chance.integers(8, 26, 2)
            face[y : y + high, x : x + wide] = chance.uniform(0, 255)
        face *= math.exp(chance.uniform(math.log(0.12), 0.0)) if chance.random() < 0.4 else 1.0
        y, x = chance.integers(0, 256 - SIDE, 2)
        face = face + self._noise[y : y + SIDE, x : x + SIDE] * chance.uniform(0, 1) ** 2 * 8.0
        return np.floor(np.clip(face, 0.0, 255.0)).astype(np.float32)


def standard(face: Floats) -> Floats:
    """As the engine hands faces on."""
    return (face - face.mean()) / (face.std() + np.float32(8.0))


def main() -> None:
    """Train for some minutes."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--data", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asking.add_argument("--minutes", type=float, default=8.0)
    asked = asking.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(5)
    cv2.setNumThreads(1)
    asked.to.mkdir(parents=True, exist_ok=True)
    crops = Crops(read(asked.data / "people.npz"), 3)
    other = Crops(read(asked.data / "held.npz"), 4)
    train(crops, other, asked.minutes * 60.0, asked.to / "points.pt")


def train(crops: Crops, other: Crops, seconds: float, path: Path) -> None:
    """One long wave of speed; now and then told how far off strangers' points are."""
    net = Points().to(memory_format=torch.channels_last)
    learning = torch.optim.AdamW(net.parameters(), SPEED, weight_decay=0.02)
    begin, step, spent = time.monotonic(), 0, 0.0
    while spent < seconds:
        wave = 0.5 + 0.5 * math.cos(math.pi * spent / seconds)
        for group in learning.param_groups:
            group["lr"] = SPEED * min(1.0, (step + 1) / 100) * wave + 1e-6
        seen, told = batch(crops, MANY)
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            features = net.seen(seen)
        error = nn.functional.smooth_l1_loss(net.told(features.float()), told, beta=0.04)
        learning.zero_grad(set_to_none=True)
        error.backward()
        learning.step()
        step, spent = step + 1, time.monotonic() - begin
        if step % 200 == 0:
            print(f"{step} {spent:.0f}s {off(net, other):.4f} eye distances", flush=True)
    torch.save(net.state_dict(), path)
    print(f"{step} {spent:.0f}s {off(net, other, 1024):.4f} eye distances", flush=True)


def batch(crops: Crops, many: int) -> tuple[Tensor, Tensor]:
    """Crops as the network takes them, and what should be said of them."""
    seen, told = zip(*(crops.draw() for _ in range(many)), strict=True)
    pictures = torch.from_numpy(np.stack(seen)[:, None])
    return pictures.to(memory_format=torch.channels_last), torch.from_numpy(np.stack(told))


def off(net: Points, crops: Crops, many: int = 256) -> float:
    """How far points are off on average, worn crops and all."""
    seen, told = batch(crops, many)
    net.eval()
    with torch.no_grad():
        apart = (net(seen) - told).reshape(-1, 5, 2)
    eyes = told.reshape(-1, 5, 2)
    between = (eyes[:, 1] - eyes[:, 0]).norm(dim=1).clamp(min=0.15)
    return float((apart.norm(dim=2).mean(1) / between).mean())


if __name__ == "__main__":
    main()
