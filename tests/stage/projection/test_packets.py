"""A file is read on behind what of it cannot be read, but not for ever."""

import av.error

from engine.stage.projection.packets import MOST_BAD_READS, packets_of


class Scratched:
    """A file whose reads fail so often, and then give their packets."""

    def __init__(self, bad, packets):
        self._bad, self._packets = bad, list(packets)

    def demux(self, stream):
        while self._bad or self._packets:
            if self._bad:
                self._bad -= 1
                raise av.error.InvalidDataError(1, "scratched")
            yield self._packets.pop(0)


def test_behind_a_bad_read_it_goes_on():
    """A scratch costs what it covers."""
    assert list(packets_of(Scratched(MOST_BAD_READS - 1, "ab"), None)) == ["a", "b"]


def test_what_only_fails_comes_to_an_end():
    """A ruin must not be read for ever."""
    assert list(packets_of(Scratched(MOST_BAD_READS, "ab"), None)) == []
