"""The live flame, measured in pixels."""

import itertools

import pygame
import pytest

from engine.messages.orders import Burn
from engine.stage.flame import Flame
from engine.stage.projection.live import Spot
from engine.story.units import Share, Steps
from tests.stage.pictures import brightness, changed, colours, night

HERE = Spot(x=0.5, y=0.6, scale=0.12)
FOOT = (640, 432)
TALL = Burn(height=1.0, gold=1.0, shiver=0.0, seen=True)
SUNK = Burn(height=-1.0, gold=0.0, shiver=0.0, seen=True)
STILL = Burn(height=0.0, gold=0.25, shiver=0.0, seen=False)


def burning(order, seconds=1.0, since=0.0, spot=HERE, flame=None):
    """A picture of a flame that has burned as ordered for some seconds."""
    flame = flame or Flame()
    flame.burn(order)
    picture = night()
    for frame in range(round(seconds * 30) + 1):
        picture = night()
        flame.draw(picture, picture.get_rect(), spot, since + frame / 30)
    return picture


def height_of(picture, bright=130):
    """How many rows above the foot are lit on the flame's own axis."""
    light = pygame.surfarray.array3d(picture)[620:660, :432].max(axis=(0, 2))
    return int((light > bright).sum())


def test_a_smile_makes_the_flame_taller_and_looking_away_sinks_it():
    """The film says so in its first minute; it must be true to the eye."""
    tall, rest, sunk = (height_of(burning(order)) for order in (TALL, STILL, SUNK))

    assert tall > 1.5 * rest
    assert sunk < 0.75 * rest


def test_the_flame_stands_on_its_spot():
    """It burns in the lantern in the picture, so its foot may not wander."""
    lit = pygame.surfarray.array3d(burning(STILL)).max(axis=2) > 200
    columns, rows = lit.any(axis=1).nonzero()[0], lit.any(axis=0).nonzero()[0]

    assert abs(columns.mean() - FOOT[0]) < 12
    assert FOOT[1] - 20 < rows.max() < FOOT[1] + 8


def test_a_sunk_flame_is_blue_and_a_tall_one_is_gold():
    """The colour tells it also where the size is hard to judge."""
    body = pygame.Rect(630, 395, 20, 25)
    tall, sunk = colours(burning(TALL), body), colours(burning(SUNK), body)

    assert tall[0] > tall[2] + 60
    assert sunk[2] > sunk[0] + 20


def test_the_flame_spills_its_light_on_the_picture_around():
    """Its light on the cloth is what makes it part of the picture."""
    beside = pygame.Rect(720, 330, 60, 60)

    assert brightness(burning(TALL), beside) > brightness(burning(SUNK), beside) + 5
    assert brightness(burning(STILL), beside) > brightness(night(), beside) + 2


def test_an_answer_is_seen_within_200_ms():
    """A viewer must see at once that the film saw them."""
    flame = Flame()
    before = burning(STILL, flame=flame)
    flame.burn(TALL)
    after = night()
    for frame in range(1, 7):
        after = night()
        flame.draw(after, after.get_rect(), HERE, 1.0 + frame / 30)

    assert height_of(after) > 1.3 * height_of(before)


def test_a_shiver_dies_away_by_itself():
    """A start is a moment, not a mood."""
    shaken = Burn(height=0.0, gold=0.25, shiver=1.0, seen=True)
    flame = Flame()
    burning(STILL, flame=flame)
    flame.burn(shaken)
    frames = []
    for frame in range(1, 91):
        picture = night()
        flame.draw(picture, picture.get_rect(), HERE, 1.0 + frame / 30)
        frames.append(picture)

    def unrest(part):
        return sum(changed(one, two) for one, two in itertools.pairwise(part)) / len(part)

    assert unrest(frames[:8]) > 1.3 * unrest(frames[-20:])


def test_the_same_times_give_the_same_pictures():
    """A viewing can be rendered again exactly, flame and all."""
    assert changed(burning(TALL), burning(TALL)) == 0


def test_it_flickers_while_nothing_is_ordered():
    """A flame that stands still is a lamp."""
    assert changed(burning(STILL, 1.0), burning(STILL, 1.2)) > 200


def test_a_hidden_flame_leaves_the_picture_alone():
    """Where the clip turns away from the lantern nothing may shine through."""
    hidden = Spot(x=0.5, y=0.6, scale=0.12, hidden=1.0)

    assert changed(burning(TALL, spot=hidden), night()) == 0


@pytest.mark.parametrize("spot", [Spot(x=-0.4, y=2.0, scale=0.5), Spot(x=0.0, y=0.0, scale=2.0)])
def test_a_flame_beyond_the_picture_draws_nothing_outside_it(spot):
    """The film is letterboxed; the night around it stays night."""
    picture = night()
    film = pygame.Rect(200, 100, 880, 495)
    flame = Flame()
    flame.burn(TALL)
    flame.draw(picture, film, spot, 0.0)
    flame.draw(picture, film, spot, 0.5)

    assert brightness(picture, (0, 0, 190, 720)) == pytest.approx(brightness(night()))
    assert picture.get_clip() == picture.get_rect()


def test_a_flame_that_sinks_takes_the_light_of_the_picture_with_it():
    """The whole room tells that somebody looked away."""
    bright = pygame.Surface((640, 360))
    shades = {}
    for height in (0.0, -1.0):
        flame, canvas = Flame(), bright.copy()
        flame.burn(Burn(height=Steps(height), gold=Share(0.0), shiver=Share(0.0), seen=True))
        for tenth in range(20):
            canvas.fill((200, 180, 150))
            flame.draw(canvas, canvas.get_rect(), Spot(x=0.5, y=0.6, scale=0.12), tenth / 10)
        shades[height] = sum(canvas.get_at((450, 180))[:3])

    assert shades[-1.0] < shades[0.0] * 0.9


def test_a_flame_stands_out_from_the_bright_paper_it_shines_through():
    """A lantern's paper is nearly as bright as its flame; light is taken from it first."""
    canvas = pygame.Surface((640, 360))
    canvas.fill((255, 240, 200))

    Flame().draw(canvas, canvas.get_rect(), Spot(x=0.5, y=0.6, scale=0.12), 0.0)

    beside, within = canvas.get_at((300, 200)), canvas.get_at((320, 205))
    assert sum(beside[:3]) < sum(within[:3])
