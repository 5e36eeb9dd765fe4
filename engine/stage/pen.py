"""What keys mean to somebody who writes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pygame

from engine.stage.draft import Move


class Stroke(StrEnum):
    """Something done to what was written, beside moving about in it."""

    ERASE_AHEAD = "erase-ahead"
    ERASE_WORD = "erase-word"
    ERASE_WORD_AHEAD = "erase-word-ahead"
    ALL = "all"
    COPY = "copy"
    TAKE_OUT = "take-out"
    PASTE = "paste"
    PASTE_CHOSEN = "paste-chosen"
    """The middle button: what is selected somewhere else on the screen."""
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Caret:
    """The caret goes somewhere, and selects on its way or not."""

    move: Move
    selecting: bool = False


Pen = Stroke | Caret

_COMMAND: Final = pygame.KMOD_CTRL | pygame.KMOD_META
"""Command is the Mac's Control."""
_BY_WORD: Final = pygame.KMOD_CTRL | pygame.KMOD_ALT
_STROKES: Final = {
    pygame.K_a: Stroke.ALL,
    pygame.K_c: Stroke.COPY,
    pygame.K_INSERT: Stroke.COPY,
    pygame.K_x: Stroke.TAKE_OUT,
    pygame.K_v: Stroke.PASTE,
    pygame.K_y: Stroke.REDO,
}
_AGAIN: Final = frozenset(
    {Stroke.ERASE_AHEAD, Stroke.ERASE_WORD, Stroke.ERASE_WORD_AHEAD, Stroke.UNDO, Stroke.REDO}
)


def pen(key: int, mod: int) -> Pen | None:
    """What a key does to what is being written; none where it does nothing to it."""
    shift = bool(mod & pygame.KMOD_SHIFT)
    move = _move(key, mod)
    if move is not None:
        return Caret(move, selecting=shift)
    if key in {pygame.K_DELETE, pygame.K_BACKSPACE}:
        return _erasing(key, mod)
    if key == pygame.K_INSERT and shift:
        return Stroke.PASTE
    if not mod & _COMMAND or mod & pygame.KMOD_ALT:
        return None
    if key == pygame.K_z:
        return Stroke.REDO if shift else Stroke.UNDO
    return _STROKES.get(key)


def repeats(stroke: object) -> bool:
    """Whether a key that is held down does it again and again."""
    return isinstance(stroke, Caret) or stroke in _AGAIN


def _erasing(key: int, mod: int) -> Stroke | None:
    """Backspace alone is everybody's and not meant."""
    if key == pygame.K_BACKSPACE:
        return Stroke.ERASE_WORD if mod & _BY_WORD else None
    if mod & pygame.KMOD_SHIFT:
        return Stroke.TAKE_OUT
    return Stroke.ERASE_WORD_AHEAD if mod & _BY_WORD else Stroke.ERASE_AHEAD


def _move(key: int, mod: int) -> Move | None:
    """Plain arrows are not meant: on an empty line they go to the answers."""
    shift, word = mod & pygame.KMOD_SHIFT, mod & _BY_WORD
    match key:
        case pygame.K_HOME:
            return Move.HOME
        case pygame.K_END:
            return Move.END
        case pygame.K_LEFT if mod & pygame.KMOD_META:
            return Move.HOME
        case pygame.K_RIGHT if mod & pygame.KMOD_META:
            return Move.END
        case pygame.K_LEFT if word or shift:
            return Move.WORD_LEFT if word else Move.LEFT
        case pygame.K_RIGHT if word or shift:
            return Move.WORD_RIGHT if word else Move.RIGHT
        case _:
            return None
