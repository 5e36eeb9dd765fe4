"""The consent card: before any camera, in plain words, both answers of equal weight."""

import pygame

from engine.messages.facts import ConsentAnswered
from engine.stage.page import Column, Desk, Item, Page
from engine.stage.theme import BODY, CAPS, LABEL, NOTE, TITLE
from engine.stage.tongue import Tongue
from engine.story.model import Keep


def consent_page(
    desk: Desk,
    tongue: Tongue,
    why: str | None,
    keep: Keep = Keep.NOTHING,
    *,
    taped: bool = False,
) -> Page:
    """What is read, why, what is kept; yes and no."""
    width = desk.px(980)
    left = desk.room.whole.centerx - width // 2
    column = Column(desk, left, 0, width)
    column.centred(tongue.say("consent.caps"), CAPS).space(10)
    column.centred(tongue.say("consent.title"), TITLE, most=2).space(10)
    column.centred(why or tongue.say("consent.why"), BODY, most=3).space(30)
    kept = "taped" if taped else "scores" if keep is Keep.SCORES else "kept"
    column.items += _points(desk, tongue, column, kept)
    column.top = max(item.area.bottom for item in column.items)
    column.space(36)
    column.items += _answers(desk, tongue, column)
    column.top += desk.px(70 + 16)
    column.centred(tongue.say("consent.equal"), NOTE, most=2)
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="consent", items=items, back=ConsentAnswered(yes=False), dim=0.78)


def _points(desk: Desk, tongue: Tongue, column: Column, kept: str) -> tuple[Item, ...]:
    """Three short columns under thin lines of light."""
    gap = desk.px(36)
    width = (column.width - 2 * gap) // 3
    items: list[Item] = []
    for number, name in enumerate(("what", "kept", "end")):
        part = Column(desk, column.left + number * (width + gap), column.top, width)
        part.rule(0.5).space(14).words(tongue.say(f"consent.{name}_head"), LABEL, most=1)
        part.space(4)
        told = tongue.say(f"consent.{kept if name == 'kept' else name}")
        part.add(desk.words(told, NOTE, (part.left, part.top), width, balanced=True))
        items += part.items
    return tuple(items)


def _answers(desk: Desk, tongue: Tongue, column: Column) -> tuple[Item, ...]:
    """Yes and no: the same size, the same light, neither with the focus."""
    gap, width, high = desk.px(20), desk.px(360), desk.px(70)
    left = column.left + (column.width - 2 * width - gap) // 2
    return tuple(
        desk.plate(
            tongue.say(f"consent.{name}"), name, ConsentAnswered(yes=name == "yes"),
            pygame.Rect(left + number * (width + gap), column.top, width, high),
            digit=str(number + 1), most=2,
        )
        for number, name in enumerate(("yes", "no"))
    )  # fmt: skip
