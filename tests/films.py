"""Small films to test with, as values: no file, no parser."""

from types import MappingProxyType

from engine.story.clips import ClipFacts
from engine.story.conditions import Condition, Effect
from engine.story.film import Film
from engine.story.model import (
    About,
    Branch,
    Choice,
    Clip,
    ClipKind,
    Comparison,
    CutAt,
    End,
    Hold,
    Measure,
    Next,
    Option,
    Pick,
    PickEntry,
    PickMode,
    Reading,
    Return,
    Scene,
    Sensing,
    Span,
    Story,
    Variable,
    Variant,
    Way,
)
from engine.story.units import OptionId, SceneId, Seconds

LENGTH = Seconds(24)
"""How long a clip is where a film does not say."""


def clip(file: str, **kwargs) -> Clip:
    return Clip(kind=ClipKind.FILE, file=file, **kwargs)


def scene(name: str, way, *, play: object = True, sets: tuple[str, ...] = (), **kwargs) -> Scene:
    """A scene of one clip of its own name; `play=None` takes no time; a tuple is its variants."""
    if play is True:
        play = (Variant(clip=clip(f"{name}.mp4")),)
    elif play is None:
        play = ()
    effects = tuple(Effect(text) for text in sets)
    return Scene(id=SceneId(name), way=way, play=play, set=effects, **kwargs)


def option(label: str, go: str, *, when: str | None = None, sets: tuple[str, ...] = (), **kwargs):
    condition = None if when is None else Condition(when)
    effects = tuple(Effect(text) for text in sets)
    return Option(
        id=OptionId(label), label=label, go=SceneId(go), when=condition, set=effects, **kwargs
    )


def to(name: str) -> Next:
    return Next(branches=(Branch(go=SceneId(name)),))


def forks(*branches: tuple[str, str | None]) -> Next:
    """`next` as a list: pairs of a scene and when it is taken."""
    return Next(
        branches=tuple(
            Branch(go=SceneId(go), when=None if when is None else Condition(when))
            for go, when in branches
        )
    )


def entry(go: str, *, when: str | None = None, **kwargs) -> PickEntry:
    condition = None if when is None else Condition(when)
    return PickEntry(go=SceneId(go), when=condition, **kwargs)


def pick(*entries: PickEntry, mode: PickMode = PickMode.RANDOM) -> Pick:
    return Pick(entries=entries, mode=mode)


def end(name: str) -> End:
    return End(name=name)


def above(reading: Reading, number: float, measure: Measure = Measure.MEAN) -> Comparison:
    return Comparison(reading, measure, above=True, number=number)


def below(reading: Reading, number: float, measure: Measure = Measure.MEAN) -> Comparison:
    return Comparison(reading, measure, above=False, number=number)


def film(*scenes: Scene, lengths: dict[str, float] | None = None, **story) -> Film:
    """A film that begins with its first scene and whose every clip is there."""
    files = {
        name
        for each in scenes
        for variant in each.play
        for name in (variant.clip.file, *variant.clip.by_language.values())
        if name is not None
    }
    known = lengths or {}
    clips = {name: facts(known.get(name.removesuffix(".mp4"), LENGTH)) for name in files}
    told = {"id": "film", "title": "Film", "start": scenes[0].id, **story}
    by_name = MappingProxyType({each.id: each for each in scenes})
    return Film(Story(scenes=by_name, **told), MappingProxyType(clips))


def facts(length: float) -> ClipFacts:
    return ClipFacts(length=Seconds(length), width=1280, height=720, sound=True, size=1000)


def state(**first) -> dict:
    return {name: Variable(first=value) for name, value in first.items()}


SMILING = above(Reading.SMILE, 0.8)
AWAY = below(Reading.ATTENTION, -0.8)
FEELINGS = MappingProxyType({"smiling": SMILING, "away": AWAY})
READS_FACES = Sensing(uses=(Way.FACE, Way.TEXT), why="The lamp burns with whoever watches it.")

TWO_DOORS = film(
    scene("hall", Choice(options=(option("Left", "garden"), option("Right", "cellar")))),
    scene("garden", end("Free"), describe="Roses, and an open gate."),
    scene("cellar", end("Lost")),
    id="two-doors",
    title="Two Doors",
)
"""The shortest film: one card over the last nine seconds, two endings."""


def door(**kwargs) -> Choice:
    """He looks at you: three ways of looking, for eyes and hands alike."""
    kwargs = {"by": (Way.FACE, Way.BUTTONS), "read": Span(Seconds(5), Seconds(12))} | kwargs
    kwargs = {"at": Seconds(13), "lasts": Seconds(9)} | kwargs
    return Choice(
        options=(
            option("Smile", "warm", feel=SMILING, sets=("trust += 1",), because="you smiled"),
            option("Look away", "cold", feel=AWAY, sets=("trust -= 1",), because="you turned"),
            option("Keep still", "cold", default=True, because="you kept still"),
        ),
        **kwargs,
    )


def house(choice: Choice | None = None, **story) -> Film:
    """A door that is answered by a face or a hand, and two rooms behind it."""
    return film(
        scene("arrival", to("door")),
        scene("door", choice or door()),
        scene("warm", end("Warm"), describe="He laughed."),
        scene("cold", end("Cold"), describe="He said nothing."),
        **{
            "id": "house",
            "feelings": FEELINGS,
            "sensing": READS_FACES,
            "state": {"trust": Variable(first=0.0, low=-3.0, high=3.0)},
        }
        | story,
    )


HOUSE = house()

HUB = film(
    scene(
        "table",
        Choice(
            options=(
                option("The light", "light", once=True),
                option("The boat", "boat", once=True, when="asked >= 1"),
                option("Go up", "stairs", default=True),
            ),
            no_limit=True,
            lasts=None,
            hold=Hold.LOOP,
            cut=CutAt.NOW,
        ),
        play=(Variant(clip=clip("table.mp4", loop=True)),),
    ),
    scene("light", to("table"), sets=("asked += 1",)),
    scene("boat", to("table")),
    scene("stairs", end("Up")),
    lengths={"table": 10, "light": 6, "boat": 6},
    state=state(asked=0.0),
)
"""A table one comes back to: each question once, no limit, the picture loops."""

VISIT = film(
    scene("shore", to("house"), via=SceneId("memory")),
    scene("memory", to("deeper")),
    scene("deeper", Return(), via=None),
    scene("house", end("Home")),
    lengths={"shore": 6, "memory": 6, "deeper": 6},
)
"""A memory visited on the way, two scenes deep, and the way back."""

CHANCES = film(
    scene("stairs", pick(entry("fast", weight=3.0), entry("slow"), entry("dream", once=True))),
    scene("fast", to("landing")),
    scene("slow", to("landing")),
    scene("dream", to("landing")),
    scene("landing", forks(("stairs", "visits(landing) < 4"), ("top", None)), play=None),
    scene("top", end("Top")),
    lengths={"stairs": 5, "fast": 5, "slow": 5, "dream": 5},
)
"""The film picks, four times over."""

SPOKEN = film(
    scene(
        "room",
        Choice(
            by=(Way.TEXT, Way.BUTTONS),
            at=Seconds(-10),
            lasts=Seconds(10),
            ask="Say something to him.",
            options=(
                option(
                    "Comfort",
                    "kind",
                    hear=("it was not your fault",),
                    feel=above(Reading.TEXT_SENTIMENT, 0.2),
                ),
                option("Blame", "hard", feel=below(Reading.TEXT_SENTIMENT, -0.2)),
                option("Say nothing", "dawn", default=True),
            ),
        ),
    ),
    scene("kind", end("Light")),
    scene("hard", end("Dark")),
    scene("dawn", end("Dawn")),
    id="spoken",
    sensing=Sensing(uses=(Way.TEXT,)),
)
"""Words, or hands, or silence."""

STORMY = film(
    scene("calm", to("storm")),
    scene(
        "storm", to("after"), warn=("drowning",), skip_to=SceneId("after"), sets=("wet = true",)
    ),
    scene("after", forks(("dry", "not wet"), ("soaked", None)), play=None),
    scene("dry", end("Dry")),
    scene("soaked", end("Soaked")),
    lengths={"calm": 5, "storm": 5},
    state=state(wet=False),
)
"""A storm that can be avoided."""

FELT = film(
    scene("overture", to("fork")),
    scene("fork", forks(("joy", "felt.smiling"), ("rest", None)), play=None),
    scene("joy", end("Joy")),
    scene("rest", end("Rest")),
    lengths={"overture": 10},
    feelings=FEELINGS,
    sensing=READS_FACES,
)
"""No decision at all: what was felt over the overture leads on."""

ARC = film(
    scene("start", pick(entry("sad"), entry("glad"), mode=PickMode.ARC)),
    scene("sad", end("Sad")),
    scene("glad", end("Glad")),
    about=About(minutes=(1.0, 1.0), arc=(-1.0, 1.0)),
    sensing=READS_FACES,
)

ALL = (TWO_DOORS, HOUSE, HUB, VISIT, CHANCES, SPOKEN, STORMY, FELT)
