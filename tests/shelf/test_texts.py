"""The texts of a long film."""

import pytest

from engine.shelf.texts import Texts


def test_texts_are_read_when_they_are_asked_for():
    """Forty megabytes are not held for the sake of one line."""
    asked = []
    texts = Texts(["a", "b"], lambda name: asked.append(name) or f"text of {name}")
    asked.clear()

    assert texts["b"] == "text of b"
    assert asked == ["b"]
    assert (list(texts), len(texts), "a" in texts, "c" in texts) == (["a", "b"], 2, True, False)
    with pytest.raises(KeyError):
        texts["c"]


def test_a_digest_is_of_what_was_read_last():
    """An author who saves between two looks does not get yesterday's film under today's name."""
    written = {"a": "old"}
    texts = Texts(written, written.__getitem__)
    old = texts.digest("a")
    written["a"] = "new"

    assert texts.digest("a") == old
    assert texts["a"] == "new"
    assert texts.digest("a") == Texts(written, written.__getitem__).digest("a") != old
