"""The supervisor: a kiosk's player that falls is put on its feet again."""

import sys
import textwrap
import threading

import pytest

from engine.house.supervisor import Heartbeat, Judge, Patience, Supervisor, Verdict

PATIENCE = Patience(first_beat=2.0, beat=1.0, fast=2, most=4, spell=100.0)


def test_a_silent_player_is_frozen_and_a_beating_one_is_not():
    """A picture that stands still for too long is what a visitor calls broken."""
    judge = Judge(PATIENCE)

    judge.starts(0.0)
    judge.beats(0.5)

    assert not judge.frozen(1.4)
    assert judge.frozen(1.6)


def test_who_fell_of_late_is_waited_for_longer():
    """A machine too slow for its film gets slower by every start."""
    judge = Judge(PATIENCE)
    waited = []
    for fall in range(4):
        judge.starts(10.0 * fall)
        judge.beats(10.0 * fall)
        waited.append([judge.frozen(10.0 * fall + 1.1 + still) for still in range(4)].count(False))
        judge.falls_at(10.0 * fall + 5.0)

    judge.starts(1000.0)
    judge.beats(1000.0)

    assert waited == [0, 1, 2, 2]
    assert judge.frozen(1001.1)


def test_a_player_that_never_shows_a_frame_is_frozen_too():
    """Starting takes longer than a frame, but not for ever."""
    judge = Judge(PATIENCE)

    judge.starts(10.0)

    assert not judge.frozen(11.9)
    assert judge.frozen(12.1)


def test_many_falls_lead_to_safe_mode_and_then_to_rest():
    """A camera driver that kills the player must not kill the exhibition."""
    judge = Judge(PATIENCE)

    verdicts = [judge.falls_at(float(second)) for second in range(5)]

    assert verdicts == [
        Verdict.RESTART,
        Verdict.RESTART,
        Verdict.RESTART_SAFE,
        Verdict.RESTART_SAFE,
        Verdict.GIVE_UP,
    ]


def test_falls_of_long_ago_are_forgiven():
    """One fall a night for a month is no reason to give up."""
    judge = Judge(PATIENCE)

    verdicts = {judge.falls_at(night * 1000.0) for night in range(30)}

    assert verdicts == {Verdict.RESTART}


def test_a_heart_is_heard_once_for_each_change(tmp_path):
    """An old heartbeat lying about is no sign of life."""
    path = tmp_path / "heartbeat"
    path.write_text("0")
    player, keeper = Heartbeat(path), Heartbeat(path)

    player.give()

    assert keeper.heard()
    assert not keeper.heard()


PLAYER = """
    import pathlib, sys, time
    tries, beat = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[sys.argv.index("--beat") + 1])
    count = int(tries.read_text()) + 1
    tries.write_text(str(count))
    beat.write_text(str(count * 100))
    {act}
"""


@pytest.mark.parametrize(
    ("act", "says"),
    [
        ("if count < 3: sys.exit(7)", "crashed (exit code 7)"),
        ("if count < 3: time.sleep(60)", "froze"),
    ],
)
def test_a_player_that_falls_twice_is_started_a_third_time(tmp_path, act, says):
    """Both kinds of falling, with a real process."""
    program, tries = tmp_path / "player.py", tmp_path / "tries"
    program.write_text(textwrap.dedent(PLAYER).format(act=act))
    tries.write_text("0")
    said: list[str] = []
    seconds = iter(range(100_000))
    supervisor = Supervisor(
        [sys.executable, str(program), str(tries)],
        Patience(first_beat=400.0, beat=300.0, fast=5, most=9, spell=1e9),
        clock=lambda: float(next(seconds)),
        say=said.append,
    )

    code = supervisor.run(rest=lambda _wait: threading.Event().wait(0.01))

    assert code == 0
    assert tries.read_text() == "3"
    assert said == [f"The player {says}. Starting it again."] * 2


def test_a_player_that_never_stands_is_given_up(tmp_path):
    """Bounded: the machine is not worn out all night by a broken film."""
    said: list[str] = []
    supervisor = Supervisor(
        [sys.executable, "-c", "raise SystemExit(3)"], PATIENCE, lambda: 0.0, said.append
    )

    code = supervisor.run(rest=lambda _wait: threading.Event().wait(0.01))

    assert code == 1
    assert len(said) == PATIENCE.most + 1
    assert "without a camera" in said[2]


def test_what_cannot_be_read_at_the_very_first_start_is_not_tried_again(tmp_path):
    """A film with errors has them the next time too; its player has said so."""
    told = []
    player = [sys.executable, "-c", "import sys; sys.exit(2)"]

    code = Supervisor(player, PATIENCE, lambda: 0.0, told.append).run(threading.Event().wait)

    assert (code, told) == (2, [])


def test_what_played_once_is_tried_again(tmp_path):
    """A disk that comes and goes, in the middle of an exhibition."""
    program, tries, told = tmp_path / "player.py", tmp_path / "tries", []
    act = "sys.exit({1: 7, 2: 2}.get(count, 0))"
    program.write_text(textwrap.dedent(PLAYER).replace("{act}", act))
    tries.write_text("0")
    player = [sys.executable, str(program), str(tries)]

    code = Supervisor(player, PATIENCE, lambda: 0.0, told.append).run(threading.Event().wait)

    assert (code, len(told)) == (0, 2)


STUBBORN = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
POLITE = "signal.signal(signal.SIGTERM, lambda *_: (gone.write_text('tidy'), sys.exit(143)))"


@pytest.mark.parametrize(("act", "left"), [(POLITE, "tidy"), (STUBBORN, "")])
def test_a_kiosk_that_is_asked_to_stop_lets_its_player_put_things_away(tmp_path, act, left):
    """Every evening when the house closes: ledger and tape are whole. Nobody waits for ever."""
    program, gone, beats = tmp_path / "player.py", tmp_path / "gone", tmp_path / "beats"
    program.write_text(
        "import pathlib, signal, sys, time\n"
        "gone, beats = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])\n"
        f"{act}\n"
        "beats.write_text('1')\n"
        "while True: time.sleep(0.05)\n"
    )
    gone.touch()
    supervisor = Supervisor(
        [sys.executable, str(program), str(gone), str(beats)],
        Patience(grace=1.0), clock=lambda: 0.0, say=lambda _: None,
    )  # fmt: skip

    def asked_to_stop(_wait):
        threading.Event().wait(0.02)
        if beats.exists():
            raise SystemExit(143)

    with pytest.raises(SystemExit):
        supervisor.run(asked_to_stop)

    assert gone.read_text() == left
