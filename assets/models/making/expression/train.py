"""
Train: `python -m assets.models.making.expression.train --data DIR --run RUN [--epochs N]
[--finish M]`.

DIR is what `prepare` made. RUN keeps a checkpoint after every epoch, and a line of figures on
the choosing pictures; `--resume` goes on from there, also to another number of epochs. The M
epochs of finishing come after the N: the pictures are then changed less, as films show them.
"""

import argparse
import copy
import json
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from assets.models.making.expression import pictures
from assets.models.making.expression.augment import Augment
from assets.models.making.expression.ferplus import KINDS
from assets.models.making.expression.figures import figures, separation
from assets.models.making.expression.net import (
    FACE,
    FERPLUS,
    ORIGINAL,
    ExpressionNet,
    standardised,
)
from assets.models.making.expression.pictures import SIDE, WIDE, Pictures

STEPS: Final = 300
"""Batches an epoch."""
SHARES: Final = {"ferplus": 96, "muxspace": 32, "nothing": 16}
"""How many pictures of each source make a batch."""
RARER: Final = {"ferplus": 0.3, "muxspace": 0.5, "nothing": 0.0}
"""How much oftener rare expressions are drawn: 0 as they are, 1 all alike."""
WARM: Final = 0.06
"""The part of a stretch in which the speed rises; then it falls along a cosine."""
SIDES: Final = ((0.42, 32), (0.62, 40), (1.0, 48))
"""Until which part of the training pictures have which side: small ones cost half."""
STEADY: Final = 0.999
"""How slowly the averaged network, which is the one kept, follows the trained one."""
SMOOTH: Final = 0.1
MIXED: Final = 0.3
"""This part of the batches is blended picture with picture ..."""
CLEAR: Final = 0.75
"""... until this part of the training; then every face is one face."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a stretch of the training teaches."""

    speed: float
    """The largest step; it rises for a while and then falls along a cosine."""
    gentle: float
    """This part of the pictures is changed only a little."""
    heads: Mapping[str, float]
    """How much each answer weighs."""


LEARNING: Final = Way(3e-3, 0.0, {"ferplus": 1.0, "original": 1.1, "face": 0.4})
FINISHING: Final = Way(1e-3, 0.75, {"ferplus": 1.0, "original": 1.5, "face": 0.4})
"""
Strong changes teach what a dim hall needs, and leave the network short of what a clear picture
shows: after 75 epochs it knew the original labels of only .69 of the very pictures it learned by.
"""


class Source:
    """Training pictures of one kind, drawn with the rare ones oftener."""

    def __init__(self, held: Pictures, rarer: float) -> None:
        self.wide = torch.from_numpy(held.wide)
        self.ferplus = torch.from_numpy(held.ferplus)
        self.original = one_of(torch.from_numpy(held.original))
        self.face = torch.from_numpy(held.face)
        self._odds = torch.from_numpy(odds(held.label, rarer))

    def draw(self, n: int, drawing: torch.Generator) -> tuple[Tensor, ...]:
        """Some pictures, and what is known of them."""
        at = torch.multinomial(self._odds, n, replacement=True, generator=drawing)
        wide = self.wide[at].float().view(n, 1, WIDE, WIDE)
        return wide, self.ferplus[at], self.original[at], self.face[at]


def odds(label: NDArray[np.int64], rarer: float) -> NDArray[np.float64]:
    """How often each picture is drawn."""
    known = np.where(label < 0, KINDS, label)
    counts = np.bincount(known, minlength=KINDS + 1).astype(np.float64)
    counts[KINDS] = counts[:KINDS].max() or 1.0
    chances = (1.0 / np.maximum(counts, 1.0)) ** rarer
    return chances[known]


def one_of(label: Tensor) -> Tensor:
    """Labels as shares, smoothed over FER2013's seven; zeros where there is none."""
    shares = functional.one_hot(label.clamp(min=0), KINDS).float() * (1 - SMOOTH)
    shares[:, : KINDS - 1] += SMOOTH / (KINDS - 1)
    return shares * (label >= 0)[:, None]


class Training:
    """The network, its average, and how far they are. Saved and taken up as one."""

    def __init__(self, epochs: int, seed: int, finish: int = 0) -> None:
        torch.manual_seed(seed)
        self.drawing = torch.Generator().manual_seed(seed)
        self.net = ExpressionNet().to(memory_format=torch.channels_last)
        self.kept = copy.deepcopy(self.net).eval()
        plain = [p for p in self.net.parameters() if p.ndim <= 1]
        heavy = [p for p in self.net.parameters() if p.ndim > 1]
        groups = [{"params": heavy, "weight_decay": 0.05}, {"params": plain, "weight_decay": 0.0}]
        self.moving = torch.optim.AdamW(groups, lr=LEARNING.speed, betas=(0.9, 0.98))
        self.augment = Augment(self.drawing)
        self.epochs = epochs
        self.finish = finish
        self.step = 0

    @property
    def part(self) -> float:
        """How much of the learning is done: 0..1; while it is finished, 1 and more."""
        return self.step / (self.epochs * STEPS)

    @property
    def done(self) -> bool:
        """Whether nothing is left, not even of finishing."""
        return self.step >= (self.epochs + self.finish) * STEPS

    @property
    def way(self) -> Way:
        """How it is taught now."""
        return LEARNING if self.part < 1 else FINISHING

    @property
    def speed(self) -> float:
        """How large a step is now."""
        if self.part < 1:
            return LEARNING.speed * pace(self.part)
        return FINISHING.speed * pace((self.step / STEPS - self.epochs) / self.finish)

    def save(self, path: Path) -> None:
        """Write everything needed to go on; a crash midway leaves the checkpoint before."""
        held = {
            "net": self.net.state_dict(),
            "kept": self.kept.state_dict(),
            "moving": self.moving.state_dict(),
            "drawing": self.drawing.get_state(),
            "torch": torch.get_rng_state(),
            "step": self.step,
        }
        torch.save(held, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def take_up(self, path: Path) -> None:
        """Go on from a checkpoint."""
        held = torch.load(path, weights_only=True)
        self.net.load_state_dict(held["net"])
        self.kept.load_state_dict(held["kept"])
        self.moving.load_state_dict(held["moving"])
        self.drawing.set_state(held["drawing"])
        torch.set_rng_state(held["torch"])
        self.step = held["step"]

    def learn(self, sources: dict[str, Source]) -> float:
        """One batch; its loss."""
        for group in self.moving.param_groups:
            group["lr"] = self.speed
        drawn = [sources[name].draw(n, self.drawing) for name, n in SHARES.items()]
        wide, ferplus, original, face = (torch.cat(parts) for parts in zip(*drawn, strict=True))
        x = standardised(self.augment(wide, side(self.part), self.way.gentle))
        x, ferplus, original = self._mixed(x, ferplus, original)
        loss = self._loss(x.to(memory_format=torch.channels_last), ferplus, original, face)
        self.moving.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.moving.step()
        self.step += 1
        self._follow()
        return float(loss.detach())

    def _mixed(self, x: Tensor, *shares: Tensor) -> tuple[Tensor, ...]:
        """Sometimes FER2013's faces shine through each other, and so do their labels."""
        mixed = MIXED if self.part < CLEAR else 0.0
        if float(torch.rand(1, generator=self.drawing)) >= mixed:
            return (x, *shares)
        faint = float(torch.rand(1, generator=self.drawing)) * 0.35
        n = SHARES["ferplus"]
        return tuple(
            torch.cat([(1 - faint) * each[:n] + faint * each[:n].flip(0), each[n:]])
            for each in (x, *shares)
        )

    def _loss(self, x: Tensor, ferplus: Tensor, original: Tensor, face: Tensor) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            said = self.net(x)
        said, heads = said.float(), self.way.heads
        return (
            heads["ferplus"] * surprise(said[:, FERPLUS], ferplus)
            + heads["original"] * surprise(said[:, ORIGINAL], original)
            + heads["face"] * functional.binary_cross_entropy_with_logits(said[:, FACE], face)
        )

    @torch.no_grad()
    def _follow(self) -> None:
        follow = 1 - min(STEADY, (1 + self.step) / (10 + self.step))
        for kept, now in zip(self.kept.parameters(), self.net.parameters(), strict=True):
            kept.lerp_(now, follow)
        for kept, now in zip(self.kept.buffers(), self.net.buffers(), strict=True):
            kept.copy_(now)


def surprise(said: Tensor, shares: Tensor) -> Tensor:
    """How far the answers are from the raters' shares; pictures without any do not count."""
    return -(shares * functional.log_softmax(said, 1)).sum(1).mean()


def pace(part: float) -> float:
    """Which part of the largest step is taken at this part of a stretch."""
    if part < WARM:
        return 0.05 + 0.95 * part / WARM
    return 0.004 + 0.996 * (1 + math.cos(math.pi * (part - WARM) / (1 - WARM))) / 2


def side(part: float) -> int:
    """How large the pictures are at this part of the training."""
    return next((side for until, side in SIDES if part <= until), SIDE)


@torch.no_grad()
def logits(net: nn.Module, held: Pictures) -> NDArray[np.float32]:
    """What a network answers to pictures as they are."""
    net.eval()
    pad = (WIDE - SIDE) // 2
    middle = np.ascontiguousarray(held.wide[:, None, pad:-pad, pad:-pad])
    said = []
    for at in range(0, len(middle), 256):
        x = standardised(torch.from_numpy(middle[at : at + 256]).float())
        said.append(net(x.to(memory_format=torch.channels_last)).numpy())
    return np.concatenate(said)


def shares(said: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits as shares that add up to 1."""
    raised = np.exp(said - said.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def choosing(net: nn.Module, held: dict[str, Pictures]) -> dict[str, float]:
    """The figures that choose: on pictures that neither teach nor are reported."""
    said = {name: logits(net, each) for name, each in held.items()}
    told = {}
    for name in ("ferplus", "muxspace"):
        got = figures(shares(said[name][:, FERPLUS]), held[name].label)
        told |= {f"{name}.{key}": round(got[key], 4) for key in ("seven", "f1", "valence")}
    original = figures(shares(said["ferplus"][:, ORIGINAL]), held["ferplus"].original)
    told |= {f"original.{key}": round(original[key], 4) for key in ("seven", "f1")}
    mux = figures(shares(said["muxspace"][:, ORIGINAL]), held["muxspace"].label)
    told["muxspace.original"] = round(mux["seven"], 4)
    faces = np.concatenate([said["ferplus"][:, FACE], said["muxspace"][:, FACE]])
    told["face"] = round(separation(faces, said["nothing"][:, FACE]), 4)
    return told


def read(data: Path, part: str, detector: Path) -> dict[str, Pictures]:
    """All sources of one part."""
    return {
        "ferplus": pictures.ferplus(data, part),
        "muxspace": pictures.muxspace(data, part),
        "nothing": pictures.nothing(data, part, detector),
    }


def main() -> None:
    """Train to the end, or until interrupted."""
    asking = argparse.ArgumentParser(description="Train the expression network.")
    asking.add_argument("--data", type=Path, required=True)
    asking.add_argument("--run", type=Path, required=True)
    asking.add_argument("--epochs", type=int, default=90)
    asking.add_argument("--finish", type=int, default=12)
    asking.add_argument("--seed", type=int, default=1)
    asking.add_argument("--resume", action="store_true")
    asking.add_argument(
        "--detector", type=Path, default=Path("assets/models/detector.onnx"),
        help="the finder whose false boxes teach what is no face",
    )  # fmt: skip
    asked = asking.parse_args()
    torch.set_num_threads(1)
    asked.run.mkdir(parents=True, exist_ok=True)
    training = Training(asked.epochs, asked.seed, asked.finish)
    if asked.resume:
        training.take_up(asked.run / "checkpoint.pt")
    held = read(asked.data, "train", asked.detector)
    print({name: len(each.wide) for name, each in held.items()}, flush=True)
    sources = {name: Source(each, RARER[name]) for name, each in held.items()}
    del held
    run(training, sources, read(asked.data, "valid", asked.detector), asked.run)


def run(
    training: Training, sources: dict[str, Source], valid: dict[str, Pictures], folder: Path
) -> None:
    """Every epoch that is left, each saved and told of."""
    while not training.done:
        begun = time.process_time()
        training.net.train()
        loss = np.mean([training.learn(sources) for _ in range(STEPS)])
        training.save(folder / "checkpoint.pt")
        epoch = training.step // STEPS
        told = {"epoch": epoch, "loss": round(float(loss), 4)}
        if epoch % 6 == 0 or training.done:
            told |= choosing(training.kept, valid)
        told["seconds"] = round(time.process_time() - begun)
        with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(told) + "\n")
        print(told, flush=True)


if __name__ == "__main__":
    main()
