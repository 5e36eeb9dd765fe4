"""A kiosk on a real X server: a player that is killed or frozen is on its feet again."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from engine.house.pin import keep

pytestmark = [
    pytest.mark.window,
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        shutil.which("xvfb-run") is None, reason="Xvfb is not here; install xvfb to open a window."
    ),
    pytest.mark.skipif(
        not Path("/proc/self/task").is_dir(), reason="Children are found through /proc here."
    ),
]


def children(pid):
    """The processes a process started, and theirs."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [found for child in map(int, listed) for found in (child, *children(child))]


def players(pid):
    """Those of them that play: they were given a heart to beat."""
    found = []
    for child in children(pid):
        try:
            words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--beat" in words:
            found.append((child, Path(words[words.index(b"--beat") + 1].decode())))
    return found


def until(holds, seconds=60.0):
    """What `holds` gives once it gives something; a failed test when it never does."""
    pause, ends = threading.Event(), time.monotonic() + seconds
    while time.monotonic() < ends:
        found = holds()
        if found:
            return found
        pause.wait(0.1)
    raise AssertionError(f"never: {holds.__doc__}")


@pytest.fixture
def kiosk(tmp_path):
    (tmp_path / "settings.yaml").write_text(f"kiosk: {{pin: '{keep('2468', b'salt')}'}}\n")
    environment = {**os.environ, "SDL_AUDIODRIVER": "dummy", "KINOEYE_HOME": str(tmp_path)}
    environment.pop("SDL_VIDEODRIVER", None)
    running = subprocess.Popen(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", sys.executable, "-m", "engine.desk",
         "kiosk", "two-doors", "--camera", "none", "--windowed"],
        env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    yield running
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    running.stderr.close()


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "frozen"])
def test_a_player_that_falls_is_started_again(kiosk, blow):
    """Nobody is near, and the picture comes back."""

    def beating():
        """A player that has shown frames."""
        alive = players(kiosk.pid)
        return alive if alive and alive[0][1].read_text() not in {"", "0"} else None

    first, _ = until(beating)[0]
    os.kill(first, blow)

    def another():
        """Another player, and it shows frames."""
        alive = beating()
        return alive if alive and alive[0][0] != first else None

    until(another)
    assert first not in [player for player, _ in players(kiosk.pid)]
