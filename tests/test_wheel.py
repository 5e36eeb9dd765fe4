"""What people install is whole: the wheel carries films and assets, and plays from anywhere."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command, **more):
    """Run to the end; its output when it went well, a failed test when not."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT))
    return next(out.glob("kinoeye-*.whl"))


@pytest.mark.timeout(600)
def test_the_wheel_carries_films_and_assets_and_not_how_they_were_made(wheel):
    """A film needs its clips, not its workshop."""
    names = zipfile.ZipFile(wheel).namelist()

    assert "engine/stories/lantern-keeper/story.yaml" in names
    assert "engine/stories/lantern-keeper/door.mp4" in names
    assert "engine/assets/models/expression.onnx" in names
    assert "engine/docs/findings/S101.md" in names
    assert "engine/docs/story.schema.json" in names
    assert not [name for name in names if "/making/" in name]


@pytest.mark.timeout(600)
def test_a_film_plays_from_an_environment_that_holds_nothing_else(wheel, tmp_path):
    """Elsewhere, with no checkout in reach and no display."""
    room = tmp_path / "elsewhere"
    venv.create(room, with_pip=True)
    python = room / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "-q", str(wheel))

    told = run(
        python.with_name("kinoeye"),
        "play",
        "lantern-keeper",
        "--headless",
        "--camera",
        "none",
        "--do",
        "timeouts",
        "--seed",
        "1",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": "", "KINOEYE_HOME": str(tmp_path / "home")},
    )

    assert "dawn" in told
