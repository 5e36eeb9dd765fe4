"""The peers of the faces benchmark: what is drawn again must answer as it did before."""

import base64
import json
import subprocess

import cv2
import numpy as np
import pytest

pytest.importorskip("onnx", reason="peers are drawn again with onnx")

from benchmarks.peers.faces import known
from benchmarks.peers.faces.drawing import Drawing, Layer, around
from benchmarks.peers.faces.known import WrongDrawingError, compare, waves
from benchmarks.peers.faces.mirrors import MissingCopyError, content, has, names
from benchmarks.peers.faces.photographs import fitted
from benchmarks.peers.faces.tfjs import UnknownLayerError, redrawn, weights_of
from benchmarks.peers.faces.wrong import UNCLEAR, WRONG

NOISE = np.random.default_rng(5)


def answer(network, picture):
    net = cv2.dnn.readNetFromONNX(np.frombuffer(network, np.uint8))
    net.setInput(picture.astype(np.float32))
    return net.forward().ravel()


def same(picture, kernel, step):
    """TensorFlow's SAME, written out: one map, one filter."""
    (before, after), out = around(len(picture), len(kernel), step)
    wide = np.pad(picture, (before, after))
    size = len(kernel)
    return np.array(
        [
            [
                (wide[y * step : y * step + size, x * step : x * step + size] * kernel).sum()
                for x in range(out)
            ]
            for y in range(out)
        ]
    )


@pytest.mark.parametrize(
    ("side", "kernel", "step", "pads", "out"),
    [(64, 3, 1, (1, 1), 64), (64, 3, 2, (0, 1), 32), (7, 3, 2, (1, 1), 4), (5, 1, 2, (0, 0), 3)],
)
def test_padding_is_tensorflows_own(side, kernel, step, pads, out):
    """More below and to the right: the trap in which exports answer wrongly and say nothing."""
    assert around(side, kernel, step) == (pads, out)


@pytest.mark.parametrize("side", [8, 9])
def test_a_filter_in_steps_of_two_sees_what_it_saw(side):
    """At even and odd sizes."""
    kernel, picture = NOISE.normal(size=(3, 3)), NOISE.normal(size=(side, side))
    drawing = Drawing(side=side, channels=1)
    both = np.stack([kernel, -kernel], axis=-1)[:, :, None]
    seen = drawing.convolved(drawing.picture, both, np.array([0.5, 0.0]), step=2)
    network = drawing.shared_out(drawing.averaged(seen))

    mean = same(picture, kernel, 2).mean()

    logits = np.exp([mean + 0.5, -mean])
    assert answer(network, picture[None, None]) == pytest.approx(logits / logits.sum(), abs=1e-5)


def test_maps_filtered_apart_do_not_mix():
    """And a largest one, a sum and a floor are what they were."""
    drawing = Drawing(side=4, channels=2)
    apart = np.zeros((1, 1, 2, 1))
    apart[0, 0] = [[2.0], [3.0]]
    doubled = drawing.convolved(drawing.picture, apart, padded=False, apart=True)
    more = drawing.added(drawing.positive(doubled), drawing.picture)
    network = drawing.shared_out(drawing.averaged(drawing.largest(more, 3, 2)))
    picture = np.stack([np.full((4, 4), 0.5), np.full((4, 4), -0.5)])[None]

    logits = np.exp([1.5, -0.5])

    assert isinstance(more, Layer)
    assert answer(network, picture) == pytest.approx(logits / logits.sum(), abs=1e-5)


def page(ops, weights):
    """A TensorFlow.js model of these layers."""
    return json.dumps(
        {
            "modelTopology": {"node": ops},
            "weightsManifest": [{"weights": [{"name": n, **told} for n, told in weights.items()]}],
        }
    ).encode()


def padding(kind):
    return {"s": base64.b64encode(kind).decode()}


def filtered():
    """A layer that filters the picture."""
    return {
        "name": "f", "op": "_FusedConv2D", "input": ["p", "w", "b"],
        "attr": {
            "strides": {"list": {"i": ["1", "1", "1", "1"]}}, "padding": padding(b"VALID"),
            "fused_ops": {"list": {"s": [base64.b64encode(b"BiasAdd").decode()]}},
        },
    }  # fmt: skip


def test_a_graph_of_tensorflow_js_is_drawn_again():
    """Its weights lie in half precision and out of order."""
    told = {
        "b": {"shape": [2], "dtype": "float32"},
        "w": {"shape": [1, 1, 1, 2], "dtype": "float32", "quantization": {"dtype": "float16"}},
    }
    ops = [
        {"name": "s", "op": "Softmax", "input": ["m"]},
        {"name": "m", "op": "Mean", "input": ["f"]},
        {"name": "p", "op": "Placeholder"},
        filtered(),
    ]
    numbers = np.array([0.0, 1.0], "<f4").tobytes() + np.array([2.0, -1.0], "<f2").tobytes()

    network = redrawn(page(ops, told), numbers, 4)

    logits = np.exp([2.0 * 0.5, 1.0 - 0.5])
    seen = answer(network, np.full((1, 1, 4, 4), 0.5))
    assert seen == pytest.approx(logits / logits.sum(), abs=1e-5)


def test_a_layer_nobody_drew_is_not_passed_by():
    """Left out, it would cost the peer points and nobody would know why."""
    ops = [
        {"name": "s", "op": "Softmax", "input": ["x"]},
        {"name": "x", "op": "Swish", "input": ["p"]},
        {"name": "p", "op": "Placeholder"},
    ]

    with pytest.raises(UnknownLayerError, match="Swish"):
        redrawn(page(ops, {}), b"", 4)
    with pytest.raises(UnknownLayerError, match="does not end"):
        redrawn(page(ops[2:], {}), b"", 4)


def test_weights_packed_into_bytes_are_unpacked_and_counted():
    """A file of another length belongs to another page."""
    packed = {"dtype": "uint8", "scale": 0.5, "min": -1.0}
    manifest = [{"weights": [{"name": "w", "shape": [3], "dtype": "float32",
                              "quantization": packed}]}]  # fmt: skip

    assert weights_of(manifest, bytes([0, 2, 4]))["w"].tolist() == [-1.0, 0.0, 1.0]
    with pytest.raises(ValueError, match="4 bytes of weights, where 3"):
        weights_of(manifest, bytes(4))


def test_a_drawing_that_answers_otherwise_is_refused(tmp_path, monkeypatch):
    """The origin's own answer is the judge."""
    drawing = Drawing(side=64, channels=1)
    both = np.stack([np.ones((1, 1)), -np.ones((1, 1))], axis=-1)[:, :, None]
    seen = drawing.averaged(drawing.convolved(drawing.picture, both))
    (tmp_path / "toy.onnx").write_bytes(drawing.shared_out(seen))
    logits = np.exp([waves(64, 1).mean(), -waves(64, 1).mean()])
    monkeypatch.setitem(known.ANSWERS, "toy", tuple(logits / logits.sum()))

    assert compare(tmp_path, "toy") < 1e-5
    monkeypatch.setitem(known.ANSWERS, "toy", (0.9, 0.1))
    with pytest.raises(WrongDrawingError, match="away from where it comes from"):
        compare(tmp_path, "toy")


def test_files_are_read_out_of_bare_copies(tmp_path):
    """Nothing is checked out, and what is not there is named."""
    work, bare = tmp_path / "work", tmp_path / "owner+name" / "repo"
    work.mkdir()
    (work / "a b.txt").write_bytes(b"well")
    as_somebody = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-C", str(work)]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*as_somebody, *words], check=True)
    subprocess.run(["git", "clone", "-q", "--bare", str(work), str(bare)], check=True)

    assert has(tmp_path, "owner/name")
    assert not has(tmp_path, "owner/other")
    assert names(tmp_path, "owner/name") == ["a b.txt"]
    assert content(tmp_path, "owner/name", "a b.txt") == b"well"
    with pytest.raises(MissingCopyError, match=r"owner/name.*Make the copy"):
        content(tmp_path, "owner/name", "gone.txt")


def test_photographs_keep_their_shape():
    """A stretched face is another face."""
    assert fitted(np.zeros((100, 400, 3), np.uint8)).shape == (160, 640, 3)
    assert fitted(np.zeros((900, 300, 3), np.uint8)).shape == (480, 160, 3)


def test_what_eyes_crossed_out_names_a_picture_and_a_box():
    """`photograph#number`, and whole pictures by their name."""
    assert all(each.rpartition("#")[0].endswith(".png") for each in WRONG)
    assert all(each.rpartition("#")[2].isdigit() for each in WRONG)
    assert all(each.endswith(".png") for each in UNCLEAR)


def test_a_keras_file_is_drawn_again_with_its_normalisation(tmp_path):
    """Batch normalisation becomes a filter; what has no place in the drawing is refused."""
    h5py = pytest.importorskip("h5py", reason="Keras files are read with h5py")
    networks = pytest.importorskip("benchmarks.peers.faces.networks")
    mean, variance, beta = np.array([0.5, -1.0]), np.array([4.0, 0.25]), np.array([0.1, 0.2])
    layers = [
        layer("InputLayer", "in"),
        layer("Conv2D", "conv", "in", strides=[1, 1], padding="valid"),
        layer("BatchNormalization", "bn", "conv", epsilon=0.0),
        layer("Activation", "relu", "bn", activation="relu"),
        layer("GlobalAveragePooling2D", "mean", "relu"),
        layer("Activation", "end", "mean", activation="softmax"),
    ]
    kept = {
        "conv": {"kernel:0": np.array([[[[2.0, 1.0]]]])},
        "bn": {"moving_mean:0": mean, "moving_variance:0": variance, "beta:0": beta},
    }

    network = networks.mini_xception(keras(h5py, tmp_path / "m.hdf5", layers, kept))

    values = np.maximum((np.array([2.0, 1.0]) * 0.7 - mean) / np.sqrt(variance) + beta, 0.0)
    shares = np.exp(values) / np.exp(values).sum()
    assert answer(network, np.full((1, 1, 64, 64), 0.7)) == pytest.approx(shares, abs=1e-5)
    strange = [layers[0], layer("Dropblock", "x", "in")]
    with pytest.raises(UnknownLayerError, match="Dropblock"):
        networks.mini_xception(keras(h5py, tmp_path / "n.hdf5", strange, {}))


def layer(kind, name, *of, **told):
    """A layer as Keras writes it down."""
    inbound = [[[each, 0, 0, {}] for each in of]] if of else []
    return {"class_name": kind, "name": name, "config": told, "inbound_nodes": inbound}


def keras(h5py, path, layers, kept):
    """A file as Keras keeps a model."""
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps({"config": {"layers": layers}})
        for each in layers:
            group = file.create_group(f"model_weights/{each['name']}")
            for name, values in kept.get(each["name"], {}).items():
                group.create_dataset(f"{each['name']}_1/{name}", data=values)
    return path.read_bytes()
