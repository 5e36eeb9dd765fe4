"""The film's colours: few, dyed into leather or shining through cloth.

A colour is a skia ARGB integer. Amber and oxblood belong to the keeper, teal to Xing, blue-grey to
the storm, rose to the dawn.
"""

from typing import Final, NamedTuple

Colour = int

INK: Final[Colour] = 0xFF140A07
SOOT: Final[Colour] = 0xFF24120C
UMBER: Final[Colour] = 0xFF3B1D10
OXBLOOD: Final[Colour] = 0xFF8E1F17
OXBLOOD_DEEP: Final[Colour] = 0xFF5A120F
CINNABAR: Final[Colour] = 0xFFC23A22
OCHRE: Final[Colour] = 0xFFD08A2E
AMBER: Final[Colour] = 0xFFF2B04A
FLAME: Final[Colour] = 0xFFFFD27A
LAMPLIGHT: Final[Colour] = 0xFFFFE7B0
BONE: Final[Colour] = 0xFFF6DFB4
SKIN_KEEPER: Final[Colour] = 0xFFF2BC78
SKIN_XING: Final[Colour] = 0xFFFFE9C2
BEARD: Final[Colour] = 0xFFEADFC6
TEAL: Final[Colour] = 0xFF1F7A78
TEAL_DEEP: Final[Colour] = 0xFF0F4349
JADE: Final[Colour] = 0xFF6FB89A
STORM: Final[Colour] = 0xFF5E7486
STORM_DEEP: Final[Colour] = 0xFF1C2A38
MIST: Final[Colour] = 0xFFB9C6C9
ROSE: Final[Colour] = 0xFFE9A79A
ROSE_PALE: Final[Colour] = 0xFFF9DCC4
PLUM: Final[Colour] = 0xFF5A2F46


class Tone(NamedTuple):
    """What the back-lit cloth shows, from the lamp's centre outwards."""

    heart: Colour
    inner: Colour
    middle: Colour
    outer: Colour
    edge: Colour


DUSK: Final = Tone(0xFFFFE3A6, 0xFFF3B45C, 0xFFB4622A, 0xFF4A1E12, 0xFF140706)
GOLD: Final = Tone(0xFFFFEBB8, 0xFFF8C36B, 0xFFC9772F, 0xFF5E2814, 0xFF1B0A07)
HEARTH: Final = Tone(0xFFF9D48C, 0xFFDF9440, 0xFF8E4620, 0xFF3A170F, 0xFF120707)
GALE: Final = Tone(0xFFC3CFCE, 0xFF8598A3, 0xFF4C5F70, 0xFF22303E, 0xFF0B1119)
NIGHT: Final = Tone(0xFF7E93A0, 0xFF526778, 0xFF2C3D4E, 0xFF152130, 0xFF080C14)
DAWN: Final = Tone(0xFFFFF1D6, 0xFFF9D2B4, 0xFFE9A79A, 0xFFA9748A, 0xFF4E3A5C)


def blend(a: Colour, b: Colour, share: float) -> Colour:
    """The colour that lies `share` of the way from `a` to `b`, alpha included."""
    return sum(
        round((a >> s & 255) + ((b >> s & 255) - (a >> s & 255)) * share) << s
        for s in (0, 8, 16, 24)
    )


def sheer(colour: Colour, share: float) -> Colour:
    """The same colour with `share` of its full strength, for light and thin leather."""
    return colour & 0xFFFFFF | round(255 * max(0.0, min(1.0, share))) << 24


def blend_tones(a: Tone, b: Tone, share: float) -> Tone:
    """The cloth on its way from one tone to another."""
    return Tone(*(blend(p, q, share) for p, q in zip(a, b, strict=True)))
