"""Make the three clips of Two Doors: `python stories/two-doors/making/make.py [SCENE ...]`.

    --still SCENE SECOND OUT.png   write one frame instead

Nothing is filmed or recorded: the pictures are cut paper drawn with skia, the sound is numbers.
"""

import argparse
import importlib
import sys
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import av  # noqa: E402  (the folder must be on the path first)
import numpy as np  # noqa: E402
import skia  # noqa: E402
from paper import FPS, HIGH, WIDE  # noqa: E402
from sound import RATE, soundtrack  # noqa: E402

SCENES = ("hall", "garden", "cellar")
LIMIT = 1_500_000
QUALITY = (19, 21, 23, 25, 27, 29)


def frame(scene: str, t: float) -> np.ndarray:
    """One picture, as rows of red, green, blue."""
    surface = skia.Surface(WIDE, HIGH)
    importlib.import_module(scene).draw(surface.getCanvas(), t)
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.ascontiguousarray(pixels[..., :3])


def _frames(job: tuple[str, int, int]) -> list[np.ndarray]:
    scene, first, last = job
    return [frame(scene, k / FPS) for k in range(first, last)]


def _pictures(scene: str) -> list[np.ndarray]:
    count = round(importlib.import_module(scene).SECONDS * FPS)
    half = count // 2
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(_frames, [(scene, 0, half), (scene, half, count)])
    return [picture for part in parts for picture in part]


def _encode(path: Path, pictures: list[np.ndarray], sound: np.ndarray, quality: int) -> None:
    with av.open(str(path), "w", options={"movflags": "faststart"}) as film:
        video: Any = film.add_stream("libx264", rate=FPS)
        video.width, video.height, video.pix_fmt = WIDE, HIGH, "yuv420p"
        video.options = {
            "crf": str(quality),
            "preset": "slow",
            "g": str(FPS),
            "keyint_min": str(FPS),
            "sc_threshold": "0",
            "x264-params": "colorprim=bt709:transfer=bt709:colormatrix=bt709",
        }
        video.color_range, video.colorspace = 1, 1
        audio: Any = film.add_stream("aac", rate=RATE)
        audio.bit_rate, audio.layout = 128_000, "stereo"
        for k, picture in enumerate(pictures):
            shown = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
            )
            shown.pts, shown.time_base = k, Fraction(1, FPS)
            film.mux(video.encode(shown))
        for start in range(0, len(sound), 1024):
            piece = np.ascontiguousarray(sound[start : start + 1024].T)
            heard = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
            heard.sample_rate, heard.pts, heard.time_base = RATE, start, Fraction(1, RATE)
            film.mux(audio.encode(heard))
        film.mux(video.encode(None))
        film.mux(audio.encode(None))


def make(scene: str) -> Path:
    """Draw, sound and write one clip, at the best quality that fits the limit."""
    path = HERE.parent / f"{scene}.mp4"
    pictures, sound = _pictures(scene), soundtrack(scene)
    for quality in QUALITY:
        _encode(path, pictures, sound, quality)
        if path.stat().st_size <= LIMIT:
            break
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB at quality {quality}")
    return path


def poster() -> None:
    """What the library shows: the hall with both doors open."""
    rows = np.dstack([frame("hall", 3.0), np.full((HIGH, WIDE), 255, np.uint8)])
    skia.Image.fromarray(rows).save(str(HERE.parent / "poster.jpg"), skia.kJPEG)


def main() -> None:
    """Do what the command line asks."""
    words = argparse.ArgumentParser(description="Make the clips of Two Doors.")
    words.add_argument("scenes", nargs="*", metavar="SCENE", default=SCENES)
    words.add_argument("--still", nargs=3, metavar=("SCENE", "SECOND", "OUT"))
    asked = words.parse_args()
    if asked.still:
        scene, second, out = asked.still
        skia.Image.fromarray(
            np.dstack([frame(scene, float(second)), np.full((HIGH, WIDE), 255, np.uint8)])
        ).save(out)
        return
    for scene in asked.scenes or SCENES:
        make(scene)
    poster()


if __name__ == "__main__":
    main()
