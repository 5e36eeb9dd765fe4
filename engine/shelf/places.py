"""Where things lie on this machine: the films and assets that come with us, the user's own."""

import os
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

_ENGINE: Final = Path(__file__).resolve().parent.parent
HOME_VARIABLE: Final = "KINOEYE_HOME"
"""Set, it names the one folder that holds settings, saves and logs instead of the platform's."""


def shipped(name: str) -> Path:
    """A folder that comes with the engine, such as `stories`, in a checkout or a wheel."""
    installed = _ENGINE / name
    return installed if installed.is_dir() else _ENGINE.parent / name


def stories() -> Path:
    """The films that come with the engine."""
    return shipped("stories")


def assets() -> Path:
    """The player's own models, sounds and pictures."""
    return shipped("assets")


def user_folder() -> Path:
    """Where this user's settings live, by the platform's custom. Not made here."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else PlatformDirs("kinoeye", appauthor=False).user_config_path


def state_folder() -> Path:
    """Where saves, logs and first-start marks of this user live. Not made here."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else PlatformDirs("kinoeye", appauthor=False).user_state_path


def cache_folder() -> Path:
    """Where things lie that can be made again at any time. Not made here."""
    home = os.environ.get(HOME_VARIABLE)
    return (
        Path(home) / "cache" if home else PlatformDirs("kinoeye", appauthor=False).user_cache_path
    )
