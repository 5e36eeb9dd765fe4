"""Looking again whenever a file has changed."""

from itertools import islice

from engine.desk.watch import EVERY, REST, KnownClips, changes, in_words
from tests.story.examples import facts

STORY, EDITED = {"story.yaml": (1, 10)}, {"story.yaml": (2, 10)}


class Folder:
    """A folder that is changed while it is waited for: one state for each look."""

    def __init__(self, *states):
        self.states = list(states)
        self.waits = []

    def look(self):
        return self.states.pop(0)

    def wait(self, seconds):
        self.waits.append(seconds)


def told(folder, count):
    return list(islice(changes(folder.look, folder.wait), count))


def test_nothing_is_told_while_nothing_changes():
    """And nobody waits faster than once a second."""
    folder = Folder(STORY, STORY, STORY, EDITED, EDITED)

    assert told(folder, 1) == [("story.yaml",)]
    assert folder.waits == [EVERY, EVERY, EVERY, REST]


def test_a_file_still_being_written_is_waited_for():
    """Half a story has errors that nobody made."""
    growing = [{"story.yaml": (2, size)} for size in (0, 4, 9)]
    folder = Folder(STORY, *growing, growing[-1])

    assert told(folder, 1) == [("story.yaml",)]
    assert folder.waits == [EVERY, REST, REST, REST]


def test_a_file_that_comes_or_goes_is_a_change():
    """A clip was shot; a scene was moved to another file."""
    shot = {**STORY, "hall.mp4": (3, 9000)}
    folder = Folder(STORY, shot, shot, {"hall.mp4": (3, 9000)}, {"hall.mp4": (3, 9000)})

    assert told(folder, 2) == [("hall.mp4",), ("story.yaml",)]


def test_what_was_taken_back_before_it_came_to_rest_is_no_change():
    """Editors write a file aside and move it into place."""
    folder = Folder(STORY, {}, STORY, STORY, EDITED, EDITED)

    assert told(folder, 1) == [("story.yaml",)]


def test_what_changes_during_the_checking_is_told_next():
    """A check of a long film takes a while, and its author goes on writing."""
    again = {"story.yaml": (3, 11)}
    folder = Folder(STORY, EDITED, EDITED, again, again)

    assert told(folder, 2) == [("story.yaml",), ("story.yaml",)]


def test_many_changes_are_told_in_few_words():
    """A film rendered anew has dozens."""
    assert in_words(("a.mp4",)) == "a.mp4"
    assert in_words(("a.mp4", "b.mp4", "c.mp4", "d.mp4", "e.mp4")) == (
        "a.mp4, b.mp4, c.mp4 and 2 more"
    )


def test_a_clip_is_looked_at_once_until_it_changes(tmp_path):
    """Every look opens the file; a hundred clips would be a coffee after each comma."""
    looked = []

    def look(_folder, names):
        looked.append(list(names))
        return {name: facts(len(looked)) for name in looked[-1]}

    clips = KnownClips(look)
    (tmp_path / "hall.mp4").write_bytes(b"one")
    (tmp_path / "yard.mp4").write_bytes(b"two")

    first = clips(tmp_path, ["hall.mp4", "yard.mp4", "gone.mp4"])
    (tmp_path / "yard.mp4").write_bytes(b"three")
    then = clips(tmp_path, ["hall.mp4", "yard.mp4", "gone.mp4"])

    assert looked == [["hall.mp4", "yard.mp4", "gone.mp4"], ["yard.mp4", "gone.mp4"]]
    assert then["hall.mp4"] == first["hall.mp4"]
    assert then["yard.mp4"] != first["yard.mp4"]
