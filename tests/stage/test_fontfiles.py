"""Typefaces found on three kinds of machine."""

import shutil
import struct
from pathlib import Path

import pygame
import pytest

from engine.stage.fontfiles import FontFile, OneFace, find_fonts, install_hint
from tests.stage.pictures import FONTS, needs_chinese


def some_font():
    return Path(pygame.font.__file__).parent / pygame.font.get_default_font()


@pytest.mark.parametrize(
    "name",
    [
        "msyh.ttc", "simhei.ttf", "simsun.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc",
        "STHeiti Light.ttc", "NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc",
        "wqy-microhei.ttc", "SourceHanSansSC-Regular.otf", "DroidSansFallbackFull.ttf",
    ],
)  # fmt: skip
def test_the_typefaces_of_windows_macos_and_linux_are_known(tmp_path, name):
    """Wherever the film is shown, Chinese is there if the machine has it."""
    deep = tmp_path / "opentype" / "somewhere"
    deep.mkdir(parents=True)
    shutil.copy(some_font(), deep / name)

    assert find_fonts([tmp_path], ask=tuple).chinese


def test_fontconfig_is_asked_where_no_known_name_lies(tmp_path):
    """A distribution may call its typefaces what it likes."""
    font = tmp_path / "unheard-of.ttf"
    shutil.copy(some_font(), font)
    table = find_fonts([tmp_path], ask=lambda: (font,))

    assert table.han_sans == FontFile(font)


def test_a_machine_without_chinese_says_so(tmp_path):
    """So that the interface can stay in English and tell how to get it."""
    table = find_fonts([tmp_path], ask=tuple)

    assert not table.chinese
    assert install_hint()


@pytest.mark.parametrize("written", [b"", b"ttcf", b"ttcf" + struct.pack(">II", 1, 10**6) * 3])
def test_a_damaged_typeface_is_passed_over(tmp_path, written):
    """One bad file must not leave the whole interface mute."""
    (tmp_path / "msyh.ttc").write_bytes(written)

    assert find_fonts([tmp_path], ask=tuple).han_sans in {None, FontFile(tmp_path / "msyh.ttc")}


@needs_chinese
def test_the_simplified_face_of_a_collection_is_taken():
    """Japanese forms of the same letters look foreign to a Chinese reader."""
    font = FONTS.table.han_serif or FONTS.table.han_sans
    if font.path.suffix != ".ttc" or font.face == 0:
        pytest.skip("This machine's Chinese typeface is no collection of several faces.")
    mine = pygame.font.Font(OneFace(font).open(), 96)
    first = pygame.font.Font(OneFace(FontFile(font.path, 0)).open(), 96)
    one, other = (face.render("直骨", True, (255, 255, 255)) for face in (mine, first))

    assert pygame.image.tobytes(one, "RGBA") != pygame.image.tobytes(other, "RGBA")


@needs_chinese
def test_several_sizes_of_one_face_are_read_side_by_side():
    """Each has its own place in the file."""
    font = FONTS.table.han_sans or FONTS.table.han_serif
    face = OneFace(font)
    small, large = pygame.font.Font(face.open(), 12), pygame.font.Font(face.open(), 48)

    assert small.size("灯")[0] == 12
    assert large.size("灯")[0] == 48
    assert small.size("守")[0] == 12
