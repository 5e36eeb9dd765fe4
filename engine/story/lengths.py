"""How long what a scene shows stays on the screen, also where no clip is there yet."""

from collections.abc import Iterator, Mapping
from typing import Final

from engine.story.clips import ClipFacts, ClipFault
from engine.story.media import files_of, moment
from engine.story.model import Choice, Clip, ClipKind, Scene, Way
from engine.story.units import Seconds

UNREAD: Final = Seconds(6.0)
"""How long a picture stands that nobody gave a length."""
_LEAST: Final = Seconds(4.0)
_MOST: Final = Seconds(30.0)
_FIRST_LOOK: Final = Seconds(2.0)
_A_WORD: Final = Seconds(0.35)
_A_SIGN: Final = Seconds(0.22)
"""How long a slow reader takes for a word, and for a sign of a script that has no blanks."""
_BREATH: Final = Seconds(2.0)
_EAST_ASIAN: Final = "\u2e80"


def opening(choice: Choice, length: Seconds) -> Seconds:
    """When the card opens for who is not read surely: at `at`, or after the reading if later."""
    at = choice.at if choice.at is not None else Seconds(-(choice.lasts or 0.0))
    opens = max(moment(at, length), 0.0)
    if choice.read is not None and choice.by[0] is Way.FACE:
        opens = max(opens, moment(choice.read.end, length))
    return Seconds(opens)


def reading_time(words: str) -> Seconds:
    """How long words stay on the screen so that a slow reader can read them."""
    signs = sum(sign >= _EAST_ASIAN for sign in words)
    spaced = len("".join(" " if sign >= _EAST_ASIAN else sign for sign in words).split())
    return Seconds(min(max(_FIRST_LOOK + spaced * _A_WORD + signs * _A_SIGN, _LEAST), _MOST))


def stand_in_time(scene: Scene) -> Seconds:
    """How long a stand-in is shown for a clip that is not there and was given no length."""
    words = scene.describe or scene.note or ""
    return Seconds(max(reading_time(words), _decision_time(scene)))


def lengths_shown(
    scene: Scene, clip: Clip, clips: Mapping[str, ClipFacts | ClipFault]
) -> Iterator[Seconds]:
    """How long a clip is shown, in each language that has a file of its own."""
    match clip.kind:
        case ClipKind.SLATE:
            yield clip.seconds or reading_time(clip.text or "")
        case ClipKind.STILL:
            yield clip.seconds or UNREAD
        case ClipKind.FILE:
            for file in files_of(clip):
                yield _of_file(scene, clip, clips.get(file))


def _of_file(scene: Scene, clip: Clip, facts: ClipFacts | ClipFault | None) -> Seconds:
    if not isinstance(facts, ClipFacts):
        picture = UNREAD if clip.fallback is not None else stand_in_time(scene)
        return clip.seconds or picture
    start = _within(clip.start or Seconds(0.0), facts.length)
    end = facts.length if clip.end is None else _within(clip.end, facts.length)
    return Seconds(end - start) if start < end else facts.length


def _within(written: Seconds, whole: Seconds) -> Seconds:
    return Seconds(min(max(moment(written, whole), 0.0), whole))


def _decision_time(scene: Scene) -> float:
    """How long a stand-in must be so that its scene's decision has room."""
    if not isinstance(scene.way, Choice):
        return 0.0
    choice = scene.way
    read = (choice.read.start, choice.read.end) if choice.read is not None else ()
    moments = [abs(moment) for moment in (choice.at, choice.lasts, *read) if moment is not None]
    opens, lasts = choice.at or Seconds(0.0), choice.lasts or Seconds(0.0)
    last = max(moments, default=Seconds(0.0))
    return max(last, opens + lasts if opens >= 0 else 0.0) + _BREATH
