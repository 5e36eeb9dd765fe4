"""Small films for tests, written as authors write them."""

from engine.story.reading.parse import parse

TWO_DOORS = """\
film: 1
title: Two Doors
scenes:
  hall: {play: hall.mp4, choice: {Left: garden, Right: cellar}}
  garden: {play: garden.mp4, end: Free}
  cellar: {play: cellar.mp4, end: Lost}
"""


def film(hall, head=""):
    """A film whose first scene is written in the test; a garden and a cellar lie behind it."""
    return f"""\
film: 1
title: Two Doors
{head}
scenes:
  hall: {hall}
  garden: {{play: garden.mp4, end: Free}}
  cellar: {{play: cellar.mp4, end: Lost}}
"""


def asking(options, keys):
    """A scene that asks something, with one way more that is the default."""
    return f"""
    play: hall.mp4
    choice:
      {keys}
      options:
        {options}
        Wait: {{go: cellar, default: true}}"""


def story_of(text, folder="two-doors", **others):
    """The story of a text that has no errors."""
    parsed = parse({"story.yaml": text, **others}, folder)
    assert parsed.story is not None, [str(finding) for finding in parsed.findings]
    return parsed.story


def hall_of(hall, head=""):
    """The first scene of a film, as it was understood."""
    return story_of(film(hall, head)).scenes["hall"]


def codes_of(text, **others):
    """The codes of what is found while a text is read."""
    findings = parse({"story.yaml": text, **others}, "two-doors").findings
    return [finding.rule.code for finding in findings]
