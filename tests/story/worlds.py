"""A little world for conditions to look at."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class SmallWorld:
    """Knows what it is told and nothing else."""

    values: dict = field(default_factory=dict)
    feelings: set = field(default_factory=set)
    ways: set = field(default_factory=set)
    scenes: Counter = field(default_factory=Counter)
    labels: set = field(default_factory=set)
    before: set = field(default_factory=set)
    endings: set = field(default_factory=set)
    asked: list = field(default_factory=list)

    def value(self, name):
        return self.values[name]

    def felt(self, name):
        return name in self.feelings

    def can(self, way):
        return way in self.ways

    def visits(self, scene):
        return self.scenes[scene]

    def chosen(self, label):
        return label in self.labels

    def seen_before(self, scene):
        return scene in self.before

    def ended(self, name):
        return name in self.endings

    def random(self, place):
        self.asked.append(place)
        return 0.25

    def hour(self):
        return 21.5

    def lang(self):
        return "zh"
