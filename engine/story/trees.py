"""What a condition is made of once it was understood: small frozen trees, no Python in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

Value = float | str | bool
"""What a variable may hold: a number, a text or a truth. Numbers are always floats."""


class Function(StrEnum):
    """What a condition may ask of the viewing."""

    CAN = "can"
    VISITED = "visited"
    VISITS = "visits"
    CHOSEN = "chosen"
    SEEN_BEFORE = "seen_before"
    ENDED = "ended"
    RANDOM = "random"
    HOUR = "hour"
    LANG = "lang"

    @property
    def asks_about(self) -> bool:
        """Whether it takes a name: `hour()` does not, `visited(door)` does."""
        return self not in {Function.RANDOM, Function.HOUR, Function.LANG}


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a text, a truth, or one of a variable's words."""

    value: Value
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    """A variable."""

    name: str
    at: int
    """How many characters into the text it stands, as for every part of a tree."""


@dataclass(frozen=True, slots=True)
class Felt:
    """`felt.x`: whether a feeling held over the last scene."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """A question to the viewing; `index` counts the calls of one text from 0."""

    function: Function
    about: str | None
    index: int
    at: int


@dataclass(frozen=True, slots=True)
class Minus:
    """The negative of a number."""

    part: "Tree"
    at: int


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is not."""

    part: "Tree"
    at: int


@dataclass(frozen=True, slots=True)
class Sum:
    """Two numbers and one of `+ - * /`."""

    sign: str
    left: "Tree"
    right: "Tree"
    at: int


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values and one of `< <= > >= == !=`."""

    sign: str
    left: "Tree"
    right: "Tree"
    at: int


@dataclass(frozen=True, slots=True)
class Every:
    """True when every part is."""

    parts: "tuple[Tree, ...]"
    at: int


@dataclass(frozen=True, slots=True)
class Some:
    """True when some part is."""

    parts: "tuple[Tree, ...]"
    at: int


Tree = Literal | Name | Felt | Call | Minus | Not | Sum | Compare | Every | Some


def parts_of(tree: Tree) -> Iterator[Tree]:
    """The tree itself and every part of it, outermost first."""
    ahead = [tree]
    while ahead:
        each = ahead.pop()
        yield each
        match each:
            case Literal() | Name() | Felt() | Call():
                pass
            case Minus(part=part) | Not(part=part):
                ahead.append(part)
            case Sum(left=left, right=right) | Compare(left=left, right=right):
                ahead += (right, left)
            case Every(parts=parts) | Some(parts=parts):
                ahead += reversed(parts)
