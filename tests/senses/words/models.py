"""Little models of whole sentences: a number for each of a few words, and the mean of them."""

import json

import numpy as np
import pytest

WORDS = ("[PAD]", "[UNK]", "open", "door", "unlock", "gate", "walk", "away", "leave", "home")
DIRECTIONS = np.array(
    [
        [0, 0, 0], [0, 0, 0.2], [1, 0, 0], [0.8, 0.2, 0], [1, 0.1, 0], [0.7, 0.2, 0.1],
        [0, 1, 0], [0, 0.9, 0.1], [0.1, 1, 0], [0, 0.8, 0.3],
    ],
    np.float32,
)  # fmt: skip
"""To open and to unlock point one way, to walk and to leave another."""


def write_model(folder, *, pooled=False, asks="input_ids", first=None, answer=DIRECTIONS):
    """A folder as the makers of such models publish them."""
    onnx = pytest.importorskip("onnx", reason="onnx, of the extra `dev`, draws the model")
    tokenizers = pytest.importorskip(
        "tokenizers", reason="tokenizers is in the extra `sentences` only"
    )
    pytest.importorskip("onnxruntime", reason="onnxruntime is in the extra `sentences` only")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(_drawn(onnx, pooled=pooled, asks=asks, answer=answer))
    words = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: at for at, word in enumerate(WORDS)}, "[UNK]")
    )
    words.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    words.save(str(folder / "tokenizer.json"))
    if first is not None:
        (folder / "1_Pooling").mkdir()
        (folder / "1_Pooling" / "config.json").write_text(
            json.dumps({"pooling_mode_cls_token": first, "pooling_mode_mean_tokens": not first})
        )
    return folder


def _drawn(onnx, *, pooled, asks, answer):
    helper, kinds = onnx.helper, onnx.TensorProto
    shape = ["texts", 3] if pooled else ["texts", "tokens", 3]
    nodes = [helper.make_node("Gather", ["table", asks], ["found"])]
    if pooled:
        nodes.append(helper.make_node("ReduceMean", ["found"], ["told"], axes=[1], keepdims=0))
    else:
        nodes.append(helper.make_node("Identity", ["found"], ["told"]))
    graph = helper.make_graph(
        nodes,
        "sentences",
        [helper.make_tensor_value_info(asks, kinds.INT64, ["texts", "tokens"])],
        [helper.make_tensor_value_info("told", kinds.FLOAT, shape)],
        [onnx.numpy_helper.from_array(answer, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return model.SerializeToString()
