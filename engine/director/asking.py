"""What a story asks for in its conditions: chance, what was felt, or what was before."""

from typing import Final

from engine.story.model import PickMode, Story
from engine.story.reading.parts import gist
from engine.story.trees import Function

_BY_CHANCE: Final = frozenset({PickMode.RANDOM, PickMode.SHUFFLE})
_PAST: Final = frozenset({Function.SEEN_BEFORE, Function.ENDED})


def draws_chance(story: Story) -> bool:
    """Whether anything in a story is left to chance, so that the seed matters."""
    known = gist(story)
    return bool(known.picks & _BY_CHANCE) or Function.RANDOM in known.asks


def asks_felt(story: Story) -> bool:
    """Whether what was felt over a scene bends the way on, or what is shown."""
    known = gist(story)
    return known.felt or PickMode.ARC in known.picks


def asks_past(story: Story) -> bool:
    """Whether a viewer's earlier viewings bend this one."""
    return bool(story.memory) or bool(gist(story).asks & _PAST)


def learns(story: Story) -> bool:
    """Whether what moved earlier viewers decides a pick."""
    return PickMode.LEARN in gist(story).picks
