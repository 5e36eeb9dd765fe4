"""Tiny networks drawn for tests: they answer by how red, green and blue a picture is."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="the networks of these tests are drawn with onnx")


def by_colour(weights: np.ndarray) -> bytes:
    """A network of a 224x224 picture whose answers are its mean colours times `weights`."""
    helper, tensor = onnx.helper, onnx.TensorProto.FLOAT
    nodes = [
        helper.make_node("GlobalAveragePool", ["input"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["row"], axis=1),
        helper.make_node("Gemm", ["row", "weights"], ["output"]),
    ]
    graph = helper.make_graph(
        nodes, "colours",
        [helper.make_tensor_value_info("input", tensor, [1, 3, 224, 224])],
        [helper.make_tensor_value_info("output", tensor, [1, weights.shape[1]])],
        [onnx.numpy_helper.from_array(weights.astype(np.float32), "weights")],
    )  # fmt: skip
    opset = [helper.make_opsetid("", 13)]
    return helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString()
