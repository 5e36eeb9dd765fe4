"""The network: one trunk, and behind it one layer that gives every answer."""

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from assets.models.making.expression.ferplus import KINDS

FERPLUS: Final = slice(0, KINDS)
ORIGINAL: Final = slice(KINDS, 2 * KINDS)
FACE: Final = 2 * KINDS
ANSWERS: Final = 2 * KINDS + 1
"""Logits: what FER+ raters would see, what FER2013 would call it, whether it is a face."""
STEM: Final = 32
BLOCKS: Final = ((64, 1), (128, 2), (128, 1), (224, 2))
"""Channels and stride of each residual block."""


def conv(inputs: int, outputs: int, side: int = 3, stride: int = 1) -> nn.Sequential:
    """A convolution whose answers are normalised."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, side, stride, side // 2, bias=False), nn.BatchNorm2d(outputs)
    )


class Block(nn.Module):
    """Two convolutions and a way around them."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.first = conv(inputs, outputs, stride=stride)
        self.second = conv(outputs, outputs)
        same = inputs == outputs and stride == 1
        self.around = nn.Identity() if same else conv(inputs, outputs, 1, stride)

    def forward(self, x: Tensor) -> Tensor:
        """What the block makes of its input."""
        return functional.relu(self.second(functional.relu(self.first(x))) + self.around(x))


class ExpressionNet(nn.Module):
    """48x48 standardised grey (any side from 32 on will do) -> ANSWERS logits."""

    def __init__(self, drop: float = 0.25) -> None:
        super().__init__()
        layers: list[nn.Module] = [conv(1, STEM, 5, 2), nn.ReLU(), nn.MaxPool2d(2, 2)]
        inputs = STEM
        for outputs, stride in BLOCKS:
            layers.append(Block(inputs, outputs, stride))
            inputs = outputs
        self.trunk = nn.Sequential(*layers)
        self.drop = nn.Dropout(drop)
        self.answers = nn.Linear(inputs, ANSWERS)

    def forward(self, x: Tensor) -> Tensor:
        """The logits of a batch."""
        return self.answers(self.drop(self.trunk(x).mean((2, 3))).float())


def standardised(x: Tensor) -> Tensor:
    """Each picture with its own light and contrast taken out, as where the film runs."""
    spread, mean = torch.std_mean(x, (2, 3), correction=0, keepdim=True)
    return (x - mean) / (spread + 8.0)
