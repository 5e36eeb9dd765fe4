"""Was that so? On the end card: one thing that was read of the viewer, and three answers."""

from typing import Final

import pygame

from engine.messages.facts import TurnJudged
from engine.messages.orders import Question
from engine.messages.records import Judgement
from engine.stage.page import Column, Desk, Item
from engine.stage.reasons import act
from engine.stage.theme import CAPS, NOTE, QUESTION, SAND
from engine.stage.tongue import Tongue

_ANSWERS: Final = (
    ("yes", Judgement.YES),
    ("no", Judgement.NO),
    ("not_meant", Judgement.NOT_MEANT),
)
_PLATE: Final = (281, 64)


def question_items(
    desk: Desk, tongue: Tongue, question: Question, body: pygame.Rect
) -> tuple[Item, ...]:
    """What was read, and whether it was so; in the middle of the room there is."""
    width = min(body.width, desk.px(880))
    column = Column(desk, body.centerx - width // 2, body.top, width)
    asked = {"number": question.number, "count": question.count}
    caps = tongue.say("so.caps_of", **asked) if question.count > 1 else tongue.say("so.caps")
    column.centred(caps, CAPS, most=1).space(12)
    column.centred(act(question.turn, tongue), QUESTION.at(29), most=3).space(6)
    column.centred(tongue.say("so.asked"), QUESTION.at(29).tinted(SAND), most=1).space(24)
    column.items += _answers(desk, tongue, question, column)
    column.top += desk.px(_PLATE[1] + 14)
    column.centred(tongue.say("so.kept"), NOTE.at(17), most=1)
    return column.moved(max(0, (body.bottom - column.top) // 2))


def enough(question: Question) -> TurnJudged:
    """No answer to this one, and no more questions."""
    return TurnJudged(question.number, Judgement.SILENT)


def _answers(desk: Desk, tongue: Tongue, question: Question, column: Column) -> tuple[Item, ...]:
    """The same size and the same light, none in focus: no answer is the expected one."""
    gap, width, high = desk.px(18), desk.px(_PLATE[0]), desk.px(_PLATE[1])
    whole = len(_ANSWERS) * (width + gap) - gap
    left = column.left + (column.width - whole) // 2
    return tuple(
        desk.plate(
            tongue.say(f"so.{name}"), f"{name} {question.number}",
            TurnJudged(question.number, verdict),
            pygame.Rect(left + at * (width + gap), column.top, width, high),
            digit=str(at + 1), most=1,
        )
        for at, (name, verdict) in enumerate(_ANSWERS)
    )  # fmt: skip
