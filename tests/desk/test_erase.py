"""`kinoeye erase`: what goes is said, asked about, and then gone."""

import pytest

from engine.desk import cli, erase
from engine.desk.forgetting import traces
from engine.desk.remembering import ledger_path
from engine.house.ledger.erasing import Whose
from tests.desk.evenings import lived_in


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


@pytest.fixture
def asked(monkeypatch):
    """Answers what is asked, and tells what it was."""
    questions, answers = [], []

    def answer(question):
        questions.append(question)
        if not answers:
            raise EOFError
        return answers.pop()

    monkeypatch.setattr("builtins.input", answer)
    return questions, answers


def left(profile="default"):
    return traces(ledger_path(), Whose(profile=profile))


def test_what_goes_is_said_and_asked_about_first(asked, capsys):
    """Nobody erases an evening by a slip."""
    lived_in()
    questions, answers = asked
    answers.append("y")

    assert cli.main(["erase"]) == cli.OK

    told = capsys.readouterr().out
    assert "of the profile 'default', in every film" in told
    for line in (
        "2 viewings in the ledger", "2 variables that a film remembers", "2 scenes noted as seen",
        "2 endings noted as reached", "2 saved places to go on from",
    ):  # fmt: skip
        assert line in told
    assert "tall" not in told
    assert questions == ["Erase it? [y/N] "]
    assert left().nothing
    assert not left("ann").nothing


@pytest.mark.parametrize("answer", [[], ["n"], [""]])
def test_no_answer_is_no(asked, answer, capsys):
    """Silence too, as in a script without --yes."""
    lived_in()
    asked[1].extend(answer)

    assert cli.main(["erase"]) == cli.BROKEN

    told = capsys.readouterr().out
    assert "Nothing was erased." in told
    assert ("say --yes" in told) is not answer
    assert not left().nothing


def test_who_says_yes_is_not_asked(asked):
    """For one film, of one profile."""
    lived_in()

    assert cli.main(["erase", "door", "--profile", "ann", "--yes"]) == cli.OK

    assert asked[0] == []
    assert left("ann").nothing
    assert left().held.viewings == 2


def test_everybody_and_what_films_learned(asked, capsys):
    """The statistics of exhibitions with them."""
    lived_in()

    assert cli.main(["erase", "--all", "--yes"]) == cli.OK

    assert "2 tallies of what moved viewers" in capsys.readouterr().out
    assert traces(ledger_path(), Whose()).nothing


def test_where_nothing_is_kept_nothing_is_asked(asked, capsys):
    """A house that is new."""
    assert cli.main(["erase", "two-doors"]) == cli.OK

    assert "Nothing is kept of the profile 'default', in 'two-doors'." in capsys.readouterr().out
    assert asked[0] == []


def test_a_slip_in_a_films_name_reassures_nobody(asked, capsys):
    """Nothing is kept of a film that is spelt otherwise; that is no comfort."""
    assert cli.main(["erase", "lantern-keper"]) == cli.BROKEN

    said = capsys.readouterr().out
    assert "No film has this id. Did you mean 'lantern-keeper'? There are: " in said
    assert "two-doors" in said
    assert asked[0] == []


def test_a_slip_in_a_profiles_name_is_told_with_those_there_are(asked, capsys):
    """A name that is spelt otherwise is somebody else's."""
    lived_in()

    assert cli.main(["erase", "--profile", "defualt"]) == cli.BROKEN

    said = capsys.readouterr().out
    assert "No profile of this name has anything. Did you mean 'default'?" in said
    assert asked[0] == []
    assert not left().nothing


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--all", "--profile", "ann"], "leave --profile out"),
        (["--profile", "../x"], "viewer.profile is '../x'"),
    ],
)
def test_a_slip_is_told_and_erases_nothing(words, says, capsys):
    """In one sentence."""
    lived_in()

    assert cli.main(["erase", "--yes", *words]) == cli.UNREADABLE

    assert says in capsys.readouterr().err
    assert not left().nothing


def test_one_of_a_thing_is_told_as_one():
    """A tally, a variable."""
    from engine.desk.forgetting import Traces
    from engine.house.ledger.erasing import Held

    assert list(erase.told(Traces(Held(totals=1, memory=1), ()))) == [
        "1 variable that a film remembers", "1 tally of what moved viewers",
    ]  # fmt: skip
