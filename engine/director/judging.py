"""Was that so? On the end card the viewer is asked about what was read of them."""

from dataclasses import dataclass
from typing import Final

from engine.messages.facts import TurnJudged, ViewingBegan
from engine.messages.orders import AskIfSo, Order, Question, Write
from engine.messages.records import Cause, Judged, Judgement, Turn
from engine.story.model import Choice, Comparison, Feel, Keep, Measure, Story
from engine.story.reading.feelings import comparisons
from engine.story.units import Seconds, Share

MOST: Final = 5
"""How many turns of a viewing are asked about at most: the newest, which are remembered best."""
_READ: Final = frozenset({Cause.FACE, Cause.TEXT})

Orders = tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    turn: Turn
    feeling: str


class Judging:
    """
    What is asked back at the end of one showing, newest turn first, one at a time.

    Belongs to it. Only where the answers may be kept: the film says `keep: scores`, the viewer
    said yes to the camera, and the house writes them down. Never of another viewer's tape.
    """

    def __init__(self, began: ViewingBegan, earlier: tuple[Turn, ...]) -> None:
        """`earlier`: the turns of an evening that this one goes on from; they are not asked of."""
        self._may = began.asks_back and not began.sham
        self._earlier = len(earlier)
        self._waits: tuple[_Asked, ...] = ()
        """The question on the screen, and those after it."""
        self._count = 0

    def ended(self, story: Story, turns: tuple[Turn, ...], *, consented: bool) -> Orders:
        """The film is over: the first question, if there is anything to ask."""
        if not (self._may and consented and story.sensing.keep is Keep.SCORES):
            return ()
        read = [turn for turn in turns[self._earlier :] if inferred(turn)]
        newest = tuple(reversed(read[-MOST:]))
        self._waits = tuple(_Asked(turn, feeling_of(story, turn)) for turn in newest)
        self._count = len(newest)
        return (AskIfSo(self._question),) if newest else ()

    def judged(self, said: TurnJudged, now: Seconds) -> Orders:
        """The viewer answered: the next question, or none where they want no more of them."""
        question = self._question
        if question is None or question.number != said.number:
            return ()
        written = Write(_record(self._waits[0], said.verdict, now))
        self._waits = () if said.verdict is Judgement.SILENT else self._waits[1:]
        return (written, AskIfSo(self._question))

    def left(self, now: Seconds) -> Orders:
        """The end card is left: that the question on it found no answer is an answer, too."""
        question = self._question
        if question is None:
            return ()
        return self.judged(TurnJudged(question.number, Judgement.SILENT), now)

    @property
    def _question(self) -> Question | None:
        if not self._waits:
            return None
        number = self._count - len(self._waits) + 1
        return Question(turn=self._waits[0].turn, number=number, count=self._count)


def inferred(turn: Turn) -> bool:
    """Whether a feeling chose this way: one read of a face, or of the tone of typed words."""
    return turn.cause in _READ and "strength" in turn.evidence


def feeling_of(story: Story, turn: Turn) -> str:
    """The author's name of the feeling that a turn was chosen by, or else what it compares."""
    feel = _feel_of(story, turn)
    if feel is None:
        return turn.option or turn.scene  # the story was edited since
    named = next((name for name, known in story.feelings.items() if known == feel), None)
    return named or ", ".join(_compared(part) for part in comparisons(feel))


def _feel_of(story: Story, turn: Turn) -> Feel | None:
    scene = story.scenes.get(turn.scene)
    if scene is None or not isinstance(scene.way, Choice):
        return None
    return next((one.feel for one in scene.way.options if one.id == turn.option), None)


def _compared(part: Comparison) -> str:
    measure = "" if part.measure is Measure.MEAN else f".{part.measure.value}"
    return f"{part.reading.value}{measure} {'>' if part.above else '<'} {part.number:g}"


def _record(asked: _Asked, verdict: Judgement, now: Seconds) -> Judged:
    turn = asked.turn
    return Judged(
        scene=turn.scene,
        option=turn.option,
        cause=turn.cause,
        feeling=asked.feeling,
        confidence=Share(turn.evidence.get("confidence", 0.0)),
        verdict=verdict,
        at=now,
    )
