"""Every page in every window and both languages: nothing cut off, nothing over anything."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from engine.messages.facts import ConsentAnswered, MoodRead, WarningAnswered
from engine.messages.orders import Question, ShowEnding
from engine.messages.records import Cause, Turn, Untaken
from engine.stage.bill import Bill, Bookmark
from engine.stage.page import Button, Kind, Words
from engine.stage.screens.consent import consent_page
from engine.stage.screens.delay import delay_page
from engine.stage.screens.ending import Ending, ending_page, station_size
from engine.stage.screens.kiosk import attract_page, maintenance_page, pin_page
from engine.stage.screens.library import library_page, tile_size
from engine.stage.screens.mirror import (
    ACTS,
    FAINT,
    Eye,
    Mirrored,
    asking_page,
    mirror_page,
)
from engine.stage.screens.opening import loading_page, warned_page, warning_page
from engine.stage.screens.pause import forget_page, leave_page, pause_page, quit_page
from engine.stage.screens.settings import settings_page
from engine.stage.screens.why import why_page
from engine.stage.tongue import CATALOGUES, Tongue
from engine.stage.wishes import Local, PlayFilm, Preferences
from engine.story.model import Keep, Reading
from tests.stage.pictures import SIZES, desk, needs_chinese, stands_well

HERE = Path()
LANTERN = Bill(
    film="lantern-keeper", folder=HERE,
    titles={"en": "The Lantern Keeper", "zh": "守灯人"},
    summaries={
        "en": "An old man tends a lamp that burns with the heart of whoever watches it. "
        "Tonight that is you.",
        "zh": "老人守着一盏灯，谁望着它，它就随谁的心烧。今夜，望灯的人是你。",
    },
    minutes=(2, 3), age=6, poster="poster.jpg",
    chapters={"en": {"letter": "The letter that nobody sent"}, "zh": {"letter": "没有寄出的信"}},
    warnings=("storm", "loss of a parent"),
)  # fmt: skip
GRIM = replace(
    LANTERN,
    poster=None,
    warnings=tuple(f"old grief {one}" for one in range(17)),
)
DOORS = Bill(film="two-doors", folder=HERE, titles={"en": "Two Doors", "zh": "两扇门"})
BROKEN = Bill(film="broken", folder=HERE, titles={"en": "broken"}, broken=True)
FILMS = (LANTERN, DOORS, BROKEN, *(replace(DOORS, film=f"film-{n}") for n in range(5)))

TURNS = (
    Turn(scene="landing", to="door", cause=Cause.BUTTONS, label="Go round by the boathouse"),
    Turn(
        scene="door", to="warm_in", cause=Cause.FACE, label="Smile",
        because="you smiled at the door",
        evidence={"smile.mean": 1.42, "strength": 0.9, "confidence": 0.81, "seen": 5.0},
    ),
    Turn(
        scene="lamp", to="letter", cause=Cause.TEXT, label="Comfort him",
        evidence={"text.sentiment": -0.3, "confidence": 0.9}, unsure=("face: 2 of 7 s seen",),
    ),
    Turn(
        scene="letter", to="dawn", cause=Cause.TIME, label="Keep still",
        unsure=("face: confidence 0.42, 0.55 needed", "text: nothing typed"),
    ),
)  # fmt: skip
SPOKEN = ("en", "zh", "fr", "pt-BR", "zh-Hant")
KNEW = (
    Untaken("door", "Look away", "You never learned what she looked up at."),
    Untaken("letter", "Give it", "Far out, another lamp answered, slowly, twice."),
    Untaken("lamp", "Blame him", None),
)
SCENES = (
    "arrival",
    "landing",
    "door",
    "cold",
    "warm_in",
    "letter",
    "last",
    "light",
    "dawn",
    "boat",
    "sea",
)


def ending(turns=TURNS, knew=KNEW, scenes=SCENES[:6], name="The lamp is still lit", **more):
    def laid_out(desk, tongue):
        frame = pygame.Surface(station_size(desk))
        order = ShowEnding(ending=name, path=tuple(scenes), turns=turns, untaken=knew)
        return ending_page(
            desk, tongue,
            Ending(order=order, frames=dict.fromkeys(scenes, frame), again=PlayFilm("x"), **more),
        )  # fmt: skip

    return laid_out


def library(bills, chosen, left=None):
    def laid_out(desk, tongue):
        tiles = {bill.film: pygame.Surface(tile_size(desk)) for bill in bills}
        play = PlayFilm("x")
        return library_page(desk, tongue, Preferences(), bills, chosen, tiles, play, left=left)

    return laid_out


def smiling(faces=1, sure=0.8):
    readings = {one: -3.0 if one is Reading.ATTENTION else 1.4 for one in (*ACTS, *FAINT)}
    told = readings if faces else {Reading.ATTENTION: -2.4}
    return MoodRead(at=9.0, readings=told, confidence=dict.fromkeys(told, sure), faces=faces,
                    calibrated=True)  # fmt: skip


def mirror(mood=None, eye=Eye.SEEING, **more):
    models = ("detector.onnx", "expression.onnx")
    seen = Mirrored(eye=eye, source="0", mood=mood, models=models, **more)
    return lambda desk, tongue: mirror_page(desk, tongue, seen)


LIKES = Preferences()
QUIET = Preferences(volume=1.0, muted=True, stretch=None, subtitles=False, full=True)
PAGES = {
    "library": library((LANTERN,), LANTERN),
    "library, many": library(FILMS, LANTERN),
    "library, no poster": library(FILMS, DOORS),
    "library, broken": library(FILMS, BROKEN),
    "library, empty": library((), None),
    "library, left": library(FILMS, LANTERN, Bookmark("letter", 86400.0 * 11)),
    "library, left, no poster": library(FILMS, DOORS, Bookmark("hall", 7300.0)),
    "settings": lambda desk, tongue: settings_page(desk, tongue, LIKES),
    "delay": lambda desk, tongue: delay_page(desk, tongue, LIKES.later(-500), lit=True),
    "settings, quiet": lambda desk, tongue: settings_page(desk, tongue, QUIET),
    "settings, a film of many languages": lambda desk, tongue: settings_page(
        desk, tongue, replace(LIKES, films="zh-Hant"), SPOKEN
    ),
    "pause": lambda desk, tongue: pause_page(desk, tongue, LIKES, kiosk=False),
    "pause, a film of many languages": lambda desk, tongue: pause_page(
        desk, tongue, replace(LIKES, films="pt-BR"), SPOKEN, kiosk=False, watched=True
    ),
    "pause, watched": lambda desk, tongue: pause_page(
        desk, tongue, LIKES, kiosk=False, watched=True
    ),
    "pause, kiosk": lambda desk, tongue: pause_page(desk, tongue, QUIET, kiosk=True),
    "leave": leave_page,
    "quit": quit_page,
    "forget": forget_page,
    "consent": lambda desk, tongue: consent_page(desk, tongue, None),
    "consent, why": lambda desk, tongue: consent_page(
        desk, tongue, "The lamp on Gull Islet burns with the heart of whoever watches it. It "
        "would like to see whether you smile, look away, or keep watch with the old man.",
    ),
    "consent, scores": lambda desk, tongue: consent_page(desk, tongue, None, Keep.SCORES),
    "consent, taped": lambda desk, tongue: consent_page(desk, tongue, None, taped=True),
    "loading": lambda desk, tongue: loading_page(desk, tongue, LANTERN),
    "warning": lambda desk, tongue: warning_page(desk, tongue, LANTERN, frozenset({"storm"})),
    "warning, much": lambda desk, tongue: warning_page(desk, tongue, GRIM, frozenset()),
    "warning, more": lambda desk, tongue: warning_page(
        desk, tongue, replace(GRIM, warnings=GRIM.warnings[:7]), frozenset(GRIM.warnings)
    ),
    "warned": lambda desk, tongue: warned_page(desk, tongue, ("storm", "loss of a parent")),
    "warned, much": lambda desk, tongue: warned_page(
        desk, tongue, ("storm at sea", "loss of a parent", "flashing light", "darkness", "blood"),
    ),
    "why": lambda desk, tongue: why_page(desk, tongue, TURNS, 0),
    "why, none": lambda desk, tongue: why_page(desk, tongue, (), 0),
    "why, many": lambda desk, tongue: why_page(desk, tongue, TURNS * 5, 1),
    "why, last leaf": lambda desk, tongue: why_page(desk, tongue, TURNS * 5, 99),
    "ending": ending(),
    "ending, nothing known": ending(knew=()),
    "ending, no turns": ending(turns=(), knew=()),
    "ending, long way": ending(turns=TURNS * 4, scenes=SCENES, leaf=1),
    "ending, many roads": ending(knew=KNEW * 6),
    "ending, unfinished": ending(name=None),
    "ending, kiosk": ending(kiosk=True),
    "ending, alone": ending(alone=True),
    "ending, asked": ending(question=Question(TURNS[1], 1, 1)),
    "ending, asked at length": ending(
        question=Question(
            replace(TURNS[1], because="you looked away for a long while, and smiled only when the "
                    "old man had turned his back to you and to the lamp of his father",
                    label="Look away, and then smile when nobody can see it any more"), 3, 5,
        ), scenes=SCENES,
    ),
    "ending, asked of words": ending(question=Question(TURNS[2], 2, 5), scenes=(), kiosk=True),
    "mirror, asking": lambda desk, tongue: asking_page(desk, tongue, "0"),
    "mirror, opening": mirror(eye=Eye.OPENING),
    "mirror, learning": mirror(smiling(), learnt=0.44, rate=9.7),
    "mirror, several": mirror(smiling(faces=3), rate=10.0),
    "mirror, nobody": mirror(smiling(faces=0)),
    "mirror, not sure": mirror(smiling(sure=0.3)),
    "mirror, gone": mirror(eye=Eye.REFUSED),
    "attract": lambda desk, tongue: attract_page(desk, tongue, LANTERN),
    "attract, much": lambda desk, tongue: attract_page(desk, tongue, GRIM),
    "attract, no poster": lambda desk, tongue: attract_page(desk, tongue, DOORS),
    "pin": lambda desk, tongue: pin_page(desk, 4, tongue, wrong=False),
    "pin, longest": lambda desk, tongue: pin_page(desk, 12, tongue, wrong=True),
    "maintenance": maintenance_page,
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("code", ["en", pytest.param("zh", marks=needs_chinese)])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_well(name, code, size):
    """At any size and in both languages."""
    page = PAGES[name](desk(size), Tongue(code))

    assert not stands_well(page, desk(size))


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_a_key(name, code):
    """What people read are words."""
    page = PAGES[name](desk(), Tongue(code))
    shown = [
        line for item in page.items if isinstance(item, Words | Button) for line in item.lines
    ]

    assert not set(shown) & set(CATALOGUES["en"])
    assert not [line for line in shown if "{" in line]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_used_with_keys_alone(name):
    """Every button has a name of its own, and the first focus is one of them."""
    page = PAGES[name](desk(), Tongue("en"))
    names = [button.name for button in page.buttons]

    assert len(names) == len(set(names))
    assert page.first == "" or page.first in names


def test_yes_and_no_weigh_the_same_on_the_consent_card():
    """Same size, same light, neither in focus: nobody is led."""
    page = consent_page(desk(), Tongue("en"), None)
    yes, no = page.button("yes"), page.button("no")

    assert yes.area.size == no.area.size
    assert yes.kind == no.kind == Kind.PLATE
    assert page.first == ""
    assert page.back == no.deed


def test_the_consent_card_says_what_is_read_why_and_what_is_kept():
    """Before any camera."""
    page = consent_page(desk(), Tongue("en"), "It would like to see you smile.")
    told = " ".join(line for item in page.items if isinstance(item, Words) for line in item.lines)

    for part in ("smile", "numbers", "No picture", "It would like to see you smile."):
        assert part in told


def test_a_film_that_keeps_numbers_says_so_before_any_camera():
    """Consent to something else is no consent."""
    page = consent_page(desk(), Tongue("en"), None, Keep.SCORES)
    told = " ".join(line for item in page.items if isinstance(item, Words) for line in item.lines)

    assert "averages" in told
    assert "no number" not in told


def test_a_viewing_that_is_taped_says_so_before_any_camera():
    """Whatever the film promises elsewhere: this is what happens to this viewer."""
    page = consent_page(desk(), Tongue("en"), None, Keep.NOTHING, taped=True)
    told = " ".join(line for item in page.items if isinstance(item, Words) for line in item.lines)

    assert "tape" in told
    assert "nothing about you" not in told


def test_going_on_and_stopping_weigh_the_same_on_a_warnings_card():
    """Nobody is led into what they asked to be spared; the key back is the careful answer."""
    page = warned_page(desk(), Tongue("en"), ("storm",))
    go, stop = page.button("go"), page.button("stop")

    assert go.area.size == stop.area.size
    assert go.kind == stop.kind == Kind.PLATE
    assert page.first == ""
    assert page.back == stop.deed == WarningAnswered(go_on=False)


def test_enter_plays_the_film_of_a_first_start():
    """One key from the door to the film."""
    page = library((LANTERN,), LANTERN)(desk(), Tongue("en"))

    assert page.button(page.first).deed == PlayFilm("x")


def test_a_broken_film_cannot_be_started():
    """It says where to look instead."""
    page = library(FILMS, BROKEN)(desk(), Tongue("en"))

    assert page.button("play") is None
    assert page.first == ""


def test_every_turn_is_on_some_leaf_of_the_reasons():
    """Nothing is kept from the viewer for want of room."""
    turns = tuple(
        replace(turn, because=f"reason {n}", cause=Cause.BUTTONS)
        for n, turn in enumerate(TURNS * 4)
    )
    seen = set()
    for leaf in range(12):
        page = why_page(desk(), Tongue("en"), turns, leaf)
        seen |= {line for item in page.items if isinstance(item, Words) for line in item.lines}

    assert all(f"Reason {n}." in seen for n in range(len(turns)))


def test_every_road_not_taken_is_on_some_leaf_of_the_end_card():
    """What the other roads knew is why people come again."""
    knew = tuple(Untaken("door", f"road {n}", f"It knew {n}.") for n in range(9))
    seen = set()
    for leaf in range(9):
        page = ending(knew=knew, leaf=leaf)(desk(), Tongue("en"))
        seen |= {line for item in page.items if isinstance(item, Words) for line in item.lines}

    assert all(f"It knew {n}." in seen for n in range(len(knew)))


def test_a_kiosk_offers_no_way_out():
    """Leaving is the operator's."""
    page = pause_page(desk(), Tongue("en"), LIKES, kiosk=True)

    assert page.button("leave") is None
    assert (
        pause_page(desk(), Tongue("en"), LIKES, kiosk=False).button("leave").deed
        is Local.ASK_LEAVE
    )


@pytest.mark.parametrize("kiosk", [True, False])
def test_a_watched_viewer_can_switch_the_camera_off(kiosk):
    """A yes is not for ever; and where none was given there is nothing to take back."""
    watched = pause_page(desk(), Tongue("en"), LIKES, kiosk=kiosk, watched=True)

    assert watched.button("unwatched").deed == ConsentAnswered(yes=False)
    assert pause_page(desk(), Tongue("en"), LIKES, kiosk=kiosk).button("unwatched") is None


@pytest.mark.parametrize(("alone", "label"), [(True, "Done"), (False, "Library")])
def test_the_way_out_of_the_end_card_is_called_what_it_is(alone, label):
    """Who called a film by its name has no library behind it, and leaves."""
    page = ending(alone=alone)(desk(), Tongue("en"))

    assert page.button("home").lines == (label,)


def test_every_warning_can_be_switched_off_however_many_there_are():
    """One that is not on the page is one that nobody can avoid."""
    page = warning_page(desk((1280, 720)), Tongue("en"), GRIM, frozenset())

    named = {button.name for button in page.buttons if button.name.startswith("warning ")}
    assert named == {f"warning {one}" for one in GRIM.warnings}


def test_visitors_of_an_exhibition_read_what_a_film_contains_before_they_touch():
    """Nobody asks them; so it stands where they decide."""
    named = {"zh": {"storm": "风暴", "loss of a parent": "失去亲人"}}
    bill = replace(LANTERN, warnings_shown=named)

    assert contents(LANTERN) == ["This film contains storm, loss of a parent."]
    if desk().fonts.chinese:
        assert "这部影片里有：风暴、失去亲人。" in contents(bill)


def contents(bill):
    """What the attract picture says in plain words."""
    page = attract_page(desk((1280, 720)), Tongue("en"), bill)
    return [" ".join(item.lines) for item in page.items if isinstance(item, Words)]
