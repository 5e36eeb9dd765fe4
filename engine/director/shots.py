"""From a scene's clip to the shot that plays it."""

from dataclasses import replace

from engine.messages.shots import Shot, Source
from engine.story.clips import ClipFacts
from engine.story.film import Film
from engine.story.lengths import UNREAD, reading_time, stand_in_time
from engine.story.model import Clip, ClipKind, Scene
from engine.story.units import Seconds


def shot_of(film: Film, scene: Scene, clip: Clip, visit: int, language: str) -> Shot:
    """The shot of one visit to a scene: the file if it can be played, else a stand-in for it."""
    return replace(
        _silent(film, scene, clip, visit, language), bed=clip.bed, stem=clip.stem, bar=clip.bar
    )


def _silent(film: Film, scene: Scene, clip: Clip, visit: int, language: str) -> Shot:
    """The shot without its music."""
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
    length = seconds or stand_in_time(scene)
    return Shot(
        scene=scene.id,
        visit=visit,
        source=Source.STAND_IN,
        title=scene.id,
        words=words,
        length=length,
    )


def _of_file(film: Film, scene: Scene, clip: Clip, visit: int, language: str) -> Shot:
    file = clip.by_language.get(language, clip.file or "")
    facts = film.clips.get(file)
    if not isinstance(facts, ClipFacts) and clip.fallback is None:
        shot = stand_in(scene, visit, clip.seconds)
        return _looped(shot) if clip.loop else shot
    whole = facts.length if isinstance(facts, ClipFacts) else clip.seconds or UNREAD
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
        length=clip.seconds or UNREAD,
        view=clip.view,
    )


def _looped(shot: Shot) -> Shot:
    return replace(shot, loop=True)


def _cut(clip: Clip, whole: Seconds) -> tuple[Seconds, Seconds]:
    """From where to where a file is played; all of it where the author's cut leaves nothing."""
    start = _within(clip.start or Seconds(0.0), whole)
    end = whole if clip.end is None else _within(clip.end, whole)
    return (start, end) if start < end else (Seconds(0.0), whole)


def _within(moment: Seconds, whole: Seconds) -> Seconds:
    """A moment of a file; negative ones count from its end."""
    return Seconds(min(max(moment + whole if moment < 0 else moment, 0.0), whole))
