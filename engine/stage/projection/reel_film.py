"""A reel of film: one thread reads a file's packets and decodes sound and pictures ahead."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import av
import av.error
from av import Packet, VideoFrame

from engine.stage.projection.clock import RATE, in_samples, in_seconds
from engine.stage.projection.hardware import Hardware, PictureDecoder
from engine.stage.projection.packets import MOST_BAD_READS
from engine.stage.projection.probe import usual_step
from engine.stage.projection.probe_open import Opened, UnplayableError, open_guarded
from engine.stage.projection.reel import Frame, Strip
from engine.stage.projection.reel_tracks import PictureTrack, SoundTrack
from engine.stage.projection.sound_run import SoundRun
from engine.stage.projection.sphere import ready_to_bend
from engine.stage.projection.stance import upright
from engine.stage.projection.vigil import Vigil
from engine.story.clips import MISSING, ClipFault
from engine.wires import Worker

SOUND_AHEAD: Final = 2 * RATE + RATE // 4
_READY_SOUND: Final = RATE // 2
_READY_FRAMES: Final = 3
_MOST_COMPRESSED: Final = 256 * 1024 * 1024
"""A film whose sound lies further behind its pictures in the file is played without it."""
_PAST_THE_CUT: Final = 2 * RATE
"""Sound may lie this far behind its pictures in a file, and is still found."""
_STALL: Final = 2.0
_BREATH: Final = 0.05
_DECODER_FRAMES: Final = 10
"""Pictures a decoder holds for itself, reckoned into a reel's weight."""
_ONE_THREAD_UP_TO: Final = 1280 * 720


class FilmReel:
    """
    A file, from `start` for at most `length` samples.

    Sound is decoded two seconds ahead whatever the pictures do; pictures are decoded eight
    ahead while parked, twenty while rolling. What lies in between waits compressed.
    """

    def __init__(
        self,
        path: Path,
        start: int,
        length: int,
        *,
        around: bool = False,
        hardware: Hardware | None = None,
    ) -> None:
        """`around`: it was shot all around. `hardware`: what else than software may decode it."""
        self._path, self._around = path, around
        self._hardware = hardware or Hardware()
        self._start = start
        self.sound = SoundRun()
        self.length = length
        self.shape: tuple[int, int] | None = None
        self.ready = False
        self.parked = False
        self.fault: ClipFault | None = None
        self.lacks: str | None = None
        self.weight = 0
        self._moved = threading.Condition()  # a leaf; guards _frames
        self._frames: deque[Frame] = deque()
        self._strip = Strip.PARKED.value
        self._begun = self._closed = self._done = False
        self._beat = time.perf_counter()
        self._vigil = Vigil()  # main thread only
        self._packets: deque[Packet[Any] | None] = deque()
        self._compressed = 0
        self._bad_reads = 0
        self._pictures = PictureTrack(start)
        self._sounds = SoundTrack(self.sound, start)
        self._worker = Worker(f"reel {path.name}", self._live, every=0.0, died=self._died)

    @property
    def errors(self) -> int:
        """How many damaged pieces were passed over."""
        return self._bad_reads + self._pictures.errors + self._sounds.errors

    def start(self) -> None:
        """Open the file and decode ahead."""
        self._beat = time.perf_counter()
        self._begun = True
        self._worker.start()

    def roll(self) -> None:
        """It is on the screen now: decode further ahead."""
        with self._moved:
            self._strip = Strip.ROLLING.value
            self._moved.notify()

    def due(self, position: int) -> Sequence[Frame]:
        """The frames due by then that were not yet given out, oldest first."""
        taken: list[Frame] = []
        with self._moved:
            while self._frames and self._frames[0].at <= min(position, self.length - 1):
                taken.append(self._frames.popleft())
            if taken:
                self._moved.notify()
        return taken

    def next_at(self) -> int | None:
        """When the oldest frame not yet given out is due."""
        with self._moved:
            return self._frames[0].at if self._frames else None

    def coming(self) -> Frame | None:
        """The oldest frame not yet given out."""
        with self._moved:
            return self._frames[0] if self._frames else None

    def stalled(self) -> bool:
        """Whether the decoder has not moved for two seconds."""
        if self._done or not self._begun:
            return False
        return min(time.perf_counter() - self._beat, self._vigil.lasts()) > _STALL

    def close(self) -> None:
        """Let go of everything. Does not wait."""
        with self._moved:
            self._closed = True
            self._frames.clear()
            self._moved.notify()
        self.ended()

    def ended(self, patience: float = 0.0) -> bool:
        """Whether the thread is gone, waiting for that so long."""
        return self._worker.stop(patience)

    def _live(self) -> None:
        """The thread's whole life. Worker would call it again: then there is nothing to do."""
        try:
            if self._around:
                ready_to_bend(self._path)
            if not self._closed:
                opened = open_guarded(self._path)
                with opened.container, closing(self._decoder(opened)) as decoder:
                    self._decode_all(opened, decoder)
        except UnplayableError as problem:
            self._fail(problem.fault)
        while not self._closed:
            self._rest()

    def _decoder(self, opened: Opened) -> PictureDecoder:
        device = self._hardware.decoder(self._path, opened)
        return PictureDecoder(opened, device, self._hardware)

    def _died(self, _name: str, problem: Exception) -> None:
        says = f"{self._path.name} made the decoder fail ({problem}). Export it again."
        self._fail(ClipFault(missing=False, says=says))

    def _fail(self, fault: ClipFault) -> None:
        self.fault = fault
        self._done = True
        self.sound.finish()

    def _decode_all(self, opened: Opened, decoder: PictureDecoder) -> None:
        packets = self._made_ready(opened)
        read_out = False
        while not self._closed and not (read_out and not self._packets):
            self._beat = time.perf_counter()
            if self._packets and self._has_room():
                self._decode_one(opened, decoder)
            elif not read_out and self._wants_more():
                read_out = self._read_one(opened, packets)
            else:
                self._rest()
            self._tell_ready()
        self._finish()

    def _made_ready(self, opened: Opened) -> "_Packets":
        context = opened.video.codec_context
        small = context.width * context.height <= _ONE_THREAD_UP_TO
        context.thread_type = "NONE" if small else "AUTO"
        context.thread_count = 1 if small else 2
        self.shape = opened.shape
        self._pictures.begin(opened.origin, usual_step(opened))
        self.length = min(self.length, _declared(opened, self._start) or self.length)
        self._sounds.begin(opened.origin, self.length if opened.container.streams.audio else 0)
        if self._start:
            at = self._start / RATE + opened.origin
            with contextlib.suppress(av.error.FFmpegError):  # else it is read from its beginning
                opened.container.seek(int(at * av.time_base), backward=True)
        return _Packets(opened)

    def _has_room(self) -> bool:
        return len(self._frames) < self._strip

    def _wants_more(self) -> bool:
        short_of_pictures = not self._packets and self._has_room()
        short_of_sound = not self.sound.finished and self.sound.ahead < SOUND_AHEAD
        return short_of_pictures or short_of_sound

    def _read_one(self, opened: Opened, packets: "_Packets") -> bool:
        """Read one packet; true when the file has been read to its end."""
        try:
            packet = packets.next()
        except av.error.FFmpegError:
            self._bad_reads += 1
            packets.resume()
            if self._bad_reads < MOST_BAD_READS:
                return False
            packet = None
        if packet is None:
            self.lacks = self._broken_off(opened, packets.end)
            self._read_to_the_end()
            return True
        if packet.stream is not opened.video:
            self._sounds.decode(packet)
            return False
        self._pictures.saw(packet)
        if self._pictures.leapt:
            says = "leaps ahead by more than a minute, and is played up to there"
            self.lacks = f"{self._path.name} {says}. Export it again."
            self._read_to_the_end()
            return True
        self._packets.append(packet)
        self._compressed += packet.size
        if self._compressed > _MOST_COMPRESSED:
            self.sound.finish()
        far_enough = self._pictures.end > self.length + _PAST_THE_CUT
        if far_enough:
            self._read_to_the_end()
        return far_enough

    def _broken_off(self, opened: Opened, reached: float) -> str | None:
        """One sentence if the file ended long before it said it would; Matroska says when."""
        if opened.video.duration is not None:
            reached = in_seconds(self._start + self._pictures.end)
        promised = in_seconds(_declared(opened, 0))
        if promised - reached <= MISSING:
            return None
        says = f"breaks off after {reached:.1f} of {promised:.1f} seconds. Export it again."
        return f"{self._path.name} {says}"

    def _read_to_the_end(self) -> None:
        self._packets.append(None)
        self._sounds.flush()
        self.sound.finish()
        end = self._pictures.end
        if end > 0:
            self.length = min(self.length, end)

    def _decode_one(self, opened: Opened, decoder: PictureDecoder) -> None:
        packet = self._packets.popleft()
        self._compressed -= packet.size if packet is not None else 0
        if self._pictures.last >= self.length:
            return
        frames = self._pictures.decoded(opened.video, decoder, packet)
        if frames and not self.weight:
            first = frames[0].image
            if self.shape is not None and isinstance(first, VideoFrame):
                self.shape = upright(self.shape, first)
            self.weight = _bytes_of(first) * (self._strip + _DECODER_FRAMES)
        with self._moved:
            self._frames.extend(frames)

    def _rest(self) -> None:
        with self._moved:
            if not self._closed:
                self._moved.wait(_BREATH if self._strip == Strip.ROLLING.value else _BREATH * 4)

    def _tell_ready(self) -> None:
        if self.parked:
            return
        sound = self.sound
        self.parked = not self._has_room() and (sound.finished or sound.ahead >= SOUND_AHEAD)
        heard = sound.finished or sound.ahead >= _READY_SOUND
        self.ready = self.ready or self.parked or (heard and len(self._frames) >= _READY_FRAMES)

    def _finish(self) -> None:
        self.sound.finish()
        self._done = True
        if self._pictures.count == 0 and not self._closed:
            says = f"{self._path.name} holds no readable picture. Export it again."
            self.fault = ClipFault(missing=False, says=says)
        else:
            self.ready = self.parked = True


class _Packets:
    """The packets of a file's first film and first sound, in the order they lie there."""

    def __init__(self, opened: Opened) -> None:
        self._container = opened.container
        self._streams = [opened.video, *opened.container.streams.audio[:1]]
        self._run: Iterator[Packet[Any]] = iter(self._container.demux(self._streams))
        self.end = 0.0
        """The last moment of any packet read so far, in seconds."""

    def next(self) -> "Packet[Any] | None":
        """The next packet that holds anything; none at the end. FFmpegError for a bad read."""
        for packet in self._run:
            if packet.size:
                self._note_end(packet)
                return packet
        return None

    def _note_end(self, packet: "Packet[Any]") -> None:
        if packet.pts is not None and packet.time_base is not None:
            end = float((packet.pts + (packet.duration or 0)) * packet.time_base)
            self.end = max(self.end, end)

    def resume(self) -> None:
        """Begin again behind a bad read."""
        self._run = iter(self._container.demux(self._streams))


def _declared(opened: Opened, start: int) -> int:
    """What the file says is left of its pictures from there, in samples; 0: it says nothing."""
    return max(0, in_samples(opened.promised) - start) if opened.promised else 0


def _bytes_of(image: object) -> int:
    if isinstance(image, VideoFrame):
        return sum(plane.buffer_size for plane in image.planes)
    return 0
