"""Which translation belongs to which text, after the author has edited the story."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeVar

from engine.story.guidance import kind_of, scene_of
from engine.story.model import Story
from engine.story.translate import Text

T = TypeVar("T")

_ALIKE: Final = 0.6
"""Labels at least this much alike are one label, reworded."""


@dataclass(frozen=True, slots=True)
class Before:
    """An entry of a translation as it stood, by its place in the file."""

    at: int
    context: str
    """Empty where the file does not say where it stands."""
    source: str
    said: bool
    """Whether there is anything in it that would be lost."""
    obsolete: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """A text, and the entry its translation comes from; none for a new text."""

    text: Text
    before: Before | None = None

    @property
    def fits(self) -> bool:
        """Whether words and place are what they were, so that the translation still holds."""
        was = self.before
        if was is None or was.source != self.text.source:
            return False
        return _unnumbered(was.context) == _unnumbered(self.text.context)


def carried(story: Story, texts: Sequence[Text], before: Iterable[Before]) -> tuple[Carried, ...]:
    """
    Each text with the entry that was made for it or comes nearest, in the order of the story.

    First what stands unchanged, then what was edited in its place, then what moved: with a scene
    that was renamed (`was`), with the same words elsewhere, and last a label that was reworded.
    No entry is given to two texts.
    """
    return _Carrying(story, texts, before).run()


class _Carrying:
    """One matching. It lives for one call only."""

    def __init__(self, story: Story, texts: Sequence[Text], before: Iterable[Before]) -> None:
        self._texts = texts
        living_first = sorted(before, key=lambda one: (one.obsolete, one.at))
        self._left = {one.at: one for one in living_first}
        self._found: dict[str, Before] = {}
        self._was: dict[str, tuple[str, ...]] = {
            scene.id: scene.was for scene in story.scenes.values() if scene.was
        }
        self._options: dict[str, str] = {}
        """Where a reworded option stands, and where it stood."""

    def run(self) -> tuple[Carried, ...]:
        """Every text with what was found for it."""
        self._match(lambda text: [(text.context, text.source)], _words_there, empty=True)
        self._match(lambda text: [(_unnumbered(text.context), text.source)], _words_in_list)
        self._match(lambda text: [text.context], _place)
        self._match(lambda text: [(one, text.source) for one in self._once(text)], _words_there)
        self._match(self._once, _place)
        self._match(_words_wanted, _words_anywhere)
        self._reword()
        self._match(self._stood, _place)
        return tuple(Carried(text, self._found.get(text.context)) for text in self._texts)

    def _match(
        self,
        wanted: Callable[[Text], Iterable[Hashable]],
        offered: Callable[[Before], Hashable],
        *,
        empty: bool = False,
    ) -> None:
        """Give every text still without one the first entry left that offers what it wants."""
        shelf: dict[Hashable, list[Before]] = {}
        for one in self._left.values():
            if one.said or empty:
                shelf.setdefault(offered(one), []).append(one)
        for text in self._open():
            ways = (one for key in wanted(text) for one in shelf.get(key, ()))
            found = next((one for one in ways if one.at in self._left), None)
            if found is not None:
                self._take(text, found)

    def _reword(self) -> None:
        """Pair the labels of a decision that are left over: the likest, or the only ones."""
        left = _by_scene((one.context, one) for one in self._left.values() if _is_label(one))
        new = _by_scene((one.context, one) for one in self._open() if _kind(one) == "label")
        for scene, texts in new.items():
            there = [one for name in (scene, *self._was.get(scene, ())) for one in left[name]]
            alone = len(there) == len(texts) == 1
            for text in texts:
                likest = max(there, key=lambda one: _likeness(one, text), default=None)
                if likest is not None and (alone or _likeness(likest, text) >= _ALIKE):
                    there.remove(likest)
                    self._take(text, likest)
                    self._options[_parent(text.context)] = _parent(likest.context)

    def _take(self, text: Text, before: Before) -> None:
        self._found[text.context] = self._left.pop(before.at)

    def _open(self) -> Iterator[Text]:
        return (text for text in self._texts if text.context not in self._found)

    def _once(self, text: Text) -> list[str]:
        """Where a text stood under its scene's earlier names."""
        scene = scene_of(text.context)
        if scene is None:
            return []
        rest = text.context.removeprefix(f"scene.{scene}")
        return [f"scene.{name}{rest}" for name in self._was.get(scene, ())]

    def _stood(self, text: Text) -> list[str]:
        """Where a text stood while its option's label was another."""
        before = self._options.get(_parent(text.context))
        return [] if before is None else [f"{before}.{kind_of(text.context)}"]


def _unnumbered(context: str) -> str:
    """A place in a list without its number: what is put before it does not move it."""
    return ".".join("#" if part.isdigit() else part for part in context.split("."))


def _words_there(one: Before) -> Hashable:
    return one.context, one.source


def _words_in_list(one: Before) -> Hashable:
    return _unnumbered(one.context), one.source


def _place(one: Before) -> Hashable:
    return one.context


def _words_anywhere(one: Before) -> Hashable:
    return (kind_of(one.context) if one.context else ""), one.source


def _words_wanted(text: Text) -> list[Hashable]:
    return [(kind_of(text.context), text.source), ("", text.source)]


def _is_label(one: Before) -> bool:
    return one.said and not one.obsolete and kind_of(one.context) == "label"


def _kind(text: Text) -> str:
    return kind_of(text.context)


def _by_scene(placed: Iterable[tuple[str, T]]) -> defaultdict[str, list[T]]:
    """What stands in each scene."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for context, one in placed:
        scene = scene_of(context)
        if scene is not None:
            found[scene].append(one)
    return found


def _parent(context: str) -> str:
    return context.rpartition(".")[0]


def _likeness(one: Before, text: Text) -> float:
    return SequenceMatcher(None, one.source, text.source).ratio()
