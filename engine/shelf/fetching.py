"""Bringing a model onto this machine: from its maker's address, or from a file brought along."""

import contextlib
import errno
import http.client
import os
import shutil
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError
from engine.shelf.models import digest, matches
from engine.shelf.offers import Offer

PATIENCE: Final = 30.0
"""Seconds without a byte until the connection counts as cut."""
MOST: Final = 1 << 28
"""Whoever sends more bytes than this is not sending a model."""
PARTIAL: Final = 206
GONE_PAST: Final = 416
PIECE: Final = 1 << 16

Telling = Callable[[int, int | None], None]
"""Hears how many bytes are here, and of how many."""


def fetch(offer: Offer, folder: Path, tell: Telling, sha256: str | None = None) -> Path:
    """
    The model in the user's folder, brought from its address.

    What came before a cut stays as `.part` and is gone on from. ShelfError says what went wrong.
    """
    target, part = folder / offer.file, folder / f".{offer.file}.part"
    _make(folder)
    try:
        _receive(offer, part, tell)
    except urllib.error.HTTPError as problem:
        raise ShelfError(
            f"{offer.address} answers {problem.code} {problem.reason}. Try again later, or get "
            f"the file elsewhere and use --from FILE; its hash is checked all the same."
        ) from problem
    except (http.client.HTTPException, ConnectionError, TimeoutError, ssl.SSLError) as problem:
        raise _cut(offer, part) from problem
    except urllib.error.URLError as problem:
        reason = getattr(problem.reason, "strerror", None) or problem.reason
        raise ShelfError(
            f"The network cannot be reached ({reason}). Without one, get {offer.file} on "
            f"another machine and use `kinoeye models fetch {offer.name} --from FILE`."
        ) from problem
    except OSError as problem:
        raise _unwritten(problem, part) from problem
    return _settle(offer, part, target, sha256)


def bring(offer: Offer, file: Path, folder: Path, sha256: str | None = None) -> Path:
    """The model in the user's folder, copied from a file. ShelfError when it is another file."""
    if not file.is_file():
        raise ShelfError(f"{file} is no file. Give the model's file after --from.")
    target, part = folder / offer.file, folder / f".{offer.file}.copy"
    _make(folder)
    try:
        shutil.copyfile(file, part)
    except OSError as problem:
        raise _unwritten(problem, part) from problem
    return _settle(offer, part, target, sha256, came_from=str(file))


def _receive(offer: Offer, part: Path, tell: Telling) -> None:
    """Write what comes after what is already here. http.client and urllib's errors pass."""
    here = part.stat().st_size if part.is_file() else 0
    asked = urllib.request.Request(  # noqa: S310 -- the address is one of the offers' own
        offer.address, headers={"User-Agent": "kinoeye"}
    )
    if here:
        asked.add_header("Range", f"bytes={here}-")
    try:
        answer = urllib.request.urlopen(asked, timeout=PATIENCE)  # noqa: S310 -- as above
    except urllib.error.HTTPError as problem:
        if problem.code != GONE_PAST:
            raise
        return  # all of it is here already; the hash will say whether it is right
    with answer:
        if not _goes_on(answer, here):
            here = 0
        length = answer.headers.get("Content-Length")
        whole = here + int(length) if length is not None and length.isdigit() else None
        with part.open("ab" if here else "wb") as file:
            for piece in iter(lambda: answer.read(PIECE), b""):
                file.write(piece)
                here += len(piece)
                tell(here, whole)
                if here > (offer.size or MOST):
                    return  # another file, and the hash will say so
    if whole is not None and here < whole:
        raise http.client.IncompleteRead(b"", whole - here)


def _goes_on(answer: http.client.HTTPResponse, here: int) -> bool:
    """Whether what comes follows what is here, and is not all of it again."""
    begins = answer.headers.get("Content-Range", "")
    return answer.status == PARTIAL and begins.startswith(f"bytes {here}-")


def _settle(
    offer: Offer, part: Path, target: Path, sha256: str | None, came_from: str | None = None
) -> Path:
    """Put the finished file in its place in one step, if it is the right one."""
    try:
        right = matches(offer, part) and sha256 in (None, digest(part))
        if right:
            _safely(part, target)
            return target
    except OSError as problem:
        raise _unwritten(problem, part) from problem
    part.unlink(missing_ok=True)
    raise ShelfError(
        f"What {came_from or offer.address} holds is not the file that was published: its hash "
        f"is another. Nothing was kept; {offer.file} is as it was."
    )


def _safely(part: Path, target: Path) -> None:
    """So that a power cut leaves the old file or the new one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    with contextlib.suppress(OSError):  # Windows opens no folders
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _cut(offer: Offer, part: Path) -> ShelfError:
    here = part.stat().st_size if part.is_file() else 0
    return ShelfError(
        f"The connection was cut after {here / 1e6:.1f} of about {offer.about / 1e6:.1f} MB. Say "
        f"`kinoeye models fetch {offer.name}` again: it goes on from there."
    )


def _unwritten(problem: OSError, part: Path) -> ShelfError:
    if problem.errno == errno.ENOSPC:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        return ShelfError(f"The disk of {part.parent} is full; nothing was kept. Make room there.")
    return ShelfError(f"{part.parent} cannot be written to ({problem.strerror}).")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise ShelfError(f"{folder} cannot be made ({problem.strerror}).") from problem
