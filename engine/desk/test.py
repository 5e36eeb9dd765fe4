"""`test`: the rehearsals that authors wrote into their stories, without video."""

import argparse
from collections.abc import Sequence
from typing import Final

from engine.desk.films import load
from engine.director.rehearsal import Outcome, rehearse
from engine.senses.senses import models_folder
from engine.senses.words.words import Words
from engine.shelf.films import shipped_films

OK: Final = 0
FAILED: Final = 1


def run(asked: argparse.Namespace) -> int:
    """Rehearse the films named, or all of the library."""
    return rehearse_all(asked.films or [str(film.path) for film in shipped_films()])


def rehearse_all(films: Sequence[str]) -> int:
    """Run every test of these films and print how each went; 1 where one does not hold."""
    reader = Words(models_folder())
    failed = 0
    for name in films:
        _, film = load(name)
        print(f"{film.story.title}: {_counted(len(film.story.tests))}")
        for outcome in rehearse(film, reader):
            failed += outcome.fault is not None
            print(_line(outcome))
    return FAILED if failed else OK


def _counted(tests: int) -> str:
    if not tests:
        return "no tests in its story"
    return "1 test" if tests == 1 else f"{tests} tests"


def _line(outcome: Outcome) -> str:
    if outcome.fault is None:
        seeds = f" ({outcome.seeds} seeds)" if outcome.seeds > 1 else ""
        return f"  ok    {outcome.test.name}{seeds}"
    seed = f" (seed {outcome.seed})" if outcome.seeds > 1 else ""
    return f"  FAILS {outcome.test.name}{seed}\n        {outcome.test.place}: {outcome.fault}"
