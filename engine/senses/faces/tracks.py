"""Faces followed from look to look without knowing whose: a number that dies with its face."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from engine.senses.faces.expressions import Face, Sight
from engine.senses.faces.finding import Box
from engine.story.units import Seconds

SEARCHED_EVERY: Final = Seconds(0.2)
"""How often the whole picture is searched while every face is where it is expected."""
NEEDED: Final = 3
WINDOW: Final = 5
"""A face is believed once it was seen in 3 of 5 looks at one place."""
LINGERS: Final = Seconds(0.35)
"""A believed face missed for no longer than this is still there: detectors blink."""
FORGOTTEN: Final = Seconds(1.0)
"""A face missed for longer than this has gone, and its number with it."""
SAME: Final = 0.3
"""Two boxes that share more than this are one face."""
NEAR: Final = 0.5
"""So are boxes of about one size whose middles are nearer than this, in widths of the face."""
ALIKE: Final = 1.5
"""Boxes of about one size: neither is larger by more than this."""
STEADYING: Final = 0.3
"""How much of a newly measured drift is taken over, so that trembling boxes do not swing."""
CRAWLS: Final = 0.15
"""Face widths a second below which a face is taken to rest."""
ROUNDING: Final = 1e-6


@dataclass(slots=True)
class Track:
    """One face that is followed. It knows where, never who."""

    number: int
    box: Box
    box_at: Seconds
    """When the box was last found by a search."""
    seen_at: Seconds
    hits: deque[bool] = field(default_factory=lambda: deque(maxlen=WINDOW))
    drift: tuple[float, float] = (0.0, 0.0)
    """Pixels a second."""
    believed: bool = False

    def expected(self, now: Seconds) -> Box:
        """Where it should be by now, if it goes on as it went."""
        passed = min(now - self.box_at, LINGERS)
        if passed <= 0.0 or max(map(abs, self.drift)) < CRAWLS * self.box.width:
            return self.box
        return self.box.moved(self.drift[0] * passed, self.drift[1] * passed)

    def found(self, box: Box, now: Seconds) -> None:
        """A search has found it here."""
        passed = now - self.box_at
        if passed > ROUNDING:
            (x, y), (u, v) = anchor(box), anchor(self.box)
            self.drift = (
                _steadied(self.drift[0], (x - u) / passed),
                _steadied(self.drift[1], (y - v) / passed),
            )
        self.box, self.box_at = box, now


@dataclass(frozen=True, slots=True)
class Followed:
    """What one look came to. Faces are told by number; a number is never used again."""

    seen: tuple[tuple[int, Face], ...] = ()
    """The believed faces that this look showed."""
    missed: tuple[int, ...] = ()
    """Believed faces that it did not, and that are taken to be there still."""
    gone: tuple[int, ...] = ()
    """Believed faces that went with this look."""


class Tracks:
    """Follows every face in view. Belongs to the eyes' thread."""

    def __init__(self) -> None:
        self._tracks: list[Track] = []
        self._born = 0
        self._searched_at: Seconds | None = None
        self._unsettled = False

    def due(self, now: Seconds) -> bool:
        """
        Whether this look must search the whole picture.

        Five times a second; at every look while somebody comes or is being missed.
        """
        last = self._searched_at
        return last is None or self._unsettled or now - last >= SEARCHED_EVERY - ROUNDING

    def expected(self, now: Seconds) -> tuple[Box, ...]:
        """Where the faces should be by now: where a look that does not search reads them."""
        return tuple(track.expected(now) for track in self._tracks)

    def after(self, sight: Sight, now: Seconds, *, searched: bool = True) -> Followed:
        """Take in one more look; `searched`: at the whole picture, and not at `expected` alone."""
        gone = self._let_go(now)
        if searched:
            self._searched_at = now
        pairs = self._matched((*sight.faces, *sight.doubtful), now)
        held = dict(pairs)
        if searched:
            fresh = [face for face in sight.faces if not any(face is one for _, one in pairs)]
            held |= {self._begin(face, now): face for face in fresh}
        for track in self._tracks:
            self._look(track, held.get(track.number), now, searched=searched)
        self._unsettled = any(
            not track.believed or track.number not in held for track in self._tracks
        )
        believed = [track for track in self._tracks if track.believed]
        away = [track for track in believed if track.number not in held]
        return Followed(
            seen=tuple((one.number, held[one.number]) for one in believed if one.number in held),
            missed=tuple(one.number for one in away if now - one.seen_at <= LINGERS + ROUNDING),
            gone=gone,
        )

    def _begin(self, face: Face, now: Seconds) -> int:
        self._born += 1
        self._tracks.append(Track(self._born, face.box, now, now))
        return self._born

    def _look(self, track: Track, face: Face | None, now: Seconds, *, searched: bool) -> None:
        track.hits.append(face is not None)
        if face is None:
            return
        track.seen_at = now
        if searched:
            track.found(face.box, now)
        track.believed = track.believed or sum(track.hits) >= NEEDED

    def _let_go(self, now: Seconds) -> tuple[int, ...]:
        """Forget what was missed for too long; the numbers of the believed among them."""
        kept, gone = list[Track](), list[Track]()
        for track in self._tracks:
            patience = FORGOTTEN if track.believed else LINGERS
            (kept if now - track.seen_at <= patience + ROUNDING else gone).append(track)
        self._tracks = kept
        return tuple(track.number for track in gone if track.believed)

    def _matched(self, faces: Sequence[Face], now: Seconds) -> list[tuple[int, Face]]:
        """Which face is which track's: the largest overlap first, then the nearest of one size."""
        boxes = {track.number: track.expected(now) for track in self._tracks}
        pairs: list[tuple[int, Face]] = []
        for likeness in (_overlap, _nearness):
            found = sorted(
                (
                    (likeness(box, face.box), number, at)
                    for number, box in boxes.items()
                    for at, face in enumerate(faces)
                ),
                key=lambda one: (-one[0], one[1:]),
            )
            pairs += _each_once(((n, at) for like, n, at in found if like > 0.0), faces, pairs)
        return pairs


def _each_once(
    ranked: Iterable[tuple[int, int]], faces: Sequence[Face], before: Sequence[tuple[int, Face]]
) -> list[tuple[int, Face]]:
    """The best pairs in which no track and no face comes twice, nor any of those before."""
    taken = {number for number, _ in before}
    used = {at for at, face in enumerate(faces) if any(face is one for _, one in before)}
    pairs = []
    for number, at in ranked:
        if number not in taken and at not in used:
            taken.add(number)
            used.add(at)
            pairs.append((number, faces[at]))
    return pairs


def _steadied(before: float, measured: float) -> float:
    return before + STEADYING * (measured - before)


def _overlap(box: Box, other: Box) -> float:
    shared = box.shared(other)
    return shared if shared > SAME else 0.0


def _nearness(box: Box, other: Box) -> float:
    """1 for one middle, 0 from half a face away or of another size."""
    if not 1.0 / ALIKE <= other.height / box.height <= ALIKE:
        return 0.0
    (x, y), (u, v) = anchor(box), anchor(other)
    away: float = ((x - u) ** 2 + (y - v) ** 2) ** 0.5 / box.width
    return max(0.0, 1.0 - away / NEAR)


def anchor(box: Box) -> tuple[float, float]:
    """Where a face is: the middle of its five points, which tremble less than its box."""
    if box.landmarks is None:
        return box.centre
    across, down = zip(*box.landmarks, strict=True)
    return sum(across) / len(across), sum(down) / len(down)
