"""Was that so? A whole evening with its question, at home and in an exhibition."""

from dataclasses import replace

import pygame
import pytest

from engine.desk.remembering import utc
from engine.house.ledger.entries import Occasion
from engine.house.ledger.reading import accounts
from engine.story.model import Keep, Way
from tests.show.dark import film_of, house, hurried, opened, planned, records
from tests.show.doors import DOOR

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

KEPT = DOOR.replace("why: To see", "keep: scores, why: To see")
ASKED = "ending, asked 1"


@pytest.fixture
def kept(tmp_path):
    """The film with one door, which may keep what it reads."""
    return film_of(tmp_path / "kept", KEPT)


def smiling(folder, tmp_path, **more):
    """A viewing whose viewer smiles by script, written down as if the smile were their own."""
    plan, bill = planned(folder, tmp_path / "log", script=("feel smiling",), **more)
    began = replace(plan.began, offers=plan.began.offers | {Way.FACE}, asks_back=True)
    kiosk = plan.began.kiosk
    ledger = Occasion(path=tmp_path / "ledger", clock=utc, keep=Keep.SCORES, kiosk=kiosk,
                      profile=None if kiosk else "viewer")  # fmt: skip
    return replace(plan, began=began, ledger=ledger), bill


def judged(log):
    return [one["verdict"] for one in records(log) if one["kind"] == "judged"]


def test_a_viewer_is_asked_answers_and_then_sees_what_led_here(kept, tmp_path, monkeypatch):
    """And the ledger tells it as a figure."""
    hurried(monkeypatch, 4.0)

    def answers(dark):
        yield lambda: dark.page == ASKED
        dark.click("not_meant 1")
        yield lambda: dark.page == "ending"

    with opened(answers) as dark:
        dark.play(*smiling(kept, tmp_path))

    (told,) = accounts(tmp_path / "ledger")[0].judged
    assert judged(tmp_path / "log") == ["not-meant"]
    assert (told.feeling, told.asked, told.yes, told.not_meant) == ("smiling", 1, 0, 1)
    assert dark.said == []


def test_a_film_that_keeps_nothing_asks_nothing(door, tmp_path, monkeypatch):
    """Its end card is the one it always had."""
    hurried(monkeypatch, 4.0)

    def waits(dark):
        yield lambda: dark.page == "ending"

    with opened(waits) as dark:
        dark.play(*smiling(door, tmp_path))

    assert judged(tmp_path / "log") == []


def test_closing_the_window_leaves_the_question_unanswered(kept, tmp_path, monkeypatch):
    """That is written down too, in the ledger's last moment."""
    hurried(monkeypatch, 4.0)

    def goes(dark):
        yield lambda: dark.page == ASKED
        dark.click("home")
        yield lambda: False

    with opened(goes) as dark:
        dark.play(*smiling(kept, tmp_path))

    (told,) = accounts(tmp_path / "ledger")[0].judged
    assert (told.asked, told.yes, told.share) == (1, 0, None)


def test_the_next_visitor_does_not_wait_for_an_answer(kept, tmp_path, monkeypatch):
    """The end card has its own seconds, asked or not."""
    hurried(monkeypatch, 4.0)

    def visitor(dark):
        yield lambda: dark.page == "attract"
        dark.key(pygame.K_RETURN)
        yield lambda: dark.page == ASKED
        yield lambda: dark.page == "attract"

    with opened(visitor) as dark:
        plan, bill = smiling(kept, tmp_path, kiosk=True)
        dark.play(plan, bill, house(lambda: dark.clock, plan, end_card=4.0))

    assert judged(tmp_path / "log") == ["silent"]
