"""A run of sound: whole, in order, and patient with slow decoders."""

from engine.stage.projection.clock import BYTES
from engine.stage.projection.sound_run import SoundRun


def piece(first, count):
    return b"".join(n.to_bytes(BYTES, "little") for n in range(first, first + count))


def taken(run, count):
    room = bytearray(count * BYTES)
    return run.take_into(memoryview(room)), bytes(room)


def test_what_is_put_in_comes_out_in_order():
    """Across any boundaries of pieces."""
    run = SoundRun()
    run.put(piece(1, 5))
    run.put(piece(6, 5))

    assert taken(run, 3) == (3, piece(1, 3))
    assert taken(run, 5) == (5, piece(4, 5))
    assert run.ahead == 2
    assert run.written == 10


def test_an_empty_run_gives_nothing_until_more_comes():
    """Nothing is invented for a decoder that is late: the clip waits instead."""
    run = SoundRun()
    run.put(piece(1, 2))

    assert taken(run, 4)[0] == 2
    assert taken(run, 4)[0] == 0


def test_a_finished_run_ends_in_silence():
    """Sound that is shorter than its pictures is padded to their end."""
    run = SoundRun()
    run.put(piece(1, 2))
    run.finish()

    assert taken(run, 4) == (4, piece(1, 2) + bytes(2 * BYTES))
    assert taken(run, 4) == (4, bytes(4 * BYTES))


def test_what_two_runs_have_in_common_can_be_asked_before_it_is_taken():
    """So that a dub and its clip are taken in step."""
    run = SoundRun()
    run.put(piece(1, 5))

    assert (run.there(3), run.there(9)) == (3, 5)
    assert (run.skip(2), run.skip(9)) == (2, 3)
    run.finish()
    assert run.there(9) == 9
