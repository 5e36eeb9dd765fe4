"""
One viewing with a camera by the command line, with every file noted that is opened to be written.

    python -m tests.show.traced FILM TAPE NOTES

Run in a process of its own: an audit hook cannot be taken off again. Python tells of every file,
socket and process that it opens itself; what a library writes behind its back shows in what the
kernel counted, and in the folders afterwards.
"""

import functools
import json
import os
import sys
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
TOLD = ("socket.connect", "socket.sendto", "socket.bind", "subprocess.Popen", "os.exec",
        "sqlite3.connect", "os.rename", "os.link", "os.symlink")  # fmt: skip
NOTED = []


def note(event, args):
    """Keep what was opened to be written, and where anything went."""
    if event == "open" and isinstance(args[0], int):
        return  # a file that was told of when it was opened
    if event == "open" and isinstance(args[2], int) and args[2] & WRITING:
        NOTED.append(["write", str(args[0])])
    elif event in TOLD:
        NOTED.append([event, " ".join(map(str, args))])


def written():
    """Bytes that this process has given to the kernel to write, wherever to; 0 where untold."""
    try:
        lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return int(dict(line.split(": ") for line in lines)["wchar"])


def main():
    """See the module."""
    film, tape, notes = sys.argv[1:4]
    sys.addaudithook(note)
    import engine.show.cinema as house
    from engine.desk import cli
    from engine.stage.projection.sound import SpeakerSettings
    from engine.story.units import Share
    from tests.show import dark

    seen = {"faces": 0}

    def says_yes(here):
        felt = here.evening._director.hear

        @functools.wraps(felt)
        def hear(fact):
            seen["faces"] = max(seen["faces"], getattr(fact, "faces", 0))
            return felt(fact)

        here.evening._director.hear = hear
        yield lambda: here.page == "consent"
        here.click("yes")
        yield lambda: here.evening._senses.camera_open
        seen["opened"] = True
        yield lambda: here.phase == "ended"
        seen["shut"] = not here.evening._senses.camera_open

    quick = SpeakerSettings(silent=True, speed=2.0, volume=Share(0.0))
    house.Speaker.open = lambda _: house.Speaker(dark._bare(quick), quick)
    house.Cinema = functools.partial(dark.Dark, visitor=says_yes)
    before = written()
    code = cli.main(
        ["play", film, "--camera", tape, "--log", "evening.kino", "--ledger", "house.db"]
    )
    told = {"code": code, "seen": seen, "noted": NOTED, "bytes": written() - before}
    Path(notes).write_text(json.dumps(told), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
