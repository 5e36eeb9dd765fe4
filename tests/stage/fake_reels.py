"""Reels that hold whatever a test puts into them, and open when it says so."""

from engine.stage.projection.clock import BYTES


class FakeSound:
    """Sound that says which reel it is from; as much as is there."""

    def __init__(self, value: int, there: int) -> None:
        self.value = value
        self.there = there

    def take_into(self, room) -> int:
        count = min(len(room) // BYTES, self.there)
        room[: count * BYTES] = bytes([self.value]) * count * BYTES
        self.there -= count
        return count


class FakeReel:
    """A reel without a file."""

    def __init__(self, value=1, length=10_000, *, ready=True, there=10**9, weight=0):
        self.sound = FakeSound(value, there)
        self.shape = (16, 9)
        self.length = length
        self.ready = ready
        self.parked = ready
        self.fault = self.lacks = None
        self.weight = weight
        self.errors = 0
        self.started = self.closed = self.rolled = False
        self.stuck = False

    def start(self):
        self.started = True

    def roll(self):
        self.rolled = True

    def due(self, _position):
        return ()

    def next_at(self):
        return None

    def coming(self):
        return None

    def stalled(self):
        return self.stuck

    def close(self):
        self.closed = True

    def ended(self, _patience=0.0):
        return self.closed
