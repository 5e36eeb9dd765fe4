"""What can be fetched: every offer can be trusted or is not made."""

import re

import pytest

from engine.settings import Faces
from engine.shelf.offers import OFFERS, offer


@pytest.mark.parametrize("each", OFFERS, ids=lambda each: each.name)
def test_an_offer_names_its_maker_its_licence_and_a_hash(each):
    """Nothing is fetched that could be exchanged on the way."""
    assert each.address.startswith("https://")
    assert re.fullmatch(r"[0-9a-f]{64}", each.sha256 or "0" * 64)
    assert re.fullmatch(r"[0-9a-f]{40}", each.git or "0" * 40)
    assert each.sha256 or each.git
    assert all((each.licence, each.terms, each.known_by, each.improves, each.about))
    assert offer(each.name) is each


def test_the_settings_name_only_readers_that_can_be_had():
    """A name in the settings that nothing answers to would be a promise broken."""
    named = Faces.model_json_schema()["properties"]["model"]["enum"]

    assert set(named) - {"embedded"} <= {each.name for each in OFFERS}
    assert offer("embedded") is None
