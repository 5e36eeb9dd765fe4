"""The end card: which ending, the way that led there, why, and what the other roads knew."""

from collections.abc import Mapping
from dataclasses import dataclass

import pygame

from engine.messages.facts import StopAsked
from engine.messages.orders import Question, ShowEnding
from engine.messages.records import Cause, Untaken
from engine.stage.page import Align, Column, Deed, Desk, Dot, Item, Kind, Page, Picture, Rule
from engine.stage.reasons import Reason, reason
from engine.stage.screens.judging import question_items
from engine.stage.screens.why import turn_items
from engine.stage.theme import CAPS, FINE, IVORY, MARQUEE, NOTE, QUESTION
from engine.stage.tongue import Tongue
from engine.stage.wishes import Local
from engine.story.units import SceneId

_STATION = (112, 63)
_MOST_STATIONS = 9
_COLUMN_GAP = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the end card shows, beside the director's own words."""

    order: ShowEnding
    frames: Mapping[SceneId, pygame.Surface]
    """A small picture of each scene that was on the screen."""
    again: Deed
    kiosk: bool = False
    alone: bool = False
    """Whether there is no library to go back to."""
    leaf: int = 0
    question: Question | None = None
    """What the viewer is asked beneath what led here."""


def ending_page(desk: Desk, tongue: Tongue, ending: Ending) -> Page:
    """Everything on one page; with many turns the rest is on further leaves."""
    safe, order = desk.room.safe, ending.order
    head = Column(desk, safe.left, safe.top, safe.width)
    head.centred(tongue.say("ending.caps"), CAPS).space(2)
    head.centred(
        order.shown or order.ending or tongue.say("ending.unfinished"), MARQUEE.at(54), most=1
    ).space(12)
    asked = ending.question
    about = None if asked is None else asked.turn.scene
    stations, below = _stations(desk, order.path, ending.frames, head.top, about)
    foot = pygame.Rect(safe.left, safe.bottom - desk.px(56), safe.width, desk.px(56))
    body = pygame.Rect(safe.left, below + desk.px(22), safe.width, 0)
    question: tuple[Item, ...] = ()
    bottom = foot.top - desk.px(16)
    if asked is not None:
        question = question_items(desk, tongue, asked, foot)
        bottom = question[0].area.top - desk.px(8)
    body.height = bottom - body.top
    columns, leaves = _columns(desk, tongue, ending, body)
    ways = _ways(desk, tongue, ending, foot, leaves)
    return Page(
        name="ending" if asked is None else f"ending, asked {asked.number}",
        items=(*head.items, *stations, *columns, *question, *ways),
        first="done" if ending.kiosk else "again",  # Enter says nothing of what is asked
        back=StopAsked(),
        dim=0.8,
    )


def _stations(
    desk: Desk,
    path: tuple[SceneId, ...],
    frames: Mapping[SceneId, pygame.Surface],
    top: int,
    about: SceneId | None = None,
) -> tuple[tuple[Item, ...], int]:
    """
    The way as stations on a line, each the picture of its scene; and where they end.

    Where one is asked about, only its point is lit.
    """
    stops = _shortened(tuple(scene for scene in path if scene in frames))
    if not stops:
        return (), top
    safe, wide, high = desk.room.safe, desk.px(_STATION[0]), desk.px(_STATION[1])
    gap = min(desk.px(26), (safe.width - len(stops) * wide) // max(1, len(stops) - 1))
    left = safe.centerx - (len(stops) * (wide + gap) - gap) // 2
    middle = top + high + desk.px(16)
    length = (len(stops) - 1) * (wide + gap)
    line = pygame.Rect(left + wide // 2, middle, length, max(1, desk.px(1)))
    items: list[Item] = [Rule(area=line)] if length else []
    for number, scene in enumerate(stops):
        area = pygame.Rect(left + number * (wide + gap), top, wide, high)
        items.append(Picture(area=area, image=frames[scene], framed=True))
        side = desk.px(9 if number < len(stops) - 1 else 13)
        dot = pygame.Rect(0, 0, side, side)
        dot.center = (area.centerx, middle)
        items.append(Dot(area=dot, lit=about is None or scene == about))
    return tuple(items), middle + desk.px(8)


def station_size(desk: Desk) -> tuple[int, int]:
    """How large a scene's small picture is."""
    return desk.px(_STATION[0]), desk.px(_STATION[1])


def _shortened(stops: tuple[SceneId, ...]) -> tuple[SceneId, ...]:
    """A long way shown by its beginning and its end."""
    if len(stops) <= _MOST_STATIONS:
        return stops
    half = _MOST_STATIONS // 2
    return (*stops[:half], *stops[half - _MOST_STATIONS :])


def _columns(
    desk: Desk, tongue: Tongue, ending: Ending, body: pygame.Rect
) -> tuple[tuple[Item, ...], int]:
    """On the left what led here, on the right what the other roads knew; and how many leaves."""
    gap = desk.px(_COLUMN_GAP)
    knew = tuple(road for road in ending.order.untaken if road.knew)
    width = (body.width - gap) // 2 if knew else desk.px(760)
    left = body.left if knew else body.centerx - width // 2
    told = tuple(
        reason(turn, tongue) for turn in ending.order.turns if turn.cause is not Cause.STORY
    )
    turns = _leaves(desk, told, width, body.height)
    roads = _roads(desk, tongue, knew, width, body.height) if knew else ((),)
    leaves = max(len(turns), len(roads))
    leaf = ending.leaf % leaves
    items: list[Item] = []
    one = Column(desk, left, body.top, width)
    if told:
        one.words(tongue.say("ending.turns"), CAPS).space(8)
        items += one.items
        for each in turns[min(leaf, len(turns) - 1)]:
            items += turn_items(desk, one, each, doubts=False)
    if knew:
        items += _placed(roads[min(leaf, len(roads) - 1)], (left + width + gap, body.top))
    return tuple(items), leaves


def _leaves(
    desk: Desk, told: tuple[Reason, ...], width: int, height: int
) -> tuple[tuple[Reason, ...], ...]:
    leaves: list[list[Reason]] = [[]]
    top = desk.fonts.pitch(CAPS, desk.room.unit) + desk.px(8)
    column = Column(desk, 0, top, width)
    for each in told:
        turn_items(desk, column, each, doubts=False)
        if column.top - desk.px(14) > height and leaves[-1]:
            leaves.append([])
            column = Column(desk, 0, top, width)
            turn_items(desk, column, each, doubts=False)
        leaves[-1].append(each)
    return tuple(tuple(leaf) for leaf in leaves)


def _roads(
    desk: Desk, tongue: Tongue, knew: tuple[Untaken, ...], width: int, height: int
) -> tuple[tuple[Item, ...], ...]:
    """The roads not taken in leaves, laid out from the origin."""
    leaves: list[tuple[Item, ...]] = []
    column = _heading(desk, tongue, width)
    for road in knew:
        kept = len(column.items)
        _road(tongue, column, road)
        if column.top - desk.px(14) > height and kept > 1:
            leaves.append(tuple(column.items[:kept]))
            column = _heading(desk, tongue, width)
            _road(tongue, column, road)
    leaves.append(tuple(column.items))
    return tuple(leaves)


def _heading(desk: Desk, tongue: Tongue, width: int) -> Column:
    return Column(desk, 0, 0, width).words(tongue.say("ending.untaken"), CAPS).space(8)


def _road(tongue: Tongue, column: Column, road: Untaken) -> None:
    column.words(road.knew or "", QUESTION.at(23).tinted(IVORY), most=3)
    label = tongue.say("ending.untaken_road", label=road.label)
    column.words(label, NOTE.at(18), most=1).space(14)


def _placed(items: tuple[Item, ...], at: tuple[int, int]) -> tuple[Item, ...]:
    for item in items:
        item.area.move_ip(at)
    return items


def _ways(
    desk: Desk, tongue: Tongue, ending: Ending, foot: pygame.Rect, leaves: int
) -> tuple[Item, ...]:
    """Again, home; what is kept; and to the next leaf where there is one."""
    gap, items = desk.px(16), []
    back = tongue.say("ending.done" if ending.alone else "ending.home")
    home = ("home", back, StopAsked(), Kind.PLATE)
    again = ("again", tongue.say("ending.again"), ending.again, Kind.LIT)
    done = ("done", tongue.say("ending.done"), StopAsked(), Kind.LIT)
    ways: tuple[tuple[str, str, Deed, Kind], ...] = (done,) if ending.kiosk else (again, home)
    left = foot.left
    for name, label, deed, kind in ways:
        width = max(desk.px(200), desk.label_width(label) + desk.px(24))
        area = pygame.Rect(left, foot.top, width, foot.height)
        items.append(desk.plate(label, name, deed, area, kind=kind, most=1))
        left = area.right + gap
    right = foot.right
    if leaves > 1:
        told = f"{tongue.say('why.more')} {ending.leaf % leaves + 1}/{leaves}"
        width = desk.label_width(told, NOTE)
        area = pygame.Rect(right - width, foot.top, width, foot.height)
        items.append(
            desk.plate(told, "more", Local.NEXT_LEAF, area, style=NOTE, kind=Kind.BARE, most=1)
        )
        right = area.left - gap
    pitch = desk.fonts.pitch(FINE, desk.room.unit)
    told = tongue.say("ending.forgotten" if ending.question is None else "so.kept")
    kept = desk.words(
        told, FINE, (right, foot.centery - pitch // 2),
        right - left, align=Align.RIGHT, most=1,
    )  # fmt: skip
    return (*items, kept)
