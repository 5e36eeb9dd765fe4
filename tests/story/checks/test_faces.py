"""Checks of what faces and words decide."""

import pytest

from engine.story.model import Reading
from engine.story.reading.readable import how_found
from tests.story.examples import said_of
from tests.story.films import film

HEAD = "sensing: {uses: [face]}"


def said(hall, head=HEAD, notes=()):
    findings = said_of({"story.yaml": film(hall, head)}, notes)
    return [each.rule.code for each in findings]


def asked(options, keys="by: [face, buttons]"):
    return f"""
    play: hall.mp4
    choice:
      {keys}
      options:
        {options}
        Wait: {{go: cellar, default: true}}"""


@pytest.mark.parametrize(
    ("feel", "codes"),
    [
        ("smile > 0.8", []),
        ("smile > -0.1", ["S222"]),
        ("attention > -1", ["S222"]),
        ("attention < -1 or arousal < 1", ["S210", "S222"]),
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


def test_a_faint_feeling_is_told_with_its_figures():
    """How often it is found, and what an author could ask for instead."""
    hall = asked("Look: {go: garden, feel: smile > 0.8 or fear > 0.5}")
    said_so = said_of({"story.yaml": film(hall, HEAD)}, ())[0]
    fear = how_found(Reading.FEAR, above=True)

    assert "`fear >`" in said_so.says
    assert "that part is never answered" in said_so.says
    assert f"found in {100 * fear.right:.0f} of 100" in said_so.remedy
    assert "`smile >`" in said_so.remedy


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
    ("more", "codes"),
    [("", ["S223"]), (", once: true", []), (", when: visits(hall) > 1", [])],
)
def test_two_options_for_one_feeling_never_win(more, codes):
    """Unless one of them may stand alone."""
    options = "A: {go: garden, feel: smile > 0.8}\n        "
    options += f"B: {{go: cellar, feel: smile > 0.8{more}}}"

    assert said(asked(options)) == codes


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("[go in]", "[knock]", []),
        ("[go in]", "[Go in]", ["S224"]),
        ("[go in, 进去]", "[敲门, 进去]", ["S224"]),
        ("[我要回家]", "[我要回家！]", ["S224"]),
        ("['?']", "['!']", []),
        ("[go in, Go in]", "[knock]", []),
    ],
)
def test_a_sentence_means_one_thing(first, second, codes):
    """Whatever its capitals and signs."""
    options = f"A: {{go: garden, hear: {first}}}\n        B: {{go: cellar, hear: {second}}}"

    assert said(asked(options, "by: [text, buttons]"), "sensing: {uses: [text]}") == codes


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
    [("hall 1s..9s", []), ("pier 1s..9s", ["S221"]), ("inn 1s..9s", ["S221"])],
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


@pytest.mark.parametrize(
    ("read", "baseline", "codes"),
    [
        ("9s..14s", "1s..9s", []),
        ("5s..14s", "1s..9s", ["S221"]),
        ("5s..14s", "1s..70s", ["S221"]),
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


@pytest.mark.parametrize(
    ("hall", "head", "codes"),
    [
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [face]", []),
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [face], sign: none", ["S225"]),
        ("{play: a.mp4, pick: [garden, cellar]}", "uses: [text]", ["S225"]),
        (
            "{play: a.mp4, intend: {valence: 1}, pick: [garden, cellar]}",
            "uses: [face], sign: none",
            [],
        ),
        (
            "{play: a.mp4, pick: {mode: learn, of: [garden, cellar]}}",
            "uses: [face], sign: none, keep: scores",
            [],
        ),
        (
            "{play: [{when: felt.away, file: b.mp4}, a.mp4], pick: [garden, cellar]}",
            "uses: [face], sign: none}\nfeelings: {away: attention < -1",
            [],
        ),
    ],
)
def test_nobody_is_asked_for_what_is_not_used(hall, head, codes):
    """Fewer viewers refuse, and none is watched for nothing."""
    assert said(hall, f"sensing: {{{head}}}") == codes
