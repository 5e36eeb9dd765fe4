"""The soundtrack of each scene. `python -m making.sound.score SCENE OUT.wav | --measure`."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.io import wavfile

from making.sound import endings, inside, night, threshold
from making.sound.grid import RATE, SECONDS, samples
from making.sound.mix import integrated, limited, true_peak
from making.sound.room import bed, weather
from making.sound.scene import Score
from making.sound.space import HALL, staged
from making.sound.synth import Sound, above, curve, gain

SCORES: Final[MappingProxyType[str, Callable[[], Score]]] = MappingProxyType(
    {
        "arrival": night.arrival,
        "landing": night.landing,
        "door": threshold.door,
        "cold": threshold.cold,
        "warm_in": threshold.warm_in,
        "letter": inside.letter,
        "light": endings.light,
        "dawn": endings.dawn,
    }
)
_CLEARS: Final = 0.9  # seconds before a cut in which the last tones give way to the bed
_ROUNDS: Final = 3


def soundtrack(scene: str) -> NDArray[np.float32]:
    """A scene's sound for two ears at 48 kHz, as long as the scene, the same every time."""
    seconds = SECONDS[scene]
    score = SCORES[scene]()
    ground = _ground(score, seconds, scene)
    stems = _stems(score, seconds)
    shape = _shape(score, seconds)
    louder = 0.0
    heard = ground
    for _ in range(_ROUNDS):
        heard = limited((ground + gain(louder) * stems) * shape)
        louder += score.loud - integrated(heard)
    return heard.astype(np.float32)


def _ground(score: Score, seconds: float, scene: str) -> Sound:
    """The room tone and the weather: what is never turned up or down to fit a clip."""
    ground = bed(seconds, scene)
    for texture, levels in score.weather:
        ground = ground + weather(texture, seconds, scene, levels)
    return ground


def _stems(score: Score, seconds: float) -> Sound:
    """Music and sounds, with no step at a cut and nothing under what an ear can hear."""
    heard = staged(score.music, HALL, seconds) + staged(score.sounds, score.place, seconds)
    edge = curve([(0.0, 0.0), (0.004, 1.0), (seconds - _CLEARS, 1.0), (seconds, 0.0)], seconds)
    return above(heard, 24.0) * edge[:, None]


def _shape(score: Score, seconds: float) -> Sound:
    """Out of silence where a film begins, into silence where it ends, else untouched."""
    shape = np.ones(samples(seconds))
    if score.comes:
        shape *= curve([(0.0, 0.0), (score.comes, 1.0)], seconds)
    if score.goes:
        shape *= curve([(seconds - score.goes, 1.0), (seconds - 0.05, 0.0)], seconds)
    return shape[:, None]


def write(scene: str, path: Path) -> None:
    """Keep one soundtrack as a wave file of 16 bits."""
    rounded = np.round(soundtrack(scene) * 32_767.0)
    wavfile.write(path, RATE, rounded.astype(np.int16))


def measure() -> str:
    """A table of all scenes: seconds, loudness, true peak, offset, the time it took."""
    lines = ["scene      seconds    LUFS    dBTP        DC  made in"]
    for scene in SECONDS:
        began = time.process_time()
        track = soundtrack(scene).astype(np.float64)
        took = time.process_time() - began
        lines.append(
            f"{scene:<10} {len(track) / RATE:7.3f} {integrated(track):7.2f} "
            f"{true_peak(track):7.2f} {np.abs(track.mean(axis=0)).max():9.1e} {took:6.1f} s"
        )
    return "\n".join(lines)


def main() -> int:
    """Write one soundtrack, or measure all of them."""
    parser = argparse.ArgumentParser(prog="making.sound.score", description=__doc__)
    parser.add_argument("scene", nargs="?", choices=tuple(SECONDS))
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--measure", action="store_true", help="loudness and peaks of all scenes")
    wish = parser.parse_args()
    if wish.measure:
        sys.stdout.write(measure() + "\n")
    elif wish.scene and wish.out:
        write(wish.scene, wish.out)
    else:
        parser.error("name a scene and a file to write, or ask to --measure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
