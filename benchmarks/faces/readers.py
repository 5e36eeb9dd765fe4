"""Who reads: our own network, and other people's in the crops each was made for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.faces.ours import in_a_row
from engine.senses.faces.emotiefflib import EmotiEffLib
from engine.senses.faces.expressions import MARGIN, Expression
from engine.senses.faces.finding import Box
from engine.shelf.offers import EMOTIEFFLIB

Picture = NDArray[np.uint8]
Shares = NDArray[np.float64]

ORDER: Final = tuple(Expression)
Answers = Mapping[str, Shares]
"""A reader's answers by the name of its head; most have one."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a face of a picture in a crop so much wider than the box."""

    name: str
    read: Callable[[Picture, Box, float], Shares]
    press: float = 1.0
    """The margin it likes on press photographs, of 0.85 to 1.3: tried on people for training."""


OARRIAGA: Final = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
FACE_API: Final = ("neutral", "happiness", "sadness", "anger", "fear", "disgust", "surprise")
MEANS: Final = (122.782, 117.001, 104.298)


def peers(folder: Path) -> tuple[Reader, ...]:
    """The peers whose networks are in the folder."""
    made = {
        "mini_XCEPTION (fer)": ("mini_xception", 64, centred, OARRIAGA, 1.0),
        "human": ("human_emotion", 64, centred, OARRIAGA, 1.0),
        "GEAR e1": ("gear_e1", 64, centred, OARRIAGA, 1.0),
        "GEAR e2": ("gear_e2", 64, centred, OARRIAGA, 1.15),
        "face-api": ("face_api", 112, coloured, FACE_API, 1.15),
    }
    drawn = tuple(
        Reader(name, _peer(folder / f"{file}.onnx", side, prepared, order), press)
        for name, (file, side, prepared, order, press) in made.items()
        if (folder / f"{file}.onnx").is_file()
    )
    return (*drawn, *_emotiefflib(folder / EMOTIEFFLIB.file))


def square(picture: Picture, box: Box, side: int, margin: float) -> Picture:
    """The face as a square of so many pixels, the picture's edge drawn out where it ends."""
    x, y = box.centre
    scale = side / (MARGIN * margin * max(box.width, box.height))
    place = np.array(
        [[scale, 0.0, side / 2 - x * scale], [0.0, scale, side / 2 - y * scale]], np.float32
    )
    how = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LINEAR
    return cv2.warpAffine(
        picture, place, (side, side), flags=how, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.uint8)


def centred(crop: Picture) -> NDArray[np.float32]:
    """Grey, -1 to 1, as oarriaga's networks want it."""
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY).astype(np.float32)
    return ((grey / 255 - 0.5) * 2)[None, None]


def coloured(crop: Picture) -> NDArray[np.float32]:
    """Red, green and blue without their means, as face-api wants it."""
    colours = crop[:, :, ::-1].astype(np.float32) - np.array(MEANS, np.float32)
    return np.ascontiguousarray((colours / 255).transpose(2, 0, 1)[None])


def in_order(answers: Sequence[float], order: Sequence[str]) -> Shares:
    """A network's answers in our order; what it does not know is 0."""
    shares = np.zeros(len(ORDER))
    for name, share in zip(order, answers, strict=True):
        shares[ORDER.index(Expression(name))] = share
    return shares


def _emotiefflib(path: Path) -> tuple[Reader, ...]:
    """EmotiEffLib by our own port, where somebody put its file."""
    if not path.is_file():
        return ()
    network = EmotiEffLib(path.read_bytes())

    def read(picture: Picture, box: Box, margin: float) -> Shares:
        return in_a_row(network.shares(picture, widened(box, margin)))

    return (Reader(EMOTIEFFLIB.name, read),)


def widened(box: Box, margin: float) -> Box:
    """The box, so many times as large about its middle."""
    x, y = box.centre
    width, height = box.width * margin, box.height * margin
    return replace(box, x=x - width / 2, y=y - height / 2, width=width, height=height)


def _peer(
    path: Path,
    side: int,
    prepared: Callable[[Picture], NDArray[np.float32]],
    order: Sequence[str],
) -> Callable[[Picture, Box, float], Shares]:
    net: Any = cv2.dnn.readNetFromONNX(str(path))

    def read(picture: Picture, box: Box, margin: float) -> Shares:
        net.setInput(prepared(square(picture, box, side, margin)))
        return in_order(net.forward().ravel().tolist(), order)

    return read
