"""A film as it is opened: text, translation, media."""

import os

import pytest

from benchmarks.big_films import ENDING, write_film
from engine.desk.bills import bill_of, bills_of
from engine.desk.check import check_films
from engine.desk.films import load, read, spoken, unplayable
from engine.shelf.films import FIRST, open_film, shipped_films
from engine.shelf.guard import ShelfError
from engine.shelf.places import HOME_VARIABLE, cache_folder
from engine.stage.projection.footage import Footage
from engine.story.clips import ClipFacts
from engine.story.reading.parts import Gathered


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


def test_a_film_is_known_to_ask_for_words_before_it_does():
    """The Lantern Keeper does; Two Doors answers hands and nothing else."""
    asks = {bill.film: bill.words for bill in bills_of(read(one) for one in shipped_films())}

    assert asks == {"lantern-keeper": True, "two-doors": False}


def test_a_film_that_cannot_be_shown_is_announced_as_such(tmp_path):
    """It stands in the library, and does not play."""
    (tmp_path / "story.yaml").write_text("film: 1\n")

    bill = bill_of(read(open_film(str(tmp_path))))

    assert bill.broken
    assert bill.title("en") == tmp_path.name


@pytest.fixture
def long_film(tmp_path, monkeypatch):
    """A film of eight hundred scenes, none of whose clips is there."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    write_film(tmp_path / "long", 800, clips=True)
    return tmp_path / "long"


def test_a_long_film_is_the_same_when_it_is_opened_again(long_film):
    """Only sooner: nothing is read twice that was read once."""
    first, again = read(open_film(str(long_film))), read(open_film(str(long_film)))

    assert again.film.story == first.film.story
    assert again.findings == first.findings
    assert isinstance(again.film.story.scenes, Gathered)
    assert not isinstance(first.film.story.scenes, Gathered)
    assert list(again.film.clips) == list(first.film.clips)


def test_a_check_says_the_same_of_a_long_film_each_time(long_film):
    """To the last byte, for people and for programs."""
    said = []
    for as_json in (False, True, False, True):
        lines = []
        check_films([str(long_film)], release=False, as_json=as_json, say=lines.append)
        said.append(lines)

    assert said[0] == said[2]
    assert said[1] == said[3]
    assert len(said[1]) > 800


def test_an_edit_of_the_same_length_in_the_same_moment_is_seen(long_film):
    """Neither size nor date tells whether an author wrote something else."""
    read(open_film(str(long_film)))
    path = long_film / "part000.yaml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("the lamp.", "the lamb."), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    story = read(open_film(str(long_film))).film.story

    assert path.stat().st_size == before.st_size
    assert story.scenes[ENDING].describe.endswith("the lamb.")


def test_of_many_clips_the_missing_ones_are_counted_without_a_look_at_each(long_film):
    """A film of thousands begins at once."""
    film = read(open_film(str(long_film))).film

    assert isinstance(film.clips, Footage)
    assert "and 795 more" in unplayable(film)[0]


def test_a_home_that_cannot_be_written_makes_no_film_unplayable(long_film, monkeypatch, tmp_path):
    """A kiosk on a read-only disk reads its film at each start."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "file"))

    assert read(open_film(str(long_film))).film is not None
    assert read(open_film(str(long_film))).film is not None
    assert not cache_folder().exists()


@pytest.mark.parametrize("poster", ["", "about: {poster: gone.jpg}\n"])
def test_a_film_without_a_poster_is_announced_without_one(tmp_path, poster):
    """Then its title stands large, in the library and on a kiosk's attract picture."""
    folder = tmp_path / "door"
    folder.mkdir()
    (folder / "story.yaml").write_text(
        f"film: 1\ntitle: Door\n{poster}scenes: {{a: {{play: {{slate: A}}, end: A}}}}\n"
    )

    assert bill_of(read(open_film(str(folder)))).poster is None

    if not poster:
        (folder / "poster.jpg").touch()
        assert bill_of(read(open_film(str(folder)))).poster == "poster.jpg"
