"""Waiting for what another thread does."""

import threading


def wait_until(truth, patience=5.0):
    """Wait for another thread to make something true. AssertionError when it does not."""
    pause = threading.Event()
    for _ in range(int(patience / 0.01)):
        if truth():
            return
        pause.wait(0.01)
    raise AssertionError("it never came true")
