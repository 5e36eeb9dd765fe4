"""What is looked through: a camera by its number, or a recording that stands in for one."""

import platform
from pathlib import Path
from typing import Final

from engine.senses.camera.camera import Camera, Trouble, wanted
from engine.senses.camera.device import open_camera
from engine.senses.camera.looping import Looping
from engine.shelf.guard import ShelfError
from engine.story.units import Seconds

NONE: Final = "none"
SCRIPTED: Final = "script"
"""A viewer by script, who is seen without a camera."""


def looped(spec: str) -> Camera:
    """The camera asked for; a recording, or pictures, begin anew when they have ended."""
    asked = wanted(spec)
    if asked.recording is None and asked.stills is None:
        return open_camera(spec)
    return Looping(lambda: open_camera(spec))


def is_device(spec: str) -> bool:
    """Whether somebody would be seen through it now, and must be asked first."""
    return wanted(spec).index is not None


def playable(spec: str) -> str:
    """The camera asked for; what is no device and shows nothing is told before anything begins."""
    trouble = None if is_device(spec) else _trouble_of(spec)
    if trouble is not None:
        raise ShelfError(f"--camera {spec}: {trouble.says}")
    return spec


def named(spec: str) -> str:
    """What is looked through, as people call it."""
    asked = wanted(spec)
    return str(asked.index) if asked.index is not None else Path(spec).name


def may_see(camera: str) -> bool:
    """Whether it makes sense to ask for consent: a camera or its stand-in may be there."""
    return camera == SCRIPTED or (camera != NONE and _missing(camera) is None)


def absent(asked: str | None, usual: str = NONE) -> str | None:
    """
    That a camera somebody named shows nothing, in one sentence; none where it may.

    `usual` is the one of the settings: its number is no wish of anybody's, a file's name is.
    """
    camera = usual if asked is None else asked
    if camera in {NONE, SCRIPTED} or (asked is None and is_device(camera)):
        return None
    says = _missing(camera)
    return None if says is None else f"{says} The film goes on without a camera."


def _missing(camera: str) -> str | None:
    if not is_device(camera):
        trouble = _trouble_of(camera)
        return None if trouble is None else trouble.says
    if platform.system() != "Linux" or Path(f"/dev/video{int(camera)}").exists():
        return None
    return f"There is no camera {camera} on this machine."


def _trouble_of(spec: str) -> Trouble | None:
    """What keeps a recording from being shown, found by having its first picture."""
    camera = open_camera(spec)
    camera.grab(Seconds(0.0))
    trouble = camera.trouble
    camera.close()
    return trouble
