"""
Export: `python -m assets.models.making.expression.export --data DIR --run RUN --to FILE`.

The averaged network is calibrated on the choosing pictures and written as one ONNX whose only
output `answers` holds FER+ 8, original 8, blend 8 and face 1. OpenCV runs a broken graph
silently, so the file's answers are compared with the network's; they differ by less than 1e-4
or the file is not kept.
"""

import argparse
import json
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from assets.models.making.expression.calibrate import Blend, fitted
from assets.models.making.expression.ferplus import KINDS
from assets.models.making.expression.figures import figures
from assets.models.making.expression.net import FERPLUS, ORIGINAL, ExpressionNet
from assets.models.making.expression.pictures import SIDE
from assets.models.making.expression.train import logits, read, shares

ALIKE: Final = 1e-4
OPSET: Final = 13


class Shipped(nn.Module):
    """The network with its calibration folded into its last layer."""

    def __init__(self, net: ExpressionNet, blend: Blend) -> None:
        super().__init__()
        self.trunk = net.trunk
        weight, bias = blend.layer()
        self.answers = nn.Linear(net.answers.in_features, len(bias))
        with torch.no_grad():
            self.answers.weight.copy_(weight @ net.answers.weight)
            self.answers.bias.copy_(weight @ net.answers.bias + bias)

    def forward(self, x: Tensor) -> Tensor:
        """Shares by FER+, by the original labels, blended; and how surely it is a face."""
        said = self.answers(self.trunk(x).mean((2, 3)))
        heads = [said[:, at : at + KINDS].softmax(1) for at in range(0, 3 * KINDS, KINDS)]
        return torch.cat([*heads, said[:, 3 * KINDS :].sigmoid()], 1)


def write(net: nn.Module, path: Path) -> None:
    """The network as an ONNX with a free number of faces."""
    with warnings.catch_warnings():
        # torch's newer exporter needs onnxscript and writes opset 18: too new for older OpenCV
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            net,
            (torch.zeros(1, 1, SIDE, SIDE),),
            str(path),
            input_names=["face"],
            output_names=["answers"],
            dynamic_axes={"face": {0: "n"}, "answers": {0: "n"}},
            opset_version=OPSET,
            dynamo=False,
        )


def apart(net: nn.Module, path: Path) -> float:
    """The largest difference between what the network and its file answer."""
    faces = torch.randn(64, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(3))
    with torch.no_grad():
        wanted = net(faces).numpy()
    run = cv2.dnn.readNetFromONNX(str(path))
    largest = 0.0
    for face, answers in zip(faces.numpy(), wanted, strict=True):
        run.setInput(face[None])
        largest = max(largest, float(np.abs(run.forward()[0] - answers).max()))
    return largest


def main() -> None:
    """Calibrate, write, compare."""
    asking = argparse.ArgumentParser(description="Export the expression network.")
    asking.add_argument("--data", type=Path, required=True)
    asking.add_argument("--run", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asking.add_argument("--detector", type=Path, default=Path("assets/models/detector.onnx"))
    asked = asking.parse_args()
    torch.set_num_threads(1)
    net = ExpressionNet()
    net.load_state_dict(torch.load(asked.run / "checkpoint.pt", weights_only=True)["kept"])
    held = read(asked.data, "valid", asked.detector)
    said = {name: logits(net, each) for name, each in held.items()}
    blend = fitted(said, held)
    tell(said["ferplus"], held["ferplus"].label, held["ferplus"].original, blend)
    shipped = Shipped(net, blend).eval()
    part = asked.to.with_suffix(".part.onnx")
    write(shipped, part)
    differs = apart(shipped, part)
    print(f"OpenCV {cv2.__version__} differs from torch by {differs:.1e}")
    if differs >= ALIKE:
        raise SystemExit(f"'{part}' answers otherwise than its network; nothing was replaced.")
    part.replace(asked.to)


def tell(said: np.ndarray, ferplus: np.ndarray, original: np.ndarray, blend: Blend) -> None:
    """What was fitted, and the calibration error before and after, on the choosing pictures."""
    print(json.dumps(asdict(blend)))
    weight, bias = (each.numpy() for each in blend.layer())
    fitted_to = said @ weight.T + bias
    for name, head, place, label in (
        ("FER+", FERPLUS, 0, ferplus),
        ("original", ORIGINAL, KINDS, original),
    ):
        before = figures(shares(said[:, head]), label)
        after = figures(shares(fitted_to[:, place : place + KINDS]), label)
        mixed = figures(shares(fitted_to[:, 2 * KINDS : 3 * KINDS]), label)
        print(
            f"{name}: calibration error {before['ece']:.3f} before, {after['ece']:.3f} after;"
            f" of the blend {mixed['ece']:.3f}"
        )


if __name__ == "__main__":
    main()
