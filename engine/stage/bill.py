"""What the house knows of a film before it plays: for the library, the posters, the cards."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pygame

from engine.shelf.guard import ShelfError, inside
from engine.story.model import Keep, Sign

MOST_BYTES: Final = 32 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
"""The largest picture that is opened."""
NARROW: Final = 0.85
"""A window narrower than this share of a poster's shape shows the poster whole."""
BLUR: Final = 24
DIM: Final = (70, 70, 70)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a film was left on an earlier evening."""

    chapter: str
    """The scene that began the chapter."""
    ago: float
    """Seconds since then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One film, as it is announced. Texts are by language; the film's own stands first."""

    film: str
    """Its id."""
    folder: Path
    titles: Mapping[str, str]
    summaries: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    minutes: tuple[float, float] | None = None
    age: int = 0
    warnings: tuple[str, ...] = ()
    """By their names in the story, which is what a viewer avoids them by."""
    warnings_shown: Mapping[str, Mapping[str, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """What they are called, by language; those that are not there keep their names."""
    poster: str | None = None
    attract: str | None = None
    sign: Sign = Sign.FLAME
    keep: Keep = Keep.NOTHING
    """What may be kept of readings, so that the consent card says so."""
    taped: bool = False
    """Whether a tape is made of the viewing; then the card says that."""
    alone: bool = False
    """Whether it is played by its name, with no library behind it."""
    broken: bool = False
    """Whether its story has a mistake, so that it cannot be shown."""
    words: bool = False
    """Whether it asks for words somewhere."""
    story: str = ""
    """The id its story gives itself: what its saves are known by."""
    chapters: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """The names of its chapters by language and first scene."""

    @property
    def languages(self) -> tuple[str, ...]:
        """What it speaks, its own language first."""
        return tuple(self.titles)

    def title(self, language: str) -> str:
        """Its title in a language, else in its own."""
        return said(self.titles, language) or self.film

    def chapter(self, bookmark: Bookmark, language: str) -> str:
        """The name of the chapter it was left in; empty where it has none."""
        names = self.chapters.get(language) or next(iter(self.chapters.values()), {})
        return names.get(bookmark.chapter, "")

    def other_title(self, language: str) -> str | None:
        """Its title in another language, to stand beneath; none where there is none."""
        mine = self.title(language)
        return next((title for title in self.titles.values() if title != mine), None)

    def summary(self, language: str) -> str:
        """What it is about."""
        return said(self.summaries, language)

    def warning(self, name: str, language: str) -> str:
        """What a warning is called in a language."""
        return self.warnings_shown.get(language, {}).get(name, name)


def said(texts: Mapping[str, str], language: str) -> str:
    """A text in a language, else in the first there is, else nothing."""
    return texts.get(language) or next(iter(texts.values()), "")


def load_picture(folder: Path, name: str | None) -> pygame.Surface | None:
    """A PNG or JPEG of the film's folder; none when it is not there or not to be trusted."""
    if name is None:
        return None
    try:
        path = inside(folder, name)
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        size = picture_size(path.read_bytes())
        if size is None or size[0] * size[1] > MOST_PIXELS:
            return None
        return pygame.image.load(path)
    except (ShelfError, OSError, pygame.error):
        return None


def picture_size(written: bytes) -> tuple[int, int] | None:
    """What a PNG or JPEG says of its size, without opening it."""
    if written[:8] == b"\x89PNG\r\n\x1a\n" and len(written) >= 24:  # noqa: PLR2004 -- its head
        wide, high = struct.unpack_from(">II", written, 16)
        return wide, high
    return _jpeg_size(written) if written[:2] == b"\xff\xd8" else None


def _jpeg_size(written: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(written) and written[at] == 0xFF:  # noqa: PLR2004 -- a marker
        marker = written[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004 -- frame heads
            high, wide = struct.unpack_from(">HH", written, at + 5)
            return wide, high
        at += 2 + struct.unpack_from(">H", written, at + 2)[0]
    return None


def hung(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """
    A poster over a whole window: filling it, or, where too much of its sides were lost, whole.

    Its lettering would be cut then, and lie under the page's own; around it is its dark likeness.
    """
    filled = filling(picture, size)
    wide, high = picture.get_size()
    if size[0] / size[1] >= NARROW * wide / high:
        return filled
    small = (max(1, size[0] // BLUR), max(1, size[1] // BLUR))
    faint = pygame.transform.smoothscale(filled, small)
    around = pygame.transform.smoothscale(faint, size)
    around.fill(DIM, special_flags=pygame.BLEND_MULT)
    whole = filling(picture, (size[0], max(1, round(size[0] * high / wide))))
    around.blit(whole, whole.get_rect(center=around.get_rect().center))
    return around


def filling(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The picture scaled to fill a size, cut where it does not fit."""
    wide, high = picture.get_size()
    scale = max(size[0] / wide, size[1] / high)
    scaled = pygame.transform.smoothscale(
        picture.convert(), (max(size[0], round(wide * scale)), max(size[1], round(high * scale)))
    )
    left, top = (scaled.get_width() - size[0]) // 2, (scaled.get_height() - size[1]) // 2
    return scaled.subsurface((left, top, *size)).copy()
