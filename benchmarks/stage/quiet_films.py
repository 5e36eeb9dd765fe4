"""Films that move above and stand still below, so that any other change of the screen is seen."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from benchmarks.stage.screen import SIZE
from tests.clips import Make, _drawn

RATE = 30
STILL = 0.4
"""The share of the picture's height above which it moves."""
ASKS = (1, 2)
"""The bar codes' numbers of the clip over which keys answer, and of that over which words do."""
ASK_FRAMES, BURN_FRAMES = 66, 240
SMILE = ("smile", 1.4)
REST = ("neutral", 3.4)

ASK_STORY = """\
film: 1
title: Asks
sensing: {sign: none}
scenes:
  keys:
    play: keys.mp4
    choice: {by: [buttons], at: 0s, for: 2.1s, options: {Left: words, Right: out}}
  words:
    play: words.mp4
    choice:
      by: [text, buttons]
      at: 0s
      for: 2.1s
      options: {Left: {go: keys, default: true}, Right: out}
  out: {play: {slate: Out, seconds: 1}, end: Out}
"""
BURN_STORY = """\
film: 1
title: Burns
sensing: {uses: [face], why: The flame burns with you., baseline: one 1s..7s, sign: flame}
feelings:
  smiling: smile > 0.4
scenes:
  one: {play: burns.mp4, next: two}
  two: {play: burns.mp4, next: [{when: visits(two) < 99, go: two}, {go: asks}]}
  asks:
    play: burns.mp4
    choice:
      by: [face, buttons]
      read: 1s..5s
      at: -3s
      for: 3s
      options: {Smile: {feel: smiling, go: out}, Wait: {go: out, default: true}}
  out: {play: {slate: Out, seconds: 1}, end: Out}
"""


def ask_film(folder: Path, size: tuple[int, int] = SIZE) -> Path:
    """Asks for a key and for a word in turn, for ever."""
    folder.mkdir()
    (folder / "story.yaml").write_text(ASK_STORY, encoding="utf-8")
    for number, name in zip(ASKS, ("keys", "words"), strict=True):
        _film(folder / f"{name}.mp4", number, ASK_FRAMES, size)
    return folder


def burn_film(folder: Path, size: tuple[int, int] = SIZE) -> Path:
    """Nothing but a flame in its corner, for ever."""
    folder.mkdir()
    (folder / "story.yaml").write_text(BURN_STORY, encoding="utf-8")
    _film(folder / "burns.mp4", 3, BURN_FRAMES, size)
    return folder


def _film(path: Path, number: int, frames: int, size: tuple[int, int]) -> Path:
    """A clip: grain moves above, below all is dark and still."""
    make = Make(number=number, seconds=frames / RATE, rate=RATE, size=size, busy=True)
    with av.open(str(path), "w") as out:
        picture = out.add_stream("libx264", rate=RATE)
        picture.width, picture.height, picture.pix_fmt = *size, "yuv420p"
        picture.options = {"preset": "ultrafast", "g": str(RATE), "crf": "20"}
        for index in range(frames):
            drawn = _drawn(make, index)
            drawn[round(STILL * size[1]) :] = 20
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(drawn), format="gray")
            frame = frame.reformat(format="yuv420p")
            frame.pts, frame.time_base = index, Fraction(1, RATE)
            out.mux(picture.encode(frame))
        out.mux(picture.encode(None))
    return path
