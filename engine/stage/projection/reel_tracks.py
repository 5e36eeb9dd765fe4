"""The two tracks of a film: packets in, frames and samples out, each where its time says."""

from typing import Any, Final, cast

import av.error
from av import AudioFrame, AudioResampler, Packet, VideoFrame
from av.video.stream import VideoStream

from engine.stage.projection.clock import BYTES, RATE, in_samples
from engine.stage.projection.hardware import PictureDecoder
from engine.stage.projection.probe import LONGEST_STILL
from engine.stage.projection.reel import Frame
from engine.stage.projection.sound_run import SoundRun
from engine.stage.projection.stance import mirrored

_STANDS: Final = in_samples(LONGEST_STILL)
_LONGEST_SILENCE: Final = 300 * RATE
"""Sound that leaps farther than this is not waited for: silence, too, would fill the memory."""
_ADRIFT: Final = RATE // 40
"""Sound this far from where its time says is put right with silence, or by leaving some out."""


class PictureTrack:
    """
    Pictures from `start` on, each once, in order; times by presentation stamps alone.

    The picture that stands at `start`, though it began before, is the first, at 0.
    """

    def __init__(self, start: int) -> None:
        self._start = start
        self._origin = 0.0
        self._usual = 0.0
        self._before: VideoFrame | None = None
        self._mirrored = self._saw_one = False
        self.last = -1
        """Where the newest decoded picture lies."""
        self.end = 0
        """Where the last picture read so far ends."""
        self.leapt = False
        """Whether the file leaps so far ahead that nobody would wait for its next picture."""
        self.count = 0
        self.errors = 0

    def begin(self, origin: float, usual: float) -> None:
        """The file's first moment, and how long a picture stands that does not say."""
        self._origin, self._usual = origin, usual

    def saw(self, packet: "Packet[Any]") -> None:
        """A packet was read: its picture's end may be the film's."""
        if packet.pts is not None and packet.time_base is not None:
            step = float((packet.duration or 0) * packet.time_base) or self._usual
            at = self._place(float(packet.pts * packet.time_base))
            self.leapt = self._saw_one and at - max(0, self.end) > _STANDS
            self._saw_one = True
            if not self.leapt:
                self.end = max(self.end, at + min(in_samples(step), _STANDS))

    def decoded(
        self, stream: VideoStream, decoder: PictureDecoder, packet: "Packet[Any] | None"
    ) -> list[Frame]:
        """The frames a packet gives; none gives those still inside the decoder."""
        try:
            images = decoder.decode(packet)
        except av.error.FFmpegError:
            self.errors += 1
            return []
        frames: list[Frame] = []
        for image in images:
            frames += self._placed(image, stream)
        if packet is None and self.count == 0 and self._before is not None:
            frames.append(self._counted(0, self._before))
        return frames

    def _placed(self, image: VideoFrame, stream: VideoStream) -> list[Frame]:
        # The stream's time base: a frame's own is now and then 0/0, and its time then NaN.
        base = stream.time_base
        if image.pts is None or base is None:
            at = self._guessed()
        else:
            at = self._place(float(image.pts * base))
        if at < 0:
            self._before = image
            return []
        if at <= self.last:
            self.errors += 1
            return []
        first: list[Frame] = []
        if self.count == 0 and at > 0:
            if self._before is None:
                return [self._counted(0, image)]
            first = [self._counted(0, self._before)]
        return [*first, self._counted(at, image)]

    def _counted(self, at: int, image: VideoFrame) -> Frame:
        if not self.count:
            self._mirrored = mirrored(image)
        self.count += 1
        self.last = at
        self._before = None
        return Frame(at, image, self._mirrored)

    def _guessed(self) -> int:
        return self.last + in_samples(self._usual) if self.count else 0

    def _place(self, time: float) -> int:
        return in_samples(time - self._origin) - self._start


class SoundTrack:
    """Sound from `start` on as s16, 48 kHz, stereo, without holes."""

    def __init__(self, run: SoundRun, start: int) -> None:
        self._run = run
        self._start = start
        self._origin = 0.0
        self._length = 0
        self._resampler: AudioResampler | None = None
        self._at: int | None = None
        """Where the next sample lies, also of those before `start`; none: no frame has said."""
        self.errors = 0

    def begin(self, origin: float, length: int) -> None:
        """The file's first moment, and how many samples are wanted; 0: it has no sound."""
        self._origin, self._length = origin, length
        self._end_in_time()

    def decode(self, packet: "Packet[Any]") -> None:
        """Decode a packet and lay its sound where its time says."""
        if self._run.finished:
            return
        try:
            for frame in packet.decode():
                self._lay(cast("AudioFrame", frame))
        except (av.error.FFmpegError, ValueError):  # ValueError: the sound changed its form
            self.errors += 1
            self._resampler = None
        self._end_in_time()

    def flush(self) -> None:
        """Lay what the resampler still holds."""
        if self._resampler is not None and not self._run.finished:
            self._put(self._resampled(None))

    def _lay(self, frame: AudioFrame) -> None:
        if frame.time is not None:
            said = in_samples(frame.time - self._origin) - self._start
            if self._at is None or abs(said - self._at) > _ADRIFT:
                self._at = said
        self._put(self._resampled(frame))

    def _put(self, piece: bytes) -> None:
        at = self._run.written if self._at is None else self._at
        self._at = at + len(piece) // BYTES
        gap = min(at, self._length) - self._run.written
        if gap > _LONGEST_SILENCE:
            self._run.finish()
            return
        if gap > 0:
            self._run.put(bytes(gap * BYTES))
        elif gap < 0:
            piece = piece[-gap * BYTES :]
        self._run.put(piece)

    def _end_in_time(self) -> None:
        if self._run.written >= self._length:
            self._run.finish()

    def _resampled(self, frame: AudioFrame | None) -> bytes:
        if self._resampler is None:
            self._resampler = AudioResampler("s16", "stereo", RATE)
        pieces = self._resampler.resample(frame)
        return b"".join(bytes(piece.planes[0])[: piece.samples * BYTES] for piece in pieces)
