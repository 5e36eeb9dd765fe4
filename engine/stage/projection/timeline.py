"""The timeline: which samples go out, and what was on the screen at each of them."""

import threading
from collections import deque
from dataclasses import dataclass
from enum import Enum

from engine.messages.shots import Shot
from engine.stage.projection.clock import BYTES
from engine.stage.projection.music import Score
from engine.stage.projection.reel import Reel
from engine.stage.projection.reel_voiced import VoicedReel
from engine.stage.projection.sound_mix import Mixer
from engine.stage.projection.sound_room import Room


class Motion(Enum):
    """What the film does over a stretch of the stream."""

    EMPTY = "no film"
    ROLLING = "rolling"
    PAUSED = "paused"
    HELD = "held"
    ENDED = "ended"
    LATE = "the next clip is not ready"
    STARVED = "the sound is not decoded yet"


_STANDING = (Motion.HELD, Motion.ENDED, Motion.LATE)


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """One going through a reel for a shot. Two takes are never equal."""

    shot: Shot
    reel: Reel
    since: int = 0
    """Where in the shot the reel begins: 0, or where a loop goes back to."""
    again: bool = False
    """Whether it repeats the shot that is on already."""
    says: str | None = None
    """Why this reel stands in for the shot's own."""
    score: Score | None = None
    """The music under it; a repeat has none of its own, and what is heard goes on."""
    voiced: VoicedReel | None = None
    """The reel, where somebody may tell what is seen; a repeat was told of before."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one sample of the stream to the next stretch: one take in one motion."""

    at: int
    take: Take | None
    motion: Motion
    position: int
    """Samples into the take's reel."""
    now: int
    """Samples on the show's clock."""

    def position_at(self, heard: int) -> int:
        """Where in the reel the film is when so much of the stream was heard."""
        gone = max(0, heard - self.at) if self.motion is Motion.ROLLING else 0
        return self.position + gone

    def now_at(self, heard: int) -> int:
        """The show's clock then; it stands while the showing is paused."""
        gone = max(0, heard - self.at) if self.motion is not Motion.PAUSED else 0
        return self.now + gone


@dataclass(frozen=True, slots=True)
class Tally:
    """What the timeline counted."""

    seams: int
    """Clips that began."""
    underruns: int
    """Times the sound had to wait for a decoder."""
    late: int
    """Times the next clip was not ready at the last sample of the one before."""


class Timeline:
    """
    Hands out the film's samples one after the other, and swaps clips between two of them.

    `read` runs on the sound's thread, everything else on the main thread. What is ordered
    takes effect with the next samples asked for.
    """

    def __init__(self, began: int = 0) -> None:
        """`began`: how many samples of the stream were heard before."""
        self._lock = threading.Lock()  # taken before a reel's locks, never after; guards all
        self._take: Take | None = None
        self._next: Take | None = None
        self._again: Take | None = None
        self._cut: Take | None = None
        self._awaited = False
        self._paused = self._held = False
        self._position = self._now = 0
        self._handed = began
        self._room = Room()
        self._mixer = Mixer()
        self._stretches = deque([Stretch(began, None, Motion.EMPTY, 0, 0)])
        self._seams = self._underruns = self._late = 0

    def read(self, at: int, wanted: int) -> bytes:
        """Exactly so many samples, of film or silence; `at` is where in the stream they lie."""
        samples = bytearray(wanted * BYTES)
        space = memoryview(samples)
        with self._lock:
            self._now += at - self._handed  # what went by before this source was asked
            self._handed = at
            while space:
                space = space[self._hand_out(space) * BYTES :]
        return bytes(samples)

    def cut(self, take: Take) -> Take | None:
        """Go over to this ready take now; a take that was to be cut to before is given back."""
        with self._lock:
            unplayed, self._cut = self._cut, take
            self._next = self._again = None
        return unplayed

    def follow(self, take: Take | None, *, awaited: bool = False) -> None:
        """
        Go over to this take after the last sample, as soon as it is ready.

        `awaited`: there will be one, but it has no reel yet.
        """
        with self._lock:
            self._next, self._awaited = take, awaited

    def repeat(self, take: Take | None) -> None:
        """At the last sample go over to this take if nothing else is to follow."""
        with self._lock:
            self._again = take

    def end_early(self) -> None:
        """The reel is broken: what has played of it is all of it."""
        with self._lock:
            if self._take is not None:
                self._take.reel.length = min(self._take.reel.length, self._position)

    def hold(self, on: bool) -> None:
        """Whether the picture stands while the sound goes on with the room's tone."""
        with self._lock:
            self._held = on

    def pause(self, on: bool) -> None:
        """Whether everything stands, in silence, and the show's clock with it."""
        with self._lock:
            self._paused = on

    def stop(self) -> tuple[Stretch, tuple[Take, ...]]:
        """No film from now on; that stretch, and the takes that were on or about to be."""
        with self._lock:
            takes = tuple(take for take in (self._take, self._cut) if take is not None)
            self._take = self._next = self._again = self._cut = None
            self._awaited = self._paused = self._held = False
            self._position = 0
            self._room.forget()
            self._mixer.begin(None)
            empty = Stretch(self._handed, None, Motion.EMPTY, 0, self._now)
            self._stretches = deque([empty])
        return empty, takes

    @property
    def take(self) -> Take | None:
        """The take whose samples are handed out; it is heard a little later."""
        return self._take

    @property
    def position(self) -> int:
        """How many samples of its reel were handed out."""
        return self._position

    @property
    def tally(self) -> Tally:
        """What was counted so far."""
        return Tally(self._seams, self._underruns, self._late)

    def crossed(self, heard: int) -> tuple[Stretch, ...]:
        """The stretches begun since this was last asked, up to what is heard now."""
        crossed: list[Stretch] = []
        with self._lock:
            while len(self._stretches) > 1 and self._stretches[1].at <= heard:
                self._stretches.popleft()
                crossed.append(self._stretches[0])
        return tuple(crossed)

    def _hand_out(self, space: memoryview) -> int:
        """Fill from the front what can be filled in one motion; how many samples that were."""
        self._swap_if_due()
        motion, count = self._motion(), len(space) // BYTES
        if motion is Motion.ROLLING and self._take is not None:
            reel = self._take.reel
            piece = space[: min(count, reel.length - self._position) * BYTES]
            rolled = reel.sound.take_into(piece)
            if rolled:
                count = rolled
                self._room.hear(space[: rolled * BYTES])
            else:
                motion = Motion.STARVED
        elif motion in _STANDING:
            self._room.tone_into(space)
        if motion is not Motion.PAUSED:
            self._lay_over(space[: count * BYTES], motion)
        self._note(motion)
        self._handed += count
        self._now += count if motion is not Motion.PAUSED else 0
        self._position += count if motion is Motion.ROLLING else 0
        return count

    def _lay_over(self, piece: memoryview, motion: Motion) -> None:
        """Music under what is heard of the clip, and its description over both."""
        voiced = self._take.voiced if self._take is not None else None
        told = None if voiced is None or motion is Motion.ENDED else voiced.told
        self._mixer.lay(piece, told, self._position, rolling=motion is Motion.ROLLING)

    def _motion(self) -> Motion:
        if self._paused:
            return Motion.PAUSED
        if self._take is None:
            return Motion.EMPTY
        if self._position >= self._take.reel.length:
            awaited = self._awaited or self._next is not None or self._again is not None
            return Motion.LATE if awaited else Motion.ENDED
        return Motion.HELD if self._held else Motion.ROLLING

    def _swap_if_due(self) -> None:
        if self._paused:
            return
        if self._cut is not None:
            self._begin(self._cut)
        elif self._take is None or self._position >= self._take.reel.length:
            following = self._next or (None if self._awaited else self._again)
            if following is not None and _can_start(following.reel):
                self._begin(following)

    def _begin(self, take: Take) -> None:
        self._take, self._position = take, 0
        self._next = self._again = self._cut = None
        self._awaited = False
        self._held = self._held and take.again
        self._seams += 1
        self._room.forget()
        if not take.again:
            self._mixer.begin(take.score, take.since)
        take.reel.roll()

    def _note(self, motion: Motion) -> None:
        last = self._stretches[-1]
        if last.take is self._take and last.motion is motion:
            return
        self._underruns += motion is Motion.STARVED
        self._late += motion is Motion.LATE
        self._stretches.append(
            Stretch(self._handed, self._take, motion, self._position, self._now)
        )


def _can_start(reel: Reel) -> bool:
    return reel.ready and reel.fault is None
