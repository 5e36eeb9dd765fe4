"""The scenes of one file as they are kept: rolled up, and unrolled one by one when asked for."""

from array import array
from collections.abc import Iterator, Mapping
from typing import Final, cast

import msgspec

from engine.shelf.guard import ShelfError
from engine.shelf.places import cache_folder
from engine.shelf.values import ForeignError, Plain, Shapes
from engine.story.model import Scene
from engine.story.places import Place
from engine.story.units import SceneId

Spots = dict[str, tuple[int, int]]
"""Line and column of each part of a scene, by what follows the scene's name in its path."""
_SCENE: Final = "scene."


class Page(msgspec.Struct, array_like=True, frozen=True):
    """One file of a film as it is kept; each scene is bytes of its own, and so are its places."""

    names: list[str]
    ends: bytes
    """Where each scene ends in `body`, and where its places do, in turn."""
    gist: Plain
    findings: Plain
    elsewhere: Spots
    """Places of the file that are in no scene, by their whole path."""
    count: int
    """How many places there are."""
    body: memoryview


PAGE: Final = msgspec.msgpack.Decoder(Page)
_SPOTS: Final = msgspec.msgpack.Decoder(Spots)
_PLAIN: Final = msgspec.msgpack.Decoder()


class Rolls:
    """What a page holds of each scene. ForeignError when it does not hold together."""

    def __init__(self, file: str, page: Page, shapes: Shapes) -> None:
        self.file = file
        self.elsewhere = page.elsewhere
        self.count = page.count
        self.at = {name: at for at, name in enumerate(page.names)}
        self._body = page.body
        self._shape = shapes.of(Scene)
        self._ends = array("I")
        if len(page.ends) != 2 * len(page.names) * self._ends.itemsize:
            raise ForeignError("not as many scenes as names")
        self._ends.frombytes(page.ends)

    def scene(self, name: str) -> Scene:
        """Unroll one scene. KeyError when there is none of this name."""
        at = 2 * self.at[name]
        start = self._ends[at - 1] if at else 0
        held = self._body[start : self._ends[at]]
        try:
            return cast("Scene", self._shape.read(_PLAIN.decode(held), self.file))
        except (msgspec.DecodeError, ValueError) as problem:
            raise self._damaged() from problem

    def places(self, name: str) -> Spots:
        """Where the parts of one scene are written. KeyError when there is none of this name."""
        at = 2 * self.at[name]
        try:
            return _SPOTS.decode(self._body[self._ends[at] : self._ends[at + 1]])
        except (msgspec.DecodeError, ValueError) as problem:
            raise self._damaged() from problem

    def _damaged(self) -> ShelfError:
        says = f"What was kept of {self.file} to read it faster is damaged."
        return ShelfError(f"{says} Remove the folder {cache_folder()}; it is made anew.")


class Scenes(Mapping[SceneId, Scene]):
    """The scenes of one file, each made when it is asked for."""

    def __init__(self, rolls: Rolls) -> None:
        self._rolls = rolls

    def __getitem__(self, name: SceneId) -> Scene:
        return self._rolls.scene(name)

    def __contains__(self, name: object) -> bool:
        return name in self._rolls.at

    def __iter__(self) -> Iterator[SceneId]:
        return (SceneId(name) for name in self._rolls.at)

    def __len__(self) -> int:
        return len(self._rolls.at)


class Places(Mapping[str, Place]):
    """Where the parts of one file's scenes are written; the last scene asked about stays open."""

    def __init__(self, rolls: Rolls) -> None:
        self._rolls = rolls
        self._open: tuple[str, Spots] = ("", {})

    def __getitem__(self, path: str) -> Place:
        scene, rest = split(path)
        if scene in self._rolls.at:
            line, column = self._of(scene)[rest]
        else:
            line, column = self._rolls.elsewhere[path]
        return Place(self._rolls.file, line, column)

    def __iter__(self) -> Iterator[str]:
        yield from self._rolls.elsewhere
        for scene in self._rolls.at:
            yield from (f"{_SCENE}{scene}{rest}" for rest in self._of(scene))

    def __len__(self) -> int:
        return self._rolls.count

    def _of(self, scene: str) -> Spots:
        if self._open[0] != scene:
            self._open = (scene, self._rolls.places(scene))
        return self._open[1]


def split(path: str) -> tuple[str, str]:
    """A path's scene and what follows its name; no scene where it is of none."""
    if not path.startswith(_SCENE):
        return "", path
    scene, dot, rest = path.removeprefix(_SCENE).partition(".")
    return scene, dot + rest
