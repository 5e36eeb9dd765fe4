"""The field for words."""

import pygame
import pytest

from engine.stage.draft import LONGEST, Move
from engine.stage.hands import Composing, Digit, Sign, Step, Typed
from engine.stage.ink import plain_sign
from engine.stage.pen import Caret, Stroke
from engine.stage.theme import LABEL
from engine.stage.words_field import WordsField
from tests.stage.pictures import FONTS


@pytest.fixture
def said():
    return []


@pytest.fixture
def field(said):
    pygame.display.init()
    pygame.display.set_mode((320, 200))
    made = WordsField(said.append)
    made.begin(pygame.Rect(0, 0, 10, 10))
    return made


def test_words_are_handed_on_and_forgotten(field, said):
    """What somebody types is theirs: the stage keeps none of it."""
    for gesture in (Typed("不是"), Typed("你的错"), Sign.ENTER):
        assert field.take(gesture)

    assert said == ["不是你的错"]
    assert field.empty


def test_nothing_is_said_with_nothing_written(field, said):
    """Enter on an empty field is for the plates."""
    assert not field.take(Sign.ENTER)
    field.take(Typed("   "))
    field.take(Sign.ENTER)

    assert said == []


def test_enter_belongs_to_the_input_method_while_it_composes(field, said):
    """In Chinese input Enter chooses a candidate; it must not send half a word."""
    field.take(Composing("ni hao"))

    assert field.take(Sign.ENTER)
    assert said == []
    field.take(Typed("你好"))
    field.take(Sign.ENTER)
    assert said == ["你好"]


def test_letters_can_be_taken_back(field, said):
    """People mistype in nine seconds."""
    for gesture in (Typed("nox"), Sign.ERASE, Sign.ENTER):
        field.take(gesture)

    assert said == ["no"]


def test_a_field_holds_only_so_much(field):
    """A cat on the keyboard must not fill memory."""
    for _ in range(50):
        field.take(Typed("x" * 50))

    assert len(field.text) == LONGEST


def test_unprintable_letters_are_left_out(field, said):
    """What is pasted may hold anything."""
    field.take(Typed("a\x00b\nc"))
    field.take(Sign.ENTER)

    assert said == ["ab c"]


@pytest.mark.parametrize("gesture", [Step(1, 0), Sign.NEXT, Sign.BACK, Digit(1)])
def test_what_is_not_writing_is_left_to_the_card(field, gesture):
    """One can always go from the words to the plates."""
    assert not field.take(gesture)


class Copied:
    """A clipboard of this test's own."""

    def __init__(self, text="", chosen=""):
        self.text, self._chosen = text, chosen

    def read(self):
        return self.text

    def chosen(self):
        return self._chosen

    def write(self, text):
        self.text = text


@pytest.fixture
def copied():
    return Copied("不是你的错", "never")


@pytest.fixture
def writing(said, copied):
    pygame.display.init()
    pygame.display.set_mode((320, 200))
    made = WordsField(said.append, copied)
    made.begin(pygame.Rect(0, 0, 10, 10))
    return made


def does(field, *gestures):
    for gesture in gestures:
        assert field.take(gesture)
    return field.text


def test_what_was_copied_is_pasted_at_the_caret(writing):
    """Also over what is selected, and with the middle button what is selected elsewhere."""
    does(writing, Typed("a b"), Step(-1, 0), Stroke.PASTE)
    assert writing.text == "a 不是你的错b"
    assert does(writing, Stroke.ALL, Stroke.PASTE_CHOSEN) == "never"


def test_what_is_selected_is_copied_or_taken_out(writing, copied):
    """And nothing at all where nothing is."""
    does(writing, Typed("it was not"), Stroke.COPY)
    assert copied.text == "不是你的错"
    does(writing, Caret(Move.WORD_LEFT, selecting=True), Stroke.COPY)
    assert (copied.text, writing.text) == ("not", "it was not")
    assert does(writing, Stroke.TAKE_OUT) == "it was "


def test_a_change_is_taken_back_and_done_again(writing):
    """A word as one; a new word makes what was taken back forgotten."""
    for letter in "no way":
        writing.take(Typed(letter))

    assert does(writing, Stroke.UNDO) == "no"
    assert does(writing, Stroke.UNDO) == ""
    assert does(writing, Stroke.UNDO) == ""
    assert does(writing, Stroke.REDO, Stroke.REDO) == "no way"
    assert does(writing, Stroke.UNDO, Typed("!"), Stroke.REDO) == "no!"


def test_erasing_a_word_can_be_taken_back(writing):
    """A slip of Control and Backspace costs nothing."""
    does(writing, Typed("it was not"), Stroke.ERASE_WORD)

    assert writing.text == "it was "
    assert does(writing, Stroke.UNDO) == "it was not"
    assert does(writing, Caret(Move.HOME), Stroke.ERASE_WORD_AHEAD) == "was not"
    assert does(writing, Stroke.ERASE_AHEAD) == "as not"


def test_nothing_written_can_be_had_back_once_it_was_sent(writing, said):
    """Sent or closed, it is gone: from the line, from undo, and from what was drawn of it."""
    does(writing, Typed("secret"), Sign.ENTER)

    assert said == ["secret"]
    assert does(writing, Stroke.UNDO, Stroke.REDO) == ""
    does(writing, Typed("secret"))
    writing.forget()
    assert does(writing, Stroke.UNDO) == ""
    assert writing.ink.caret is None


def test_a_composition_stands_at_the_caret_and_keeps_the_keys(writing):
    """An input method erases and moves in its own letters."""
    does(writing, Typed("我好"), Step(-1, 0), Composing("ni", 1))

    assert does(writing, Sign.ERASE, Caret(Move.HOME), Stroke.ERASE_WORD) == "我好"
    assert writing.choosing == 1
    assert does(writing, Typed("你")) == "我你好"
    assert writing.composing == ""


def test_candidates_are_shown_by_the_caret(writing, monkeypatch):
    """The input method is told anew wherever the caret goes, and only then."""
    told = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", lambda area: told.append(area.copy()))
    for text in ("你", "好"):
        writing.take(Typed(text))
        laid(writing)
        writing.follow_caret()
        writing.follow_caret()

    assert len(told) == 2
    assert told[0].left < told[1].left
    assert all(AREA.top == area.top and area.height == AREA.height for area in told)


AREA = pygame.Rect(100, 600, 400, 54)


def laid(field, style=LABEL):
    return field.ink.lay(
        FONTS, style, 1.0, AREA, field.draft, field.composing, field.choosing
    )  # fmt: skip


def test_a_long_line_scrolls_so_that_the_caret_is_in_sight(writing):
    """At its end, at its beginning, and wherever else it goes."""
    does(writing, Typed("a lantern in the fog " * 20))
    assert AREA.left <= laid(writing).caret <= AREA.right
    does(writing, Caret(Move.HOME))
    assert laid(writing).left == AREA.left
    for _ in range(30):
        does(writing, Caret(Move.WORD_RIGHT))
        assert AREA.left <= laid(writing).caret <= AREA.right


def test_the_letters_left_are_told_once_there_are_few(writing):
    """And then nothing more is taken."""
    does(writing, Typed("x" * 400))
    assert laid(writing).left_over is None
    does(writing, Typed("x" * 70))
    assert laid(writing).left_over == 30
    does(writing, Typed("x" * 70))
    assert laid(writing).left_over == 0


def test_a_hand_puts_the_caret_where_it_points_and_selects_where_it_drags(writing):
    """Between the letters that lie there."""
    does(writing, Typed("lantern"))
    ends = [AREA.left + FONTS.width("lantern"[:at], LABEL, 1.0) for at in range(8)]
    laid(writing)
    writing.point((ends[3] + 1, 0))
    assert writing.draft.at == 3
    laid(writing)
    writing.point((ends[6] - 1, 0), selecting=True)

    assert writing.draft.chosen == "ter"
    first, last = laid(writing).selected
    assert abs(first - ends[3]) <= 2
    assert abs(last - ends[6]) <= 2


def test_hebrew_is_written_from_the_right(writing):
    """The caret goes leftwards, and the line stands at the right."""
    carets = []
    for letter in "שלום":
        does(writing, Typed(letter))
        carets.append(laid(writing).caret)

    assert carets == sorted(carets, reverse=True)
    assert carets[0] < AREA.right
    assert laid(writing).left > AREA.left


@pytest.mark.parametrize(
    ("emoji", "sign"), [("🙂", "☺"), ("😢", "☹"), ("💛", "♥"), ("🦄", "☺"), ("🚀", "★")]
)
def test_an_emoji_that_nothing_draws_is_a_plain_sign(emoji, sign):
    """A box would look like a fault."""
    assert plain_sign(emoji) == sign


def test_an_emoji_is_sent_as_it_was_written_however_it_is_drawn(writing, said):
    """The drawing is ours; the words are theirs."""
    does(writing, Typed("好 👨‍👩‍👧❤️🙂"))
    assert laid(writing).line.get_width() > 20
    writing.take(Sign.ENTER)

    assert said == ["好 👨‍👩‍👧❤️🙂"]


def test_no_typeface_remembers_what_a_viewer_wrote(writing):
    """Pictures of it are the field's alone, and go with it."""
    does(writing, Typed("mine alone"))
    laid(writing)

    kept = [key[0] for key in (*FONTS._lines, *FONTS._widths)]
    assert not [text for text in kept if "mine" in text]
