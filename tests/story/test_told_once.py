"""What an author is told of slips above the line: once, at its place, with a cure that works."""

import pytest

from engine.story.parse import parse

FILM = """\
film: 1
languages: [en, zh]
state:
  trust: {is: 0, range: -3..3}
sensing: {uses: [face]}
feelings:
  smiling: smile > 0.8
scenes:
  hall:
    play: {slate: Hello, seconds: 30}
    choice:
      by: [face, buttons]
      options:
        Smile: {feel: smiling, go: garden, when: trust > 1}
        Stay: {go: garden, default: true}
  garden: {play: garden.mp4, set: trust += 1, end: Free}
"""


def told(old, new):
    """Code, line and cure of everything said of the film with one slip in it."""
    assert old in FILM
    findings = parse({"story.yaml": FILM.replace(old, new, 1)}, "doors").findings
    return [(each.rule.code, each.place.line, each.remedy) for each in findings]


def test_the_film_itself_is_sound():
    """Or the slips below would prove nothing."""
    assert told("Hello", "Hello") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "cure"),
    [
        ("[en, zh]", "[en, cn]", "S402", 2, "`zh`"),
        ("[en, zh]", "[en, zh_CN]", "S402", 2, "`zh-CN`"),
        ("[en, zh]", "[en, Chinese]", "S402", 2, "`pt-BR`"),
        ("is: 0", 'is: "0"', "S521", 4, "for numbers"),
        ("smile > 0.8", "smile > 80%", "S501", 7, "without `%`"),
        ("by: [face, buttons]", "by: face buttons", "S024", 12, "`[face, buttons]`"),
        ("by: [face, buttons]", "by: face, buttons", "S024", 12, "`[face, buttons]`"),
        ("by: [face, buttons]", "by: 【face，buttons】", "S024", 12, "`[face, buttons]`"),
        ("by: [face, buttons]", "by: face camera", "S024", 12, "`face`, `text`"),
        ("seconds: 30", "seconds: 1,5", "S021", 10, "`1.5`"),
        ("Stay: {go: garden, default: true}", "Stay:", "S022", 15, "Fill it in"),
        ("Smile: {feel", "- Smile: {feel", "S015", 15, "number of spaces"),
        ("trust > 1", "trust == yes", "S505", 14, "`true`"),
        ("trust > 1", "smiling", "S505", 14, "`felt.smiling`"),
        ("trust > 1", "[trust > 1]", "S023", 14, "`trust > 1`"),
        ("go: garden, when", "goto: garden, when", "S020", 14, "'go'"),
        ("    choice:", "    choise:", "S020", 11, "'choice'"),
        ("slate: Hello", "slate: !Hello", "S007", 10, "quotes"),
        ("state:", "---\nstate:", "S009", 3, "`---`"),
        ("end: Free", "end: true", "S023", 16, "`end: Dawn`"),
        ("end: Free", "return: yes", "S023", 16, "`return: true`"),
    ],
)
def test_one_slip_is_one_finding(old, new, code, line, cure):
    """What follows from a slip is not told as if it were another."""
    ((said, at, remedy),) = told(old, new)

    assert (said, at) == (code, line)
    assert cure in remedy


def test_options_in_a_list_are_told_so():
    """Many a file has its choices behind dashes."""
    options = FILM[FILM.index("        Smile:") : FILM.index("  garden:")]
    dashed = options.replace("Smile:", "- Smile:").replace("Stay:", "- Stay:")

    assert told(options, dashed) == [("S023", 14, "Write `label: scene`, without `-`.")]


def test_a_number_in_quotes_is_told_where_it_is_counted_with():
    """Quotes make a text of it, which cannot grow."""
    told_of = told("{is: 0, range: -3..3}", '"0"')

    assert ("S513", 16, "Take the quotes off its first value in `state`.") in told_of
