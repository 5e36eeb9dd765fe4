"""What a run of scenes comes to without a second look at each: its files, its words, its needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.story.conditions import Condition, Effect
from engine.story.model import Choice, End, Next, Pick, PickMode, Scene
from engine.story.places import Place
from engine.story.trees import Call, Felt, Function, Tree, parts_of
from engine.story.units import OptionId, SceneId


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """
    What can be asked of many scenes at once.

    It is all that a part of a film needs to know, and to tell, of the other parts.
    """

    felt: bool = False
    """Whether some condition asks what was felt."""
    asks: frozenset[Function] = frozenset()
    """What conditions and effects ask of the viewing."""
    picks: frozenset[PickMode] = frozenset()
    """How the film picks where there is more than one scene to pick from."""
    files: tuple[tuple[str, Place], ...] = ()
    """Every file a clip names, at the first place it is named."""
    chapters: tuple[tuple[SceneId, str], ...] = ()
    """The scenes that begin a chapter, and its name."""
    warned: tuple[tuple[str, SceneId, int], ...] = ()
    """Every warning, with the first scene that names it and its number there."""
    formers: tuple[tuple[str, SceneId], ...] = ()
    """Names that scenes had before, and what they are called now."""
    labels: frozenset[OptionId] = frozenset()
    """The ids of all options."""
    endings: frozenset[str] = frozenset()
    needs_scenes: frozenset[str] = frozenset()
    """The scenes led to or asked about; those of other files among them."""
    needs_labels: frozenset[str] = frozenset()
    needs_endings: frozenset[str] = frozenset()


def gist_of(scenes: Iterable[Scene]) -> Gist:
    """The gist of these scenes."""
    gathering = _Gathering()
    for scene in scenes:
        gathering.take(scene)
    return gathering.gist()


def together(gists: Iterable[Gist]) -> Gist:
    """The gist of all of these, in order."""
    each = tuple(gists)
    files: dict[str, Place] = {}
    for gist in each:
        for file, place in gist.files:
            files.setdefault(file, place)
    warned: dict[str, tuple[str, SceneId, int]] = {}
    for gist in each:
        for warning in gist.warned:
            warned.setdefault(warning[0], warning)
    return Gist(
        felt=any(gist.felt for gist in each),
        asks=frozenset().union(*(gist.asks for gist in each)),
        picks=frozenset().union(*(gist.picks for gist in each)),
        files=tuple(files.items()),
        chapters=tuple(chapter for gist in each for chapter in gist.chapters),
        warned=tuple(warned.values()),
        formers=tuple(former for gist in each for former in gist.formers),
        labels=frozenset().union(*(gist.labels for gist in each)),
        endings=frozenset().union(*(gist.endings for gist in each)),
        needs_scenes=frozenset().union(*(gist.needs_scenes for gist in each)),
        needs_labels=frozenset().union(*(gist.needs_labels for gist in each)),
        needs_endings=frozenset().union(*(gist.needs_endings for gist in each)),
    )


class _Gathering:
    """A gist while it grows."""

    def __init__(self) -> None:
        self._felt = False
        self._asks: set[Function] = set()
        self._picks: set[PickMode] = set()
        self._files: dict[str, Place] = {}
        self._chapters: list[tuple[SceneId, str]] = []
        self._warned: dict[str, tuple[str, SceneId, int]] = {}
        self._formers: list[tuple[str, SceneId]] = []
        self._labels: set[OptionId] = set()
        self._endings: set[str] = set()
        self._scenes: set[str] = set()
        self._asked_labels: set[str] = set()
        self._asked_endings: set[str] = set()

    def take(self, scene: Scene) -> None:
        """One scene more."""
        self._scenes.update(scene.following)
        self._formers += [(name, scene.id) for name in scene.was]
        for at, warning in enumerate(scene.warn):
            self._warned.setdefault(warning, (warning, scene.id, at))
        if scene.chapter:
            self._chapters.append((scene.id, scene.chapter))
        for file, place in _files_in(scene):
            self._files.setdefault(file, place)
        match scene.way:
            case End(name=name):
                self._endings.add(name)
            case Choice(options=options):
                self._labels.update(option.id for option in options)
            case Pick(mode=mode, entries=[_, _, *_]):
                self._picks.add(mode)
            case _:
                pass
        for asking in parts_with_names(scene):
            for part in parts_of(asking.tree):
                self._ask(part)

    def gist(self) -> Gist:
        """What was gathered."""
        return Gist(
            felt=self._felt,
            asks=frozenset(self._asks),
            picks=frozenset(self._picks),
            files=tuple(self._files.items()),
            chapters=tuple(self._chapters),
            warned=tuple(self._warned.values()),
            formers=tuple(self._formers),
            labels=frozenset(self._labels),
            endings=frozenset(self._endings),
            needs_scenes=frozenset(self._scenes),
            needs_labels=frozenset(self._asked_labels),
            needs_endings=frozenset(self._asked_endings),
        )

    def _ask(self, part: Tree) -> None:
        if isinstance(part, Felt):
            self._felt = True
        if not isinstance(part, Call):
            return
        self._asks.add(part.function)
        about = part.about or ""
        match part.function:
            case Function.VISITED | Function.VISITS | Function.SEEN_BEFORE:
                self._scenes.add(about)
            case Function.CHOSEN:
                self._asked_labels.add(about)
            case Function.ENDED:
                self._asked_endings.add(about)
            case _:
                pass


def _files_in(scene: Scene) -> Iterator[tuple[str, Place]]:
    for variant in scene.play:
        clip = variant.clip
        for file in (clip.file, clip.fallback, *clip.by_language.values(), clip.bed, clip.stem):
            if file is not None:
                yield file, clip.place


def parts_with_names(scene: Scene) -> Iterator[Condition | Effect]:
    """Every condition and effect of a scene."""
    yield from scene.set
    conditions = [variant.when for variant in scene.play]
    match scene.way:
        case Next(branches=branches):
            conditions += [branch.when for branch in branches]
        case Pick(entries=entries):
            conditions += [entry.when for entry in entries]
        case Choice(options=options):
            conditions += [option.when for option in options]
            for option in options:
                yield from option.set
        case _:
            pass
    yield from (condition for condition in conditions if condition is not None)
