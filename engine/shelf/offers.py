"""What can be fetched for the eyes besides what ships: where it is, and how it is known."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A model that somebody else made. Its address is used when a user asks, and never else."""

    name: str
    file: str
    """Its name in the user's folder."""
    address: str
    size: int | None = None
    """In bytes; none where its maker does not say."""
    about: int
    """Roughly how many bytes, for people."""
    sha256: str | None = None
    git: str | None = None
    """Its id in the maker's own git: SHA-1 over `blob`, its length and its content."""
    known_by: str
    """How the hash above is known, in a sentence."""
    licence: str
    terms: str
    """Where the licence is, and what else should be known before agreeing to it."""
    improves: str


YUNET: Final = Offer(
    name="yunet",
    file="face_detection_yunet_2023mar.onnx",
    address=(
        "https://github.com/opencv/opencv_zoo/raw/966be4cb6eefc2a4f586ed0581bf4bbaa2533070/"
        "models/face_detection_yunet/face_detection_yunet_2023mar.onnx"
    ),
    size=232_589,
    about=232_589,
    sha256="8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
    known_by="The hash is the one that opencv_zoo itself keeps for the file.",
    licence="MIT",
    terms=(
        "Copyright (c) 2020 Shiqi Yu; https://github.com/opencv/opencv_zoo/blob/main/models/"
        "face_detection_yunet/LICENSE. Trained on WIDER FACE, whose pictures nobody cleared."
    ),
    improves="finds nearly all faces of 20 px and more, also turned and in dim light",
)

EMOTIEFFLIB: Final = Offer(
    name="emotiefflib",
    file="enet_b0_8_best_vgaf.onnx",
    address=(
        "https://github.com/sb-ai-lab/EmotiEffLib/raw/f1df0e8548c666d268826e50b7de107fd5553e9d/"
        "models/affectnet_emotions/onnx/enet_b0_8_best_vgaf.onnx"
    ),
    about=16_000_000,
    git="49772db4e87ee6df57087fba131832a959e5c64d",
    known_by=(
        "It is checked by its id in the maker's own git. No SHA-256 was published by its maker, "
        "and Kinoeye's makers never ran it."
    ),
    licence="Apache-2.0",
    terms=(
        "https://github.com/sb-ai-lab/EmotiEffLib/blob/main/LICENSE. Trained on AffectNet, which "
        "its owners give out for research only: whether you may use it is yours to find out."
    ),
    improves="may read expressions better; several times slower; never measured here",
)

OFFERS: Final = (YUNET, EMOTIEFFLIB)


def offer(name: str) -> Offer | None:
    """The offer of that name; none if there is none."""
    return next((each for each in OFFERS if each.name == name), None)
