"""Those who listen."""

from engine.messages.orders import Freeze, Listen, OpenEyes, Rest, Write
from engine.messages.records import Noticed
from engine.show.stewards import Eyeless, Steward
from engine.story.units import Seconds


class FakeSenses:
    """Keeps what it was ordered."""

    def __init__(self):
        self.orders = []

    def facts(self):
        return ("heard",)

    def obey(self, order):
        self.orders.append(order)


def test_a_steward_tells_what_was_noticed_and_tidies_up_at_the_end():
    """And lets everything else be."""
    told, tidied = [], []
    steward = Steward(told.append, lambda: tidied.append("tidy"))
    for order in (Write(Noticed(code="x", says="It broke.", at=Seconds(0))), Freeze(), Rest()):
        steward.obey(order)

    assert (told, tidied, steward.facts()) == (["It broke."], ["tidy"], ())


def test_senses_without_eyes_listen_and_open_nothing():
    """A script's face is no camera's."""
    senses = FakeSenses()
    blind = Eyeless(senses)
    listen = Listen((), sentiment=False)
    blind.obey(OpenEyes())
    blind.obey(listen)

    assert senses.orders == [listen]
    assert blind.facts() == ("heard",)
