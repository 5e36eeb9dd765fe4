"""
Write the models: `python -m assets.models.making.detector.export --run RUN --to assets/models`.

`detector.onnx` and `detector-points.onnx`. Each file's answers are compared with its network's
own through `cv2.dnn`, as the engine asks it; with a difference above CLOSE nothing is written.
`--check` compares files that are there already, for another version of OpenCV. Needs the
`training` extra.
"""

import argparse
import io
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn

from assets.models.making.detector.net import Detector
from assets.models.making.detector.points import SIDE, Points
from assets.models.making.detector.targets import Floats

CLOSE = 1e-3
"""Logits are up to ten, and points up to eight strides: this is their fourth digit."""
PICTURES = 8
NETWORKS = {
    "detector.onnx": (Detector, "detector.pt", (320, 240)),
    "detector-points.onnx": (Points, "points.pt", (SIDE, SIDE)),
}


def main() -> None:
    """Export, or check an export."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--run", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asking.add_argument("--check", action="store_true")
    asked = asking.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    for name, (kind, weights, size) in NETWORKS.items():
        net = kind()
        net.load_state_dict(torch.load(asked.run / weights, weights_only=True))
        net.eval()
        model = (asked.to / name).read_bytes() if asked.check else written(net, size)
        apart = compared(net, model, size)
        print(f"{name}: OpenCV {cv2.__version__} differs by {apart:.2e}; {len(model)} bytes")
        if apart > CLOSE:
            raise SystemExit("That is too much: the file is not the network.")
        if not asked.check:
            (asked.to / name).write_bytes(model)


def written(net: nn.Module, size: tuple[int, int]) -> bytes:
    """A network as ONNX."""
    out = io.BytesIO()
    torch.onnx.export(
        net,
        (torch.zeros(1, 1, size[1], size[0]),),
        out,
        input_names=["picture"],
        output_names=["told"],
        opset_version=13,
        dynamo=False,
    )
    return out.getvalue()


def compared(net: nn.Module, model: bytes, size: tuple[int, int]) -> float:
    """The largest difference between a network and its file on some made-up pictures."""
    drawing = np.random.default_rng(1)
    reading = cv2.dnn.readNetFromONNX(np.frombuffer(model, np.uint8))
    return max(difference(net, reading, drawn(drawing, size)) for _ in range(PICTURES))


def difference(net: nn.Module, reading: cv2.dnn.Net, picture: Floats) -> float:
    """The largest one in one picture."""
    reading.setInput(picture)
    theirs = reading.forward()
    with torch.no_grad():
        ours = net(torch.from_numpy(picture)).numpy()
    return float(np.abs(ours - theirs.reshape(ours.shape)).max())


def drawn(drawing: np.random.Generator, size: tuple[int, int]) -> Floats:
    """Blurred noise: it has edges of all sizes, as pictures have."""
    noise = drawing.standard_normal((15, 20), dtype=np.float32)
    large = cv2.resize(noise, size, interpolation=cv2.INTER_CUBIC)
    fine = drawing.standard_normal(large.shape, dtype=np.float32)
    return (large + 0.3 * fine)[None, None].astype(np.float32)


if __name__ == "__main__":
    main()
