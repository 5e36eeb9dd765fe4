"""The slips that stop YAML, each told where the hand slipped."""

import pytest

from engine.story.reading.notes import Notes
from engine.story.reading.parse import parse
from engine.story.reading.yamltext import read_yaml

SCENE = "film: 1\nscenes:\n  hall:\n    {}\n    next: garden\n"


def told(text):
    """Code, line and column of each finding, and the cure of the first."""
    notes = Notes()
    read_yaml(text, "story.yaml", notes)
    found = [(each.rule.code, each.place.line, each.place.column) for each in notes.findings]
    return found, notes.findings[0].remedy


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("play hall.mp4", "play: hall.mp4"),
        ("play:hall.mp4", "play: hall.mp4"),
        ("play = hall.mp4", "play: hall.mp4"),
        ("Left -> garden", "Left: garden"),
        ("play", "play:"),
        ("-garden", "- garden"),
        ("— garden", "- garden"),
    ],
)
def test_a_line_without_a_colon_is_told_where_it_stands(line, form):
    """Not at the next line's colon, which is innocent."""
    found, cure = told(SCENE.format(line))

    assert found == [("S018", 4, 5)]
    assert f"`{form}`" in cure


@pytest.mark.parametrize(
    ("text", "line", "seen"),
    [
        (
            "scenes:\n  hall:\n    end: A\nattic:\n    end: B\n  cellar:\n    end: C\n",
            6, "line 4, `attic:`, is further left, line 5 further right",
        ),
        (
            "options:\n    Left: a\n  Right: b\n    Wait: c\n",
            3, "line 1, `options:`, is further left, line 2 further right",
        ),
        (
            "choice:\n  options:\n    Left: a\n  Right: b\n    Wait: c\n",
            5, "line 4, `Right: b`, is further left.",
        ),
        ("hall:\n  ask: Who?\n    # him\n\n   end: A\n", 5, "line 2, `ask: Who?`, is further"),
    ],
)  # fmt: skip
def test_a_line_that_is_out_of_line_is_told_with_the_one_that_may_have_slipped(text, line, seen):
    """Often the line that slipped is above the one where it shows."""
    ((code, at, _),), cure = told(text)

    assert (code, at) == ("S015", line)
    assert seen in cure


def test_a_scene_without_a_colon_is_told_at_its_name():
    """What stands under it is innocent too."""
    found, cure = told("film: 1\nscenes:\n  hall\n    play: hall.mp4\n")

    assert found == [("S018", 3, 3)]
    assert "`hall:`" in cure


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("film: 1\ntitle： Doors\nscenes:\n  x: y\n", (2, 6)),
        ("film: 1\nscenes：\n  hall:\n    end: Free\n", (2, 7)),
        (SCENE.format("play：hall.mp4"), (4, 9)),
        ("a: {go: log， once: true}\n", (1, 12)),
        ("a:\n  door：{go: log, once: true}\n", (2, 7)),
        ("a:\n  ＃ hall\n  hall: 1\n", (2, 3)),
    ],
)
def test_signs_of_a_chinese_keyboard_are_told(text, place):
    """They look right to whoever typed them."""
    found, cure = told(text)

    assert found == [("S030", *place)]
    assert cure.startswith(("Write `:`", "Write `,`", "Write `#`"))


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u200b"])
def test_a_blank_that_is_none_is_told(blank):
    """At a line's start and after a colon: nobody can see it."""
    assert told(SCENE.format(f"play:{blank}hall.mp4"))[0] == [("S016", 4, 10)]
    assert told(f"a:\n  k: v\n{blank} play: x\n  d: e\n")[0] == [("S016", 3, 1)]


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("'The keeper's door'", "s door'"),
        ('"Go," he said', "he said"),
        ("{slate: 'Don't', seconds: 3}", "t', seconds: 3}"),
    ],
)
def test_what_goes_on_after_a_closing_quote_is_told_at_the_opening_one(said, rest):
    """The author sees where the text really ended."""
    notes = Notes()
    read_yaml(f"a: b\nc: {said}\n", "story.yaml", notes)

    (finding,) = notes.findings
    assert (finding.rule.code, finding.place.line) == ("S019", 2)
    assert f"`{rest}`" in finding.says


def test_a_quote_that_is_closed_by_the_next_text_is_told_where_it_was_opened():
    """Forty lines further up than where YAML stumbles."""
    found, _ = told('a: "The boat\nb: c\nd: [wait, \'say "hm"\']\n')

    assert found == [("S011", 1, 4)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  k: v\n   play: x\n", (3, 4)),
        ("a:\n    k: v\n  play: x\n", (3, 3)),
        ("a:\n  k: v\n  - x\n", (3, 3)),
        ("a:\n  - k: v\n     play: x\n", (3, 6)),
        ("a:\n  k: >-\n  Once upon a time\n  b: c\n", (3, 3)),
    ],
)
def test_a_line_that_moved_is_told_at_its_first_letter(text, place):
    """Also where YAML took it for more of the text before."""
    assert told(text)[0] == [("S015", *place)]


def test_after_a_tab_nothing_is_said_of_how_lines_line_up():
    """One cure is enough: with spaces in its place all may be well."""
    assert told("a:\n  k: v\n\tplay: x\n\tnext: y\n")[0] == [("S005", 3, 1)]


LABELS = """\
film: 1
scenes:
  hall:
    play: hall.mp4
    choice:
      {label}: garden
      Stay: cellar
  garden: {garden}
  cellar: {{play: cellar.mp4, end: Lost}}
"""


@pytest.mark.parametrize(
    ("label", "end", "told"),
    [
        ("Take one", "Free", []),
        ("Take one", "Free # for now", []),
        ("Take one", '"Free #2"', []),
        ("Take#2", "Free", []),
        ("Take #2", "Free", ["S035 6:12"]),
        ("第 #2 次", "Free", ["S035 6:9"]),
        ("'Take #2'", "Free", []),
    ],
)
def test_a_number_sign_in_a_text_is_no_comment_an_author_meant(label, end, told):
    """But a comment has a blank after its sign."""
    scene = f"\n    play: a.mp4\n    end: {end}"
    text = LABELS.format(label=label, garden=scene)

    findings = parse({"story.yaml": text}, "doors").findings

    assert [f"{each.rule.code} {each.place.line}:{each.place.column}" for each in findings] == told


def test_a_text_that_loses_its_end_is_told_and_the_film_still_plays():
    """`Take #2` is a title, and reads *Take*."""
    text = LABELS.format(label="Go", garden="{play: a.mp4, end: Lost}").replace(
        "film: 1", "film: 1\ntitle: Take #2, wide"
    )

    parsed = parse({"story.yaml": text}, "doors")

    assert parsed.story is not None
    assert parsed.story.title == "Take"
    assert [finding.rule.code for finding in parsed.findings] == ["S034"]
    assert '`"Take #2"`' in parsed.findings[0].remedy


def test_in_braces_the_key_that_was_cut_short_is_found():
    """The bracket that is not closed is only what follows."""
    text = "film: 1\nscenes:\n  hall: {play: a.mp4, choice: {Take #2: hall, Go: hall}}\n"

    (finding,) = parse({"story.yaml": text}, "doors").findings

    assert (finding.rule.code, finding.place.column) == ("S035", 37)


@pytest.mark.parametrize(
    ("scene", "codes"),
    [
        ("{chapter: true, play: a.mp4, end: x}", ["S033"]),
        ("{chapter: 'true', play: a.mp4, end: x}", []),
        ("{chapter: Truth, play: a.mp4, end: x}", []),
        ("{warn: yes, play: a.mp4, end: x}", ["S033"]),
        ("{warn: [no, darkness], play: a.mp4, end: x}", ["S033"]),
        ("{describe: off, play: a.mp4, end: x}", ["S033"]),
        ("{note: yes, play: a.mp4, end: x}", []),
        ("{play: a.mp4, end: Yes}", []),
        ("{play: a.mp4, choice: {Yes: hall, No: hall}}", []),
        ("{play: a.mp4, choice: {by: [], options: {Yes: hall}}}", ["S022"]),
    ],
)
def test_a_switch_is_no_text(scene, codes):
    """Labels may be Yes and No; a chapter called `true` was a slip."""
    findings = parse({"story.yaml": f"film: 1\nscenes:\n  hall: {scene}\n"}, "doors").findings

    assert [finding.rule.code for finding in findings] == codes
