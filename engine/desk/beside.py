"""What lies beside a story, its words, subtitles and sounds, gathered for the check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.shelf.films import FilmFolder
from engine.shelf.guard import ShelfError
from engine.shelf.words import PoFault, Wording
from engine.stage.projection.probe_sound import sounds_beside
from engine.stage.projection.subtitles import subtitles_beside, texts_of
from engine.story.checks.words import Fuzzy, Misworded
from engine.story.clips import ClipFacts
from engine.story.film import Film
from engine.story.media import files_of, uses
from engine.story.model import ClipKind, Story
from engine.story.places import Place
from engine.story.sounds import SoundBeside
from engine.story.subtitles import Subtitles
from engine.story.translate import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The files beside a story, as far as they can be read."""

    words: Mapping[str, Words]
    fuzzy: Mapping[str, Fuzzy]
    misworded: tuple[Misworded, ...]
    subtitles: tuple[Subtitles, ...]
    sounds: tuple[SoundBeside, ...]
    texts: Mapping[str, str]
    """What is written in them, by name, so that a line of them can be shown."""


def beside(folder: FilmFolder, story: Story) -> Beside:
    """Everything beside a film's story that its check looks at. Nothing is raised."""
    wordings = {language: folder.wording(language) for language in _languages(folder, story)}
    subtitles = subtitles_beside(folder.path, _clips(story))
    return Beside(
        words={language: each.words for language, each in wordings.items()},
        fuzzy={language: each.fuzzy for language, each in wordings.items()},
        misworded=tuple(_misworded(one) for each in wordings.values() for one in each.faults),
        subtitles=subtitles,
        sounds=sounds_beside(folder.path, _clips(story)),
        texts={**texts_of(folder.path, subtitles), **dict(_texts(folder, wordings))},
    )


def spare_files(folder: FilmFolder, film: Film) -> tuple[str, ...]:
    """What lies in the folder and the story does not name, if it names something that does not."""
    named = {use.file for use in uses(film.story)}
    if all(isinstance(film.clips.get(file), ClipFacts) for file in named):
        return ()
    there = (found.relative_to(folder.path) for found in folder.path.rglob("*.*"))
    return tuple(sorted({each.as_posix() for each in there} - named))


def _languages(folder: FilmFolder, story: Story) -> list[str]:
    """Those the story names and those somebody translated it to."""
    there = sorted(found.stem for found in (folder.path / "lang").glob("*.po"))
    return [each for each in dict.fromkeys((*story.languages, *there)) if each != story.language]


def _clips(story: Story) -> Iterator[str]:
    for scene in story.scenes.values():
        for variant in scene.play:
            if variant.clip.kind is ClipKind.FILE:
                yield from files_of(variant.clip)


def _misworded(fault: PoFault) -> Misworded:
    return Misworded(Place(fault.file, fault.line), fault.says, fault.cure)


def _texts(folder: FilmFolder, wordings: Mapping[str, Wording]) -> Iterator[tuple[str, str]]:
    """The files of translations of which something is said."""
    for each in wordings.values():
        if each.faults or each.fuzzy:
            try:
                yield each.file, folder.file(each.file).read_bytes().decode(errors="replace")
            except (ShelfError, OSError):
                continue  # what is wrong with it is among its faults
