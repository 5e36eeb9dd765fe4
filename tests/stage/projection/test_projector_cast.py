"""Who plays a shot, and who stands in."""

from engine.messages.shots import Source
from engine.stage.projection.projector_cast import Cast
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.reel_voiced import VoicedReel
from engine.stage.projection.stills import PaintedReel, StillReel
from engine.stage.projection.voices import Hearing
from tests.sounds import noise, wav
from tests.stage.cranked import shot


def kinds(reels, wanted):
    return [type(reel) for reel in Cast(reels, None).reels(wanted)]


def test_every_shot_has_somebody_who_cannot_fail(reels):
    """The last reel is painted; an evening never ends for want of a file."""
    assert kinds(reels, shot("1.mov")) == [FilmReel, PaintedReel]
    assert kinds(reels, shot("1.mov", fallback="still.png")) == [FilmReel, StillReel, PaintedReel]
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
    one, two = shot("1.mov", fallback="2.mov"), shot("2.mov", 2)
    chinese, english = Hearing("zh", "zh"), Hearing("en", "en")

    cast.hearing = chinese
    assert [type(reel) for reel in cast.reels(one)] == [VoicedReel, FilmReel, PaintedReel]
    cast.hearing = english
    assert [type(reel) for reel in cast.reels(one)] == [FilmReel, VoicedReel, PaintedReel]
    assert cast.beside(one, chinese) != cast.beside(one, english)
    assert cast.beside(two, english)[1].name == "2.en.ad.wav"
    assert cast.beside(shot("1.mov", source=Source.STAND_IN), chinese) == ()
