"""Was that so? Asked calmly, answered by whatever hand there is."""

from dataclasses import replace

import pygame
import pytest

from engine.messages.facts import StopAsked, TurnJudged
from engine.messages.orders import AskIfSo, Question
from engine.messages.records import Cause, Judgement, Turn
from engine.stage.page import Button, Dot, Picture, Words
from engine.stage.reasons import act
from engine.stage.tongue import CATALOGUES, Tongue
from engine.stage.wishes import PlayFilm
from tests.stage.evenings import ENDING, TURN

SMILE = Question(replace(TURN, evidence={"smile.mean": 1.9}), 1, 2)
WORDS = Question(
    Turn(scene="lamp", to="letter", cause=Cause.TEXT, option="kind", label="Comfort him"), 2, 2
)


@pytest.fixture
def asked(evening):
    """An end card with a question on it."""
    evening.obey(ENDING, AskIfSo(SMILE))
    evening.go()
    return evening


def labels(evening):
    return [" ".join(one.lines) for one in evening.stage._pages.modal.buttons]


def said(evening):
    items = evening.stage._pages.modal.items
    return " ".join(line for one in items if isinstance(one, Words) for line in one.lines)


def test_the_card_comes_first_and_the_question_beneath_it(asked):
    """Ending, reasons, what was read, whether it was so; nothing of the card waits for it."""
    told = said(asked)

    assert told.index("Dawn") < told.index("What led here") < told.index("We read: a smile.")
    assert "Was that so?" in told
    assert labels(asked) == [
        "Yes", "No", "Not what I meant", "No more questions", "Play again", "Library",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("yes", Judgement.YES), ("no", Judgement.NO), ("not_meant", Judgement.NOT_MEANT)],
)
def test_the_mouse_a_key_and_a_finger_answer(asked, name, verdict):
    """Each by its own way; the keys are the numbers on the plates."""
    number = [Judgement.YES, Judgement.NO, Judgement.NOT_MEANT].index(verdict)
    at = asked.stage._pages.modal.button(f"{name} 1").area.center
    told = TurnJudged(1, verdict)

    assert asked.click(f"{name} 1") == [told]
    assert asked.key(pygame.K_1 + number) == [told]
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(
            pygame.event.Event(kind, x=at[0] / 1280, y=at[1] / 720, touch_id=1, finger_id=1)
        )
    assert told in asked.go()


def test_arrows_and_enter_answer_and_so_does_a_gamepad(asked):
    """Which speaks the same."""
    told = asked.key(pygame.K_TAB, pygame.K_RIGHT, pygame.K_RETURN)
    assert told == [TurnJudged(1, Judgement.NO)]

    hat = pygame.event.Event(pygame.JOYHATMOTION, hat=0, value=(1, 0), instance_id=0)
    pygame.event.post(hat)
    pygame.event.post(pygame.event.Event(pygame.JOYBUTTONDOWN, button=0, instance_id=0))
    assert TurnJudged(1, Judgement.NOT_MEANT) in asked.go()


def test_whoever_only_presses_enter_has_said_nothing_of_it(asked):
    """Most people do at an end card; a yes that nobody meant would falsify the figures."""
    asked.key(pygame.K_RETURN)

    assert asked.stage.wishes() == (PlayFilm(asked.stage._pages._bill.film),)


def test_the_end_card_can_be_left_while_it_asks(asked):
    """Nobody is kept by a question: again, library and Esc work at any time."""
    assert asked.key(pygame.K_ESCAPE) == [StopAsked()]
    assert asked.click("home") == [StopAsked()]
    assert asked.click("again") == [StopAsked()]


def test_who_wants_no_more_questions_has_the_card_alone(asked):
    """One press, and the reasons have all the room."""
    assert asked.click("enough") == [TurnJudged(1, Judgement.SILENT)]
    asked.obey(AskIfSo(None))
    asked.go()

    assert asked.page() == "ending"
    assert "What led here" in said(asked)
    assert "Was that so?" not in said(asked)


def test_a_question_that_nobody_answers_fades(asked):
    """Silence is written down once, and the card stays as usable as it was."""
    early = asked.go(15.0)
    late = asked.go(6.0)
    later = asked.go(30.0)

    assert not [one for one in early if isinstance(one, TurnJudged)]
    assert [one for one in late if isinstance(one, TurnJudged)] == [
        TurnJudged(1, Judgement.SILENT)
    ]
    assert not [one for one in later if isinstance(one, TurnJudged)]
    assert asked.page() == "ending"
    assert asked.key(pygame.K_ESCAPE) == [StopAsked()]


def test_a_hand_that_moves_keeps_the_question(asked):
    """Whoever reads with the mouse in their hand is still there; the next one has its own time."""
    for _ in range(4):
        asked.go(12.0)
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=(40, 40), rel=(1, 1), buttons=(0, 0, 0))
        )
    assert asked.page() == "ending, asked 1"


def test_an_answer_does_not_answer_the_next_question(asked):
    """Each question has plates of its own, and none of them has the focus when it comes."""
    asked.key(pygame.K_TAB, pygame.K_RETURN)
    asked.obey(AskIfSo(WORDS))
    asked.go()

    assert "We read your words as “Comfort him”." in said(asked)
    assert asked.stage._pages._modal.focus == "again"


def test_only_the_scene_in_question_is_lit(asked):
    """So that one knows which door is meant."""
    asked.obey(replace(ENDING, path=("door", "out")))
    asked.stage._pages.up.frames = {scene: pygame.Surface((64, 36)) for scene in ("door", "out")}
    asked.obey(AskIfSo(SMILE))
    items = asked.stage._pages.modal.items
    shown = [one.area.centerx for one in items if isinstance(one, Picture)]
    line = [one.lit for one in items if isinstance(one, Dot) and one.area.centerx in shown]

    assert line == [True, False]


def test_the_next_evening_begins_without_a_question(asked):
    """What was asked of one is not asked of the next."""
    asked.obey(ENDING, AskIfSo(SMILE))
    asked.stage._pages.forget()

    assert asked.stage._pages.up.question is None


@pytest.mark.parametrize("code", CATALOGUES)
@pytest.mark.parametrize("cause", [Cause.FACE, Cause.TEXT])
def test_what_has_no_name_is_asked_of_by_the_option(code, cause):
    """Fear is not told from a face: what it was taken for is."""
    turn = Turn(scene="door", to="warm", cause=cause, label="笑一笑", because="you smiled.")

    assert "笑一笑" in act(turn, Tongue(code))
    assert "you smiled" not in act(turn, Tongue(code))
    assert "{" not in act(turn, Tongue(code))


@pytest.mark.parametrize(
    ("evidence", "read"),
    [
        ({"smile.mean": 1.9, "still.mean": 0.3}, "a smile"),
        ({"attention.mean": -2.2, "smile.mean": 0.4, "confidence": 0.9}, "looking away"),
        ({"surprise.peak": 1.2, "faces": 2.0}, "a look of surprise"),
    ],
)
def test_the_act_alone_is_asked_about(evidence, read):
    """A viewer knows whether they smiled; that the lamp stood taller is the author's business."""
    turn = Turn(
        scene="door", to="warm", cause=Cause.FACE, label="Smile", evidence=evidence,
        because="you smiled, and the lamp stood taller",
    )  # fmt: skip

    assert act(turn, Tongue("en")) == f"We read: {read}, and so it was “Smile”."


def test_answers_weigh_the_same(asked):
    """Same size, same light: no answer is the expected one."""
    found = [one for one in asked.stage._pages.modal.buttons if one.digit]

    assert len(found) == 3
    assert len({one.area.size for one in found}) == len({one.kind for one in found}) == 1
    assert all(isinstance(one, Button) for one in found)
