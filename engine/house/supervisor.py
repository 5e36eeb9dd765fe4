"""
Keeps a player alive: watches its heartbeat, and starts it again when it crashes or freezes.

`Judge` decides and is pure; `Supervisor` owns the player's process and asks it what to do.
"""

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final

BEAT: Final = "--beat"
"""The flag that tells a player where to leave its heartbeat."""
SAFE: Final = "--safe"
"""The flag that tells a player to do without a camera."""
UNREADABLE: Final = 2
"""The exit code of a player that could not read what it was given, and said so."""


class Verdict(Enum):
    """What is to be done with the player."""

    RESTART = "restart"
    RESTART_SAFE = "restart safe"
    GIVE_UP = "give up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the supervisor waits, in seconds, and how often it tries."""

    first_beat: float = 20.0
    """From the start of the player to its first frame on the screen."""
    beat: float = 3.0
    """
    Between two heartbeats; past it the player is frozen. Each fall of late makes it as patient
    again, up to `fast` times: a machine that is too slow is not cured by starting anew.
    """
    fast: int = 3
    """Restarts within `spell` before the player is started in safe mode."""
    most: int = 12
    """Restarts within `spell` before the supervisor gives up."""
    spell: float = 600.0
    grace: float = 4.0
    """From being asked to stop until the player is stopped."""


@dataclass(slots=True)
class Judge:
    """Knows when the player started, beat and fell. Belongs to the supervisor's thread."""

    patience: Patience
    started: float = 0.0
    beaten: float | None = None
    falls: list[float] = field(default_factory=list)

    @property
    def lived(self) -> bool:
        """Whether any player was seen alive, or fell and was started again."""
        return self.beaten is not None or bool(self.falls)

    def starts(self, now: float) -> None:
        """The player was started."""
        self.started, self.beaten = now, None

    def beats(self, now: float) -> None:
        """The player showed a frame."""
        self.beaten = now

    def frozen(self, now: float) -> bool:
        """Whether the player has been silent for too long."""
        if self.beaten is None:
            return now - self.started > self.patience.first_beat
        again = min(len(self._of_late(now)), self.patience.fast)
        return now - self.beaten > self.patience.beat * (1 + again)

    def falls_at(self, now: float) -> Verdict:
        """The player crashed or was frozen: start it again, and how; or give up."""
        self.falls = [*self._of_late(now), now]
        if len(self.falls) > self.patience.most:
            return Verdict.GIVE_UP
        return Verdict.RESTART_SAFE if len(self.falls) > self.patience.fast else Verdict.RESTART

    def _of_late(self, now: float) -> list[float]:
        return [fall for fall in self.falls if now - fall < self.patience.spell]


class Heartbeat:
    """A small file the player changes whenever it has shown a frame, and others look at."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._count = 0

    def give(self) -> None:
        """The player's side: a frame was shown. A disk that fails stops the heart."""
        self._count += 1
        self._path.write_text(str(self._count), encoding="ascii")

    def heard(self) -> bool:
        """The other side: whether the heart has beaten since this was last asked."""
        try:
            count = int(self._path.read_text(encoding="ascii") or "0")
        except (OSError, ValueError):
            return False
        beaten, self._count = count != self._count, count
        return beaten


class Supervisor:
    """Runs the player as a child process until it ends of its own will (exit code 0)."""

    def __init__(
        self,
        command: Sequence[str],
        patience: Patience,
        clock: Callable[[], float],
        say: Callable[[str], None],
    ) -> None:
        """`command` starts the player; the flags BEAT and, after many falls, SAFE are added."""
        self._command = tuple(command)
        self._judge = Judge(patience)
        self._grace = patience.grace
        self._clock = clock
        self._say = say

    def run(self, rest: Callable[[float], object]) -> int:
        """
        Keep the player running; 0 when it ended by itself, 1 when it could not be kept alive.

        A film or display that cannot be used at the very first start is not tried again: 2.

        `rest` waits the given seconds between two looks.
        """
        with tempfile.TemporaryDirectory(prefix="kinoeye-") as folder:
            path = Path(folder) / "heartbeat"
            verdict = Verdict.RESTART
            while verdict is not Verdict.GIVE_UP:
                code = self._watch(path, rest, safe=verdict is Verdict.RESTART_SAFE)
                if code == 0 or (code == UNREADABLE and not self._judge.lived):
                    return code
                verdict = self._judge.falls_at(self._clock())
                fault = "froze" if code is None else f"crashed (exit code {code})"
                self._say(f"The player {fault}. {_NEXT[verdict]}")
        return 1

    def _watch(self, path: Path, rest: Callable[[float], object], *, safe: bool) -> int | None:
        """Start the player and watch it; its exit code, none if it froze."""
        path.write_text("0", encoding="ascii")
        heart = Heartbeat(path)
        self._judge.starts(self._clock())
        player = subprocess.Popen(  # noqa: S603 -- our own player, by our own command line
            [*self._command, BEAT, str(path), *([SAFE] if safe else [])], stdin=subprocess.DEVNULL
        )
        try:
            while (code := player.poll()) is None:
                if heart.heard():
                    self._judge.beats(self._clock())
                if self._judge.frozen(self._clock()):
                    player.kill()
                    return None
                rest(0.1)
        finally:
            self._end(player)
        return code

    def _end(self, player: subprocess.Popen[bytes]) -> None:
        """Have it put away what it holds, if it can; then it is gone, whatever it does."""
        player.terminate()
        try:
            player.wait(self._grace)
        except subprocess.TimeoutExpired:
            player.kill()
            player.wait()


_NEXT: Final = {
    Verdict.RESTART: "Starting it again.",
    Verdict.RESTART_SAFE: "Starting it again without a camera.",
    Verdict.GIVE_UP: "It stays down after so many falls; the log says why.",
}
