"""What a slip of the pen in a whole film costs: a sentence at its line, and never more."""

from itertools import islice

import pytest

from engine.story.check import check
from engine.story.film import Film
from engine.story.findings import Weight, excerpt
from engine.story.reading.parse import parse
from tests.hostile.slips import SHIPPED, meant, slips

MANY = 500
SEED = 20


def said(text: str, film: str):
    """Everything told of a story; one that has errors is no story."""
    parsed = parse({"story.yaml": text}, film)
    errors = any(each.weight is Weight.ERROR for each in parsed.findings)
    assert (parsed.story is None) == errors, text
    return (*parsed.findings, *(() if errors else check(Film(parsed.story))))


@pytest.mark.parametrize("part", range(5))
def test_no_slip_of_one_token_is_more_than_findings(part):
    """A text with one slip is a film, or there are errors with a place in it; never a crash."""
    for film, text in islice(slips(MANY, SEED), part, MANY, 5):
        lines = text.count("\n") + 2
        for finding in said(text, film):
            assert 1 <= finding.place.line <= lines, (finding, text)
            assert finding.place.column >= 1
            assert finding.says
            assert finding.remedy
            excerpt(finding, {"story.yaml": text})


def test_the_slips_are_all_different():
    """Or five hundred would be fewer."""
    assert len({text for _, text in slips(MANY, SEED)}) == MANY
    assert len(SHIPPED) >= 2


@pytest.mark.parametrize(
    "slip", list(meant()), ids=lambda slip: f"{slip.film}:{slip.line}:{slip.code}:{slip.was}"
)
def test_a_letter_too_many_is_told_on_its_line(slip):
    """With the code it has, and where the author has to look."""
    told = said(slip.text, slip.film)

    assert (slip.code, slip.line) in [(each.rule.code, each.place.line) for each in told], told
