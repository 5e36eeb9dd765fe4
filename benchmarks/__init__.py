"""Measurements anyone can repeat: each beside a peer or a limit, in one run, on one machine."""
