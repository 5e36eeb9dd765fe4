"""The loudspeaker: one stream of sound that never ends, and the clock that runs with it."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace as changed
from typing import Final, Protocol

import pygame

from engine.stage.projection.clock import BYTES, RATE, Clock, in_samples, in_seconds
from engine.stage.projection.quiet import hushed
from engine.stage.projection.sound_beat import Beat
from engine.stage.projection.sound_fade import Fader
from engine.stage.projection.sound_stream import LAP, EndlessWav, Metronome
from engine.stage.projection.vigil import Vigil
from engine.story.units import Seconds, Share

log = logging.getLogger(__name__)

Feed = Callable[[int, int], bytes]
"""From this place in the stream exactly so many samples; called on the sound's thread."""

Pull = Callable[[int], bytes]

_GONE: Final = "The sound card is gone. The film goes on without sound until there is one."
_LOOKS: Final = 4.0
_LOST: Final = 2.0
"""A sound card that has not asked for sound this many seconds is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerSettings:
    """The loudspeaker's part of the settings."""

    volume: Share = Share(0.8)
    mute: bool = False
    buffer: int = 1024
    """Samples in the sound card's buffer."""
    latency: Seconds = Seconds(0.0)
    """How much later than the player thinks the sound is heard."""
    device: str | None = None
    silent: bool = False
    """Open no sound card at all; the clock runs by itself."""
    speed: float = 1.0
    """How fast the clock runs by itself; a sound card always runs at 1."""
    lap: int = LAP
    """Samples until the endless stream begins its next lap, which nobody hears."""


@dataclass(frozen=True, slots=True)
class SpeakerFacts:
    """What the sound comes out of, for `doctor`."""

    driver: str
    buffer: int
    latency: Seconds
    """From a sample asked for to a sample heard, as far as is known."""
    says: str | None = None
    """Why there is no sound, if there is none."""
    gone: bool = False
    """Whether a sound card was there and is no more."""


class _Drive(Protocol):
    """What asks for the sound: a sound card or a metronome."""

    facts: SpeakerFacts
    rate: float
    """Samples it asks for in a second."""

    def start(self, pull: Pull) -> None:
        """Begin asking."""
        ...

    def stop(self) -> None:
        """Ask no more."""
        ...


class Speaker:
    """
    The endless stream: fed by one source, silent without one. Belongs to the main thread.

    It is never paused: what pauses feeds it silence. The mixer's channels stay free for the
    sounds of the interface.
    """

    def __init__(self, drive: _Drive, settings: SpeakerSettings) -> None:
        self._settings = settings
        self._feed: Feed | None = None  # replaced whole; read once per pull
        self._handed = 0  # sound's thread only
        self._failures = 0
        self._volume, self._mute = settings.volume, settings.mute
        self._fader = Fader()
        self._beat = Beat()
        self._vigil = self._lost_for = Vigil()
        self._looks_after = _LOOKS
        """Seconds without a card after which one is looked for; each look makes them twice."""
        self._set_volume()
        self._take_on(drive)

    @classmethod
    def open(cls, settings: SpeakerSettings) -> "Speaker":
        """The best there is: the sound card, else SDL's silent one, else a bare clock."""
        return cls(_best_drive(settings), settings)

    @property
    def facts(self) -> SpeakerFacts:
        """What the sound comes out of."""
        return self._drive.facts

    @property
    def heard(self) -> int:
        """How many samples of the stream have been heard."""
        waited = min(self._clock.overdue(), self._vigil.lasts())
        if not isinstance(self._drive, _Bare) and waited > _LOST:
            self._go_on_with(_Bare(self._settings, _GONE, gone=True))
        self._look_for_a_card()
        return self._clock.heard

    def feed(self, source: Feed | None) -> None:
        """Take the sound from this source from now on; none: silence."""
        self._feed = source

    def volume(self, share: Share) -> None:
        """How loud the film is."""
        self._volume = share
        self._set_volume()

    def mute(self, on: bool) -> None:
        """Whether the film is silenced; its volume is kept."""
        self._mute = on
        self._set_volume()

    def delay(self, latency: Seconds) -> None:
        """How much later than the player thinks the sound is heard, from now on."""
        more = latency - self._settings.latency
        self._settings = changed(self._settings, latency=latency)
        self._clock.delay(in_samples(more))

    def click(self, *, on: bool) -> None:
        """Whether a click is heard at the beginning of every second of the stream."""
        self._beat.on = on

    @property
    def since_click(self) -> Seconds:
        """How long ago a click was heard, by this clock."""
        return in_seconds(self.heard % RATE)

    def heed_card(self, *, came: bool) -> None:
        """
        A sound card came, or the one in use was taken away.

        Whichever there is now is heard; without any the film goes on in silence until one comes.
        """
        lost = self._drive.facts.gone
        if came is not lost:
            return  # it needs no other, or knows already that there is none
        try:
            self._go_on_with(_card(self._settings))
        except pygame.error as problem:
            log.info("no sound card could be opened: %s", problem)
            if not lost:
                self._go_on_with(_Bare(self._settings, _GONE, gone=True))
                self._lost_for, self._looks_after = Vigil(), _LOOKS

    def close(self) -> None:
        """Silence, and give the sound card back."""
        self._feed = None
        self._drive.stop()

    def _take_on(self, drive: _Drive) -> None:
        self._drive = drive
        self._clock = Clock(in_samples(drive.facts.latency), rate=drive.rate)
        drive.start(self._pull_for(drive))

    def _pull_for(self, drive: _Drive) -> Pull:
        def pull(wanted: int) -> bytes:
            if drive is not self._drive:  # a lost sound card that came back: it had its time
                return bytes(wanted * BYTES)
            at, self._handed = self._handed, self._handed + wanted
            self._clock.mark(at, wanted)
            return self._beat.over(at, self._fader.through(self._fed(at, wanted)))

        return pull

    def _fed(self, at: int, wanted: int) -> bytes:
        source = self._feed
        if source is None:
            return bytes(wanted * BYTES)
        try:
            return source(at, wanted)
        except Exception:  # the sound's thread has its top here; it must never die
            self._failures += 1
            if self._failures == 1:
                log.exception("the film's sound failed; silence is played for it")
            return bytes(wanted * BYTES)

    def _look_for_a_card(self) -> None:
        """While none is heard look for one now and then: where there is none SDL tells of none."""
        if self._drive.facts.gone and self._lost_for.lasts() > self._looks_after:
            self._looks_after = 2 * self._looks_after
            self.heed_card(came=True)

    def _go_on_with(self, drive: _Drive) -> None:
        log.info("the sound goes on with %s", drive.facts.driver)
        latest, before = self._clock.heard, self._drive
        self._take_on(drive)
        if isinstance(before, _Bare):  # a dead card is left alone: waiting for it might never end
            before.stop()
        self._clock.begin_at(latest)

    def _set_volume(self) -> None:
        self._fader.set(0.0 if self._mute else self._volume)


class _Mixer:
    """The sound card, through SDL's mixer."""

    def __init__(self, settings: SpeakerSettings, driver: str, says: str | None) -> None:
        with hushed():  # a machine without a sound card has a library that says so at length
            pygame.mixer.init(
                RATE, -16, 2, settings.buffer, devicename=settings.device, allowedchanges=0
            )
        latency = Seconds(settings.buffer / RATE + settings.latency)
        self.facts = SpeakerFacts(driver, settings.buffer, latency, says)
        self.rate = float(RATE)
        self._lap = settings.lap
        self._stream: EndlessWav | None = None

    def start(self, pull: Pull) -> None:
        """Begin the stream; the mixer takes it round and round."""
        self._stream = EndlessWav(pull, self._lap)  # kept: the mixer holds no reference to it
        pygame.mixer.music.load(self._stream, "wav")  # type: ignore[arg-type]  # any reader will do
        pygame.mixer.music.set_volume(1.0)  # ours slides; the mixer's would step
        pygame.mixer.music.play(loops=-1)

    def stop(self) -> None:
        """Stop the stream and give the sound card back."""
        pygame.mixer.music.stop()
        pygame.mixer.quit()


class _Bare:
    """No sound card: a metronome keeps the time."""

    def __init__(self, settings: SpeakerSettings, says: str | None, *, gone: bool = False) -> None:
        self.facts = SpeakerFacts("none", settings.buffer, settings.latency, says, gone)
        self.rate = RATE * settings.speed
        self._metronome = Metronome(settings.buffer, self.rate)

    def start(self, pull: Pull) -> None:
        """Begin the beat."""
        self._metronome.start(pull)

    def stop(self) -> None:
        """End the beat."""
        self._metronome.stop()


def _best_drive(settings: SpeakerSettings) -> _Drive:
    if settings.silent:
        return _Bare(settings, None)
    asked = os.environ.get("SDL_AUDIODRIVER")
    try:
        return _card(settings)
    except pygame.error as problem:
        says = f"No sound card could be opened ({problem}). The film plays without sound."
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    try:
        return _Mixer(settings, "dummy", says)
    except pygame.error:
        return _Bare(settings, says)
    finally:
        _restore("SDL_AUDIODRIVER", asked)


def _card(settings: SpeakerSettings) -> _Drive:
    """The sound card there is now. pygame.error: there is none."""
    pygame.mixer.quit()
    return _Mixer(settings, os.environ.get("SDL_AUDIODRIVER") or "default", None)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
