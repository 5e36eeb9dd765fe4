"""The loudspeaker: an endless stream, whatever the machine has to play it with."""

import os
import threading

import numpy as np
import pygame
import pytest

from engine.stage.projection.clock import BYTES, RATE, Clock
from engine.stage.projection.sound import Speaker, SpeakerFacts, SpeakerSettings
from engine.story.units import Seconds, Share
from tests.clips import COUNT_TO, counted

QUICK = SpeakerSettings(volume=Share(1.0), buffer=512)


@pytest.fixture
def recording(tmp_path, monkeypatch):
    """SDL's disk driver: what would be heard, as a file."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
    monkeypatch.setenv("SDL_DISKAUDIOFILE", str(tmp_path / "heard.raw"))
    return tmp_path / "heard.raw"


class Counter:
    """Feeds samples that say which they are."""

    def __init__(self):
        self.given = 0
        self.places = []
        self.enough = threading.Event()

    def feed(self, at, wanted):
        self.places.append(at)
        index = np.arange(self.given, self.given + wanted)
        both = np.stack([index % COUNT_TO + 1, 100 + index // COUNT_TO], axis=1)
        self.given += wanted
        if self.given > 60_000:
            self.enough.set()
        return both.astype("<i2").tobytes()


def test_every_sample_comes_once_and_in_order(recording):
    """What the film hands out is what is heard, sample by sample."""
    counter = Counter()
    speaker = Speaker.open(QUICK)
    speaker.feed(counter.feed)
    assert counter.enough.wait(20)
    speaker.close()

    heard = [place for clip, place in counted(recording.read_bytes()) if clip]
    assert len(heard) > 50_000
    assert heard == list(range(len(heard)))


def test_the_stream_never_ends_though_its_file_must(recording):
    """After hours the mixer begins the WAV again; not a sample may be lost there."""
    counter = Counter()
    speaker = Speaker.open(SpeakerSettings(volume=Share(1.0), buffer=512, lap=7000))
    speaker.feed(counter.feed)
    assert counter.enough.wait(20)
    speaker.close()

    heard = [place for clip, place in counted(recording.read_bytes()) if clip]
    assert len(heard) > 50_000
    assert heard == list(range(len(heard)))
    assert counter.places == sorted(set(counter.places))


def test_a_film_that_fails_to_give_sound_is_silent_and_the_stream_lives(recording):
    """The sound's thread must never die of us."""
    asked = threading.Event()

    def broken(_at, _wanted):
        asked.set()
        raise RuntimeError("boom")

    counter = Counter()
    speaker = Speaker.open(QUICK)
    speaker.feed(broken)
    assert asked.wait(10)
    speaker.feed(counter.feed)
    assert counter.enough.wait(20)
    speaker.close()

    assert any(clip for clip, _ in counted(recording.read_bytes()))


def test_muting_is_not_forgetting_how_loud(recording):
    """Mute and back gives the volume that was set."""
    counter = Counter()
    speaker = Speaker.open(QUICK)
    speaker.mute(on=True)
    speaker.feed(counter.feed)
    assert counter.enough.wait(20)
    muted = np.frombuffer(recording.read_bytes(), "<i4")
    speaker.mute(on=False)
    counter.enough.clear()
    assert counter.enough.wait(20)
    speaker.close()

    assert np.count_nonzero(muted) <= RATE // 50  # the 20 ms in which it slid there
    heard = np.frombuffer(recording.read_bytes(), "<i4")
    assert np.count_nonzero(heard) > np.count_nonzero(muted)


def test_without_a_sound_card_sdl_keeps_the_time(monkeypatch):
    """No card, no fault: the film plays, and `doctor` says why it is silent."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    counter = Counter()
    speaker = Speaker.open(QUICK)
    speaker.feed(counter.feed)
    assert counter.enough.wait(20)
    speaker.close()

    assert speaker.facts.driver == "dummy"
    assert "without sound" in speaker.facts.says
    assert os.environ["SDL_AUDIODRIVER"] == "no-such-driver"


def test_without_any_driver_a_bare_clock_keeps_the_time(monkeypatch):
    """Not even SDL's silent driver: the same interface, the same film."""

    def refuse(*_args, **_more):
        raise pygame.error("no audio at all")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    counter = Counter()
    speaker = Speaker.open(QUICK)
    speaker.feed(counter.feed)
    assert counter.enough.wait(20)
    heard = speaker.heard
    speaker.close()

    assert speaker.facts.driver == "none"
    assert 0 < heard <= counter.given
    assert not [t for t in threading.enumerate() if t.name == "metronome"]


def test_a_sound_card_that_vanishes_is_replaced_by_a_clock(monkeypatch):
    """Pulled from its socket in the middle of a film, it takes only the sound along."""
    counter = Counter()
    dead = _Dead()
    speaker = Speaker(dead, QUICK)
    speaker.feed(counter.feed)
    dead.pull(4096)
    before = speaker.heard
    monkeypatch.setattr("engine.stage.projection.sound._LOST", -1.0)
    monkeypatch.setattr("engine.stage.projection.clock.Clock.overdue", lambda _: 0.0)
    after = speaker.heard
    assert counter.enough.wait(20)
    late = dead.pull(64)
    speaker.close()

    assert before <= after
    assert speaker.facts.driver == "none"
    assert late == bytes(64 * BYTES)


class _Dead:
    """A sound card that asks once, and never again."""

    def __init__(self):
        self.facts = SpeakerFacts("default", 512, Seconds(0.01))
        self.rate = 48_000.0
        self.pull = None

    def start(self, pull):
        self.pull = pull

    def volume(self, share):
        pass

    def stop(self):
        pass

    def hand_out(self, lumps):
        """Ask at the moments at which a card asks."""
        for _ in range(lumps):
            self.pull(4096)


def test_the_picture_is_later_by_the_delay_that_is_set(monkeypatch):
    """A television set that is 120 ms late: frames wait 120 ms for samples already written."""
    monkeypatch.setattr(Clock, "overdue", lambda _: 0.0)
    now = iter(np.arange(0.0, 1e6, 4096 / RATE))
    monkeypatch.setattr(
        "engine.stage.projection.sound.Clock", lambda *a, **k: Clock(*a, **k, now=stopped)
    )
    stopped = _Stopped()
    card = _Dead()
    speaker = Speaker(card, QUICK)
    for _ in range(40):
        stopped.at = float(next(now))
        card.pull(4096)
    before = Speaker.heard.fget(speaker)

    speaker.delay(Seconds(0.12))
    for _ in range(3):
        stopped.at = float(next(now))
        card.pull(4096)

    assert before + 3 * 4096 - speaker.heard == pytest.approx(0.12 * RATE, abs=2)
    speaker.delay(Seconds(0.0))
    assert speaker.heard == pytest.approx(before + 3 * 4096, abs=2)


class _Stopped:
    """A clock of the computer that is moved by hand."""

    at = 0.0

    def __call__(self):
        return self.at


def test_another_card_takes_over_when_the_one_in_use_is_taken_away(monkeypatch):
    """Headphones pulled out: the loudspeakers go on, and nothing needs to be said."""
    counter, first, second = Counter(), _Dead(), _Dead()
    speaker = Speaker(first, QUICK)
    speaker.feed(counter.feed)
    first.hand_out(3)
    monkeypatch.setattr("engine.stage.projection.sound._card", lambda _: second)

    speaker.heed_card(came=False)
    second.hand_out(2)

    assert speaker.facts.says is None
    assert counter.given == 5 * 4096
    assert first.pull(64) == bytes(64 * BYTES)


def test_a_film_goes_on_in_silence_until_there_is_a_card_again(monkeypatch):
    """One sentence when it goes, and sound again without anybody's help."""
    counter, first, second = Counter(), _Dead(), _Dead()
    speaker = Speaker(first, QUICK)
    speaker.feed(counter.feed)
    first.hand_out(3)
    monkeypatch.setattr("engine.stage.projection.sound._card", _refused)

    speaker.heed_card(came=False)
    assert counter.enough.wait(20)
    assert "until there is one" in speaker.facts.says
    heard = speaker.heard
    speaker.heed_card(came=True)
    assert speaker.facts.driver == "none"

    monkeypatch.setattr("engine.stage.projection.sound._card", lambda _: second)
    speaker.heed_card(came=True)
    given = counter.given
    second.hand_out(2)

    assert speaker.facts.says is None
    assert counter.given == given + 2 * 4096
    assert speaker.heard >= heard
    assert not [t for t in threading.enumerate() if t.name == "metronome"]


def _refused(_settings):
    raise pygame.error("no card")


def test_a_card_more_changes_nothing_while_one_is_heard(monkeypatch):
    """Which of them is used is the system's affair."""
    card = _Dead()
    speaker = Speaker(card, QUICK)
    monkeypatch.setattr("engine.stage.projection.sound._card", _refused)

    speaker.heed_card(came=True)

    assert speaker.facts is card.facts


def test_after_a_sleep_of_the_machine_the_card_is_not_given_up(monkeypatch):
    """The lid was closed for an hour: the card asks again a moment later."""
    card = _Dead()
    speaker = Speaker(card, QUICK)
    card.hand_out(1)
    assert speaker.heard >= 0
    monkeypatch.setattr(Clock, "overdue", lambda _: 3600.0)

    assert speaker.heard >= 0
    assert speaker.facts is card.facts


def test_a_card_that_comes_back_unannounced_is_found(monkeypatch):
    """Where the last card is gone SDL tells of no other: one looks for it now and then."""
    first, second = _Dead(), _Dead()
    speaker = Speaker(first, QUICK)
    first.hand_out(3)
    monkeypatch.setattr("engine.stage.projection.sound._card", _refused)
    monkeypatch.setattr("engine.stage.projection.sound._LOOKS", 0.01)
    speaker.heed_card(came=False)
    monkeypatch.setattr("engine.stage.projection.sound._card", lambda _: second)

    bell, looked = threading.Event(), 0
    while speaker.facts.says is not None and looked < 500:
        looked += speaker.heard >= 0
        bell.wait(0.01)
    speaker.close()

    assert speaker.facts is second.facts
