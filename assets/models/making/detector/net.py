"""The detector: a small trunk, three sizes of faces, and a look from far to near between them."""

import torch
from torch import Tensor, nn
from torch.nn import functional

STRIDES = (8, 16, 32)
OUT = 15
"""One answer: logit, shift of the middle, log of the size, and five points."""
RARE = -4.6
"""Before anything is learned, a place holds a face this rarely (a logit)."""
STEM, WIDTHS, JOINED = (16, 32), (48, 96, 128), 48


def block(inside: int, out: int, stride: int = 1, *, bent: bool = True) -> nn.Sequential:
    """A 3x3 convolution, levelled; `bent`: what is below zero is cut off."""
    parts: list[nn.Module] = [
        nn.Conv2d(inside, out, 3, stride, 1, bias=False),
        nn.BatchNorm2d(out),
    ]
    return nn.Sequential(*parts, nn.ReLU(inplace=True)) if bent else nn.Sequential(*parts)


class Kept(nn.Module):
    """Two convolutions beside the way straight through."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.inner = nn.Sequential(block(width, width), block(width, width, bent=False))

    def forward(self, seen: Tensor) -> Tensor:
        return functional.relu(seen + self.inner(seen))


class Detector(nn.Module):
    """
    A grey picture in, one row of OUT numbers a place out: strides 8, 16 and 32, row by row.

    Plain convolutions: on a processor they are learned and run faster than split ones.
    """

    def __init__(self) -> None:
        super().__init__()
        near, middle, far = WIDTHS
        self.near = nn.Sequential(
            block(1, STEM[0], 2), block(STEM[0], STEM[1], 2), block(STEM[1], near, 2), Kept(near)
        )
        self.middle = nn.Sequential(block(near, middle, 2), Kept(middle))
        self.far = nn.Sequential(block(middle, far, 2), Kept(far))
        self.across = nn.ModuleList([nn.Conv2d(width, JOINED, 1) for width in WIDTHS])
        self.smooth = nn.ModuleList([block(JOINED, JOINED) for _ in WIDTHS])
        self.answers = nn.ModuleList([nn.Conv2d(JOINED, OUT, 1) for _ in WIDTHS])
        for answer in self.answers:
            nn.init.normal_(answer.weight, std=0.01)
            nn.init.zeros_(answer.bias)
            nn.init.constant_(answer.bias[:1], RARE)

    def forward(self, seen: Tensor) -> Tensor:
        near = self.near(seen)
        middle = self.middle(near)
        far = self.across[2](self.far(middle))
        middle = self.across[1](middle) + larger(far, middle)
        near = self.across[0](near) + larger(middle, near)
        rows = [
            answer(smooth(functional.relu(level))).flatten(2).transpose(1, 2)
            for level, smooth, answer in zip(
                (near, middle, far), self.smooth, self.answers, strict=True
            )
        ]
        return torch.cat(rows, 1)


def larger(far: Tensor, near: Tensor) -> Tensor:
    """The coarser answer laid over the finer one's places; 15 rows of 16 have no 16th."""
    return functional.interpolate(far, scale_factor=2)[:, :, : near.shape[2], : near.shape[3]]
