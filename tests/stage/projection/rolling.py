"""Waiting for reels, whose threads take their time on a busy machine."""

from functools import partial

from tests.waiting import wait_until

PATIENCE = 20.0

wait_for = partial(wait_until, patience=PATIENCE)
