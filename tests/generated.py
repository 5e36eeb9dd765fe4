"""
Films and evenings that nobody wrote, for what must hold in all of them.

A film uses every word of the format that leads somewhere, and always comes to an end if nobody
does anything: ways back are bounded, and silence goes forward. An evening follows its film: who
presses, presses what is open.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from engine.director.phases import Phase
from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    HandSeen,
    OptionPressed,
    PauseAsked,
    PhonesJoined,
    ResumeAsked,
    SenseFound,
    SenseLost,
    StretchChosen,
    Voted,
    WarningAnswered,
    WhyAsked,
    WordsRead,
)
from engine.messages.orders import AskConsent, AskWarning
from engine.story.film import Film
from engine.story.model import About as AboutFilm
from engine.story.model import (
    Choice,
    Crowd,
    CutAt,
    Hold,
    Intent,
    PickMode,
    Reading,
    Return,
    Scene,
    Variable,
    Variant,
    Way,
)
from engine.story.units import SceneId, Seconds, Share
from tests.director.playing import Playing, began_viewing
from tests.films import (
    AWAY,
    FEELINGS,
    READS_FACES,
    SMILING,
    Condition,
    above,
    clip,
    end,
    entry,
    film,
    forks,
    option,
    pick,
    scene,
)

LENGTHS = (2.0, 4.0, 5.0, 8.0)
LABELS = ("Left", "Right", "留下")
EVERY_WAY = frozenset(Way)
STATE = {
    "n": Variable(first=0.0, low=-1.0, high=3.0),
    "k": Variable(first=False),
    "w": Variable(first="calm", one_of=("calm", "storm")),
}
SETS = ("n += 1", "n -= 2", "k = true", "k = not k", 'w = "storm"', "n = visits(s0) / 2")
FEELS = (SMILING, AWAY, above(Reading.TEXT_SENTIMENT, 0.2), None, None)
LONGEST = 1200.0
"""Seconds after which an evening that has not ended hangs."""


@dataclass
class _Script:
    """What a film is being written with: how many scenes, and hypothesis to ask."""

    draw: object
    scenes: int
    visits: int
    at: int = 0

    def one(self, *choices):
        return self.draw(st.sampled_from(choices))

    def some(self, choices, most):
        return tuple(self.draw(st.lists(st.sampled_from(choices), max_size=most)))

    def chance(self) -> bool:
        return self.draw(st.booleans())

    @property
    def onward(self) -> str:
        """A scene nearer to the end."""
        ahead = [f"s{number}" for number in range(self.at + 1, self.scenes)]
        return self.one(*ahead, *ahead, "e0", "e1") if ahead else self.one("e0", "e1")

    @property
    def anywhere(self) -> str:
        return self.one(*(f"s{number}" for number in range(self.scenes)), "e1")

    @property
    def when(self) -> str:
        """A condition of some kind; each is written at a place of its own, by which it draws."""
        return self.one(
            "n > 0", "k", "not k and n < 2", 'w == "storm"', "random() < 0.5", "can(face)",
            "can(vote) or n >= 1", "visited(s1)", 'chosen("Left")', "felt.smiling", "hour() > 12",
            'seen_before(s0) or ended("E1")', 'lang() == "zh"', "random() + random() > 1",
        )  # fmt: skip

    @property
    def rarely(self) -> str:
        """A condition that does not hold for ever, so that a way back is taken a few times."""
        return f"visits(s{self.at}) < {self.one(2, 3)} and ({self.when})"


@st.composite
def films(draw) -> Film:
    """A film of some scenes, some visits and two endings, that always can end."""
    script = _Script(draw, scenes=draw(st.integers(2, 6)), visits=draw(st.integers(0, 2)))
    scenes = [_scene(script, number) for number in range(script.scenes)]
    scenes += [_visit(script, number) for number in range(script.visits)]
    scenes += [scene("e0", end("E0")), scene("e1", end("E1"))]
    lengths = {one.id: draw(st.sampled_from(LENGTHS)) for one in scenes}
    return film(
        *scenes, lengths=lengths, state=STATE, feelings=FEELINGS, sensing=READS_FACES,
        memory=("n",), about=AboutFilm(minutes=(0.5, 1.0), arc=(-1.0, 1.0, 0.0)),
    )  # fmt: skip


def _scene(script: _Script, number: int) -> Scene:
    script.at = number
    via = f"v{script.one(*range(script.visits))}" if script.visits and script.chance() else None
    kind = script.one("next", "forks", "choice", "choice", "choice", "pick", "pick")
    shown = kind == "choice" or number == 0 or script.one(True, True, False)
    way = _WAYS[kind](script)
    warned = script.one(*[()] * 4, ("storm",))
    return scene(
        f"s{number}", way,
        play=_play(script, number) if shown else None,
        sets=script.some(SETS, 2),
        via=SceneId(via) if via is not None and not isinstance(way, Choice) else None,
        warn=warned,
        skip_to=SceneId(script.onward) if warned and script.chance() else None,
        intend=script.one(None, Intent(valence=0.5), Intent(valence=-0.5)),
        chapter=script.one(None, None, f"Chapter {number}"),
    )  # fmt: skip


def _play(script: _Script, number: int) -> tuple[Variant, ...]:
    last = Variant(clip=clip(f"s{number}.mp4"))
    if script.one(True, True, False):
        return (last,)
    other = script.one("e0", "s0")
    return (Variant(clip=clip(f"{other}.mp4"), when=Condition(script.when, where="v")), last)


def _visit(script: _Script, number: int) -> Scene:
    """A scene that is visited; one may visit the next of them on its way."""
    deeper = SceneId(f"v{number + 1}") if number + 1 < script.visits else None
    if deeper is not None and script.chance():
        return scene(f"v{number}", forks((deeper, None)), sets=script.some(SETS, 1))
    return scene(f"v{number}", Return(), play=True if script.chance() else None)


def _next(script: _Script):
    return forks((script.onward, None))


def _forks(script: _Script):
    ways = [(script.onward, script.when)]
    if script.chance():
        ways.append((script.anywhere, script.rarely))
    return forks(*ways, (script.onward, None))


def _pick(script: _Script):
    back = entry(script.anywhere, when=script.rarely, once=script.chance())
    some = [entry(script.onward, when=script.when, weight=script.one(0.5, 3.0)), back]
    some += [entry(script.onward, once=True)]
    kept = [one for one in some if script.chance()]
    return pick(*kept, entry(script.onward), mode=script.one(*PickMode))


def _choice(script: _Script) -> Choice:
    by = script.one(
        (Way.BUTTONS,), (Way.FACE, Way.BUTTONS), (Way.BUTTONS, Way.FACE), (Way.TEXT, Way.BUTTONS),
        (Way.VOTE, Way.BUTTONS), (Way.FACE, Way.TEXT, Way.VOTE, Way.BUTTONS), (Way.FACE,),
    )  # fmt: skip
    unlimited = script.one(False, False, True)
    return Choice(
        options=_options(script),
        ask=script.one(None, "What now?"),
        by=by,
        at=script.one(Seconds(-9), Seconds(1), None),
        lasts=None if unlimited else script.one(Seconds(9), Seconds(2), None),
        no_limit=unlimited,
        hold=script.one(*Hold),
        cut=script.one(*CutAt),
        crowd=script.one(*Crowd),
        exhausted=SceneId(script.onward),
    )


def _options(script: _Script):
    """A way on for silence that is always allowed, or each of them once only."""
    used_up = script.one(False, False, True)
    labels = LABELS[: script.one(2, 3)]
    return tuple(
        option(
            label,
            script.anywhere if used_up or number else script.onward,
            when=script.when if (number or used_up) and script.chance() else None,
            once=used_up or (number > 0 and script.chance()),
            default=number == 0 and not used_up,
            feel=script.one(*FEELS),
            hear=script.one((), ("let us go",)),
            sets=script.some(SETS, 1),
            because=script.one(None, "you said so"),
        )
        for number, label in enumerate(labels)
    )


_WAYS = {"next": _next, "forks": _forks, "choice": _choice, "pick": _pick}

shares = st.floats(0, 1).map(Share)
looks = st.sampled_from([
    None, {}, {"smile": 2.0}, {"smile": 2.0}, {"smile": 0.9, "valence": 1.25},
    {"attention": -2.0}, {"attention": -1.5, "valence": -2.0}, {"smile": 1.0, "attention": -1.0},
])  # fmt: skip
steps = st.one_of(
    st.tuples(st.just("roll"), st.sampled_from((0.25, 1.0, 2.5, 6.0)), looks),
    st.tuples(st.just("roll"), st.sampled_from((0.25, 1.0, 2.5, 6.0)), looks),
    st.tuples(st.just("press"), st.integers(0, 2)),
    st.tuples(st.just("press"), st.integers(0, 2)),
    st.tuples(st.just("watch"), looks),
    st.tuples(st.just("watch"), looks),
    st.tuples(st.just("say"), st.integers(0, 2), st.floats(-1, 1), shares),
    st.tuples(st.just("vote"), st.sampled_from(("a", "b")), st.integers(0, 2)),
    st.tuples(st.just("stand"), st.booleans(), st.floats(0, 3)),
    st.sampled_from([
        HandSeen(), SenseLost(Way.FACE, "It is gone."), SenseFound(Way.FACE),
        PhonesJoined(("a", "b")), PhonesJoined(()), StretchChosen(2.0),
        SenseLost(Way.TEXT, "It is gone."),
    ]),
)  # fmt: skip
"""What viewers and machines do."""


@dataclass(frozen=True)
class Evening:
    """A film, how its viewing begins, and what happens in it."""

    film: Film
    began: dict
    consents: bool
    steps: tuple


@st.composite
def evenings(draw) -> Evening:
    """An evening with a film."""
    began = {
        "seed": draw(st.integers(0, 2**31)),
        "hour": draw(st.sampled_from((9.5, 20.25))),
        "language": draw(st.sampled_from(("en", "zh"))),
        "offers": draw(st.sampled_from((EVERY_WAY, EVERY_WAY, EVERY_WAY - {Way.FACE}))),
        "avoids": draw(st.sampled_from((frozenset(), frozenset({"storm"})))),
        "patience": draw(st.sampled_from((Seconds(0.0), Seconds(12.0)))),
        "stretch": draw(st.sampled_from((1.0, 1.5))),
        "memory": draw(st.sampled_from(({}, {"n": 2.0}))),
        "ended_before": draw(st.sampled_from((frozenset(), frozenset({"E1"})))),
    }
    room = [PhonesJoined(("a", "b"))] if draw(st.booleans()) else []
    happens = tuple(room + draw(st.lists(steps, min_size=2, max_size=14)))
    return Evening(draw(films()), began, draw(st.sampled_from((True, True, False))), happens)


class Living(Playing):
    """An evening that is lived: what is asked before the film goes on is answered."""

    def __init__(
        self, evening: Evening, *, step: float = 0.25, led=lambda director: director, **more
    ) -> None:
        """`led` may put something before the director, such as a tape."""
        super().__init__(evening.film, begin=False, step=step)
        self.consents = evening.consents
        self.hearer = led(self.director)
        self.hear(began_viewing(**{**evening.began, **more}))

    def hear(self, fact: Fact):
        orders = self.hearer.hear(fact)
        self.facts.append(fact)
        self.orders += orders
        for order in orders:
            self.stage.obey(order)
        for order in orders:
            if isinstance(order, AskConsent):
                orders += self.hear(ConsentAnswered(yes=self.consents))
            elif isinstance(order, AskWarning):
                orders += self.hear(WarningAnswered(go_on=True))
        return orders

    def live(self, evening: Evening) -> "Living":
        """Let everything happen, and then nothing more until the film is over."""
        for step in evening.steps:
            if self.director.phase is not Phase.ENDED:
                self.happen(step)
        return self.rest()

    def rest(self) -> "Living":
        """Let nothing happen any more until the film is over."""
        self.face = None
        self.until(lambda: self.director.phase is Phase.ENDED, most=LONGEST)
        return self

    def happen(self, step) -> None:
        """Let one thing happen; who answers, mostly waits until there is something to answer."""
        match step:
            case ("press" | "say" | "vote", *_) if not self._engaged:
                self._while(lambda: not self._engaged)
        match step:
            case ("roll", length, face):
                self.face = face
                self.roll(length)
            case ("watch", face):
                self.face = face
                self.roll(2)
                self._while(lambda: self._engaged)
            case ("press", number):
                self.hear(OptionPressed(self._option(number)))
            case ("say", number, sentiment, sure):
                meant = self._option(number) if number else None
                method = "label" if number else "sentiment"
                self.hear(WordsRead(meant, sentiment, sure, clear=sure > 0.3, method=method))
            case ("vote", voice, number):
                self.hear(Voted(voice, self._option(number)))
            case ("stand", why, length):
                self.hear(WhyAsked() if why else PauseAsked())
                self.roll(length)
                self.hear(WhyAsked() if why else ResumeAsked())
            case _:
                self.hear(step)

    @property
    def _engaged(self) -> bool:
        return self.director.showing is not None and self.director.showing.engaged

    def _while(self, still: Callable[[], bool], most: int = 80) -> None:
        """Let time go on, but not for ever."""
        for _ in range(most):
            if not still():
                return
            self.tick()

    def _option(self, number: int) -> str:
        """An option of the decision that stands open; one of no decision where none does."""
        showing = self.director.showing
        decision = None if showing is None else showing.decision
        options = () if decision is None else decision.options
        return options[number % len(options)].id if options else LABELS[number]
