"""Make the clips of The Lantern Keeper.

    python stories/lantern-keeper/making/make.py [SCENE ...] [--preview] [--jobs 2] [--force]
    python stories/lantern-keeper/making/make.py --still SCENE SECOND OUT.png

A clip is drawn again only when the code that draws it has changed, and set to sound again only
when the score has; `made.json` remembers.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Final

STORY: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(STORY))

from making import reel  # noqa: E402  (the folder must be on the path first)
from making.ingredients import of_picture, of_sound  # noqa: E402

MADE: Final = STORY / "making" / "made.json"
ORDER: Final = ("arrival", "landing", "door", "cold", "warm_in", "letter", "light", "dawn")


def main() -> None:
    """Do what the command line asks."""
    asked = _asked()
    if asked.still:
        scene, second, out = asked.still
        reel.still(scene, float(second), Path(out))
        return
    for scene in asked.scenes or _present():
        if asked.preview:
            _preview(scene, asked.jobs)
        else:
            _make(scene, asked.jobs, force=asked.force)


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(description="Make the clips of The Lantern Keeper.")
    words.add_argument("scenes", nargs="*", metavar="SCENE")
    words.add_argument("--preview", action="store_true", help="half size, 10 frames a second")
    words.add_argument("--jobs", type=int, default=2, help="how many processes draw")
    words.add_argument("--force", action="store_true", help="make it even if nothing changed")
    words.add_argument("--still", nargs=3, metavar=("SCENE", "SECOND", "OUT"))
    return words.parse_args()


def _present() -> list[str]:
    return [name for name in ORDER if (STORY / "making" / "scenes" / f"{name}.py").exists()]


def _preview(scene: str, jobs: int) -> None:
    folder = Path(tempfile.gettempdir()) / "lantern-keeper"
    folder.mkdir(exist_ok=True)
    clip = reel.make(scene, folder, reel.PREVIEW, jobs)
    _say(f"{scene}: preview in {clip}")


def _make(scene: str, jobs: int, *, force: bool) -> None:
    now = {"picture": of_picture(STORY, scene), "sound": of_sound(STORY)}
    clip = STORY / f"{scene}.mp4"
    before = _remembered().get(scene, {}) if clip.exists() and not force else {}
    if before == now:
        _say(f"{scene}: nothing changed")
        return
    if before.get("picture") == now["picture"]:
        reel.set_to_sound(scene, clip)
    else:
        reel.make(scene, STORY, reel.FULL, jobs)
    MADE.write_text(json.dumps(_remembered() | {scene: now}, indent=1, sort_keys=True) + "\n")
    _say(f"{scene}: {clip.stat().st_size / 1e6:.2f} MB")


def _remembered() -> dict[str, dict[str, str]]:
    return dict(json.loads(MADE.read_text())) if MADE.exists() else {}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
