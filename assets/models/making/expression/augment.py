"""The same face in another light, pose and framing: what a camera in a hall would make of it."""

import math
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

REACH: Final = 2.0
"""A wide picture reaches this many times as far as what the network is shown."""
GENTLY: Final = 0.35
"""A picture that is changed gently is changed so much less, and as much more seldom."""


class Augment:
    """Draws changes from its own generator, so that a training can be taken up again."""

    def __init__(self, generator: torch.Generator) -> None:
        self._drawing = generator

    def __call__(self, wide: Tensor, side: int, gentle: float = 0.0) -> Tensor:
        """
        Wide pictures (n, 1, 96, 96) as the network sees them: (n, 1, side, side), 0..255.

        `gentle`: this part of them is changed only a little.
        """
        much = torch.where(self._chosen(len(wide), gentle), GENTLY, 1.0)
        x = self._framed(wide, side, much)
        x = self._blurred(x, much)
        x = self._lit(x, much)
        return self._covered(x, much)

    def _uniform(self, n: int, low: float, high: float) -> Tensor:
        return torch.rand(n, generator=self._drawing) * (high - low) + low

    def _chosen(self, n: int, share: float) -> Tensor:
        return torch.rand(n, generator=self._drawing) < share

    def _framed(self, wide: Tensor, side: int, much: Tensor) -> Tensor:
        """Turned, nearer or farther, shifted, mirrored, and seen from aside."""
        n = len(wide)
        turn = self._uniform(n, -1, 1) ** 3 * math.radians(28) * much
        scale = torch.exp(self._uniform(n, -0.2, 0.2) * much)
        flatter = torch.exp(self._uniform(n, -0.08, 0.08) * much)
        mirror = torch.where(self._chosen(n, 0.5), -1.0, 1.0)
        h = torch.zeros(n, 3, 3)
        h[:, 0, 0] = torch.cos(turn) * scale * flatter * mirror
        h[:, 0, 1] = -torch.sin(turn) * scale
        h[:, 1, 0] = torch.sin(turn) * scale * mirror
        h[:, 1, 1] = torch.cos(turn) * scale / flatter
        shift = torch.rand(n, 2, generator=self._drawing) * 0.34 - 0.17
        h[:, :2, 2] = shift * much[:, None]
        aside = (self._chosen(n, 0.4) * much)[:, None]
        h[:, 2, :2] = (torch.rand(n, 2, generator=self._drawing) * 0.5 - 0.25) * aside
        h[:, 2, 2] = 1.0
        steps = (torch.arange(side) * 2 + 1) / side - 1
        y, x = torch.meshgrid(steps, steps, indexing="ij")
        places = torch.stack([x, y, torch.ones_like(x)], -1).view(1, -1, 3) @ h.transpose(1, 2)
        places = places[..., :2] / places[..., 2:] / REACH
        return functional.grid_sample(
            wide, places.view(n, side, side, 2), padding_mode="border", align_corners=False
        )

    def _blurred(self, x: Tensor, much: Tensor) -> Tensor:
        """Some out of focus, some from far away."""
        side = x.shape[-1]
        kind = torch.rand(len(x), generator=self._drawing) / much
        soft = kind < 0.1
        x[soft] = functional.avg_pool2d(x[soft], 3, 1, 1, count_include_pad=False)
        softer = (kind > 0.1) & (kind < 0.13)
        x[softer] = functional.avg_pool2d(x[softer], 5, 1, 2, count_include_pad=False)
        for low, high, share in ((0.13, 0.22, 2), (0.22, 0.25, 3)):
            far = (kind > low) & (kind < high)
            if far.any():
                small = functional.interpolate(x[far], size=side // share, mode="area")
                x[far] = functional.interpolate(small, size=side, mode="bilinear")
        return x

    def _lit(self, x: Tensor, much: Tensor) -> Tensor:
        """Gamma, light from one side, dimmer, and the camera's grain."""
        n, side, much = len(x), x.shape[-1], much.view(-1, 1, 1, 1)
        gamma = torch.exp(self._uniform(n, -0.5, 0.5).view(-1, 1, 1, 1) * much)
        x = 255 * (x / 255).clamp(0.002, 1) ** gamma
        steps = torch.linspace(-1, 1, side)
        across = self._uniform(n, -1, 1).view(-1, 1, 1, 1)
        across = across * across.abs() * 0.9 * much
        down = self._uniform(n, -0.4, 0.4).view(-1, 1, 1, 1) * much
        light = 1 + across * steps.view(1, 1, 1, -1) + down * steps.view(1, 1, -1, 1)
        dimmer = 1 + self._uniform(n, -0.6, 0.2).view(-1, 1, 1, 1) * much
        x = x * light.clamp(0.08, 2) * dimmer
        grain = (self._uniform(n, 0, 1) ** 2 * 9).view(-1, 1, 1, 1) * much
        return (x + torch.randn(x.shape, generator=self._drawing) * grain).clamp(0, 255)

    def _covered(self, x: Tensor, much: Tensor) -> Tensor:
        """A hand, a cup, a mask: one box in the colour of the picture; some lose a half."""
        n, side = len(x), x.shape[-1]
        wide, high = (self._uniform(n, 0.1, 0.4)[:, None] for _ in range(2))
        half = self._chosen(n, 0.12)[:, None]
        wide, high = torch.where(half, 1.0, wide), torch.where(half, 0.42, high)
        left, top = self._uniform(n, 0, 1)[:, None] * (1 - wide), self._uniform(n, 0, 1)[:, None]
        top = torch.where(half, torch.where(top < 0.5, 0.0, 0.58), top * (1 - high))
        steps = ((torch.arange(side) + 0.5) / side)[None]
        columns = (steps > left) & (steps < left + wide)
        rows = (steps > top) & (steps < top + high)
        hidden = rows[:, None, :, None] & columns[:, None, None, :]
        hidden &= (self._uniform(n, 0, 1) < 0.25 * much**2).view(-1, 1, 1, 1)
        shade = x.mean((2, 3), keepdim=True) * self._uniform(n, 0.4, 1.5).view(-1, 1, 1, 1)
        return torch.where(hidden, shade.clamp(0, 255), x)
