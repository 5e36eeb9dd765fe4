"""Words on surfaces: measured, broken into lines and drawn, in any mix of scripts."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Final, cast

import pygame

from engine.stage.fontfiles import FontFile, FontTable, OneFace, find_fonts
from engine.stage.reading_order import JOINERS, as_seen, directed, script, without_marks
from engine.stage.theme import Style, Voice

_KEPT: Final = 400
"""Drawn lines kept for the next frame."""
_LETTERS: Final = 240
"""No line holds more letters."""
_TRIED: Final = 24
"""Pixels at which it is looked whether a typeface has a letter."""
_NOBODYS: Final = "\U0010fffd"
"""A letter that no typeface has: how a lacking one looks."""
_NO_START: Final = frozenset("،؛؟，。、！？：；）」』》〉”’…—·,.!?:;)]}%")
"""What may not begin a line."""
_NO_END: Final = frozenset("（「『《〈“‘([{")
"""What may not end one."""

_WIDE_IN_CHINESE: Final = frozenset("“”‘’…—–·")
"""Drawn a whole Chinese letter wide by Chinese typefaces: in English another draws them."""
_CAPITAL: Final = 0.72
"""How high a capital is, of the size: letters of every script stand about its middle."""


_HAN: Final = (
    range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0xFE30, 0xFE50), range(0xFF00, 0xFFF0),
    range(0x20000, 0x40000),
)  # fmt: skip


def is_han(letter: str) -> bool:
    """Whether a letter needs a Chinese typeface."""
    return letter > "\u2e7f" and any(ord(letter) in block for block in _HAN)


@dataclass(slots=True)
class _Run:
    """Letters of a line, from left to right, that one file draws in one go."""

    text: str
    file: FontFile | None
    script: str | None


class Fonts:
    """The typefaces of this machine at every size, with what was lately drawn in them."""

    def __init__(self, table: FontTable | None = None) -> None:
        pygame.font.init()
        self.table = find_fonts() if table is None else table
        self._faces: dict[FontFile, OneFace] = {}
        self._open: dict[tuple[FontFile | None, int, bool, str | None], pygame.font.Font] = {}
        self._lines: OrderedDict[tuple[str, Style, int], pygame.Surface] = OrderedDict()
        self._widths: dict[tuple[str, Style, int], int] = {}
        self.lacking: set[str] = set()
        """Letters that were to be drawn and of which this machine has no typeface, by name."""

    @property
    def chinese(self) -> bool:
        """Whether this machine can show Chinese."""
        return self.table.chinese

    def pitch(self, style: Style, unit: float) -> int:
        """The height of one line."""
        return round(style.size * style.leading * unit)

    def width(self, text: str, style: Style, unit: float) -> int:
        """How wide a line of text is."""
        key = (text, style.tinted((0, 0, 0)), _pixels(style, unit))
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) > 20 * _KEPT:
                self._widths.clear()
            known = self._widths[key] = self._measure(text, style, unit)
        return known

    def unkept_width(self, text: str, style: Style, unit: float) -> int:
        """As `width`; the text is not remembered."""
        return self._measure(text, style, unit)

    def unkept_line(self, text: str, style: Style, unit: float) -> pygame.Surface:
        """As `line`; neither the text nor its picture is remembered: for what viewers write."""
        return self._draw(text, style, unit)

    def draws(self, letter: str, style: Style) -> bool:
        """Whether the typeface that would draw a letter has it."""
        font = self._font(self._runs(letter, style)[0], _TRIED, style)
        found, lacking = (font.render(one, False, (255, 255, 255)) for one in (letter, _NOBODYS))
        return pygame.image.tobytes(found, "RGBA") != pygame.image.tobytes(lacking, "RGBA")

    def line(self, text: str, style: Style, unit: float) -> pygame.Surface:
        """A line of text on a clear surface, as high as its pitch. Do not draw on it."""
        key = (text, style, _pixels(style, unit))
        drawn = self._lines.get(key)
        if drawn is None:
            drawn = self._lines[key] = self._draw(text, style, unit)
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return drawn

    def wrap(
        self, text: str, style: Style, unit: float, width: int, most: int = 99
    ) -> tuple[str, ...]:
        """
        The text in lines no wider than `width`; a single longer word is broken.

        It stops soon after `most` lines: enough to know that there are more.
        """
        lines: list[str] = []
        for paragraph in text.split("\n"):
            found: list[str] = []
            line = ""
            setting = (style, unit, width, most - len(lines))
            for piece in _pieces(paragraph):
                if len(lines) + len(found) > most:
                    return (*lines, *directed(tuple(found), paragraph))
                line = self._joined(found, line, piece, setting)
            lines += directed((*found, line.rstrip()), paragraph)
        return tuple(lines)

    def _joined(
        self, lines: list[str], line: str, piece: str, setting: tuple[Style, float, int, int]
    ) -> str:
        """The line with one more piece; what is full goes to `lines`."""
        style, unit, width, most = setting
        if line and self.width((line + piece).rstrip(), style, unit) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while len(line) > 1 and len(lines) <= most and self._runs_over(line, style, unit, width):
            fitting = self._fitting(line[:_LETTERS], style, unit, width)
            lines.append(line[:fitting])
            line = line[fitting:]
        return line

    def _runs_over(self, line: str, style: Style, unit: float, width: int) -> bool:
        return self.width(line.rstrip()[:_LETTERS], style, unit) > width

    def balanced(
        self, text: str, style: Style, unit: float, width: int, most: int = 99
    ) -> tuple[str, ...]:
        """As `wrap`, with lines of about one length: no last word alone under a long line."""
        lines = self.wrap(text, style, unit, width, most)
        if not 1 < len(lines) <= most or "\n" in text:
            return lines
        narrow, wide = width // len(lines), width
        while wide - narrow > max(4, width // 100):
            middle = (narrow + wide) // 2
            if len(self.wrap(text, style, unit, middle, len(lines))) > len(lines):
                narrow = middle
            else:
                wide = middle
        return self.wrap(text, style, unit, wide)

    def block(self, lines: tuple[str, ...], style: Style, unit: float) -> tuple[int, int]:
        """The size of some lines together."""
        widest = max((self.width(line, style, unit) for line in lines), default=0)
        return widest, self.pitch(style, unit) * len(lines)

    def _fitting(self, line: str, style: Style, unit: float, width: int) -> int:
        """How many of its letters a line holds; one at least."""
        holds, too_many = 1, len(line)
        while too_many - holds > 1:
            middle = (holds + too_many) // 2
            if self._measure(line[:middle], style, unit) > width:
                too_many = middle
            else:
                holds = middle
        return holds

    def _measure(self, text: str, style: Style, unit: float) -> int:
        size = _pixels(style, unit)
        gap = round(style.tracking * size)
        runs = self._runs(text, style)
        total = sum(self._font(run, size, style).size(run.text)[0] for run in runs)
        return total + max(0, len(runs) - 1) * gap

    def _draw(self, text: str, style: Style, unit: float) -> pygame.Surface:
        size = _pixels(style, unit)
        drawn = pygame.Surface(
            (max(1, self._measure(text, style, unit)), self.pitch(style, unit)), pygame.SRCALPHA
        )
        drawn.fill((*style.colour, 0))
        across, base = 0, round(drawn.get_height() / 2 + size * _CAPITAL / 2)
        for run in self._runs(text, style):
            font = self._font(run, size, style)
            words = font.render(run.text, True, style.colour)
            sunk = _sunk(font, run, words)
            drawn.blit(words, (across, base - font.get_ascent() - sunk))
            across += font.size(run.text)[0] + round(style.tracking * size)
        return drawn

    def _runs(self, text: str, style: Style) -> tuple[_Run, ...]:
        """Stretches that one file draws; letter by letter where letters stand apart."""
        english = not any(map(is_han, text))
        runs: list[_Run] = []
        for letter in as_seen(text):
            written = script(letter)
            file = self._file(letter, style, english=english)
            if runs and _joins(letter, written, file, runs[-1], style):
                runs[-1].text += letter
            else:
                runs.append(_Run(letter, file, written))
        return tuple(runs)

    def _file(self, letter: str, style: Style, *, english: bool) -> FontFile | None:
        table = self.table
        written = script(letter)
        if written is not None:
            return self._from_right(written)
        if style.voice is Voice.FILM:
            own, other, latin = table.han_serif, table.han_sans, table.latin_serif
        else:
            own, other, latin = table.han_sans, table.han_serif, table.latin_sans
        chinese = own or other
        latin = latin or table.latin_sans or table.latin_serif
        if english and letter in _WIDE_IN_CHINESE:
            return latin
        if is_han(letter) and chinese is None:
            self.lacking.add("Chinese")
        if is_han(letter) or latin is None:
            return chinese or latin
        # Noto's and Source Han's own Latin letters were drawn to stand among the Chinese ones.
        together = own is not None and own.path.name.startswith(("Noto", "Source"))
        wide = letter in _WIDE_IN_CHINESE
        return own if together or (wide and chinese) else latin

    def _from_right(self, written: str) -> FontFile | None:
        """What draws Arabic or Hebrew; both voices speak them alike."""
        arabic = written == "Arab"
        found = self.table.arabic if arabic else self.table.hebrew
        if found is None:
            self.lacking.add("Arabic" if arabic else "Hebrew")
        return found or self.table.latin_sans or self.table.latin_serif

    def _font(self, run: _Run, size: int, style: Style) -> pygame.font.Font:
        key = (run.file, size, style.bold, run.script)
        if key not in self._open:
            font = self._open[key] = self._opened(run.file, size)
            font.set_bold(style.bold)
            if run.script is not None:
                # It comes in the order it is seen in, which HarfBuzz turns and joins by itself.
                with suppress(pygame.error):  # a pygame without HarfBuzz: letters stay apart
                    font.set_script(run.script)
        return self._open[key]

    def _opened(self, file: FontFile | None, size: int) -> pygame.font.Font:
        if file is None:
            return pygame.font.Font(None, size)
        if file not in self._faces:
            self._faces[file] = OneFace(file)
        return pygame.font.Font(cast("IO[bytes]", self._faces[file].open()), size)


def _sunk(font: pygame.font.Font, run: _Run, words: pygame.Surface) -> int:
    """
    How far letters were pushed down to make room for the vowels above them.

    SDL does so where a mark stands higher than its typeface says, and does not tell.
    """
    bare = without_marks(run.text) if run.script is not None else run.text
    if bare == run.text:
        return 0
    letters = pygame.mask.from_surface(font.render(bare, True, (255, 255, 255)), 127)
    found = pygame.mask.from_surface(words, 127)
    return max(range(font.get_height() // 2), key=lambda down: found.overlap_area(
        letters, (0, down)))  # fmt: skip


def _joins(
    letter: str, written: str | None, file: FontFile | None, run: _Run, style: Style
) -> bool:
    """Whether a letter is drawn together with those before it."""
    if letter == " " or letter in JOINERS:
        return not style.tracking or run.script is not None
    together = run.file == file and run.script == written
    return together and (not style.tracking or written is not None)


def _pixels(style: Style, unit: float) -> int:
    return max(8, round(style.size * unit))


def _pieces(paragraph: str) -> tuple[str, ...]:
    """What may be torn apart at a line's end: words with their space, and Chinese letters."""
    pieces: list[str] = []
    for letter in paragraph:
        joins = bool(pieces) and (
            letter in _NO_START
            or letter == " "
            or pieces[-1][-1] in _NO_END
            or not (is_han(letter) or is_han(pieces[-1][-1]) or pieces[-1].endswith(" "))
        )
        if joins:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return tuple(pieces)
