"""What is said of the reel that plays: once, and in one sentence."""

from engine.stage.projection.preroll import STALLED
from engine.stage.projection.projector_watch import Watch
from engine.stage.projection.timeline import Take
from engine.story.clips import ClipFault
from tests.stage.cranked import shot
from tests.stage.fake_reels import FakeReel

A = shot("a.mov")


def test_a_stalled_decoder_is_told_once():
    """It is asked sixty times a second."""
    watch, reel = Watch(), FakeReel()
    reel.stuck = True
    take = Take(A, reel)

    assert watch.broken(take) == f"a.mov: {STALLED}."
    assert watch.broken(take) is None


def test_a_fault_says_itself_why():
    """The decoder knows more than we."""
    watch, reel = Watch(), FakeReel()
    reel.fault = ClipFault(missing=False, says="a.mov made the decoder fail.")

    assert watch.broken(Take(A, reel)) == "a.mov made the decoder fail."


def test_what_a_file_lacks_is_told_once_and_not_of_its_repeat():
    """A loop of a broken film would tell it all evening."""
    watch, reel = Watch(), FakeReel()
    reel.lacks = "a.mov breaks off."
    take = Take(A, reel)

    assert watch.lacking(Take(A, reel, again=True)) is None
    assert watch.lacking(take) == "a.mov breaks off."
    assert watch.lacking(take) is None


def test_one_sentence_is_enough_for_a_broken_file():
    """What stands in for it, and what stopped it, was told already."""
    watch, reel = Watch(), FakeReel()
    reel.lacks, reel.stuck = "a.mov breaks off.", True
    take = Take(A, reel)
    watch.broken(take)

    assert watch.lacking(take) is None
    assert watch.lacking(Take(A, reel, says="b.mov is not there.")) is None
