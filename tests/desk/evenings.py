"""A home with evenings behind it: a ledger and saves, as films leave them."""

from engine.desk.remembering import ledger_path
from engine.messages.standing import Standing
from engine.shelf.saves import saves_of
from engine.story.units import SceneId
from tests.house.viewings import evening, written


def saved(film, profile="default"):
    """A viewing that was left in its first scene."""
    door = SceneId("door")
    standing = Standing(film=film, version="abc", scene=door, chapter=door, seed=1, hour=20.0,
                        language="en", variables={"trust": 1.0})  # fmt: skip
    saves_of(profile, float).keep(standing)


def lived_in():
    """The default viewer saw two films, Ann one; both left one in its middle."""
    written(ledger_path(), evening(), evening("lantern", ending="Cold"), profile="default")
    written(ledger_path(), evening(), profile="ann", first=3)
    for film, profile in (("door", "default"), ("lantern", "default"), ("door", "ann")):
        saved(film, profile)
