"""Who plays a shot, and who stands in."""

from engine.messages.shots import Source
from engine.stage.projection.projector_cast import Cast
from engine.stage.projection.reel_voiced import VoicedReel
from engine.stage.projection.stills import PaintedReel, StillReel
from engine.stage.projection.voices import Hearing
from tests.sounds import noise, wav
from tests.stage.cranked import shot


def kinds(reels, wanted):
    return [type(reel) for reel in Cast(reels, None).reels(wanted)]


def test_every_shot_has_somebody_who_cannot_fail(reels):
    """The last reel is painted; an evening never ends for want of a file."""
    assert kinds(reels, shot("1.mov")) == [VoicedReel, PaintedReel]
    assert kinds(reels, shot("1.mov", fallback="still.png")) == [
        VoicedReel,
        StillReel,
        PaintedReel,
    ]
    assert kinds(reels, shot("still.png", source=Source.STILL)) == [StillReel, PaintedReel]
    assert kinds(reels, shot(None, source=Source.SLATE)) == [PaintedReel]
    assert kinds(reels, shot(None, source=Source.STAND_IN)) == [PaintedReel]


def test_a_path_out_of_the_folder_is_refused_before_anything_is_opened(reels):
    """A film from the net plays its own files and nothing else."""
    for name in ("../secret.mov", "/etc/hostname"):
        first, *_ = Cast(reels, None).reels(shot(name))

        assert "leads out" in first.fault.says


def test_a_clip_with_sounds_beside_it_is_opened_with_them(reels, tmp_path):
    """In the language of whoever listens; the fallback has its own."""
    wav(tmp_path / "1.zh.wav", noise(0.1))
    wav(tmp_path / "2.en.ad.wav", noise(0.1))
    for name in ("1.mov", "2.mov"):
        (tmp_path / name).write_bytes((reels / name).read_bytes())
    cast = Cast(tmp_path, None)
    one = shot("1.mov", fallback="2.mov")
    dubbed, told = Hearing("zh", "zh"), Hearing("en", "en", described=True)

    def beside(hearing):
        cast.hearing = hearing
        first, second, _ = cast.reels(one)
        return [len(reel._parts()) for reel in (first, second)], second.told is not None

    assert beside(dubbed) == ([2, 1], False)
    assert beside(told) == ([1, 2], True)
    assert beside(Hearing("en", "en")) == ([1, 1], False)
    assert cast.beside(one, dubbed) != cast.beside(one, told)
    assert cast.beside(shot("2.mov", 2), told)[1].name == "2.en.ad.wav"
    assert cast.beside(shot("1.mov", source=Source.STAND_IN), dubbed) == ()
