"""What a clip is made of: the code it is drawn by and the sound it is set to."""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path


def fingerprint(root: Path, module: str) -> str:
    """One number for every file that a scene's picture and sound depend on."""
    files = {*_reached(root, module), *(root / "making" / "sound").glob("**/*.py")}
    files |= _reached(root, "making.reel")
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
