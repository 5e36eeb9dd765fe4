"""What earlier evenings leave to a film, and to whom."""

from dataclasses import replace

import pytest

from engine.desk import cli
from engine.desk.beginning import begin
from engine.desk.films import load
from engine.desk.remembering import home_ledger, ledger_path, recalled, remembered, utc
from engine.desk.tapes import head_of
from engine.house.ledger.reading import Past, accounts, past_of
from engine.house.tape.reading import Taped
from engine.messages.records import Tally
from engine.senses.senses import SensesSettings
from engine.settings import Ledger, Settings, Viewer
from engine.shelf.guard import ShelfError
from engine.show.paper import PaperShowing
from engine.show.viewing import Plan
from engine.story.model import Keep
from engine.story.units import Seconds
from tests.house.viewings import began, evening, written

STORY = """
film: 1
id: door
title: The Door
state: {trust: {is: 0, range: 0..9}}
memory: [trust]
scenes:
  door: {play: {slate: Door, seconds: 2}, set: trust += 1, next: [{when: ended(Warm), go: cold},
    {go: warm}]}
  warm: {play: {slate: Warm, seconds: 2}, end: Warm}
  cold: {play: {slate: Cold, seconds: 2}, end: Cold}
"""
PLAIN = """
film: 1
id: door
title: The Door
scenes: {door: {play: {slate: Door, seconds: 2}, end: Warm}}
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


def planned(folder, story=STORY, **more):
    folder.mkdir(exist_ok=True)
    (folder / "story.yaml").write_text(story, encoding="utf-8")
    _, film = load(str(folder))
    fact = begin(film.story, Viewer(), camera="none", seed=1, patience=Seconds(0.0), **more)
    return Plan(film=film, began=fact)


def test_a_viewer_finds_what_the_film_remembers_of_them(tmp_path):
    """Values, scenes and endings, as the last ending left them."""
    path = tmp_path / "ledger"
    written(path, evening(), profile="default")
    said = []

    plan = remembered(planned(tmp_path / "door"), Settings(), path, said.append)

    assert plan.began.memory == {"trust": 2.0}
    assert (plan.began.seen_before, plan.began.ended_before) == ({"door"}, {"Warm"})
    assert said == []


def test_who_is_written_down_may_be_asked_and_nobody_who_only_acts(tmp_path):
    """Of a script's face, or another viewer's, nobody here can tell whether it was so."""
    plan = planned(tmp_path / "door")
    path, said = tmp_path / "ledger", []
    sham = Taped(head=head_of(plan.film, "en"), number=1, line=1, moments=())

    def asks(plan, path=path):
        return remembered(plan, Settings(), path, said.append).began.asks_back

    assert asks(plan)
    assert not asks(plan, None)
    assert not asks(replace(plan, script=("wait",)))
    assert not asks(replace(plan, sham=sham))


def test_the_film_of_the_second_evening_is_another(tmp_path):
    """From ending to ending through the file: the film itself writes what it remembers."""
    path, said = tmp_path / "ledger", []
    endings = []
    for _ in range(2):
        plan = remembered(planned(tmp_path / "door"), Settings(), path, said.append)
        showing = PaperShowing(plan, SensesSettings())
        list(showing.run())
        endings.append(showing.ending.ending)
        assert showing.trouble is None

    assert endings == ["Warm", "Cold"]
    (account,) = accounts(path)
    assert [told.path for told in account.last] == [("door", "cold"), ("door", "warm")]
    assert [told.profile for told in account.last] == ["default", "default"]


def test_who_has_another_profile_begins_for_the_first_time(tmp_path):
    """Two people before one machine."""
    path = tmp_path / "ledger"
    written(path, evening())
    ben = Settings(viewer=Viewer(profile="ben"))

    plan = remembered(planned(tmp_path / "door"), ben, path, print)

    assert not plan.began.memory
    assert plan.ledger.profile == "ben"


def test_a_kiosks_visitor_is_nobody_the_film_has_met(tmp_path):
    """Only what moved earlier visitors reaches the next, and their names never do."""
    path = tmp_path / "ledger"
    written(path, evening(), kiosk=True)
    learning = STORY.replace(
        "end: Warm}", "pick: {mode: learn, of: [{go: cold}, {go: cold2}]}}\n"
        "  cold2: {play: {slate: C, seconds: 2}, end: Warm}",
    )  # fmt: skip

    plan = remembered(planned(tmp_path / "door", learning, kiosk=True), Settings(), path, print)

    assert plan.began.learned == {"warm>end": Tally(1, 0.5)}
    assert not plan.began.memory
    assert (plan.ledger.profile, plan.ledger.kiosk) == (None, True)


def test_a_film_that_asks_for_no_past_does_not_open_the_ledger(tmp_path):
    """Nor waits for it."""
    path = tmp_path / "ledger"
    path.write_bytes(b"torn by a power cut, and a little longer than a header")
    said = []

    remembered(planned(tmp_path / "door", PLAIN), Settings(), path, said.append)

    assert said == []


def test_a_ledger_that_cannot_be_read_is_told_and_the_film_begins(tmp_path):
    """As if it were the first time."""
    path = tmp_path / "ledger"
    path.write_bytes(b"torn by a power cut, and a little longer than a header")
    said = []
    plan = planned(tmp_path / "door")

    found = recalled(plan.began, plan.film.story, Settings(), path, said.append)

    assert found == plan.began
    assert "as if it were the first time" in said[0]


def test_what_the_film_keeps_and_which_text_it_had_stand_with_the_viewing(tmp_path):
    """The ledger asks nobody else what it may write."""
    scored = STORY.replace(
        "scenes:\n", "sensing: {uses: [face], why: To see., keep: scores}\nscenes:\n"
    )
    plan = remembered(planned(tmp_path / "door", scored), Settings(), tmp_path / "ledger", print)

    assert plan.ledger.keep is Keep.SCORES
    assert plan.ledger.version == plan.film.version
    assert plan.ledger.clock().utcoffset().total_seconds() == 0


def test_where_viewings_are_written_down(tmp_path):
    """In the user's own folder, in a named file, or nowhere."""
    quiet = Settings(ledger=Ledger(use=False))

    assert home_ledger(Settings()) == ledger_path() == tmp_path / "home" / "ledger.sqlite3"
    assert home_ledger(quiet) is None
    assert home_ledger(quiet, str(tmp_path / "other")) == tmp_path / "other"
    assert remembered(planned(tmp_path / "door"), Settings(), None, print).ledger is None
    assert utc().tzinfo is not None


def test_an_unfinished_film_remembers_nothing(tmp_path):
    """Memory is written at an ending only."""
    path = tmp_path / "ledger"
    written(path, (began(), *evening()[1:4]))

    plan = planned(tmp_path / "door")
    found = recalled(plan.began, plan.film.story, Settings(), path, print)

    assert found == replace(plan.began, learned={})


def test_a_sham_is_written_where_one_is_named_and_marked(tmp_path):
    """A study needs to know who was only made to believe that the film looked at them."""
    path, tape = tmp_path / "study", tmp_path / "evening.kino"
    planned(tmp_path / "door")
    play = ["play", str(tmp_path / "door"), "--headless"]
    assert cli.main([*play, "--seed", "1", "--log", str(tape)]) == cli.OK

    assert cli.main([*play, "--sham", str(tape)]) == cli.OK
    assert not ledger_path().exists()
    assert cli.main([*play, "--sham", str(tape), "--ledger", str(path)]) == cli.OK

    (account,) = accounts(path)
    assert (account.viewings, account.shams) == (0, 1)
    assert account.last[0].path == ("door", "warm")
    assert past_of(path, "door", "default") == Past()


def test_a_file_named_by_mistake_is_refused_and_stays_as_it_is(tmp_path):
    """A damaged ledger is put aside, and erased one day; somebody's notes must not be."""
    notes = tmp_path / "notes.txt"
    notes.write_text("what I meant to keep", encoding="utf-8")

    with pytest.raises(ShelfError, match="no ledger, and stays as it is"):
        home_ledger(Settings(), str(notes))
    assert cli.main(["erase", "--all", "--yes", "--ledger", str(notes)]) == cli.UNREADABLE

    assert notes.read_text(encoding="utf-8") == "what I meant to keep"


@pytest.mark.parametrize("name", ["damaged.sqlite3", "empty", "none"])
def test_a_ledger_by_its_name_or_a_file_with_nothing_in_it_may_be_written(tmp_path, name):
    """A kiosk heals its own ledger; an empty file costs nobody anything."""
    (tmp_path / "damaged.sqlite3").write_bytes(b"torn by a power cut")
    (tmp_path / "empty").touch()

    assert home_ledger(Settings(), str(tmp_path / name)) == tmp_path / name
