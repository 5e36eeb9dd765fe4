"""Why the film went this way: each turn, its reason, and the numbers."""

import pygame

from engine.messages.facts import WhyAsked
from engine.messages.records import Turn
from engine.stage.page import Column, Desk, Dot, Item, Kind, Page
from engine.stage.reasons import Reason, reason
from engine.stage.theme import BODY, CAPS, FINE, NOTE, QUESTION, SAND, TITLE
from engine.stage.tongue import Tongue
from engine.stage.wishes import Local

_DOUBTS = 2
"""At most so many ways that did not answer are told of for a turn."""


def why_page(desk: Desk, tongue: Tongue, turns: tuple[Turn, ...], leaf: int) -> Page:
    """A leaf of the turns, newest first, as many as fit; the rest on the next leaf."""
    safe, width = desk.room.safe, desk.px(860)
    left = safe.centerx - width // 2
    head = Column(desk, left, safe.top, width)
    head.words(tongue.say("why.caps"), CAPS).space(4)
    head.words(tongue.say("why.title"), TITLE, most=1).space(20)
    foot = safe.bottom - desk.px(58)
    leaves = leaves_of(desk, tongue, tuple(reversed(turns)), width, foot - desk.px(18) - head.top)
    leaf = min(leaf, len(leaves) - 1)
    items = [*head.items]
    column = Column(desk, left, head.top, width)
    for told in leaves[leaf]:
        items += turn_items(desk, column, told)
    if not turns:
        items += column.words(tongue.say("why.none"), BODY).items
    close = pygame.Rect(left, foot, desk.px(300), desk.px(58))
    items.append(desk.plate(tongue.say("why.close"), "close", WhyAsked(), close, most=1))
    if len(leaves) > 1:
        items += _leafing(
            desk, tongue, leaf, len(leaves), pygame.Rect(left, foot, width, desk.px(58))
        )
    return Page(name="why", items=tuple(items), first="close", back=WhyAsked(), dim=0.74)


def leaves_of(
    desk: Desk, tongue: Tongue, turns: tuple[Turn, ...], width: int, height: int
) -> tuple[tuple[Reason, ...], ...]:
    """The turns in leaves, each with as many as stand in the height; never without a leaf."""
    leaves: list[list[Reason]] = [[]]
    column = Column(desk, 0, 0, width)
    for turn in turns:
        told = reason(turn, tongue)
        turn_items(desk, column, told)
        if column.top > height and leaves[-1]:
            leaves.append([])
            column = Column(desk, 0, 0, width)
            turn_items(desk, column, told)
        leaves[-1].append(told)
    return tuple(tuple(leaf) for leaf in leaves)


def turn_items(
    desk: Desk, column: Column, told: Reason, *, doubts: bool = True
) -> tuple[Item, ...]:
    """One turn: a point of light, its sentence, its proof; the column goes on beneath."""
    inset = desk.px(30)
    part = Column(desk, column.left + inset, column.top, column.width - inset)
    part.words(told.says, QUESTION.at(25), most=2)
    side = desk.px(9)
    dot = pygame.Rect(column.left, 0, side, side)
    dot.centery = column.top + desk.fonts.pitch(QUESTION.at(25), desk.room.unit) // 2
    if told.proof:
        part.words(told.proof, NOTE.at(18), most=2)
    for doubt in told.doubts[:_DOUBTS] if doubts else ():
        part.words(doubt, FINE.tinted(SAND), most=1)
    column.top = part.top + desk.px(14)
    return (Dot(area=dot), *part.items)


def _leafing(
    desk: Desk, tongue: Tongue, leaf: int, leaves: int, area: pygame.Rect
) -> tuple[Item, ...]:
    """Where one is among the leaves, and to the ones before and after."""
    side, gap = area.height, desk.px(8)
    after = pygame.Rect(area.right - side, area.top, side, side)
    before = after.move(-side - gap, 0)
    told = tongue.say("why.page", page=leaf + 1, pages=leaves)
    wide = desk.fonts.width(told, NOTE, desk.room.unit)
    pitch = desk.fonts.pitch(NOTE, desk.room.unit)
    at = (before.left - desk.px(16) - wide, area.centery - pitch // 2)
    return (
        desk.words(told, NOTE, at, wide + 2, most=1),
        desk.plate("‹", "before", Local.LAST_LEAF, before, kind=Kind.KEY, most=1),
        desk.plate("›", "after", Local.NEXT_LEAF, after, kind=Kind.KEY, most=1),
    )
