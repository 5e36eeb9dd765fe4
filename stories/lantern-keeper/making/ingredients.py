"""What a clip is made of: the code that draws it, and the score it is set to."""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path


def of_picture(root: Path, scene: str) -> str:
    """One number for every file that a scene's picture depends on."""
    return _digest(root, _reached(root, f"making.scenes.{scene}") | _reached(root, "making.reel"))


def of_sound(root: Path) -> str:
    """One number for the score, which is one piece for all scenes."""
    return _digest(root, set((root / "making" / "sound").glob("**/*.py")))


def _digest(root: Path, files: set[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _reached(root: Path, module: str) -> set[Path]:
    """The files of the making folder that `module` imports, and theirs, and so on."""
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        file = _file(root, waiting.pop())
        if file is not None and file not in found:
            found.add(file)
            waiting.extend(_imported(file))
    return found


def _file(root: Path, module: str) -> Path | None:
    plain = root.joinpath(*module.split(".")).with_suffix(".py")
    return plain if module.startswith("making.") and plain.exists() else None


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(base), names=names):
                yield base
                yield from (f"{base}.{name.name}" for name in names)
