"""How a viewing begins: what flags and settings say, made into one fact."""

import difflib
import math
import secrets
import time
from collections.abc import Iterable, Sequence
from typing import Final

from engine.desk.cameras import may_see
from engine.messages.facts import ViewingBegan
from engine.settings import Viewer
from engine.shelf.guard import ShelfError
from engine.story.conditions import Value
from engine.story.model import Story, Variable, Way
from engine.story.units import SceneId, Seconds

PATIENCE: Final = Seconds(90.0)
"""How long a choice without limit waits at home (format page, Semantics 6)."""
TRUTHS: Final = {"true": True, "false": False}


def begin(
    story: Story,
    viewer: Viewer,
    *,
    camera: str,
    language: str | None = None,
    seed: int | None = None,
    start: str | None = None,
    given: Sequence[str] = (),
    patience: Seconds | None = PATIENCE,
    kiosk: bool = False,
) -> ViewingBegan:
    """
    The fact that begins a viewing here and now.

    Raises ShelfError, with the nearest name, for a scene or variable the story does not have.
    """
    ways = {Way.BUTTONS, Way.TEXT} | ({Way.FACE} if may_see(camera) else set())
    now = time.localtime()
    return ViewingBegan(
        seed=secrets.randbelow(2**31) if seed is None else seed,
        hour=now.tm_hour + now.tm_min / 60,
        language=language or story.language,
        offers=frozenset(ways),
        start=None if start is None else _scene(story, start),
        given=dict(_given(story, text) for text in given),
        avoids=frozenset(viewer.avoids),
        patience=None if viewer.no_limit and not kiosk else patience,
        stretch=viewer.stretch,
        kiosk=kiosk,
    )


def _scene(story: Story, name: str) -> SceneId:
    if name not in story.scenes:
        raise ShelfError(f"--from {name}: no scene is named so. {_nearest(name, story.scenes)}")
    return SceneId(name)


def _given(story: Story, text: str) -> tuple[str, Value]:
    name, equals, written = text.partition("=")
    name, written = name.strip(), written.strip()
    if not equals:
        raise ShelfError(f"--set {text}: write NAME=VALUE, as in --set trust=2.")
    if name not in story.state:
        raise ShelfError(f"--set {text}: no variable '{name}'. {_nearest(name, story.state)}")
    return name, _value(story.state[name], written, text)


def _value(variable: Variable, written: str, text: str) -> Value:
    if isinstance(variable.first, bool):
        if written not in TRUTHS:
            raise ShelfError(f"--set {text}: this variable is true or false.")
        return TRUTHS[written]
    if isinstance(variable.first, str):
        if variable.one_of and written not in variable.one_of:
            raise ShelfError(f"--set {text}: name one of: {', '.join(variable.one_of)}.")
        return written
    return _number(variable, written, text)


def _number(variable: Variable, written: str, text: str) -> float:
    try:
        number = float(written)
    except ValueError as problem:
        raise ShelfError(f"--set {text}: this variable is a number.") from problem
    if not math.isfinite(number):
        raise ShelfError(f"--set {text}: this variable is a number.")
    low, high = variable.low, variable.high
    if low is not None and high is not None and not low <= number <= high:
        raise ShelfError(f"--set {text}: this variable is a number from {low:g} to {high:g}.")
    return number


def _nearest(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Name one of: {', '.join(sorted(names)[:12])}." if names else "The story has none."
