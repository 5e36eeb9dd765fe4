"""What libraries mutter about devices that are not there."""

import logging
import os

import pytest

from engine.stage.projection.quiet import hushed


def mutter(words):
    """As a library in C does it: past Python's own stream."""
    os.write(2, words.encode())


def test_what_is_muttered_meanwhile_is_not_seen_and_what_comes_after_is(capfd):
    with hushed():
        mutter("ALSA lib confmisc.c\n")
    mutter("a sentence\n")

    assert capfd.readouterr().err == "a sentence\n"


def test_the_error_output_is_given_back_when_something_breaks(capfd):
    def break_down():
        with hushed():
            mutter("ALSA lib confmisc.c\n")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_down()
    mutter("a sentence\n")

    assert capfd.readouterr().err == "a sentence\n"


def test_no_descriptor_is_left_open():
    """The next file opened gets the number it would have had."""
    before = os.dup(2)
    os.close(before)
    with hushed():
        pass

    after = os.dup(2)
    os.close(after)
    assert after == before


def test_who_wants_to_hear_more_hears_it(capfd, caplog):
    with caplog.at_level(logging.DEBUG), hushed():
        mutter("ALSA lib confmisc.c\n")

    assert "ALSA" in capfd.readouterr().err
