"""What a viewing is made of, and how it is made again for what its viewer likes by now."""

from dataclasses import replace

import pytest

from engine.messages.facts import ConsentAnswered, WarningAnswered
from engine.messages.orders import AskConsent, AskWarning, Rest
from engine.messages.standing import Standing
from engine.show.viewing import PATIENCE, Agreeing, Plan, as_liked, avoided
from engine.stage.wishes import Preferences
from engine.story.units import SceneId, Seconds
from tests.director.playing import began_viewing
from tests.films import TWO_DOORS

CHINESE = replace(TWO_DOORS, story=replace(TWO_DOORS.story, title="两扇门"))
PLAN = Plan(film=TWO_DOORS, began=began_viewing(), said=lambda _: CHINESE)


def test_a_film_played_again_is_in_the_language_chosen_meanwhile():
    """Whoever changed it in the pause finds it so on the next evening."""
    again = as_liked(PLAN, Preferences(language="zh"))

    assert again.film is CHINESE
    assert again.began.language == "zh"


def test_a_film_in_the_language_liked_is_not_read_again():
    """Nor one that has no other language to say."""
    silent = replace(PLAN, said=None)

    assert as_liked(PLAN, Preferences()).film is TWO_DOORS
    assert as_liked(silent, Preferences(language="zh")) == silent


@pytest.mark.parametrize(
    ("before", "stretch", "patience", "after"),
    [
        (Seconds(30.0), 1.5, 1.5, Seconds(30.0)),
        (Seconds(30.0), None, 1.0, None),
        (None, 1.0, 1.0, PATIENCE),
    ],
)
def test_a_film_played_again_gives_the_time_to_choose_that_is_liked(
    before, stretch, patience, after
):
    """No limit is no limit, and a limit chosen again is one again."""
    plan = replace(PLAN, began=began_viewing(patience=before))
    began = as_liked(plan, Preferences(stretch=stretch)).began

    assert (began.stretch, began.patience) == (patience, after)


@pytest.mark.parametrize("camera", [True, False])
def test_who_agrees_goes_on_at_a_warning_and_says_once_about_the_camera(camera):
    """So that a film without a window goes its way."""
    made = Agreeing(camera=camera)
    for order in (AskConsent(None), AskWarning(SceneId("storm"), ("storm",)), Rest()):
        made.obey(order)

    assert made.facts() == (ConsentAnswered(yes=camera), WarningAnswered(go_on=True))
    assert made.facts() == ()


def test_what_somebody_asked_to_be_led_around_holds_for_every_evening_that_follows():
    """Also for what was asked on the evening that this one goes on from."""
    began = replace(began_viewing(), avoids=frozenset({"storm"}))
    stood = replace(
        began,
        standing=Standing(
            film="two-doors", version="1", scene=SceneId("hall"), chapter=SceneId("hall"), seed=1,
            hour=12.0, language="en", variables={}, avoids=frozenset({"loss"}),
        ),
    )  # fmt: skip

    assert avoided(began) == {"storm"}
    assert avoided(stood) == {"storm", "loss"}
