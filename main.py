"""Start Kinoeye: `python main.py` opens the library, `python main.py --help` tells the rest."""

import sys

try:
    from engine.desk.cli import main
except ModuleNotFoundError as missing:
    sys.exit(
        f"kinoeye: {sys.executable} has no '{missing.name}'. Run the README's first command, "
        "or `pip install -e .` in a virtual environment, and start again with its Python."
    )

if __name__ == "__main__":
    sys.exit(main())
