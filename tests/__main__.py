"""Everything that must hold, in one command: `python -m tests` (`--slow`: and what takes long)."""

import os
import subprocess
import sys

CHECKS = (
    ("format", ("ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("ruff", "check", "--quiet", ".")),
    ("types", ("mypy",)),
    ("layers", ("importlinter.cli", "lint")),
)


def main() -> int:
    """Run every check, say which failed, and end with pytest's own words."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    failed = [name for name, command in CHECKS if _fails(name, command)]
    slow = [] if "--slow" in sys.argv else ["-m", "not slow"]
    if _fails("tests", ("pytest", "-q", *slow)):
        failed.append("tests")
    if failed:
        print(f"not green: {', '.join(failed)}")
    return 1 if failed else 0


def _fails(name: str, command: tuple[str, ...]) -> bool:
    print(f"== {name}", flush=True)
    return subprocess.run([sys.executable, "-m", *command], check=False).returncode != 0


if __name__ == "__main__":
    raise SystemExit(main())
