"""A real window while the world around it changes: its size, a sleep."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

pytestmark = [
    pytest.mark.window,
    pytest.mark.timeout(90),
    pytest.mark.skipif(
        shutil.which("xvfb-run") is None, reason="Xvfb is not here; install xvfb to open a window."
    ),
]

BEGIN = textwrap.dedent(
    """
    import os, pathlib, signal, subprocess, sys
    import pygame
    from pygame._sdl2.video import Window as Sdl
    from tests.clips import Make, film
    from tests.show.dark import film_of, opened, planned

    folder = film_of(pathlib.Path(sys.argv[1]) / "clip", '''
    film: 1
    title: Clip
    scenes:
      a: {play: a.mkv, next: b}
      b: {play: {slate: B, seconds: 1}, end: Done}
    ''')
    film(folder / "a.mkv", Make(seconds=6.0, sound="tone", size=(640, 360), busy=True))

    def position(dark):
        return dark.evening._projector.position

    def size(dark):
        return dark.window.surface.get_size()

    def lit(dark):
        return sum(pygame.transform.average_color(dark.window.surface)[:3]) > 30
    """
)
END = textwrap.dedent(
    """
    with opened(visitor) as dark:
        dark.play(*planned(folder))
        figures = dark.evening._projector.figures
        print("said", *dark.said)
        print("told", *dark.told)
    """
)
SLEEPS = """
def visitor(dark):
    yield lambda: dark.scene == "a" and position(dark) > 1.5
    before = position(dark)
    subprocess.Popen(["sh", "-c", f"sleep 5; kill -CONT {os.getpid()}"])
    os.kill(os.getpid(), signal.SIGSTOP)
    yield lambda: True
    print("skipped", round(position(dark) - before, 1) <= 0.5)
    here = position(dark)
    yield lambda: dark.scene == "a" and position(dark) > here + 1.0
    print("rolls in", dark.scene)
    yield lambda: dark.phase == "ended"
    print("ended")
"""
SIZES = """
def visitor(dark):
    yield lambda: dark.scene == "a" and position(dark) > 0.5
    Sdl.from_display_module().size = (900, 600)
    yield lambda: size(dark) == (900, 600)
    yield lambda: lit(dark)
    print("resized", *size(dark))
    here = position(dark)
    dark.window.fill_screen(full=True)
    dark.evening._stage._refresh()
    yield lambda: position(dark) > here + 0.3
    print("full", *size(dark))
    yield lambda: dark.phase == "ended"
    print("ended")
"""

MODE = """
def mode(wide, high):
    subprocess.run(["xrandr", "--output", "screen", "--mode", f"{wide}x{high}"], check=True)

def modes(*sizes):
    for wide, high in sizes:
        numbers = (60, wide, wide + 1, wide + 2, wide + 3, high, high + 1, high + 2, high + 3)
        name = f"{wide}x{high}"
        subprocess.run(["xrandr", "--newmode", name, *map(str, numbers)], check=True)
        subprocess.run(["xrandr", "--addmode", "screen", name], check=True)
"""
SMALL = """
def visitor(dark):
    modes((800, 600))
    yield lambda: dark.scene == "a" and position(dark) > 0.5
    print("opened", *size(dark))
    mode(800, 600)
    here = position(dark)
    yield lambda: size(dark) == (800, 450) and position(dark) > here + 0.3 and lit(dark)
    print("now", *size(dark))
    yield lambda: dark.phase == "ended"
    print("ended")
"""
MODES = """
def visitor(dark):
    modes((1280, 1024), (1024, 768))
    yield lambda: dark.scene == "a" and position(dark) > 0.5
    dark.window.fill_screen(full=True)
    dark.evening._stage._refresh()
    print("first", *size(dark))
    for now in ((1280, 1024), (1024, 768), (1920, 1080)):
        here = position(dark)
        mode(*now)
        yield lambda: size(dark) == now and position(dark) > here + 0.3 and lit(dark)
        print("now", *size(dark))
    dark.window.fill_screen(full=False)
    mode(1280, 1024)
    here = position(dark)
    yield lambda: position(dark) > here + 0.2
    dark.window.fill_screen(full=True)
    print("full again", *size(dark))
    yield lambda: dark.phase == "ended"
    print("ended")
"""


def shown(script, folder, *, screen="1920x1080x24"):
    """What the script says, played in a window of its own X server."""
    environment = {**os.environ, "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": "."}
    environment |= {"KINOEYE_HOME": str(folder / "home")}
    environment.pop("SDL_VIDEODRIVER", None)
    played = subprocess.run(
        [
            "xvfb-run", "-a", "-s", f"-screen 0 {screen}",
            sys.executable, "-c", BEGIN + script + END, str(folder),
        ],
        env=environment, capture_output=True, text=True, timeout=80, check=False,
    )  # fmt: skip
    assert played.returncode == 0, played.stderr
    return played.stdout.splitlines()


def test_after_a_sleep_of_five_seconds_the_film_goes_on_where_it_stood(tmp_path):
    """Nothing is skipped, no decoder is thought dead, and the sound card is not given up."""
    said = shown(SLEEPS, tmp_path)

    assert "skipped True" in said
    assert "rolls in a" in said
    assert "ended" in said
    assert "said" in said
    assert "told" in said


def test_a_film_goes_on_while_its_window_changes_its_size(tmp_path):
    """Dragged to another size, then filling the screen."""
    said = shown(SIZES, tmp_path)

    assert "resized 900 600" in said
    assert "full 1920 1080" in said
    assert "ended" in said


@pytest.mark.skipif(shutil.which("xrandr") is None, reason="xrandr is not here.")
def test_a_film_that_fills_the_screen_follows_its_mode(tmp_path):
    """Somebody plugs in a projector, or changes the resolution: larger, smaller, and back."""
    said = shown(MODE + MODES, tmp_path, screen="1920x1080x24 -noreset")

    assert [line for line in said if line.startswith(("first", "now", "full"))] == [
        "first 1920 1080", "now 1280 1024", "now 1024 768", "now 1920 1080",
        "full again 1280 1024",
    ]  # fmt: skip
    assert "ended" in said


@pytest.mark.skipif(shutil.which("xrandr") is None, reason="xrandr is not here.")
def test_a_window_fits_the_screen_it_opens_on_and_the_one_it_becomes(tmp_path):
    """A beamer of 1024 by 600, then a smaller mode: nothing of a page is cut off."""
    said = shown(MODE + SMALL, tmp_path, screen="1024x600x24 -noreset")

    assert "opened 1024 576" in said
    assert "now 800 450" in said
    assert "ended" in said
