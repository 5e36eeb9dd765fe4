"""An evening at the stage: a projector and a clock that go when told, and hands."""

import pygame

from engine.messages.facts import HandSeen, Ticked
from engine.messages.orders import Ask, ShowEnding
from engine.messages.records import Cause, Turn
from engine.stage.bill import Bill
from engine.stage.stage import Stage
from engine.stage.window import Window
from engine.stage.wishes import Preferences
from engine.story.model import Way
from tests.stage.fakes import FakeClock, FakeProjector
from tests.stage.pictures import FONTS, night, options

TURN = Turn(scene="door", to="warm_in", cause=Cause.FACE, because="you smiled at the door")
ENDING = ShowEnding(ending="Dawn", path=("door",), turns=(TURN,), untaken=())
SRT = "1\n00:00:01,000 --> 00:00:09,000\nWho is there?\n"


class Evening:
    """A stage with a projector and a clock that go when told, and what it said."""

    def __init__(self, folder, *, kiosk=False, preferences=None, words=True):
        pygame.display.init()
        self.clock, self.said, self.loud = FakeClock(), [], []
        self.projector = FakeProjector(night())
        self.window = Window("test", (1280, 720))
        pygame.event.clear()
        bill = Bill(film="lantern", folder=folder, titles={"en": "The Lantern Keeper"},
                    words=words)  # fmt: skip
        self.stage = Stage(
            bill, self.projector, self.window, preferences or Preferences(),
            words=self.said.append, loudness=self.loud.append, kiosk=kiosk, fonts=FONTS,
            clock=self.clock,
        )  # fmt: skip

    def go(self, seconds=0.5, frames=10):
        """Time passes; everything told meanwhile but the time."""
        told = []
        for _ in range(frames):
            self.clock.go(seconds / frames)
            self.projector.go(seconds / frames)
            told += self.stage.facts()
            self.stage.draw()
        return [fact for fact in told if not isinstance(fact, Ticked)]

    def obey(self, *orders):
        for order in orders:
            self.stage.obey(order)

    def key(self, *keys, mod=0):
        """Keys pressed; what was told of it, but that a hand was seen."""
        for key in keys:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        return [fact for fact in self.go(0.05, 1) if fact != HandSeen()]

    def strike(self, text, every=0.1):
        """Letters struck one after the other, as a keyboard tells them; what was told of it."""
        told = []
        for letter in text:
            key = pygame.key.key_code(letter if letter != " " else "space")
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=letter))
            told += self.go(every, 2)
        return [fact for fact in told if fact != HandSeen()]

    def write(self, text):
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
        return [fact for fact in self.go(0.05, 1) if fact != HandSeen()]

    def click(self, name):
        """The button of that name is clicked; what was told of it."""
        page = self.stage._pages.modal or self.stage._pages.over
        at = page.button(name).area.center
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
        return [fact for fact in self.go(0.05, 1) if fact != HandSeen()]

    def ask(self, *labels, ways=(Way.BUTTONS,), closes=None):
        now = self.projector.now
        self.obey(
            Ask(scene="door", ask="Who is there?", options=options(*labels), ways=frozenset(ways),
                opened=now, closes=None if closes is None else now + closes)
        )  # fmt: skip

    def page(self):
        modal = self.stage._pages.modal
        return modal.name if modal else None
