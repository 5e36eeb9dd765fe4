"""Meters of what is read: calm, from one's own normal, and never a picture."""

import pytest

from engine.messages.facts import ConsentAnswered
from engine.stage.page import Picture, Rule, Words
from engine.stage.screens.mirror import (
    ACTS,
    BELIEVED,
    FAINT,
    Eye,
    Meter,
    Mirrored,
    asking_page,
    counted,
    mirror_page,
    normal,
    signed,
    state,
)
from engine.stage.tongue import CATALOGUES, Tongue
from engine.stage.wishes import Local, Quit
from engine.story.model import Reading
from tests.stage.pictures import desk
from tests.stage.screens.test_layout import smiling

EN = Tongue("en")


def seen(mood=None, eye=Eye.SEEING, **more):
    return Mirrored(eye=eye, source="0", mood=mood, **more)


def said(page):
    return [line for item in page.items if isinstance(item, Words) for line in item.lines]


def bars(page):
    return [item for item in page.items if isinstance(item, Rule)]


@pytest.mark.parametrize("code", CATALOGUES)
@pytest.mark.parametrize("eye", Eye)
def test_every_state_of_a_camera_is_a_plain_sentence(code, eye):
    """In both languages, with the camera's name."""
    told = state(seen(eye=eye), Tongue(code))

    assert told.endswith((".", "。", "?", "？"))
    assert ("0" in told) is (eye not in {Eye.NONE, Eye.BLIND})


def test_a_reading_is_said_as_an_act_only_when_it_is_plain_and_sure():
    """Below that it is as usual, or not sure: never a guess."""
    assert Meter(Reading.SMILE, 1.2, 0.8).said(EN) == "a smile"
    assert Meter(Reading.SMILE, 0.5, 0.8).said(EN) == "as usual"
    assert Meter(Reading.SMILE, -2.0, 0.8).said(EN) == "as usual"
    assert Meter(Reading.SMILE, 2.8, BELIEVED - 0.01).said(EN) == "not sure"
    assert Meter(Reading.SMILE, None, 0.9).said(EN) == "not read"
    assert Meter(Reading.ATTENTION, -1.5, 0.8).said(EN) == "looking away"
    assert Meter(Reading.STILL, -1.5, 0.8).said(EN) == "moving"


def test_what_is_read_faintly_is_never_said_as_an_act():
    """Nobody is told that they are sad."""
    for reading in FAINT:
        for steps in (-3.0, 3.0):
            assert Meter(reading, steps, 0.99).said(EN) == "as usual"


def test_every_reading_of_a_face_has_its_meter():
    """And none twice."""
    assert sorted((*ACTS, *FAINT)) == sorted(set(Reading) - {Reading.TEXT_SENTIMENT})


def test_an_unsure_meter_is_dashed_and_faint():
    """One sees the doubt before one reads a number."""
    sure = bars(mirror_page(desk(), EN, seen(smiling(sure=0.8))))
    unsure = bars(mirror_page(desk(), EN, seen(smiling(sure=0.3))))

    assert len(unsure) > len(sure) + 20
    assert max(one.bright for one in sure) > 0.9
    assert max(one.bright for one in unsure) < 0.7


def test_no_picture_and_no_box_is_on_the_page():
    """Whoever looks in sees bars."""
    page = mirror_page(desk(), EN, seen(smiling(faces=2), learnt=0.3))

    assert not [item for item in page.items if isinstance(item, Picture)]
    assert "No picture is shown or kept, and no number is written down." in said(page)


def test_faces_pictures_and_networks_are_counted():
    """Whoever reports a fault can read them off."""
    assert "no face" in counted(seen(smiling(faces=0)), EN)
    told = counted(seen(smiling(faces=3), rate=9.72, models=("a.onnx",)), EN)
    assert told == "3 faces · 9.7 pictures read a second · a.onnx"


def test_the_page_says_whose_normal_it_starts_from():
    """Learning, learned, or most people's."""
    assert "44%" in normal(seen(smiling(), learnt=0.44), EN)
    assert normal(seen(smiling()), EN) == EN.say("mirror.learnt")
    assert normal(seen(), EN) == EN.say("mirror.unlearnt")


def test_nothing_moves_when_the_learning_is_over():
    """Calm: the meters stay where they are."""
    during = mirror_page(desk(), EN, seen(smiling(), learnt=0.9))
    after = mirror_page(desk(), EN, seen(smiling()))
    places = [
        {item.lines: item.area.top for item in page.items if isinstance(item, Words)}
        for page in (during, after)
    ]

    assert places[0][("Smile",)] == places[1][("Smile",)]


def test_yes_and_no_weigh_the_same_before_a_camera():
    """As on the consent card: neither has the focus, Esc is no."""
    page = asking_page(desk(), EN, "0")
    yes, no = page.buttons

    assert (yes.deed, no.deed, page.back) == (ConsentAnswered(yes=True), Quit(), Quit())
    assert yes.area.size == no.area.size
    assert yes.kind is no.kind
    assert page.first == ""


def test_a_normal_is_learned_anew_only_while_somebody_can_be_seen():
    """A button that does nothing is a lie."""
    assert mirror_page(desk(), EN, seen(smiling())).button("anew").deed is Local.ANEW
    assert mirror_page(desk(), EN, seen(eye=Eye.REFUSED)).button("anew") is None


def test_what_rounds_to_nothing_has_no_sign():
    """Minus nothing is nothing."""
    assert [signed(one) for one in (-0.04, 0.0, 0.04, 0.06, -1.25)] == [
        "0.0", "0.0", "0.0", "+0.1", "\N{MINUS SIGN}1.2",
    ]  # fmt: skip
