"""The library's window."""

from dataclasses import replace

import pygame
import pytest

from engine.stage.bill import Bill, Bookmark
from engine.stage.fontfiles import FontTable
from engine.stage.fonts import Fonts
from engine.stage.foyer import Foyer
from engine.stage.page import Dot
from engine.stage.tongues.own import own_name
from engine.stage.window import Window
from engine.stage.wishes import ForgetMe, PlayFilm, Prefer, Preferences, Quit, SoundCard
from tests.stage.fakes import FakeClock
from tests.stage.pictures import FONTS


class Visit:
    """A foyer, a clock, and hands."""

    def __init__(self, folder, *films, preferences=None, fonts=FONTS, **more):
        pygame.display.init()
        self.clock = FakeClock()
        bills = films or (bill(folder, "lantern"), bill(folder, "doors"))
        self.foyer = Foyer(
            bills, Window("test", (1280, 720)), preferences or Preferences(), fonts=fonts,
            clock=self.clock, **more,
        )  # fmt: skip
        pygame.event.clear()

    def wishes(self):
        self.clock.go(0.1)
        wished = self.foyer.wishes()
        self.foyer.draw()
        return wished

    def key(self, *keys):
        for key in keys:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        return self.wishes()

    def click(self, name):
        at = self.foyer._board.page.button(name).area.center
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
        return self.wishes()

    def page(self):
        return self.foyer._board.page.name


def bill(folder, film, **more):
    return Bill(film=film, folder=folder, titles={"en": film, "zh": film}, **more)


@pytest.fixture
def visit(tmp_path):
    return Visit(tmp_path)


def test_enter_plays_the_first_film(visit):
    """On a first start one key is enough."""
    assert visit.key(pygame.K_RETURN) == (PlayFilm("lantern"),)


def test_another_film_is_pointed_at_and_played(visit):
    """Its poster comes forward first."""
    assert visit.click("film doors") == ()
    assert visit.click("play") == (PlayFilm("doors"),)


def test_a_film_pointed_at_twice_is_played(visit):
    """By finger as by Enter: whoever chose it wants to see it."""
    assert visit.click("film doors") == ()
    assert visit.click("film doors") == (PlayFilm("doors"),)


def test_enter_plays_the_film_that_was_pointed_at(visit):
    """Mouse and keys may take turns."""
    visit.click("film doors")

    assert visit.key(pygame.K_RETURN) == (PlayFilm("doors"),)


def test_what_a_film_contains_is_told_before_it_begins(tmp_path):
    """And what somebody would rather not see is left out."""
    visit = Visit(tmp_path, bill(tmp_path, "lantern", warnings=("storm", "loss")))

    assert visit.click("play") == ()
    assert visit.page() == "warning"
    visit.click("warning storm")
    assert visit.click("go") == (PlayFilm("lantern", frozenset({"storm"})),)


def test_a_film_called_by_its_name_tells_what_it_contains_and_can_still_be_left(tmp_path):
    """There is no library behind it: turning back is leaving."""
    grim = bill(tmp_path, "lantern", warnings=("storm", "loss"))

    visit = Visit(tmp_path, grim, entering=True, avoids=frozenset({"loss", "dark"}))
    assert visit.page() == "warning"
    visit.click("warning storm")
    assert visit.click("go") == (PlayFilm("lantern", frozenset({"storm", "loss", "dark"})),)
    assert visit.page() == "loading"

    assert Visit(tmp_path, grim, entering=True).key(pygame.K_ESCAPE) == (Quit(),)


def test_settings_are_changed_and_kept(visit):
    """Each press is one change, told to the house."""
    visit.click("settings")
    assert visit.click("subtitles") == (Prefer(Preferences(subtitles=False)),)
    assert visit.click("stretch") == (Prefer(Preferences(subtitles=False, stretch=1.5)),)
    visit.key(pygame.K_ESCAPE)
    assert visit.page() == "library"


def test_a_film_of_more_languages_offers_them_and_the_interface_keeps_its_own(tmp_path):
    """By what they call themselves; and for films of two languages there is nothing to choose."""
    titles = {"en": "Lantern", "fr": "La lanterne", "zh": "守灯人"}
    lantern = replace(bill(tmp_path, "lantern"), titles=titles)
    visit = Visit(tmp_path, lantern, bill(tmp_path, "doors"))
    visit.click("settings")
    row = visit.foyer._board.page.button("films")

    assert row.value == "English"
    assert visit.click("films") == (Prefer(Preferences(films="fr")),)
    assert visit.foyer._board.page.button("films").value == "Français"
    assert visit.foyer._board.page.button("back").lines == ("Back",)
    assert visit.click("films") == (Prefer(Preferences(films="zh")),)
    assert visit.click("films") == (Prefer(Preferences()),)
    visit.key(pygame.K_ESCAPE)
    visit.click("film doors")
    visit.click("settings")
    assert visit.foyer._board.page.button("films") is None


def test_a_film_speaks_the_language_set_for_films_only_where_it_has_it():
    """Else that of the interface."""
    liked = Preferences(language="zh", films="fr")

    assert liked.heard(("en", "zh", "fr")) == "fr"
    assert liked.heard(("en", "zh")) == "zh"
    assert Preferences(language="ar").heard(("en", "ar")) == "ar"


@pytest.mark.parametrize(
    ("code", "own"),
    [("fr", "Français"), ("pt-BR", "Português (BR)"), ("zh-Hant", "繁體中文"), ("tlh", "tlh")],
)
def test_a_language_is_called_as_it_calls_itself(code, own):
    """Whoever looks for theirs reads no other; one without a name here has its code."""
    assert own_name(code) == own


def test_words_over_a_white_poster_stand_on_dark(tmp_path):
    """Whatever an author hangs up, the ways to other languages, settings and out can be read."""
    white = pygame.Surface((1280, 720))
    white.fill((255, 255, 255))
    pygame.image.save(white, tmp_path / "poster.png")
    visit = Visit(tmp_path, bill(tmp_path, "snow", poster="poster.png"))
    for _ in range(10):
        visit.wishes()
    canvas = visit.foyer._window.surface

    def bright(area):
        return max(pygame.transform.average_color(canvas, area)[:3])

    for name in ("settings", "quit"):
        area = visit.foyer._board.page.button(name).area
        assert bright(area.inflate(0, -area.height // 2)) < 165
    assert bright(pygame.Rect(900, 250, 200, 60)) > 200


def test_choice_time_goes_through_all_its_lengths():
    """And comes round."""
    preferences, seen = Preferences(), []
    for _ in range(4):
        preferences = preferences.slower()
        seen.append(preferences.stretch)

    assert seen == [1.5, 2.0, None, 1.0]


def test_leaving_the_house_is_asked_about(visit):
    """Esc, and then a yes."""
    assert visit.key(pygame.K_ESCAPE) == ()
    assert visit.page() == "quit"
    assert visit.click("yes") == (Quit(),)


def test_the_language_is_one_press_away(visit):
    """For whoever cannot read the word for settings."""
    if not FONTS.chinese:
        pytest.skip("No Chinese typeface here; install fonts-noto-cjk.")
    assert visit.click("language") == (Prefer(Preferences(language="zh")),)
    assert visit.foyer._board.page.button("play").lines == ("放映",)


def test_a_machine_without_chinese_says_how_to_get_it(tmp_path):
    """In one sentence, in English."""
    visit = Visit(tmp_path, preferences=Preferences(language="zh"), fonts=Fonts(FontTable()))

    assert "Chinese cannot be shown" in visit.foyer._notice.line
    assert visit.foyer._board.page.button("play").lines == ("Play",)
    assert visit.foyer._board.page.button("language") is None


def test_an_empty_library_says_what_a_film_is(tmp_path):
    """And can be left."""
    pygame.display.init()
    foyer = Foyer((), Window("test", (1280, 720)), Preferences(), fonts=FONTS, clock=FakeClock())
    foyer.draw()

    assert foyer._board.page.button("play") is None
    assert foyer._board.page.button("quit") is not None


def test_a_resized_window_is_laid_out_anew(visit):
    """At once, with everything in it."""
    pygame.display.set_mode((1920, 1080))
    pygame.event.post(pygame.event.Event(pygame.WINDOWSIZECHANGED))
    visit.wishes()

    assert visit.foyer._window.surface.get_size() == (1920, 1080)
    assert visit.foyer._board.page.button("play").area.bottom > 900


def test_who_wants_to_be_forgotten_is_asked_once_more(visit):
    """What is erased is gone for good; the answer that changes nothing has the focus."""
    visit.click("settings")
    assert visit.click("forget") == ()
    assert visit.page() == "forget"
    assert visit.key(pygame.K_RETURN) == ()
    assert visit.page() == "settings"
    visit.click("forget")

    assert visit.click("yes") == (ForgetMe(),)
    assert visit.page() == "settings"


def test_that_one_is_forgotten_is_said(visit):
    """In the language of the house."""
    visit.foyer.tell_forgotten()

    assert visit.foyer._notice.line == "Forgotten. The films no longer know you."


LEFT = {"lantern": Bookmark("letter", 7300.0)}


def test_a_film_that_was_left_is_gone_on_with(tmp_path):
    """One key, as for every film; the other button begins it anew."""
    visit = Visit(tmp_path, bookmarks=LEFT)

    assert visit.key(pygame.K_RETURN) == (PlayFilm("lantern", resume=True),)
    visit = Visit(tmp_path, bookmarks=LEFT)
    assert visit.key(pygame.K_RIGHT, pygame.K_RETURN) == (PlayFilm("lantern"),)
    visit = Visit(tmp_path, bookmarks=LEFT)
    assert visit.click("anew") == (PlayFilm("lantern"),)


def test_where_it_was_left_is_told(tmp_path):
    """The chapter in the viewer's language, and how long ago."""
    told = bill(tmp_path, "lantern", chapters={"en": {"letter": "The letter"}, "zh": {}})

    visit = Visit(tmp_path, told, bookmarks=LEFT)

    assert "You left off in “The letter”, 2 hours ago" in words(visit)
    assert "You left off 2 hours ago" in words(Visit(tmp_path, bookmarks=LEFT))


def test_a_film_that_was_never_left_is_played(tmp_path):
    """Nothing is offered that is not there."""
    visit = Visit(tmp_path, bookmarks={"doors": Bookmark("hall", 1.0)})

    assert visit.foyer._board.page.button("anew") is None
    visit.click("film doors")
    assert visit.click("film doors") == (PlayFilm("doors", resume=True),)


def test_warnings_were_read_by_whoever_goes_on(tmp_path):
    """What they wanted left out is in the save; who begins anew is asked."""
    told = bill(tmp_path, "lantern", warnings=("storm",))
    visit = Visit(tmp_path, told, bookmarks=LEFT)

    assert visit.click("anew") == ()
    assert visit.page() == "warning"
    visit.key(pygame.K_ESCAPE)
    assert visit.click("play") == (PlayFilm("lantern", resume=True),)


def test_who_is_forgotten_has_nothing_to_go_on_with(tmp_path):
    """The saves are gone, and so are the buttons."""
    visit = Visit(tmp_path, bookmarks=LEFT)
    visit.foyer.tell_forgotten()
    visit.wishes()

    assert visit.click("play") == (PlayFilm("lantern"),)


def test_the_film_seen_last_stands_in_front(tmp_path):
    """Who comes back from a film finds it, to go on."""
    assert Visit(tmp_path, chosen="doors").key(pygame.K_RETURN) == (PlayFilm("doors"),)
    assert Visit(tmp_path, chosen="gone").key(pygame.K_RETURN) == (PlayFilm("lantern"),)


def test_a_line_of_the_house_is_said(visit):
    """In the viewer's language."""
    visit.foyer.say("save_broken")

    assert "could not be read" in visit.foyer._notice.line


def words(visit):
    """Everything written on the page."""
    items = visit.foyer._board.page.items
    return " ".join(line for item in items for line in getattr(item, "lines", ()))


class Metronome:
    """Clicks when it is told to, and was heard when it says."""

    def __init__(self):
        self.on = False
        self.since_click = 0.5

    def click(self, *, on):
        self.on = on


def tuning(folder):
    """A visit on the page where the sound's delay is set."""
    tuner = Metronome()
    visit = Visit(folder, tuner=tuner)
    visit.click("settings")
    visit.click("delay")
    return visit, tuner


def test_the_sound_clicks_only_while_its_delay_is_being_set(tmp_path):
    """Nobody wants to hear it in the library."""
    visit, tuner = tuning(tmp_path)
    assert (visit.page(), tuner.on) == ("delay", True)

    visit.key(pygame.K_ESCAPE)

    assert (visit.page(), tuner.on) == ("settings", False)


def test_the_flash_is_seen_when_the_click_is_heard(tmp_path):
    """By the clock that every film goes by."""
    visit, tuner = tuning(tmp_path)
    disc = next(item for item in visit.foyer._board.page.items if isinstance(item, Dot))
    dark = visit.foyer._window.surface.get_at(disc.area.center)
    tuner.since_click = 0.02
    visit.wishes()
    lit = visit.foyer._window.surface.get_at(disc.area.center)

    assert sum(lit[:3]) > sum(dark[:3]) + 100


def test_arrows_plates_and_a_finger_move_the_delay(tmp_path):
    """With whatever is at hand, and at once."""
    visit, _ = tuning(tmp_path)

    visit.key(pygame.K_RIGHT, pygame.K_RIGHT)
    assert visit.foyer.preferences.delay == 20
    assert visit.key(pygame.K_LEFT)[-1].preferences.delay == 10
    visit.click("later")
    assert visit.foyer.preferences.delay == 20
    at = visit.foyer._board.page.button("sooner").area.center
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        finger = pygame.event.Event(kind, x=at[0] / 1280, y=at[1] / 720, finger_id=1, touch_id=1)
        pygame.event.post(finger)
    visit.wishes()
    assert visit.foyer.preferences.delay == 10
    pygame.event.post(pygame.event.Event(pygame.JOYHATMOTION, value=(1, 0), hat=0, instance_id=0))
    visit.wishes()
    assert visit.foyer.preferences.delay == 20
    visit.click("done")
    assert visit.page() == "settings"


def test_the_delay_ends_where_no_loudspeaker_is_later(tmp_path):
    """A key held down does not run away with it."""
    liked = Preferences()

    assert liked.later(5000).delay == 1000
    assert liked.later(-5000).delay == -500


def test_a_sound_card_that_comes_is_the_houses_to_hear_of(tmp_path):
    """In the library as well as in a film."""
    visit = Visit(tmp_path)
    pygame.event.post(pygame.event.Event(pygame.AUDIODEVICEADDED, which=0, iscapture=0))

    assert visit.wishes() == (SoundCard(came=True),)
