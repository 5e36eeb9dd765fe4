"""From a scene's drawing to its clip: frames on all cores, then one encoder.

Frames wait on disk as plain YUV, so that the encoder can try again at another quality until the
clip is small enough without drawing anything twice.
"""

import importlib
import importlib.util
import json
import math
import multiprocessing
import tempfile
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Final

import av
import numpy as np
import skia

WIDTH: Final = 1280
HEIGHT: Final = 720
SOUND_RATE: Final = 48_000
SMPTE_170M: Final = 6  # what the frames are turned into, said aloud for players who would guess
SMALL_ENOUGH: Final = 2_000_000
FASTSTART: Final = {"movflags": "+faststart"}
FIRST_TRY: Final = 27
FINEST: Final = 20
COARSEST: Final = 36
STRAIGHT: Final = 0.0006  # of the picture: how far a lamp may be from the line between two keys


@dataclass(frozen=True, slots=True)
class Gauge:
    """How large and how often: the picture's size as a share, and frames in a second."""

    share: float
    rate: int
    preset: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return round(WIDTH * self.share), round(HEIGHT * self.share)


FULL: Final = Gauge(1.0, 30, "slow")
PREVIEW: Final = Gauge(0.5, 10, "veryfast")


def still(scene: str, t: float, out: Path) -> None:
    """One full-size frame as a PNG."""
    skia.Image.fromarray(_frame(_scene(scene), t, FULL)).save(str(out))


def make(scene: str, folder: Path, gauge: Gauge, jobs: int) -> Path:
    """Draw, set to sound and encode one scene; the clip and its live file are in `folder`."""
    drawing = _scene(scene)
    count = round(drawing.SECONDS * gauge.rate)
    clip = folder / f"{scene}.mp4"
    with tempfile.TemporaryDirectory() as scratch:
        frames = Path(scratch) / "frames.yuv"
        _draw_all(scene, count, gauge, frames, jobs)
        _encode_small_enough(frames, count, gauge, _sound(scene, drawing.SECONDS), clip)
    (folder / f"{scene}.live.json").write_text(_live(drawing))
    return clip


def set_to_sound(scene: str, clip: Path) -> None:
    """Give a clip its scene's sound anew; the picture's packets are taken over as they are."""
    sound = _sound(scene, _scene(scene).SECONDS)
    fresh = clip.with_suffix(".fresh.mp4")
    with av.open(str(clip)) as old, av.open(str(fresh), "w", options=FASTSTART) as film:
        picture = film.add_stream_from_template(old.streams.video[0])
        voice = _voice(film)
        heard = 0
        for packet in old.demux(video=0):
            if packet.dts is None:
                continue
            seconds = float(packet.dts * packet.time_base)
            packet.stream = picture
            film.mux(packet)
            heard = _encode_sound(film, voice, sound, heard, seconds + 0.2)
        _encode_sound(film, voice, sound, heard, len(sound) / SOUND_RATE)
        film.mux(voice.encode(None))
    fresh.replace(clip)


def _voice(film: av.container.OutputContainer) -> av.audio.AudioStream:
    return film.add_stream("aac", rate=SOUND_RATE, layout="stereo", bit_rate=112_000)


def _scene(name: str) -> ModuleType:
    return importlib.import_module(f"making.scenes.{name}")


def _frame(drawing: ModuleType, t: float, gauge: Gauge) -> np.ndarray:
    width, height = gauge.size
    pixels = np.zeros((height, width, 4), np.uint8)
    surface = skia.Surface(pixels)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorBLACK)
    canvas.scale(gauge.share, gauge.share)
    drawing.draw(canvas, t)
    return pixels


def _draw_all(scene: str, count: int, gauge: Gauge, frames: Path, jobs: int) -> None:
    """Draw every frame into one file; each process takes every so-manieth frame."""
    width, height = gauge.size
    with frames.open("wb") as file:
        file.truncate(count * width * height * 3 // 2)
    spawn = multiprocessing.get_context("spawn")
    shares = [(scene, range(first, count, jobs), gauge, frames) for first in range(jobs)]
    with spawn.Pool(jobs) as pool:
        pool.starmap(_draw_some, shares, chunksize=1)


def _draw_some(scene: str, which: range, gauge: Gauge, frames: Path) -> None:
    drawing = _scene(scene)
    shelf = _shelf(frames, gauge, "r+")
    for index in which:
        pixels = _frame(drawing, index / gauge.rate, gauge)
        frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
        shelf[index] = frame.reformat(format="yuv420p").to_ndarray()


def _shelf(frames: Path, gauge: Gauge, mode: str) -> np.memmap:
    width, height = gauge.size
    plain = np.memmap(frames, np.uint8, mode)  # type: ignore[call-overload]
    return plain.reshape(-1, height * 3 // 2, width)


def _encode_small_enough(
    frames: Path, count: int, gauge: Gauge, sound: np.ndarray, clip: Path
) -> None:
    """Take the finest quality that fits; five or six steps of CRF halve a clip."""
    crf, coarsest_too_large = FIRST_TRY, FINEST - 1
    while True:
        _encode(_shelf(frames, gauge, "r"), count, gauge, sound, clip, crf)
        over = math.ceil(5 * math.log2(clip.stat().st_size / SMALL_ENOUGH))
        if over > 0:
            coarsest_too_large = max(coarsest_too_large, crf)
        wanted = max(coarsest_too_large + 1, min(COARSEST, crf + over))
        if wanted == crf or (over > 0 and crf == COARSEST):
            return
        crf = wanted


def _encode(
    shelf: np.ndarray, count: int, gauge: Gauge, sound: np.ndarray, clip: Path, crf: int
) -> None:
    with av.open(str(clip), "w", options=FASTSTART) as film:
        picture = film.add_stream("libx264", rate=gauge.rate)
        picture.width, picture.height = gauge.size
        picture.pix_fmt = "yuv420p"
        picture.time_base = Fraction(1, gauge.rate)
        picture.codec_context.gop_size = gauge.rate
        picture.codec_context.colorspace = SMPTE_170M
        picture.options = {
            "crf": str(crf),
            "preset": gauge.preset,
            "tune": "animation",
            "x264-params": "scenecut=0:aq-mode=3:aq-strength=0.7",
        }
        voice = _voice(film)
        heard = 0
        for index in range(count):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(shelf[index]), "yuv420p")
            frame.pts = index
            film.mux(picture.encode(frame))
            heard = _encode_sound(film, voice, sound, heard, (index + 1) / gauge.rate)
        film.mux(picture.encode(None))
        film.mux(voice.encode(None))


def _encode_sound(
    film: av.container.OutputContainer,
    voice: av.audio.AudioStream,
    sound: np.ndarray,
    heard: int,
    until: float,
) -> int:
    """Keep the sound abreast of the picture, so that a player need not seek; how far it is."""
    step = 1024
    for start in range(heard, min(len(sound), round(until * SOUND_RATE)), step):
        piece = np.ascontiguousarray(sound[start : start + step].T, np.float32)
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate = SOUND_RATE
        frame.pts = start
        film.mux(voice.encode(frame))
        heard = start + step
    return heard


def _sound(scene: str, seconds: float) -> np.ndarray:
    """The scene's own sound; silence while nobody has written it."""
    if importlib.util.find_spec("making.sound") is None:
        return np.zeros((round(seconds * SOUND_RATE), 2), np.float32)
    score = importlib.import_module("making.sound.score")
    return np.asarray(score.soundtrack(scene), np.float32)


def _live(drawing: ModuleType) -> str:
    """Where the live flame stands: as few keys as tell its way."""
    count = round(drawing.SECONDS * FULL.rate)
    stands = [(i / FULL.rate, *drawing.lamp(i / FULL.rate)) for i in range(count)]
    keys = [
        {"t": round(t, 3), "x": round(x, 4), "y": round(y, 4)}
        | {"scale": round(scale, 4), "hidden": round(hidden, 3)}
        for t, x, y, scale, hidden in _bends(np.array(stands))
    ]
    return json.dumps({"version": 1, "keys": keys}) + "\n"


def _bends(way: np.ndarray) -> np.ndarray:
    """The points without which straight lines would miss the way."""
    kept = {0, len(way) - 1}
    spans = [(0, len(way) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        share = (way[first:last, :1] - way[first, 0]) / (way[last, 0] - way[first, 0])
        line = way[first, 1:] + share * (way[last, 1:] - way[first, 1:])
        miss = np.abs(way[first:last, 1:] - line).max(axis=1)
        worst = first + int(miss.argmax())
        if miss.max() > STRAIGHT:
            kept.add(worst)
            spans += [(first, worst), (worst, last)]
    return way[sorted(kept)]
