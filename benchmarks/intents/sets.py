"""The scenes that somebody wrote who had not read the matcher, in both languages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from engine.messages.orders import Phrases
from engine.story.units import OptionId

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("en", "zh")
PARTS = ("tune", "test")
SCENE = frozenset({"scene", "part", "options", "outside"})
OPTION = frozenset({"id", "label", "hear", "said"})
NONE = -1
"""The place of the option that a text out of scope means."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, among which options it was typed, and which of them it means."""

    scene: int
    text: str
    options: tuple[Phrases, ...]
    means: int


class SetError(ValueError):
    """A set that cannot be measured on: one sentence with the file and the scene."""


def typed(language: str, part: str, folder: Path = FOLDER) -> list[Typed]:
    """All texts of one part of a language's scenes, in the order in which they were written."""
    written = _scenes(folder / f"{language}.yaml")
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


def _scenes(path: Path) -> list[dict[str, Any]]:
    """The scenes of a file, each whole. SetError where one is not."""
    try:
        # The repository's own file, read by the safe loader; it is no story.
        scenes = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise SetError(f"{path.name} cannot be read: {problem}") from problem
    if not isinstance(scenes, list) or not scenes:
        raise SetError(f"{path.name}: a list of scenes must stand here.")
    for number, scene in enumerate(scenes, 1):
        wrong = _wrong(scene)
        if wrong is not None:
            name = scene.get("scene", number) if isinstance(scene, dict) else number
            raise SetError(f"{path.name}, scene {name}: {wrong}")
    return scenes


def _wrong(scene: Any) -> str | None:  # noqa: ANN401 -- whatever stands in a file
    """What is wrong with a scene, in a sentence; none where it is whole."""
    if not isinstance(scene, dict) or not scene.keys() >= SCENE:
        return f"it needs {', '.join(sorted(SCENE))}."
    if scene["part"] not in PARTS:
        return f"its part is {scene['part']!r} and may be {' or '.join(PARTS)}."
    options = scene["options"]
    whole = isinstance(options, list) and all(
        isinstance(each, dict) and each.keys() >= OPTION for each in options
    )
    if not whole or len({each["id"] for each in options}) != len(options):
        return f"its options need {', '.join(sorted(OPTION))}, and an id of their own."
    lists = [scene["outside"], *(each[key] for each in options for key in ("hear", "said"))]
    return None if all(isinstance(one, list) for one in lists) else "its texts must be lists."
