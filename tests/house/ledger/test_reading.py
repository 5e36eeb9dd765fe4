"""What the ledger tells of the evenings in it."""

import pytest

from engine.house.ledger.file import LedgerError
from engine.house.ledger.reading import Answered, accounts, count, past_of, wilson
from engine.messages.records import Cause, Ended
from engine.story.units import Seconds
from tests.house.viewings import began, evening, judged, turn, written


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


def test_what_viewers_said_of_a_reading_is_counted_by_feeling(tmp_path):
    """The only honest measure of how well it was read; silence is asked, and no answer."""
    path = tmp_path / "ledger"
    said = [judged(one) for one in ("yes", "yes", "no", "not-meant", "silent")]
    written(path, (*evening(), *said, judged("silent", "away")))
    written(path, (*evening(), judged("yes")), sham=True, first=5)

    (account,) = accounts(path)
    away, smiling = account.judged

    assert (smiling.feeling, smiling.cause, smiling.asked) == ("smiling", "face", 5)
    assert (smiling.yes, smiling.no, smiling.not_meant, smiling.share) == (2, 1, 1, 0.5)
    assert (smiling.low, smiling.high) == pytest.approx((0.150, 0.850), abs=0.001)
    assert (away.asked, away.yes, away.share, away.low, away.high) == (1, 0, None, None, None)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_few_answers_say_little(part, whole, low, high):
    """Wilson's interval, with the figures of Newcombe (1998) for 81 of 263."""
    assert wilson(part, whole) == pytest.approx((low, high), abs=0.0001)
