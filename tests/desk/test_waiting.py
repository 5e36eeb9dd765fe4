"""What is wanted in the foyer."""

from itertools import islice

from engine.desk.waiting import wishes_in
from engine.stage.wishes import GoHome, Prefer, Quit, SoundCard


class Foyer:
    """Gives its wishes one draw at a time."""

    def __init__(self, *rounds):
        self.rounds, self.drawn = list(rounds), 0

    def wishes(self):
        return self.rounds.pop(0)

    def draw(self):
        self.drawn += 1


class House:
    """Remembers what it was asked for."""

    def __init__(self):
        self.done, self.speaker = [], self

    def prefer(self, preferences):
        self.done.append(preferences)

    def heed_card(self, *, came):
        self.done.append(came)

    def tick(self):
        self.done.append("tick")


def test_what_is_liked_and_heard_is_seen_to_and_the_rest_is_given():
    """In the order wanted, a frame at a time."""
    foyer, house = Foyer((Prefer("loud"),), (SoundCard(came=True), GoHome()), (Quit(),)), House()

    wanted = list(islice(wishes_in(house, foyer), 2))

    assert wanted == [GoHome(), Quit()]
    assert house.done == ["loud", "tick", True, "tick"]
    assert foyer.drawn == 2
