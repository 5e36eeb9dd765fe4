"""From a scene's clip to the shot that plays it."""

from typing import Final

from engine.messages.shots import Shot, Source
from engine.story.clips import ClipFacts
from engine.story.film import Film
from engine.story.model import Choice, Clip, ClipKind, Scene
from engine.story.units import Seconds

_LEAST: Final = Seconds(4.0)
_MOST: Final = Seconds(30.0)
_FIRST_LOOK: Final = Seconds(2.0)
_A_WORD: Final = Seconds(0.35)
_A_SIGN: Final = Seconds(0.22)
"""How long a reader takes for a word, and for a sign of a script that has no blanks."""
_BREATH: Final = Seconds(2.0)
_UNREAD: Final = Seconds(6.0)
_EAST_ASIAN: Final = "\u2e80"


def reading_time(words: str) -> Seconds:
    """How long words stay on the screen so that a slow reader can read them."""
    signs = sum(sign >= _EAST_ASIAN for sign in words)
    spaced = len("".join(" " if sign >= _EAST_ASIAN else sign for sign in words).split())
    return Seconds(min(max(_FIRST_LOOK + spaced * _A_WORD + signs * _A_SIGN, _LEAST), _MOST))


def shot_of(film: Film, scene: Scene, clip: Clip, visit: int, language: str) -> Shot:
    """The shot of one visit to a scene: the file if it can be played, else a stand-in for it."""
    match clip.kind:
        case ClipKind.FILE:
            return _of_file(film, scene, clip, visit, language)
        case ClipKind.STILL:
            return _of_still(scene, clip, visit, language)
        case ClipKind.SLATE:
            words = clip.text or ""
            length = clip.seconds or reading_time(words)
            return Shot(
                scene=scene.id, visit=visit, source=Source.SLATE, title=words, length=length
            )


def stand_in(scene: Scene, visit: int, seconds: Seconds | None = None) -> Shot:
    """What is shown of a clip that is not there yet."""
    words = scene.describe or scene.note
    length = seconds or max(reading_time(words or ""), _decision_time(scene))
    return Shot(
        scene=scene.id,
        visit=visit,
        source=Source.STAND_IN,
        title=scene.id,
        words=words,
        length=Seconds(length),
    )


def _of_file(film: Film, scene: Scene, clip: Clip, visit: int, language: str) -> Shot:
    file = clip.by_language.get(language, clip.file or "")
    facts = film.clips.get(file)
    if not isinstance(facts, ClipFacts) and clip.fallback is None:
        shot = stand_in(scene, visit, clip.seconds)
        return _looped(shot) if clip.loop else shot
    whole = facts.length if isinstance(facts, ClipFacts) else clip.seconds or _UNREAD
    start, end = _cut(clip, whole)
    return Shot(
        scene=scene.id,
        visit=visit,
        source=Source.FILE,
        file=file,
        fallback=clip.fallback,
        start=start,
        length=Seconds(end - start),
        loop=clip.loop,
        view=clip.view,
    )


def _of_still(scene: Scene, clip: Clip, visit: int, language: str) -> Shot:
    return Shot(
        scene=scene.id,
        visit=visit,
        source=Source.STILL,
        file=clip.by_language.get(language, clip.file or ""),
        fallback=clip.fallback,
        length=clip.seconds or _UNREAD,
        view=clip.view,
    )


def _looped(shot: Shot) -> Shot:
    return Shot(
        scene=shot.scene,
        visit=shot.visit,
        source=shot.source,
        title=shot.title,
        words=shot.words,
        length=shot.length,
        loop=True,
    )


def _cut(clip: Clip, whole: Seconds) -> tuple[Seconds, Seconds]:
    """From where to where a file is played; all of it where the author's cut leaves nothing."""
    start = _within(clip.start or Seconds(0.0), whole)
    end = whole if clip.end is None else _within(clip.end, whole)
    return (start, end) if start < end else (Seconds(0.0), whole)


def _within(moment: Seconds, whole: Seconds) -> Seconds:
    """A moment of a file; negative ones count from its end."""
    return Seconds(min(max(moment + whole if moment < 0 else moment, 0.0), whole))


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
