"""The senses' own window: what is read of whoever sits there, as meters. No picture, no box."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pygame

from engine.messages.facts import ConsentAnswered, MoodRead
from engine.stage.page import Align, Column, Deed, Desk, Item, Page, Rule
from engine.stage.theme import BODY, CAPS, FINE, IVORY, LABEL, NOTE, SAND, TITLE
from engine.stage.tongue import Tongue
from engine.stage.wishes import Local, Quit
from engine.story.model import Reading
from engine.story.units import Share, Steps

BELIEVED: Final = Share(0.55)
"""How sure a reading must be to be said; films ask for as much where they say nothing else."""
PLAINLY: Final = 0.8
"""Steps from normal from which an act is named."""
FARTHEST: Final = 3.0
ACTS: Final = (Reading.SMILE, Reading.ATTENTION, Reading.STILL, Reading.SURPRISE)
"""What eyes and hands can both do, and faces show well: decisions lean on these."""
FAINT: Final = (
    Reading.VALENCE,
    Reading.AROUSAL,
    Reading.JOY,
    Reading.SADNESS,
    Reading.ANGER,
    Reading.FEAR,
    Reading.DISGUST,
)
"""What is read less well; a film does well to colour its flame with it, and no more."""
_DASH: Final = 7


class Eye(StrEnum):
    """How the camera stands."""

    NONE = "none"
    OPENING = "opening"
    SEEING = "seeing"
    BACK = "back"
    SILENT = "silent"
    FROZEN = "frozen"
    REFUSED = "refused"
    ENDED = "ended"
    """What was played in a camera's place is over."""
    BLIND = "blind"
    """The camera may be well, but what reads faces is not."""

    @property
    def sees(self) -> bool:
        """Whether pictures come."""
        return self in {Eye.SEEING, Eye.BACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """All that there is to show at one moment: numbers and names, never a picture."""

    eye: Eye
    source: str
    """What is looked through: a camera's number, or a file's name."""
    mood: MoodRead | None = None
    learnt: float | None = None
    """How much of the learning of this viewer's normal is done, 0..1; none: nothing is learned."""
    rate: float = 0.0
    """Pictures read in a second."""
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """One reading in steps from the viewer's own normal, and how sure it is."""

    reading: Reading
    steps: Steps | None
    sure: Share

    @property
    def believed(self) -> bool:
        """Whether it is sure enough to be said."""
        return self.steps is not None and self.sure >= BELIEVED

    def said(self, tongue: Tongue) -> str:
        """What is done, in a word: the act, or that it is as usual, not sure, or not read."""
        if self.steps is None:
            return tongue.say("mirror.unread")
        if not self.believed:
            return tongue.say("mirror.unsure")
        way = "up" if self.steps >= PLAINLY else "down" if self.steps <= -PLAINLY else ""
        key = f"mirror.{self.reading.value}.{way}"
        return tongue.say(key if tongue.knows(key) else "mirror.usual")


def meters(mood: MoodRead | None, readings: Iterable[Reading]) -> tuple[Meter, ...]:
    """A meter for each reading; without a mood, or a face in it, empty ones."""
    steps = {} if mood is None else mood.readings
    sure = {} if mood is None else mood.confidence
    return tuple(Meter(one, steps.get(one), sure.get(one, Share(0.0))) for one in readings)


def state(seen: Mirrored, tongue: Tongue) -> str:
    """How the camera stands, in a plain sentence."""
    return tongue.say(f"mirror.eye.{seen.eye.value}", source=called(seen.source, tongue))


def called(source: str, tongue: Tongue) -> str:
    """What is looked through, as people call it: a camera by its number, a file by its name."""
    return tongue.say("mirror.camera", number=source) if source.isdigit() else source


def counted(seen: Mirrored, tongue: Tongue) -> str:
    """How many faces there are, how often they are read, and by what."""
    faces = 0 if seen.mood is None else seen.mood.faces
    key = {0: "mirror.faces_none", 1: "mirror.faces_one"}.get(faces, "mirror.faces")
    parts = [
        tongue.say(key, count=faces),
        tongue.say("mirror.rate", rate=f"{seen.rate:.1f}"),
        *seen.models,
    ]
    return " · ".join(parts)


def normal(seen: Mirrored, tongue: Tongue) -> str:
    """Whether this viewer's own normal is known, or being learned."""
    if seen.learnt is not None:
        return tongue.say("mirror.learning", share=f"{seen.learnt:.0%}")
    known = seen.mood is not None and seen.mood.calibrated
    return tongue.say("mirror.learnt" if known else "mirror.unlearnt")


def asking_page(desk: Desk, tongue: Tongue, source: str) -> Page:
    """Before any camera: may it look? Both answers weigh the same, and neither has the focus."""
    width, gap, high = desk.px(760), desk.px(20), desk.px(70)
    column = Column(desk, desk.room.whole.centerx - width // 2, 0, width)
    column.centred(tongue.say("consent.caps"), CAPS).space(10)
    column.centred(tongue.say("mirror.ask"), TITLE, most=2).space(10)
    line = tongue.say("mirror.ask_line", source=called(source, tongue))
    column.centred(line, BODY, most=4).space(30)
    half = (width - gap) // 2
    answers: tuple[tuple[str, Deed], ...] = (("yes", ConsentAnswered(yes=True)), ("no", Quit()))
    for number, (name, deed) in enumerate(answers):
        area = pygame.Rect(column.left + number * (half + gap), column.top, half, high)
        label = tongue.say(f"mirror.{name}")
        column.items.append(desk.plate(label, name, deed, area, digit=str(number + 1), most=2))
    column.top += high
    items = column.moved((desk.room.height - column.top) // 2)
    return Page(name="asking", items=items, back=Quit(), dim=0.6)


def mirror_page(desk: Desk, tongue: Tongue, seen: Mirrored) -> Page:
    """The camera's state, the acts as large meters, the fainter readings as small ones."""
    safe = desk.room.safe
    head = Column(desk, safe.left, safe.top, safe.width - desk.px(220))
    head.words(tongue.say("mirror.caps"), CAPS).space(4)
    head.words(state(seen, tongue), TITLE.at(34), most=2).space(4)
    head.words(counted(seen, tongue), NOTE, most=2).space(18)
    head.words(normal(seen, tongue), NOTE.tinted(IVORY), most=2)
    if seen.learnt is not None:
        head.items += _progress(desk, head, seen.learnt)
    top = head.top + desk.px(40)
    gap, foot = desk.px(72), safe.bottom - desk.px(52)
    wide = round((safe.width - gap) * 0.58)
    acts = Column(desk, safe.left, top, wide)
    for meter in meters(seen.mood, ACTS):
        _large(tongue, acts, meter, foot - desk.px(14) - top)
    faint = Column(desk, safe.left + wide + gap, top, safe.width - wide - gap)
    faint.words(tongue.say("mirror.faint"), FINE, most=2).space(10)
    for meter in meters(seen.mood, FAINT):
        _small(tongue, faint, meter)
    items = (*head.items, *acts.items, *faint.items, *_ways(desk, tongue, seen, foot))
    return Page(name="mirror", items=items, first="close", back=Quit(), dim=0.6)


def _progress(desk: Desk, column: Column, done: float) -> tuple[Item, ...]:
    """How much of a normal is learned: a line that fills."""
    high, whole = max(2, desk.px(3)), desk.px(360)
    line = pygame.Rect(column.left, column.top + desk.px(8), whole, high)
    filled = pygame.Rect(line.topleft, (max(1, round(whole * min(1.0, done))), high))
    return (Rule(area=line, bright=0.15), Rule(area=filled, bright=0.9))


def _large(tongue: Tongue, column: Column, meter: Meter, height: int) -> None:
    """An act: its name, what is done in a word, and its meter under them."""
    desk, top = column.desk, column.top
    tint = IVORY if meter.believed else SAND
    said = LABEL.tinted(tint)
    column.items += [
        desk.words(_called(meter, tongue), LABEL, (column.left, top), column.width // 2, most=1),
        desk.words(meter.said(tongue), said, (column.left + column.width, top),
                   column.width // 2 - desk.px(12), align=Align.RIGHT, most=1),
    ]  # fmt: skip
    middle = top + desk.fonts.pitch(LABEL, desk.room.unit) + desk.px(14)
    column.items += _bar(desk, pygame.Rect(column.left, middle, column.width, desk.px(10)), meter)
    if meter.steps is not None:
        sure = {"steps": signed(meter.steps), "share": f"{meter.sure:.2f}"}
        told, at = tongue.say("mirror.sure", **sure), (column.left + column.width, middle)
        numbers = desk.words(told, FINE, at, column.width, align=Align.RIGHT, most=1)
        numbers.area.move_ip(0, desk.px(12))
        column.items.append(numbers)
    column.top = top + height // len(ACTS)


def _small(tongue: Tongue, column: Column, meter: Meter) -> None:
    """A fainter reading: its name, and a short meter beside it."""
    desk, pitch = column.desk, column.desk.fonts.pitch(NOTE, column.desk.room.unit)
    name = column.width * 2 // 5
    style = NOTE.tinted(IVORY) if meter.believed else NOTE
    at = (column.left, column.top)
    column.items.append(desk.words(_called(meter, tongue), style, at, name - desk.px(8), most=1))
    area = pygame.Rect(column.left + name, 0, column.width - name, desk.px(6))
    area.centery = column.top + pitch // 2
    column.items += _bar(desk, area, meter)
    column.top += pitch + desk.px(12)


def _called(meter: Meter, tongue: Tongue) -> str:
    called = tongue.say(f"reading.{meter.reading.value}")
    return called[:1].upper() + called[1:]


def signed(steps: Steps) -> str:
    """With its sign, the true minus; what rounds to nothing has none."""
    told = f"{steps:+.1f}".replace("-", "\N{MINUS SIGN}")
    return told if told[1:] != "0.0" else "0.0"


def _bar(desk: Desk, area: pygame.Rect, meter: Meter) -> tuple[Item, ...]:
    """From the viewer's normal in the middle, three steps to each side; dashed: not sure."""
    thin = max(1, desk.px(1.2))
    scale = pygame.Rect(area.left, area.centery, area.width, thin)
    tick = pygame.Rect(0, 0, max(2, desk.px(2)), area.height + desk.px(6))
    tick.center = area.center
    items: list[Item] = [Rule(area=scale, bright=0.18)]
    if meter.steps is not None:
        share = min(1.0, abs(meter.steps) / FARTHEST)
        unit = max(1, desk.px(2))  # whole steps of it, so that few sizes are drawn
        long = round(share * (area.width // 2) / unit) * unit
        left = area.centerx if meter.steps > 0 else area.centerx - long
        bar = pygame.Rect(left, area.top, long, area.height)
        items += _whole(bar) if meter.believed else _dashed(desk, bar, back=meter.steps < 0)
    return (*items, Rule(area=tick, bright=0.6))


def _whole(bar: pygame.Rect) -> tuple[Item, ...]:
    return (Rule(area=bar, bright=0.92),) if bar.width else ()


def _dashed(desk: Desk, bar: pygame.Rect, *, back: bool) -> tuple[Item, ...]:
    """The same length in faint dashes from the middle outward: it may be so."""
    long = max(2, desk.px(_DASH))
    starts = range(0, bar.width - long // 2, 2 * long)
    lefts = (bar.right - start - long if back else bar.left + start for start in starts)
    dashes = (pygame.Rect(left, bar.top, long, bar.height).clip(bar) for left in lefts)
    return tuple(Rule(area=dash, bright=0.34) for dash in dashes)


def _ways(desk: Desk, tongue: Tongue, seen: Mirrored, foot: int) -> tuple[Item, ...]:
    """Close, learn anew; and that nothing is kept."""
    safe, high = desk.room.safe, desk.px(52)
    items: list[Item] = []
    left = safe.left
    ways: list[tuple[str, Deed]] = [("close", Quit())]
    if seen.eye.sees:
        ways.append(("anew", Local.ANEW))
    for name, deed in ways:
        label = tongue.say(f"mirror.{name}")
        area = pygame.Rect(left, foot, max(desk.px(180), desk.label_width(label)), high)
        items.append(desk.plate(label, name, deed, area, most=1))
        left = area.right + desk.px(14)
    pitch = desk.fonts.pitch(FINE, desk.room.unit)
    at = (safe.right, foot + (high - pitch) // 2)
    kept = desk.words(
        tongue.say("mirror.kept"), FINE, at, safe.right - left, align=Align.RIGHT, most=1
    )
    return (*items, kept)
