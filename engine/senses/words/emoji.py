"""What emoji say by themselves, in every language: a small table of our own, not measured."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_GLAD: Final = "😀😃😄😁😆😊🙂☺😇🥰😍🤩😘😗😚😙😋😎🤗🥳😸😺😻🎉🎊💯"
_WARM: Final = "❤🧡💛💚💙💜🤎🖤🤍♥💕💞💓💗💖💘💝👍👏🙌💪🌹🌟✨🤝🫶🙏😌😂🤣"
_PLAIN: Final = "😐😑😶🤔🤷🙄😴"
_SORRY: Final = "😕🙁☹😟😔😞😥😓😣😖😩😫🥺😿💔👎🥀😬😒"
_HARSH: Final = "😢😭😠😡🤬😤😰😨😱😦😧🤢🤮😈👿💀☠🖕😾"

EMOJI: Final[Mapping[str, float]] = MappingProxyType(
    {
        **dict.fromkeys(_GLAD, 0.8),
        **dict.fromkeys(_WARM, 0.6),
        **dict.fromkeys(_PLAIN, 0.0),
        **dict.fromkeys(_SORRY, -0.5),
        **dict.fromkeys(_HARSH, -0.7),
    }
)
KAOMOJI: Final[Mapping[str, float]] = MappingProxyType(
    {":)": 0.5, ":-)": 0.5, ":D": 0.7, "^_^": 0.6, "<3": 0.6, ":(": -0.5, ":-(": -0.5, "T_T": -0.6}
)


def emoji_in(text: str) -> tuple[float, ...]:
    """The values of the emoji in a clean text, in their order."""
    signs = tuple(EMOJI[letter] for letter in text if letter in EMOJI)
    faces = tuple(
        value for face, value in KAOMOJI.items() for _ in range(min(3, text.count(face)))
    )
    return signs + faces


def without_emoji(text: str) -> str:
    """The text with its emoji taken out."""
    plain = "".join(" " if letter in EMOJI else letter for letter in text)
    for face in KAOMOJI:
        plain = plain.replace(face, " ")
    return " ".join(plain.split())
