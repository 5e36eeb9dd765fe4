"""A real window in which a film is written, left, and gone on with."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        shutil.which("xvfb-run") is None, reason="Xvfb is not here; install xvfb to open a window."
    ),
]

SCRIPT = textwrap.dedent(
    """
    import sys, pathlib, pygame
    from dataclasses import replace
    from engine.desk.editing import Shoulder
    from engine.desk.saved import gone_on
    from engine.shelf.films import FilmFolder
    from engine.shelf.saves import Saves
    from tests.show.dark import film_of, opened, path_of, planned
    from tests.show.test_keeping import STORY, saved, told

    folder = film_of(pathlib.Path(sys.argv[1]) / "rooms", STORY)
    saves = Saves(pathlib.Path(sys.argv[1]) / "saves", lambda: 1.0)

    def writes_and_leaves(dark):
        yield lambda: dark.scene == "hall"
        print("driver", pygame.display.get_driver())
        saved(folder, STORY.replace("slate: Stairs", "slate: New stairs"), 2)
        yield lambda: "plays from the next cut" in told(dark)
        yield lambda: dark.scene == "stairs" and dark.evening._projector.position > 1
        print("plays", dark.evening._director.shot.title)

    def goes_on(dark):
        yield lambda: dark.scene == "stairs"
        print("from", int(dark.evening._projector.position))
        yield lambda: dark.phase == "ended"
        print("path", *dark.evening._director.showing.viewing.path)

    for visitor in (writes_and_leaves, goes_on):
        with opened(visitor) as dark:
            plan, bill = planned(folder)
            plan = replace(plan, saves=saves, edits=Shoulder(FilmFolder(folder), "en"))
            if visitor is goes_on:
                plan = gone_on(plan, saves, print)
            dark.play(plan, bill)
    print("left", saves.find("rooms"))
    """
)


def test_a_film_is_written_while_it_plays_then_left_and_gone_on_with(tmp_path):
    """The whole of it once, on a real X server, at the pace of a real sound."""
    environment = {**os.environ, "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": "."}
    environment |= {"KINOEYE_HOME": str(tmp_path / "home")}
    environment.pop("SDL_VIDEODRIVER", None)
    screen = "-screen 0 1280x720x24 -noreset"  # it outlives the first evening's window
    command = ["xvfb-run", "-a", "-s", screen, sys.executable, "-c", SCRIPT, str(tmp_path)]
    played = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=55, check=False,
    )  # fmt: skip

    assert played.returncode == 0, played.stderr
    told = played.stdout.splitlines()
    assert "driver x11" in told
    assert "plays New stairs" in told
    assert "from 1" in told
    assert "path hall stairs attic" in told
    assert told[-1] == "left None"
