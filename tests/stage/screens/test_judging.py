"""Was that so? Asked calmly, answered by whatever hand there is."""

from dataclasses import replace

import pygame
import pytest

from engine.messages.facts import StopAsked, TurnJudged
from engine.messages.orders import AskIfSo, Question
from engine.messages.records import Cause, Judgement, Turn
from engine.stage.page import Button, Dot, Words
from engine.stage.reasons import act
from engine.stage.tongue import CATALOGUES, Tongue
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


def test_what_was_read_is_said_before_it_is_asked(asked):
    """The act and where it led; the ending's name stays above it."""
    assert "We read: a smile." in said(asked)
    assert "Was that so?" in said(asked)
    assert "Dawn" in said(asked)
    assert labels(asked)[-6:-3] == ["Yes", "No", "Not what I meant"]


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
    assert asked.key(pygame.K_RETURN) == [TurnJudged(1, Judgement.SILENT)]


def test_esc_ends_the_asking_and_not_the_evening(asked):
    """One Esc for the questions, the next for the end card."""
    assert asked.key(pygame.K_ESCAPE) == [TurnJudged(1, Judgement.SILENT)]
    assert asked.click("enough") == [TurnJudged(1, Judgement.SILENT)]

    asked.obey(AskIfSo(None))
    asked.go()

    assert asked.page() == "ending"
    assert "What led here" in said(asked)
    assert asked.key(pygame.K_ESCAPE) == [StopAsked()]


def test_the_end_card_can_be_left_while_it_asks(asked):
    """Nobody is kept by a question."""
    assert asked.click("home") == [StopAsked()]


def test_an_answer_does_not_answer_the_next_question(asked):
    """Each question has plates of its own, and none of them has the focus when it comes."""
    asked.key(pygame.K_TAB, pygame.K_RETURN)
    asked.obey(AskIfSo(WORDS))
    asked.go()

    assert "We read your words as “Comfort him”." in said(asked)
    assert asked.stage._pages._modal.focus == "enough"


def test_only_the_scene_in_question_is_lit(asked):
    """So that one knows which door is meant."""
    asked.stage._pages.up.frames = {scene: pygame.Surface((64, 36)) for scene in ("door", "out")}
    asked.obey(AskIfSo(SMILE))
    dots = [one.lit for one in asked.stage._pages.modal.items if isinstance(one, Dot)]

    assert dots.count(True) == 1


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
