"""Chance that can be asked as often as one likes and always answers the same."""

from hashlib import blake2b

_BITS = 53  # as many as a float holds exactly, so that a draw is never 1


def draw(seed: int, place: str, visit: int) -> float:
    """A number from 0 to below 1 for this viewing, place in the story and visit to it."""
    words = f"{seed}\x1f{place}\x1f{visit}".encode()
    number = int.from_bytes(blake2b(words, digest_size=8).digest(), "big")
    return float((number >> (64 - _BITS)) / (1 << _BITS))
