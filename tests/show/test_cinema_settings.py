"""What a viewer sets, and what a script asks for, in a window on SDL's dummies."""

from dataclasses import replace

import pygame
import pytest

from engine import settings
from engine.desk.films import in_languages, load
from engine.desk.play import heard_by
from engine.settings import in_one_language
from engine.stage.wishes import GoHome
from tests.show.dark import film_of, house, hurried, opened, path_of, planned
from tests.stage.pictures import needs_chinese

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

DOOR = """
film: 1
title: The Door
languages: [en, zh]
scenes:
  hall: {play: {slate: Hall, seconds: 2}, next: door}
  door:
    play: {slate: A door, seconds: 12}
    choice: {at: 1s, for: 10s, cut: now, options: {Knock: in, Wait: {go: out, default: true}}}
  in: {play: {slate: In, seconds: 1}, end: In}
  out: {play: {slate: Out, seconds: 1}, warn: [dark], end: Out}
"""
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "scene.door.choice.Knock.label"
msgid "Knock"
msgstr "敲门"

msgctxt "scene.door.choice.Wait.label"
msgid "Wait"
msgstr "等"
"""


@pytest.fixture
def door(tmp_path):
    folder = film_of(tmp_path / "the-door", DOOR)
    (folder / "lang").mkdir()
    (folder / "lang/zh.po").write_text(PO.strip(), "utf-8")
    return folder


def spoken(folder, log, **kwargs):
    """A plan whose film can be said in another language."""
    plan, bill = planned(folder, log, **kwargs)
    return replace(plan, said=in_languages(str(folder))), bill


def labels(dark) -> list[str]:
    """What stands on the card."""
    card = dark.evening._stage._pages.card
    return [] if card is None else [option.label for option in card.ask.options]


@needs_chinese
def test_an_open_card_speaks_the_language_chosen_in_the_pause(door, tmp_path, monkeypatch):
    """The label pressed is in it too."""
    hurried(monkeypatch, 4.0)
    seen = []

    def learner(dark):
        yield lambda: dark.over == "card"
        seen.append(labels(dark))
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page == "pause"
        dark.click("language")
        yield lambda: dark.preferences_here.language == "zh"
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page is None and dark.over == "card"
        seen.append(labels(dark))
        dark.key(pygame.K_1)
        yield lambda: dark.phase == "ended"

    with opened(learner) as dark:
        dark.play(*spoken(door, tmp_path / "log"))

    assert seen == [["Knock", "Wait"], ["敲门", "等"]]
    assert path_of(tmp_path / "log") == ["hall", "door", "in"]
    assert dark.said == []


def test_a_third_language_is_chosen_in_the_pause_and_only_the_film_speaks_it(
    tmp_path, monkeypatch
):
    """What is chosen stands in the settings for the next evening."""
    hurried(monkeypatch, 4.0)
    folder = film_of(tmp_path / "la-porte", DOOR.replace("[en, zh]", "[en, fr, zh]"))
    (folder / "lang").mkdir()
    words = PO.replace("敲门", "Frapper").replace("等", "Attendre")
    (folder / "lang/fr.po").write_text(words.strip(), "utf-8")
    seen = []

    def learner(dark):
        yield lambda: dark.over == "card"
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page == "pause"
        dark.click("films")
        yield lambda: dark.preferences_here.films == "fr"
        seen.append(dark.evening._stage._pages.modal.button("resume").lines)
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page is None and dark.over == "card"
        seen.append(labels(dark))
        dark.key(pygame.K_1)
        yield lambda: dark.phase == "ended"

    with opened(learner) as dark:
        dark.play(*spoken(folder, tmp_path / "log"))

    assert seen == [("Go on",), ["Frapper", "Attendre"]]
    assert settings.load({}).viewer.other_films == "fr"
    assert heard_by(settings.load({}), "zh", load(str(folder))[1]) == "fr"
    assert in_one_language(settings.load({})).viewer.other_films is None


@needs_chinese
def test_the_next_visitor_of_an_exhibition_finds_its_own_language(door, tmp_path, monkeypatch):
    """What one chose is forgotten with them."""
    hurried(monkeypatch, 6.0)
    seen = []

    def visitor(dark):
        yield lambda: dark.page == "attract"
        dark.key(pygame.K_RETURN)
        yield lambda: dark.over == "card"
        seen.append(labels(dark))
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page == "pause"
        dark.click("language")
        yield lambda: dark.preferences_here.language == "zh"
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page is None and dark.over == "card"
        seen.append(labels(dark))
        dark.key(pygame.K_1)
        yield lambda: dark.page == "attract"

    def visitors(dark):
        yield from visitor(dark)
        yield from visitor(dark)

    with opened(visitors) as dark:
        plan, bill = spoken(door, tmp_path / "log", kiosk=True)
        dark.play(plan, bill, house(lambda: dark.clock, plan))

    assert seen == [["Knock", "Wait"], ["敲门", "等"]] * 2


def test_a_language_that_cannot_be_read_is_told_and_the_film_goes_on(door, tmp_path, monkeypatch):
    """In the language it had."""
    hurried(monkeypatch, 4.0)
    (door / "lang/zh.po").write_text('msgid "Knock', "utf-8")
    plan, bill = spoken(door, tmp_path / "log")

    def learner(dark):
        yield lambda: dark.over == "card"
        dark.evening._prefer(replace(dark.preferences_here, language="zh"))
        yield lambda: dark.phase == "ended"

    with opened(learner) as dark:
        dark.play(plan, bill)

    assert path_of(tmp_path / "log") == ["hall", "door", "out"]


def test_more_time_to_choose_counts_for_the_film_that_is_on(door, tmp_path, monkeypatch):
    """Chosen before the card opens."""
    hurried(monkeypatch, 4.0)
    lasts = []

    def slow(dark):
        yield lambda: dark.scene == "hall"
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page == "pause"
        dark.click("stretch")
        yield lambda: dark.preferences_here.stretch == 1.5
        dark.key(pygame.K_SPACE)
        yield lambda: dark.over == "card"
        ask = dark.evening._stage._pages.card.ask
        lasts.append(ask.closes - ask.opened)
        dark.key(pygame.K_1)
        yield lambda: dark.phase == "ended"

    with opened(slow) as dark:
        dark.play(*spoken(door, tmp_path / "log"))

    assert lasts == [pytest.approx(15.0, abs=0.1)]


def test_a_script_that_is_not_used_up_is_told_in_a_window_too(door, tmp_path, monkeypatch):
    """As without one, and the exit code says so."""
    hurried(monkeypatch, 6.0)
    plan, bill = planned(door, tmp_path / "log", script=("Knock", "Open the cupboard"))

    with opened() as dark:
        dark.play(plan, bill)

    assert dark.said == ["Nobody asked for 'Open the cupboard'; the film ended before it."]
    assert dark.short


def test_a_script_that_is_used_up_is_nothing_to_tell(door, tmp_path, monkeypatch):
    """Nor is one whose viewer has not come to its end yet."""
    hurried(monkeypatch, 6.0)
    plan, bill = planned(door, tmp_path / "log", script=("Knock",))

    with opened() as dark:
        dark.play(plan, bill)

    assert dark.said == []
    assert not dark.short


def test_a_warning_is_a_card_in_the_window_and_the_way_on_behind_it(door, tmp_path, monkeypatch):
    """By key; the scene is entered only then."""
    hurried(monkeypatch, 6.0)
    plan, bill = planned(door, tmp_path / "log")
    plan = replace(plan, began=replace(plan.began, avoids=frozenset({"dark"})))
    before = []

    def careful(dark):
        yield lambda: dark.over == "card"
        dark.key(pygame.K_2)
        yield lambda: dark.page == "warned"
        before.append(path_of(tmp_path / "log"))
        assert dark.phase == "warned"
        dark.key(pygame.K_1)
        yield lambda: dark.phase == "ended"

    with opened(careful) as dark:
        dark.play(plan, bill)

    assert before == [["hall", "door"]]
    assert path_of(tmp_path / "log") == ["hall", "door", "out"]


def test_a_warning_in_a_window_may_be_the_end(door, tmp_path, monkeypatch):
    """Esc is the careful answer: back to the library."""
    hurried(monkeypatch, 6.0)
    plan, bill = planned(door, tmp_path / "log")
    plan = replace(plan, began=replace(plan.began, avoids=frozenset({"dark"})))

    def careful(dark):
        yield lambda: dark.over == "card"
        dark.key(pygame.K_2)
        yield lambda: dark.page == "warned"
        dark.key(pygame.K_ESCAPE)
        yield lambda: False

    with opened(careful) as dark:
        wish = dark.play(plan, bill)

    assert isinstance(wish, GoHome)
    assert path_of(tmp_path / "log") == ["hall", "door"]
