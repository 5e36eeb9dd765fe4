"""
Frozen values as plain lists and back, by the types they are declared with.

No class is named in what is written: the reader knows what it expects, and anything else is
refused. A value comes back as it was, without being made anew: a condition keeps its tree.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from engine.story.places import NOWHERE, Place

Plain = Any
"""Lists, texts, numbers, truths and nothing, as they are written to a file."""
_SCALARS: Final = frozenset({str, int, float, bool, NoneType})


class ForeignError(ValueError):
    """Something plain that is not what was expected."""


@dataclass(slots=True)
class Shape:
    """
    One type of value: how it is made plain, and how it is read back.

    It is filled in once it is understood: a tree has trees in it.
    """

    plain: Callable[[Any, str], Plain]
    """Given the file in which it was written, whose name is then left out of places."""
    read: Callable[[Plain, str], Any]
    bare: frozenset[type] = frozenset()
    """What is written as it is, and taken as it is."""


class Shapes:
    """The shapes of types, each understood once."""

    def __init__(self) -> None:
        self._known: dict[Any, Shape] = {Place: Shape(_plain_place, _read_place)}

    def of(self, kind: Any) -> Shape:  # noqa: ANN401 -- whatever stands in an annotation
        """The shape of what is declared so."""
        if kind not in self._known:
            shape = self._known[kind] = Shape(_not_yet, _not_yet)
            known = self._understood(kind)
            shape.plain, shape.read, shape.bare = known.plain, known.read, known.bare
        return self._known[kind]

    def _understood(self, kind: Any) -> Shape:  # noqa: ANN401 -- as above
        if kind in _SCALARS:
            return _scalars((kind,))
        if hasattr(kind, "__supertype__"):
            return self.of(kind.__supertype__)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _words(kind)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._record(kind)
        origin, parts = get_origin(kind), get_args(kind)
        if origin in {Union, UnionType}:
            return self._one_of(parts)
        if origin in {tuple, frozenset}:
            return self._row(origin, parts)
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(*parts)
        raise TypeError(f"no value is kept of the type {kind}")

    def _one_of(self, declared: tuple[Any, ...]) -> Shape:
        """One of several: plain ones as they are, a record behind its number."""
        kinds = tuple(getattr(kind, "__supertype__", kind) for kind in declared)
        if all(kind in _SCALARS for kind in kinds):
            return _scalars(kinds)
        some = tuple(kind for kind in kinds if kind is not NoneType)
        if len(some) < len(kinds):
            return _or_none(self.of(some[0] if len(some) == 1 else Union[some]))  # noqa: UP007
        shapes = tuple(self.of(kind) for kind in kinds)
        numbers = {kind: number for number, kind in enumerate(kinds)}

        def plain(value: object, file: str) -> Plain:
            number = numbers[type(value)]
            return [number, shapes[number].plain(value, file)]

        def read(given: Plain, file: str) -> object:
            if type(given) is not list or len(given) != 2 or type(given[0]) is not int:  # noqa: PLR2004
                raise ForeignError("a value of no kind")
            if not 0 <= given[0] < len(shapes):
                raise ForeignError("a number of no kind")
            return shapes[given[0]].read(given[1], file)

        return Shape(plain, read)

    def _row(self, origin: type, kinds: tuple[Any, ...]) -> Shape:
        if origin is tuple and kinds[-1] is not Ellipsis:
            return _fixed(tuple(self.of(kind) for kind in kinds))
        one = self.of(kinds[0])

        def plain(values: Iterable[Any], file: str) -> Plain:
            told = values if origin is tuple else sorted(values)
            return [one.plain(value, file) for value in told]

        def read(given: Plain, file: str) -> object:
            return origin([one.read(each, file) for each in _listed(given)])

        return Shape(plain, read)

    def _mapping(self, key_kind: Any, kind: Any) -> Shape:  # noqa: ANN401 -- as above
        keys, values = self.of(key_kind), self.of(kind)

        def plain(mapping: Mapping[Any, Any], file: str) -> Plain:
            return [
                [keys.plain(key, file), values.plain(value, file)]
                for key, value in mapping.items()
            ]

        def read(given: Plain, file: str) -> object:
            pairs = (_pair(each) for each in _listed(given))
            return {keys.read(key, file): values.read(value, file) for key, value in pairs}

        return Shape(plain, read)

    def _record(self, kind: type) -> Shape:
        """A frozen value: which of its fields are not what they are by default, and those."""
        hints = get_type_hints(kind)
        told = tuple(
            (field.name, self.of(hints[field.name]), _default(field)) for field in fields(kind)
        )
        plans: dict[int, _Plan] = {}
        new, put = object.__new__, object.__setattr__

        def plain(value: object, file: str) -> Plain:
            row: list[Plain] = [0]
            for at, (name, shape, default) in enumerate(told):
                held = getattr(value, name)
                if not _same(held, default):
                    row[0] |= 1 << at
                    row.append(shape.plain(held, file))
            return row

        def read(given: Plain, file: str) -> object:
            marks = given[0] if type(given) is list and given else None
            if type(marks) is not int:
                raise ForeignError("no list of fields")
            plan = plans.get(marks)
            if plan is None:
                plan = plans[marks] = _planned(marks, told)
            if len(given) != len(plan.said) + 1:
                raise ForeignError("too many or too few fields")
            value: Any = new(kind)
            for (name, one, bare), each in zip(plan.said, given[1:], strict=True):
                put(value, name, each if type(each) in bare else one(each, file))
            for name, default in plan.silent:
                put(value, name, default)
            return value

        return Shape(plain, read)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a record is read in which just these fields were written."""

    said: tuple[tuple[str, Callable[[Plain, str], Any], frozenset[type]], ...]
    silent: tuple[tuple[str, object], ...]


def _planned(marks: int, told: tuple[tuple[str, Shape, object], ...]) -> _Plan:
    said = tuple(
        (name, shape.read, shape.bare)
        for at, (name, shape, _) in enumerate(told)
        if marks >> at & 1
    )
    silent = tuple((name, one) for at, (name, _, one) in enumerate(told) if not marks >> at & 1)
    if marks >> len(told) or any(default is MISSING for _, default in silent):
        raise ForeignError("fields that are none, or missing ones")
    return _Plan(said, silent)


def _default(field: "Field[Any]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _same(held: object, default: object) -> bool:
    """Whether a field holds what it does by default; `0.0` is not `False`."""
    return held is default or (type(held) is type(default) and held == default)


def _scalars(kinds: tuple[Any, ...]) -> Shape:
    allowed = frozenset(kinds)

    def plain(value: object, _file: str) -> Plain:
        return value if type(value) is not int or int in allowed else float(value)

    def read(given: Plain, _file: str) -> object:
        if type(given) not in allowed:
            raise ForeignError(f"{type(given).__name__} where it does not belong")
        return given

    return Shape(plain, read, allowed)


def _words(kind: type[Enum]) -> Shape:
    known = {each.name: each for each in kind}

    def read(given: Plain, _file: str) -> Enum:
        if type(given) is not str or given not in known:
            raise ForeignError("an unknown word")
        return known[given]

    return Shape(lambda value, _file: cast("Enum", value).name, read)


def _or_none(shape: Shape) -> Shape:
    return Shape(
        lambda value, file: None if value is None else shape.plain(value, file),
        lambda plain, file: None if plain is None else shape.read(plain, file),
        frozenset({NoneType}),
    )


def _fixed(shapes: tuple[Shape, ...]) -> Shape:
    def plain(values: Iterable[object], file: str) -> Plain:
        return [shape.plain(value, file) for shape, value in zip(shapes, values, strict=True)]

    def read(given: Plain, file: str) -> object:
        row = _listed(given)
        if len(row) != len(shapes):
            raise ForeignError("too many or too few")
        return tuple(shape.read(each, file) for shape, each in zip(shapes, row, strict=True))

    return Shape(plain, read)


def _plain_place(place: Place, file: str) -> Plain:
    if place == NOWHERE:
        return None
    here = [place.line, place.column]
    return here if place.file == file else [*here, place.file]


def _read_place(given: Plain, file: str) -> Place:
    if given is None:
        return NOWHERE
    row = _listed(given)
    if len(row) not in {2, 3} or type(row[0]) is not int or type(row[1]) is not int:
        raise ForeignError("no place")
    other = row[2] if row[2:] else file
    if type(other) is not str:
        raise ForeignError("no place")
    return Place(other, row[0], row[1])


def _not_yet(_given: object, _file: str) -> Any:  # noqa: ANN401 -- it gives nothing at all
    raise AssertionError("a shape is used before it was understood")


def _listed(given: Plain) -> list[Plain]:
    if type(given) is not list:
        raise ForeignError("no list")
    return given


def _pair(given: Plain) -> list[Plain]:
    if len(_listed(given)) != 2:  # noqa: PLR2004 -- a pair
        raise ForeignError("no pair")
    return cast("list[Plain]", given)
