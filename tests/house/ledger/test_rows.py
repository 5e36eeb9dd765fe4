"""What the ledger may keep of a viewing, and what it may never keep."""

import pytest
from sqlalchemy import select

from engine.house.ledger.file import reading
from engine.house.ledger.reading import Past, learned_of, past_of
from engine.house.ledger.tables import (
    ENDINGS,
    ENTERED,
    JUDGED,
    MEASURED,
    MEMORY,
    MOVED,
    NOTICED,
    SEEN,
    TOTALS,
    TURNS,
    VIEWINGS,
)
from engine.messages.records import Ended, Remembered, Tally
from engine.story.model import Keep
from engine.story.units import SceneId, Seconds
from tests.house.viewings import began, entries, evening, judged, occasion, written


def rows(path, table):
    with reading(path) as connection:
        return [row._mapping for row in connection.execute(select(table))]


def test_a_viewing_is_written_with_its_scenes_turns_and_end(tmp_path):
    """So that an author can see afterwards what a real audience did, and why."""
    path = tmp_path / "ledger"

    written(path, evening())

    (viewing,) = rows(path, VIEWINGS)
    (turn,) = rows(path, TURNS)
    assert (viewing.film, viewing.version, viewing.seed) == ("door", "abc", "7")
    assert (viewing.ending, viewing.scenes, viewing.minutes) == ("Warm", 2, 1.0)
    assert viewing.began < viewing.ended
    assert (turn.scene, turn.to, turn.cause, turn.option) == ("door", "warm", "face", "Smile")
    assert (turn.label, turn.because) == ("笑一笑", "you smiled at the door")
    assert [row.scene for row in rows(path, ENTERED)] == ["door", "warm"]
    assert [row.says for row in rows(path, NOTICED)] == ["warm.mp4 is broken"]


def test_a_film_that_keeps_scores_keeps_them_of_who_consented(tmp_path):
    """Means over a window, and the numbers that decided."""
    path = tmp_path / "ledger"

    written(path, evening(), keep=Keep.SCORES)

    assert [row.means for row in rows(path, MEASURED)] == [{"smile": 1.5}]
    assert rows(path, TURNS)[0].evidence == {"smile.mean": 1.25, "confidence": 0.8}
    assert rows(path, TURNS)[0].unsure == ["face: 2 of 5 s seen"]
    assert learned_of(path, "door") == {"warm>end": Tally(1, 0.5)}


@pytest.mark.parametrize(("keep", "consented"), [(Keep.NOTHING, True), (Keep.SCORES, False)])
def test_nothing_read_from_a_face_is_kept_without_leave(tmp_path, keep, consented):
    """Neither the film's nor the viewer's no leaves a number behind, nor how well one was seen."""
    path = tmp_path / "ledger"

    written(path, evening(), keep=keep, consented=consented)

    turn = rows(path, TURNS)[0]
    assert (turn.cause, turn.option) == ("face", "Smile")
    assert (turn.evidence, turn.unsure) == ({}, ["face"])
    assert rows(path, MEASURED) == rows(path, MOVED) == rows(path, TOTALS) == []


def test_a_viewer_takes_along_what_the_film_remembers(tmp_path):
    """The newest values, every scene ever seen, every ending reached."""
    path = tmp_path / "ledger"
    again = Remembered(
        values={"trust": 3.0}, seen=frozenset({SceneId("door"), SceneId("cold")}), ending="Cold",
        at=Seconds(9.0),
    )  # fmt: skip

    written(path, evening(name="Ann", knows=True), (began(), again), evening())

    assert past_of(path, "door", "viewer") == Past(
        {"trust": 2.0, "name": "Ann", "knows": True},
        frozenset({SceneId("door"), SceneId("cold")}), frozenset({"Warm", "Cold"}),
    )  # fmt: skip
    assert {row.ending: row.count for row in rows(path, ENDINGS)} == {"Warm": 2, "Cold": 1}


def test_memory_belongs_to_one_viewer_and_one_film(tmp_path):
    """Who shares the machine does not share the past."""
    path = tmp_path / "ledger"

    written(path, evening(), profile="ann")

    assert past_of(path, "door", "ben") == past_of(path, "other", "ann") == Past()


def test_of_an_exhibitions_visitor_nothing_outlives_the_visit(tmp_path):
    """The viewing is counted, and nobody is in it."""
    path = tmp_path / "ledger"

    written(path, evening(), kiosk=True)

    (viewing,) = rows(path, VIEWINGS)
    assert (viewing.kiosk, viewing.profile, viewing.ending) == (True, None, "Warm")
    assert rows(path, MEMORY) == rows(path, SEEN) == rows(path, ENDINGS) == []
    assert learned_of(path, "door") == {"warm>end": Tally(1, 0.5)}


def test_a_sham_viewing_is_marked_and_counts_nowhere(tmp_path):
    """It was another viewer's face that led it: what moved nobody must teach nothing."""
    path = tmp_path / "ledger"

    written(path, evening(), sham=True)

    assert [row.sham for row in rows(path, VIEWINGS)] == [True]
    assert rows(path, TURNS)[0].evidence == {}
    assert rows(path, MOVED) == rows(path, MEASURED) == []
    assert learned_of(path, "door") == {}
    assert past_of(path, "door", "viewer") == Past()


def test_totals_grow_by_each_viewing(tmp_path):
    """They are the table a `learn` picks from."""
    path = tmp_path / "ledger"

    written(path, evening(moved=0.25), evening(moved=0.5))

    assert learned_of(path, "door") == {"warm>end": Tally(2, 0.75)}


def test_a_viewing_that_was_left_has_an_end_and_no_ending(tmp_path):
    """It is told from one that a power cut ended, which has neither."""
    path = tmp_path / "ledger"

    written(path, (began(), Ended(ending=None, scenes=1, at=Seconds(31.0))), (began(),))

    left, cut = rows(path, VIEWINGS)
    assert (left.ending, left.minutes) == (None, 0.5)
    assert left.ended is not None
    assert (cut.ending, cut.ended) == (None, None)


def test_what_comes_after_an_erasure_leaves_nothing_behind(tmp_path):
    """Somebody pressed "forget me" in another window while this film was on."""
    from engine.house.ledger.erasing import Whose, erase
    from engine.house.ledger.writing import Writer

    path = tmp_path / "ledger"
    lines = entries(evening())
    writer = Writer(occasion(path))
    writer.write(lines[:3])
    erase(path, Whose(profile="viewer"))

    writer.write(lines[3:])
    writer.close()

    tables = (VIEWINGS, TURNS, ENTERED, MEMORY, SEEN, ENDINGS, MOVED, TOTALS)
    assert [rows(path, table) for table in tables] == [[]] * len(tables)
    assert writer.fault is None


@pytest.mark.parametrize(
    ("why", "more", "kept"),
    [
        ("scores may be kept", {}, 1),
        ("the film keeps nothing", {"keep": Keep.NOTHING}, 0),
        ("another viewer was read", {"sham": True}, 0),
    ],
)
def test_what_a_viewer_said_of_a_reading_is_kept_like_the_reading(tmp_path, why, more, kept):
    """It tells what their face did."""
    path = tmp_path / "ledger"
    written(path, (*evening(), judged("not-meant")), **more)

    found = rows(path, JUDGED)
    assert len(found) == kept, why
    assert [(row.feeling, row.verdict, row.confidence) for row in found] == [
        ("smiling", "not-meant", 0.8)
    ] * kept
