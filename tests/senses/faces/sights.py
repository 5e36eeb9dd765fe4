"""Sights made of numbers: what a model might have answered."""

from types import MappingProxyType

from engine.senses.faces.expressions import Expression, Face, Sight
from engine.senses.faces.finding import Box


def shares(**named):
    rest = (1.0 - sum(named.values())) / (len(Expression) - len(named))
    return MappingProxyType({each: named.get(each.value, rest) for each in Expression})


REST = shares(neutral=0.9)
SMILE = shares(happiness=0.95)


def face(what=REST, x=200.0, size=120.0, score=0.9):
    return Face(Box(x=x, y=100.0, width=size * 0.8, height=size, score=score), what)


def look(*faces, blind=False):
    return Sight(tuple(faces), blind=blind)
