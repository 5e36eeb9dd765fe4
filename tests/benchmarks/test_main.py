"""`python -m benchmarks`: what it lists, it can run."""

import importlib

import pytest

pytest.importorskip("resource", reason="the benchmarks run on Linux")

from benchmarks.__main__ import NAMES, module


@pytest.mark.parametrize("name", NAMES)
def test_every_benchmark_that_is_listed_says_what_it_is_and_can_be_run(name):
    """A list that names what cannot be started would send people looking."""
    found = importlib.import_module(module(name))

    assert (found.__doc__ or "").strip()
    assert callable(found.run)
