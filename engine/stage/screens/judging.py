"""Was that so? On the end card: one thing that was read of the viewer, and three answers."""

from typing import Final

import pygame

from engine.messages.facts import TurnJudged
from engine.messages.orders import Question
from engine.messages.records import Judgement
from engine.stage.page import Align, Button, Desk, Item, Kind, Rule
from engine.stage.reasons import act
from engine.stage.theme import CAPS, LABEL, NOTE, QUESTION
from engine.stage.tongue import Tongue

_ANSWERS: Final = (
    ("yes", Judgement.YES),
    ("no", Judgement.NO),
    ("not_meant", Judgement.NOT_MEANT),
)
_SAYS: Final = QUESTION.at(25)
_HIGH: Final = 52
_GAP: Final = 14
_CLOSE: Final = 10


def question_items(
    desk: Desk, tongue: Tongue, question: Question, foot: pygame.Rect
) -> tuple[Item, ...]:
    """A strip above the page's foot: what was read, whether it was so, and the answers."""
    count = tongue.say("so.caps_of", number=question.number, count=question.count)
    caps = desk.words(
        count if question.count > 1 else tongue.say("so.caps"), CAPS, foot.topright,
        foot.width // 3, align=Align.RIGHT, most=1,
    )  # fmt: skip
    asked = tongue.joined(act(question.turn, tongue), tongue.say("so.asked"))
    width = foot.width - caps.area.width - desk.px(32)
    told = desk.words(asked, _SAYS, foot.topleft, width, most=2)
    answers = _answers(desk, tongue, question, foot)
    line = pygame.Rect(foot.left, 0, foot.width, max(1, desk.px(1)))
    high = line.height + told.area.height + desk.px(_HIGH + 2 * _GAP + _CLOSE)
    line.top = foot.top - high
    told.area.top = line.bottom + desk.px(_GAP)
    caps.area.top = told.area.top + (told.area.height // len(told.lines) - caps.area.height) // 2
    for answer in answers:
        answer.area.top = told.area.bottom + desk.px(_CLOSE)
    return (Rule(area=line, bright=0.2), told, caps, *answers)


def enough(question: Question) -> TurnJudged:
    """No answer to this one, and no more questions."""
    return TurnJudged(question.number, Judgement.SILENT)


def _answers(
    desk: Desk, tongue: Tongue, question: Question, foot: pygame.Rect
) -> tuple[Button, ...]:
    """The same size and the same light, none in focus: no answer is the expected one."""
    gap, style = desk.px(_GAP), LABEL.at(21)
    labels = [tongue.say(f"so.{name}") for name, _ in _ANSWERS]
    width = max(desk.px(180), *(desk.label_width(one, style, digit=True) for one in labels))
    answers = [
        desk.plate(
            label, f"{name} {question.number}", TurnJudged(question.number, verdict),
            pygame.Rect(foot.left + at * (width + gap), foot.top, width, desk.px(_HIGH)),
            digit=str(at + 1), most=1, style=style,
        )
        for at, (label, (name, verdict)) in enumerate(zip(labels, _ANSWERS, strict=True))
    ]  # fmt: skip
    told = tongue.say("so.enough")
    wide = desk.label_width(told, NOTE)
    area = pygame.Rect(foot.right - wide, foot.top, wide, desk.px(_HIGH))
    away = desk.plate(told, "enough", enough(question), area, style=NOTE, most=1, kind=Kind.BARE)
    return (*answers, away)
