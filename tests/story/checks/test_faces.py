"""Checks of what faces and words decide."""

import pytest

from engine.story.model import Reading
from engine.story.reading.readable import FALSELY, NUMBERS, OTHERWISE, how_found
from engine.story.rules import Rule
from tests.story.examples import said_of
from tests.story.films import asking, film

HEAD = "sensing: {uses: [face]}"


def said(hall, head=HEAD, notes=()):
    findings = said_of({"story.yaml": film(hall, head)}, notes)
    return [each.rule.code for each in findings if each.rule is not Rule.NO_BASELINE]


def asked(options, keys="by: [face, buttons]"):
    return asking(options, keys)


@pytest.mark.parametrize(
    ("feel", "codes"),
    [
        ("smile > 0.8", []),
        ("smile > -0.1", ["S222"]),
        ("attention > -1", ["S222"]),
        ("attention < -1 or fear < 1", ["S210", "S222"]),
        ("attention > -1 and smile > 0.8", []),
        ("smile.confidence > 0.5", ["S222"]),
        ("smile.trend < 0.5 and smile > 0.2", []),
    ],
)
def test_a_face_that_does_nothing_chooses_nothing(feel, codes):
    """But the default, which is there for it."""
    assert said(asked(f"Look: {{go: garden, feel: {feel}}}")) == codes


@pytest.mark.parametrize(
    ("feel", "codes"),
    [
        ("smile > 0.8", []),
        ("attention < -0.8", []),
        ("fear > 0.5", ["S210"]),
        ("smile > 0.8 and fear > 0.5", ["S210"]),
        ("smile > 0.8 or fear > 0.5", ["S210"]),
        ("disgust.peak > 1", ["S210"]),
    ],
)
def test_what_only_colours_the_flame_is_not_asked_to_decide(feel, codes):
    """Neither alone, nor beside what is read well."""
    assert said(asked(f"Look: {{go: garden, feel: {feel}}}")) == codes


@pytest.mark.parametrize(
    ("feelings", "asks", "codes"),
    [
        ("{glad: smile > 0.8}", "felt.glad", []),
        ("{dark: fear > 0.8}", "felt.dark", ["S210"]),
        ("{dark: fear > 0.8 or smile < 0.2}", "felt.dark", ["S210"]),
    ],
)
def test_what_was_felt_over_a_scene_is_held_to_the_same(feelings, asks, codes):
    """`felt.dark` would never be so, and no branch behind it ever taken."""
    head = f"{HEAD}\nfeelings: {feelings}"
    hall = f"""
    play: hall.mp4
    next:
      - {{when: {asks}, go: garden}}
      - cellar"""
    only_by_a_face = ["S116"]  # said of the garden, and none of this page's business

    assert said(hall, head) == [*codes, *only_by_a_face]


def faint(feel):
    """What is said of a feeling that only colours the flame."""
    hall = asked(f"Look: {{go: garden, feel: {feel}}}")
    findings = said_of({"story.yaml": film(hall, HEAD)}, ())
    return next(each for each in findings if each.rule is Rule.WEAK_FEELING)


def test_a_faint_feeling_is_told_with_its_figures():
    """How often it is found, and what an author could ask for instead."""
    told = faint("smile > 0.8 or fear > 0.8")
    fear = how_found(Reading.FEAR, above=True)

    assert "`fear >`" in told.says
    assert "that part is never answered" in told.says
    assert f"This one is found in {100 * fear.right:.0f} of 100" in told.remedy
    assert "`smile >`" in told.remedy


@pytest.mark.parametrize("feel", ["fear > 0.2", "fear.peak > 0.8", "fear.trend > 0.8"])
def test_a_feeling_that_was_not_measured_borrows_no_figures(feel):
    """They are told as those of what was measured."""
    assert "What was measured is `fear > 0.8`: found in" in faint(feel).remedy


def test_nothing_is_told_of_a_direction_that_was_never_measured():
    """Nobody knows how often somebody is less afraid than usual."""
    assert faint("fear < -0.8").remedy.endswith("How often this comes was never measured.")


def easily(feel):
    hall = asked(f"Look: {{go: garden, feel: {feel}}}")
    findings = said_of({"story.yaml": film(hall, HEAD)}, ())
    return [each for each in findings if each.rule is Rule.EASILY_FELT]


def test_what_comes_by_itself_is_told_with_what_was_counted():
    """The very number where it was counted; between two, the next one's as the least."""
    counted = OTHERWISE[Reading.SMILE, True].mean
    enough = next(
        number for number, share in zip(NUMBERS, counted, strict=True) if share <= FALSELY
    )
    (exact,) = easily("smile > 0.2")
    (between,) = easily("smile > 0.15")

    assert f"in {100 * counted[0]:.0f} of 100" in exact.says
    assert f"in at least {100 * counted[0]:.0f} of 100" in between.says
    assert f"`smile > {enough}` or more" in exact.remedy


@pytest.mark.parametrize(
    ("feel", "times"),
    [
        ("smile > 0.8", 0),
        ("smile > 2.5", 0),
        ("smile.peak > 0.2", 1),
        ("smile.confidence > 0.9", 0),
        ("smile > 0.2 and attention > 1", 0),
        ("smile > 0.8 or still < -0.2", 1),
        ("fear > 0.2", 0),
    ],
)
def test_only_what_was_counted_is_told(feel, times):
    """Of an `and`, of readings that decide nothing, and beyond the numbers counted: nothing."""
    assert len(easily(feel)) == times


def test_the_default_may_be_what_an_ordinary_face_does():
    """Keeping still is a way of looking."""
    options = "Smile: {go: garden, feel: smile > 0.8}"
    hall = asked(options).replace("default: true", "default: true, feel: smile < 0.5")

    assert said(hall) == []


def test_words_may_well_be_decided_by_their_absence_of_malice():
    """Words have no ordinary face."""
    hall = asked("Yes: {go: garden, feel: text.sentiment > -0.2}", "by: [text, buttons]")

    assert said(hall, "sensing: {uses: [text]}") == []


@pytest.mark.parametrize(
    ("keys", "length", "codes"),
    [
        ("read: 2s..9s", "20", []),
        ("read: 8s..9s", "20", ["S220"]),
        ("for: 9s", "20", []),
        ("for: 9s", "11.5", ["S220"]),
        ("at: 2.5s, for: 9s", "12", ["S220"]),
        ("read: -40s..-18.5s", "20", ["S220"]),
        ("read: -40s..-25s", "20", ["S220"]),
        ("read: 25s..30s", "20", ["S209", "S207"]),
    ],
)
def test_a_face_is_read_for_as_long_as_it_takes(keys, length, codes):
    """A window of the author's, or what is left of the twelve seconds before the card."""
    lines = "\n      ".join(["by: [face, buttons]", *(part.strip() for part in keys.split(", "))])
    hall = asked("Smile: {go: garden, feel: smile > 0.8}", lines)

    assert said(hall, notes=[["clip", "hall.mp4", length]]) == codes


def test_each_language_has_its_own_window():
    """The Chinese clip is the shorter one, and its viewers are not read at all."""
    hall = asked(
        "Smile: {go: garden, feel: smile > 0.8}", "by: [face, buttons]\n      read: 4s..14s"
    )
    hall = hall.replace("play: hall.mp4", "play: {file: hall.mp4, zh: 厅.mp4}")
    notes = [["clip", "厅.mp4", "12"], ["also", "S401"]]

    codes = said(hall, f"languages: [zh]\n{HEAD}", notes)

    assert [code for code in codes if code != "S401"] == ["S209", "S207"]


@pytest.mark.parametrize(
    ("baseline", "codes"),
    [("hall 1s..9s", ["S221"]), ("pier 1s..9s", ["S221"]), ("inn 1s..9s", ["S221"])],
)
def test_a_face_is_known_before_it_decides(baseline, codes):
    """Wherever a viewer comes from."""
    hall = (
        asked("Smile: {go: pier, feel: smile > 0.8}")
        + """
  pier: {play: pier.mp4, next: inn}
  inn: {play: inn.mp4, next: garden}"""
    )

    assert said(hall, f"sensing: {{uses: [face], baseline: {baseline}}}") == codes


def test_a_window_that_is_not_written_is_held_to_the_same():
    """The twelve seconds before the card may begin with the clip."""
    hall = asked("Smile: {go: garden, feel: smile > 0.8}")
    head = "sensing: {uses: [face], baseline: hall 1s..6s}"

    assert said(hall, head, [["clip", "hall.mp4", "20"]]) == ["S221"]
    assert said(hall, head, [["clip", "hall.mp4", "40"]]) == []


@pytest.mark.parametrize(
    ("read", "baseline", "codes"),
    [
        ("9s..14s", "1s..9s", []),
        ("5s..14s", "1s..9s", ["S221"]),
        ("5s..14s", "1s..70s", ["S232", "S221"]),
    ],
)
def test_a_face_is_known_before_it_is_read_over_the_same_clip(read, baseline, codes):
    """Half of what is read would be taken for what is ordinary."""
    hall = asked(
        "Smile: {go: garden, feel: smile > 0.8}",
        f"by: [face, buttons]\n      at: 15s\n      for: 5s\n      read: {read}",
    )
    head = f"sensing: {{uses: [face], baseline: hall {baseline}}}"

    assert said(hall, head, [["clip", "hall.mp4", "20"]]) == codes
