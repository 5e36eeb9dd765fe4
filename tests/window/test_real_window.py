"""A real window on a real X server: what is drawn is what is seen, and hands are heard."""

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
    from engine.messages.facts import OptionPressed
    from engine.messages.orders import Ask, Burn, Cut
    from engine.stage.bill import Bill
    from engine.stage.stage import Stage
    from engine.stage.window import Window
    from engine.stage.wishes import Preferences
    from engine.story.model import Way
    from tests.stage.fakes import FakeProjector, shot
    from tests.stage.pictures import FONTS, night, options

    size = int(sys.argv[1]), int(sys.argv[2])
    window = Window("test", size, full=sys.argv[3] == "full")
    print("driver", pygame.display.get_driver(), *window.surface.get_size())
    bill = Bill(film="x", folder=pathlib.Path(), titles={"en": "x"})
    stage = Stage(bill, FakeProjector(night()), window, Preferences(), words=print, fonts=FONTS)
    stage.obey(Cut(shot("door")))
    stage.obey(Ask(scene="door", ask="Who is there?", options=options("Knock", "Go round"),
                   ways=frozenset({Way.BUTTONS}), opened=0.0, closes=9.0))
    clock = pygame.time.Clock()
    for _ in range(30):
        stage.facts(), stage.draw(), clock.tick(60)
    at = stage._pages.over.button("Go round").area.center
    pygame.mouse.set_pos(at)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
    told = []
    for _ in range(12):
        told += stage.facts()
        stage.draw()
        clock.tick(60)
    print("pressed", [fact.option for fact in told if isinstance(fact, OptionPressed)])
    window.fill_screen(full=not window.full)
    window.fill_screen(full=not window.full)
    stage.draw()
    print("again", *window.surface.get_size())
    print("bright", pygame.transform.average_color(stage.snapshot())[:3])
    """
)


def shown(*arguments):
    """What the script says, played in a window of its own X server."""
    environment = {**os.environ, "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": "."}
    environment.pop("SDL_VIDEODRIVER", None)
    played = subprocess.run(
        [
            "xvfb-run", "-a", "-s", "-screen 0 1920x1080x24",
            sys.executable, "-c", SCRIPT, *arguments,
        ],
        env=environment, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert played.returncode == 0, played.stderr
    return played.stdout


@pytest.mark.parametrize(
    ("asked", "seen"),
    [(("1280", "720", "window"), "1280 720"), (("1280", "720", "full"), "1920 1080")],
)
def test_a_window_opens_shows_the_card_and_hears_the_mouse(asked, seen):
    """On X11, as most exhibitions have it."""
    said = shown(*asked)

    assert f"driver x11 {seen}" in said
    assert "pressed ['Go round']" in said
    assert f"again {seen}" in said
