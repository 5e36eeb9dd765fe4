"""Films announced, and their pictures trusted only so far."""

import struct

import pygame
import pytest

from engine.stage.bill import Bill, filling, hung, load_picture, picture_size


@pytest.fixture
def folder(tmp_path):
    picture = pygame.Surface((64, 36))
    pygame.image.save(picture, tmp_path / "poster.png")
    pygame.image.save(picture, tmp_path / "poster.jpg")
    return tmp_path


@pytest.mark.parametrize("name", ["poster.png", "poster.jpg"])
def test_a_poster_is_opened(folder, name):
    """In the two kinds that authors have."""
    assert picture_size((folder / name).read_bytes()) == (64, 36)
    assert load_picture(folder, name).get_size() == (64, 36)


def test_a_picture_that_would_fill_memory_is_not_opened(folder):
    """Its size is read before it is decoded."""
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 100_000, 100_000)
    (folder / "bomb.png").write_bytes(head + b"\0" * 40)

    assert load_picture(folder, "bomb.png") is None


@pytest.mark.parametrize(
    "written", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"\xff\xd8" + b"\xff" * 40]
)
def test_a_damaged_picture_is_no_picture(folder, written):
    """The night stands in for it."""
    (folder / "broken.png").write_bytes(written)

    assert load_picture(folder, "broken.png") is None


@pytest.mark.parametrize("name", [None, "missing.png", "../poster.png", "/etc/passwd"])
def test_no_picture_comes_from_outside_the_films_folder(folder, name):
    """A film may only show what is its own."""
    assert load_picture(folder / "sub", name) is None


@pytest.mark.parametrize("size", [(128, 72), (100, 100), (300, 50)])
def test_a_poster_fills_its_place_without_being_stretched(size):
    """What does not fit is cut, evenly."""
    pygame.display.init()
    pygame.display.set_mode((320, 200))
    picture = pygame.Surface((64, 36))
    pygame.draw.circle(picture, (255, 255, 255), (32, 18), 5)

    filled = filling(picture, size)
    ink = pygame.mask.from_threshold(
        filled, (255, 255, 255), (120, 120, 120)
    ).get_bounding_rects()[0]

    assert filled.get_size() == size
    assert abs(ink.width - ink.height) <= 3


def test_titles_are_told_in_the_viewers_language_with_the_other_beneath(tmp_path):
    """English and Chinese stand together on every poster."""
    bill = Bill(film="x", folder=tmp_path, titles={"zh": "守灯人", "en": "The Lantern Keeper"})

    assert (bill.title("en"), bill.other_title("en")) == ("The Lantern Keeper", "守灯人")
    assert (bill.title("fr"), bill.other_title("fr")) == ("守灯人", "The Lantern Keeper")
    assert bill.summary("en") == ""


@pytest.mark.parametrize(("size", "top"), [((300, 400), (0, 0, 70)), ((320, 180), (0, 0, 255))])
def test_a_poster_on_a_narrow_window_is_shown_whole(size, top):
    """Its lettering would be cut at the sides; its dark likeness is around it."""
    pygame.display.set_mode(size)
    picture = pygame.Surface((320, 180))
    picture.fill((0, 0, 255))
    picture.fill((255, 0, 0), (0, 0, 20, 180))

    shown = hung(picture, size)

    assert shown.get_size() == size
    red, _, blue, _ = shown.get_at((5, size[1] // 2))
    assert (red > 240, blue < 20) == (True, True)
    assert shown.get_at((size[0] // 2, 5))[:3] == top
