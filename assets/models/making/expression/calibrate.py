"""
How sure the answers may sound, and how the two conventions are blended. Fitted on the choosing
pictures alone: those of muxspace's training people set aside, and FER2013's PublicTest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from assets.models.making.expression.ferplus import KINDS
from assets.models.making.expression.net import ANSWERS, FACE, FERPLUS, ORIGINAL
from assets.models.making.expression.pictures import Pictures

Floats = NDArray[np.float32]
Truths = tuple[tuple[Tensor, NDArray[np.int64], float], ...]
"""Sets of logits and labels, and how evenly the expressions of each weigh."""
EVENLY: Final = 0.5
"""How much rare expressions of muxspace, nearly all neutral or happy, weigh: 1 all alike."""
SHY: Final = 0.02
"""What it costs a blend to lean towards an expression whatever it sees."""
SHY_ALONE: Final = 0.002
"""The same where one set alone is leant to."""
ROUNDS: Final = 60


@dataclass(frozen=True, slots=True)
class Blend:
    """What is fitted: 1/temperature of both conventions, and the blend of their logits."""

    ferplus: float
    ferplus_lean: tuple[float, ...]
    """Rare expressions are drawn oftener in training than they are met: this takes it back."""
    original: float
    parts: tuple[float, float]
    lean: tuple[float, ...]

    def layer(self) -> tuple[Tensor, Tensor]:
        """The one linear layer from the network's logits to FER+, original, blend and face."""
        weight, bias = torch.zeros(3 * KINDS + 1, ANSWERS), torch.zeros(3 * KINDS + 1)
        same = torch.eye(KINDS)
        weight[0:KINDS, FERPLUS] = same * self.ferplus
        weight[KINDS : 2 * KINDS, ORIGINAL] = same * self.original
        weight[2 * KINDS : 3 * KINDS, FERPLUS] = same * self.parts[0]
        weight[2 * KINDS : 3 * KINDS, ORIGINAL] = same * self.parts[1]
        bias[0:KINDS] = torch.tensor(self.ferplus_lean)
        bias[2 * KINDS : 3 * KINDS] = torch.tensor(self.lean)
        weight[3 * KINDS, FACE] = 1.0
        return weight, bias


def fitted(said: dict[str, Floats], held: dict[str, Pictures]) -> Blend:
    """The calibration of a network, from its logits on the choosing pictures."""
    fer, mux = torch.from_numpy(said["ferplus"]), torch.from_numpy(said["muxspace"])
    ferplus, original = held["ferplus"].label, held["ferplus"].original
    raters, leaning = levelled(fer[:, FERPLUS], ferplus)
    names = sharpness(fer[:, ORIGINAL], original)
    seen = ((fer, ferplus, 0.0), (mux, held["muxspace"].label, EVENLY))
    parts, lean = modest(*blended((*seen, (fer, original, 0.0))), seen)
    return Blend(raters, leaning, names, parts, lean)


def sharpness(said: Tensor, label: NDArray[np.int64]) -> float:
    """1/temperature: what logits are multiplied by so that they are as sure as they are right."""
    known = torch.from_numpy(label >= 0)
    said, truth = said[known], torch.from_numpy(label)[known]
    log = torch.zeros(1, requires_grad=True)
    minimised([log], lambda: functional.cross_entropy(said * log.exp(), truth))
    return float(log.detach().exp())


def levelled(said: Tensor, label: NDArray[np.int64]) -> tuple[float, tuple[float, ...]]:
    """
    1/temperature, and a lean to each expression, so that none is named oftener than it is met.

    Only for FER+: on five parts of the choosing pictures, each answered by the other four, it
    won 0.8 points of seven classes and 1.6 of valence; for the original labels it won nothing.
    """
    known = torch.from_numpy(label >= 0)
    said, truth = said[known], torch.from_numpy(label)[known]
    log = torch.zeros(1, requires_grad=True)
    lean = torch.zeros(KINDS, requires_grad=True)

    def loss() -> Tensor:
        missed = functional.cross_entropy(said * log.exp() + lean, truth)
        return missed + SHY_ALONE * lean.square().sum()

    minimised([log, lean], loss)
    return float(log.detach().exp()), tuple(lean.detach().tolist())


def blended(sets: Truths) -> tuple[Tensor, Tensor]:
    """The parts of both conventions and the lean that surprise the least over all sets."""
    parts = torch.tensor([0.5, 0.5], requires_grad=True)
    lean = torch.zeros(KINDS, requires_grad=True)
    minimised([parts, lean], lambda: SHY * lean.square().sum() + missed(parts, lean, sets))
    return parts.detach(), lean.detach()


def modest(
    parts: Tensor, lean: Tensor, seen: Truths
) -> tuple[tuple[float, float], tuple[float, ...]]:
    """
    The same blend, as sure as it is right by what people saw in the pictures.

    FER2013's own labels, four in ten of which its raters do not share, say where a blend leans,
    but not how sure it may sound: by them it was too unsure for everybody else.
    """
    log = torch.zeros(1, requires_grad=True)
    minimised([log], lambda: missed(parts * log.exp(), lean * log.exp(), seen))
    first, second = (parts * log.detach().exp()).tolist()
    return (first, second), tuple((lean * log.detach().exp()).tolist())


def missed(parts: Tensor, lean: Tensor, sets: Truths) -> Tensor:
    """How much a blend is surprised by the labels of all sets."""
    total = torch.zeros(())
    for said, label, evenly in sets:
        known = torch.from_numpy(label >= 0)
        logits = parts[0] * said[known][:, FERPLUS] + parts[1] * said[known][:, ORIGINAL]
        truth = torch.from_numpy(label)[known]
        weight = (1 / torch.bincount(truth, minlength=KINDS).clamp(min=1)) ** evenly
        total = total + functional.cross_entropy(logits + lean, truth, weight.float())
    return total


def minimised(knobs: list[Tensor], loss: Callable[[], Tensor]) -> None:
    """Turn the knobs until the loss is least."""
    search = torch.optim.LBFGS(knobs, max_iter=ROUNDS, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        search.zero_grad()
        now = loss()
        now.backward()
        return now

    search.step(closure)
