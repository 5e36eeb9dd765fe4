"""A scripted viewer: the words of tests and of `--do` (Semantics 18)."""

import pytest

from engine.director.rehearsal import evening
from engine.director.script import ScriptedViewer
from engine.messages.facts import (
    ConsentAnswered,
    MoodRead,
    OptionPressed,
    SenseFound,
    WarningAnswered,
    WordsRead,
)
from engine.messages.orders import (
    Acknowledge,
    Ask,
    AskConsent,
    AskWarning,
    CardOption,
    CloseCard,
    CloseEyes,
    Listen,
    OpenEyes,
    Unclear,
    Unwatch,
    Watch,
    Write,
)
from engine.messages.records import Cause, Entered
from engine.story.model import Choice, Reading, Way
from engine.story.units import OptionId, SceneId, Seconds, Share
from tests.films import (
    AWAY,
    HOUSE,
    HUB,
    SMILING,
    SPOKEN,
    TWO_DOORS,
    above,
    end,
    film,
    option,
    scene,
)

OPTIONS = (CardOption(OptionId("left"), "Left"), CardOption(OptionId("right"), "Right"))


def card(scene_id: str = "hall", closes: float | None = None) -> Ask:
    ends = None if closes is None else Seconds(closes)
    return Ask(
        scene=SceneId(scene_id),
        ask=None,
        options=OPTIONS,
        ways=frozenset({Way.BUTTONS}),
        opened=Seconds(0),
        closes=ends,
    )


WATCH = Watch(options=OPTIONS, hints=True, until=Seconds(9))


class Echo:
    """Reads words as the option they name, and nothing else."""

    def read(self, text: str, options: Listen) -> WordsRead:
        named = next((one.option for one in options.options if one.label == text), None)
        return WordsRead(named, 0.0, Share(0.9), clear=named is not None, method="label")


def viewer(*items: str, story=HOUSE.story, reader=None, **kwargs) -> ScriptedViewer:
    return ScriptedViewer(items, story, clock=lambda: Seconds(1.0), reader=reader, **kwargs)


def told(made: ScriptedViewer, *orders) -> tuple:
    for order in orders:
        made.obey(order)
    return made.facts()


def test_a_label_that_is_open_is_pressed():
    """By its label or its id, whatever language is on."""
    assert told(viewer("Right"), card()) == (OptionPressed(OptionId("right")),)
    assert told(viewer("right"), card()) == (OptionPressed(OptionId("right")),)


def test_a_label_may_be_pressed_while_a_face_is_read():
    """The ways of looking are buttons too."""
    assert told(viewer("Left"), WATCH) == (OptionPressed(OptionId("left")),)


def test_a_label_that_is_not_open_waits_and_is_told_unused():
    """A test that names another scene's option fails, it does not press anything."""
    made = viewer("Up")

    assert told(made, card()) == ()
    assert made.unused == ("Up",)
    assert made.open_labels == ("Left", "Right")


def test_a_card_shown_again_with_a_clock_is_the_same_question():
    """The last seconds of a patience are no new decision."""
    made = viewer("Up", "Left")
    told(made, card())

    assert told(made, card(closes=10)) == ()


def test_waiting_leaves_one_decision_to_the_clock():
    """The face and the card of one decision are one answer."""
    made = viewer("wait", "Left")

    assert told(made, WATCH) == ()
    assert told(made, Unwatch(), card()) == ()
    assert made.unused == ("Left",)


def test_timeouts_leave_everything_to_the_clock():
    """And count as used."""
    made = viewer("timeouts")

    assert told(made, card()) == ()
    assert made.unused == ()


def test_a_feeling_is_on_the_face_when_it_is_asked_for():
    """Through the same readings a real face gives."""
    made = viewer("feel smiling", "feel nothing")
    consented = told(made, AskConsent(None), OpenEyes())
    read = told(made, WATCH)

    assert consented[0] == ConsentAnswered(yes=True)
    assert consented[1] == SenseFound(Way.FACE)
    assert isinstance(consented[2], MoodRead)
    assert read == ()  # ten readings a second, by the show's clock
    assert made.unused == ()


def test_what_a_script_could_not_do_is_told_in_one_sentence():
    """Its own trouble first, else the first item that nobody asked for."""
    lost = viewer("Left", "Right")
    mute = viewer("feel sleepy", "Left")
    told(mute, Write(Entered(scene=SceneId("hall"), visit=1, at=Seconds(0))))

    assert lost.shortfall == "Nobody asked for 'Left'; the film ended before it."
    assert mute.shortfall == mute.trouble
    assert viewer().shortfall is None


def test_a_scripted_viewer_goes_on_at_a_warning():
    """A rehearsal is about the story behind it."""
    made = viewer("Left")

    assert told(made, AskWarning(SceneId("storm"), ("storm",))) == (WarningAnswered(go_on=True),)
    assert made.unused == ("Left",)


def test_a_face_shows_nothing_while_the_camera_is_shut():
    """No reading without a yes."""
    made = viewer("feel smiling", consents=False)

    assert told(made, AskConsent(None)) == (ConsentAnswered(yes=False),)
    assert told(made, CloseEyes(), WATCH) == ()


def test_beside_a_real_camera_no_face_is_played():
    """The script's hands and words, the camera's face."""
    made = viewer("feel smiling", face=False)

    assert told(made, AskConsent(None), OpenEyes()) == (ConsentAnswered(yes=True),)
    assert told(made, WATCH) == ()


def test_a_feeling_asked_of_a_card_is_shown_and_the_next_item_answers():
    """`feel x` before a decision by hand sets what `felt.x` will find."""
    made = viewer("feel smiling", "Left")

    assert told(made, card()) == (OptionPressed(OptionId("left")),)


@pytest.mark.parametrize("name", ["sleepy", "text.sentiment"])
def test_a_feeling_nobody_named_is_trouble(name):
    """A misspelt feeling must not pass for a neutral face."""
    made = viewer(f"feel {name}")
    told(made, card())

    assert name in made.trouble


def test_a_reading_may_be_shown_by_its_name():
    """`feel smile` where the film has no name for it."""
    made = viewer("feel smile")
    told(made, WATCH)

    assert made.trouble is None


def listening(*items: str, reader=None) -> ScriptedViewer:
    made = viewer(*items, reader=reader)
    made.obey(card())
    made.obey(Listen((), sentiment=True))
    return made


def test_a_score_is_said_as_it_is():
    """`say 0.8` needs no model."""
    (said,) = listening("say -0.8").facts()

    assert (said.option, said.sentiment, said.clear) == (None, -0.8, True)


def test_words_are_read_by_whoever_was_handed_in():
    """The embedded model reads them; the director never sees them."""
    (said,) = listening('say "hello"', reader=Echo()).facts()
    without = listening("say “hello”")

    assert not said.clear
    assert without.facts() == ()
    assert "hello" in without.trouble


def test_what_was_not_understood_is_followed_by_the_next_item():
    """The card stays open: the viewer tries again."""
    made = listening('say "x"', "Left", reader=Echo())
    made.facts()

    assert told(made, Unclear()) == (OptionPressed(OptionId("left")),)


def test_words_wait_for_somebody_who_listens():
    """A card without a field hears nothing."""
    made = viewer("say 0.8")

    assert told(made, card()) == ()
    assert made.unused == ("say 0.8",)


def test_a_decision_that_is_over_asks_no_more():
    """Acknowledged by whoever: the next item is for the next decision."""
    made = viewer("Left")
    assert told(made, card(), Acknowledge(OptionId("left"), Way.FACE), CloseCard()) == ()

    assert made.open_labels == ()


# --- on the director


def test_a_script_leads_a_film():
    """The same director, the same facts."""
    went = evening(HUB, ("The light", "The boat", "Go up"))

    assert went.path == ("table", "light", "table", "boat", "table", "stairs")
    assert went.unused == ()


def test_a_feeling_answers_a_face():
    """`feel away` is a face that looks away for the whole window."""
    went = evening(HOUSE, ("feel away",))

    assert went.ending == "Cold"
    assert went.turns[-1].cause is Cause.FACE


def test_feeling_nothing_falls_to_the_card():
    """The face is not sure, the hand answers."""
    went = evening(HOUSE, ("feel nothing", "Smile"))

    assert went.ending == "Warm"
    assert went.turns[-1].cause is Cause.BUTTONS


def test_words_answer_where_words_are_asked():
    """By meaning, by score, and after a misunderstanding by hand."""
    assert evening(SPOKEN, ("say 0.8",)).ending == "Light"
    assert evening(SPOKEN, ('say "Blame"',), reader=Echo()).ending == "Dark"
    assert evening(SPOKEN, ('say "Hm"', "Comfort"), reader=Echo()).ending == "Light"
    assert evening(SPOKEN, ("wait",)).ending == "Dawn"
    assert evening(TWO_DOORS, ("timeouts",)).ending == "Free"


def test_a_feeling_stays_until_the_next():
    """One smile through two doors, then a face that looks away."""

    def asks(here: str, smile: str, away: str):
        choice = Choice(
            by=(Way.FACE, Way.BUTTONS),
            options=(
                option("Smile", smile, feel=SMILING),
                option("Away", away, feel=AWAY),
                option("Still", away, default=True),
            ),
        )
        return scene(here, choice)

    told_film = film(
        asks("one", "two", "no"),
        asks("two", "three", "no"),
        asks("three", "no", "yes"),
        scene("yes", end("Yes")),
        scene("no", end("No")),
        feelings=HOUSE.story.feelings,
        sensing=HOUSE.story.sensing,
    )

    assert evening(told_film, ("feel smiling", "feel smiling", "feel away")).ending == "Yes"
    assert above(Reading.SMILE, 0.8) == SMILING
