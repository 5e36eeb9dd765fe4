"""The scenes that somebody wrote who had not read the matcher, in both languages."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from engine.messages.orders import Phrases
from engine.story.units import OptionId

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("en", "zh")
NONE = -1
"""The place of the option that a text out of scope means."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, among which options it was typed, and which of them it means."""

    scene: int
    text: str
    options: tuple[Phrases, ...]
    means: int


def typed(language: str, part: str) -> list[Typed]:
    """All texts of one part of a language's scenes, in the order in which they were written."""
    # The repository's own file, read by the safe loader; it is no story.
    written = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    texts: list[Typed] = []
    for number, scene in enumerate(each for each in written if each["part"] == part):
        options = tuple(
            Phrases(OptionId(each["id"]), str(each["label"]), tuple(each["hear"]))
            for each in scene["options"]
        )
        for place, option in enumerate(scene["options"]):
            texts += [Typed(number, str(text), options, place) for text in option["said"]]
        texts += [Typed(number, str(text), options, NONE) for text in scene["outside"]]
    return texts
