"""What is heard: room tone, a clock, birds, a drop of water; all made of numbers."""

import math

import cellar
import garden
import hall
import numpy as np

RATE = 48_000
LOUD = -18.0  # LUFS
PEAK = 0.7
Sound = np.ndarray


def _silence(seconds: float) -> Sound:
    return np.zeros((round(seconds * RATE), 2))


def _air(seconds: float, low: float, high: float, tilt: float, seed: int) -> Sound:
    """Noise between two pitches, falling by `tilt` with pitch; each side its own."""
    count = round(seconds * RATE)
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    shape = np.where((pitch > low) & (pitch < high), np.maximum(pitch, 1.0) ** -tilt, 0.0)
    rng = np.random.default_rng(seed)
    sides = []
    for _ in range(2):
        turn = np.exp(1j * rng.uniform(0, math.tau, len(pitch)))
        wave = np.fft.irfft(shape * turn, count)
        sides.append(wave / np.sqrt(np.mean(wave**2)))
    return np.column_stack(sides)


def _put(into: Sound, wave: np.ndarray, at: float, side: float = 0.0) -> None:
    """Add a wave at a time; `side` -1 is left, 1 right."""
    start = round(at * RATE)
    wave = wave[: len(into) - start]
    angle = (side + 1) * math.pi / 4
    into[start : start + len(wave), 0] += wave * math.cos(angle)
    into[start : start + len(wave), 1] += wave * math.sin(angle)


def _ring(seconds: float, *tones: tuple[float, float, float]) -> np.ndarray:
    """Struck tones: pitch, strength, how long each takes to fall to a third."""
    t = np.arange(round(seconds * RATE)) / RATE
    wave = sum(k * np.sin(math.tau * pitch * t) * np.exp(-t / fall) for pitch, k, fall in tones)
    return np.asarray(wave) * np.minimum(1.0, t / 0.001)


def _room(dry: Sound, seconds: float, wet: float, dark: float, seed: int) -> Sound:
    """The same in a room that takes `seconds` to fall silent."""
    count = round(seconds * RATE)
    t = np.arange(count) / RATE
    tail = _air(seconds, 120, dark, 0.25, seed) * np.exp(-6.9 * t / seconds)[:, None]
    tail /= np.sqrt(np.sum(tail**2, axis=0))
    size = len(dry) + count
    heard = np.fft.irfft(
        np.fft.rfft(dry, size, axis=0) * np.fft.rfft(tail, size, axis=0), size, axis=0
    )
    return dry + wet * heard[: len(dry)]


def _hall() -> Sound:
    out = _silence(hall.SECONDS)
    for k, at in enumerate(hall.BEATS):
        tone = 1.0 if k % 2 else 0.86
        _put(
            out,
            0.5
            * _ring(
                0.12, (2100 * tone, 0.5, 0.008), (940 * tone, 0.8, 0.016), (310 * tone, 0.7, 0.03)
            ),
            at,
        )
    for at in (1.1, 2.0, 4.4):
        _put(out, 0.1 * _chirp(2600, 3500, 0.14), at, -0.9)
    for at in (2.6, 5.0):
        _put(out, 0.2 * _drop(620), at, 0.9)
    return 0.9 * _room(out, 1.1, 0.35, 3800, 2) + 0.016 * _air(hall.SECONDS, 40, 2400, 0.8, 5)


def _chirp(start: float, end: float, seconds: float) -> np.ndarray:
    """One call of a bird, gliding."""
    k = np.linspace(0, 1, round(seconds * RATE))
    pitch = start + (end - start) * np.sin(k * math.pi * 0.6) + 90 * np.sin(k * math.tau * 6)
    turn = math.tau * np.cumsum(pitch) / RATE
    return np.asarray(np.sin(math.pi * k) ** 1.4 * (np.sin(turn) + 0.16 * np.sin(2 * turn)))


def _garden() -> Sound:
    out = _silence(garden.SECONDS)
    for k, at in enumerate(garden.CALLS):
        side = (-0.7, 0.6, -0.2, 0.8, -0.5, 0.2)[k]
        for j in range(3 if k % 2 else 4):
            low = 2300 + 340 * (k % 3) + 120 * j
            _put(
                out,
                0.3 * _chirp(low, low + (900 if (k + j) % 2 else -500), 0.09 + 0.03 * (j % 2)),
                at + 0.15 * j,
                side,
            )
    for at in (0.2, 1.95, 3.7, 5.5):
        _put(out, 0.07 * _ring(0.3, (420, 0.6, 0.05), (735, 0.4, 0.04)), at, 0.5)
    t = np.arange(len(out)) / RATE
    breeze = 0.5 + 0.35 * np.sin(t * 0.9) + 0.15 * np.sin(t * 2.3)
    leaves = _air(garden.SECONDS, 900, 9000, 0.5, 8) * (0.013 * breeze)[:, None]
    bees = (
        0.012
        * np.sin(math.tau * 212 * t + 2 * np.sin(t * 2.1))
        * (0.5 + 0.5 * np.sin(t * 1.3)) ** 2
    )
    return (
        _room(out, 0.5, 0.16, 7000, 3)
        + leaves
        + 0.009 * _air(garden.SECONDS, 60, 700, 0.6, 6)
        + bees[:, None]
    )


def _drop(pitch: float) -> np.ndarray:
    """A drop into water: a short tone that rises."""
    t = np.arange(round(0.22 * RATE)) / RATE
    turn = math.tau * np.cumsum(pitch * (1 + 2.4 * t / 0.22)) / RATE
    return np.asarray(np.sin(turn) * np.exp(-t / 0.045) * np.minimum(1.0, t / 0.002))


def _cellar() -> Sound:
    out = _silence(cellar.SECONDS)
    for k, at in enumerate(cellar.DROPS):
        _put(out, 0.8 * _drop(560 + 70 * k), at, -0.45)
        _put(out, 0.2 * _drop(900 + 40 * k), at + 0.11, -0.3)
    rng = np.random.default_rng(9)
    for at in np.sort(rng.uniform(0.1, cellar.SECONDS - 0.1, 22)):
        _put(
            out,
            float(rng.uniform(0.02, 0.09))
            * _ring(0.02, (float(rng.uniform(1800, 4200)), 1.0, 0.002)),
            float(at),
        )
    t = np.arange(len(out)) / RATE
    hum = 0.012 * np.sin(math.tau * 55 * t) * (0.8 + 0.2 * np.sin(t * 1.1))
    return (
        _room(out, 2.4, 0.9, 3200, 4) + 0.02 * _air(cellar.SECONDS, 35, 900, 0.9, 7) + hum[:, None]
    )


def _weighting(pitch: np.ndarray) -> np.ndarray:
    """How strongly the ear's K curve (ITU-R BS.1770) counts each pitch."""
    z = np.exp(-1j * math.tau * pitch / RATE)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return np.abs(shelf * high)


def loudness(sound: Sound) -> float:
    """How loud it is, in LUFS, quiet stretches left out as the standard asks."""
    count = len(sound)
    weight = _weighting(np.fft.rfftfreq(count, 1 / RATE))
    heard = np.fft.irfft(np.fft.rfft(sound, axis=0) * weight[:, None], count, axis=0)
    size, step = round(0.4 * RATE), round(0.1 * RATE)
    blocks = np.array(
        [
            np.sum(np.mean(heard[k : k + size] ** 2, axis=0))
            for k in range(0, count - size + 1, step)
        ]
    )
    blocks = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
    blocks = blocks[blocks > 0.1 * np.mean(blocks)]
    return float(-0.691 + 10 * np.log10(np.mean(blocks)))


def _levelled(sound: Sound) -> Sound:
    """At the wanted loudness, peaks rounded, its ends faded so that cuts do not click."""
    for _ in range(4):
        sound = sound * 10 ** ((LOUD - loudness(sound)) / 20)
        over = np.abs(sound) > PEAK * 0.6
        bent = PEAK * (0.6 + 0.4 * np.tanh((np.abs(sound) / PEAK - 0.6) / 0.4))
        sound = np.where(over, np.sign(sound) * bent, sound)
    edge = np.minimum(1.0, np.arange(len(sound)) / (0.03 * RATE))
    return sound * (edge * edge[::-1])[:, None]


def soundtrack(scene: str) -> np.ndarray:
    """The scene's sound: 48 kHz, two sides, 32-bit."""
    made = {"hall": _hall, "garden": _garden, "cellar": _cellar}[scene]()
    return _levelled(made).astype(np.float32)
