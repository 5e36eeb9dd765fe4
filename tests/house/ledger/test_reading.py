"""What the ledger tells of the evenings in it."""

import pytest

from engine.house.ledger.file import LedgerError
from engine.house.ledger.reading import Answered, accounts, count, past_of
from engine.messages.records import Cause, Ended
from engine.story.units import Seconds
from tests.house.viewings import began, evening, turn, written


def test_a_films_account_tells_endings_answers_and_the_last_viewings(tmp_path):
    """What an author asks after the first night."""
    path = tmp_path / "ledger"
    left = (began(), turn("Smile", Cause.BUTTONS), Ended(ending=None, scenes=1, at=Seconds(5.0)))
    written(path, evening(), evening(ending="Cold", option="Wait"), evening(), left)
    written(path, evening(ending="Sham"), sham=True, first=9)

    (account,) = accounts(path)

    assert (account.film, account.viewings, account.left, account.shams) == ("door", 4, 1, 1)
    assert dict(account.endings) == {"Warm": 2, "Cold": 1}
    assert account.minutes == 1.0
    assert account.answered == (
        Answered(scene="door", option="Smile", cause="face", times=2),
        Answered(scene="door", option="Smile", cause="buttons", times=1),
        Answered(scene="door", option="Wait", cause="face", times=1),
    )
    assert [told.ending for told in account.last] == ["Sham", None, "Warm", "Cold", "Warm"]
    assert account.last[0].sham
    assert account.last[-1].path == ("door", "warm")


def test_only_the_last_viewings_are_told_one_by_one(tmp_path):
    """A kiosk has thousands."""
    path = tmp_path / "ledger"

    written(path, *[(began(),)] * 12)

    (account,) = accounts(path)
    assert account.viewings == 12
    assert len(account.last) == 10
    assert account.last[0].began > account.last[-1].began


def test_one_film_is_told_without_the_others(tmp_path):
    """Each film has its own account."""
    path = tmp_path / "ledger"
    written(path, evening("door"), evening("lantern"))

    assert [account.film for account in accounts(path)] == ["door", "lantern"]
    assert [account.film for account in accounts(path, "lantern")] == ["lantern"]
    assert accounts(path, "nobody-saw-it") == ()
    assert count(path) == 2


def test_a_ledger_that_cannot_be_read_is_one_sentence(tmp_path):
    """Whoever asks goes on without it."""
    (tmp_path / "ledger").write_bytes(b"torn by a power cut, and a little longer than a header")

    with pytest.raises(LedgerError, match="cannot be used"):
        past_of(tmp_path / "ledger", "door", "viewer")
