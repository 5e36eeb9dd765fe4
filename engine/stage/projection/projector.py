"""The projector: shots in their order on one screen, with one sound and one clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from pathlib import Path
from typing import Final

from engine.messages.facts import ShotBegan, ShotEnded, ShotFailed
from engine.messages.shots import Shot
from engine.stage.projection.clock import in_samples, in_seconds
from engine.stage.projection.hardware import Hardware
from engine.stage.projection.heaps import give_back, share_heaps
from engine.stage.projection.music import MusicShelf
from engine.stage.projection.preroll import Preroll
from engine.stage.projection.projector_cast import Cast
from engine.stage.projection.projector_figures import PlaybackFigures
from engine.stage.projection.projector_screen import Picture, ScreenView
from engine.stage.projection.projector_watch import Watch
from engine.stage.projection.reel import Paint
from engine.stage.projection.reel_voiced import VoicedReel
from engine.stage.projection.sound import Speaker
from engine.stage.projection.sphere import AHEAD, Gaze
from engine.stage.projection.timeline import Motion, Stretch, Take, Timeline
from engine.stage.projection.voices import Hearing
from engine.story.model import Hold
from engine.story.units import Seconds

ShotFact = ShotBegan | ShotEnded | ShotFailed

_CALM_AFTER: Final = in_samples(0.5)
_HURRY_BEFORE: Final = in_samples(1.2)
_SETTLED_AFTER: Final = in_samples(0.1)
_AHEAD: Final = in_samples(0.002)
_PATIENCE: Final = 2.0
_TICK: Final = Seconds(1 / 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorSettings:
    """The projector's part of the settings."""

    budget: int = 256 * 1024 * 1024
    """Bytes that waiting reels may hold together."""
    click: Path | None = None
    """The sound of one click, under stand-ins."""
    hardware: Hardware | None = None
    """What else than software may decode pictures."""


class Projector:
    """
    Plays shots without a seam. Belongs to the main thread, which calls `tick` at 60 Hz.

    What is on the screen, `position` and `now` are as of the last `tick`.
    """

    def __init__(
        self, folder: Path, settings: ProjectorSettings, *, paint: Paint, sound: Speaker
    ) -> None:
        share_heaps()
        self._sound = sound
        self._heard = sound.heard
        self._timeline = Timeline(self._heard)
        self._cast = Cast(folder, settings.click, settings.hardware)
        self._music = MusicShelf(folder)
        self._preroll = Preroll(self._cast.reels, settings.budget)
        self._view = ScreenView(paint)
        self._spot = Stretch(self._heard, None, Motion.EMPTY, 0, 0)
        self._prepared: tuple[Shot, ...] = ()
        self._cut: Shot | None = None
        self._cut_into: tuple[Shot, int] | None = None  # what `_cut` is the rest of, and where
        self._given: Take | None = None  # to the timeline to cut to, not yet heard
        self._follow: Shot | None = None
        self._next: Take | None = None
        self._loop: int | None = None
        self._held_round = False  # a hold repeats a stretch: nothing follows before it ends
        self._again: Take | None = None
        self._ended: Take | None = None  # the last of which it was told
        self._watch = Watch()
        self._errors = 0
        sound.feed(self._timeline.read)

    @property
    def now(self) -> Seconds:
        """The show's clock: it runs with the sound and stands while frozen."""
        return in_seconds(self._spot.now_at(self._heard))

    @property
    def position(self) -> Seconds:
        """How far the shot on the screen has played."""
        take = self._spot.take
        if take is None:
            return Seconds(0.0)
        return in_seconds(take.since + min(self._spot.position_at(self._heard), take.reel.length))

    @property
    def shot(self) -> Shot | None:
        """The shot on the screen."""
        return self._spot.take.shot if self._spot.take is not None else None

    @property
    def figures(self) -> PlaybackFigures:
        """What was counted so far."""
        tally, view, on = self._timeline.tally, self._view, self._spot.take
        return PlaybackFigures(
            shown=view.shown,
            dropped=view.dropped,
            dropped_near_cuts=view.dropped_near_cuts,
            seams=tally.seams,
            underruns=tally.underruns,
            late=tally.late,
            errors=self._errors + (on.reel.errors if on is not None else 0),
            parked=self._preroll.count,
            parked_bytes=self._preroll.weight,
        )

    def prepare(self, shots: Sequence[Shot]) -> None:
        """Have these ready to start without a gap, likeliest first; let go of any others."""
        self._prepared = tuple(shots)
        self._arrange()

    def follow(self, shot: Shot | None) -> None:
        """
        Play this after the last sample of the shot on the screen; none: hold it there.

        A shot that loops by itself gives way to it; a stretch that is held in a loop does not.
        """
        self._follow = shot
        self._arrange()

    def cut(self, shot: Shot, at: Seconds = Seconds(0.0)) -> None:
        """Play this from that moment on, as soon as it is ready: now, if that was prepared."""
        self._cut, self._follow = shot.rest(at), None
        self._cut_into = (shot, in_samples(at))
        self._arrange()

    def speak(self, hearing: Hearing) -> None:
        """Dubs in this language, and descriptions or none, from now on."""
        before, self._cast.hearing = self._cast.hearing, hearing
        if hearing == before:
            return
        stale = [
            shot
            for shot in self._preroll.named
            if self._cast.beside(shot, before) != self._cast.beside(shot, hearing)
        ]
        if stale:
            self._take_back(stale)
        for casting in self._preroll.named.values():
            self._cast.describe(casting.reel)
        played = [] if self._given is None else [(self._given.reel, 0)]
        if self._timeline.take is not None:
            played.append((self._timeline.take.reel, self._timeline.position))
        for reel, since in played:
            self._cast.voice(reel, since)
            self._cast.describe(reel, since)
        self._arrange()

    @property
    def troubles(self) -> tuple[str, ...]:
        """What of the sound cannot be heard, in a sentence each, as often as it is asked."""
        on = self._spot.take
        voice = None if on is None or on.voiced is None else on.voiced.trouble
        return (*self._music.troubles, *(() if voice is None else (voice,)))

    def hold(self, how: Hold, since: Seconds = Seconds(0.0)) -> None:
        """Roll on, stand still over the room's tone, or repeat from `since` to the end."""
        self._loop, self._held_round = self._loop_of(how, since), how is Hold.LOOP
        self._timeline.hold(how is Hold.FREEZE)
        self._arrange()

    def freeze(self) -> None:
        """Stand still in silence, and the show's clock too."""
        self._timeline.pause(on=True)

    def thaw(self) -> None:
        """Go on where it stood."""
        self._timeline.pause(on=False)

    def stop(self) -> None:
        """Leave the film: let go of all reels. The stream goes on in silence."""
        self._prepared, self._cut, self._follow, self._loop = (), None, None, None
        heard, (self._spot, takes) = self._spot.take, self._timeline.stop()
        self._given = self._next = self._again = None
        for take in {*takes, *([heard] if heard is not None else [])}:
            self._leave(take)
        self._preroll.name(())
        self._music.name(())
        self._view.clear()

    def tick(self) -> tuple[ShotFact, ...]:
        """Go with the sound to where it is now, and tell what happened on the way."""
        self._heard = self._soon()
        facts: list[ShotFact] = []
        for stretch in self._timeline.crossed(self._heard):
            facts += self._cross(stretch)
        facts += self._watched()
        self._arrange()
        return tuple(facts)

    def picture(self, size: tuple[int, int], gaze: Gaze = AHEAD) -> Picture | None:
        """
        The newest due frame, as large as fits this size in its own shape; none: no film.

        Of a shot filmed all around what is seen that way, in the whole of this size.
        """
        take = self._spot.take
        if take is None:
            return None
        return self._view.picture(take, self._spot.position_at(self._heard), size, gaze)

    @property
    def changed(self) -> bool:
        """Whether `picture` would give another one than it gave last; also where no film is."""
        take = self._spot.take
        return take is None or self._view.behind(take, self._spot.position_at(self._heard))

    def develop_ahead(self) -> None:
        """Convert the picture that comes next, of this shot or the one that follows."""
        for take in (self._spot.take, self._given or self._next):
            if take is not None and self._view.develop_ahead(take):
                return

    @property
    def due_in(self) -> Seconds:
        """
        How long the show may rest before it ticks again, at most a sixtieth of a second.

        A show that rests so long meets every frame at its own moment, whatever its rate.
        """
        take = self._spot.take
        if take is None or self._spot.motion is not Motion.ROLLING:
            return _TICK
        coming = take.reel.next_at()
        at = take.reel.length if coming is None else min(coming, take.reel.length)
        left = at - self._spot.position_at(self._soon())
        return Seconds(min(_TICK, max(0.0, in_seconds(left))))

    def close(self) -> None:
        """Stop, wait a little for the threads, and give back what memory the film took."""
        self._sound.feed(None)
        self.stop()
        self._preroll.close(_PATIENCE)
        self._music.close(_PATIENCE)
        give_back()

    def _soon(self) -> int:
        """What is heard when what is drawn now is seen."""
        return self._sound.heard + _AHEAD

    def _cross(self, stretch: Stretch) -> list[ShotFact]:
        """The ear comes to a new stretch."""
        before, self._spot = self._spot, stretch
        facts: list[ShotFact] = []
        if stretch.take is not before.take:
            if before.take is not None:
                self._view.leave(before.take, before.position_at(stretch.at))
                self._leave(before.take)
            if stretch.take is not None:
                facts += self._begun(stretch.take)
        take = stretch.take
        if take is not None and stretch.motion is Motion.ENDED and take is not self._ended:
            self._ended = take
            facts.append(ShotEnded(take.shot))
        return facts

    def _begun(self, take: Take) -> list[ShotFact]:
        self._next = self._again = None
        if take is self._given:
            self._given = None
        if take.again:
            return []
        self._follow, self._loop = None, 0 if take.shot.loop else None
        self._held_round = False
        facts: list[ShotFact] = [ShotBegan(take.shot, in_seconds(take.since + take.reel.length))]
        if take.says is not None:
            facts.append(ShotFailed(take.shot, take.says))
        return facts

    def _leave(self, take: Take) -> None:
        self._errors += take.reel.errors
        self._preroll.play(take.reel)
        self._preroll.let_go(take.reel)

    def _watched(self) -> list[ShotFact]:
        """A decoder that died or stands still ends its shot early; what a file lacks is told."""
        take = self._timeline.take
        if take is None or take is not self._spot.take:
            return []
        broken = self._watch.broken(take)
        if broken is not None:
            self._timeline.end_early()
        says = broken or self._watch.lacking(take)
        return [] if says is None else [ShotFailed(take.shot, says)]

    def _arrange(self) -> None:
        """Give the timeline what is to come, and have opened what may come."""
        again = self._repeated()
        playing = self._timeline.take
        follow = None if self._held_round else self._follow
        if self._caught_up(playing):
            self._next = self._take_of(follow, self._next)
            self._timeline.follow(self._next, awaited=self._cut is not None or follow is not None)
            self._again = self._take_of(again, self._again, repeat=True)
            self._timeline.repeat(self._again)
        self._cut_if_ready()
        playing = self._timeline.take
        if playing is not None:
            self._preroll.play(playing.reel)
        then = (self._follow, again) if self._caught_up(playing) else ()
        on = (playing.shot, self.shot) if playing is not None else ()
        ahead = [shot for shot in (self._cut, *then) if shot is not None]
        self._preroll.name([*ahead, *(shot for shot in self._prepared if shot not in on)])
        takes = (playing, self._spot.take, self._given)
        played = (take.shot for take in takes if take is not None)
        self._music.name((*played, *ahead, *self._prepared))
        self._preroll.tick(self._urgent(again), calm=self._calm())

    def _take_back(self, shots: Sequence[Shot]) -> None:
        """Let go of reels that wait, so that they are cast anew; nothing may begin meanwhile."""
        self._timeline.follow(None, awaited=True)
        self._timeline.repeat(None)
        self._next = self._again = None
        playing = self._timeline.take
        if playing is not None:
            self._preroll.play(playing.reel)
        self._preroll.forget(shot for shot in shots if shot in self._preroll.named)

    def _caught_up(self, playing: Take | None) -> bool:
        """Whether what is handed out is what is heard; else what follows is already playing."""
        return playing is self._spot.take and self._given is None

    def _cut_if_ready(self) -> None:
        take = self._take_of(self._cut, None)
        if take is None or not take.reel.ready or take.reel.fault is not None:
            return
        if self._timeline.take is None and take.score is not None and not take.score.settled:
            return  # a film begins with its music; once it plays nothing waits for any
        if self._cut_into is not None:
            shot, since = self._cut_into
            take = changed(take, shot=shot, since=since)
        unplayed = self._timeline.cut(take)
        if unplayed is not None:
            self._leave(unplayed)
        self._preroll.play(take.reel)
        self._cut, self._given = None, take

    def _take_of(
        self, shot: Shot | None, known: Take | None, *, repeat: bool = False
    ) -> Take | None:
        """A take of a shot that is being opened; the one known, if that is it."""
        casting = self._preroll.casting(shot) if shot is not None else None
        if casting is None or not casting.begun:
            return None
        if known is not None and known.reel is casting.reel:
            return known
        on = self._spot.take
        if repeat and on is not None:
            return Take(on.shot, casting.reel, since=self._loop or 0, again=True)
        voiced = casting.reel if isinstance(casting.reel, VoicedReel) else None
        score = self._music.score(casting.shot)
        return Take(casting.shot, casting.reel, says=casting.says, score=score, voiced=voiced)

    def _repeated(self) -> Shot | None:
        """What the loop goes back to, as a shot."""
        on = self._spot.take
        if on is None or self._loop is None:
            return None
        since, length = in_seconds(self._loop), on.since + on.reel.length
        rest = Seconds(max(0.0, in_seconds(length) - since))
        return changed(on.shot, start=Seconds(on.shot.start + since), length=rest)

    def _loop_of(self, how: Hold, since: Seconds) -> int | None:
        on = self._spot.take
        if on is None or how is not Hold.LOOP:
            return 0 if on is not None and on.shot.loop else None
        whole = on.since + on.reel.length
        return max(0, in_samples(since) + (whole if since < 0 else 0))

    def _urgent(self, again: Shot | None) -> Shot | None:
        if self._cut is not None:
            return self._cut
        on, position = self._spot.take, self._spot.position_at(self._heard)
        if on is not None and (
            position < _SETTLED_AFTER or on.reel.length - position > _HURRY_BEFORE
        ):
            return None
        return (None if self._held_round else self._follow) or again

    def _calm(self) -> bool:
        """Whether opening a clip now would disturb neither of two shots at a cut."""
        on = self._spot.take
        if on is None or self._spot.motion is not Motion.ROLLING:
            return True
        position = self._spot.position_at(self._heard)
        return _CALM_AFTER <= position <= on.reel.length - _CALM_AFTER
