"""What a projector counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybackFigures:
    """What was counted since the projector was made."""

    shown: int
    dropped: int
    dropped_near_cuts: int
    """Within 0.3 s of a shot's first or last sample."""
    seams: int
    """Shots and repeats that began."""
    underruns: int
    """Times the sound had to wait for a decoder."""
    late: int
    """Times the next shot was not ready at the last sample of the one before."""
    errors: int
    """Damaged pieces of files passed over."""
    parked: int
    """Reels that wait."""
    parked_bytes: int
