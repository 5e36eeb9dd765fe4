"""What was read of long films, kept: the same film, sooner."""

import pytest

from engine.shelf import compiled
from engine.shelf.cache import Cache
from engine.shelf.compiled import Shelved, shelved
from engine.shelf.films import LONG, FilmFolder, shipped_films
from engine.shelf.guard import ShelfError
from engine.shelf.places import HOME_VARIABLE
from engine.shelf.texts import Texts
from engine.story.reading.parse import STORY, parse
from engine.story.reading.parts import Gathered
from tests.story.examples import FOLDER, example
from tests.story.reading.test_parts import evening


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def read(sources, cache):
    """A film as a long one is read."""
    texts = Texts(sources, sources.__getitem__)
    return parse(texts, "film", Shelved(texts, cache))


def everything():
    """Every film at hand, sound or not."""
    for folder in shipped_films():
        yield folder.sources()
    for path in sorted(FOLDER.glob("*.yaml")):
        yield {STORY: example(path).sources[STORY]}


def test_every_film_is_the_same_from_what_was_kept(cache):
    """To the last place and finding."""
    for sources in everything():
        first = read(sources, cache)
        again = read(sources, cache)

        assert again == first == parse(sources, "film")
        if again.story is not None:
            assert isinstance(again.story.scenes, Gathered)
            assert dict(again.story.places) == dict(first.story.places)
            assert len(again.story.places) == len(first.story.places)


def test_a_change_of_letters_alone_is_seen(cache):
    """Same length, same moment: another text is another film."""
    read(evening(), cache)

    changed = evening(
        b="scenes:\n  s2: {play: [{when: chosen(Right), file: c.mp4}, d.mp4], end: Dawn}\n"
    )

    assert read(changed, cache) == parse(changed, "film")


def files(tmp_path):
    return sorted((tmp_path / "cache").iterdir())


@pytest.mark.parametrize("harm", ["empty", "half", "bit", "swapped", "gone"])
def test_what_is_damaged_is_read_again_and_mended(cache, tmp_path, harm):
    """Nobody ever hears of it."""
    whole = parse(evening(), "film")
    read(evening(), cache)
    kept = files(tmp_path)
    for at, path in enumerate(kept):
        before = path.read_bytes()
        match harm:
            case "empty":
                path.write_bytes(b"")
            case "half":
                path.write_bytes(before[: len(before) // 2])
            case "bit":
                path.write_bytes(before[:-1] + bytes([before[-1] ^ 64]))
            case "swapped":
                path.write_bytes(kept[at - 1].read_bytes())
            case "gone":
                path.unlink()

        assert read(evening(), cache) == whole
        assert path.read_bytes() == before or harm == "swapped"


def test_another_engine_reads_the_text(cache, tmp_path, monkeypatch):
    """After an update nothing of the old understanding is used."""
    read(evening(), cache)
    count = len(files(tmp_path))
    monkeypatch.setattr(compiled, "_edition", lambda: "another")

    assert read(evening(), cache) == parse(evening(), "film")
    assert len(files(tmp_path)) == 2 * count


def test_what_is_whole_and_makes_no_sense_is_read_again(cache, tmp_path):
    """A page of another program, sealed as it should be."""
    for held in (b"", b"\x00", b"\x97", b"\x97\x90\xc4\x00\x90\x90\x80\x00\xc4\x00"):
        read(evening(), cache)
        for path in files(tmp_path):
            cache.put(path.name, held)

        assert read(evening(), cache) == parse(evening(), "film")


def test_a_short_film_keeps_nothing(tmp_path, monkeypatch):
    """Reading it takes less than looking whether it was read."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    for name, text in evening().items():
        (tmp_path / name).write_text(text)

    assert shelved(FilmFolder(tmp_path).sources()) is None
    assert not (tmp_path / "home").exists()


def test_a_long_film_is_kept_where_this_users_caches_are(tmp_path, monkeypatch):
    """Another home, another cache."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    (tmp_path / "film").mkdir()
    for name, text in evening().items():
        (tmp_path / "film" / name).write_text(f"# {'x' * LONG}\n{text}")
    sources = FilmFolder(tmp_path / "film").sources()

    parse(sources, "film", shelved(sources))

    assert len(list((tmp_path / "home" / "cache" / "stories").iterdir())) == 4


def test_a_scene_that_cannot_be_made_is_one_clear_sentence(cache, tmp_path, monkeypatch):
    """Sealed, whole, and wrong in the middle: whoever made that hears what to remove."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    read(evening(), cache)
    for path in files(tmp_path):
        held = bytes(cache.get(path.name))
        cache.put(path.name, held.replace(b"FILE", b"FI\xffE"))
    story = read(evening(), cache).story

    with pytest.raises(ShelfError, match="damaged"):
        list(story.scenes.values())
