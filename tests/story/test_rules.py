"""The table of findings."""

import re

import pytest

from engine.story.rules import Rule


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.code)
def test_every_rule_says_how_to_mend_it(rule):
    """A finding without a remedy is a complaint."""
    assert rule.remedy.rstrip("}").endswith((".", "{near", "{cure"))
    assert not rule.says.endswith(".")
    assert re.fullmatch(r"S[0-6]\d\d", rule.code)


def test_no_two_rules_share_a_code():
    """Codes are looked up in the handbook."""
    codes = [rule.code for rule in Rule]

    assert sorted(codes) == codes
    assert len(set(codes)) == len(codes)
