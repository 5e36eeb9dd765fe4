"""The phases of a showing, and their picture."""

from pathlib import Path

import pytest

from engine.director.phases import TABLE, Move, Phase, Phases, diagram

DOCS = Path(__file__).parents[2] / "docs" / "phases.md"


def taken(*moves: Move) -> Phases:
    phases = Phases()
    for move in moves:
        assert phases.take(move), f"{move} was refused in {phases.phase}"
    return phases


def test_a_showing_begins_idle():
    """Nothing is on until somebody comes."""
    assert Phases().phase is Phase.IDLE


@pytest.mark.parametrize(
    ("moves", "phase"),
    [
        ((Move.INVITE,), Phase.ATTRACT),
        ((Move.ASK,), Phase.CONSENT),
        ((Move.WARN,), Phase.WARNED),
        ((Move.ASK, Move.WARN, Move.CUT), Phase.CUTTING),
        ((Move.CUT, Move.PLAY, Move.WARN, Move.CUT), Phase.CUTTING),
        ((Move.CUT, Move.PLAY, Move.WARN, Move.END), Phase.ENDED),
        ((Move.CUT,), Phase.CUTTING),
        ((Move.CUT, Move.PLAY), Phase.PLAYING),
        ((Move.CUT, Move.PLAY, Move.DECIDE), Phase.DECIDING),
        ((Move.CUT, Move.DECIDE, Move.PLAY), Phase.PLAYING),
        ((Move.CUT, Move.PLAY, Move.END), Phase.ENDED),
        ((Move.CUT, Move.PLAY, Move.PAUSE), Phase.PAUSED),
        ((Move.CUT, Move.PLAY, Move.EXPLAIN), Phase.WHY),
        ((Move.CUT, Move.PLAY, Move.MAINTAIN, Move.REST), Phase.IDLE),
    ],
)
def test_the_table_leads_where_it_says(moves, phase):
    """The ordinary ways of an evening."""
    assert taken(*moves).phase is phase


@pytest.mark.parametrize(
    ("on", "phase"),
    [
        ((Move.CUT,), Phase.CUTTING),
        ((Move.CUT, Move.PLAY), Phase.PLAYING),
        ((Move.CUT, Move.DECIDE), Phase.DECIDING),
    ],
)
@pytest.mark.parametrize("stand", [Move.PAUSE, Move.EXPLAIN])
def test_a_standing_showing_resumes_where_it_stood(on, phase, stand):
    """One move, three ways: the value beside the table tells which."""
    phases = taken(*on, stand)
    assert phases.resumes is phase

    assert phases.take(Move.RESUME)
    assert phases.phase is phase
    assert phases.resumes is None


def test_reasons_read_in_a_pause_resume_to_the_pause_and_then_to_the_film():
    """Two cards deep and back."""
    phases = taken(Move.CUT, Move.PLAY, Move.PAUSE, Move.EXPLAIN)

    assert phases.take(Move.RESUME)
    assert phases.phase is Phase.PAUSED
    assert phases.take(Move.RESUME)
    assert phases.phase is Phase.PLAYING


def test_leaving_a_pause_forgets_where_it_stood():
    """The next viewing resumes nothing of this one."""
    phases = taken(Move.CUT, Move.PLAY, Move.PAUSE, Move.REST)

    assert phases.resumes is None


@pytest.mark.parametrize("move", [Move.PLAY, Move.DECIDE, Move.PAUSE, Move.RESUME, Move.REST])
def test_a_way_the_table_does_not_have_is_not_taken(move):
    """Refused, and nothing moves."""
    phases = Phases()

    assert not phases.take(move)
    assert phases.phase is Phase.IDLE


def test_no_way_leads_out_of_maintenance_but_back_to_work():
    """The operator is in the room."""
    phases = taken(Move.MAINTAIN)

    assert [move for move in Move if phases.may(move)] == [Move.INVITE, Move.REST]


def test_every_move_and_every_phase_has_its_place_in_the_table():
    """A phase nobody can reach is a mistake."""
    assert {move for move, _, _ in TABLE} == set(Move)
    assert {to for _, _, to in TABLE} == set(Phase)


def test_the_picture_of_the_phases_is_current():
    """Drawn from the table; paste this when they differ."""
    assert f"```mermaid\n{diagram()}\n```" in DOCS.read_text("utf-8"), f"\n\n{diagram()}\n"


def test_the_picture_has_every_way_of_the_table():
    """A frame stands for all the phases in it, and for no other."""
    frames = {
        "resting": {"idle", "attract"},
        "rolling": {"playing", "deciding", "cutting"},
        "standing": {"paused", "why"},
        "asking": {"consent", "warned"},
    }
    inner = frames["asking"] | frames["rolling"] | frames["standing"]
    frames["showing"] = {"ended"} | inner
    drawn = set()
    for line in diagram().splitlines():
        if "-->|" in line:
            source, rest = line.strip().split(' -->|"')
            moves, to = rest.split('"| ')
            sources = frames.get(source, {source})
            drawn |= {(one, move, to) for one in sources for move in moves.split(", ")}

    assert drawn == {
        (source.value, move.value, to.value) for move, sources, to in TABLE for source in sources
    }
