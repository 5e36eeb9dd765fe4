"""What the README says is so."""

import re
from pathlib import Path

import pytest

from engine.desk.check import Report, told
from engine.desk.flags import parser
from engine.director.phases import diagram
from engine.settings import Settings
from engine.story.reading.parse import parse

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(kind):
    """The fenced blocks of a kind."""
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)


def test_the_six_line_film_is_a_film():
    """The first thing an author tries."""
    film = blocks("yaml")[0]

    parsed = parse({"story.yaml": film}, "two-doors")

    assert len(film.strip().splitlines()) == 6
    assert parsed.story is not None
    assert parsed.story.title == "Two Doors"


def test_the_mistake_it_shows_is_told_just_so():
    """The first film with a slip of the pen, and what `check` says of it."""
    sources = {"story.yaml": blocks("yaml")[0].replace("Right: cellar", "Right: celar")}
    (finding,) = parse(sources, "two-doors").findings
    report = Report("two-doors", sources, (finding,))

    assert blocks("text")[0].splitlines() == list(told(finding, report))


def test_the_phase_diagram_is_the_one_drawn_from_the_table():
    """`python -c "from engine.director.phases import diagram; print(diagram())"` gives it."""
    assert blocks("mermaid")[0].strip() == diagram().strip()


@pytest.mark.parametrize("name", sorted({*re.findall(r"\]\((?!http)([^)#]+)", README)}))
def test_every_picture_and_page_it_points_to_is_there(name):
    """No broken pictures on the first page."""
    assert (ROOT / name).exists()


def test_the_moving_picture_is_small_enough():
    """It opens on a telephone too."""
    assert (ROOT / "docs/pictures/look-back.webp").stat().st_size <= 4 * 2**20


def test_every_command_and_every_flag_of_play_is_told():
    """And nothing is told that is not there."""
    words = parser()
    commands = re.findall(r"^    (\w+) ", words.format_help(), re.MULTILINE)
    play = words._subparsers._group_actions[0].choices["play"].format_help()

    for command in commands:
        assert f"`kinoeye {command}" in README
    for flag in set(re.findall(r"--[a-z-]+", play)) - {"--help", "--verbose"}:
        assert f"`{flag}" in README


def test_the_first_command_installs_what_the_second_and_the_gate_need():
    """Two commands, and the gate runs the second."""
    first, second = blocks("sh")[:2]
    gate = (ROOT / ".ci" / "run").read_text("utf-8")

    packages = first.split("apt-get install -y ")[1].split(" &&")[0].split()
    assert "fonts-noto-cjk" in packages
    assert all(package in gate for package in packages)
    assert "main.py" in first
    assert "python -m tests" in second
    assert "python -m tests" in gate


def test_every_setting_of_a_kiosk_is_told_in_its_page():
    """An operator looks there."""
    page = (ROOT / "docs/kiosk.md").read_text("utf-8")

    kiosk = type(Settings().kiosk)
    for name in set(kiosk.model_fields) - {"pin"}:
        assert f"`kiosk.{name}`" in page
