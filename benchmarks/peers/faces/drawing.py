"""A peer's network, drawn again layer by layer as ONNX, in TensorFlow's meaning of padding."""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights = NDArray[np.float32]

OPSET: Final = 13


@dataclass(frozen=True, slots=True)
class Layer:
    """What a layer gives: its name, and the side of its square maps."""

    name: str
    side: int


@dataclass(slots=True)
class Drawing:
    """A network under the pencil: a square picture in, a row of probabilities out."""

    side: int
    channels: int
    _nodes: list[Any] = field(default_factory=list)
    _kept: list[Any] = field(default_factory=list)

    @property
    def picture(self) -> Layer:
        """Where it begins."""
        return Layer("picture", self.side)

    def convolved(
        self,
        of: Layer,
        weights: Weights,
        bias: Weights | None = None,
        *,
        step: int = 1,
        padded: bool = True,
        apart: bool = False,
    ) -> Layer:
        """`weights` lie as height, width, in, out; `apart` filters each map on its own."""
        kernel = weights.shape[0]
        laid = weights.transpose(2, 3, 0, 1) if apart else weights.transpose(3, 2, 0, 1)
        given = [of.name, self._keep(laid)]
        if bias is not None:
            given.append(self._keep(bias))
        pads, side = around(of.side, kernel, step) if padded else ((0, 0), 0)
        side = side or (of.side - kernel) // step + 1
        return self._node(
            "Conv", given, side, strides=[step, step], kernel_shape=[kernel, kernel],
            group=weights.shape[2] if apart else 1, pads=_all_round(pads),
        )  # fmt: skip

    def largest(self, of: Layer, kernel: int, step: int) -> Layer:
        """Of each neighbourhood the largest."""
        pads, side = around(of.side, kernel, step)
        return self._node(
            "MaxPool", [of.name], side, strides=[step, step], kernel_shape=[kernel, kernel],
            pads=_all_round(pads),
        )  # fmt: skip

    def added(self, one: Layer, other: Layer) -> Layer:
        """Both together."""
        return self._node("Add", [one.name, other.name], one.side)

    def positive(self, of: Layer) -> Layer:
        """Nothing below zero."""
        return self._node("Relu", [of.name], of.side)

    def averaged(self, of: Layer) -> Layer:
        """Each map's mean, in a row."""
        mean = self._node("GlobalAveragePool", [of.name], 1)
        return self._node("Flatten", [mean.name], 1, axis=1)

    def joined(self, of: Layer, weights: Weights, bias: Weights) -> Layer:
        """A row times `weights`, which lie as in, out."""
        given = [of.name, self._keep(weights), self._keep(bias)]
        return self._node("Gemm", given, 1)

    def shared_out(self, of: Layer) -> bytes:
        """The end: shares that add up to one. The whole network as a file's content."""
        end = self._node("Softmax", [of.name], 1, axis=1)
        shape = ["n", self.channels, self.side, self.side]
        graph = helper.make_graph(
            self._nodes, "peer",
            [helper.make_tensor_value_info("picture", TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info(end.name, TensorProto.FLOAT, ["n", None])],
            self._kept,
        )  # fmt: skip
        opset = [helper.make_opsetid("", OPSET)]
        model = helper.make_model(graph, opset_imports=opset, ir_version=8)
        drawn: bytes = model.SerializeToString()
        return drawn

    def _keep(self, weights: Weights) -> str:
        name = f"w{len(self._kept)}"
        solid = np.ascontiguousarray(weights, dtype=np.float32)
        self._kept.append(numpy_helper.from_array(solid, name))
        return name

    def _node(self, kind: str, given: list[str], side: int, **how: object) -> Layer:
        name = f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, given, [name], **how))
        return Layer(name, side)


def around(side: int, kernel: int, step: int) -> tuple[tuple[int, int], int]:
    """TensorFlow's SAME: the rows before and after, and the side that results."""
    out = -(-side // step)
    missing = max(0, (out - 1) * step + kernel - side)
    return (missing // 2, missing - missing // 2), out


def _all_round(pads: tuple[int, int]) -> list[int]:
    before, after = pads
    return [before, before, after, after]
