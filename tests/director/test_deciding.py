"""Decisions: who answers, when, and what the screen shows of it (Semantics 3 to 8, 11, 13)."""

import pytest

from engine.director.phases import Phase
from engine.messages.facts import HandSeen, SenseLost, ShotEnded, WordsRead
from engine.messages.orders import (
    Acknowledge,
    Ask,
    CardOption,
    CloseCard,
    Cut,
    Follow,
    HoldFilm,
    Listen,
    Prepare,
    Unclear,
    Unlisten,
    Unwatch,
    Watch,
)
from engine.messages.records import Cause
from engine.story.model import Choice, CutAt, Hold, Reading, Span, Way
from engine.story.units import OptionId, SceneId, Seconds, Share
from tests.director.playing import HANDS, Playing, watched
from tests.films import (
    HOUSE,
    HUB,
    SPOKEN,
    TWO_DOORS,
    above,
    door,
    end,
    film,
    house,
    option,
    scene,
    to,
)


def two(**kwargs) -> Choice:
    return Choice(options=(option("Left", "left"), option("Right", "right")), **kwargs)


def asking(choice: Choice, length: float = 24, **story):
    """A film of one decision and two endings of 10 s."""
    return film(
        scene("hall", choice),
        scene("left", end("Left")),
        scene("right", end("Right")),
        lengths={"hall": length, "left": 10, "right": 10},
        **story,
    )


def words(option: str | None = None, sentiment: float = 0.0, *, clear: bool = True) -> WordsRead:
    named = None if option is None else OptionId(option)
    return WordsRead(named, sentiment, Share(0.8), clear=clear, method="test")


# --- cards and their times


def test_a_card_opens_nine_seconds_before_the_end_and_closes_with_the_clip():
    """What stands in no story's text, every film does."""
    playing = Playing(TWO_DOORS).until_order(Ask)
    card = playing.of(Ask)[0]

    assert playing.stage.position == 15
    assert card.closes - card.opened == 9
    assert card.options == (
        CardOption(OptionId("Left"), "Left"),
        CardOption(OptionId("Right"), "Right"),
    )
    assert card.ways == {Way.BUTTONS}


def test_silence_takes_the_first_option_without_a_seam():
    """Nobody pressed: the cut comes at the exact end, ordered long before."""
    playing = Playing(TWO_DOORS)
    card = playing.to_the_end()

    assert card.ending == "Free"
    assert len(playing.of(Cut)) == 1
    assert playing.turns[0].cause is Cause.TIME
    assert playing.turns[0].unsure == ("buttons: nobody pressed",)
    assert playing.of(CloseCard) == [CloseCard()]


def test_silence_takes_the_option_marked_default():
    """The author says what nobody's answer means."""
    choice = Choice(options=(option("Left", "left"), option("Right", "right", default=True)))

    assert Playing(asking(choice)).to_the_end().ending == "Right"


def test_a_default_that_is_not_allowed_gives_way_to_the_first_that_is():
    """A condition may shut the default; silence still leads somewhere."""
    choice = Choice(
        options=(option("Left", "left"), option("Right", "right", default=True, when="1 > 2"))
    )

    assert Playing(asking(choice)).to_the_end().ending == "Left"


def test_a_press_is_acknowledged_at_once_and_cut_at_the_end():
    """The viewer sees that the film heard; the picture is not torn."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)
    orders = playing.press("Right")

    assert Acknowledge(OptionId("Right"), Way.BUTTONS) in orders
    assert CloseCard() in orders
    assert [order.shot.scene for order in orders if isinstance(order, Follow)] == ["cellar"]
    playing.until_scene("cellar")
    assert playing.stage.now == 24.0
    assert playing.turns[0].cause is Cause.BUTTONS


def test_a_cut_now_leaves_the_clip_where_it_is():
    """`cut: now` is for answers that cannot wait."""
    playing = Playing(asking(two(cut=CutAt.NOW)))
    playing.roll(16)
    playing.press("Right")

    assert playing.director.phase is Phase.CUTTING
    playing.until_scene("right")
    assert playing.stage.now < 17
    assert playing.press("Left") == ()


def test_another_press_before_the_cut_changes_the_answer():
    """A hand may think again as long as the picture has not."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)
    playing.press("Right")
    playing.roll(2)
    playing.press("Left")

    assert playing.to_the_end().ending == "Free"


def test_a_press_on_nothing_that_is_offered_is_ignored():
    """An option of another scene, or before the card is open, turns nothing."""
    playing = Playing(TWO_DOORS)
    playing.roll(5)

    assert playing.press("Right") == ()
    playing.roll(11)
    assert playing.press("Knock") == ()


def test_a_card_that_closes_early_lets_the_film_roll_on_to_its_end():
    """A question at 5 s for 4 s is closed at 9 s; the default follows at the clip's end."""
    playing = Playing(asking(two(at=Seconds(5), lasts=Seconds(4))))
    playing.until_order(CloseCard)

    assert playing.stage.now == pytest.approx(9, abs=0.3)
    assert playing.press("Right") == ()
    playing.until_scene("left")
    assert playing.stage.now == pytest.approx(24, abs=0.3)


def test_a_question_that_closes_early_with_cut_now_goes_on_then():
    """Silence is an answer too where answers cut at once."""
    choice = two(at=Seconds(5), lasts=Seconds(4), cut=CutAt.NOW)
    playing = Playing(asking(choice)).until_scene("left")

    assert playing.stage.now == pytest.approx(9, abs=0.6)


def test_a_slow_viewers_time_stretches_past_the_end_over_the_last_frame():
    """The setting stretches `for`; the film waits on its last frame, never cuts it short."""
    playing = Playing(TWO_DOORS, stretch=2.0)
    playing.roll(16)

    assert playing.of(Follow)[-1] == Follow(None)
    card = playing.of(Ask)[0]
    assert card.closes - card.opened == 18
    playing.roll(10)
    assert playing.director.scene == "hall"
    playing.press("Right")
    playing.until_scene("cellar")
    assert playing.stage.now == pytest.approx(26.25, abs=0.5)


def test_a_stretched_question_nobody_answers_ends_when_its_time_is_over():
    """Past the clip's end the default cuts at once."""
    playing = Playing(TWO_DOORS, stretch=2.0).until_scene("garden")

    assert playing.stage.now == pytest.approx(33, abs=0.6)


def test_a_decision_that_leads_straight_to_an_ending_holds_its_last_frame_first():
    """No scene is there to cut to: the film ends when its clip does."""
    choice = Choice(options=(option("Stay", "over"),))
    still = film(scene("hall", choice), scene("over", end("Over"), play=None))
    playing = Playing(still)

    assert playing.to_the_end().ending == "Over"
    assert playing.stage.now == pytest.approx(24, abs=0.5)
    assert CloseCard() in playing.orders


def test_nobody_to_ask_means_the_default_at_the_clips_end():
    """A decision by phones alone, in a house without phones."""
    playing = Playing(asking(two(by=(Way.VOTE,), cut=CutAt.NOW)))
    playing.to_the_end()

    assert not playing.of(Ask)
    assert playing.turns[0].unsure == ("vote: no phones",)
    assert playing.stage.now == pytest.approx(34, abs=0.6)


# --- no limit, freeze, loop


def test_without_limit_the_film_waits_on_its_last_frame():
    """Patience without end, where the viewer chose so."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=None)
    playing.roll(300)

    assert playing.director.scene == "hall"
    assert playing.of(Ask)[0].closes is None
    playing.press("Right")
    assert playing.to_the_end().ending == "Right"


def test_patience_ends_after_its_last_seconds_were_shown():
    """Ninety seconds without any input, the last ten with a clock."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(90))
    playing.roll(16)
    playing.until_order(Ask)

    assert playing.stage.now == pytest.approx(15 + 80, abs=0.6)
    assert playing.of(Ask)[-1].closes == pytest.approx(15 + 90, abs=0.3)
    playing.until_scene("left")
    assert playing.stage.now == pytest.approx(15 + 90, abs=0.6)


def test_any_hand_starts_the_patience_anew():
    """Somebody is there after all: the clock goes away."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(30))
    playing.roll(40)
    renewed = playing.hear(HandSeen())

    assert [order.closes for order in renewed] == [None]
    playing.roll(25)
    assert playing.director.scene == "hall"
    assert playing.hear(HandSeen()) != ()
    assert playing.hear(HandSeen()) == ()


def test_no_patience_at_all_takes_the_default_at_once():
    """In tests and without a display nobody is waited for."""
    playing = Playing(asking(two(no_limit=True, lasts=None)), patience=Seconds(0))
    playing.to_the_end()

    assert playing.turns[0].cause is Cause.TIME


def test_a_hand_outside_any_decision_moves_nothing():
    """A mouse that moves over the film is no answer."""
    playing = Playing(TWO_DOORS)
    playing.roll(1)

    assert playing.hear(HandSeen()) == ()


def test_a_freeze_stops_the_picture_and_lets_it_go_on_after_the_answer():
    """The picture stands while the question does, then plays out."""
    playing = Playing(asking(two(at=Seconds(10), lasts=Seconds(6), hold=Hold.FREEZE)))
    playing.roll(13)

    assert playing.of(HoldFilm) == [HoldFilm(Hold.FREEZE, Seconds(10))]
    assert playing.stage.position == 10
    orders = playing.press("Right")
    assert HoldFilm(Hold.ROLL) in orders
    playing.until_scene("right")
    assert playing.stage.now == pytest.approx(13 + 14, abs=0.6)


def test_a_freeze_nobody_answers_goes_on_by_its_clock():
    """A held frame may never hold for ever."""
    playing = Playing(asking(two(at=Seconds(10), lasts=Seconds(6), hold=Hold.FREEZE)))
    playing.until_scene("left")

    assert playing.stage.now == pytest.approx(16 + 14, abs=1)


def test_a_loop_repeats_from_the_opening_and_cuts_at_once():
    """The stretch from `at` to the end repeats until somebody answers."""
    choice = two(no_limit=True, lasts=None, hold=Hold.LOOP, cut=CutAt.NOW)
    playing = Playing(asking(choice), patience=None)
    playing.roll(60)

    assert playing.of(HoldFilm) == [HoldFilm(Hold.LOOP, Seconds(15))]
    assert playing.stage.position >= 15
    playing.press("Right")
    playing.until_scene("right")
    assert playing.stage.now < 61


def test_a_loop_with_a_cut_at_the_end_goes_at_once_when_it_has_played_round():
    """Past the clip's end, the end is now."""
    choice = two(no_limit=True, lasts=None, hold=Hold.LOOP)
    playing = Playing(asking(choice), patience=None)
    playing.roll(40)
    playing.press("Right")

    assert playing.director.phase is Phase.CUTTING


def test_a_loop_answered_in_its_first_round_plays_out():
    """Before the clip's end, the end is the end."""
    choice = two(no_limit=True, lasts=None, hold=Hold.LOOP)
    playing = Playing(asking(choice), patience=None)
    playing.roll(18)
    playing.press("Right")
    playing.until_scene("right")

    assert playing.stage.now == pytest.approx(24, abs=0.3)


def test_a_hub_asks_each_question_once_and_then_moves_on():
    """Options used up are gone, those that were earned appear."""
    playing = Playing(HUB, patience=None)
    labels = []
    for press in ("The light", "The boat", "Go up"):
        playing.until_order(Ask)
        labels.append([option.label for option in playing.of(Ask)[-1].options])
        playing.press(press)

    assert labels == [
        ["The light", "Go up"],
        ["The boat", "Go up"],
        ["Go up"],
    ]
    assert playing.to_the_end().path == ("table", "light", "table", "boat", "table", "stairs")


def test_an_exhausted_decision_moves_on_without_a_card():
    """Nothing is left to ask: nobody is shown an empty card."""
    choice = Choice(options=(option("Ask", "answer", once=True),), exhausted=SceneId("over"))
    asked = film(scene("hall", choice), scene("answer", to("hall")), scene("over", end("Over")))
    playing = Playing(asked)

    assert playing.to_the_end().path == ("hall", "answer", "hall", "over")
    assert len(playing.of(Ask)) == 1


# --- faces


def test_a_smile_in_the_window_opens_the_warm_room():
    """The one thing this is all for."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Acknowledge)

    assert playing.stage.position == pytest.approx(12, abs=0.3)
    assert playing.of(Acknowledge) == [Acknowledge(OptionId("Smile"), Way.FACE)]
    assert playing.to_the_end().ending == "Warm"
    assert not playing.of(Ask)
    turn = playing.turns[-1]
    assert (turn.cause, turn.because) == (Cause.FACE, "you smiled")
    assert turn.evidence["smile.mean"] == 2.0
    assert turn.evidence["strength"] == 1.2
    assert turn.evidence["confidence"] == 0.9


def test_the_ways_of_looking_are_shown_while_a_face_is_read():
    """Viewers know what may be done before they do it."""
    playing = watched(HOUSE).until_order(Watch)
    watch = playing.of(Watch)[0]

    assert [option.label for option in watch.options] == ["Smile", "Look away", "Keep still"]
    assert watch.hints
    assert watch.until == playing.stage.now + 7
    playing.until_order(Unwatch)
    assert playing.stage.position == pytest.approx(12, abs=0.3)


def test_a_resting_face_answers_nothing_and_the_card_opens():
    """Not sure: the next way is asked, for its whole time."""
    playing = watched(HOUSE).until_scene("door").until_order(Ask)

    assert playing.stage.position == pytest.approx(13, abs=0.3)
    playing.press("Smile")
    playing.to_the_end()
    assert playing.turns[-1].unsure == ("face: no feeling was strong enough",)


def test_a_card_waits_for_the_face_and_then_has_its_whole_time():
    """The window ends after `at`: the card opens late and runs past the clip's end."""
    late = house(door(read=Span(Seconds(8), Seconds(20)), at=Seconds(13)))
    playing = watched(late).until_scene("door")
    assert playing.of(Follow)[-1] == Follow(None)
    playing.until_order(Ask)
    card = playing.of(Ask)[0]

    assert playing.stage.position == pytest.approx(20, abs=0.3)
    assert card.closes - card.opened == 9


def test_a_face_that_is_sure_while_the_card_would_wait_opens_none():
    """A sure face is answer enough."""
    late = house(door(read=Span(Seconds(8), Seconds(20)), at=Seconds(13)))
    playing = watched(late).until_scene("door")
    playing.face = {Reading.ATTENTION: -2.0}
    playing.until_scene("cold")

    assert not playing.of(Ask)
    assert playing.stage.now == pytest.approx(48, abs=0.6)


def test_a_press_while_a_face_is_read_answers_at_once():
    """What a hand does outranks what is inferred."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Watch)
    orders = playing.press("Look away")

    assert Acknowledge(OptionId("Look away"), Way.BUTTONS) in orders
    assert Unwatch() in orders
    assert playing.to_the_end().ending == "Cold"
    assert playing.turns[-1].unsure == ("face: not read to the end",)


def test_a_late_press_replaces_a_sure_reading():
    """The acknowledged option is shown until the cut, and a hand may still change it."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Acknowledge)
    playing.roll(5)
    orders = playing.press("Keep still")

    assert orders[1] == Acknowledge(OptionId("Keep still"), Way.BUTTONS)
    assert [order.shot.scene for order in orders if isinstance(order, Follow)] == ["cold"]
    assert playing.to_the_end().ending == "Cold"
    assert playing.turns[-1].cause is Cause.BUTTONS
    assert playing.turns[-1].unsure == ("face: outranked by a hand",)
    assert playing.variables["trust"] == 0.0


def test_a_sure_face_cuts_at_once_where_the_author_says_so():
    """`cut: now` holds for faces as for hands."""
    playing = watched(house(door(cut=CutAt.NOW))).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_scene("warm")

    assert playing.stage.now == pytest.approx(24 + 12, abs=0.6)


def test_a_face_alone_that_is_unsure_leaves_the_default():
    """Nothing is asked, so silence decides when the window is over."""
    playing = watched(house(door(by=(Way.FACE,))))
    playing.to_the_end()

    assert not playing.of(Ask)
    assert playing.turns[-1].cause is Cause.TIME
    assert playing.turns[-1].option == "Keep still"


def test_a_face_ranked_after_the_card_speaks_when_nobody_pressed():
    """Asked first: an unanswered card falls to the reading."""
    choice = door(by=(Way.BUTTONS, Way.FACE), at=Seconds(13), lasts=Seconds(5))
    playing = watched(house(choice)).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(Ask)
    assert not playing.of(Acknowledge)
    playing.until_order(Acknowledge)

    assert playing.stage.position == pytest.approx(18, abs=0.3)
    assert playing.to_the_end().ending == "Warm"
    assert playing.turns[-1].unsure == ("buttons: nobody pressed",)


def test_a_face_after_a_card_that_closes_with_the_clip_is_what_follows():
    """There is no moment between: what follows silence is ordered before the end."""
    choice = door(by=(Way.BUTTONS, Way.FACE), at=Seconds(15), lasts=Seconds(9))
    playing = watched(house(choice)).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}

    assert playing.to_the_end().ending == "Warm"
    assert playing.turns[-1].cause is Cause.FACE


def test_a_window_that_ends_after_the_card_is_still_waited_for():
    """The card is gone, the face is read on: its word counts when it comes."""
    choice = door(
        by=(Way.BUTTONS, Way.FACE),
        at=Seconds(5),
        lasts=Seconds(5),
        read=Span(Seconds(8), Seconds(18)),
    )
    playing = watched(house(choice)).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.until_order(CloseCard)
    assert not playing.of(Acknowledge)
    playing.until_order(Acknowledge)

    assert playing.stage.position == pytest.approx(18, abs=0.3)
    assert playing.to_the_end().ending == "Warm"


def test_a_camera_lost_while_it_reads_opens_the_card_at_its_time():
    """Without a face nobody waits for one."""
    playing = watched(HOUSE).until_scene("door").until_order(Watch)
    playing.face = None
    orders = playing.hear(SenseLost(Way.FACE, "Unplugged."))

    assert Unwatch() in orders
    playing.until_order(Ask)
    assert playing.stage.position == pytest.approx(13, abs=0.3)
    playing.to_the_end()
    assert playing.turns[-1].unsure[0] == "face: camera lost"


def test_a_viewer_without_a_camera_never_waits_for_one():
    """The same decision with hands alone: no window, the card at its time."""
    playing = Playing(HOUSE).until_scene("door").until_order(Ask)

    assert playing.stage.position == 13
    assert not playing.of(Watch)


def test_a_window_in_a_clip_that_is_shorter_than_told_ends_with_the_clip():
    """A clip that broke off early must not leave its decision open for ever."""
    playing = watched(house(door(by=(Way.FACE,)))).until_order(Watch)
    orders = playing.hear(ShotEnded(playing.director.shot))

    assert Unwatch() in orders
    assert playing.director.phase is Phase.CUTTING


def test_an_unwatched_clip_that_breaks_off_goes_on_with_the_default():
    """Broken before its window began: the card is still asked over the held frame."""
    playing = watched(HOUSE).until_scene("door")
    playing.hear(ShotEnded(playing.director.shot))
    playing.until_order(Ask)

    assert playing.director.scene == "door"


def test_hints_may_be_hidden_while_a_face_is_read():
    """`hints: false` keeps the ways of looking to the story."""
    playing = watched(house(door(hints=False))).until_order(Watch)

    assert not playing.of(Watch)[0].hints


def test_moods_outside_a_window_do_not_decide():
    """A smile before he asks is not an answer."""
    playing = watched(HOUSE).until_scene("door")
    playing.face = {Reading.SMILE: 2.0}
    playing.roll(4)
    playing.face = {}

    assert playing.to_the_end().ending == "Cold"


# --- words


def test_words_that_name_an_option_answer():
    """Number, label or phrase: what was meant counts."""
    playing = Playing(SPOKEN).until_order(Listen)
    listen = playing.of(Listen)[0]
    orders = playing.hear(words("Comfort"))

    assert listen.sentiment
    assert listen.options[0].hear == ("it was not your fault",)
    assert playing.of(Ask)[0].ways == {Way.TEXT, Way.BUTTONS}
    assert Acknowledge(OptionId("Comfort"), Way.TEXT) in orders
    assert Unlisten() in orders
    assert playing.to_the_end().ending == "Light"
    assert playing.turns[0].cause is Cause.TEXT


@pytest.mark.parametrize(
    ("sentiment", "ending"), [(0.6, "Light"), (-0.6, "Dark"), (0.0, "Dawn"), (0.1, "Dawn")]
)
def test_the_mood_of_words_breaks_ties_where_an_option_asks_for_it(sentiment, ending):
    """Sentiment is the tie-breaker, not the judge."""
    playing = Playing(SPOKEN).until_order(Listen)
    playing.hear(words(sentiment=sentiment))

    assert playing.to_the_end().ending == ending


def test_words_not_understood_are_said_so_and_the_card_stays():
    """The viewer may try again."""
    playing = Playing(SPOKEN).until_order(Listen)

    assert playing.hear(words(clear=False)) == (Unclear(),)
    assert playing.hear(words("Give up")) == (Unclear(),)
    playing.to_the_end()
    assert playing.turns[0].unsure == ("text: not understood", "buttons: nobody pressed")


def test_nothing_typed_is_told_apart_from_nothing_understood():
    """The reasons are honest."""
    playing = Playing(SPOKEN)
    playing.to_the_end()

    assert playing.turns[0].unsure[0] == "text: nothing typed"


def test_words_without_a_question_are_nobodys():
    """A late line from the keyboard turns nothing."""
    playing = Playing(SPOKEN)
    playing.roll(1)
    assert playing.hear(words("Comfort")) == ()

    pressed = Playing(TWO_DOORS)
    pressed.roll(16)
    assert pressed.hear(words("Left")) == ()


def test_two_moods_too_close_are_unclear():
    """Words that fit two options equally fit none."""
    choice = Choice(
        by=(Way.TEXT,),
        options=(
            option("Left", "left", feel=above(Reading.TEXT_SENTIMENT, 0.2)),
            option("Right", "right", feel=above(Reading.TEXT_SENTIMENT, 0.25)),
        ),
    )
    playing = Playing(asking(choice)).until_order(Listen)

    assert Unclear() in playing.hear(words(sentiment=0.9))


def test_a_machine_without_a_keyboard_asks_by_hand():
    """Text is not present: the card opens without a field."""
    playing = Playing(SPOKEN, offers=frozenset({Way.BUTTONS})).until_order(Ask)

    assert playing.of(Ask)[0].ways == {Way.BUTTONS}
    assert not playing.of(Listen)
    playing.to_the_end()
    assert playing.turns[0].unsure[0] == "text: no keyboard"


def test_words_and_a_press_in_one_tick_go_by_the_authors_order():
    """One tick, two answers: what is ranked first in `by` is what was answered."""
    for facts in ((words("Comfort"), "Blame"), ("Blame", words("Comfort"))):
        playing = Playing(SPOKEN).until_order(Listen)
        for fact in facts:
            playing.press(fact) if isinstance(fact, str) else playing.hear(fact)
        assert playing.to_the_end().ending == "Light"


def test_words_that_come_a_tick_after_a_press_come_too_late():
    """The card is gone; a hand may still change a hand's answer."""
    playing = Playing(SPOKEN).until_order(Listen)
    playing.press("Blame")
    assert playing.hear(words(clear=False)) == ()
    playing.tick()

    assert playing.hear(words("Comfort")) == ()
    assert playing.to_the_end().ending == "Dark"


def test_a_press_a_tick_after_words_changes_the_answer():
    """Until the cut, a hand may think again."""
    playing = Playing(SPOKEN).until_order(Listen)
    playing.hear(words("Comfort"))
    playing.tick()
    playing.press("Blame")

    assert playing.to_the_end().ending == "Dark"


# --- what is made ready


def test_everything_that_may_follow_is_ready_likeliest_first():
    """Whatever is answered, its first frame is decoded already."""
    playing = Playing(TWO_DOORS).until_order(Prepare)
    playing.roll(15)
    playing.press("Right")

    ready = [[shot.scene for shot in order.shots] for order in playing.of(Prepare)]
    assert ready == [["garden", "cellar"], ["cellar", "garden"]]


def test_two_options_that_lead_to_one_shot_make_it_ready_once():
    """Cold is cold, whether by a hand or by silence."""
    playing = Playing(HOUSE).until_scene("door")

    assert [shot.scene for shot in playing.of(Prepare)[-1].shots] == ["cold", "warm"]


def test_an_answer_that_leads_to_the_same_shot_still_sets_what_it_sets():
    """The shot is the same, the turn is not."""
    playing = Playing(HOUSE).until_scene("door").until_order(Ask)
    before = len(playing.of(Follow))
    playing.press("Look away")
    playing.until_scene("cold")

    assert len(playing.of(Follow)) == before + 1  # only the ending's own
    assert playing.variables["trust"] == -1.0
    assert playing.turns[-1].option == "Look away"


def test_the_ways_of_a_decision_are_those_present_on_entering():
    """A keyboard that goes away leaves the card of the next scene without a field."""
    playing = Playing(SPOKEN, offers=HANDS)
    playing.hear(SenseLost(Way.TEXT, "The keyboard was unplugged."))
    playing.until_order(Ask)

    assert Way.TEXT not in playing.of(Ask)[0].ways
