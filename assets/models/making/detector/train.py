"""
Train the detector: `python -m assets.models.making.detector.train --data DIR --to RUN`.

One thread, in the background if you like; a checkpoint every few minutes. `--resume` goes on
from the last one. RUN then holds `last.pt` (everything needed to go on) and `detector.pt` (the
weights, averaged over the last steps). Needs the `training` extra.
"""

import argparse
import copy
import math
import time
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from assets.models.making.detector.album import HELD_SCENE, read
from assets.models.making.detector.composites import Composites, standard
from assets.models.making.detector.net import Detector
from assets.models.making.detector.targets import Floats, places, wanted, wrongness

SMALL, LARGE = (160, 128), (320, 240)
"""Most steps look at small pictures: four times the faces for the same time."""
MANY, FEW = 32, 8
EVERY_LARGE = 4
SPEED, SLOWEST, WARMING = 3e-3, 1e-5, 200
KEEPING = 0.998
"""How slowly the averaged weights follow."""
SAVING = 180.0
MINING, MOST_HARD, FALSE = 60, 2500, 0.2
"""Every so many steps pictures of nobody are shown; those believed to hold a face come again."""


@dataclass
class Run:
    """Everything that goes on from a checkpoint."""

    net: Detector
    average: Detector
    learning: torch.optim.Optimizer
    step: int = 0
    spent: float = 0.0
    told: dict[str, float] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        held = {
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "learning": self.learning.state_dict(),
            "step": self.step,
            "spent": self.spent,
        }
        torch.save(held, folder / "last.part")
        (folder / "last.part").replace(folder / "last.pt")
        torch.save(self.average.state_dict(), folder / "detector.part")
        (folder / "detector.part").replace(folder / "detector.pt")

    def read(self, folder: Path) -> None:
        held = torch.load(folder / "last.pt", weights_only=True)
        self.net.load_state_dict(held["net"])
        self.average.load_state_dict(held["average"])
        self.learning.load_state_dict(held["learning"])
        self.step, self.spent = held["step"], held["spent"]


def begun() -> Run:
    """A detector that knows nothing."""
    torch.manual_seed(3)
    net = Detector().to(memory_format=torch.channels_last)
    average = copy.deepcopy(net).eval()
    return Run(net, average, torch.optim.AdamW(net.parameters(), SPEED, weight_decay=0.02))


def main() -> None:
    """Train for some minutes."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--data", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asking.add_argument("--minutes", type=float, default=60.0)
    asking.add_argument("--resume", action="store_true")
    asked = asking.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    asked.to.mkdir(parents=True, exist_ok=True)
    run = begun()
    if asked.resume and (asked.to / "last.pt").exists():
        run.read(asked.to)
    people = read(asked.data / "people.npz")
    scenes = read(asked.data / "scenes.npz").every(HELD_SCENE, left_out=True)
    train(run, Composites(people, scenes, seed=run.step), asked.minutes * 60.0, asked.to)


def train(run: Run, drawing: Composites, seconds: float, folder: Path) -> None:
    """Until so many seconds are spent, those before a `--resume` counted."""
    begin, before = time.monotonic(), run.spent
    saved = before
    while run.spent < seconds:
        pace(run, run.spent / seconds)
        size, many = (LARGE, FEW) if run.step % EVERY_LARGE == 0 else (SMALL, MANY)
        learn(run, *batch(drawing, size, many))
        if run.step % MINING == 0 and run.spent > 0.1 * seconds:
            mine(run, drawing)
        run.spent = before + time.monotonic() - begin
        if run.step % 100 == 0:
            told = " ".join(f"{name} {number:.3f}" for name, number in run.told.items())
            print(f"{run.step} {run.spent:.0f}s {told} hard {len(drawing.hard)}", flush=True)
        if run.spent - saved > SAVING or run.spent >= seconds:
            run.write(folder)
            saved = run.spent


def pace(run: Run, done: float) -> None:
    """One long wave: quick at first, hardly moving at the end."""
    wave = 0.5 + 0.5 * math.cos(math.pi * min(1.0, done))
    for group in run.learning.param_groups:
        group["lr"] = SPEED * min(1.0, (run.step + 1) / WARMING) * wave + SLOWEST


def batch(drawing: Composites, size: tuple[int, int], many: int) -> tuple[Tensor, ...]:
    """Pictures, and what should be said of them."""
    at = places(*size)
    seen, said, rows, large = [], [], [], []
    for _ in range(many):
        picture, faces = drawing.draw(*size)
        told = wanted(faces, at)
        seen.append(standard(picture))
        for kept, one in zip((said, rows, large), told, strict=True):
            kept.append(one)
    pictures = shown(seen)
    numbers = (torch.from_numpy(np.stack(kept)) for kept in (said, rows, large))
    return (pictures, *numbers, torch.from_numpy(at[None, :, 2].copy()))


def shown(pictures: list[Floats]) -> Tensor:
    """Pictures as the network takes them."""
    stacked = torch.from_numpy(np.stack(pictures)[:, None])
    return stacked.to(memory_format=torch.channels_last)


def learn(run: Run, seen: Tensor, *told: Tensor) -> None:
    """One step."""
    run.net.train()
    with torch.autocast("cpu", torch.bfloat16):
        answers = run.net(seen)
    errors = wrongness(answers.float(), *told)
    run.learning.zero_grad(set_to_none=True)
    sum(errors).backward()
    nn.utils.clip_grad_norm_(run.net.parameters(), 5.0)
    run.learning.step()
    run.step += 1
    keep = min(KEEPING, (1 + run.step) / (10 + run.step))
    with torch.no_grad():
        for ours, newest in zip(run.average.parameters(), run.net.parameters(), strict=True):
            ours.lerp_(newest, 1.0 - keep)
        for ours, newest in zip(run.average.buffers(), run.net.buffers(), strict=True):
            ours.lerp_(newest, 1.0 - keep) if ours.is_floating_point() else ours.copy_(newest)
    for name, error in zip(("face", "box", "points"), errors, strict=True):
        before = run.told.get(name, float(error))
        run.told[name] = 0.98 * before + 0.02 * float(error)


def mine(run: Run, drawing: Composites) -> None:
    """Look for faces where there are none; what is found comes again."""
    pictures = [drawing.nobody(*SMALL) for _ in range(MANY)]
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        answers = run.average(shown([standard(each.astype(np.float32)) for each in pictures]))
    surest = torch.sigmoid(answers[..., 0].float()).amax(1)
    drawing.hard += [each for each, sure in zip(pictures, surest, strict=True) if sure > FALSE]
    del drawing.hard[:-MOST_HARD]


if __name__ == "__main__":
    main()
