"""An eye on the reel that plays: what is wrong with its file is told once."""

from engine.stage.projection.preroll import STALLED
from engine.stage.projection.timeline import Take


class Watch:
    """Knows of which take it told already. Main thread only."""

    def __init__(self) -> None:
        self._broken: Take | None = None
        self._lacking: Take | None = None

    def broken(self, take: Take) -> str | None:
        """Why a take cannot go on, in one sentence: its decoder died, or stands still."""
        if take is self._broken:
            return None
        fault = take.reel.fault
        if fault is None and not take.reel.stalled():
            return None
        self._broken = take
        return fault.says if fault is not None else f"{take.shot.file}: {STALLED}."

    def lacking(self, take: Take) -> str | None:
        """What its file promised and does not hold; nothing of a repeat or a stand-in."""
        lacks = take.reel.lacks
        if lacks is None or take in {self._lacking, self._broken} or take.again or take.says:
            return None
        self._lacking = take
        return lacks
