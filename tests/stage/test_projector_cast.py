"""Who plays a shot, and who stands in."""

from engine.messages.shots import Source
from engine.stage.projector_cast import Cast
from engine.stage.reel_film import FilmReel
from engine.stage.stills import PaintedReel, StillReel
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
