"""What the tests of pages and light are made of."""

import numpy as np
import pygame
import pytest

from engine.messages.orders import CardOption
from engine.stage.fonts import Fonts
from engine.stage.page import Button, Desk, Panel, Picture, Rule, Veil, Words
from engine.stage.theme import Room
from engine.story.units import OptionId

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (2560, 1080))
FONTS = Fonts()

needs_chinese = pytest.mark.skipif(
    not FONTS.chinese, reason="No Chinese typeface here; install fonts-noto-cjk."
)
needs_from_right = pytest.mark.skipif(
    FONTS.table.arabic is None or FONTS.table.hebrew is None,
    reason="No Arabic or Hebrew typeface here; install fonts-noto-core.",
)


def desk(size=(1280, 720)):
    """A desk to lay pages out on."""
    return Desk(Room(*size), FONTS)


def options(*labels):
    """Options named as they are labelled."""
    return tuple(CardOption(OptionId(label), label) for label in labels)


def night(size=(1280, 720)):
    """A dark picture to draw light on."""
    picture = pygame.Surface(size)
    picture.fill((30, 20, 16))
    return picture


def brightness(picture, area=None):
    """The mean of all pixels' light, 0..255."""
    part = picture if area is None else picture.subsurface(area)
    return float(pygame.surfarray.array3d(part).mean())


def colours(picture, area):
    """The mean red, green and blue of a part."""
    red, green, blue = pygame.surfarray.array3d(picture.subsurface(area)).mean(axis=(0, 1))
    return float(red), float(green), float(blue)


def changed(one, other):
    """How many pixels differ by more than a trace."""
    two = pygame.surfarray.array3d(one).astype(int), pygame.surfarray.array3d(other).astype(int)
    return int((np.abs(two[0] - two[1]).max(axis=2) > 6).sum())


def stands_well(page, desk):
    """
    Everything a page promises of its layout, as a list of what is wrong with it.

    Inside the window; no words cut off; no two things over each other but those meant to be.
    """
    wrong = []
    solid = [item for item in page.items if not isinstance(item, Veil | Panel | Rule)]
    whole = desk.room.whole
    for item in solid:
        if not whole.contains(item.area):
            wrong.append(f"{page.name}: {_name(item)} leaves the window: {item.area}")
        wrong += _cut_off(page, desk, item)
        if isinstance(item, Button) and item.area.height < desk.px(44) - 1:
            wrong.append(f"{page.name}: {_name(item)} is too small for a finger: {item.area}")
    for number, one in enumerate(solid):
        for other in solid[number + 1 :]:
            if one.area.colliderect(other.area) and not _may_overlap(one, other):
                wrong.append(f"{page.name}: {_name(one)} lies over {_name(other)}")
    return wrong


def _cut_off(page, desk, item):
    if isinstance(item, Words | Button):
        wide, high = desk.fonts.block(item.lines, item.style, desk.room.unit)
        if wide > item.area.width or high > item.area.height:
            return [f"{page.name}: {_name(item)} does not fit: {wide}x{high} in {item.area}"]
        if any(line.endswith("…") for line in item.lines):
            return [f"{page.name}: {_name(item)} was cut short"]
    return []


def _may_overlap(one, other):
    return isinstance(one, Picture) and isinstance(other, Picture)


def _name(item):
    return getattr(item, "name", None) or " / ".join(getattr(item, "lines", ())) or repr(item)
