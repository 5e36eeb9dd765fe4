"""The stage's film: the picture, the light in it, its words, and looking around in it."""

import math

import pygame
import pytest

from engine.messages.facts import HandSeen, Ticked
from engine.messages.orders import Burn, Cut, Freeze, Rest
from engine.stage.bill import Bill
from engine.stage.projection.live import CORNER
from engine.stage.projection.sphere import AHEAD
from engine.stage.stage import Stage
from engine.stage.window import Window
from engine.stage.wishes import Preferences
from tests.stage.evenings import SRT, Evening
from tests.stage.fakes import FakeClock, FakeProjector, shot
from tests.stage.pictures import FONTS, changed, night


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


def test_words_and_light_that_an_author_changed_are_shown_within_the_clip(playing, tmp_path):
    """Whoever writes with `--watch` sees it at once, and not at the next cut."""
    playing.go(1.5)
    (tmp_path / "door.en.srt").write_text(SRT.replace("Who is there?", "Who knocks so late?"))
    (tmp_path / "door.live.json").write_text(
        '{"version": 1, "keys": [{"t": 0, "x": 0.8, "y": 0.5, "scale": 0.1, "hidden": 0}]}'
    )
    before = playing.stage._film.spot.x
    playing.stage.reread()
    playing.go(0.1)

    assert (before, playing.stage._film.spot.x) == (0.3, 0.8)
    shown = playing.stage._film._cues.at(playing.projector.position)
    assert [cue.text for cue in shown] == ["Who knocks so late?"]
