"""What may be a name."""

import pytest

from engine.story.places import Place
from engine.story.reading.names import RESERVED, is_name, settled
from engine.story.reading.notes import Notes

HERE = Place("story.yaml", 1, 1)


@pytest.mark.parametrize("name", ["door", "door_2", "_x", "门", "Tür", "第二幕", "класс"])
def test_letters_of_any_script_make_names(name):
    """A Chinese author names scenes in Chinese."""
    notes = Notes()

    assert is_name(name, HERE, notes)
    assert notes.sound


@pytest.mark.parametrize(
    ("name", "code", "better"),
    [
        ("back-yard", "S102", "back_yard"),
        ("2nd", "S103", "_2nd"),
        ("the door", "S103", "the_door"),
        ("", "S103", "a_name"),
        ("?!", "S103", "a_name"),
        ("a.b", "S103", "a_b"),
    ],
)
def test_what_is_no_name_is_told_with_a_better_one(name, code, better):
    """The cure can be copied."""
    notes = Notes()

    assert not is_name(name, HERE, notes)
    assert notes.findings[0].rule.code == code
    assert f"'{better}'" in notes.findings[0].remedy


@pytest.mark.parametrize("name", sorted(RESERVED - {"text.sentiment"}))
def test_words_of_the_format_are_no_names(name):
    """`felt.x` must never be a variable called felt."""
    notes = Notes()

    assert not is_name(name, HERE, notes)
    assert notes.findings[0].rule.code == "S104"


def test_names_that_look_the_same_are_the_same():
    """Conditions read names in this form, so scenes are kept in it."""
    assert settled("ｄｏｏｒ ") == settled("door") == "door"
