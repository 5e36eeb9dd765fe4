"""A film as it is opened: text, translation, media."""

import pytest

from engine.desk.bills import FIRST, bill_of, bills_of
from engine.desk.films import load, read, spoken
from engine.shelf.films import open_film, shipped_films
from engine.shelf.guard import ShelfError
from engine.story.clips import ClipFacts


def test_the_first_film_opens_with_every_clip_it_names():
    """What people install is whole."""
    _, film = load(FIRST)

    clips = {name: facts for name, facts in film.clips.items() if name.endswith(".mp4")}
    assert len(clips) == 8
    assert all(isinstance(facts, ClipFacts) for facts in clips.values())
    assert all(facts.size <= 2_000_000 for facts in clips.values())
    assert all((facts.width, facts.height, facts.sound) == (1280, 720, True)
               for facts in clips.values())  # fmt: skip


def test_a_film_speaks_the_language_asked_for():
    """Labels, questions, reasons."""
    _, film = load(FIRST, "zh")

    assert film.story.title == "守灯人"
    assert "笑一笑" in [option.label for option in film.story.scenes["door"].way.options]


def test_a_language_the_film_does_not_speak_leaves_it_in_its_own():
    """No half-empty cards."""
    folder = open_film("two-doors")
    film = read(folder).film

    assert spoken(film, folder, "fr").story.title == film.story.title


def test_a_film_with_errors_names_the_first_and_counts_the_rest(tmp_path):
    """Not a wall of them."""
    scenes = "".join(f"  s{n}: {{play: a.mp4, next: nowhere{n}}}\n" for n in range(8))
    (tmp_path / "story.yaml").write_text(f"film: 1\ntitle: Lost\nscenes:\n{scenes}")

    with pytest.raises(ShelfError) as told:
        load(str(tmp_path))

    assert str(told.value).count("story.yaml:") == 5
    assert "and 3 more" in str(told.value)


def test_the_library_begins_with_the_first_film_in_both_languages():
    """What a first start shows."""
    bills = bills_of(read(folder) for folder in shipped_films())

    assert bills[0].film == FIRST
    assert (bills[0].title("en"), bills[0].title("zh")) == ("The Lantern Keeper", "守灯人")
    assert bills[0].summary("zh") != bills[0].summary("en")
    assert (bills[0].folder / bills[0].poster).is_file()


def test_a_film_that_cannot_be_shown_is_announced_as_such(tmp_path):
    """It stands in the library, and does not play."""
    (tmp_path / "story.yaml").write_text("film: 1\n")

    bill = bill_of(read(open_film(str(tmp_path))))

    assert bill.broken
    assert bill.title("en") == tmp_path.name
