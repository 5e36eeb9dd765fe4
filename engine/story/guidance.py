"""What a translator is told of each text: where it stands, and how long there is to read it."""

from collections.abc import Iterator
from typing import Final

from engine.story.checks.words import reading_time
from engine.story.film import Film
from engine.story.findings import WIDE
from engine.story.lengths import opening
from engine.story.media import length_of
from engine.story.model import Choice, Scene
from engine.story.times import shown
from engine.story.translate import Text
from engine.story.units import SceneId, Seconds

_KINDS: Final = {
    "title": "The film's title.",
    "summary": "What the library says of the film, in a sentence or two.",
    "warnings": "A content warning: a word or two.",
    "warn": "A content warning: a word or two.",
    "note": "Beside the age rating.",
    "why": "On the card that asks whether the camera may look. Promise no more than it says.",
    "chapter": "The name of a chapter.",
    "describe": "What is seen and heard; the end card tells it of a road not taken.",
    "slate": "A card that fills the screen.",
    "ask": "The question of a decision.",
    "label": "An answer to choose. Short: a few words.",
    "because": "The reason told to the viewer: what they did, never what they felt.",
    "hear": "What somebody might type for this answer, a sentence a line: say what people would "
    "say, not word for word. The story's own count as well; it may stay empty.",
    "end": "The name of an ending.",
}
_ROUNDING: Final = 1e-6  # so that 53 signs of time are 53 signs


def guidance(film: Film, text: Text) -> tuple[str, ...]:
    """Everything a translator should know of a text, a sentence each."""
    told = [_KINDS[kind_of(text.context)]]
    scene = _scene(film, text.context)
    if scene is not None:
        told += _around(film, scene, kind_of(text.context), text)
    return tuple(told)


def kind_of(context: str) -> str:
    """What a text is, by where it stands: `label`, `ask`, `slate` ..."""
    *before, last = context.split(".")
    return before[-1] if last.isdigit() and before else last


def scene_of(context: str) -> SceneId | None:
    """The scene a text stands in; none for one of the whole film."""
    first, _, rest = context.partition(".")
    return SceneId(rest.partition(".")[0]) if first == "scene" else None


def size_of(words: str) -> int:
    """How many words a text has; each Chinese sign counts as one."""
    signs = sum(wide.group().isalnum() for wide in WIDE.finditer(words))
    return signs + len(WIDE.sub(" ", words).split())


def _scene(film: Film, context: str) -> Scene | None:
    name = scene_of(context)
    return None if name is None else film.story.scenes.get(name)


def _around(film: Film, scene: Scene, kind: str, text: Text) -> Iterator[str]:
    if scene.describe and kind != "describe":
        yield f"Scene {scene.id}: {scene.describe}"
    if kind == "slate":
        at = int(text.context.rsplit(".", 2)[1])
        seconds = scene.play[at].clip.seconds
        if seconds is not None:
            yield f"It stands for {shown(seconds)}: {_room(seconds)}."
    if not isinstance(scene.way, Choice) or kind not in {"ask", "label"}:
        return
    if kind == "label" and scene.way.ask:
        yield f"Asked: {scene.way.ask}"
    seconds = seconds_to_read(film, scene, scene.way)
    if seconds is not None:
        yield f"Question and answers together are read in {shown(seconds)}: {_room(seconds)}."


def seconds_to_read(film: Film, scene: Scene, choice: Choice) -> Seconds | None:
    """How long a card stands in its shortest variant; none without limit, or not known yet."""
    if choice.no_limit or choice.lasts is not None:
        return None if choice.no_limit else choice.lasts
    lengths = [length_of(variant.clip, film.clips) for variant in scene.play]
    given = [length - opening(choice, length) for length in lengths if length is not None]
    return Seconds(max(min(given), 0.0)) if given else None


def _room(seconds: Seconds) -> str:
    """How much can be read in that time, in words and in Chinese signs."""
    left = max(seconds - reading_time(""), 0.0)
    words = left / (reading_time("a") - reading_time(""))
    signs = left / (reading_time("字") - reading_time(""))
    return f"at most {int(words + _ROUNDING)} words, or {int(signs + _ROUNDING)} Chinese signs"
