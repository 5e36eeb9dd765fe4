"""What hands do: mouse, touch, keyboard and gamepad as a few gestures."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pygame

from engine.stage.pen import Caret, Stroke, pen, repeats


class Sign(StrEnum):
    """A gesture that needs no place."""

    ENTER = "enter"
    BACK = "back"
    NEXT = "next"
    """Tab."""
    PREVIOUS = "previous"
    ERASE = "erase"
    PAUSE = "pause"
    WHY = "why"
    MUTE = "mute"
    LOUDER = "louder"
    SOFTER = "softer"
    FULL = "full"
    DESCRIBE = "describe"
    """Tell what is seen, or no more."""
    OPERATOR = "operator"
    """The operator's chord: Control, Alt and K together."""
    LOST = "lost"
    """The window went out of sight or lost the keyboard."""
    RESIZED = "resized"
    CARD_CAME = "card-came"
    """There is a sound card more."""
    CARD_WENT = "card-went"
    """The sound card in use is no more."""
    CLOSE = "close"
    """The window's own cross."""


@dataclass(frozen=True, slots=True)
class Point:
    """A finger or the mouse, in pixels of the window."""

    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Press(Point):
    """It came down."""


@dataclass(frozen=True, slots=True)
class Lift(Point):
    """It was lifted."""

    finger: bool = False
    """A finger leaves nothing pointed at."""


@dataclass(frozen=True, slots=True)
class Step:
    """An arrow: one step to the right or left, down or up."""

    right: int
    down: int


@dataclass(frozen=True, slots=True)
class Digit:
    """A number key, 1 to 9, or 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Typed:
    """Letters, as the keyboard or an input method gives them."""

    text: str


@dataclass(frozen=True, slots=True)
class Composing:
    """Letters still being chosen in an input method; empty when it is done."""

    text: str
    at: int = 0
    """Where in them the input method's caret stands."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A letter struck where a field may come for it, and what the key asks for else."""

    text: str
    meant: "Sign | Digit | None"


Gesture = Sign | Point | Press | Lift | Step | Digit | Typed | Composing | Caret | Stroke | Struck

_ARROWS: Final = {
    pygame.K_LEFT: Step(-1, 0),
    pygame.K_RIGHT: Step(1, 0),
    pygame.K_UP: Step(0, -1),
    pygame.K_DOWN: Step(0, 1),
}
_ALWAYS: Final = {
    pygame.K_RETURN: Sign.ENTER,
    pygame.K_KP_ENTER: Sign.ENTER,
    pygame.K_ESCAPE: Sign.BACK,
    pygame.K_AC_BACK: Sign.BACK,
    pygame.K_BACKSPACE: Sign.ERASE,
    pygame.K_F11: Sign.FULL,
}
_LETTERS: Final = {
    pygame.K_SPACE: Sign.PAUSE,
    pygame.K_w: Sign.WHY,
    pygame.K_m: Sign.MUTE,
    pygame.K_d: Sign.DESCRIBE,
    pygame.K_f: Sign.FULL,
    pygame.K_PLUS: Sign.LOUDER,
    pygame.K_EQUALS: Sign.LOUDER,
    pygame.K_KP_PLUS: Sign.LOUDER,
    pygame.K_MINUS: Sign.SOFTER,
    pygame.K_KP_MINUS: Sign.SOFTER,
}
_PAD: Final = {0: Sign.ENTER, 1: Sign.BACK, 2: Sign.WHY, 3: Sign.WHY, 6: Sign.BACK, 7: Sign.PAUSE}
_TILTED, _UPRIGHT = 0.6, 0.3
"""How far a stick is pushed to count, and how far back before it counts again."""
_LEFT_BUTTON, _MIDDLE_BUTTON = 1, 2
_CHORD: Final = pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_LALT
"""What is held for anything but a letter; by the right Alt many letters are written."""
_FIRST_AGAIN, _NEXT_AGAIN = 0.45, 0.035
"""Seconds for which a key that erases or moves the caret is held before it does so again."""


class Hands:
    """Understands events. Main thread only: it remembers open gamepads and held sticks."""

    def __init__(self) -> None:
        pygame.joystick.init()  # without it no gamepad is told of
        self._pads: dict[int, pygame.joystick.JoystickType] = {}
        self._tilted: set[int] = set()
        self._arrows: set[int] = set()
        self._hat = (0, 0)
        self._sticks = {0: 0.0, 1: 0.0}
        self._held: tuple[int, Gesture] | None = None
        """The key that somebody who writes holds down, and what it does."""
        self._due: float | None = None

    def gestures(
        self,
        events: Iterable[pygame.event.Event],
        size: tuple[int, int],
        *,
        typing: bool,
        early: bool = False,
    ) -> tuple[Gesture, ...]:
        """
        What the events mean, in order.

        `typing`: a text field has the keyboard, so letters and digits are words. `early`: one
        may come, so they may be the beginning of words.
        """
        found: list[Gesture] = []
        for event in events:
            self._hold(event)
            self._hold_pen(event, typing=typing)
            struck = _struck(event) if early and not typing else []
            found += struck or self._mouse(event, typing=typing) or self._finger(
                event, size
            ) or self._key(event, typing=typing) or self._pad(event) or _window(event)  # fmt: skip
        return tuple(found)

    def again(self, now: float) -> tuple[Gesture, ...]:
        """What a held key does once more: only what erases or moves the caret ever does."""
        if self._held is None:
            return ()
        if self._due is None:
            self._due = now + _FIRST_AGAIN
        if now < self._due:
            return ()
        self._due = now + _NEXT_AGAIN
        return (self._held[1],)

    @property
    def lean(self) -> tuple[float, float]:
        """How far arrows and sticks are held to the right and down, -1 to 1 each."""
        steps = [_ARROWS[key] for key in self._arrows]
        right = sum(step.right for step in steps) + self._hat[0] + self._sticks[0]
        down = sum(step.down for step in steps) - self._hat[1] + self._sticks[1]
        return max(-1.0, min(1.0, right)), max(-1.0, min(1.0, down))

    def _hold(self, event: pygame.event.Event) -> None:
        """Remember what is held; a window that loses the keyboard is not told of its release."""
        match event.type:
            case pygame.KEYDOWN if event.key in _ARROWS:
                self._arrows.add(event.key)
            case pygame.KEYUP:
                self._arrows.discard(event.key)
            case pygame.JOYHATMOTION:
                self._hat = event.value
            case pygame.JOYAXISMOTION if event.axis in self._sticks:
                self._sticks[event.axis] = event.value if abs(event.value) > _UPRIGHT else 0.0
            case pygame.WINDOWFOCUSLOST | pygame.JOYDEVICEREMOVED:
                self._arrows.clear()
                self._hat, self._sticks = (0, 0), {0: 0.0, 1: 0.0}
            case _:
                pass

    def _hold_pen(self, event: pygame.event.Event, *, typing: bool) -> None:
        lost = event.type == pygame.WINDOWFOCUSLOST or not typing
        if event.type == pygame.KEYDOWN and typing:
            stroke = _sign(event.key, getattr(event, "mod", 0), typing=True)
            held = stroke is Sign.ERASE or isinstance(stroke, Step) or repeats(stroke)
            self._held = (event.key, stroke) if held and stroke is not None else None
            self._due = None
        elif lost or (event.type == pygame.KEYUP and self._held and event.key == self._held[0]):
            self._held = self._due = None

    def _mouse(self, event: pygame.event.Event, *, typing: bool) -> list[Gesture]:
        if getattr(event, "touch", False):
            return []  # told again as a finger
        match event.type:
            case pygame.MOUSEMOTION:
                return [Point(event.pos)]
            case pygame.MOUSEBUTTONDOWN if event.button == _LEFT_BUTTON:
                return [Press(event.pos)]
            case pygame.MOUSEBUTTONUP if event.button == _LEFT_BUTTON:
                return [Lift(event.pos)]
            case pygame.MOUSEBUTTONDOWN if event.button == _MIDDLE_BUTTON and typing:
                return [Stroke.PASTE_CHOSEN]
            case _:
                pass
        return []

    def _finger(self, event: pygame.event.Event, size: tuple[int, int]) -> list[Gesture]:
        if event.type not in {pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP}:
            return []
        at = (round(event.x * size[0]), round(event.y * size[1]))
        if event.type == pygame.FINGERDOWN:
            return [Press(at)]
        return [Lift(at, finger=True)] if event.type == pygame.FINGERUP else [Point(at)]

    def _key(self, event: pygame.event.Event, *, typing: bool) -> list[Gesture]:
        match event.type:
            case pygame.TEXTINPUT if typing:
                return [Typed(event.text)]
            case pygame.TEXTEDITING if typing:
                return [Composing(event.text, getattr(event, "start", 0))]
            case pygame.KEYDOWN:
                sign = _sign(event.key, getattr(event, "mod", 0), typing=typing)
                return [] if sign is None else [sign]
            case _:
                pass
        return []

    def _pad(self, event: pygame.event.Event) -> list[Gesture]:
        match event.type:
            case pygame.JOYDEVICEADDED:
                pad = pygame.joystick.Joystick(event.device_index)
                self._pads[pad.get_instance_id()] = pad
            case pygame.JOYDEVICEREMOVED:
                self._pads.pop(event.instance_id, None)
            case pygame.JOYBUTTONDOWN if event.button in _PAD:
                return [_PAD[event.button]]
            case pygame.JOYHATMOTION if event.value != (0, 0):
                return [Step(event.value[0], -event.value[1])]
            case pygame.JOYAXISMOTION if event.axis in {0, 1}:
                return self._stick(event.axis, event.value)
            case _:
                pass
        return []

    def _stick(self, axis: int, value: float) -> list[Gesture]:
        if abs(value) < _UPRIGHT:
            self._tilted.discard(axis)
        if abs(value) < _TILTED or axis in self._tilted:
            return []
        self._tilted.add(axis)
        way = 1 if value > 0 else -1
        return [Step(way, 0) if axis == 0 else Step(0, way)]


def _sign(key: int, mod: int, *, typing: bool) -> Gesture | None:
    if key == pygame.K_k and mod & pygame.KMOD_CTRL and mod & pygame.KMOD_ALT:
        return Sign.OPERATOR
    written = pen(key, mod) if typing else None
    if written is not None:
        return written
    if key == pygame.K_TAB:
        return Sign.PREVIOUS if mod & pygame.KMOD_SHIFT else Sign.NEXT
    known = _ALWAYS.get(key) or _ARROWS.get(key)
    if known is not None or typing:
        return known
    if pygame.K_0 <= key <= pygame.K_9:
        return Digit(key - pygame.K_0)
    if pygame.K_KP1 <= key <= pygame.K_KP9:
        return Digit(key - pygame.K_KP1 + 1)
    return Digit(0) if key == pygame.K_KP0 else _LETTERS.get(key)


def _struck(event: pygame.event.Event) -> list[Gesture]:
    """A key that writes something; none for others, and for those with Ctrl, Alt or Command."""
    text = getattr(event, "unicode", "") if event.type == pygame.KEYDOWN else ""
    mod = getattr(event, "mod", 0)
    if not text or not text.isprintable() or mod & _CHORD:
        return []
    meant = _sign(event.key, mod, typing=False)
    return [Struck(text, meant)] if meant is None or isinstance(meant, Sign | Digit) else []


def _window(event: pygame.event.Event) -> list[Gesture]:
    signs = {
        pygame.QUIT: Sign.CLOSE,
        pygame.WINDOWMINIMIZED: Sign.LOST,
        pygame.WINDOWFOCUSLOST: Sign.LOST,
        pygame.VIDEORESIZE: Sign.RESIZED,
        pygame.WINDOWSIZECHANGED: Sign.RESIZED,
        pygame.WINDOWEXPOSED: Sign.RESIZED,  # all that X11's new mode is told by
        pygame.WINDOWDISPLAYCHANGED: Sign.RESIZED,
    }
    if event.type in {pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED}:
        return _card(event)
    return [signs[event.type]] if event.type in signs else []


def _card(event: pygame.event.Event) -> list[Gesture]:
    if event.iscapture:
        return []
    if event.type == pygame.AUDIODEVICEADDED:
        return [Sign.CARD_CAME]
    return [Sign.CARD_WENT] if event.which else []  # 0: one that nobody had opened
