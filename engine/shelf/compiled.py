"""
What was read of long films, kept so that the next start need not read it again.

Each file of a film is kept under a name made of its very bytes, what the story's head says of
its scenes, and the engine's own source: whatever changes, the name is another, so nothing stale
is ever found. Scenes are made of it only when somebody asks for them.
"""

import hashlib
import sys
from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import yaml

from engine.shelf.cache import Cache
from engine.shelf.places import cache_folder
from engine.shelf.rolls import PAGE, Page, Places, Rolls, Scenes, Spots, split
from engine.shelf.texts import Texts
from engine.shelf.values import Shapes
from engine.story.findings import Finding
from engine.story.gist import Gist
from engine.story.model import Scene
from engine.story.reading.parts import STORY, Part
from engine.story.reading.yamltext import MapNode

FOLDER: Final = "stories"
_ENGINE: Final = Path(__file__).resolve().parent.parent
_plain = msgspec.msgpack.Encoder()
_read = msgspec.msgpack.Decoder()


class Shelved:
    """What was kept of one film, and where more of it is kept."""

    def __init__(self, texts: Texts, keep: Cache | None = None) -> None:
        self._texts = texts
        self._cache = keep or Cache(cache_folder() / FOLDER)
        self._shapes = Shapes()

    def head(self) -> MapNode | None:
        """What the story's own file said, but for what stands under `scenes`."""
        held = self._cache.get(self._name(STORY, "head"))
        try:
            return (
                None if held is None else self._shapes.of(MapNode).read(_read.decode(held), STORY)
            )
        except (msgspec.DecodeError, ValueError):
            return None

    def part(self, file: str, context: str) -> Part | None:
        """What a file came to where the story's head said the same about its scenes."""
        held = self._cache.get(self._name(file, context))
        try:
            return None if held is None else self._part(file, PAGE.decode(held))
        except (msgspec.DecodeError, ValueError):
            return None

    def keep(self, parts: Iterable[Part], context: str, head: MapNode | None) -> None:
        """Keep what was read now."""
        for part in parts:
            page = _plain.encode(self._page(part))
            self._cache.put(self._name(part.file, context), page)
        if head is not None:
            plain = self._shapes.of(MapNode).plain(head, STORY)
            self._cache.put(self._name(STORY, "head"), _plain.encode(plain))
        self._cache.trim()

    def _name(self, file: str, context: str) -> str:
        told = "\0".join((_edition(), file, self._texts.digest(file), context))
        return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()

    def _page(self, part: Part) -> Page:
        scene_shape, own = self._shapes.of(Scene), _by_scene(part)
        body, ends = bytearray(), array("I")
        for name, scene in part.scenes.items():
            body += _plain.encode(scene_shape.plain(scene, part.file))
            ends.append(len(body))
            body += _plain.encode(own.pop(name, {}))
            ends.append(len(body))
        return Page(
            names=list(part.scenes),
            ends=ends.tobytes(),
            gist=self._shapes.of(Gist).plain(part.gist, part.file),
            findings=self._shapes.of(tuple[Finding, ...]).plain(part.findings, part.file),
            elsewhere=own.pop("", {}),
            count=len(part.places),
            body=memoryview(body),
        )

    def _part(self, file: str, page: Page) -> Part:
        rolls = Rolls(file, page, self._shapes)
        return Part(
            file=file,
            scenes=Scenes(rolls),
            places=Places(rolls),
            gist=self._shapes.of(Gist).read(page.gist, file),
            findings=self._shapes.of(tuple[Finding, ...]).read(page.findings, file),
        )


def shelved(sources: Mapping[str, str]) -> Shelved | None:
    """What was kept of a film; none of a short one, which is read as fast as it is found."""
    return Shelved(sources) if isinstance(sources, Texts) else None


def _by_scene(part: Part) -> dict[str, Spots]:
    """The places of a part by scene and by what follows its name; others under no name."""
    own: dict[str, Spots] = {}
    for path, place in part.places.items():
        scene, rest = split(path)
        known = scene in part.scenes
        own.setdefault(scene if known else "", {})[rest if known else path] = (
            place.line, place.column,
        )  # fmt: skip
    return own


@cache
def _edition() -> str:
    """What the engine that reads is: its source, and what it stands on."""
    digest = hashlib.sha256(f"{sys.version} {yaml.__version__}".encode())
    for path in sorted((*_ENGINE.glob("story/**/*.py"), *_ENGINE.glob("shelf/**/*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
