"""The parts, joined."""

from dataclasses import dataclass, field

from engine.messages.facts import Fact, OptionPressed, StopAsked
from engine.messages.orders import CloseCard, Order, Rest
from engine.show import Show
from engine.story.units import OptionId
from engine.wires import Inbox


@dataclass
class Echo:
    """Closes the card at a press and rests at the end."""

    heard: list[Fact] = field(default_factory=list)

    def hear(self, fact):
        self.heard.append(fact)
        return (Rest(),) if isinstance(fact, StopAsked) else (CloseCard(),)


@dataclass
class Hands:
    """A part with a wire of its own."""

    wire: Inbox[Fact] = field(default_factory=lambda: Inbox(size=4))
    obeyed: list[Order] = field(default_factory=list)

    def facts(self):
        return self.wire.drain()

    def obey(self, order):
        self.obeyed.append(order)


def test_every_order_reaches_every_part_in_order():
    """The stage shows it, the senses act on it, the log keeps it."""
    stage, log = Hands(), Hands()
    show = Show(Echo(), [stage, log])

    stage.wire.put(OptionPressed(OptionId("Smile")))
    stage.wire.put(StopAsked())
    given = show.tick()

    assert given == (CloseCard(), Rest())
    assert stage.obeyed == log.obeyed == [CloseCard(), Rest()]


def test_a_flood_in_one_part_cannot_drown_another():
    """Ten thousand presses may be lost; leaving the film is heard all the same."""
    director, crowd, stage = Echo(), Hands(), Hands()
    show = Show(director, [crowd, stage])

    stage.wire.put(StopAsked())
    for number in range(10_000):
        crowd.wire.put(OptionPressed(OptionId(str(number))))
    show.tick()

    assert StopAsked() in director.heard
    assert crowd.wire.dropped == 9_996


def test_what_is_told_directly_is_obeyed_at_once():
    """How an evening begins."""
    stage = Hands()

    Show(Echo(), [stage]).tell(StopAsked())

    assert stage.obeyed == [Rest()]
