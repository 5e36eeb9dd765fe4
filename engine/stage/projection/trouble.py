"""What the stage cannot do without, and is not there."""


class WindowError(Exception):
    """No window can be opened here; one sentence for people."""
