"""No picture and no typed word can leave the senses: there is no type for them."""

import dataclasses
import typing
from collections.abc import Mapping
from enum import Enum
from types import NoneType

import numpy as np
import pytest

from engine.house.tape.lines import encode, line_of, message_of
from engine.messages import facts, orders, records
from engine.senses.faces.expressions import Face, Sight
from engine.senses.faces.finding import Box
from engine.senses.words.tone import Tone


def leaves(kind, seen=()):
    """Every plain type that a value of this type can hold."""
    if typing.get_origin(kind) is not None:
        return {leaf for part in typing.get_args(kind) for leaf in leaves(part, seen)}
    if isinstance(kind, typing.NewType):
        return leaves(kind.__supertype__, seen)
    if dataclasses.is_dataclass(kind) and kind not in seen:
        hints = typing.get_type_hints(kind)
        return {leaf for hint in hints.values() for leaf in leaves(hint, (*seen, kind))}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {Enum}
    return {kind}


PLAIN = {int, float, bool, str, type(None), Enum, Ellipsis}


@pytest.mark.parametrize(
    "kind", [*typing.get_args(records.Record)], ids=lambda kind: kind.__name__
)
def test_no_record_can_hold_a_picture_or_bytes(kind):
    """What may be written down is numbers and the author's own words."""
    assert leaves(kind) <= PLAIN


@pytest.mark.parametrize("kind", [facts.MoodRead, facts.WordsRead, Sight, Face, Box, Tone])
def test_nothing_the_senses_tell_can_hold_a_picture(kind):
    """An array, bytes or anything open would be a hole."""
    told = {leaf for leaf in leaves(kind) if leaf not in PLAIN}

    assert not {
        leaf for leaf in told if leaf in {object, bytes, bytearray, np.ndarray, typing.Any}
    }


def test_a_mood_holds_numbers_only():
    """No text at all."""
    hints = typing.get_type_hints(facts.MoodRead)

    assert all(leaves(hint) <= {int, float, bool, Enum, NoneType} for hint in hints.values())


def test_where_a_head_was_is_on_no_tape():
    """It turns a look while somebody looks, and is gone with the moment."""
    read = facts.MoodRead(at=1.0, readings={}, confidence={}, faces=1, calibrated=True,
                          where=(0.25, 0.75))  # fmt: skip

    assert b"0.25" not in encode(line_of(read))
    assert message_of(line_of(read)).where is None


def test_words_read_hold_no_words():
    """An option's name and how it was understood: both the author's or our own."""
    texts = [
        name
        for name, hint in typing.get_type_hints(facts.WordsRead).items()
        if str in leaves(hint)
    ]

    assert sorted(texts) == ["method", "option"]


def test_no_order_carries_what_somebody_typed():
    """The director answers with the author's words."""
    assert not any("typed" in field for kind in typing.get_args(orders.Order)
                   for field in getattr(kind, "__dataclass_fields__", {}))  # fmt: skip


def test_readings_are_a_mapping_of_numbers():
    """Not of anything more."""
    hint = typing.get_type_hints(facts.MoodRead)["readings"]

    assert typing.get_origin(hint) is Mapping
    assert leaves(typing.get_args(hint)[1]) == {float}
