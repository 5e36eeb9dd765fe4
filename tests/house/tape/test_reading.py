"""What is wrong with a tape is one sentence with its place; a torn one is read up to there."""

import pytest

from engine.house.tape.lines import FORMAT, Head
from engine.house.tape.reading import viewings
from engine.house.tape.tape import Tape
from engine.messages.facts import HandSeen, Ticked
from engine.messages.orders import Write
from engine.messages.records import Ended, Entered
from engine.shelf.guard import ShelfError
from engine.story.units import SceneId, Seconds
from tests.director.playing import began_viewing

HEAD = Head(format=FORMAT, engine="1", film="f", version="1", language="en", clips={})
ENDED = Ended(ending="Free", scenes=2, at=Seconds(9.0))


@pytest.fixture
def path(tmp_path):
    """A tape of one short viewing, of seven lines."""
    tape = Tape(tmp_path / "evening.kino", HEAD)
    tape.hear(began_viewing())
    tape.obey(Write(Entered(scene=SceneId("hall"), visit=1, at=Seconds(0.0))))
    tape.hear(Ticked(Seconds(0.5), Seconds(0.5)))
    tape.hear(HandSeen())
    tape.obey(Write(ENDED))
    tape.close()
    return tmp_path / "evening.kino"


def refused(path) -> str:
    with pytest.raises(ShelfError) as caught:
        list(viewings(path))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def changed(path, line: int, text: str) -> None:
    lines = path.read_text("utf-8").splitlines()
    lines[line - 1] = text
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_a_viewing_is_its_moments_and_what_was_written_down_at_each(path):
    """With their lines, so that a difference can be shown."""
    (one,) = viewings(path)

    assert [(moment.line, type(moment.heard).__name__) for moment in one.moments] == [
        (2, "Ticked"), (3, "ViewingBegan"), (5, "Ticked"), (6, "HandSeen"),
    ]  # fmt: skip
    assert one.moments[-1].records == ((7, ENDED),)
    assert (one.number, one.line, one.ending, one.head) == (1, 2, "Free", HEAD)


@pytest.mark.parametrize("left", range(1, 60))
def test_a_tape_torn_off_anywhere_is_read_up_to_there(path, left):
    """After a power cut; what was written before it holds."""
    whole = path.read_bytes()
    path.write_bytes(whole[:-left])

    (torn,) = viewings(path)

    assert len(torn.moments) >= 3
    assert torn.ending is None or left == 1


def test_what_is_no_tape_is_refused(path, tmp_path):
    """A film, a diary, nothing at all, a folder, no such file."""
    changed(path, 1, "Dear diary")
    (tmp_path / "log.jsonl").write_text('{"kind":"began","film":"f"}\n')
    (tmp_path / "film.mp4").write_bytes(bytes(range(256)) * 20)

    for name in ("evening.kino", "log.jsonl", "film.mp4"):
        assert "is no tape" in refused(tmp_path / name)
    for name in ("nothing.kino", ""):
        assert "cannot be read" in refused(tmp_path / name)


def test_a_tape_of_a_later_engine_says_so(path):
    """And not that it is damaged."""
    changed(path, 1, '{"kind":"tape","format":2,"engine":"9.0","news":[]}')

    assert "evening.kino:1: another Kinoeye made this tape (format 2" in refused(path)


@pytest.mark.parametrize(
    ("line", "text", "says"),
    [
        (5, '{"kind":"telepathy"}', "evening.kino:5: no tape has this line"),
        (5, '{"kind":"hand-seen","who":"Anna"}', "unknown field `who`"),
        (5, '{"kind":"ticks","at":[0.0,0.0],"samples":[[1,1,999999999]]}', "times"),
        (5, '{"kind":"ticks","at":["soon",0.0]}', "evening.kino:5"),
        (6, '{"kind":"hand-se', "evening.kino:6: the line is damaged"),
        (2, '{"kind":"hand-seen"}', "before a viewing begins"),
    ],
)
def test_a_tape_that_was_changed_is_refused_with_the_line(path, line, text, says):
    """Where, and what is wrong with it."""
    changed(path, line, text)

    assert says in refused(path)
