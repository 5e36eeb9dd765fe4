"""Decisions as authors write them."""

import pytest

from engine.story.model import Crowd, CutAt, Hold, Span, Way
from engine.story.reading.parse import parse
from tests.story.films import codes_of, film, hall_of

LEFT_RIGHT = "options: {Left: garden, Right: {go: cellar, default: true}}"
FACE = "sensing: {uses: [face, text]}\nfeelings: {smiling: smile > 0.8}"


def choice_of(keys, head=""):
    return hall_of(f"{{play: hall.mp4, choice: {{{keys}}}}}", head).way


def test_the_short_form_is_labels_and_scenes():
    """One line for simple things."""
    choice = choice_of("Left: garden, Right: cellar")

    assert [(each.id, each.label, each.go) for each in choice.options] == [
        ("Left", "Left", "garden"),
        ("Right", "Right", "cellar"),
    ]
    assert choice.by == (Way.BUTTONS,)
    assert (choice.at, choice.lasts, choice.hold, choice.cut) == (-9, 9, Hold.ROLL, CutAt.END)


def test_labels_are_any_text():
    """Quoted, Chinese, with a dot: what viewers read is the author's."""
    choice = choice_of('"Go, now.": garden, 笑一笑: cellar, No: garden')

    assert [each.label for each in choice.options] == ["Go, now.", "笑一笑", "No"]


def test_the_long_form_says_everything():
    """Each key lands where the model holds it."""
    choice = hall_of(
        """
    play: hall.mp4
    choice:
      ask: Which way?
      by: [face, text, vote, buttons]
      read: 5s..12s
      at: 13s
      for: 9s
      hold: freeze
      cut: now
      hints: false
      crowd: fair
      exhausted: cellar
      options:
        Smile:
          go: garden
          feel: smiling
          hear: [hello, 你好]
          when: trust > 0
          set: [trust += 1, trust -= 2]
          once: true
          because: you smiled
          id: smile_1
        Wait: {go: cellar, default: true, hear: nothing}""",
        f"{FACE}\nstate: {{trust: 0}}",
    ).way

    assert choice.ask == "Which way?"
    assert choice.by == (Way.FACE, Way.TEXT, Way.VOTE, Way.BUTTONS)
    assert (choice.read, choice.at, choice.lasts) == (Span(5, 12), 13, 9)
    assert (choice.hold, choice.cut, choice.hints) == (Hold.FREEZE, CutAt.NOW, False)
    assert (choice.crowd, choice.exhausted) == (Crowd.FAIR, "cellar")
    smile = choice.option("smile_1")
    assert (smile.label, smile.go, smile.hear) == ("Smile", "garden", ("hello", "你好"))
    assert (smile.when.text, [each.text for each in smile.set]) == (
        "trust > 0",
        ["trust += 1", "trust -= 2"],
    )
    assert (smile.once, smile.because, smile.default) == (True, "you smiled", False)
    assert choice.option("Wait").default
    assert choice.option("Wait").hear == ("nothing",)


def test_one_way_needs_no_list():
    """`by: buttons` says the same as `by: [buttons]`."""
    assert choice_of(f"by: vote, {LEFT_RIGHT}").by == (Way.VOTE,)


@pytest.mark.parametrize(
    ("keys", "at", "lasts", "no_limit"),
    [
        ("", -9, 9, False),
        ("at: 13s, for: 9s,", 13, 9, False),
        ("at: -20s,", -20, None, False),
        ("for: 20s,", None, 20, False),
        ("for: no limit,", -9, None, True),
        ("at: 4s, for: no limit,", 4, None, True),
    ],
)
def test_when_a_decision_opens_and_closes(keys, at, lasts, no_limit):
    """Semantics 5: only `at` is open to the clip's end; only `for` ends with the clip."""
    choice = choice_of(f"{keys} {LEFT_RIGHT}")

    assert (choice.at, choice.lasts, choice.no_limit) == (at, lasts, no_limit)


@pytest.mark.parametrize(
    ("keys", "at", "lasts"),
    [("", -20, 15), ("at: -5s,", -5, None), ("for: 3s,", None, 3), ("at: 1s, for: 2s,", 1, 2)],
)
def test_a_decision_sets_the_inherited_times_aside(keys, at, lasts):
    """`for` alone must not open at an inherited moment it does not fit to."""
    head = "defaults: {choice: {at: -20s, for: 15s}}"
    choice = choice_of(f"{keys} {LEFT_RIGHT}", head)

    assert (choice.at, choice.lasts) == (at, lasts)


def test_other_defaults_merge_one_by_one():
    """What a decision does not say it inherits, key by key."""
    head = "defaults: {choice: {by: [vote, buttons], hold: freeze, cut: now, crowd: fair}}"
    choice = choice_of(f"hold: roll, {LEFT_RIGHT}", head)

    assert (choice.by, choice.hold) == ((Way.VOTE, Way.BUTTONS), Hold.ROLL)
    assert (choice.cut, choice.crowd) == (CutAt.NOW, Crowd.FAIR)


def test_a_looping_clip_waits_and_cuts_at_once():
    """Nobody wants to see a loop out after they have chosen."""
    choice = hall_of("{play: {file: hall.mp4, loop: true}, choice: {Left: garden}}").way

    assert (choice.hold, choice.cut) == (Hold.LOOP, CutAt.NOW)


def test_a_decision_that_loops_cuts_at_once_unless_it_says_otherwise():
    """Semantics 7."""
    assert choice_of(f"hold: loop, {LEFT_RIGHT}").cut is CutAt.NOW
    assert choice_of(f"hold: loop, cut: end, {LEFT_RIGHT}").cut is CutAt.END


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("", ["S201"]),
        ("ask: Which way?", ["S201"]),
        ("ask: Which way?, Left: garden", ["S201"]),
        ("options: {}", ["S201"]),
        ("options: [garden, cellar]", ["S023"]),
        ("options: {Left: {go: gardn}}", ["S101"]),
        ("options: {Left: {because: you went}}", ["S025"]),
        ("options: {Left: [garden]}", ["S023"]),
        ('options: {"": garden}', ["S023"]),
        ("options: {Left: {go: garden, feel: [smile]}}", ["S023"]),
        ("options: {Left: {go: garden, feel: smile}}", ["S511"]),
        ("options: {Left: {go: garden, when: turst > 1}}", ["S505"]),
        ("options: {Left: {go: garden, once: yes}}", ["S023"]),
        ("options: {Left: {go: garden, hear: [[a]]}}", ["S023"]),
        (f"for: 0s, {LEFT_RIGHT}", ["S023"]),
        (f"for: [9s], {LEFT_RIGHT}", ["S023"]),
        (f"at: soon, {LEFT_RIGHT}", ["S023"]),
        (f"read: 9s, {LEFT_RIGHT}", ["S023"]),
        (f"by: [hands], {LEFT_RIGHT}", ["S024"]),
        (f"by: [[face]], {LEFT_RIGHT}", ["S024"]),
        (f"hold: still, {LEFT_RIGHT}", ["S024"]),
        (f"exhausted: nowhere, {LEFT_RIGHT}", ["S101"]),
        (f"colour: red, {LEFT_RIGHT}", ["S020"]),
        ("options: {A: {go: garden, default: true}, B: {go: garden, default: true}}", ["S204"]),
        ("options: {A: {go: garden, id: x}, B: {go: garden, id: x}}", ["S205"]),
    ],
)
def test_slips_in_a_decision_are_told(keys, codes):
    """One finding for one slip."""
    assert codes_of(film(f"{{play: hall.mp4, choice: {{{keys}}}}}")) == codes


def test_a_decision_that_is_no_mapping_is_told():
    """`choice: garden` should have been `next`."""
    assert codes_of(film("{play: hall.mp4, choice: garden}")) == ["S023"]


@pytest.mark.parametrize(
    ("options", "spot"),
    [
        ("{A: {go: garden, default: true}, B: {default: true, go: garden}}", "true, go"),
        ("{A: {go: garden, id: x}, B: {id: x, go: garden}}", "x, go"),
    ],
)
def test_what_stands_twice_is_told_where_it_stands(options, spot):
    """At the key and not at the option, which may be long."""
    hall = f"{{play: hall.mp4, choice: {{options: {options}}}}}"
    (told,) = parse({"story.yaml": film(hall)}, "two-doors").findings

    assert told.place.column == len("  hall: ") + hall.index(spot) + 1
