"""The scout: in a film with very many clips, looks at those ahead before anybody asks."""

from collections.abc import Iterable, Iterator
from threading import Event
from typing import Final

from engine.messages.facts import Fact, FilmChanged, LanguageChosen
from engine.messages.orders import Cut, Order, Prepare
from engine.messages.shots import Shot
from engine.stage.projection.footage import Footage
from engine.story.film import Film
from engine.story.media import files_of
from engine.story.model import Scene
from engine.story.units import SceneId
from engine.wires import Inbox, Worker

_MOST: Final = 64
"""Clips ahead of one scene; who has more ways on takes but one."""
_FARTHEST: Final = 200
"""Scenes without a picture that are walked through for them."""
_NAP: Final = 0.5

_Wanted = tuple[Footage, str]


class Scout:
    """
    Has the clips looked at that may follow those prepared, on a thread of its own.

    The director asks how long a clip is on the main thread, where looking at a file would cost
    frames. Belongs to the main thread; short films are looked at before they begin and need none.
    """

    def __init__(self, film: Film) -> None:
        self._film = film
        self._wanted: Inbox[_Wanted] = Inbox(1024)
        self._asked = Event()
        self._worker = Worker("scout", self._look, every=0.0, died=lambda *_: None)
        self._walks = False
        self._ahead_of: frozenset[SceneId] = frozenset()

    def obey(self, order: Order) -> None:
        """What is prepared will be on the screen next: look beyond it."""
        match order:
            case Prepare(shots):
                self._expect(shots)
            case Cut(shot, _):
                self._expect((shot,))
            case _:
                pass

    def facts(self) -> tuple[Fact, ...]:
        """A scout tells nobody."""
        return ()

    def overhear(self, fact: Fact) -> None:
        """An edited film, or one in another language, has clips of its own."""
        if isinstance(fact, FilmChanged | LanguageChosen):
            self._film = fact.film

    def close(self) -> None:
        """Look no further. A file that is being read right now is read to its end."""
        if self._walks:
            self._worker.stopping.set()
            self._asked.set()
            self._worker.stop()

    def _expect(self, shots: Iterable[Shot]) -> None:
        clips, scenes = self._film.clips, frozenset(shot.scene for shot in shots)
        if not isinstance(clips, Footage) or scenes <= self._ahead_of:
            return
        self._ahead_of = scenes
        for scene in scenes:
            for file in beyond(self._film, scene):
                self._wanted.put((clips, file))
        self._asked.set()
        if not self._walks:
            self._walks = True
            self._worker.start()

    def _look(self) -> None:
        """One turn of the thread: whatever was asked for meanwhile."""
        if self._asked.wait(_NAP):
            self._asked.clear()
        for clips, file in self._wanted.drain():
            if self._worker.stopping.is_set():
                return
            clips.get(file)


def beyond(film: Film, scene: SceneId) -> tuple[str, ...]:
    """The clips of the first scenes with a picture behind a scene, whichever way is taken."""
    files: dict[str, None] = {}
    for found in _shown_behind(film, scene):
        for variant in found.play:
            files.update(dict.fromkeys(files_of(variant.clip)))
        if len(files) >= _MOST:
            break
    return tuple(files)[:_MOST]


def _shown_behind(film: Film, scene: SceneId) -> Iterator[Scene]:
    scenes = film.story.scenes
    if scene not in scenes:  # an invitation is no scene of the film
        return
    ways = list(scenes[scene].following)
    known = set(ways)
    for _ in range(_FARTHEST):
        if not ways:
            return
        found = scenes[ways.pop(0)]
        if found.play:
            yield found
            continue
        further = [way for way in found.following if way not in known]
        known.update(further)
        ways += further
