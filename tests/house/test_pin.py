"""The operator's PIN opens the kiosk, and nothing else does."""

import pytest

from engine.house.pin import LOCKED, Lock, PinError, keep, opens


def test_the_pin_that_was_kept_opens_and_others_do_not():
    """The one way out of a kiosk."""
    kept = keep("2468", b"salt of the sea")

    assert opens("2468", kept)
    assert not opens("2469", kept)


def test_the_pin_itself_is_not_written_down():
    """Who reads the settings does not learn it."""
    assert "2468" not in keep("2468", b"1234567890abcdef")


@pytest.mark.parametrize("kept", ["", ":", "zz:zz", "00:"])
def test_nothing_opens_a_kiosk_without_a_pin(kept):
    """Fail closed."""
    assert not opens("", kept)
    assert not opens("0000", kept)


@pytest.mark.parametrize("pin", ["", "123", "12a4", "1" * 13, "１２３４"])
def test_a_pin_is_four_to_twelve_digits(pin):
    """What a touch pad can type."""
    with pytest.raises(PinError, match="4 to 12 digits"):
        keep(pin, b"salt")


def test_guessing_shuts_the_lock_for_a_while():
    """A visitor with an evening to spare does not get in; the operator waits a minute."""
    now = [0.0]
    lock = Lock(keep("2468", b"salt"), lambda: now[0])

    guesses = [lock.opens(pin) for pin in ("0000", "1111", "2222", "3333", "4444", "2468")]
    now[0] = LOCKED + 1.0

    assert not any(guesses)
    assert lock.opens("2468")
