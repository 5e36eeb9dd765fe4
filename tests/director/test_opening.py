"""A decision in another language, and for a viewer who chooses another time to choose."""

from dataclasses import replace

import pytest

from engine.director.opening import options_in
from engine.director.phases import Phase
from engine.messages.facts import (
    ConsentAnswered,
    LanguageChosen,
    PauseAsked,
    ResumeAsked,
    StopAsked,
    StretchChosen,
    ViewersLeft,
    WarningAnswered,
)
from engine.messages.orders import Ask, AskConsent, Follow, Listen, Prepare, ShowEnding, Watch
from engine.story.film import Film
from engine.story.model import Choice, Clip, ClipKind, Variant, Way
from engine.story.units import SceneId, Seconds
from tests.director.playing import EVERY_WAY, Playing, asking, began_viewing, two, watched
from tests.films import HOUSE, SPOKEN, STORMY, clip, end, film, forks, scene, to

CHINESE = {
    "Left": "左",
    "Right": "右",
    "Smile": "微笑",
    "Look away": "移开目光",
    "Keep still": "不动",
    "Comfort": "安慰",
    "Blame": "责怪",
    "Say nothing": "不说",
}


def chinese(told: Film) -> Film:
    """The same film as its translation says it."""
    return replace(told, story=replace(told.story, scenes={
        name: replace(one, way=_said(one.way)) for name, one in told.story.scenes.items()
    }))  # fmt: skip


def _said(way):
    if not isinstance(way, Choice):
        return way
    options = tuple(replace(one, label=CHINESE[one.label]) for one in way.options)
    return replace(way, options=options, ask="哪一个？")


def choose(playing: Playing, told: Film, language: str = "zh"):
    return playing.hear(LanguageChosen(chinese(told), language))


def labels(order) -> list[str]:
    return [one.label for one in order.options]


def test_an_open_card_is_asked_anew_in_the_language_chosen():
    """With the same clock; what an answer means stays."""
    told = asking(two())
    playing = Playing(told)
    card = playing.until_order(Ask).of(Ask)[-1]
    playing.roll(3)
    choose(playing, told)
    again = playing.of(Ask)[-1]

    assert (labels(again), again.ask) == (["左", "右"], "哪一个？")
    assert (again.opened, again.closes) == (card.opened, card.closes)
    playing.press("Right")
    turn = playing.to_the_end().turns[-1]
    assert (turn.label, turn.option) == ("右", "Right")


def test_words_are_understood_in_the_language_chosen():
    """The phrases awaited are the translation's."""
    playing = Playing(SPOKEN)
    playing.until_order(Ask)
    choose(playing, SPOKEN)

    assert [one.label for one in playing.of(Listen)[-1].options] == ["安慰", "责怪", "不说"]


def test_the_ways_of_looking_are_shown_in_the_language_chosen():
    """For as long as the face is still read."""
    playing = watched(HOUSE)
    playing.until_order(Watch)
    first = playing.of(Watch)[-1]
    playing.roll(2)
    choose(playing, HOUSE)

    assert labels(playing.of(Watch)[-1]) == ["微笑", "移开目光", "不动"]
    assert playing.of(Watch)[-1].until == pytest.approx(first.until)


def test_the_next_decision_is_asked_in_the_language_chosen():
    """Also one that is not open yet."""
    told = asking(two())
    playing = Playing(told)
    playing.roll(2)
    assert choose(playing, told) == ()  # nothing stands open, and no shot is another

    assert labels(playing.until_order(Ask).of(Ask)[-1]) == ["左", "右"]


def test_the_clip_that_follows_is_that_of_the_language():
    """A file of its own is made ready at once, and follows."""
    play = (Variant(clip=clip("b.mp4", by_language={"zh": "b.zh.mp4"})),)
    told = film(scene("a", to("b")), scene("b", end("B"), play=play), lengths={"a": 10})
    playing = Playing(told)
    playing.roll(2)
    orders = playing.hear(LanguageChosen(told, "zh"))

    assert [one.shots[0].file for one in orders if isinstance(one, Prepare)] == ["b.zh.mp4"]
    assert [one.shot.file for one in orders if isinstance(one, Follow)] == ["b.zh.mp4"]
    playing.until_scene("b")
    assert playing.director.shot.file == "b.zh.mp4"


def test_a_slate_that_follows_is_written_in_the_language():
    """Its words are the story's."""

    def slated(words: str) -> Film:
        plate = (Variant(clip=Clip(kind=ClipKind.SLATE, text=words, seconds=Seconds(5))),)
        return film(scene("a", to("b")), scene("b", end("B"), play=plate), lengths={"a": 10})

    playing = Playing(slated("Three years later"))
    playing.roll(2)
    playing.hear(LanguageChosen(slated("三年后"), "zh"))
    playing.until_scene("b")

    assert playing.director.shot.title == "三年后"


def test_a_condition_judged_later_sees_the_language_chosen():
    """`lang()` is the language the viewing is shown in now."""
    told = film(
        scene("a", forks(("east", 'lang() == "zh"'), ("west", None))),
        scene("east", end("East")),
        scene("west", end("West")),
        lengths={"a": 10},
    )
    playing = Playing(told)
    playing.roll(2)
    playing.hear(LanguageChosen(told, "zh"))

    assert playing.to_the_end().ending == "East"


def test_the_end_card_names_the_ending_in_the_language_chosen():
    """It is known by the author's name."""

    def told(shown: str | None) -> Film:
        return film(scene("a", replace(end("Home"), shown=shown)), lengths={"a": 10})

    playing = Playing(told(None))
    playing.hear(LanguageChosen(told("家"), "zh"))
    playing.to_the_end()

    assert (playing.of(ShowEnding)[-1].ending, playing.of(ShowEnding)[-1].shown) == ("Home", "家")


def test_a_language_may_be_chosen_in_a_pause():
    """Which is where the settings stand: the card speaks it when the film goes on."""
    told = asking(two())
    playing = Playing(told)
    playing.until_order(Ask)
    playing.hear(PauseAsked())
    choose(playing, told)
    assert playing.director.phase is Phase.PAUSED
    playing.hear(ResumeAsked())

    assert labels(playing.of(Ask)[-1]) == ["左", "右"]
    assert playing.director.phase is Phase.DECIDING


def test_the_consent_card_is_asked_anew_in_the_language_chosen():
    """Consent to words one cannot read is none."""
    other = replace(
        HOUSE, story=replace(HOUSE.story, sensing=replace(HOUSE.story.sensing, why="灯"))
    )
    playing = Playing(HOUSE, offers=EVERY_WAY)
    playing.hear(LanguageChosen(other, "zh"))

    assert [one.why for one in playing.of(AskConsent)] == [HOUSE.story.sensing.why, "灯"]
    playing.hear(ConsentAnswered(yes=False))
    assert playing.director.showing.viewing.language == "zh"


@pytest.mark.parametrize("leaves", [StopAsked(), ViewersLeft()])
def test_the_next_visitor_finds_the_houses_own_language(leaves):
    """A language is a viewer's, not the house's."""
    told = asking(two())
    playing = Playing(told, kiosk=True)
    choose(playing, told)
    playing.hear(leaves)
    playing.hear(began_viewing(kiosk=True))

    assert labels(playing.until_order(Ask).of(Ask)[-1]) == ["Left", "Right"]


def test_a_language_chosen_while_nothing_is_on_is_the_next_viewings():
    """The library's own setting."""
    told = asking(two())
    playing = Playing(told, begin=False)

    assert choose(playing, told) == ()
    playing.hear(began_viewing(language="zh"))
    assert labels(playing.until_order(Ask).of(Ask)[-1]) == ["左", "右"]


def test_options_a_translation_does_not_have_stay_as_they_are():
    """Nothing that can be answered is lost."""
    told = asking(two())
    hall = told.story.scenes[SceneId("hall")]
    fewer = replace(hall, way=replace(hall.way, options=hall.way.options[:1]))

    assert options_in(fewer, hall.way.options) == hall.way.options
    assert options_in(STORMY.story.scenes[SceneId("calm")], hall.way.options) == hall.way.options


def opened_for(playing: Playing) -> float:
    card = playing.until_order(Ask).of(Ask)[-1]
    return card.closes - card.opened


def test_more_time_to_choose_counts_for_what_is_not_open_yet():
    """It stretches `for`, and nothing else."""
    playing = Playing(asking(two(lasts=Seconds(6))))
    playing.roll(2)
    playing.hear(StretchChosen(2.0))

    assert opened_for(playing) == 12
    assert playing.of(Ask)[-1].opened == 15


def test_an_open_card_keeps_its_clock():
    """What one sees running does not jump."""
    playing = Playing(asking(two(lasts=Seconds(6))))
    playing.until_order(Ask)
    count = len(playing.orders)
    playing.hear(StretchChosen(2.0))
    playing.roll(2)

    assert not [one for one in playing.orders[count:] if isinstance(one, Ask)]


def test_who_wants_no_limit_is_waited_for():
    """Every choice stays open over the last frame, and no patience ends."""
    playing = Playing(asking(two(lasts=Seconds(6))))
    playing.hear(StretchChosen(None))
    card = playing.until_order(Ask).of(Ask)[-1]
    playing.roll(400)

    assert card.closes is None
    assert playing.director.phase is Phase.DECIDING
    assert playing.stage.position == 24
    playing.press("Right")
    assert playing.to_the_end().ending == "Right"


def test_who_wanted_no_limit_may_want_one_again():
    """Then a choice without limit waits as long as at home."""
    told = asking(two(no_limit=True, lasts=None))
    playing = Playing(told, patience=None)
    playing.hear(StretchChosen(1.0))
    playing.until_order(Ask)
    playing.roll(89)
    assert playing.director.phase is Phase.DECIDING
    playing.roll(20)

    assert playing.director.phase is not Phase.DECIDING


def test_a_viewer_may_want_no_limit_from_the_start():
    """Every `for` waits for them, not only what the author left open."""
    playing = Playing(asking(two(lasts=Seconds(6))), patience=None)

    assert playing.until_order(Ask).of(Ask)[-1].closes is None


def test_time_to_choose_may_be_chosen_before_the_first_picture():
    """While a warning is read that stands before it."""
    told = asking(two(lasts=Seconds(6)))
    hall = replace(told.story.scenes[SceneId("hall")], warn=("fire",))
    scenes = {**told.story.scenes, hall.id: hall}
    playing = Playing(
        replace(told, story=replace(told.story, scenes=scenes)), avoids=frozenset({"fire"})
    )
    assert playing.hear(StretchChosen(2.0)) == ()
    playing.hear(WarningAnswered(go_on=True))

    assert opened_for(playing) == 12


def test_time_to_choose_is_chosen_in_a_pause_too():
    """Which is where the settings stand."""
    playing = Playing(asking(two(by=(Way.BUTTONS,), lasts=Seconds(6))))
    playing.roll(2)
    playing.hear(PauseAsked())
    playing.hear(StretchChosen(1.5))
    playing.hear(ResumeAsked())

    assert opened_for(playing) == 9
