"""A line that is being written."""

from hypothesis import given
from hypothesis import strategies as st

from engine.stage.draft import LONGEST, Draft, Move
from engine.stage.graphemes import stops

letters = st.text(st.sampled_from("ab 你好，👍🏽\u0301שא\u200d👩🇨"), max_size=40)
deeds = st.one_of(
    st.tuples(st.just("put"), letters),
    st.tuples(st.just("move"), st.sampled_from(Move), st.booleans()),
    st.tuples(st.just("erase"), st.booleans(), st.booleans()),
)


def done(draft, deed):
    match deed:
        case ("put", text):
            return draft.put(text)
        case ("move", move, selecting):
            return draft.moved(move, selecting=selecting)
        case ("erase", ahead, word):
            return draft.erased(ahead=ahead, word=word)


@given(st.lists(deeds, max_size=20))
def test_whatever_one_does_the_caret_stands_within_the_line(all_deeds):
    """And never is it longer than it may be."""
    draft = Draft()
    for deed in all_deeds:
        draft = done(draft, deed)

        assert 0 <= draft.at <= len(draft.text) <= LONGEST
        assert 0 <= draft.anchor <= len(draft.text)


def test_letters_take_the_place_of_what_is_selected():
    """As everywhere."""
    draft = Draft().put("not your fault").moved(Move.HOME)
    for _ in range(2):
        draft = draft.moved(Move.WORD_RIGHT, selecting=True)

    assert draft.chosen == "not your "
    assert draft.put("my ").text == "my fault"
    assert draft.erased().text == "fault"


def test_an_arrow_leaves_a_selection_at_the_side_it_points_to():
    """And does not go farther."""
    draft = Draft().put("abc").all()

    assert draft.moved(Move.LEFT).at == 0
    assert draft.moved(Move.RIGHT).at == 3


def test_whole_letters_and_whole_words_are_erased():
    """To either side of the caret."""
    draft = Draft().put("go 👨‍👩‍👧")

    assert draft.erased().text == "go "
    assert draft.moved(Move.HOME).erased(ahead=True).text == "o 👨‍👩‍👧"
    assert draft.moved(Move.HOME).erased(ahead=True, word=True).text == "👨‍👩‍👧"
    assert Draft().put("别怪自己，好").erased(word=True).text == "别怪自己，"


def test_left_is_left_also_in_hebrew():
    """The arrow goes where one sees it go."""
    draft = Draft().put("שלום")

    assert draft.at == 4
    assert draft.moved(Move.RIGHT).at == 3
    assert draft.moved(Move.LEFT).at == 4
    assert draft.moved(Move.HOME).moved(Move.LEFT).at == 1


def test_a_paste_that_is_too_long_is_cut_between_letters():
    """No accent is torn from its letter."""
    draft = Draft().put("e\u0301".join("x" * 400) + "q\u0316" * 400)

    assert len(draft.text) <= LONGEST
    assert draft.at == len(draft.text)
    assert len(draft.text) in stops(draft.text)
    assert draft.put("!").text in {draft.text, draft.text + "!"}
