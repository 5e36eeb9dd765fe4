"""What is said when the program itself is at fault."""

import sys
import traceback

from engine.shelf.guard import ShelfError
from engine.shelf.places import state_folder
from engine.shelf.writing import write_whole


def fault_file(problem: Exception) -> str:
    """Put the details of a fault into a file and say so in one sentence for people."""
    path = state_folder() / "last-fault.txt"
    says = f"Something broke that should not ({type(problem).__name__}: {problem})."
    try:
        write_whole(path, "".join(traceback.format_exception(problem)))
    except ShelfError:
        return f"{says} Start again with --verbose and tell us what it says."
    return f"{says} The details are in {path}; please send it to us."


def say(sentence: str) -> None:
    """One sentence for whoever started us; the film goes on."""
    print(f"kinoeye: {sentence}", file=sys.stderr, flush=True)
