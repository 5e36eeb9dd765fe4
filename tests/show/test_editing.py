"""An author writes while the film plays."""

from engine.messages.facts import FilmChanged
from engine.messages.orders import Cut, Rest, ShowEnding, Tell
from engine.show.editing import EVERY, Editing
from tests.films import HUB, TWO_DOORS
from tests.stage.fakes import shot


class Writing:
    """An author, a clock, and everything that was told."""

    def __init__(self, *changes):
        self.changes = list(changes)
        self.now = 100.0
        self.looks = 0
        self.shown, self.said = [], []
        self.editing = Editing(self.look, self.shown.append, self.said.append, lambda: self.now)

    def look(self):
        self.looks += 1
        return self.changes.pop(0) if self.changes else None

    def after(self, seconds):
        self.now += seconds
        return self.editing.facts()


def test_a_new_text_is_told_to_the_film_and_to_its_author():
    """They see at once that it was read, and at the cut that it plays."""
    writing = Writing(None, TWO_DOORS, HUB)

    assert writing.after(EVERY) == ()
    assert writing.after(EVERY) == (FilmChanged(TWO_DOORS),)
    assert writing.after(EVERY) == (FilmChanged(HUB),)
    assert writing.shown == [Tell("reread"), Tell("reread")]
    assert not writing.said


def test_on_the_end_card_no_cut_is_promised():
    """There a new text waits until the film is played again."""
    writing = Writing(TWO_DOORS, HUB)
    writing.editing.obey(ShowEnding(ending="Free", path=(), turns=(), untaken=()))
    writing.after(EVERY)
    writing.editing.obey(Cut(shot()))
    writing.after(EVERY)

    assert writing.shown == [Tell("reread_over"), Tell("reread")]


def test_files_are_looked_at_once_a_second():
    """Sixty looks a second would be heard on a slow disk."""
    writing = Writing()
    for _ in range(64):
        writing.after(EVERY / 32)

    assert writing.looks == 2


def test_a_text_with_an_error_is_told_and_the_old_one_plays_on():
    """Twice, if it is saved twice: the second time it is news again."""
    wrong = "story.yaml:3:1: S001 something"
    writing = Writing(wrong, wrong)

    assert writing.after(EVERY) == writing.after(EVERY) == ()
    assert writing.said == [wrong, wrong]
    assert writing.shown == [Tell("misread", (("what", wrong),), stays=True)] * 2


def test_an_author_obeys_nobody():
    """Orders are for others."""
    writing = Writing()
    writing.editing.obey(Rest())

    assert not writing.shown
