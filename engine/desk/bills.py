"""What the library announces of each film, in every language the film speaks."""

from collections.abc import Iterable

from engine.desk.films import Opened
from engine.shelf.films import FIRST, FilmFolder
from engine.shelf.guard import ShelfError, inside
from engine.stage.bill import Bill
from engine.stage.curtain import POSTER
from engine.story.model import Choice, Story, Way
from engine.story.reading.parts import gist
from engine.story.translate import translated


def bills_of(films: Iterable[Opened]) -> tuple[Bill, ...]:
    """All of them, the film that is there for a first evening at the front."""
    bills = [bill_of(opened) for opened in films]
    return tuple(sorted(bills, key=lambda bill: (bill.film != FIRST, bill.broken, bill.film)))


def bill_of(opened: Opened) -> Bill:
    """One film; where its story has errors, its folder's name and that it is broken."""
    folder = opened.folder
    if opened.film is None:
        return Bill(film=folder.name, folder=folder.path, titles={"en": folder.name}, broken=True)
    story = opened.film.story
    told = {language: _told(story, folder, language) for language in story.languages}
    return Bill(
        film=folder.name,
        folder=folder.path,
        titles={language: one.title for language, one in told.items()},
        summaries={
            language: one.about.summary for language, one in told.items() if one.about.summary
        },
        minutes=story.about.minutes,
        age=story.about.rating.age if story.about.rating is not None else 0,
        warnings=story.about.warnings,
        warnings_shown={language: one.about.shown_warnings for language, one in told.items()},
        poster=_poster(story, folder),
        attract=story.about.attract,
        sign=story.sensing.sign,
        keep=story.sensing.keep,
        words=any(
            isinstance(scene.way, Choice) and Way.TEXT in scene.way.by
            for scene in story.scenes.values()
        ),
        story=story.id,
        chapters={language: _chapters(one) for language, one in told.items()},
    )


def _poster(story: Story, folder: FilmFolder) -> str | None:
    """The picture that announces it; without one its title does, large."""
    name = story.about.poster or POSTER
    try:
        return name if inside(folder.path, name).is_file() else None
    except ShelfError:
        return None


def _chapters(story: Story) -> dict[str, str]:
    return dict(gist(story).chapters)


def _told(story: Story, folder: FilmFolder, language: str) -> Story:
    """The story as told in a language, as far as its translation reaches."""
    if language == story.language:
        return story
    return translated(story, folder.words(language), language)
