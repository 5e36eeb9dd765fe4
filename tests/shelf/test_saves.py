"""A save is whole, of this film and of this program, or it is put aside."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.director.saving import standing
from engine.messages.standing import Standing
from engine.shelf import saves
from engine.shelf.guard import ShelfError
from engine.shelf.saves import Saved, Saves, saves_of
from engine.story.units import SceneId, Seconds
from tests.director.playing import Playing, watched
from tests.films import HOUSE, HUB

STANDING = Standing(
    film="hall", version="1", scene=SceneId("hall"), chapter=SceneId("hall"),
    position=Seconds(3.5), seed=7, hour=20.25, language="zh",
    variables={"trust": 1.0, "knows": True, "mood": "平静"},
)  # fmt: skip
SAVED = Saved(at=1.5, standing=STANDING)


@pytest.fixture
def kept(tmp_path):
    """A shelf with one save on it."""
    shelf = Saves(tmp_path / "saves" / "default", lambda: 1.5)
    shelf.keep(STANDING)
    return shelf


def file_of(shelf):
    return shelf.folder / "hall.json"


def rewritten(shelf, **changes):
    """The save with other words in its envelope."""
    written = json.loads(file_of(shelf).read_bytes())
    file_of(shelf).write_text(json.dumps({**written, **changes}))


def test_what_was_kept_is_found_again(kept):
    """Numbers stay numbers, truths truths, and Chinese Chinese."""
    assert kept.find("hall") == SAVED
    assert kept.find("cellar") is None


def test_a_whole_evening_is_kept(tmp_path):
    """Turns with their evidence, visits, what was used up: all of it comes back equal."""
    shelf = Saves(tmp_path, lambda: 1.5)
    talk, look = Playing(HUB), watched(HOUSE)
    talk.roll(1)
    talk.press("The light")
    look.face = {"smile": 2.0}
    for film, playing in ((HUB, talk), (HOUSE, look)):
        playing.roll(40)
        stood = standing(film, playing.director.showing.viewing, Seconds(1.25))
        shelf.keep(stood)

        assert shelf.find(film.story.id).standing == stood


def test_the_last_one_counts_and_can_be_forgotten(kept):
    """One save a film."""
    kept.keep(replace(STANDING, position=Seconds(9)))
    assert kept.find("hall").standing.position == 9

    kept.forget("hall")
    kept.forget("hall")
    assert kept.find("hall") is None


def test_saves_lie_in_the_folder_for_state_by_viewer(tmp_path, monkeypatch):
    """`--data` takes them along."""
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path))
    saves_of("default", lambda: 1.5).keep(STANDING)
    saves_of("我", lambda: 1.5).keep(STANDING)

    assert (tmp_path / "saves" / "default" / "hall.json").is_file()
    assert (tmp_path / "saves" / "我" / "hall.json").is_file()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b"", "damaged"),
        (b"not a save", "damaged"),
        (b"\xff\xfe\x00", "damaged"),
        (b"{}", "damaged"),
        (b"null", "damaged"),
        (b"[" * 200_000, "damaged"),
        (b'{"kinoeye_save":1,"sha256":"","saved":' + b"[" * 50_000 + b"]" * 50_000, "damaged"),
        (b" " * (saves.MOST_BYTES + 1), "longer than any save"),
    ],
)
def test_what_is_no_save_is_put_aside_and_said(kept, written, says):
    """One sentence, and nothing is lost."""
    file_of(kept).write_bytes(written)

    with pytest.raises(ShelfError, match=says) as told:
        kept.find("hall")

    assert "the film begins anew" in str(told.value)
    assert (kept.folder / "hall.broken-1.json").read_bytes() == written
    assert kept.find("hall") is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kinoeye_save": 2}, "newer Kinoeye"),
        ({"kinoeye_save": 0}, "seal"),
        ({"kinoeye_save": "1"}, "damaged"),
        ({"sha256": "0" * 64}, "seal"),
        ({"saved": {"at": 1, "standing": {}}}, "seal"),
        ({"more": 1}, "damaged"),
    ],
)
def test_another_envelope_is_refused(kept, changes, says):
    """A later program's save, or one somebody wrote in by hand."""
    rewritten(kept, **changes)

    with pytest.raises(ShelfError, match=says):
        kept.find("hall")


def test_a_save_of_another_film_is_refused(kept):
    """Somebody renamed a file."""
    file_of(kept).rename(kept.folder / "cellar.json")

    with pytest.raises(ShelfError, match="belongs to another film, 'hall'"):
        kept.find("cellar")


def test_every_broken_one_keeps_a_name_of_its_own(kept):
    """The second never takes the first one's place."""
    for number in (1, 2, 3):
        file_of(kept).write_text(f"broken {number}")
        with pytest.raises(ShelfError, match=rf"put aside as hall\.broken-{number}\.json"):
            kept.find("hall")

    assert (kept.folder / "hall.broken-1.json").read_text() == "broken 1"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_letter_can_be_changed_unseen(data):
    """A flipped bit or a cut file is never half believed: found equal, or refused."""
    written = saves._sealed(SAVED).encode()
    at = data.draw(st.integers(0, len(written) - 1))
    wrong = data.draw(
        st.one_of(
            st.just(written[:at]),
            st.integers(1, 255).map(
                lambda flip: written[:at] + bytes([written[at] ^ flip]) + written[at + 1 :]
            ),
        )
    )

    try:
        found = saves._unsealed(wrong, "hall")
    except saves._UnusableError:
        return
    assert found == SAVED


def test_a_number_without_end_is_no_place_to_stand(tmp_path):
    """What could not be read again is not written over what can."""
    shelf = Saves(tmp_path, lambda: 1.5)
    shelf.keep(STANDING)
    endless = replace(STANDING, variables={"trust": float("inf")})

    with pytest.raises(ShelfError, match="cannot be saved"):
        shelf.keep(endless)
    assert shelf.find("hall") == SAVED


def test_a_viewing_too_long_for_a_save_is_told(tmp_path):
    """The film goes on."""
    endless = replace(STANDING, path=(SceneId("hall" * 1000),) * 2000)

    with pytest.raises(ShelfError, match="too long"):
        Saves(tmp_path, lambda: 1.5).keep(endless)


def test_a_shelf_that_cannot_be_written_or_read_is_told(tmp_path):
    """In a sentence, not in a traceback."""
    (tmp_path / "saves").write_text("a file, no folder")
    shelf = Saves(tmp_path / "saves", lambda: 1.5)

    with pytest.raises(ShelfError, match="cannot be written"):
        shelf.keep(STANDING)
    with pytest.raises(ShelfError, match="cannot be read"):
        shelf.find("hall")
    (tmp_path / "saved" / "hall.json").mkdir(parents=True)
    with pytest.raises(ShelfError, match="cannot be removed"):
        Saves(tmp_path / "saved", lambda: 1.5).forget("hall")


def test_a_films_name_leads_nowhere_else(tmp_path):
    """An id is no path."""
    with pytest.raises(ShelfError, match="leads out"):
        Saves(tmp_path / "saves", lambda: 1.5).find("../settings")


WRITER = """
import sys
from pathlib import Path
from engine.shelf.saves import Saves
from tests.shelf.test_saves import STANDING
number = 0
shelf = Saves(Path(sys.argv[1]), lambda: float(number))
while True:
    number += 1
    shelf.keep(STANDING)
    print(number, flush=True)
"""


def test_a_player_that_is_killed_while_it_saves_leaves_a_whole_save(tmp_path):
    """The last one or the one before, never half of either."""
    for _ in range(4):
        command = [sys.executable, "-c", WRITER, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            written = [int(writer.stdout.readline()) for _ in range(25)]
            os.kill(writer.pid, signal.SIGKILL)

        assert Saves(tmp_path, lambda: 1.5).find("hall").at >= written[-1]
