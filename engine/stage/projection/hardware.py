"""The machine's own decoder, where it has one: tried when asked, left once it fails."""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import av
import av.error
from av import Packet, VideoFrame
from av.codec.hwaccel import HWAccel, hwdevices_available

from engine.stage.projection.probe_open import Opened, UnplayableError, open_guarded
from engine.stage.projection.stance import mirrored
from engine.stage.projection.stills import read_picture

log = logging.getLogger(__name__)

AUTO: Final = "auto"
SOFTWARE: Final = "software"
_LARGE: Final = 1920 * 1088
"""Larger pictures than this are what `auto` is for: a core decodes smaller ones easily."""
_GIVES: Final = {"yuv420p": {"nv12", "yuv420p"}, "yuv420p10le": {"p010le", "yuv420p10le"}}
"""What a film's pictures are, and as what a device may hand them back without losing anything."""
_FAULTS: Final = (av.error.FFmpegError, UnplayableError, RuntimeError, ValueError, OSError,
                  NotImplementedError)  # fmt: skip
"""What PyAV raises where a device is not there, or cannot do what is asked."""


class FailedError(Exception):
    """The device did not do as it should; the message is one sentence's end for people."""


class Decoder(Protocol):
    """What is needed of an open device."""

    def decode(self, packet: "Packet[Any] | None") -> "Sequence[VideoFrame]":
        """The pictures a packet gives; none gives those still inside."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


Open = Callable[[Path, str], Decoder]
"""Opens a film on a device by its name; any of `_FAULTS` where that cannot be."""


@dataclass(frozen=True, slots=True)
class _Device:
    """A film opened once more, for its decoder alone."""

    opened: Opened

    def decode(self, packet: "Packet[Any] | None") -> "Sequence[VideoFrame]":
        """What the device gives, downloaded."""
        return self.opened.video.codec_context.decode(packet)

    def close(self) -> None:
        """Let go of the device."""
        self.opened.container.close()


def open_on(path: Path, name: str) -> Decoder:
    """A film on a device of that name, and on nothing else."""
    opened = open_guarded(path, HWAccel(name, allow_software_fallback=False))
    if not opened.video.codec_context.is_hwaccel:
        opened.container.close()
        raise FailedError(f"{name} does not decode {path.name}")
    return _Device(opened)


class Hardware:
    """
    What is asked for and whether it may still be tried. Shared by all reels of an evening.

    The first failure is told in the log, once; from then on everything is decoded in software.
    """

    def __init__(
        self,
        wish: str = SOFTWARE,
        *,
        devices: Callable[[], Sequence[str]] = hwdevices_available,
        open_film: Open = open_on,
    ) -> None:
        self._wish, self._devices, self._open = wish, devices, open_film
        self._lock = threading.Lock()  # a leaf
        self._given_up = wish == SOFTWARE  # protected by _lock

    def decoder(self, path: Path, opened: Opened) -> Decoder | None:
        """A device for a film that is open in software already; none where it stays there."""
        context = opened.video.codec_context
        large = context.width * context.height > _LARGE
        if self._given_up or context.pix_fmt not in _GIVES or not (large or self._wish != AUTO):
            return None
        if not _stands_upright(path):
            return None
        said = "this FFmpeg knows no device"
        for name in self._devices() if self._wish == AUTO else (self._wish,):
            try:
                return self._open(path, name)
            except (*_FAULTS, FailedError) as problem:
                said = f"{name}: {problem}"
        self.give_up(said)
        return None

    def give_up(self, why: str) -> None:
        """Everything is decoded in software from now on."""
        with self._lock:
            first, self._given_up = not self._given_up, True
        if first:
            log.warning("Films are decoded in software from now on; the device failed (%s).", why)


def devices_known() -> tuple[str, ...]:
    """The devices this FFmpeg was built for, whether the machine has them or not."""
    return tuple(hwdevices_available())


def works_on(path: Path, name: str) -> bool:
    """Whether a device gives a film's first picture as software would."""
    try:
        opened = open_guarded(path)
        with opened.container:
            trial = PictureDecoder(opened, open_on(path, name), Hardware())
            with closing(trial):
                for packet in opened.container.demux(opened.video):
                    images = trial.decode(packet)
                    if images or not trial.on_device:
                        return trial.on_device
    except (*_FAULTS, FailedError):
        pass  # which is the answer
    return False


def _stands_upright(path: Path) -> bool:
    """Whether nothing has to be turned: a device's pictures come without what is said of that."""
    try:
        first = read_picture(path)
    except UnplayableError:
        return False
    return round(first.rotation) % 360 == 0 and not mirrored(first)


class PictureDecoder:
    """
    Decodes one film's pictures: on the device while it does as it should, else in software.

    It goes over in the middle of a film without a picture lost or shown twice. Lives on the
    reel's thread.
    """

    def __init__(self, opened: Opened, device: Decoder | None, hardware: Hardware) -> None:
        self._soft = opened.video.codec_context
        self._device, self._hardware = device, hardware
        self._since_key: list[Packet[Any]] = []
        """What the device was given since the last keyframe: software begins there."""
        self._last: int | None = None

    @property
    def on_device(self) -> bool:
        """Whether the device does it still."""
        return self._device is not None

    def decode(self, packet: "Packet[Any] | None") -> list[VideoFrame]:
        """The pictures a packet gives; none gives those left. FFmpegError for a damaged one."""
        if self._device is None:
            return list(self._soft.decode(packet))
        if packet is not None:
            self._since_key = [] if packet.is_keyframe else self._since_key
            self._since_key.append(packet)
        try:
            images = [self._as_filmed(image) for image in self._device.decode(packet)]
        except (*_FAULTS, FailedError) as problem:
            return self._go_over(packet, problem)
        self._note(images)
        return images

    def close(self) -> None:
        """Let go of the device."""
        if self._device is not None:
            self._device.close()
            self._device = None

    def _as_filmed(self, image: VideoFrame) -> VideoFrame:
        """A device's picture as software would have given it."""
        wanted = str(self._soft.pix_fmt)
        came = (image.format.name, image.width, image.height)
        if came[0] not in _GIVES[wanted] or came[1:] != (self._soft.width, self._soft.height):
            raise FailedError(f"it gave {came[0]} of {came[1]}x{came[2]}")
        made = image if came[0] == wanted else image.reformat(format=wanted)
        made.pts, made.time_base = image.pts, image.time_base
        made.colorspace, made.color_range = self._soft.colorspace, self._soft.color_range
        return made

    def _note(self, images: Sequence[VideoFrame]) -> None:
        for image in images:
            if image.pts is not None:
                self._last = image.pts if self._last is None else max(self._last, image.pts)

    def _go_over(self, packet: "Packet[Any] | None", problem: Exception) -> list[VideoFrame]:
        """Give the device's last stretch to software; a packet it cannot read is the film's."""
        with suppress(*_FAULTS):
            self.close()
        self._device = None
        again, self._since_key = self._since_key, []
        images: list[VideoFrame] = []
        damaged = None
        for each in [*again, *([None] if packet is None else [])]:
            try:
                images += self._soft.decode(each)
            except av.error.FFmpegError as fault:
                damaged = fault if each is packet else damaged
        if damaged is None:
            self._hardware.give_up(str(problem))
        last = self._last
        return [image for image in images if last is None or image.pts is None or image.pts > last]
