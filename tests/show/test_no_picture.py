"""No picture of a viewer is on any disk: a whole viewing is traced, file by file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.show.dark import film_of
from tests.show.doors import DOOR
from tests.tapes import frames, write_tape

pytestmark = pytest.mark.timeout(240)

PICTURE = 64 * 48
"""Bytes of the smallest thing that could still be called a picture: grey, 64 by 48."""
SIGNATURES = {
    b"\xff\xd8\xff": "jpeg", b"\x89PNG": "png", b"RIFF": "webp or avi", b"GIF8": "gif",
    b"ftyp": "mp4", b"\x1aE\xdf\xa3": "matroska", b"\x93NUMPY": "numpy", b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
}  # fmt: skip
ALLOWED = {"evening.kino", "house.db", "house.db-wal", "house.db-shm", "house.db-journal"}
"""What this viewer's own command line asked for."""
KEPT = {"saves", "settings.toml", "cache", "ledger.db"}
"""Where the house keeps places, settings and compiled stories."""
FACE = (("neutral", 6.0), ("smile", 6.0), ("neutral", 20.0))


def walk(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    """A viewing in a home, a temporary folder and a working folder of its own; and its notes."""
    place = tmp_path_factory.mktemp("evening")
    asked, work = place / "asked", place / "work"
    asked.mkdir()
    for name in ("work", "home", "tmp"):
        (place / name).mkdir()
    film = film_of(asked / "the-door", DOOR)
    tape = write_tape(asked / "face.mp4", FACE)
    home = {name: str(place / "home") for name in ("HOME", "KINOEYE_HOME", "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA",
            "USERPROFILE")}  # fmt: skip
    surroundings = os.environ | home | {
        "TMPDIR": str(place / "tmp"), "TEMP": str(place / "tmp"), "TMP": str(place / "tmp"),
        "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "LANG": "en_GB.UTF-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    notes = place / "notes.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.show.traced", str(film), str(tape), str(notes)],
        cwd=work, env=surroundings, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert notes.exists(), done.stderr
    return place, json.loads(notes.read_text(encoding="utf-8"))


def test_the_viewer_was_really_watched(evening):
    """Else nothing here would prove anything."""
    _, told = evening

    assert told["code"] == 0
    assert told["seen"].pop("faces") > 0
    assert told["seen"] == {"opened": True, "shut": True}


def test_only_what_was_asked_for_is_opened_to_be_written(evening):
    """The tape of numbers, the ledger, the house's own places; nothing else, not for a moment."""
    place, told = evening
    written = [Path(path) for event, path in told["noted"] if event == "write"]
    strange = [
        path
        for path in written
        if path.name not in ALLOWED
        and str(path) != os.devnull
        and not (path.is_relative_to(place / "home") and KEPT & set(path.parts))
    ]

    assert written
    assert strange == []


def test_nothing_went_to_a_network_or_to_another_program(evening):
    """There is nobody to send a picture to."""
    _, told = evening
    sent = [one for one in told["noted"] if one[0].startswith(("socket", "subprocess", "os.exec"))]

    assert sent == []


def test_no_file_that_was_written_holds_a_picture(evening):
    """By its beginning, and by looking for the tape's own pixels in it."""
    place, _ = evening
    rows = [frame[row, 200:232].tobytes() for frame in pictures() for row in range(100, 300, 10)]
    made = [path for name in ("work", "home", "tmp") for path in walk(place / name)]

    assert made
    for path in made:
        held = path.read_bytes()
        assert not [kind for mark, kind in SIGNATURES.items() if mark in held[:16]], path
        assert not any(row in held for row in rows), path


def test_no_more_was_written_than_numbers_need(evening):
    """By the kernel's own count: what a library wrote behind Python's back stands in it too."""
    place, told = evening
    if not told["bytes"]:
        pytest.skip("this system does not count what a process writes")
    kept = sum(path.stat().st_size for name in ("work", "home") for path in walk(place / name))
    looks = 100

    assert told["bytes"] - 3 * kept < looks * PICTURE


def test_a_picture_that_was_written_would_have_been_found(tmp_path):
    """The proof is tried on a picture in each of its ways."""
    frame = next(pictures())
    row = frame[100, 200:232].tobytes()
    np.save(tmp_path / "kept.npy", frame)
    cv2.imwrite(str(tmp_path / "kept.jpg"), frame)
    cv2.imwrite(str(tmp_path / "kept.png"), frame)
    (tmp_path / "kept.raw").write_bytes(frame.tobytes())

    for path in walk(tmp_path):
        held = path.read_bytes()
        assert any(mark in held[:16] for mark in SIGNATURES) or row in held
        assert len(held) > PICTURE


def pictures():
    """What the camera showed, some of it."""
    for number, frame in enumerate(frames((("neutral", 1.0), ("smile", 1.0)))):
        if number % 4 == 0:
            yield frame
