"""The shipped models are the ones their card speaks of, and can be made again."""

import hashlib
import re

import pytest

CARD_ROW = re.compile(r"\| `([\w.-]+)` \| ([\d ]+) \| `([0-9a-f]{64})` \|")


@pytest.fixture(scope="module")
def card(models):
    return (models / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_each_model_is_the_one_its_card_names(models, card):
    """A changed file without a changed card would be somebody else's model."""
    rows = CARD_ROW.findall(card)

    assert {name for name, _, _ in rows} == {path.name for path in models.glob("*.*n[np]*[xz]")}
    for name, size, digest in rows:
        written = (models / name).read_bytes()
        assert len(written) == int(size.replace(" ", ""))
        assert hashlib.sha256(written).hexdigest() == digest


def test_the_card_says_what_nobody_likes_to_say(card):
    """Provenance, licence, limits, bias."""
    for word in ("not been measured", "never cleared", "Limits", "FER2013", "CPED", "trained"):
        assert word in card
