"""Sound files made on the spot: counted, hummed, spoken, and every kind of wreck."""

import wave as waves
from fractions import Fraction

import av
import numpy as np

from tests.clips import COUNT_TO, RATE


def counting(number, samples, first=0):
    """Samples that hold their maker's number and their own place; `tests.clips.counted` reads."""
    index = np.arange(first, first + samples)
    both = np.stack([index % COUNT_TO + 1, number * 100 + index // COUNT_TO], axis=1)
    return both.astype("<i2")


def hum(seconds, tone=443.7, loud=8000):
    """A tone that goes through all its phases."""
    wave = loud * np.sin(2 * np.pi * tone * np.arange(round(seconds * RATE)) / RATE)
    return np.stack([wave, wave], axis=1).round().astype("<i2")


def noise(seconds, seed=1, loud=3000):
    """Sound no piece of which is like another."""
    chance = np.random.default_rng(seed)
    return chance.integers(-loud, loud, (round(seconds * RATE), 2)).astype("<i2")


def silence(seconds):
    """Nothing to hear."""
    return np.zeros((round(seconds * RATE), 2), "<i2")


def wav(path, samples):
    """Write samples as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with waves.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.astype("<i2").tobytes())
    return path


def opus(path, samples):
    """Write samples as a small file, with the loss that has."""
    with av.open(str(path), "w") as out:
        voice = out.add_stream("libopus", rate=RATE, layout="stereo")
        for at in range(0, len(samples), 960):
            piece = np.ascontiguousarray(samples[at : at + 960].reshape(1, -1))
            frame = av.AudioFrame.from_ndarray(piece, format="s16", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
            out.mux(voice.encode(frame))
        out.mux(voice.encode(None))
    return path


def as_wave(heard):
    """Bytes of a stream as rows of samples, with room to reckon in."""
    return np.frombuffer(bytes(heard), "<i2").reshape(-1, 2).astype(int)


def level(samples):
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(np.asarray(samples, float)))))


def steepest(samples):
    """The largest step from one sample to the next."""
    return int(np.abs(np.diff(np.asarray(samples, int), axis=0)).max())
