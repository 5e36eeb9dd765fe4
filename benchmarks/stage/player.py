"""What the whole player costs while a film plays: window, light, director and all, beside others.

The same clips at 720p30. CPU of a process and of all that it started, once it plays; starting is
measured elsewhere.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, Report, machine, median, spread
from benchmarks.peers.commands import mpv, pyvidplayer2, surroundings
from benchmarks.stage.eye import Eye, MissingError, opened_eye
from benchmarks.stage.seam import _clip

CLIPS = 6
BEGINS, LASTS = 1.5, 7.0
"""Seconds after the first picture at which is begun to count, and how long."""
STARTS = 30.0
STORY = """\
film: 1
title: Ring
sensing: {sign: flame}
scenes:
"""


def run(*, quick: bool) -> Report:
    """All players in turn."""
    report, used = Report("player"), dict[str, list[float]]()
    with tempfile.TemporaryDirectory() as folder:
        try:
            with opened_eye() as eye:
                _measure(report, used, eye, Path(folder), rounds=1 if quick else 2)
        except MissingError as problem:
            report.notes.append(str(problem))
            return report
    value = median(used["kinoeye"])
    peers = [f"{name} {median(cores):.3g}" for name, cores in used.items() if name != "kinoeye"]
    rival = median(used["pyvidplayer2"]) if "pyvidplayer2" in used else None
    report.figures.append(
        Figure(
            name="cpu", what="CPU of the whole player, 720p30, with its flame", value=value,
            unit="cores", peer=", ".join(peers) or "-",
            target="-" if rival is None else f"<= {rival:.3g}",
            ok=None if rival is None else value <= rival,
        )
    )  # fmt: skip
    report.notes += [f"{name}, cores in each round: {spread(each)}" for name, each in used.items()]
    report.notes.append(f"at the end: {machine()}")
    return report


def _measure(
    report: Report, used: dict[str, list[float]], eye: Eye, folder: Path, *, rounds: int
) -> None:
    clips = [_clip(folder, number) for number in range(1, CLIPS + 1)]
    commands = {"kinoeye": whole(folder, clips)}
    for player in (mpv(), pyvidplayer2()):
        if player.missing is None:
            commands[player.name] = player.on(clips)
        else:
            report.notes.append(player.missing)
    for _ in range(rounds):
        for name, command in commands.items():
            used.setdefault(name, []).append(_counted(eye, command, folder))


def whole(folder: Path, clips: Sequence[Path]) -> list[str]:
    """The command that plays a film of these clips, one scene each, round and round."""
    names = [f"s{number}" for number in range(len(clips))]
    scenes = [
        f"  {name}: {{play: {clip.name}, next: {names[(number + 1) % len(names)]}}}"
        for number, (name, clip) in enumerate(zip(names, clips, strict=True))
    ]
    (folder / "story.yaml").write_text(STORY + "\n".join(scenes), encoding="utf-8")
    play = [sys.executable, "-m", "engine.desk", "play", str(folder), "--lang", "en"]
    return [*play, "--camera", "none", "--no-save"]


def _counted(eye: Eye, command: Sequence[str], folder: Path) -> float:
    around = surroundings(eye.display, folder / "heard.raw") | {
        "KINOEYE_HOME": str(folder / "home")
    }
    bell = threading.Event()
    with tempfile.TemporaryFile() as said:
        player = subprocess.Popen(command, env=around, stdout=said, stderr=said)
        try:
            for _ in range(round(STARTS / 0.05)):
                if eye.glance() is not None:
                    break
                bell.wait(0.05)
            bell.wait(BEGINS)
            before = used_by(player.pid)
            bell.wait(LASTS)
            if player.poll() is not None:
                raise MissingError(f"`{' '.join(command[:4])}` ended before it was measured.")
            return (used_by(player.pid) - before) / LASTS
        finally:
            player.send_signal(signal.SIGTERM)
            try:
                player.wait(10)
            except subprocess.TimeoutExpired:
                player.kill()
                player.wait()


def used_by(player: int) -> float:
    """Seconds of CPU that a process and all it started have used."""
    parents, used = dict[int, int](), dict[int, float]()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, told = int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        parents[pid] = int(told[1])
        used[pid] = sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")
    return sum(used[pid] for pid in used if _descends(pid, player, parents))


def _descends(pid: int, player: int, parents: dict[int, int]) -> bool:
    while pid not in {player, 0}:
        pid = parents.get(pid, 0)
    return pid == player
