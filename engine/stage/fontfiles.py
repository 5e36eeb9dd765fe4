"""Typefaces on this machine: found by path and by fontconfig, Chinese first."""

import mmap
import os
import shutil
import struct
import subprocess  # nosec: one fixed command, below
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_WINDOWS: Final = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
_MAC: Final = (
    Path("/System/Library/Fonts"),
    Path("/System/Library/Fonts/Supplemental"),
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
)
_LINUX: Final = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)

HAN_SERIF: Final = (
    "NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf", "NotoSerifSC-Regular.otf",
    "NotoSerifSC-VF.ttf", "SourceHanSerif-Regular.ttc", "SourceHanSerifSC-Regular.otf",
    "Songti.ttc", "STSong.ttf", "simsun.ttc", "STSONG.TTF", "uming.ttc",
)  # fmt: skip
HAN_SANS: Final = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf",
    "NotoSansSC-VF.ttf", "SourceHanSans-Regular.ttc", "SourceHanSansSC-Regular.otf",
    "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc", "STHeiti Medium.ttc",
    "msyh.ttc", "msyh.ttf", "simhei.ttf", "Deng.ttf", "wqy-microhei.ttc", "wqy-zenhei.ttc",
    "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", "ukai.ttc",
)  # fmt: skip
ARABIC: Final = (
    "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabicUI-Regular.ttf", "NotoSansArabic-Regular.ttf",
    "NotoSansArabicUI-Regular.ttf", "Amiri-Regular.ttf", "amiri-regular.ttf", "GeezaPro.ttc",
    "segoeui.ttf", "arial.ttf", "Arial.ttf", "DejaVuSans.ttf",
)  # fmt: skip
HEBREW: Final = (
    "NotoSansHebrew-Regular.ttf", "NotoSerifHebrew-Regular.ttf", "SFHebrew.ttf", "ArialHB.ttc",
    "segoeui.ttf", "arial.ttf", "Arial.ttf", "LiberationSans-Regular.ttf", "DejaVuSans.ttf",
)  # fmt: skip
LATIN_SERIF: Final = (
    "Georgia.ttf", "georgia.ttf", "Palatino.ttc", "pala.ttf", "NotoSerif-Regular.ttf",
    "SourceSerif4-Regular.otf", "P052-Roman.otf", "LiberationSerif-Regular.ttf",
    "DejaVuSerif.ttf",
)  # fmt: skip
LATIN_SANS: Final = (
    "segoeui.ttf", "HelveticaNeue.ttc", "Helvetica.ttc", "NotoSans-Regular.ttf",
    "Lato-Regular.ttf", "SourceSans3-Regular.otf", "LiberationSans-Regular.ttf",
    "NimbusSans-Regular.otf",
    "DejaVuSans.ttf",
)  # fmt: skip

_COLLECTION: Final = b"ttcf"
_FAMILY, _WINDOWS_PLATFORM = 1, 3


@dataclass(frozen=True, slots=True)
class FontFile:
    """A typeface's file, and which of its faces is meant."""

    path: Path
    face: int = 0


@dataclass(frozen=True, slots=True)
class FontTable:
    """Which file speaks for each script and voice; a missing one falls to the other voice."""

    latin_serif: FontFile | None = None
    latin_sans: FontFile | None = None
    han_serif: FontFile | None = None
    han_sans: FontFile | None = None
    arabic: FontFile | None = None
    hebrew: FontFile | None = None

    @property
    def chinese(self) -> bool:
        """Whether Chinese can be shown."""
        return self.han_serif is not None or self.han_sans is not None


def find_fonts(
    folders: Iterable[Path] | None = None, ask: Callable[[], tuple[Path, ...]] | None = None
) -> FontTable:
    """
    The best typefaces of this machine.

    Looks for known names in the system's folders, then among what fontconfig calls Chinese.
    """
    known = _by_name(_folders() if folders is None else folders)
    han_serif, han_sans = _first(known, HAN_SERIF), _first(known, HAN_SANS)
    if han_serif is None and han_sans is None:
        han_sans = next(iter((ask or _fontconfig)()), None)
    serif = _first(known, LATIN_SERIF)
    return FontTable(
        latin_serif=_meant(serif),
        latin_sans=_meant(_first(known, LATIN_SANS)),
        han_serif=_meant(han_serif),
        han_sans=_meant(han_sans),
        arabic=_meant(_first(known, ARABIC)),
        hebrew=_meant(_first(known, HEBREW)),
    )


_HINTS: Final = {
    "Chinese": ("中文", "PingFang SC", "fonts-noto-cjk"),
    "Arabic": ("العربية", "Geeza Pro", "fonts-noto-core"),
    "Hebrew": ("עברית", "Arial Hebrew", "fonts-noto-core"),
}


def install_hint(letters: str = "Chinese") -> str:
    """How to get such letters on this kind of machine, as a command or a name."""
    windows, mac, debian = _HINTS[letters]
    if sys.platform == "win32":
        return f"Settings > Time & language > Add a language > {windows}"
    if sys.platform == "darwin":
        return f"Font Book > {mac} > Download"
    return f"sudo apt-get install {debian}"


class OneFace:
    """
    One face of a font collection, as a file of its own: what pygame can open.

    Tables of a collection are found by their place in the whole file, so it is enough to lay
    the face's own directory over the collection's head, in memory.
    """

    def __init__(self, font: FontFile) -> None:
        with font.path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        start = _face_starts(self._bytes)[font.face]
        if start:
            tables = struct.unpack_from(">H", self._bytes, start + 4)[0]
            directory = self._bytes[start : start + 12 + 16 * tables]
            self._bytes[0 : len(directory)] = directory

    def open(self) -> "FaceReader":
        """A new reader of it, at its beginning."""
        return FaceReader(self._bytes)


class FaceReader:
    """Reads a face; each open font needs its own."""

    def __init__(self, whole: mmap.mmap) -> None:
        self._whole = whole
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        end = len(self._whole) if size < 0 else self._at + size
        found = self._whole[self._at : end]
        self._at += len(found)
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place, as files do."""
        self._at = (0, self._at, len(self._whole))[whence] + offset
        return self._at

    def tell(self) -> int:
        """Where it stands."""
        return self._at

    def close(self) -> None:
        """Nothing to do: the face stays open for other sizes."""


def _folders() -> tuple[Path, ...]:
    if sys.platform == "win32":
        return (_WINDOWS, Path.home() / "AppData/Local/Microsoft/Windows/Fonts")
    return _MAC if sys.platform == "darwin" else _LINUX


def _by_name(folders: Iterable[Path]) -> dict[str, Path]:
    wanted = {*HAN_SERIF, *HAN_SANS, *ARABIC, *HEBREW, *LATIN_SERIF, *LATIN_SANS}
    found: dict[str, Path] = {}
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in wanted.intersection(names):
                found.setdefault(name, Path(place) / name)
    return found


def _first(known: dict[str, Path], names: tuple[str, ...]) -> Path | None:
    return next((known[name] for name in names if name in known), None)


def _fontconfig() -> tuple[Path, ...]:
    command = shutil.which("fc-list")
    if command is None:
        return ()
    try:
        answer = subprocess.run(  # noqa: S603 -- fixed arguments
            [command, "--format", "%{file}\n", ":lang=zh-cn"],
            capture_output=True, timeout=5, check=False, text=True,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ()
    names = sorted(set(answer.stdout.split("\n")) - {""})
    return tuple(Path(name) for name in names if not name.endswith((".pcf.gz", ".bdf")))


def _meant(path: Path | None) -> FontFile | None:
    """The simplified Chinese face of a collection, else its first."""
    if path is None:
        return None
    try:
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
        ):
            families = [_family(whole, start) for start in _face_starts(whole)]
    except (OSError, ValueError, struct.error):
        return None
    simplified = (n for n, name in enumerate(families) if name.endswith((" SC", " CN", " GB")))
    return FontFile(path, next(simplified, 0))


def _face_starts(whole: mmap.mmap) -> tuple[int, ...]:
    if whole[:4] != _COLLECTION:
        return (0,)
    count = struct.unpack_from(">I", whole, 8)[0]
    return struct.unpack_from(f">{count}I", whole, 12)


def _family(whole: mmap.mmap, start: int) -> str:
    """The face's English family name, empty when it has none."""
    tables = struct.unpack_from(">H", whole, start + 4)[0]
    for number in range(tables):
        tag, _, place, _ = struct.unpack_from(">4sIII", whole, start + 12 + 16 * number)
        if tag == b"name":
            return _family_in(whole, place)
    return ""


def _family_in(whole: mmap.mmap, place: int) -> str:
    _, count, texts = struct.unpack_from(">HHH", whole, place)
    for number in range(count):
        platform, _, language, kind, length, offset = struct.unpack_from(
            ">HHHHHH", whole, place + 6 + 12 * number
        )
        if (platform, kind, language) == (_WINDOWS_PLATFORM, _FAMILY, 0x409):
            begin = place + texts + offset
            return whole[begin : begin + length].decode("utf-16-be", "replace")
    return ""
