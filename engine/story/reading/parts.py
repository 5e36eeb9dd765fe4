"""
A film file by file, so that what did not change need not be read again.

A part is what one file's scenes came to. It is kept only of a film without an error, and is
used only where everything it takes for granted of the other files still holds: then reading it
from its text would give the very same. Whatever cannot be vouched for is read from its text.
"""

from collections import Counter
from collections.abc import (
    Callable,
    Collection,
    ItemsView,
    Iterable,
    Iterator,
    Mapping,
    ValuesView,
)
from dataclasses import dataclass
from typing import Final, Protocol

from engine.story.findings import Finding
from engine.story.gist import Gist, gist_of, together
from engine.story.model import Scene, Story
from engine.story.places import Place
from engine.story.reading.choice import Habits
from engine.story.reading.draft import Draft
from engine.story.reading.yamltext import MapNode
from engine.story.units import SceneId

STORY: Final = "story.yaml"
_SCENE: Final = "scene."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one file's scenes came to, none of them with an error."""

    file: str
    scenes: Mapping[SceneId, Scene]
    places: Mapping[str, Place]
    gist: Gist
    findings: tuple[Finding, ...]


class Kept(Protocol):
    """
    What an earlier reading left of the same texts; the shelf has one for long films.

    It answers only for a file whose text is the same, byte by byte.
    """

    def head(self) -> MapNode | None:
        """What the story's own file said, but for what stands under `scenes`."""
        ...

    def part(self, file: str, context: str) -> Part | None:
        """What a file came to where the story's head said the same about its scenes."""
        ...

    def keep(self, parts: Iterable[Part], context: str, head: MapNode | None) -> None:
        """Keep what was read now."""
        ...


class Parts:
    """What one reading has from an earlier one, and what of it turned out not to hold."""

    def __init__(self, kept: Kept | None = None, without: frozenset[str] = frozenset()) -> None:
        self._kept = kept
        self._found: dict[str, Part] = {}
        self._files: tuple[str, ...] = ()
        self._context = ""
        self._skeleton: MapNode | None = None
        self.root: MapNode | None = None
        """The story's own file as it is read now."""
        self.without = without
        """Files that are read from their texts, whatever was kept of them."""
        self.doubts: frozenset[str] = frozenset()
        """Files of which something was kept that does not go with the others any more."""

    def head(self) -> MapNode | None:
        """The story's own file but for its scenes, if it was kept."""
        if self._kept is not None and STORY not in self.without:
            self._skeleton = self._kept.head()
        return self._skeleton

    def look_up(self, files: tuple[str, ...], draft: Draft, habits: Habits) -> None:
        """Find what was kept of these files under what the head says now."""
        self._files = files
        if self._kept is None:
            return
        self._context = _context(draft, habits)
        for file in files:
            part = None if file in self.without else self._kept.part(file, self._context)
            if part is not None:
                self._found[file] = part
        if self._skeleton is not None and STORY not in self._found:
            self._doubt([STORY])  # a head without its scenes

    def enter(self, file: str, draft: Draft) -> bool:
        """Take in what was kept of a file; false where it is to be read from its text."""
        part = self._found.get(file)
        if part is None:
            return False
        draft.notes.add(part.findings)
        # The place is never told: a name that is taken twice has its file read from the text.
        draft.scenes.update(dict.fromkeys(part.scenes, Place(file, 1)))
        draft.labels |= part.gist.labels
        draft.endings |= part.gist.endings
        return True

    @property
    def entered(self) -> bool:
        """Whether any scene was kept."""
        return any(part.scenes for part in self._found.values())

    def doubt_names(self, draft: Draft, fresh: Iterable[str]) -> None:
        """Doubt what leads to a scene that is gone, and what names one that is named twice."""
        if not self._found:
            return
        names = Counter(fresh)
        for part in self._found.values():
            names.update(part.scenes.keys())
            if not part.gist.needs_scenes <= draft.scenes.keys():
                self._doubt([part.file])
        if names.total() > len(names):
            twice = {name for name, count in names.items() if count > 1}
            self._doubt(file for file, part in self._found.items() if twice & part.scenes.keys())

    def doubt_words(self, draft: Draft) -> None:
        """Doubt what asks about an option or an ending that is gone."""
        for part in self._found.values():
            labels = part.gist.needs_labels <= draft.labels
            if not labels or not part.gist.needs_endings <= draft.endings:
                self._doubt([part.file])
        # Among many errors some are told in fewer words, by the order in which they are met.
        if draft.notes.full or (draft.notes.many and not draft.notes.sound):
            self._doubt(self._found)

    def scenes(self, fresh: Mapping[SceneId, Scene]) -> Mapping[SceneId, Scene]:
        """All scenes of the film, in the order of its files."""
        if not self._found:
            return fresh
        by_file: dict[str, dict[SceneId, Scene]] = {file: {} for file in self._files}
        for name, scene in fresh.items():
            by_file[scene.place.file][name] = scene
        files = (self._found.get(file) or by_file[file] for file in self._files)
        return _gathered(files)

    def places(self, fresh: Mapping[str, Place]) -> Mapping[str, Place]:
        """Where each part of the film was written."""
        return ManyPlaces(fresh, self._found.values()) if self._found else fresh

    def keep(self, scenes: Mapping[SceneId, Scene], draft: Draft) -> None:
        """Keep what was read from its text now; where one file has errors, others keep silent."""
        if self._kept is None or self.root is None or self.doubts or not draft.notes.sound:
            return
        parts = _parts([file for file in self._files if file not in self._found], scenes, draft)
        head = _without_scenes(self.root) if self._skeleton is None else None
        if parts or head is not None:
            self._kept.keep(parts, self._context, head)

    def _doubt(self, files: Iterable[str]) -> None:
        self.doubts |= frozenset(files)


class Gathered(Mapping[SceneId, Scene]):
    """Scenes that are fetched when they are first asked for, with the gist of them all."""

    def __init__(
        self, names: Collection[SceneId], fetch: Callable[[SceneId], Scene], gist: Gist
    ) -> None:
        self.gist: Final = gist
        self._names = names
        self._fetch = fetch
        self._met: dict[SceneId, Scene] = {}
        self._whole: dict[SceneId, Scene] = {}
        """All of them in the order of the film, once somebody asked for all."""

    def __getitem__(self, name: SceneId) -> Scene:
        scene = self._met.get(name)
        if scene is None:
            scene = self._met[name] = self._fetch(name)
        return scene

    def values(self) -> ValuesView[Scene]:
        """Every scene, ready to be gone through again and again."""
        return self._all().values()

    def items(self) -> ItemsView[SceneId, Scene]:
        """Every scene with its name."""
        return self._all().items()

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[SceneId]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _all(self) -> Mapping[SceneId, Scene]:
        if len(self._whole) < len(self._names):
            self._whole = self._met = {name: self[name] for name in self._names}
        return self._whole


def _gathered(files: Iterable[Part | Mapping[SceneId, Scene]]) -> Gathered:
    """The scenes of several files as one mapping."""
    parts = tuple(files)
    homes: dict[SceneId, Mapping[SceneId, Scene]] = {}
    for part in parts:
        scenes = part.scenes if isinstance(part, Part) else part
        homes.update(dict.fromkeys(scenes, scenes))
    gists = (part.gist if isinstance(part, Part) else gist_of(part.values()) for part in parts)
    return Gathered(homes, lambda name: homes[name][name], together(gists))


class ManyPlaces(Mapping[str, Place]):
    """The places of what was just read, and behind them those of what was kept."""

    def __init__(self, fresh: Mapping[str, Place], parts: Iterable[Part]) -> None:
        kept = tuple(parts)
        self._fresh = fresh
        self._kept = tuple(part.places for part in kept)
        self._homes = {name: part.places for part in kept for name in part.scenes}

    def __getitem__(self, path: str) -> Place:
        if path in self._fresh:
            return self._fresh[path]
        name = path.removeprefix(_SCENE).partition(".")[0]
        home = self._homes.get(SceneId(name)) if path.startswith(_SCENE) else None
        if home is not None:
            return home[path]
        for places in self._kept:
            if path in places:
                return places[path]
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        yield from self._fresh
        for places in self._kept:
            yield from (path for path in places if path not in self._fresh)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def gist(story: Story) -> Gist:
    """The gist of a whole film, at hand where it was kept."""
    scenes = story.scenes
    return scenes.gist if isinstance(scenes, Gathered) else gist_of(scenes.values())


def _parts(files: list[str], scenes: Mapping[SceneId, Scene], draft: Draft) -> list[Part]:
    """What these files came to; an included one without scenes is not worth keeping."""
    own_scenes: dict[str, dict[SceneId, Scene]] = {file: {} for file in files}
    own_places: dict[str, dict[str, Place]] = {file: {} for file in files}
    for name, scene in scenes.items():
        if scene.place.file in own_scenes:
            own_scenes[scene.place.file][name] = scene
    for path, place in draft.places.items():
        if place.file in own_places:
            own_places[place.file][path] = place
    return [
        Part(
            file=file,
            scenes=own_scenes[file],
            places=own_places[file],
            gist=gist_of(own_scenes[file].values()),
            findings=draft.notes.about(file),
        )
        for file in files
        if own_scenes[file] or file == STORY
    ]


def _context(draft: Draft, habits: Habits) -> str:
    """All that scenes take from the head of their story, in one text."""
    variables = {
        name: (each.first, each.low, each.high, each.one_of)
        for name, each in draft.variables.items()
    }
    spoilt = sorted(draft.spoilt)
    return repr((draft.languages, variables, draft.feelings, spoilt, habits))


def _without_scenes(root: MapNode) -> MapNode:
    entries = tuple(
        (key, MapNode((), node.place) if key.text == "scenes" else node)
        for key, node in root.entries
    )
    return MapNode(entries, root.place, root.in_braces)
