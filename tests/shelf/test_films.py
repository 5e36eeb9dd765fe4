"""Film folders."""

import pytest

from engine.shelf.films import FilmFolder, library, open_film, shipped_films
from engine.shelf.guard import ShelfError


@pytest.fixture
def film(tmp_path):
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "story.yaml").write_text("film: 1\n", encoding="utf-8")
    return folder


def test_a_film_is_meant_by_its_folder_or_its_story(film):
    """Either is natural to type."""
    assert open_film(str(film)) == open_film(str(film / "story.yaml")) == FilmFolder(film)


def test_a_film_of_the_library_is_meant_by_its_name():
    """`kinoeye play lantern-keeper` works from anywhere."""
    assert open_film("lantern-keeper").name == "lantern-keeper"
    assert "two-doors" in [found.name for found in shipped_films()]


def test_a_film_that_is_not_there_is_told_with_those_that_are():
    """One sentence, with a way on."""
    with pytest.raises(ShelfError, match=r"no film 'lantern'.*lantern-keeper"):
        open_film("lantern")


def test_a_folder_without_a_story_is_no_film(tmp_path):
    """Said as it is."""
    with pytest.raises(ShelfError, match=r"holds no story\.yaml"):
        open_film(str(tmp_path))


def test_the_text_of_a_film_is_its_yaml_files_but_not_those_of_its_making(film):
    """What made the clips is no part of the story."""
    (film / "making").mkdir()
    (film / "making" / "shots.yaml").write_text("x: 1\n")
    (film / "more.yaml").write_text("scenes: {}\n")

    assert list(FilmFolder(film).sources()) == ["story.yaml", "more.yaml"]


def test_what_a_story_includes_is_not_told_to_be_renamed(tmp_path):
    """Where the story itself was moved away, the wrong file would take its name."""
    (tmp_path / "night.yaml").write_text("scenes: {}\n", encoding="utf-8")

    with pytest.raises(ShelfError, match=r"A film is a folder with one in it"):
        open_film(str(tmp_path))


@pytest.mark.parametrize("name", ["story.yml", "Story.yaml", "film.yaml"])
def test_a_story_by_another_name_is_told_to_be_renamed(tmp_path, name):
    """Some editors end YAML files otherwise."""
    (tmp_path / name).write_text("film: 1\n", encoding="utf-8")

    with pytest.raises(ShelfError, match=f"Rename {name}"):
        open_film(str(tmp_path))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b"film: 1\ntitle: \xff\xfe\n", "not UTF-8 text: line 2 has"),
        (b"film: 1\ntitle: caf\xe9\n", "line 2 has a letter in another encoding"),
        ("film: 1\ntitle: 两扇门\n".encode("gbk"), "from line 2 on it looks like GBK"),
        ("film: 1\ntitle: Doors\n".encode("utf-16"), "it is saved as UTF-16"),
        (b"#" * (8 * 1024 * 1024 + 1), "longer than 8 MiB"),
    ],
)
def test_a_story_that_is_no_text_is_told_in_one_sentence(film, written, says):
    """And the cure with it."""
    (film / "story.yaml").write_bytes(written)

    with pytest.raises(ShelfError, match=says):
        FilmFolder(film).sources()


PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgctxt "scene.door.choice.Smile.label"
msgid "Smile"
msgstr "笑一笑"

#, fuzzy
msgctxt "title"
msgid "The Harbour"
msgstr "海港？"
"""


def test_a_translation_gives_what_is_sure_and_leaves_out_what_is_fuzzy(film):
    """Half-right words are not shown to an audience."""
    (film / "lang").mkdir()
    (film / "lang" / "zh.po").write_text(PO, encoding="utf-8")

    words = FilmFolder(film).words("zh")

    assert words == {("scene.door.choice.Smile.label", "Smile"): "笑一笑"}


def test_a_language_nobody_translated_to_has_no_words(film):
    """The film is then shown in its own."""
    assert FilmFolder(film).words("fr") == {}


def test_a_broken_translation_is_told_in_one_sentence(film):
    """And the film is shown in its own language."""
    (film / "lang").mkdir()
    (film / "lang" / "zh.po").write_text('msgid "open"\nnonsense', encoding="utf-8")

    folder = FilmFolder(film)

    assert folder.words("zh") == {}
    assert "lang/zh.po:2: `nonsense`" in folder.wording("zh").trouble


def test_a_library_that_is_not_there_is_empty(tmp_path):
    """A first start has no films of its own."""
    assert library(tmp_path / "nowhere") == ()
