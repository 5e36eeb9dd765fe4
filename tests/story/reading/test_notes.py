"""Where findings are gathered."""

from engine.story.places import Place
from engine.story.reading.notes import MOST, Notes
from engine.story.rules import Rule


def test_findings_come_in_the_order_of_the_lines_and_each_once():
    """However the reading went."""
    notes = Notes()
    for line in (3, 1, 3):
        notes.note(Rule.COLON, Place("story.yaml", line, 2))
    notes.note(Rule.NO_SCENES, Place("more.yaml", 1, 1))

    assert [str(each.place) for each in notes.findings] == [
        "story.yaml:1:2",
        "story.yaml:3:2",
        "more.yaml:1:1",
    ]


def test_only_errors_make_a_story_unsound():
    """A warning is advice."""
    notes = Notes()

    notes.note(Rule.NEVER_REACHED, Place("story.yaml", 1, 1))
    assert notes.sound
    notes.note(Rule.COLON, Place("story.yaml", 1, 1))
    assert not notes.sound


def test_after_a_thousand_it_is_enough():
    """A file full of slips must not fill the memory with findings."""
    notes = Notes()
    for line in range(MOST * 2):
        notes.note(Rule.COLON, Place("story.yaml", line + 1, 1))

    assert len(notes.findings) == MOST + 1
    assert notes.findings[-1].rule is Rule.MANY
