"""The codes that languages have."""

import re
from types import MappingProxyType
from typing import Final

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
COUNTRIES: Final = MappingProxyType({"cn": "zh", "jp": "ja", "cz": "cs", "dk": "da", "gr": "el"})
"""Codes of countries that are no language's, and whose language is most likely meant."""


def is_language(code: str) -> bool:
    """Whether a language could have this code."""
    return code not in COUNTRIES and LANGUAGE.fullmatch(code) is not None
