"""The card of a decision."""

import pygame
import pytest

from engine.messages.facts import OptionPressed
from engine.messages.orders import Ask
from engine.stage.choices import FIELD, Card, card_page, clock_line, draw_clock, time_left
from engine.stage.page import Veil
from engine.stage.projection.live import CORNER
from engine.stage.tongue import Tongue
from engine.stage.words_field import WordsField
from engine.story.model import Way
from tests.stage.fakes import FakeClock
from tests.stage.pictures import (
    SIZES,
    brightness,
    changed,
    desk,
    needs_chinese,
    night,
    options,
    stands_well,
)

EN, ZH = Tongue("en"), Tongue("zh")
LONG = "Go round by the boathouse and look for the oar that was left there thirty years ago"


def ask(*labels, ask="Who is there?", ways=(Way.BUTTONS,), opened=10.0, closes=19.0):
    return Ask(
        scene="door", ask=ask, options=options(*labels), ways=frozenset(ways),
        opened=opened, closes=closes,
    )  # fmt: skip


def card(order, clock=None):
    return Card(order, WordsField(lambda _: None), clock or FakeClock())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "labels",
    [
        ("Knock",), ("Knock", "Go round by the boathouse"), ("Smile", "Look away", "Keep still"),
        tuple(f"The answer {n}" for n in range(5)), tuple("abcdefghi"), (LONG, LONG, LONG),
        pytest.param(("敲门", "绕过船屋"), marks=needs_chinese),
        pytest.param(("安慰他", "怪他", "不说话", "把那封信交给他看一看"), marks=needs_chinese),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ways", [(Way.BUTTONS,), (Way.BUTTONS, Way.TEXT)], ids=["press", "write"])
@pytest.mark.parametrize("unclear", [False, True])
def test_the_card_stands_well(size, labels, ways, unclear):
    """Question, words and answers each in their place, in any window."""
    one = card(ask(*labels, ways=ways))
    one.unclear = unclear

    for tongue in (EN, ZH):
        page = card_page(desk(size), one, tongue)
        wrong = [
            each
            for each in stands_well(page, desk(size))
            if LONG not in labels or "cut" not in each
        ]
        assert not wrong
        assert all(
            item.area.top >= size[1] * 0.3 for item in page.items if not isinstance(item, Veil)
        )


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 9])
@pytest.mark.parametrize("size", SIZES)
def test_no_answer_stands_under_the_flame(size, count):
    """It burns in the lower left corner, where the first answer's number would be."""
    one = desk(size)
    whole = one.room.whole
    high = round(CORNER.scale * whole.height)
    flame = pygame.Rect(0, 0, round(high * 0.6), high)
    flame.midbottom = (round(CORNER.x * whole.width), round(CORNER.y * whole.height))

    page = card_page(one, card(ask(*[f"A quite long answer {n}" for n in range(count)])), EN)

    assert not [each for each in page.buttons if each.area.colliderect(flame)]


def test_each_plate_answers_with_its_option():
    """By hand, key or pad: the same fact."""
    page = card_page(desk(), card(ask("Knock", "Go round")), EN)

    assert [(b.deed, b.digit) for b in page.buttons] == [
        (OptionPressed("Knock"), "1"),
        (OptionPressed("Go round"), "2"),
    ]


def test_the_field_is_there_when_words_count():
    """And only then."""
    told = card_page(desk(), card(ask("a", ways=(Way.TEXT, Way.BUTTONS))), EN)
    pressed = card_page(desk(), card(ask("a")), EN)

    assert told.button(FIELD)
    assert not pressed.button(FIELD)


def test_what_was_not_understood_is_said():
    """And the card stays."""
    one = card(ask("a", ways=(Way.TEXT,)))
    before = card_page(desk(), one, EN)
    one.unclear = True
    after = card_page(desk(), one, EN)

    assert len(after.items) == len(before.items) + 1
    assert any("not understand" in " ".join(getattr(i, "lines", ())) for i in after.items)


def test_an_answer_lights_up_at_once_and_the_others_fade():
    """The film heard: this must be seen before anything else happens."""
    clock = FakeClock()
    one = card(ask("a", "b"), clock)
    one.acknowledge("a")

    assert one.states()["a"].taken > 0
    clock.go(0.2)
    assert one.states()["a"].taken == 1.0
    assert one.states()["b"].faded == 1.0


def test_another_press_still_counts_after_an_answer():
    """A hand may change its mind until the cut."""
    clock = FakeClock()
    one = card(ask("a", "b"), clock)
    one.acknowledge("a")
    one.acknowledge("b")
    clock.go(1.0)

    assert one.taken == "b"
    assert one.states()["a"].taken == 0.0


def test_the_clock_burns_down_to_nothing():
    """Everybody sees how long there is."""
    order = ask("a", opened=10.0, closes=20.0)

    assert time_left(order, 10.0)[0] == pytest.approx(1.0)
    assert time_left(order, 15.0)[0] == pytest.approx(0.5)
    assert time_left(order, 25.0)[0] == 0.0


def test_the_clocks_light_grows_shorter_in_the_picture():
    """In pixels, over the answers."""
    order = ask("Knock", "Go round", opened=10.0, closes=20.0)
    page = card_page(desk(), card(order), EN)
    line = clock_line(desk(), page)
    lit = []
    for now in (10.0, 14.0, 18.0, 19.9):
        canvas = night()
        draw_clock(canvas, desk(), page, order, now, 1.0)
        row = pygame.surfarray.array3d(canvas)[line.left : line.right, line.centery].max(axis=1)
        lit.append(int((row > 180).sum()))

    assert lit == sorted(lit, reverse=True)
    assert lit[0] > 0.95 * line.width
    assert lit[1] == pytest.approx(0.6 * line.width, abs=40)


def test_without_a_limit_there_is_no_clock():
    """Nobody is hurried who need not be."""
    order = ask("a", closes=None)
    page = card_page(desk(), card(order), EN)
    canvas = night()
    draw_clock(canvas, desk(), page, order, 12.0, 1.0)

    assert changed(canvas, night()) == 0
    assert brightness(canvas) == brightness(night())


def test_the_clock_lies_over_nothing():
    """Between the question and the answers."""
    for labels in (("Knock",), tuple("abcdefg")):
        for ways in ((Way.BUTTONS,), (Way.TEXT, Way.BUTTONS)):
            page = card_page(desk(), card(ask(*labels, ways=ways)), EN)
            line = clock_line(desk(), page)
            assert not any(
                item.area.colliderect(line) for item in page.items if not isinstance(item, Veil)
            )


def test_options_read_from_the_right_begin_at_the_right():
    """Their numbers go with them: the first answer is where one looks first."""
    hebrew = ("\u05d0\u05d1", "\u05d2\u05d3", "Anna")
    page = card_page(desk(), card(ask(*hebrew)), EN)
    places = [page.button(name).area.centerx for name in hebrew]

    assert places == sorted(places, reverse=True)
    assert [page.button(name).digit for name in hebrew] == ["1", "2", "3"]
    assert not stands_well(page, desk())
