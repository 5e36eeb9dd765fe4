"""Checks of variables and of the tests written in a story."""

import pytest

from tests.story.examples import said_of
from tests.story.films import film

FELT = """
    play: [{when: felt.smiling, file: again.mp4}, hall.mp4]
    choice: {Left: garden, Right: cellar}"""
HALL = "{play: hall.mp4, choice: {Left: garden, Right: cellar}}"


@pytest.mark.parametrize(
    ("hall", "codes"),
    [
        (HALL, ["S522"]),
        ("{play: a.mp4, set: trust += 1, choice: {Left: garden, Right: cellar}}", ["S524"]),
        ("{play: a.mp4, set: trust = trust + 1, pick: [garden, cellar]}", ["S524"]),
        ("{play: [{when: trust > 1, file: a.mp4}, b.mp4], pick: [garden, cellar]}", ["S523"]),
        ("{play: a.mp4, next: [{when: trust > 1, go: garden}, cellar]}", ["S523"]),
        ("{play: a.mp4, pick: [{when: trust > 1, go: garden}, cellar]}", ["S523"]),
        ("{play: a.mp4, choice: {A: {go: garden, when: trust > 1}, B: cellar}}", ["S523"]),
        ("{play: a.mp4, choice: {A: {go: garden, set: trust += 1}, B: cellar}}", ["S524"]),
        (
            "{play: a.mp4, set: trust += 1, next: [{when: trust > 1, go: garden}, cellar]}",
            [],
        ),
    ],
)
def test_a_variable_nobody_uses_is_told(hall, codes):
    """Wherever it may stand, it is found."""
    findings = said_of({"story.yaml": film(hall, "state: {trust: 0}")})

    assert [finding.rule.code for finding in findings] == codes


@pytest.mark.parametrize(
    ("test", "codes"),
    [
        ("do: timeouts, expect: Free", []),
        ("do: [Left, wait, feel nothing, feel smiling], expect: garden", []),
        ("do: [say 0.8, say -1, say .5, 'say \"hello there\"', \"say '不'\"], expect: Lost", []),
        ("do: [Up], expect: Free", ["S602"]),
        ("do: [say hello], expect: Free", ["S602"]),
        ("do: ['say \"\"'], expect: Free", ["S602"]),
        ("do: [say], expect: Free", ["S602"]),
        ("do: [feel], expect: Free", ["S602"]),
        ("do: [feel tense], expect: Free", ["S509"]),
        ("do: [Left], expect: Freedom", ["S601"]),
    ],
)
def test_tests_speak_the_viewers_words(test, codes):
    """A test that can never pass is told before it is run."""
    asked = "sensing: {uses: [face]}\nfeelings: {smiling: smile > 0.8}"
    head = f"{asked}\ntests: [{{name: t, {test}}}]"

    findings = said_of({"story.yaml": film(FELT, head)})

    assert [finding.rule.code for finding in findings] == codes


def test_a_wrong_item_is_told_where_it_stands():
    """Third of five, on line four."""
    head = "tests: [{name: t, do: [Left, Up], expect: Free}]"

    (finding,) = said_of({"story.yaml": film(HALL, head)})

    assert finding.place.column == head.index("Up") + 1


@pytest.mark.parametrize(
    ("item", "cure"),
    [
        ("say hello there", "`'say \"hello there\"'`"),
        ("say “hello”", "`'say \"hello\"'`"),
        ("say 5", "from -1 to 1"),
        ("timeout", "'timeouts'"),
        ("Lefft", "'Left'"),
    ],
)
def test_a_wrong_item_is_told_with_its_cure(item, cure):
    """Quotes in quotes are the hardest part of a test."""
    head = f"tests: [{{name: t, do: [{item}], expect: Free}}]"

    (finding,) = said_of({"story.yaml": film(HALL, head)})

    assert finding.rule.code == "S602"
    assert cure in finding.remedy


@pytest.mark.parametrize(
    ("feelings", "feel", "codes"),
    [
        ("smiling: smile > 0.8", "smiling", []),
        ("smiling: smile > 0.8", "smile > 0.8", []),
        ("smiling: smile > 0.8", "smile > 0.9", ["S525"]),
        ("smiling: smile > 0.8, glad: smiling or joy > 1", "glad", []),
        ("smiling: smile > 0.8, glad: smiling or joy > 1", "smile > 2", ["S525"]),
        ("smiling: smile > 0.8", "smiling and attention > 0.1", []),
    ],
)
def test_a_feeling_nobody_asks_for_is_told(feelings, feel, codes):
    """By an option, or by another feeling that is asked for; the outermost is told."""
    hall = f"""
    play: hall.mp4
    choice:
      by: [face, buttons]
      read: 7s..10s
      options:
        A: {{go: garden, feel: {feel}}}
        B: {{go: cellar, default: true}}"""
    head = f"sensing: {{uses: [face], baseline: hall 1s..6s}}\nfeelings: {{{feelings}}}"

    assert [each.rule.code for each in said_of({"story.yaml": film(hall, head)})] == codes


@pytest.mark.parametrize(
    ("first", "shown"), [("0", "0"), ("0.5", "0.5"), ("false", "false"), ("calm", '"calm"')]
)
def test_a_variable_nothing_sets_is_told_with_what_it_stays(first, shown):
    """So that the author sees how the condition will always come out."""
    value = '"calm"' if first == "calm" else first
    hall = f"{{play: a.mp4, next: [{{when: 'mood == {value}', go: garden}}, cellar]}}"

    (finding,) = said_of({"story.yaml": film(hall, f"state: {{mood: {first}}}")})

    assert finding.rule.code == "S523"
    assert finding.says.endswith(f"stays {shown}")
