"""The cinema as a kiosk: visitor after visitor, and nobody inherits anything."""

import functools
import random

import pygame
import pytest

from engine.desk import cli
from engine.desk.remembering import written
from engine.house.ledger.reading import accounts
from engine.house.pin import keep
from engine.settings import Settings
from tests.show.dark import PIN, Dark, house, hurried, opened, planned, records
from tests.tapes import write_tape

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

CHORD = {"mod": pygame.KMOD_LCTRL | pygame.KMOD_LALT}


@pytest.fixture(scope="module")
def tape(tmp_path_factory):
    """A camera that can be asked for, and sees nobody."""
    path = tmp_path_factory.mktemp("camera") / "nobody.mp4"
    return str(write_tape(path, [("absent", 60)], rate=2))


def visits(log):
    """The records of each viewing."""
    found = []
    for one in records(log):
        if one["kind"] == "began":
            found.append([])
        found[-1].append(one)
    return found


def exhibition(visitor, folder, log, monkeypatch, *, camera="none", speed=6.0):
    """A kiosk of this film, with visitors; the cinema afterwards."""
    hurried(monkeypatch, speed)
    with opened(visitor) as dark:
        plan, bill = planned(folder, log, camera=camera, kiosk=True)
        dark.play(plan, bill, house(lambda: dark.clock, plan))
    return dark


def whole_visit(dark):
    """Somebody refuses the camera, knocks, and sees the film to its end card."""
    yield lambda: dark.page == "attract"
    dark.key(pygame.K_RETURN)
    yield lambda: dark.page == "consent"
    dark.click("no")
    yield lambda: dark.over == "card"
    dark.click("Knock")
    yield lambda: dark.page == "ending"
    yield lambda: dark.page == "attract"


def test_visitor_after_visitor_and_none_inherits_anything(door, tmp_path, monkeypatch, tape):
    """The second is asked about the camera anew, and finds trust where the first found it."""
    log = tmp_path / "log"

    def two(dark):
        yield from whole_visit(dark)
        yield from whole_visit(dark)

    dark = exhibition(two, door, log, monkeypatch, camera=tape)

    first, second = visits(log)
    assert first[0]["seed"] != second[0]["seed"]
    for visit in (first, second):
        assert [one["scene"] for one in visit if one["kind"] == "entered"] == [
            "hall", "door", "in", "warm",
        ]  # fmt: skip
        assert visit[-1]["ending"] == "Warm"
    assert dark.said == []


def test_each_visit_is_in_the_ledger_and_no_visitor_is(door, tmp_path, monkeypatch, tape):
    """A statistic for the author: one viewing came to an end, one was left; nobody has a name."""
    path = tmp_path / "ledger"

    def two(dark):
        yield from whole_visit(dark)
        dark.key(pygame.K_RETURN)
        yield from leaves_the_reasons_open(dark)
        yield lambda: dark.page == "attract"

    hurried(monkeypatch, 6.0)
    with opened(two) as dark:
        plan, bill = planned(door, camera=tape, kiosk=True)
        plan = written(plan, Settings(), path)
        dark.play(plan, bill, house(lambda: dark.clock, plan))

    (account,) = accounts(path)
    left, whole = account.last
    assert (account.viewings, account.left, dict(account.endings)) == (2, 1, {"Warm": 1})
    assert whole.path == ("hall", "door", "in", "warm")
    assert {(told.profile, told.kiosk) for told in (left, whole)} == {(None, True)}
    assert dark.said == []


def leaves_at_consent(dark):
    yield lambda: dark.page == "consent"


def leaves_in_a_pause(dark):
    yield lambda: dark.page == "consent"
    dark.click("no")
    yield lambda: dark.over == "card"
    dark.key(pygame.K_MINUS, pygame.K_m, pygame.K_SPACE)
    yield lambda: dark.page == "pause"
    rows = [one.name for one in dark.evening._stage._pages.modal.buttons]
    assert not {"full", "leave"} & set(rows)
    dark.click("subtitles")
    yield lambda: not dark.preferences_here.subtitles


def leaves_the_reasons_open(dark):
    yield lambda: dark.page == "consent"
    dark.click("no")
    yield lambda: dark.scene == "door"
    dark.key(pygame.K_w)
    yield lambda: dark.page == "why"


@pytest.mark.parametrize(
    "leaving", [leaves_at_consent, leaves_in_a_pause, leaves_the_reasons_open]
)
def test_for_an_empty_room_the_attract_picture_comes_back(
    leaving, door, tmp_path, monkeypatch, tape
):
    """And the next visitor finds everything as the house has it."""
    log = tmp_path / "log"
    liked = []

    def visitors(dark):
        liked.append(dark.preferences_here)
        dark.key(pygame.K_RETURN)
        yield from leaving(dark)
        yield lambda: dark.page == "attract"
        liked.append(dark.preferences_here)
        yield from whole_visit(dark)

    exhibition(visitors, door, log, monkeypatch, camera=tape)

    assert liked[0] == liked[1]
    assert visits(log)[-1][-1]["ending"] == "Warm"
    assert all(visit[-1]["kind"] == "ended" for visit in visits(log))


def test_who_walks_out_of_the_cameras_sight_leaves_the_room_empty(door, tmp_path, monkeypatch):
    """Nobody is on the tape; no hand is needed to know it."""
    tape = write_tape(tmp_path / "nobody.mp4", [("absent", 60)], rate=2)

    def visitor(dark):
        dark.key(pygame.K_RETURN)
        yield lambda: dark.page == "consent"
        dark.click("yes")
        yield lambda: dark.evening._senses.camera_open
        yield lambda: dark.page == "attract"
        assert not dark.evening._senses.camera_open

    exhibition(visitor, door, tmp_path / "log", monkeypatch, camera=str(tape))

    (visit,) = visits(tmp_path / "log")
    assert visit[-1] == {"kind": "ended", "scenes": 2, "at": visit[-1]["at"]}


KEYS = [
    *range(pygame.K_a, pygame.K_z + 1), *range(pygame.K_0, pygame.K_9 + 1), pygame.K_ESCAPE,
    pygame.K_F4, pygame.K_F11, pygame.K_RETURN, pygame.K_SPACE, pygame.K_TAB, pygame.K_BACKSPACE,
    pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_PLUS, pygame.K_MINUS,
    pygame.K_AC_BACK, pygame.K_KP5, pygame.K_KP_ENTER, pygame.K_q,
]  # fmt: skip


def mashed(chance, size):
    """One thing an angry child does to a kiosk."""
    at = (chance.randrange(size[0]), chance.randrange(size[1]))
    key = chance.choice(KEYS)
    mod = chance.choice([0, 0, pygame.KMOD_LALT, pygame.KMOD_LCTRL | pygame.KMOD_LALT])
    make = pygame.event.Event
    return chance.choice([
        make(pygame.KEYDOWN, key=key, mod=mod, unicode=""),
        make(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""),
        make(pygame.KEYDOWN, key=pygame.K_F4, mod=pygame.KMOD_LALT, unicode=""),
        make(pygame.KEYDOWN, key=pygame.K_k, mod=CHORD["mod"], unicode=""),
        make(pygame.QUIT),
        make(pygame.WINDOWCLOSE, window=None),
        make(pygame.WINDOWFOCUSLOST, window=None),
        make(pygame.TEXTINPUT, text=chance.choice("1234567890 abc你好")),
        make(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False),
        make(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False),
        make(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0), touch=False),
        make(pygame.FINGERDOWN, x=at[0] / size[0], y=at[1] / size[1], touch_id=1, finger_id=1),
        make(pygame.FINGERUP, x=at[0] / size[0], y=at[1] / size[1], touch_id=1, finger_id=1),
        make(pygame.JOYBUTTONDOWN, button=chance.randrange(9), joy=0, instance_id=0),
    ])  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_a_visitor_does_to_the_kiosk_it_stays(seed, door, tmp_path, monkeypatch, tape):
    """Some ten thousand keys, fingers and crosses; then the next visitor sees a whole film."""
    log = tmp_path / "log"
    liked = []

    def vandal(dark):
        liked.append(dark.preferences_here)
        monkeypatch.setattr("engine.stage.stage._PAD_WAITS", 1.0)
        chance, size = random.Random(seed), dark.window.surface.get_size()
        until = dark.clock + 8.0
        while dark.clock < until:
            for _ in range(20):
                pygame.event.post(mashed(chance, size))
            yield lambda: True
        assert dark.window.surface.get_size() == size
        yield lambda: dark.page == "attract"
        liked.append(dark.preferences_here)
        yield from whole_visit(dark)

    dark = exhibition(vandal, door, log, monkeypatch, camera=tape)

    assert liked[0] == liked[1]
    assert dark.preferences_here == liked[0]
    assert visits(log)[-1][-1]["ending"] == "Warm"


def test_the_operator_gets_in_by_chord_and_pin_and_ends_it_and_a_wrong_pin_stays_out(
    door, tmp_path, monkeypatch
):
    """From the command line, as the supervisor starts a player; the exit code is 0."""
    hurried(monkeypatch, 4.0)
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.yaml").write_text(f"kiosk: {{pin: '{keep(PIN, b'salt')}'}}\n")
    seen = []

    def operator(dark):
        dark.key(pygame.K_RETURN)
        yield lambda: dark.scene == "hall"
        dark.key(pygame.K_k, **CHORD)
        yield lambda: dark.page == "pin"
        dark.key(pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_RETURN)
        yield lambda: dark.evening._stage._pages.up.pin_wrong
        seen.append((dark.page, dark.phase))
        for digit in PIN:
            dark.click(f"key {digit}")
            yield lambda: True
        dark.click("ok")
        yield lambda: dark.page == "maintenance"
        seen.append((dark.page, dark.phase))
        yield (tmp_path / "beat").exists
        dark.click("maintenance.end")
        yield lambda: False

    monkeypatch.setattr("engine.desk.kiosk.Cinema", functools.partial(Dark, visitor=operator))

    beat, log = tmp_path / "beat", tmp_path / "log"
    code = cli.main(
        ["kiosk", str(door), "--camera", "none", "--windowed", "--beat", str(beat),
         "--log", str(log)]
    )  # fmt: skip

    assert code == cli.OK
    assert seen == [("pin", "playing"), ("maintenance", "maintenance")]
    assert visits(log)[0][-1]["kind"] == "ended"
    assert int(beat.read_text()) > 0


def test_the_operators_pad_left_open_is_put_away(door, tmp_path, monkeypatch, tape):
    """Somebody found the chord by chance, and went."""

    def visitor(dark):
        dark.key(pygame.K_k, **CHORD)
        yield lambda: dark.page == "pin"
        monkeypatch.setattr("engine.stage.stage._PAD_WAITS", 0.3)
        yield lambda: dark.page == "attract"
        yield from whole_visit(dark)

    exhibition(visitor, door, tmp_path / "log", monkeypatch, camera=tape)

    assert visits(tmp_path / "log")[0][-1]["ending"] == "Warm"
