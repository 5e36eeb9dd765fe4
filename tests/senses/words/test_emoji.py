"""What emoji say by themselves."""

from engine.senses.words.emoji import EMOJI, emoji_in, without_emoji


def test_signs_are_found_in_their_order():
    """Each for itself."""
    assert emoji_in("ok 👍 then 😡") == (EMOJI["👍"], EMOJI["😡"])


def test_typed_faces_count_too():
    """Not every keyboard has the others."""
    assert emoji_in("fine :)") == (0.5,)
    assert without_emoji("fine :) 👍 go") == "fine go"


def test_every_value_lies_between_the_ends():
    """-1 to 1."""
    assert all(-1.0 <= value <= 1.0 for value in EMOJI.values())
