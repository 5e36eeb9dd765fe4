"""
Writes `assets/models/hashes.txt`, by which `kinoeye models verify` knows what ships.

    python -m assets.models.making.hashes

To be run whenever a model was made anew; a test says so when it was forgotten.
"""

import argparse

from engine.shelf.models import HASHES, digest, shipped_models, to_list
from engine.shelf.writing import write_whole


def main() -> None:
    """List every model that ships."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    folder = shipped_models()
    lines = [f"{digest(path)}  {path.name}\n" for path in to_list(folder)]
    write_whole(folder / HASHES, "".join(lines))


if __name__ == "__main__":
    main()
