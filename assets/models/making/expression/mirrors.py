"""Pictures and tables out of bare mirrors of public repositories, read without unpacking them."""

import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]


class Mirror:
    """One bare mirror. Its files are streamed out of it in the order they are asked for."""

    def __init__(self, folder: Path, name: str) -> None:
        self.git = folder / name.replace("/", "+") / "repo"
        if not self.git.is_dir():
            raise SystemExit(f"'{self.git}' is missing: mirror {name} there (git clone --bare).")
        self._reading = subprocess.Popen(  # noqa: S603 -- git, on a folder the caller named
            ["git", "-C", str(self.git), "cat-file", "--batch"],  # noqa: S607 -- the one on the path
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._reading.communicate()

    def names(self, under: str = "") -> list[str]:
        """Every file under a folder, by its path in the repository."""
        listing = ["git", "-C", str(self.git), "ls-tree", "-r", "-z", "--name-only", "HEAD"]
        told = subprocess.run(  # noqa: S603 -- as above
            [*listing, under] if under else listing, capture_output=True, check=True
        )
        return [name for name in told.stdout.decode().split("\0") if name]

    def read(self, path: str) -> bytes:
        """One file's bytes; KeyError where the repository has none of that name."""
        self._reading.stdin.write(f"HEAD:{path}\n".encode())
        self._reading.stdin.flush()
        head = self._reading.stdout.readline().split()
        if head[-1] == b"missing":
            raise KeyError(path)
        body = self._reading.stdout.read(int(head[-1]) + 1)
        return body[:-1]

    def grey(self, path: str) -> Bytes:
        """One picture in grey."""
        return cv2.imdecode(np.frombuffer(self.read(path), np.uint8), cv2.IMREAD_GRAYSCALE)
