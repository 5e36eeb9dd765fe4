"""The kinds of tapes that are drawn: what viewers do before a film, and what it may say of it."""

from collections.abc import Mapping

from tests.tapes_drawn import NOTHING, Act, Part, Recipe

FEELINGS: Mapping[str, str] = {
    "smile": "smile > 0.8",
    "look away": "attention < -0.8",
    "surprise": "surprise > 0.8",
    "joy": "joy > 0.8",
    "still": "still > 0.8",
    "restless": "still < -0.8",
    "glad": "valence > 0.8",
    "gloom": "valence < -0.8",
    "activation": "arousal > 0.8",
    "anger": "anger > 0.8",
    "sadness": "sadness > 0.8",
    "fear": "fear > 0.8",
    "disgust": "disgust > 0.8",
}
"""What films ask, each in the words the authors' guide gives."""

SMILES = frozenset({"smile", "joy", "glad", "activation"})
AWAY = frozenset({"look away"})
SHOWN = {
    "surprise": frozenset({"surprise", "activation"}),
    "anger": frozenset({"anger", "gloom", "activation"}),
    "sadness": frozenset({"sadness", "gloom"}),
    "fear": frozenset({"fear", "gloom", "activation"}),
    "disgust": frozenset({"disgust", "gloom"}),
}
MOVED = frozenset({"restless", "still"})
"""A head that turns or leaves has moved: neither right nor wrong to say so."""

REST = Part()


def smiling(**how) -> Part:
    """Somebody smiles in this window."""
    return Part((Act(what="happiness", **how),), SMILES)


def showing(what: str, **how) -> Part:
    """Somebody shows an expression in this window."""
    also = frozenset({"surprise"}) if what == "fear" else NOTHING
    return Part((Act(what=what, **how),), SHOWN[what], also)


def away(what: str, degrees: float = 1.0, **how) -> Part:
    """Somebody looks away in this window: turns, nods or leaves."""
    return Part((Act(what=what, strength=degrees, **how),), AWAY, MOVED)


def only(what: str, may: frozenset[str] = NOTHING, **how) -> Part:
    """Something happens in this window that no film should answer."""
    return Part((Act(what=what, **how),), NOTHING, may)


def twice(part: Part) -> tuple[Part, ...]:
    """That part between rests, twice."""
    return REST, part, REST, part


STILL = (REST,) * 4
NEUTRAL = (
    Recipe(name="neutral: ordinary", parts=STILL),
    Recipe(name="neutral: grumpy at rest", parts=STILL, resting="grumpy"),
    Recipe(name="neutral: smiling at rest", parts=STILL, resting="smiling"),
    Recipe(name="neutral: windows of 12 s", parts=STILL[:3], window=12.0),
    Recipe(name="neutral: windows of 4 s", parts=STILL, window=4.0),
    Recipe(name="neutral: trembling readings", parts=STILL, noise=1.7),
    Recipe(name="neutral: drifting readings", parts=STILL, drift=2.5),
    Recipe(name="neutral: restless", parts=STILL, speed=2.5),
    Recipe(name="neutral: flickering detector", parts=STILL, missed=0.25),
    Recipe(name="neutral: glasses", parts=STILL, room=("glasses",)),
    Recipe(name="neutral: dim", parts=STILL, room=("dim",)),
    Recipe(name="neutral: light from the side", parts=STILL, room=("side",)),
    Recipe(name="neutral: two people", parts=STILL, people=2),
    Recipe(name="neutral: far away", parts=STILL, high=80.0),
    Recipe(name="neutral: nothing learned", parts=STILL, learning=1.0),
)
UNASKED = (
    Recipe(name="talking all along", parts=STILL, room=("talk",)),
    Recipe(name="talks", parts=twice(only("talk"))),
    Recipe(name="yawns", parts=twice(only("yawn", seconds=2.0))),
    Recipe(name="frown in thought, as raters saw it", parts=twice(only("frown"))),
    Recipe(name="frown in thought, drawn brows", parts=twice(only("brows"))),
    Recipe(name="puts on glasses", parts=twice(only("glasses"))),
    Recipe(name="lights go down", parts=(REST, only("dim", seconds=60.0), REST)),
    Recipe(name="a glance aside", parts=twice(only("turn", seconds=0.7, strength=45.0))),
    Recipe(name="turns a little, 25 degrees", parts=twice(only("turn", AWAY, strength=25.0))),
    Recipe(name="eyes go away, the head stays", parts=twice(only("nod", AWAY, strength=10.0))),
)
SMILING = (
    Recipe(name="smile: whole window", parts=twice(smiling())),
    Recipe(name="smile: large", parts=twice(smiling(strength=1.2))),
    Recipe(name="smile: small", parts=twice(smiling(strength=0.7))),
    Recipe(name="smile: 3 s of 6", parts=twice(smiling(start=1.0, seconds=3.0))),
    Recipe(name="smile: 2 s of 6", parts=twice(smiling(start=1.0, seconds=2.0))),
    Recipe(name="smile: the last 3 s", parts=twice(smiling(start=3.0, seconds=3.5))),
    Recipe(name="smile: 5 s of 12", parts=twice(smiling(start=2.0))[:3], window=12.0),
    Recipe(name="smile: grumpy at rest", parts=twice(smiling()), resting="grumpy"),
    Recipe(name="smile: smiling at rest", parts=twice(smiling()), resting="smiling"),
    Recipe(name="smile: dim", parts=twice(smiling()), room=("dim",)),
    Recipe(name="smile: glasses", parts=twice(smiling()), room=("glasses",)),
    Recipe(name="smile: while talking", parts=twice(smiling()), room=("talk",)),
    Recipe(name="smile: flickering detector", parts=twice(smiling()), missed=0.25),
    Recipe(
        name="smile: two who agree",
        parts=twice(Part((Act(what="happiness"), Act(what="happiness", who=1)), SMILES)),
        people=2,
    ),
)
LEAVING = (
    Recipe(name="away: turns 50 degrees", parts=twice(away("turn", 50.0))),
    Recipe(name="away: turns 40 degrees", parts=twice(away("turn", 40.0))),
    Recipe(name="away: bends over a telephone", parts=twice(away("nod", 35.0))),
    Recipe(name="away: turns for 3 s of 6", parts=twice(away("turn", 50.0, seconds=3.0))),
    Recipe(name="away: leaves and comes back", parts=twice(away("gone", seconds=6.0))),
    Recipe(name="away: dim", parts=twice(away("turn", 50.0)), room=("dim",)),
    Recipe(
        name="away: two who both turn",
        parts=twice(
            Part(
                (Act(what="turn", strength=50.0), Act(what="turn", strength=50.0, who=1)),
                AWAY,
                MOVED,
            )
        ),
        people=2,
    ),
)
OTHERS = (
    Recipe(name="surprise: held", parts=twice(showing("surprise"))),
    Recipe(name="surprise: 1.5 s", parts=twice(showing("surprise", start=1.0, seconds=1.5))),
    Recipe(name="anger", parts=twice(showing("anger"))),
    Recipe(name="sadness", parts=twice(showing("sadness"))),
    Recipe(name="fear", parts=twice(showing("fear"))),
    Recipe(name="disgust", parts=twice(showing("disgust"))),
    Recipe(
        name="keeps quite still",
        parts=twice(Part((Act(what="freeze", start=-1.0, seconds=8.0),), frozenset({"still"}))),
        speed=2.0,
    ),
    Recipe(
        name="fidgets",
        parts=twice(Part((Act(what="fidget"),), frozenset({"restless"}))),
    ),
    Recipe(
        name="two who disagree",
        parts=twice(
            Part(
                (Act(what="happiness"), Act(what="anger", who=1)),
                NOTHING,
                SMILES | SHOWN["anger"],
            )
        ),
        people=2,
    ),
    Recipe(
        name="two, one looks away",
        parts=twice(Part((Act(what="turn", strength=50.0),), NOTHING, AWAY | MOVED)),
        people=2,
    ),
)
KINDS = (*NEUTRAL, *UNASKED, *SMILING, *LEAVING, *OTHERS)
