"""How each player is started on a playlist, and told to put its sound into a file."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stage.screen import SIZE


@dataclass(frozen=True, slots=True)
class Player:
    """A player that shows a list of clips and ends."""

    name: str
    command: tuple[str, ...]
    missing: str | None = None
    """Why it is not here, in one sentence."""

    def on(self, clips: Sequence[Path]) -> list[str]:
        """The command to play these."""
        return [*self.command, *map(str, clips)]


def ours() -> Player:
    """This engine's projector."""
    return Player("kinoeye", (sys.executable, "-m", "benchmarks.peers.kinoeye"))


def mpv() -> Player:
    """mpv, with everything it has against gaps."""
    here = shutil.which("mpv")
    geometry = f"--geometry={SIZE[0]}x{SIZE[1]}+0+0"
    options = (
        "--no-config --really-quiet --vo=x11 --ao=sdl --prefetch-playlist --gapless-audio=yes "
        "--audio-format=s16 --audio-samplerate=48000 --audio-channels=stereo --no-border "
        f"--osd-level=0 --no-osc --cursor-autohide=always --idle=no {geometry}"
    )
    missing = None if here else "mpv is not here to stand beside: apt install mpv."
    return Player("mpv", (here or "mpv", *options.split()), missing)


def pyvidplayer2() -> Player:
    """The player most pygame programs use."""
    missing = None
    if importlib.util.find_spec("pyvidplayer2") is None:
        missing = "pyvidplayer2 is not here to stand beside: pip install pyvidplayer2."
    return Player("pyvidplayer2", (sys.executable, "-m", "benchmarks.peers.pyvidplayer"), missing)


def surroundings(display: str, recording: Path) -> dict[str, str]:
    """The environment of a player: our X server, and a file for a sound card."""
    return os.environ | {
        "DISPLAY": display,
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "disk",
        "SDL_DISKAUDIOFILE": str(recording),
        "SDL_FRAMEBUFFER_ACCELERATION": "0",
        "SDL_VIDEO_WINDOW_POS": "0,0",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "PYTHONWARNINGS": "ignore",
    }
