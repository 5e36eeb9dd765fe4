"""The operator's PIN: kept as a salted digest, never as itself."""

import hashlib
import hmac
from collections.abc import Callable
from typing import Final

LEAST: Final = 4
"""The fewest digits a PIN has."""
MOST: Final = 12
TRIES: Final = 5
"""Wrong PINs in a row until nobody is let in for a while."""
LOCKED: Final = 60.0
"""How long that is, in seconds."""


class PinError(Exception):
    """A PIN that cannot be kept; one sentence for people."""


def keep(pin: str, salt: bytes) -> str:
    """What is written down for a PIN: salt and scrypt digest, in hexadecimal."""
    if not (pin.isascii() and pin.isdigit() and LEAST <= len(pin) <= MOST):
        raise PinError(f"A PIN is {LEAST} to {MOST} digits. Choose another.")
    return f"{salt.hex()}:{_digest(pin, salt).hex()}"


def opens(pin: str, kept: str) -> bool:
    """Whether this PIN is the one that was kept; nothing opens where none was."""
    salt, _, digest = kept.partition(":")
    try:
        wanted = bytes.fromhex(digest)
        return bool(wanted) and hmac.compare_digest(_digest(pin, bytes.fromhex(salt)), wanted)
    except ValueError:
        return False


class Lock:
    """
    Opens for the operator's PIN; after TRIES wrong ones it stays shut for LOCKED seconds.

    Belongs to the main thread.
    """

    def __init__(self, kept: str, clock: Callable[[], float]) -> None:
        self._kept = kept
        self._clock = clock
        self._wrong = 0
        self._shut_until = 0.0

    def opens(self, pin: str) -> bool:
        """Whether this PIN opens it now; while it is shut not even the right one does."""
        now = self._clock()
        if now < self._shut_until:
            return False
        if opens(pin, self._kept):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= TRIES:
            self._wrong, self._shut_until = 0, now + LOCKED
        return False


def _digest(pin: str, salt: bytes) -> bytes:
    # Cost as RFC 7914 and OWASP give for scrypt at sign-in: 16 MiB, some 50 ms.
    return hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1)
