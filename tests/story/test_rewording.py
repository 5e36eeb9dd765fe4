"""Which translation belongs to which text after the story was edited."""

from engine.story.rewording import Before, carried
from engine.story.translate import texts
from tests.story.films import film, story_of

BASE = """
    was: [entrance]
    describe: A hall.
    play: [{when: false, slate: Later}, {slate: Now}]
    choice:
      ask: Which?
      options:
        Left: {go: garden, because: you went left}
        Right: {go: cellar, default: true, because: you went right}"""


def before(*entries, obsolete=()):
    return [
        Before(at, context, source, said=True, obsolete=at in obsolete)
        for at, (context, source) in enumerate(entries)
    ]


def found(scene, *entries, obsolete=()):
    """Where each text's translation comes from, and whether it still fits."""
    story = story_of(film(scene))
    given = carried(story, texts(story), before(*entries, obsolete=obsolete))
    return {
        one.text.context: (one.before.source, one.fits) for one in given if one.before is not None
    }


def test_what_was_not_edited_keeps_its_translation():
    """And it still fits."""
    assert found(BASE, ("title", "Two Doors"), ("scene.hall.choice.ask", "Which?")) == {
        "title": ("Two Doors", True),
        "scene.hall.choice.ask": ("Which?", True),
    }


def test_what_was_edited_in_its_place_keeps_it_in_doubt():
    """The words it was made for are gone."""
    assert found(BASE, ("scene.hall.choice.ask", "Which door?")) == {
        "scene.hall.choice.ask": ("Which door?", False)
    }


def test_what_is_gone_and_comes_back_is_found_again():
    """An author may change their mind."""
    assert found(BASE, ("scene.hall.describe", "A hall."), obsolete={0}) == {
        "scene.hall.describe": ("A hall.", True)
    }


def test_a_living_entry_comes_before_one_that_was_put_away():
    """It is the newer word."""
    entries = ("scene.hall.describe", "A room."), ("scene.hall.describe", "The room.")

    assert found(BASE, *entries, obsolete={0}) == {"scene.hall.describe": ("The room.", False)}


def test_a_renamed_scene_takes_its_words_along():
    """`was` says what it was called."""
    entries = (
        ("scene.entrance.describe", "A hall."),
        ("scene.entrance.choice.ask", "Which way?"),
    )

    assert found(BASE, *entries) == {
        "scene.hall.describe": ("A hall.", False),
        "scene.hall.choice.ask": ("Which way?", False),
    }


def test_words_that_moved_to_another_scene_are_found_there():
    """If they are the same kind of words."""
    entries = ("scene.attic.choice.ask", "Which?"), ("scene.attic.chapter", "A hall.")

    assert found(BASE, *entries) == {"scene.hall.choice.ask": ("Which?", False)}


def test_what_is_put_before_it_in_a_list_does_not_move_a_text():
    """The second slate was the first: it still fits."""
    assert found(BASE, ("scene.hall.play.0.slate", "Now")) == {
        "scene.hall.play.1.slate": ("Now", True)
    }


def test_an_entry_without_its_place_is_found_by_its_words():
    """A translator's editor may have dropped it."""
    assert found(BASE, ("", "Left")) == {"scene.hall.choice.Left.label": ("Left", False)}


def test_a_reworded_label_is_recognised_and_its_reason_with_it():
    """The label is in the place of both."""
    entries = (
        ("scene.hall.choice.Left!.label", "Left!"),
        ("scene.hall.choice.Left!.because", "you left"),
    )

    assert found(BASE, *entries) == {
        "scene.hall.choice.Left.label": ("Left!", False),
        "scene.hall.choice.Left.because": ("you left", False),
    }


def test_the_only_label_left_over_is_the_one_that_was_reworded():
    """However different the words are."""
    entries = (
        ("scene.hall.choice.Left.label", "Left"),
        ("scene.hall.choice.Down.label", "Down"),
    )

    assert found(BASE, *entries) == {
        "scene.hall.choice.Left.label": ("Left", True),
        "scene.hall.choice.Right.label": ("Down", False),
    }


def test_two_strange_labels_are_not_guessed_at():
    """A wrong guess costs more than an empty line."""
    entries = (
        ("scene.hall.choice.Up.label", "Up"),
        ("scene.hall.choice.Knock.label", "Knock"),
    )

    assert found(BASE, *entries) == {}


def test_no_translation_is_given_to_two_texts():
    """A copy would be taken for a translation."""
    twice = BASE.replace("ask: Which?", "ask: A hall.")

    assert found(twice, ("scene.hall.describe", "A hall.")) == {
        "scene.hall.describe": ("A hall.", True)
    }


def test_an_empty_entry_is_only_found_where_it_stood():
    """There is nothing in it to carry elsewhere."""
    story = story_of(film(BASE))
    empty = [Before(0, "scene.attic.choice.ask", "Which?", said=False, obsolete=False)]

    assert all(one.before is None for one in carried(story, texts(story), empty))
