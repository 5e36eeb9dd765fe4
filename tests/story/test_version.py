"""Which text a save, a tape or a ledger speaks of."""

from engine.story.version import version_of


def test_equal_texts_have_one_version_however_they_were_found():
    """A disk lists files in any order."""
    assert version_of({"a": "1", "b": "2"}) == version_of({"b": "2", "a": "1"})


def test_any_letter_makes_another():
    """In a text, in a name, and where one ends and the next begins."""
    texts = [{}, {"a": "1"}, {"a": "2"}, {"b": "1"}, {"a": "1", "b": ""}, {"a": "1b"}, {"ab": "1"},
             {"a": "", "1": ""}, {"a": "灯"}]  # fmt: skip

    assert len({version_of(one) for one in texts}) == len(texts)
