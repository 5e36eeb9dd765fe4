"""TensorFlow.js models as they lie in a repository: a page of JSON and a file of numbers."""

import base64
import json
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from benchmarks.peers.faces.drawing import Drawing, Layer, Weights

KINDS: Final = {"float32": "<f4", "int32": "<i4", "float16": "<f2", "uint8": "u1", "uint16": "<u2"}


class UnknownLayerError(Exception):
    """A model has a layer that is not drawn here."""


def weights_of(manifest: Any, numbers: bytes) -> dict[str, Weights]:  # noqa: ANN401 -- JSON
    """Every weight by name. ValueError when the file is longer or shorter than the page says."""
    at, found = 0, {}
    for entry in manifest[0]["weights"]:
        packed = entry.get("quantization", {})
        kind = np.dtype(KINDS[packed.get("dtype", entry["dtype"])])
        count = int(np.prod(entry["shape"], dtype=np.int64))
        values = np.frombuffer(numbers, kind, count, at).astype(np.float32)
        at += count * kind.itemsize
        if "scale" in packed:
            values = values * np.float32(packed["scale"]) + np.float32(packed["min"])
        found[entry["name"]] = values.reshape(entry["shape"])
    if at != len(numbers):
        raise ValueError(f"{len(numbers)} bytes of weights, where {at} are named.")
    return found


def redrawn(page: bytes, numbers: bytes, side: int) -> bytes:
    """A graph model of one grey picture as ONNX."""
    told = json.loads(page)
    weights = weights_of(told["weightsManifest"], numbers)
    drawing = Drawing(side=side, channels=1)
    done: dict[str, Layer] = {}
    nodes = {node["name"]: node for node in told["modelTopology"]["node"]}
    for node in nodes.values():
        if node["op"] == "Softmax":
            return drawing.shared_out(_layer(drawing, nodes, weights, done, node["input"][0]))
    raise UnknownLayerError("The model does not end in shares.")


def _layer(
    drawing: Drawing,
    nodes: Mapping[str, Any],
    weights: Mapping[str, Weights],
    done: dict[str, Layer],
    name: str,
) -> Layer:
    """The layer of that name; what it needs is drawn before it."""
    if name not in done:
        node = nodes[name]
        before = [
            _layer(drawing, nodes, weights, done, each)
            for each in node.get("input", ())
            if each not in weights
        ]
        kept = [weights[each] for each in node.get("input", ()) if each in weights]
        done[name] = _drawn(drawing, node, before, kept)
    return done[name]


def _drawn(drawing: Drawing, node: Any, of: list[Layer], kept: list[Weights]) -> Layer:  # noqa: ANN401 -- JSON
    match node["op"]:
        case "Placeholder":
            return drawing.picture
        case "_FusedConv2D":
            made = drawing.convolved(of[0], kept[0], kept[1], step=_step(node), padded=_same(node))
            return drawing.positive(made) if "Relu" in _fused(node) else made
        case "DepthwiseConv2dNative":
            return drawing.convolved(of[0], kept[0], padded=_same(node), apart=True)
        case "MaxPool":
            return drawing.largest(of[0], int(node["attr"]["ksize"]["list"]["i"][1]), _step(node))
        case "AddV2":
            return drawing.added(of[0], of[1])
        case "Relu":
            return drawing.positive(of[0])
        case "Mean":
            return drawing.averaged(of[0])
        case other:
            raise UnknownLayerError(f"No layer '{other}' is drawn here.")


def _step(node: Any) -> int:  # noqa: ANN401 -- JSON
    return int(node["attr"]["strides"]["list"]["i"][1])


def _same(node: Any) -> bool:  # noqa: ANN401 -- JSON
    return base64.b64decode(node["attr"]["padding"]["s"]) == b"SAME"


def _fused(node: Any) -> set[str]:  # noqa: ANN401 -- JSON
    return {base64.b64decode(each).decode() for each in node["attr"]["fused_ops"]["list"]["s"]}
