"""Cameras: what the eyes need of one, and the fittings that need no device."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np

from engine.messages.facts import Loss
from engine.opencv import opencv
from engine.senses.camera.pictures import Picture
from engine.story.units import Seconds

STILLS = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp"})
LARGEST_STILL = 32 * 1024 * 1024
STILLS_A_SECOND = 10.0
SANE_RATE = (1.0, 240.0)
USUAL_RATE = 25.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a camera: in one sentence for people, and in what manner."""

    says: str
    loss: Loss = Loss.GONE


class Camera(Protocol):
    """What the eyes need of a camera, and no more."""

    @property
    def is_open(self) -> bool:
        """Whether somebody can be seen through it at this moment."""
        ...

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong; none while nothing is."""
        ...

    def grab(self, now: Seconds) -> Picture | None:
        """The newest picture, once; none when there is none newer. Never waits, never raises."""
        ...

    def close(self) -> None:
        """Let go of the device. No picture comes afterwards; closing twice is allowed."""
        ...


class NoCamera:
    """No camera at all: the film is whole without one."""

    is_open = False

    def __init__(self, trouble: Trouble | None = None) -> None:
        self.trouble = trouble

    def grab(self, now: Seconds) -> Picture | None:  # noqa: ARG002 -- as every camera
        """Nothing, ever."""
        return None

    def close(self) -> None:
        """Nothing is held."""


class Recording:
    """
    A recorded film of a face, at the speed of the clock handed in.

    Begins at the first `grab`, ends where the file ends, and does not loop. Belongs to the
    thread that grabs.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._film: Any = None
        self._rate = USUAL_RATE
        self._began = Seconds(0.0)
        self._due = 0.0  # when the next frame is due, in seconds of the recording
        self.is_open = True
        self.trouble: Trouble | None = None

    def grab(self, now: Seconds) -> Picture | None:
        """The frame that is due now; none between two frames and after the last."""
        if self.is_open and self._film is None:
            self._open(now)
        shown = False
        while self.is_open and self._due <= now - self._began:
            shown = self._next()
        return self._picture() if shown and self.is_open else None

    def close(self) -> None:
        """Let go of the file."""
        self._stop(None)

    def _open(self, now: Seconds) -> None:
        cv2 = opencv()
        self._film = cv2.VideoCapture(str(self._path))
        self._began = now
        rate = float(self._film.get(cv2.CAP_PROP_FPS))
        self._rate = rate if SANE_RATE[0] <= rate <= SANE_RATE[1] else USUAL_RATE
        if not self._film.isOpened():
            says = f"The recording '{self._path.name}' cannot be played; give a video file."
            self._stop(Trouble(says, Loss.REFUSED))

    def _next(self) -> bool:
        """Step to the next frame without unpacking it; false at the end."""
        if not self._film.grab():
            self._stop(Trouble(f"The recording '{self._path.name}' has ended.", Loss.ENDED))
            return False
        self._due += 1.0 / self._rate
        return True

    def _picture(self) -> Picture | None:
        unpacked, picture = self._film.retrieve()
        return picture if unpacked else None

    def _stop(self, trouble: Trouble | None) -> None:
        film, self._film = self._film, None
        self.is_open = False
        self.trouble = trouble
        if film is not None:
            film.release()


NO_PICTURE: Final = Trouble("There is no picture in this folder.", Loss.REFUSED)


class Stills:
    """Pictures in files, shown one after the other by the clock handed in; ends, does not loop."""

    def __init__(self, paths: Sequence[Path], *, rate: float = STILLS_A_SECOND) -> None:
        self._paths = tuple(paths)
        self._rate = rate
        self._began: Seconds | None = None
        self._shown = -1
        self.is_open = bool(self._paths)
        self.trouble = None if self._paths else NO_PICTURE

    def grab(self, now: Seconds) -> Picture | None:
        """The picture that is due now, once."""
        self._began = now if self._began is None else self._began
        due = int((now - self._began) * self._rate + 1e-6)
        if not self.is_open or due == self._shown:
            return None
        if due >= len(self._paths):
            self._stop(Trouble("The pictures have ended.", Loss.ENDED))
            return None
        self._shown = due
        return self._read(self._paths[due])

    def close(self) -> None:
        """Show no more."""
        self._stop(None)

    def _read(self, path: Path) -> Picture | None:
        """One file's picture; a broken one is passed over and told."""
        picture = still(path)
        self.trouble = None if picture is not None else Trouble(f"'{path.name}' is not a picture.")
        return picture

    def _stop(self, trouble: Trouble | None) -> None:
        self.is_open = False
        self.trouble = trouble


def still(path: Path) -> Picture | None:
    """The picture in a file; none when it is missing, too large or no picture."""
    try:
        if path.stat().st_size > LARGEST_STILL:
            return None
        written = np.frombuffer(path.read_bytes(), dtype=np.uint8)
        picture: Picture | None = opencv().imdecode(written, opencv().IMREAD_COLOR)
    except (OSError, opencv().error):
        return None
    return picture


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a `--camera` word asks for; exactly one of them is given, or nothing is wanted."""

    index: int | None = None
    recording: Path | None = None
    stills: tuple[Path, ...] | None = None
    trouble: Trouble | None = None


def wanted(spec: str) -> Wanted:
    """Understand `none`, a device's number, a video file, a folder or a pattern of pictures."""
    word = spec.strip()
    if word.lower() in {"none", ""}:
        return Wanted()
    if re.fullmatch(r"\d{1,3}", word):
        return Wanted(index=int(word))
    path = Path(word)
    if path.is_dir():
        return Wanted(stills=_pictures(path, "*"))
    if re.search(r"%0?\d*d|[*?]", path.name):
        return Wanted(stills=_pictures(path.parent, re.sub(r"%0?\d*d", "*", path.name)))
    if path.is_file():
        single = path.suffix.lower() in STILLS
        return Wanted(stills=(path,)) if single else Wanted(recording=path)
    says = f"There is no camera '{word}': give a number, a video file or none."
    return Wanted(trouble=Trouble(says, Loss.REFUSED))


def _pictures(folder: Path, pattern: str) -> tuple[Path, ...]:
    return tuple(path for path in sorted(folder.glob(pattern)) if path.suffix.lower() in STILLS)
