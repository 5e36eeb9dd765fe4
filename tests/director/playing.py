"""A film on paper that a test can nudge: tick by tick, with every order kept."""

from collections.abc import Callable
from math import ceil

from engine.director import Director
from engine.director.paper import PaperStage
from engine.director.phases import Phase
from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    MoodRead,
    OptionPressed,
    Ticked,
    ViewingBegan,
    WordsRead,
)
from engine.messages.orders import Order, ShowEnding, Write
from engine.messages.records import Turn
from engine.story.film import Film
from engine.story.model import Choice, Reading, Way
from engine.story.units import OptionId, Seconds, Share, Steps
from tests.films import end, film, option, scene

EVERY_WAY = frozenset({Way.FACE, Way.TEXT, Way.BUTTONS})
HANDS = frozenset({Way.TEXT, Way.BUTTONS})


class Playing:
    """One evening: a director, a stage of paper, and everything that was ordered."""

    def __init__(self, film: Film, *, begin: bool = True, step: float = 0.25, **began) -> None:
        self.film = film
        self.director = Director(film)
        self.step = step
        self.stage = PaperStage(Seconds(step))
        self.orders: list[Order] = []
        self.facts: list[Fact] = []
        self.face: dict[Reading, float] | None = None
        """What the viewer's face shows while it is seen."""
        if begin:
            self.hear(began_viewing(**began))

    def hear(self, fact: Fact) -> tuple[Order, ...]:
        orders = self.director.hear(fact)
        self.facts.append(fact)
        self.orders += orders
        for order in orders:
            self.stage.obey(order)
        return orders

    def press(self, label: str) -> tuple[Order, ...]:
        return self.hear(OptionPressed(OptionId(label)))

    def tick(self) -> list[Order]:
        given: list[Order] = []
        for fact in self.stage.facts():
            given += self.hear(fact)
        if self.face is not None:
            given += self.hear(mood(self.stage.now, **self.face))
        return given

    def roll(self, seconds: float) -> list[Order]:
        """Let time go on."""
        ticks = ceil(seconds / self.step)
        return [order for _ in range(ticks) for order in self.tick()]

    def until(self, done: Callable[[], bool], most: float = 600.0) -> "Playing":
        ticks = ceil(most / self.step)
        while not done():
            assert ticks, f"still waiting in {self.director.scene}"
            ticks -= 1
            self.tick()
        return self

    def until_scene(self, scene: str) -> "Playing":
        return self.until(lambda: self.director.scene == scene)

    def until_order(self, kind: type) -> "Playing":
        count = len(self.of(kind))
        return self.until(lambda: len(self.of(kind)) > count)

    def to_the_end(self) -> "ShowEnding":
        self.until(lambda: self.director.phase is Phase.ENDED)
        return self.of(ShowEnding)[-1]

    def of(self, kind: type) -> list:
        return [order for order in self.orders if isinstance(order, kind)]

    @property
    def turns(self) -> list[Turn]:
        """The turns written down."""
        return [order.record for order in self.of(Write) if isinstance(order.record, Turn)]

    @property
    def variables(self):
        return self.director.showing.viewing.variables


def began_viewing(**began) -> ViewingBegan:
    return ViewingBegan(**{"seed": 1, "hour": 20.0, "offers": HANDS} | began)


def watched(film: Film, **began) -> Playing:
    """An evening in which the viewer said yes to the camera."""
    playing = Playing(film, offers=EVERY_WAY, **began)
    playing.hear(ConsentAnswered(yes=True))
    playing.face = {}
    return playing


def mood(at: float, *, faces: int = 1, sure: float = 0.9, **readings: float) -> MoodRead:
    """A reading of a face that rests but for what is named."""
    rest = {each: 0.0 for each in Reading if each is not Reading.TEXT_SENTIMENT}
    if not faces:
        rest = {Reading.ATTENTION: -2.0}
    shown = rest | {Reading(name): value for name, value in readings.items()}
    return MoodRead(
        at=Seconds(at),
        readings={name: Steps(value) for name, value in shown.items()},
        confidence=dict.fromkeys(shown, Share(sure)),
        faces=faces,
        calibrated=True,
    )


def ticks(facts) -> list[Ticked]:
    return [fact for fact in facts if isinstance(fact, Ticked)]


def two(**kwargs) -> Choice:
    return Choice(options=(option("Left", "left"), option("Right", "right")), **kwargs)


def asking(choice: Choice, length: float = 24, **story):
    """A film of one decision and two endings of 10 s."""
    return film(
        scene("hall", choice),
        scene("left", end("Left")),
        scene("right", end("Right")),
        lengths={"hall": length, "left": 10, "right": 10},
        **story,
    )


def words(option: str | None = None, sentiment: float = 0.0, *, clear: bool = True) -> WordsRead:
    named = None if option is None else OptionId(option)
    return WordsRead(named, sentiment, Share(0.8), clear=clear, method="test")
