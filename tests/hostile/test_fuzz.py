"""A short run of the fuzzers; `python -m tests.hostile.fuzz` runs them for longer."""

from itertools import islice

import pytest

from tests.hostile.fuzz import CORPUS, TARGETS, spliced, tried

MANY = {"loader": 1000, "conditions": 5000}


@pytest.mark.parametrize("target", TARGETS)
def test_no_made_up_input_breaks_a_reader(target):
    """The same inputs every time, so that a red test is red again."""
    for said in islice(spliced(target, seed=1), MANY[target]):
        tried(target, said)


def test_what_broke_a_reader_once_breaks_it_no_more():
    """Every input a fuzzer ever found is tried again."""
    for path in sorted(CORPUS.glob("*-*")):
        TARGETS[path.name.split("-")[0]](path.read_bytes())
