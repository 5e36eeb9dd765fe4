"""Looking over an author's shoulder: what of a film's files was changed while it plays."""

from engine.desk.films import read, spoken
from engine.shelf.films import FilmFolder
from engine.shelf.guard import ShelfError
from engine.shelf.watching import stamps
from engine.story.film import Film
from engine.story.findings import Weight


class Shoulder:
    """A film's folder, looked at again and again. Call it for what was changed since."""

    def __init__(self, folder: FilmFolder, language: str) -> None:
        self._folder, self._language = folder, language
        self.newest: Film | None = None
        """The last one that could be read; none before the first."""
        self._seen = stamps(folder.path)

    def __call__(self) -> Film | str | None:
        """The film anew; its first error if it has any; none where nothing was changed."""
        seen = stamps(self._folder.path)
        if seen == self._seen:
            return None
        self._seen = seen
        try:
            opened = read(self._folder)
            if opened.film is None:
                errors = [one for one in opened.findings if one.weight is Weight.ERROR]
                return str(errors[0])
            self.newest = spoken(opened.film, self._folder, self._language)
        except ShelfError as problem:
            return str(problem)
        return self.newest
