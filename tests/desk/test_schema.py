"""`kinoeye schema`, and the file that lies in the repository."""

from argparse import Namespace

from engine.desk.schema import run, written
from engine.shelf.places import shipped


def test_the_file_is_the_one_that_is_made():
    """`kinoeye schema > docs/story.schema.json` writes it anew."""
    file = shipped("docs") / "story.schema.json"

    assert file.read_text(encoding="utf-8") == written() + "\n"


def test_the_command_prints_it():
    """To a file beside one's film, for example."""
    lines = []

    assert run(Namespace(), lines.append) == 0
    assert lines == [written()]
