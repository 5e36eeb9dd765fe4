"""What an author is told of slips above the line: once, at its place, with a cure that works."""

import pytest

from engine.story.reading.parse import parse

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
        ("Smile: {feel", "- Smile: {feel", "S015", 15, "as many spaces"),
        ("trust > 1", "trust == yes", "S505", 14, "`true`"),
        ("trust > 1", "smiling", "S505", 14, "`felt.smiling`"),
        ("trust > 1", "[trust > 1]", "S023", 14, "`trust > 1`"),
        ("go: garden, when", "goto: garden, when", "S020", 14, "'go'"),
        ("    choice:", "    choise:", "S020", 11, "'choice'"),
        ("slate: Hello", "slate: !Hello", "S007", 10, "quotes"),
        ("state:", "---\nstate:", "S009", 3, "`---`"),
        ("end: Free", "end: true", "S023", 16, "`end: Dawn`"),
        ("  garden: {", "    yard:\n      end: A\n  garden: {", "S020", 16, "as far left"),
        ("  garden: {", "    yard:\n  garden: {", "S020", 16, "as far left"),
        ("smile > 0.8", "happiness > 0.8", "S510", 7, "'joy'"),
        ("smile > 0.8", "笑 > 0.8", "S510", 7, "'smile'"),
        ("trust > 1", "trust == 真", "S505", 14, "`true`"),
        ("trust > 1", "hour > 20", "S505", 14, "`hour()`"),
        ("trust > 1", "visited", "S505", 14, "`visited(...)`"),
        ("-3..3", "-3...3", "S023", 4, "`-3..3`"),
        ("end: Free", "pick: {mode: arc}", "S025", 16, "`of: ["),
        ("end: Free", "pick: {mode: arc, of: hall}", "S023", 16, "`[garden, cellar]`"),
        ("end: Free", "warn: {dark: 1}, end: Free", "S023", 16, "`[one, another]`"),
        ("slate: Hello", "slate: “Hello, you”", "S021", 10, "straight ones"),
        ("end: Free", "return: yes", "S023", 16, "`return: true`"),
        ("      options:", "      option:", "S020", 13, "'options'"),
        ("-3..3", "3..-3", "S023", 4, "the least first"),
        ("-3..3", "[-3, 3]", "S023", 4, "`-3..3`"),
        ("trust += 1", "trust++", "S508", 16, "`trust += 1`"),
        ("trust += 1", "trust ＋= 1", "S508", 16, "English keyboard"),
        ("trust > 1", "trust > 1 并且 trust < 3", "S501", 14, "`and`"),
        ("trust > 1", "不是 trust", "S501", 14, "`not`"),
        ("smile > 0.8", "smile > 0。8", "S501", 7, "English keyboard"),
        ("go: garden, when", "go:garden, when", "S020", 14, "`go: garden`"),
        ("go: garden, when", "go：garden, when", "S030", 14, "`:`"),
        ("go: garden, when", "go:\u3000garden, when", "S016", 14, "type it anew"),
        ("go: garden, when", "go: gar\u200bden, when", "S016", 14, "Delete it"),
        ("Stay: {go", "Stay：{go", "S030", 15, "`:`"),
        ("{slate: Hello, seconds: 30}", "He says hello.", "S301", 10, "{slate:"),
        ("play: garden.mp4", "play: clips\\garden.mp4", "S301", 16, "`clips/garden.mp4`"),
    ],
)
def test_one_slip_is_one_finding(old, new, code, line, cure):
    """What follows from a slip is not told as if it were another."""
    ((said, at, remedy),) = told(old, new)

    assert (said, at) == (code, line)
    assert cure in remedy


def test_a_way_that_is_always_open_before_others_is_one_finding():
    """The last has a `when`, but that something always holds is certain."""
    ways = "next: [garden, {when: trust > 1, go: garden}]"

    assert [each[0] for each in told("end: Free", ways)] == ["S110"]


def test_a_when_that_cannot_be_read_is_not_told_as_missing():
    """It stands there, so what comes after it may be reached."""
    clips = "[{slate: A, when: trust >> 1}, {slate: B}]"

    assert [each[0] for each in told("{slate: Hello, seconds: 30}", clips)] == ["S502"]


def test_a_name_that_cannot_be_one_is_not_offered_as_a_cure():
    """Else one slip's cure would be the next slip."""
    slips = told("  garden: {", "  the-garden: {")

    assert ("S101", 14, "Did you mean 'the_garden'?") in slips


@pytest.mark.parametrize("text", ["scenes: {attic: {end: !Free}}", "scenes: [", None])
def test_what_may_stand_in_a_file_that_cannot_be_read_is_not_missed(text):
    """Its own finding is enough; a hundred scenes that lead there are innocent."""
    film = FILM.replace("end: Free", "next: attic").replace("trust > 1", "visited(attic)")
    files = {"story.yaml": film.replace("film: 1", "film: 1\ninclude: [more.yaml]")}
    findings = parse(files if text is None else {**files, "more.yaml": text}, "doors").findings

    assert len(findings) == 1
    assert findings[0].place.file == ("story.yaml" if text is None else "more.yaml")


def test_options_in_a_list_are_told_so():
    """Many a file has its choices behind dashes."""
    options = FILM[FILM.index("        Smile:") : FILM.index("  garden:")]
    dashed = options.replace("Smile:", "- Smile:").replace("Stay:", "- Stay:")

    assert told(options, dashed) == [("S023", 14, "Write `label: scene`, without `-`.")]


def test_a_number_in_quotes_is_told_where_it_is_counted_with():
    """Quotes make a text of it, which cannot grow."""
    told_of = told("{is: 0, range: -3..3}", '"0"')

    assert ("S513", 16, "Take the quotes off its first value in `state`.") in told_of


@pytest.mark.parametrize(
    ("known", "meant", "cure"),
    [("雨伞", "雨全", "Did you mean '雨伞'?"), ("隧道", "对話", "Known: hall, 隧道.")],
)
def test_one_sign_of_a_chinese_name_may_be_wrong(known, meant, cure):
    """Two signs are a whole name, so that one of them is much of it."""
    film = FILM.replace("  garden:", f"  {known}:").replace("go: garden", f"go: {known}")
    slipped = film.replace(f"Stay: {{go: {known}", f"Stay: {{go: {meant}")

    assert [each.remedy for each in parse({"story.yaml": slipped}, "doors").findings] == [cure]
