"""Where one clip ends and the next begins: frames and samples lost, and the gap between.

Every player shows clips that carry a bar code of clip and frame, in an X server of our own whose
frame buffer is read from outside; its sound goes through SDL's disk driver into a file. So all
players are seen and heard in the same way, and none is asked for its own opinion.
"""

import json
import resource
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks.figures import Figure, Report, machine, median, spread
from benchmarks.peers.commands import Player, mpv, ours, pyvidplayer2, surroundings
from benchmarks.stage.ear import click_near, recorded, silent
from benchmarks.stage.eye import Eye, MissingError, Seen, opened_eye
from benchmarks.stage.screen import SIZE
from tests.clips import Make, film

RATE = 30
INTERVAL = 1 / RATE
FRAMES = 64
"""In a clip: 64 frames at 30/s are exactly 100 frames of AAC, so that no player must pad."""
SHORTER = 48
"""Frames of the evenings' clips: exactly 75 frames of AAC; no evening is longer than it must."""
NEAR_SECONDS = 0.3
NEAR = round(NEAR_SECONDS * RATE)
"""Frames on either side of a cut."""
REPEATS = 3


@dataclass(frozen=True, slots=True)
class Playing:
    """What was seen and heard of one player on one playlist."""

    gap: float
    """From a clip's last frame to the next clip's first, in frame intervals; median."""
    stand: float
    """The longest a picture stood near a cut, in frame intervals; median over the cuts."""
    wrong: int
    """Frames twice, missing or out of order."""
    near: int
    """Those of them within 0.3 s of a cut."""
    silent: float
    """Silent samples for each cut."""
    cpu: float
    """Of the player and its children, in seconds for each second of film."""


def run(*, quick: bool, rounds: int = REPEATS) -> Report:
    """Play, watch and listen, so many times in turn."""
    report = Report("seam")
    with tempfile.TemporaryDirectory() as folder:
        try:
            with opened_eye() as eye:
                _measure(report, eye, Path(folder), quick=quick, rounds=rounds)
        except MissingError as problem:
            report.notes.append(str(problem))
    return report


def _measure(report: Report, eye: Eye, folder: Path, *, quick: bool, rounds: int) -> None:
    clips = [_clip(folder, number) for number in range(1, 4 if quick else 7)]
    played: dict[str, list[Playing]] = {}
    for _ in range(rounds):
        for player in (ours(), mpv(), pyvidplayer2()):
            if player.missing is None:
                played.setdefault(player.name, []).append(_play(eye, player, clips, folder))
            elif player.missing not in report.notes:
                report.notes.append(player.missing)
        report.notes.append(f"after a round: {machine()}")
    _compare(report, played)
    shorter = folder / "evening"
    shorter.mkdir()
    brief = [_clip(shorter, number, SHORTER) for number in range(1, len(clips) + 1)]
    _evenings(report, eye, brief, folder, events=20 if quick else 200)


def _clip(folder: Path, number: int, frames: int = FRAMES) -> Path:
    make = Make(
        number=number, seconds=frames / RATE, rate=RATE, size=SIZE, sound="tone", busy=True,
        tone=311.3 + 57.7 * number, after=0.0,
    )  # fmt: skip
    return film(folder / f"{number}.mp4", make)


def _play(eye: Eye, player: Player, clips: Sequence[Path], folder: Path) -> Playing:
    recording = folder / "heard.raw"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seen = _watched(eye, player.on(clips), recording, 10 + 6 * len(clips))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    wrong = list(_wrong(seen, len(clips)))
    return Playing(
        gap=median(list(_gaps(seen))),
        stand=median(list(_stands(seen))),
        wrong=len(wrong),
        near=sum(min(frame, FRAMES - 1 - frame) < NEAR for _, frame in wrong),
        silent=silent(recorded(recording)) / (len(clips) - 1),
        cpu=used / (len(clips) * FRAMES / RATE),
    )


def _watched(eye: Eye, command: Sequence[str], recording: Path, limit: float) -> list[Seen]:
    recording.unlink(missing_ok=True)
    around = surroundings(eye.display, recording)
    with tempfile.TemporaryFile() as words:
        player = subprocess.Popen(command, env=around, stdout=words, stderr=words)
        seen = eye.watch(player, limit)
        words.seek(0)
        if player.returncode or not seen or not recording.exists():
            said = words.read().decode(errors="replace").strip().splitlines()[-1:]
            raise MissingError(f"`{' '.join(command[:3])}` showed nothing: {' '.join(said)}")
    return seen


def _gaps(seen: Sequence[Seen]) -> Iterator[float]:
    for one, two in pairwise(seen):
        if one.clip != two.clip:
            yield (two.at - one.at) / INTERVAL


def _stands(seen: Sequence[Seen]) -> Iterator[float]:
    cuts = [two.at for one, two in pairwise(seen) if one.clip != two.clip]
    for cut in cuts:
        near = [
            (one.at, two.at) for one, two in pairwise(seen) if abs(two.at - cut) < NEAR_SECONDS
        ]
        yield max(two - one for one, two in near) / INTERVAL


def _wrong(seen: Sequence[Seen], clips: int) -> Iterator[tuple[int, int]]:
    """Clip and frame of whatever is twice, missing or out of order."""
    codes = [(one.clip, one.frame) for one in seen]
    expected = [(clip, frame) for clip in range(1, clips + 1) for frame in range(FRAMES)]
    yield from sorted(set(expected) - set(codes))
    known: set[tuple[int, int]] = set()
    latest = (0, 0)
    for code in codes:
        if code in known or code < latest:
            yield code
        known.add(code)
        latest = max(latest, code)


def _compare(report: Report, played: dict[str, list[Playing]]) -> None:
    _add(report, played, "gap", "last frame of A to first of B", "intervals", 1.25)
    _add(
        report,
        played,
        "stand",
        "longest a picture stands within 0.3 s of a cut",
        "intervals",
        1.25,
    )
    if "mpv" in played:
        theirs = _middle(played["mpv"], "stand")
        share = _middle(played["kinoeye"], "stand") / theirs
        report.figures.append(
            Figure(
                name="stand.mpv",
                what="the same, as a share of mpv's",
                value=share,
                unit="x",
                peer=f"mpv 1, a perfect cut {1 / theirs:.3g}",
                target="<= 0.25",
                ok=share <= 0.25,
            )
        )
    _add(report, played, "silent", "silent samples at a cut", "samples", 0)
    _add(report, played, "near", "frames twice or lost within 0.3 s of a cut", "frames", 0)
    _add(report, played, "wrong", "frames twice or lost on the way", "frames")
    rival = played.get("pyvidplayer2")
    most = None if rival is None else _middle(rival, "cpu")
    _add(report, played, "cpu", "CPU of the player and its children, 720p30", "cores", most)


def _add(
    report: Report, played: dict[str, list[Playing]], name: str, what: str, unit: str,
    most: float | None = None,
) -> None:  # fmt: skip
    value = _middle(played["kinoeye"], name)
    peers = [
        f"{peer} {_middle(plays, name):.3g}" for peer, plays in played.items() if peer != "kinoeye"
    ]
    report.figures.append(
        Figure(
            name=name,
            what=what,
            value=value,
            unit=unit,
            peer=", ".join(peers) or "-",
            target="-" if most is None else f"<= {most:.3g}",
            ok=None if most is None else value <= most,
        )
    )
    rounds = spread([getattr(play, name) for play in played["kinoeye"]])
    report.notes.append(f"{name}, ours in each round: {rounds}")


def _middle(plays: Sequence[Playing], name: str) -> float:
    return median([getattr(play, name) for play in plays])


# An evening of chance -----------------------------------------------------------------------


@dataclass(slots=True)
class Evening:
    """What went wrong over the random evenings."""

    wrong: int = 0
    lost: int = 0
    near: int = 0
    silent: int = 0
    clicks: int = 0
    """Clips whose first sample was not where it should be."""
    seams: int = 0
    underruns: int = 0
    held_up: list[float] = field(default_factory=list)
    """How late the machine woke the player, where that was later than 20 ms."""


def _evenings(
    report: Report, eye: Eye, clips: Sequence[Path], folder: Path, *, events: int
) -> None:
    sums = Evening()
    for seed in range(REPEATS):
        share = events // REPEATS + (1 if seed < events % REPEATS else 0)
        _spend(sums, eye, clips, folder, seed, share)
    says = f"over {events} random cuts, pauses and resumes ({sums.seams} clips begun)"
    for name, what, value in (
        ("evening.wrong", "frames twice or out of order", sums.wrong),
        ("evening.lost", "frames missing", sums.lost),
        ("evening.near", "frames missing within 0.3 s of a cut", sums.near),
        ("evening.silent", "silent samples while the film rolled", sums.silent),
        ("evening.clicks", "clips not begun at their exact sample", sums.clicks),
        ("evening.underruns", "times the sound waited for a decoder", sums.underruns),
    ):
        report.figures.append(
            Figure(name=name, what=what, value=value, unit="", target="0", ok=value == 0)
        )
    report.notes.append(says)
    longest = 1000 * max(sums.held_up, default=0.0)
    report.notes.append(
        f"the machine woke the player more than 20 ms late {len(sums.held_up)} times "
        f"(longest {longest:.0f} ms): frames missing then are the machine's"
    )


def _spend(
    sums: Evening, eye: Eye, clips: Sequence[Path], folder: Path, seed: int, events: int
) -> None:
    log, recording = folder / "evening.json", folder / "heard.raw"
    command = [*ours().command, "--evening", str(seed), str(events), str(log)]
    seen = _watched(eye, [*command, *map(str, clips)], recording, 60 + 5 * events)
    told = json.loads(log.read_text())
    sums.lost += _skipped(seen)
    sums.near += told["figures"]["dropped_near_cuts"]
    sums.underruns += told["figures"]["underruns"]
    sums.seams += told["figures"]["seams"]
    sums.wrong += _backwards(seen)
    sums.held_up += told["held_up"]
    _listen(sums, recorded(recording), told["stretches"])


def _backwards(seen: Sequence[Seen]) -> int:
    """Pictures that are not a later one of the same clip, nor its first again."""
    return sum(
        two.frame <= one.frame for one, two in pairwise(seen) if one.clip == two.clip and two.frame
    )


def _skipped(seen: Sequence[Seen]) -> int:
    """Pictures left out between two of one clip, or before a clip's first."""
    return sum(
        max(0, two.frame - one.frame - 1) if one.clip == two.clip and two.frame else two.frame
        for one, two in pairwise(seen)
    )


def _listen(sums: Evening, wave, stretches: Sequence[tuple[int, str, int]]) -> None:  # noqa: ANN001
    """Hold the recording against what the timeline says it handed out."""
    first = next(at for at, motion, _ in stretches if motion == "ROLLING")
    heard = click_near(wave, 0, len(wave))
    offset = (heard or 0) - first
    ends = [at for at, _, _ in stretches[1:]] + [stretches[-1][0]]
    for (at, motion, position), end in zip(stretches, ends, strict=True):
        if motion != "ROLLING":
            continue
        piece = wave[at + offset : end + offset]
        sums.silent += silent(piece) if len(piece) else 0
        if position == 0 and click_near(wave, at + offset, 100) not in range(-2, 3):
            sums.clicks += 1
