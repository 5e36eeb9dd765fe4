"""
Write the model: `python -m assets.models.making.detector.export --run RUN --to detector.onnx`.

The file's answers are compared with the network's own through `cv2.dnn`, as the engine asks it;
with a difference above CLOSE nothing is written. `--check` compares a file that is there
already, for another version of OpenCV. Needs the `training` extra.
"""

import argparse
import io
from pathlib import Path

import cv2
import numpy as np
import torch

from assets.models.making.detector.net import Detector
from assets.models.making.detector.targets import Floats

SIZE = (320, 240)
CLOSE = 1e-3
"""Logits are up to ten, and points up to eight strides: this is their fourth digit."""
PICTURES = 8


def main() -> None:
    """Export, or check an export."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--run", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asking.add_argument("--check", action="store_true")
    asked = asking.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    net = trained(asked.run)
    model = asked.to.read_bytes() if asked.check else written(net)
    apart = compared(net, model)
    print(f"OpenCV {cv2.__version__}: answers differ by {apart:.2e}, {len(model)} bytes")
    if apart > CLOSE:
        raise SystemExit("That is too much: the file is not the network.")
    if not asked.check:
        asked.to.write_bytes(model)


def trained(run: Path) -> Detector:
    """The network with the weights of a run, averaged over its last steps."""
    net = Detector()
    net.load_state_dict(torch.load(run / "detector.pt", weights_only=True))
    return net.eval()


def written(net: Detector) -> bytes:
    """The network as ONNX."""
    out = io.BytesIO()
    torch.onnx.export(
        net,
        (torch.zeros(1, 1, SIZE[1], SIZE[0]),),
        out,
        input_names=["picture"],
        output_names=["faces"],
        opset_version=13,
        dynamo=False,
    )
    return out.getvalue()


def compared(net: Detector, model: bytes) -> float:
    """The largest difference between the network and its file on some made-up pictures."""
    drawing = np.random.default_rng(1)
    reading = cv2.dnn.readNetFromONNX(np.frombuffer(model, np.uint8))
    return max(difference(net, reading, drawn(drawing)) for _ in range(PICTURES))


def difference(net: Detector, reading: cv2.dnn.Net, picture: Floats) -> float:
    """The largest one in one picture."""
    reading.setInput(picture)
    theirs = reading.forward()
    with torch.no_grad():
        ours = net(torch.from_numpy(picture)).numpy()
    return float(np.abs(ours - theirs.reshape(ours.shape)).max())


def drawn(drawing: np.random.Generator) -> Floats:
    """Blurred noise: it has edges of all sizes, as pictures have."""
    noise = drawing.standard_normal((1, 1, 15, 20), dtype=np.float32)[0, 0]
    large = cv2.resize(noise, SIZE, interpolation=cv2.INTER_CUBIC)
    fine = drawing.standard_normal(large.shape, dtype=np.float32)
    return (large + 0.3 * fine)[None, None].astype(np.float32)


if __name__ == "__main__":
    main()
