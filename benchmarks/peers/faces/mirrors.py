"""Reading files out of bare copies of public repositories."""

import subprocess
from pathlib import Path


class MissingCopyError(Exception):
    """A repository or a file of it is not among the copies; the message says which."""


def names(mirrors: Path, repository: str, folder: str = "") -> list[str]:
    """The files of a repository's newest state, below a folder."""
    told = _git(mirrors, repository, "ls-tree", "-r", "-z", "--name-only", "HEAD")
    found = told.decode("utf-8", "surrogateescape").split("\0")
    return sorted(name for name in found if name.startswith(folder) and name)


def content(mirrors: Path, repository: str, name: str) -> bytes:
    """What a file of a repository's newest state holds."""
    return _git(mirrors, repository, "show", f"HEAD:{name}")


def has(mirrors: Path, repository: str) -> bool:
    """Whether there is a copy of that repository."""
    return place(mirrors, repository).is_dir()


def place(mirrors: Path, repository: str) -> Path:
    """Where a repository's copy is."""
    return mirrors / repository.replace("/", "+") / "repo"


def _git(mirrors: Path, repository: str, *words: str) -> bytes:
    asked = ["git", "-C", str(place(mirrors, repository)), *words]
    done = subprocess.run(asked, capture_output=True, check=False)
    if done.returncode != 0:
        raise MissingCopyError(
            f"{repository}: {done.stderr.decode(errors='replace').strip()} "
            f"Make the copy as the program's own help says."
        )
    return done.stdout
