"""The codes that languages have."""

import pytest

from engine.story.languages import is_language


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("zh", True),
        ("ar", True),
        ("pt-BR", True),
        ("zh-Hant", True),
        ("zh_CN", False),
        ("arabic", False),
        ("cn", False),
        ("", False),
    ],
)
def test_a_code_is_a_languages_and_no_countrys(code, known):
    """`cn` is written for `zh` every day."""
    assert is_language(code) is known
