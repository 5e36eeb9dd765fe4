"""The texts of a long film: read when they are asked for, and known by their digests."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping


class Texts(Mapping[str, str]):
    """
    Texts by the name of their file, of which only the digests stay in memory.

    Each is read once in the beginning, so that whatever cannot be read is told at once.
    """

    def __init__(self, names: Iterable[str], read: Callable[[str], str]) -> None:
        self._read = read
        self._digests = {name: _digest(read(name)) for name in names}

    def digest(self, name: str) -> str:
        """What only this very text has: of what was read last, should it change meanwhile."""
        return self._digests[name]

    def __getitem__(self, name: str) -> str:
        if name not in self._digests:
            raise KeyError(name)
        text = self._read(name)
        self._digests[name] = _digest(text)
        return text

    def __contains__(self, name: object) -> bool:
        return name in self._digests

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
