"""What the detector should have answered, and how wrong it was."""

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from assets.models.making.detector.album import POINTS, SCORE, Faces
from assets.models.making.detector.net import OUT, STRIDES

Floats = NDArray[np.float32]
SIZES = {8: (7.0, 38.0), 16: (30.0, 92.0), 32: (74.0, 500.0)}
"""How large the faces are (the root of their area, in pixels) that each stride looks for."""
CLEAR = 0.6
"""A face the teacher believes in less is neither a face nor none."""
HEART = 0.28
"""Places no further from a face's middle than this, in its size, should say it."""
ROUND = 0.5
"""Places up to here are left alone."""
BOX, MARKS = 1.0, 2.0
"""How much boxes and points weigh against whether there is a face at all."""


def places(width: int, height: int) -> Floats:
    """Where each answer looks: x, y and stride."""
    rows = []
    for stride in STRIDES:
        y, x = np.meshgrid(
            np.arange(-(-height // stride)), np.arange(-(-width // stride)), indexing="ij"
        )
        middle = [(x.ravel() + 0.5) * stride, (y.ravel() + 0.5) * stride]
        rows.append(np.stack([*middle, np.full(x.size, stride)], 1))
    return np.concatenate(rows).astype(np.float32)


def wanted(faces: Faces, at: Floats) -> tuple[Floats, Floats, Floats]:
    """
    Per place: 1 a face, 0 none, -1 either may be said; what should be answered; the face's size.
    """
    said = np.zeros(len(at), np.float32)
    rows = np.zeros((len(at), OUT), np.float32)
    large = np.ones(len(at), np.float32)
    low, high = np.array([SIZES[int(stride)] for stride in at[:, 2]], np.float32).T
    for face in faces:
        x, y = face[0] + face[2] / 2.0, face[1] + face[3] / 2.0
        size = math.sqrt(max(1.0, face[2] * face[3]))
        apart = np.maximum(np.abs(at[:, 0] - x), np.abs(at[:, 1] - y))
        near = apart < size * ROUND
        if face[SCORE] < CLEAR or size < SIZES[8][0]:
            said[near & (said == 0)] = -1
            continue
        ours = (size >= low) & (size < high)
        heart = ours & (apart < np.maximum(HEART * size, 0.72 * at[:, 2]))
        # Coarse places far too large for a face, and fine ones within a large one, say none.
        strange = (size < 0.7 * low) | (size > 1.5 * high)
        said[near & ~heart & ~strange & (said == 0)] = -1
        said[heart], large[heart] = 1, size
        stride = at[heart, 2:3]
        middle = (np.array([[x, y]], np.float32) - at[heart, :2]) / stride
        extent = np.log(np.maximum(face[None, 2:4], 1.0) / stride / 2.0)
        points = (face[POINTS].reshape(1, 5, 2) - at[heart, None, :2]) / stride[:, None]
        rows[heart, 1:] = np.concatenate([middle, extent, points.reshape(-1, 10)], 1)
    return said, rows, large


def wrongness(
    answers: Tensor, said: Tensor, rows: Tensor, large: Tensor, strides: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """How wrong: whether there is a face, its box, its points. Errors are shares of its size."""
    there = said == 1
    many = max(1, int(there.sum()))
    logits = answers[..., 0]
    sure = torch.sigmoid(logits.detach())
    # Hard places weigh more; easy nothing, of which there is so much, hardly anything.
    weight = torch.where(there, 1.5 * (1 - sure) ** 1.5, sure**2) * (said >= 0)
    plain = functional.binary_cross_entropy_with_logits(
        logits, said.clamp(min=0), reduction="none"
    )
    unsure = (weight * plain).sum() / many
    if not there.any():
        return unsure, 0.0 * unsure, 0.0 * unsure
    share = (strides.expand_as(large)[there] / large[there])[:, None]
    ours, theirs = answers[there], rows[there]
    middle = share * (ours[:, 1:3] - theirs[:, 1:3])
    extent = 0.5 * (ours[:, 3:5] - theirs[:, 3:5])
    marks = share * (ours[:, 5:] - theirs[:, 5:])
    box = rounded(torch.cat([middle, extent], 1), 0.03).sum() / many
    return unsure, BOX * 3.0 * box, MARKS * 1.5 * rounded(marks, 0.03).sum() / many


def rounded(off: Tensor, knee: float) -> Tensor:
    """How far off, gently near nothing."""
    far = off.abs()
    return torch.where(far < knee, 0.5 * far**2 / knee, far - 0.5 * knee)
