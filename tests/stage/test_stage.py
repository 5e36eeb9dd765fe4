"""The stage: orders obeyed, hands told, the picture drawn."""

import math
from typing import get_args

import pygame
import pytest

from engine.messages.facts import (
    ConsentAnswered,
    HandSeen,
    OptionPressed,
    PauseAsked,
    ResumeAsked,
    ShotBegan,
    StopAsked,
    Ticked,
    ViewerCame,
    WarningAnswered,
    WhyAsked,
)  # fmt: skip
from engine.messages.orders import (
    Acknowledge,
    Ask,
    AskConsent,
    AskWarning,
    Burn,
    Calibrate,
    CloseCard,
    CloseEyes,
    Cut,
    Follow,
    Freeze,
    HideWhy,
    HoldFilm,
    Listen,
    OpenEyes,
    Order,
    Prepare,
    Rest,
    SaveViewing,
    ShowEnding,
    ShowWhy,
    Tell,
    Thaw,
    Unclear,
    Unlisten,
    Unwatch,
    Watch,
    Write,
)  # fmt: skip
from engine.messages.records import Cause, Entered, Turn
from engine.stage.bill import Bill
from engine.stage.projection.live import CORNER
from engine.stage.projection.sphere import AHEAD
from engine.stage.projection.voices import Hearing
from engine.stage.stage import Stage
from engine.stage.window import Window
from engine.stage.wishes import GivePin, PlayFilm, Prefer, Preferences, Quit
from engine.story.model import Hold, Way
from tests.stage.fakes import FakeClock, FakeProjector, shot
from tests.stage.pictures import FONTS, changed, night, options

TURN = Turn(scene="door", to="warm_in", cause=Cause.FACE, because="you smiled at the door")
ENDING = ShowEnding(ending="Dawn", path=("door",), turns=(TURN,), untaken=())
SRT = "1\n00:00:01,000 --> 00:00:09,000\nWho is there?\n"
ALL_ORDERS = (
    Rest(), AskConsent("why"), OpenEyes(), CloseEyes(), Calibrate(on=True), Prepare((shot(),)),
    Follow(shot()), Cut(shot()), HoldFilm(Hold.ROLL),
    Ask(scene="door", ask=None, options=options("a"), ways=frozenset({Way.BUTTONS}), opened=0.0,
        closes=None),
    CloseCard(), Unclear(), Watch(options=options("a"), hints=True, until=9.0), Unwatch(),
    Listen((), sentiment=False), Unlisten(), Acknowledge("a", Way.FACE),
    Burn(height=0.0, gold=0.0, shiver=0.0, seen=False), Freeze(), Thaw(), ShowWhy(()), HideWhy(),
    AskWarning("door", ("storm",)), SaveViewing(None), ENDING, Tell("clip_failed"),
    Write(Entered(scene="door", visit=1, at=0.0)),
)  # fmt: skip


class Evening:
    """A stage with a projector and a clock that go when told, and what it said."""

    def __init__(self, folder, *, kiosk=False, preferences=None):
        pygame.display.init()
        self.clock, self.said, self.loud = FakeClock(), [], []
        self.projector = FakeProjector(night())
        self.window = Window("test", (1280, 720))
        pygame.event.clear()
        bill = Bill(film="lantern", folder=folder, titles={"en": "The Lantern Keeper"})
        self.stage = Stage(
            bill, self.projector, self.window, preferences or Preferences(),
            words=self.said.append, loudness=self.loud.append, kiosk=kiosk, fonts=FONTS,
            clock=self.clock,
        )  # fmt: skip

    def go(self, seconds=0.5, frames=10):
        """Time passes; everything told meanwhile but the time."""
        told = []
        for _ in range(frames):
            self.clock.go(seconds / frames)
            self.projector.go(seconds / frames)
            told += self.stage.facts()
            self.stage.draw()
        return [fact for fact in told if not isinstance(fact, Ticked)]

    def obey(self, *orders):
        for order in orders:
            self.stage.obey(order)

    def key(self, *keys, mod=0):
        """Keys pressed; what was told of it, but that a hand was seen."""
        for key in keys:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        return [fact for fact in self.go(0.05, 1) if fact != HandSeen()]

    def write(self, text):
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
        return [fact for fact in self.go(0.05, 1) if fact != HandSeen()]

    def click(self, name):
        """The button of that name is clicked; what was told of it."""
        page = self.stage._pages.modal or self.stage._pages.over
        at = page.button(name).area.center
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
        return [fact for fact in self.go(0.05, 1) if fact != HandSeen()]

    def ask(self, *labels, ways=(Way.BUTTONS,), closes=None):
        now = self.projector.now
        self.obey(
            Ask(scene="door", ask="Who is there?", options=options(*labels), ways=frozenset(ways),
                opened=now, closes=None if closes is None else now + closes)
        )  # fmt: skip

    def page(self):
        modal = self.stage._pages.modal
        return modal.name if modal else None


@pytest.fixture
def evening(tmp_path):
    (tmp_path / "door.en.srt").write_text(SRT)
    (tmp_path / "door.live.json").write_text(
        '{"version": 1, "keys": [{"t": 0, "x": 0.3, "y": 0.5, "scale": 0.1, "hidden": 0}]}'
    )
    return Evening(tmp_path)


@pytest.fixture
def playing(evening):
    evening.obey(Cut(shot("door")))
    evening.go()
    return evening


def test_every_order_is_obeyed(evening):
    """Nothing the director can order may stop the show."""
    assert {type(order) for order in ALL_ORDERS} == set(get_args(Order))
    for order in (*ALL_ORDERS, *reversed(ALL_ORDERS)):
        evening.obey(order)
        evening.go(0.1, 2)


def test_the_projector_is_told_what_is_its_own(evening):
    """Cuts are its business, not the stage's."""
    evening.obey(
        Cut(shot("a")),
        Prepare((shot("b"),)),
        Follow(shot("b")),
        HoldFilm(Hold.LOOP, 3.0),
        Freeze(),
    )
    projector = evening.projector

    assert projector.shot == shot("a")
    assert projector.prepared == (shot("b"),)
    assert projector.following == shot("b")
    assert projector.held == (Hold.LOOP, 3.0)
    assert projector.frozen
    evening.obey(Thaw())
    assert not projector.frozen


def test_facts_end_with_the_time(evening):
    """The director goes by the stage's clock."""
    evening.obey(Cut(shot("door")))
    evening.projector.go(1.5)
    facts = evening.stage.facts()

    assert facts[0] == ShotBegan(shot("door"), 24.0)
    assert facts[-1] == Ticked(1.5, 1.5)


def test_a_number_key_answers_an_open_card(playing):
    """Without looking for the mouse."""
    playing.ask("Knock", "Go round")

    assert playing.key(pygame.K_2) == [OptionPressed("Go round")]


def test_the_mouse_answers_an_open_card(playing):
    """By clicking on the plate."""
    playing.ask("Knock", "Go round")
    playing.go()

    assert playing.click("Knock") == [OptionPressed("Knock")]


def test_arrows_and_enter_answer_an_open_card(playing):
    """And so does a gamepad, which speaks the same."""
    playing.ask("Knock", "Go round")

    told = playing.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN)
    assert told == [OptionPressed("Go round")]


def test_a_finger_answers_a_hint(playing):
    """While a face is read, a hand outranks it."""
    playing.obey(Watch(options=options("Smile", "Look away"), hints=True, until=30.0))
    playing.go()
    at = playing.stage._pages.over.button("Smile").area.center
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(
            pygame.event.Event(kind, x=at[0] / 1280, y=at[1] / 720, touch_id=1, finger_id=1)
        )

    assert OptionPressed("Smile") in playing.go()


def test_any_hand_is_told_of_once_a_tick(playing):
    """It renews the patience of a choice without limit."""
    for _ in range(3):
        pygame.event.post(
            pygame.event.Event(
                pygame.MOUSEMOTION, pos=(9, 9), rel=(1, 1), buttons=(0, 0, 0), touch=False
            )
        )

    assert list(playing.stage.facts()).count(HandSeen()) == 1


def test_written_words_go_to_the_senses_and_nowhere_else(playing):
    """No fact, no record, no field may hold them."""
    playing.ask("Comfort him", ways=(Way.TEXT, Way.BUTTONS))
    told = playing.write("it was not your fault")
    told += playing.key(pygame.K_RETURN)

    assert playing.said == ["it was not your fault"]
    assert told == []
    assert playing.stage._pages.field.empty


def test_a_number_on_an_empty_field_is_the_key_on_the_plate(playing):
    """The number on the plate promises it."""
    playing.ask("Comfort him", "Blame him", ways=(Way.TEXT, Way.BUTTONS))

    assert playing.write("2") == [OptionPressed("Blame him")]


def test_a_number_within_words_is_a_word(playing):
    """Thirty years are not the third answer."""
    playing.ask("Comfort him", "Blame him", ways=(Way.TEXT, Way.BUTTONS))

    assert playing.write("after ") == []
    assert playing.write("2") == []
    assert playing.stage._pages.field.text == "after 2"


def test_letters_do_not_pause_while_somebody_writes(playing):
    """W and space are letters there."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.write("w")

    assert playing.key(pygame.K_w, pygame.K_SPACE) == []


def test_words_that_were_not_understood_leave_the_card_open(playing):
    """And it says so."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.go()
    before = playing.stage.snapshot()
    playing.obey(Unclear())
    playing.go()

    assert playing.stage._pages.card is not None
    assert changed(before, playing.stage.snapshot()) > 1000


def test_what_was_written_does_not_outlive_its_card(playing):
    """The next decision begins with an empty field."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.write("sorry")
    playing.obey(CloseCard())

    assert playing.stage._pages.field.empty
    assert not playing.stage._pages.field.active


def test_an_answer_changes_the_picture_within_200_ms(playing):
    """Seen before the cut, however far off that is."""
    playing.ask("Knock", "Go round")
    playing.go()
    before = playing.stage.snapshot()
    playing.obey(Acknowledge("Knock", Way.BUTTONS))
    playing.go(0.15, 5)

    assert changed(before, playing.stage.snapshot()) > 3000


def test_what_was_taken_stays_in_sight_until_the_cut(playing):
    """The director closes the card at once; the answer is seen until the film turns."""
    playing.ask("Knock", "Go round", closes=9.0)
    playing.obey(Acknowledge("Knock", Way.BUTTONS), CloseCard())
    playing.go(1.0)
    page = playing.stage._pages.over

    assert [button.name for button in page.buttons] == ["Knock", "Go round"]
    assert playing.key(pygame.K_2) == [OptionPressed("Go round")]
    playing.obey(Acknowledge("Go round", Way.BUTTONS))
    assert playing.stage._pages.card.taken == "Go round"
    playing.obey(Cut(shot("cold")))
    playing.go()
    assert playing.stage._pages.over is None


def test_a_card_that_nobody_answered_goes_at_once(playing):
    """There is nothing to show."""
    playing.ask("Knock", "Go round", closes=9.0)
    playing.obey(CloseCard())

    assert playing.stage._pages.over is None


def test_a_look_that_was_sure_stays_in_sight_until_the_cut(playing):
    """The reading's window closes first; another press still counts."""
    playing.obey(Watch(options=options("Smile", "Look away"), hints=True, until=30.0))
    playing.go()
    playing.obey(Unwatch(), Acknowledge("Smile", Way.FACE))
    playing.go()

    assert playing.stage._pages.hints.taken == "Smile"
    assert playing.key(pygame.K_2) == [OptionPressed("Look away")]
    playing.obey(Cut(shot("cold")))
    playing.go()
    assert playing.stage._pages.over is None


def test_hints_go_when_the_reading_was_not_sure(playing):
    """The card that follows asks instead."""
    playing.obey(Watch(options=options("Smile", "Look away"), hints=True, until=30.0))
    playing.go()
    playing.obey(Unwatch())

    assert playing.stage._pages.over is None


def test_space_pauses_and_goes_on(playing):
    """The director decides; the page follows its orders."""
    assert playing.key(pygame.K_SPACE) == [PauseAsked()]
    playing.obey(Freeze())
    assert playing.page() == "pause"
    assert playing.key(pygame.K_SPACE) == [ResumeAsked()]
    playing.obey(Thaw())
    assert playing.page() is None


def test_leaving_is_asked_about_first(playing):
    """Nobody loses a film to one key."""
    assert playing.key(pygame.K_ESCAPE) == [PauseAsked()]
    playing.obey(Freeze())
    assert playing.page() == "leave"

    assert playing.click("no") == [ResumeAsked()]
    playing.obey(Thaw())
    assert playing.page() is None


def test_staying_after_a_pause_goes_back_to_the_pause(playing):
    """One step back, not two."""
    playing.obey(Freeze())
    playing.click("leave")
    assert playing.page() == "leave"
    assert playing.click("no") == []
    assert playing.page() == "pause"


def test_leaving_leaves(playing):
    """When it is meant."""
    playing.key(pygame.K_ESCAPE)
    playing.obey(Freeze())

    assert playing.click("yes") == [StopAsked()]


def test_w_asks_why_and_the_card_shows_it(playing):
    """At any time of the film."""
    assert playing.key(pygame.K_w) == [WhyAsked()]
    playing.obey(Freeze(), ShowWhy((TURN,)))
    assert playing.page() == "why"
    assert playing.key(pygame.K_ESCAPE) == [WhyAsked()]
    playing.obey(HideWhy(), Thaw())
    assert playing.page() is None


def test_consent_is_given_or_refused_by_hand(evening):
    """And by its number keys; Esc is a no."""
    evening.obey(AskConsent("It would like to see you smile."))
    assert evening.page() == "consent"
    assert evening.key(pygame.K_1) == [ConsentAnswered(yes=True)]
    assert evening.key(pygame.K_2) == [ConsentAnswered(yes=False)]
    assert evening.key(pygame.K_ESCAPE) == [ConsentAnswered(yes=False)]
    evening.obey(Cut(shot("door")))
    evening.go()
    assert evening.page() is None


def test_a_warning_is_answered_by_hand_before_the_scene_is_shown(playing):
    """By number keys, mouse, and Esc as the careful answer; the cut takes the card away."""
    playing.obey(AskWarning("door", ("storm",)))
    assert playing.page() == "warned"
    assert playing.key(pygame.K_1) == [WarningAnswered(go_on=True)]
    assert playing.key(pygame.K_ESCAPE) == [WarningAnswered(go_on=False)]
    assert playing.click("stop") == [WarningAnswered(go_on=False)]
    assert playing.click("go") == [WarningAnswered(go_on=True)]
    playing.obey(Cut(shot("storm")))
    playing.go()
    assert playing.page() is None


def test_a_warning_may_stand_before_the_very_first_scene(evening):
    """Right after the consent card, over no film yet; leaving clears it."""
    evening.obey(AskConsent(None), AskWarning("door", ("storm",)))
    assert evening.page() == "warned"
    evening.obey(Rest())
    evening.go()

    assert evening.page() != "warned"


def test_the_camera_mark_shows_exactly_while_the_camera_is_open(playing):
    """No sign may lie about that."""
    playing.obey(OpenEyes())
    playing.go(1.0)
    area = pygame.Rect(1180, 30, 60, 40)
    shut = playing.stage.snapshot().subsurface(area)
    playing.stage.mark_camera(seen=True)
    playing.go(1.0)
    seen = playing.stage.snapshot().subsurface(area)
    playing.stage.mark_camera(seen=False)
    playing.go(1.0)

    assert changed(shut, seen) > 150
    assert changed(shut, playing.stage.snapshot().subsurface(area)) == 0


def test_the_camera_mark_shows_over_every_page(playing):
    """Also in a pause the camera may be open."""
    playing.obey(Freeze())
    playing.go(1.0)
    before = playing.stage.snapshot()
    playing.stage.mark_camera(seen=True)
    playing.go(1.0)

    assert changed(before, playing.stage.snapshot()) > 150


def test_the_flame_burns_where_the_clip_has_its_light(playing):
    """In the lantern in the picture, not in the corner."""
    playing.obey(Burn(height=1.0, gold=1.0, shiver=0.0, seen=True))
    playing.go(1.0)
    lit = pygame.surfarray.array3d(playing.stage.snapshot())[:, :500].max(axis=2) > 225
    columns = lit.any(axis=1).nonzero()[0]

    assert abs(columns.mean() - 0.3 * 1280) < 30


def test_a_clip_without_a_light_has_its_flame_in_the_corner(evening):
    """The sign of being seen is never missing."""
    evening.obey(Cut(shot("cold")), Burn(height=1.0, gold=1.0, shiver=0.0, seen=True))
    evening.go(1.0)
    lit = pygame.surfarray.array3d(evening.stage.snapshot()).max(axis=2) > 225

    assert lit.any(axis=1).nonzero()[0].mean() < 0.1 * 1280
    assert lit.any(axis=0).nonzero()[0].mean() > 0.8 * 720


def test_an_order_to_burn_is_seen_within_200_ms(playing):
    """The flame answers."""
    playing.obey(Burn(height=0.0, gold=0.2, shiver=0.0, seen=True))
    playing.go(1.0)
    before = playing.stage.snapshot()
    playing.obey(Burn(height=1.0, gold=1.0, shiver=0.0, seen=True))
    playing.go(0.2, 6)

    assert changed(before, playing.stage.snapshot()) > 4000


def test_words_are_shown_at_their_time_and_can_be_switched_off(playing):
    """From 1 s to 9 s of the clip."""
    area = pygame.Rect(440, 600, 400, 110)

    def said():
        return changed(playing.stage.snapshot().subsurface(area), night().subsurface(area)) > 200

    assert not said()
    playing.go(1.0)
    assert said()
    playing.stage._tastes.prefer(Preferences(subtitles=False))
    playing.go(0.1)
    assert not said()


def test_words_stand_above_an_open_card(playing):
    """Nothing may lie over an answer."""
    playing.go(1.0)
    playing.ask("Knock", "Go round")
    playing.go(1.0)
    foot = playing.stage._pages.title_foot(playing.stage._tastes.desk)

    assert foot < min(b.area.top for b in playing.stage._pages.over.buttons)


def test_volume_and_mute_are_heard_and_kept(playing):
    """The house writes them down."""
    playing.key(pygame.K_MINUS)
    playing.key(pygame.K_m)

    assert playing.loud == [0.8, 0.7, 0.0]
    assert playing.stage.wishes() == (
        Prefer(Preferences(volume=0.7)),
        Prefer(Preferences(volume=0.7, muted=True)),
    )
    assert playing.stage.wishes() == ()


def test_whoever_switches_descriptions_on_hears_them_at_once_and_on_other_evenings(playing):
    """By the key or on the pause page; the house writes it down."""
    assert playing.projector.hearing == Hearing("en", "en", described=False)
    playing.key(pygame.K_d)

    assert playing.projector.hearing == Hearing("en", "en", described=True)
    assert playing.stage.wishes() == (Prefer(Preferences(described=True)),)
    playing.obey(Freeze())
    playing.click("described")
    assert playing.projector.hearing == Hearing("en", "en", described=False)
    assert playing.stage.wishes() == (Prefer(Preferences(described=False)),)


def test_a_new_language_is_heard_as_well_as_read(playing):
    """Dubs and descriptions follow the subtitles."""
    playing.stage.prefer(Preferences(language="zh"))

    assert playing.projector.hearing == Hearing("zh", "en")


def test_the_end_card_offers_another_viewing(playing):
    """And a way home."""
    playing.obey(ENDING)
    assert playing.page() == "ending"
    assert playing.click("again") == [StopAsked()]
    assert playing.stage.wishes() == (PlayFilm("lantern"),)
    assert playing.click("home") == [StopAsked()]


def test_the_end_card_shows_the_scenes_that_were_seen(playing):
    """The way as small pictures."""
    playing.go(8.0, 80)
    playing.obey(Cut(shot("dawn", length=10.0)))
    playing.go(6.0, 60)
    playing.obey(ENDING)

    assert set(playing.stage._pages.up.frames) == {"door", "dawn"}


def test_nothing_of_a_viewing_is_left_when_it_rests(playing):
    """The next visitor begins with nothing of the one before."""
    playing.ask("Knock", ways=(Way.TEXT,))
    playing.write("sorry")
    playing.obey(ENDING, Rest())
    stage = playing.stage

    assert stage._film.frames == {}
    assert stage._pages.card is None
    assert stage._pages.field.empty
    assert stage._pages.up.ending is None
    assert playing.projector.shot is None


def test_closing_the_window_is_a_wish(playing):
    """The house decides how to leave."""
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    playing.go()

    assert playing.stage.wishes() == (Quit(),)


def test_a_window_out_of_sight_pauses_the_film(playing):
    """Nobody should miss what they cannot see."""
    pygame.event.post(pygame.event.Event(pygame.WINDOWMINIMIZED))

    assert PauseAsked() in playing.go()


def test_a_kiosk_has_an_attract_picture_and_begins_at_a_touch(tmp_path):
    """Anywhere."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Rest())
    assert kiosk.page() == "attract"
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(pygame.event.Event(kind, x=0.2, y=0.2, touch_id=1, finger_id=1))

    assert ViewerCame() in kiosk.go()


def test_a_kiosk_cannot_be_left_by_visitors(tmp_path):
    """Not by Esc, nor by the window's cross, nor by the full screen key."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Cut(shot("door")))
    kiosk.go()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    kiosk.key(pygame.K_ESCAPE, pygame.K_F11)

    assert kiosk.page() is None
    assert kiosk.stage.wishes() == ()


def test_the_operator_comes_in_by_chord_and_pin(tmp_path):
    """What was typed is judged by whoever holds the digest."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Rest())
    kiosk.key(pygame.K_k, mod=pygame.KMOD_LCTRL | pygame.KMOD_LALT)
    assert kiosk.page() == "pin"
    for digit in "124":
        kiosk.click(f"key {digit}")
    kiosk.click("erase")
    kiosk.click("key 3")
    kiosk.click("ok")
    assert kiosk.stage.wishes() == (GivePin("123"),)

    kiosk.stage.refuse_pin()
    assert kiosk.page() == "pin"
    kiosk.stage.work(on=True)
    assert kiosk.page() == "maintenance"


def test_the_pin_is_typed_on_keys_too_and_enter_sends_it(tmp_path):
    """An operator with a keyboard, and the ways out of maintenance."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Rest())
    kiosk.key(pygame.K_k, mod=pygame.KMOD_LCTRL | pygame.KMOD_LALT)
    kiosk.key(pygame.K_2, pygame.K_4, pygame.K_6, pygame.K_8, pygame.K_RETURN)
    assert kiosk.stage.wishes() == (GivePin("2468"),)

    kiosk.stage.work(on=True)
    kiosk.click("maintenance.end")
    assert kiosk.stage.wishes() == (Quit(),)


def test_a_sentence_cut_off_by_the_clock_does_not_mute_or_pause_the_film(playing):
    """The card closes while somebody writes; what they write on is meant for nobody."""
    playing.ask("Give it", ways=(Way.TEXT, Way.BUTTONS))
    playing.go(0.3)
    playing.write("it was not your f")
    playing.obey(CloseCard())
    playing.go(0.1)

    told = playing.key(pygame.K_m, pygame.K_SPACE, pygame.K_w)

    assert not [fact for fact in told if isinstance(fact, PauseAsked | WhyAsked)]
    assert not playing.stage.preferences.muted


def test_a_notice_comes_and_goes_by_itself(playing):
    """One line, and the film goes on."""
    playing.obey(Tell("camera_lost"))
    playing.go(1.0)
    assert playing.stage._notice.line
    playing.go(4.0)
    assert playing.stage._notice.line is None


def test_another_language_changes_every_word_at_once(playing):
    """In the middle of a pause."""
    if not FONTS.chinese:
        pytest.skip("No Chinese typeface here; install fonts-noto-cjk.")
    playing.obey(Freeze())
    playing.click("language")

    assert playing.stage.preferences.language == "zh"
    assert playing.stage._pages.modal.button("resume").lines == ("继续看",)


def test_the_film_is_letterboxed_in_the_middle(tmp_path):
    """Its shape is its own."""
    evening = Evening(tmp_path)
    evening.projector.image = pygame.Surface((640, 480))
    evening.projector.image.fill((200, 40, 40))
    evening.obey(Cut(shot("x")))
    evening.go()

    assert evening.stage._film.place == pygame.Rect(160, 0, 960, 720)
    assert evening.stage.snapshot().get_at((640, 300))[:3] == (200, 40, 40)
    assert max(evening.stage.snapshot().get_at((20, 300))[:3]) < 30


def test_a_kiosk_plays_its_attract_clip_until_somebody_comes(tmp_path):
    """And the director hears nothing of it: no film is on."""
    bill = Bill(film="x", folder=tmp_path, titles={"en": "x"}, attract="attract.mp4")
    projector = FakeProjector(night())
    stage = Stage(
        bill, projector, Window("test", (1280, 720)), Preferences(), words=print, kiosk=True,
        fonts=FONTS, clock=FakeClock(),
    )  # fmt: skip
    stage.obey(Rest())
    facts = stage.facts()
    stage.draw()

    assert projector.shot.file == "attract.mp4"
    assert projector.shot.loop
    assert [type(fact) for fact in facts if not isinstance(fact, HandSeen)] == [Ticked]
    assert stage._pages.modal.name == "attract"


def test_the_attract_clip_has_its_flame(tmp_path):
    """The lamp burns before anybody comes."""
    (tmp_path / "attract.live.json").write_text(
        '{"version": 1, "keys": [{"t": 0, "x": 0.7, "y": 0.5, "scale": 0.1}]}'
    )
    bill = Bill(film="x", folder=tmp_path, titles={"en": "x"}, attract="attract.mp4")
    stage = Stage(
        bill, FakeProjector(night()), Window("test", (1280, 720)), Preferences(), words=print,
        kiosk=True, fonts=FONTS, clock=FakeClock(),
    )  # fmt: skip
    stage.facts()
    stage.draw()
    lit = pygame.surfarray.array3d(stage.snapshot())[:, :500].max(axis=2) > 225

    assert abs(lit.any(axis=1).nonzero()[0].mean() - 0.7 * 1280) < 30


def test_at_home_nothing_plays_before_the_film(tmp_path):
    """The library is the house's."""
    assert Evening(tmp_path).projector.shot is None


# A shot filmed all around ----------------------------------------------------------------------


@pytest.fixture
def around(playing):
    playing.projector.around = True
    playing.go(0.1)
    return playing


def dragged(evening, *places):
    """The mouse goes down at the first place, and up at the last; where one looks then."""
    kinds = [pygame.MOUSEBUTTONDOWN, *[pygame.MOUSEMOTION] * (len(places) - 1)]
    for kind, at in zip(kinds, places, strict=True):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
    at = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=places[-1], button=1, touch=False)
    pygame.event.post(at)
    evening.go(0.05, 1)
    return evening.projector.gaze


def held(evening, which, seconds=1.0):
    """An arrow is held for so long; where one looks then."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=which, mod=0, unicode=""))
    evening.go(seconds, 60)
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=which, mod=0))
    evening.go(0.05, 1)
    return evening.projector.gaze


def test_one_looks_around_by_drag_and_by_arrow(around):
    """To the left of what is dragged to the right; to the right with the right arrow."""
    assert dragged(around, (640, 360), (740, 360)).right == pytest.approx(-8.95, abs=0.01)
    assert held(around, pygame.K_RIGHT).right > 40


def test_a_finger_drags_too(around):
    """As on every telephone."""
    for kind, x in ((pygame.FINGERDOWN, 0.5), (pygame.FINGERMOTION, 0.4), (pygame.FINGERUP, 0.4)):
        pygame.event.post(pygame.event.Event(kind, x=x, y=0.5, finger_id=1, touch_id=1))
    around.go(0.05, 1)

    assert around.projector.gaze.right == pytest.approx(11.46, abs=0.01)


def test_a_card_keeps_the_taps_on_arrows_and_its_own_plates(around):
    """A tap walks among its answers, a held one looks around, and so does a drag beside them."""
    around.ask("Open", "Wait")
    around.go()
    card = around.stage._pages.over
    on_it = card.buttons[0].area.center

    assert held(around, pygame.K_RIGHT, 0.2) == AHEAD
    assert around.stage._pages._over.by_keys
    assert dragged(around, on_it, (on_it[0] - 300, on_it[1])) == AHEAD
    assert dragged(around, (640, 100), (540, 100)).right > 5
    assert held(around, pygame.K_RIGHT, 1.0).right > 40


def test_under_a_page_nobody_looks_around(around):
    """A paused film stands as it was left."""
    around.obey(Freeze())
    around.go()

    assert held(around, pygame.K_RIGHT) == AHEAD
    assert dragged(around, (20, 20), (300, 20)) == AHEAD


def test_a_head_looks_around(around):
    """Where a face is read and its viewer agreed."""
    around.stage.see_head((0.5, 0.5))
    around.go(0.1)
    for _ in range(8):
        around.stage.see_head((0.4, 0.5))
        around.go(0.2)

    assert around.projector.gaze.right > 20


def test_a_new_shot_begins_where_its_author_looks(around):
    """A repeat of the same one goes on where one looked: it is no new shot."""
    dragged(around, (640, 360), (340, 360))
    looked = around.projector.gaze
    around.go()
    assert around.projector.gaze == looked

    around.obey(Cut(shot("garden")))
    around.go()
    assert around.projector.gaze == AHEAD


def test_it_is_told_once_that_one_can_look_around(around):
    """Nobody drags a film unasked; and nobody wants to be told again."""
    assert around.stage._notice.line == "Look around: drag the picture, or hold an arrow key."

    around.go(6.0)
    around.obey(Cut(shot("garden")))
    around.go()
    assert around.stage._notice.line is None


def test_the_films_own_flame_stands_in_the_sphere_or_in_the_corner(around):
    """It is passed by like a lamp; out of sight, the corner's shows that the film looks back."""
    film = around.stage._film
    assert film.spot == CORNER  # it burns 72 degrees to the left

    dragged(around, (300, 360), (900, 360))
    left = film.spot
    dragged(around, (300, 360), (500, 360))

    assert left.x == pytest.approx(0.5 - math.tan(math.radians(72 - 53.71)) / 2, abs=0.001)
    assert film.spot.x == pytest.approx(0.5 - math.tan(math.radians(72 - 71.62)) / 2, abs=0.001)
    assert film.spot.y == pytest.approx(0.5)
