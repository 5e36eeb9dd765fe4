"""The pages of the findings say what is so."""

import re

import pytest

from docs.making.findings import INDEX, PAGES, pages, shown
from engine.story.rules import Rule, Weight
from tests.story.examples import FOLDER, example_of

MENDED_ELSEWHERE = {
    *("S002", "S029", "S302", "S303", "S308", "S310", "S311", "S313", "S315", "S318"),
    *(
        "S401",
        "S403",
        "S404",
        "S406",
        "S407",
        "S408",
        "S409",
        "S410",
        "S411",
        "S412",
        "S413",
        "S414",
        "S415",
    ),
}
"""What is mended by another file than the story, and so by words alone."""

RULES = pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.code)


def page_of(rule):
    return (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")


def test_rules_examples_and_pages_are_the_same_list():
    """None is missing, and none is of a finding that is gone."""
    codes = {rule.code for rule in Rule}

    assert {page.stem for page in PAGES.glob("S*.md")} == codes
    assert {film.stem for film in FOLDER.glob("*.yaml")} == codes


def test_examples_and_what_is_said_of_them_are_those_of_today():
    """`python -m docs.making.findings` writes them anew."""
    written = {page.name: page.read_text(encoding="utf-8") for page in PAGES.glob("*.md")}

    assert written == pages()
    assert INDEX in written


@RULES
def test_a_page_explains(rule):
    """A title, some sentences by hand, and a way out."""
    title, _, rest = page_of(rule).partition("\n\n")
    prose, _, mended = rest.partition("## Example")

    assert re.fullmatch(rf"# {rule.code} · {rule.weight}: \S.{{9,70}}", title)
    assert len(prose) > 60
    assert re.search(r"\n中文：.{15,}[。）]\n\n$", prose), "each page tells it in Chinese too"
    assert len(mended.partition("## Mended\n\n")[2]) > 20


@RULES
def test_the_mended_film_has_nothing_of_it_left(rule):
    """An author copies it, and it had better be right."""
    fence = re.search(r"## Mended\n\n```diff\n(.*?)\n```", page_of(rule), re.DOTALL)
    if fence is None:
        assert rule.code in MENDED_ELSEWHERE
        return

    film = (FOLDER / f"{rule.code}.yaml").read_text(encoding="utf-8")
    left = example_of(mended(film, fence.group(1)), rule.code).findings

    assert rule not in {finding.rule for finding in left}
    assert not [str(finding) for finding in left if finding.weight is Weight.ERROR]


def mended(film, diff):
    """The film with each part of the page's changes made: `-` out, `+` in."""
    lines = film.splitlines()
    for hunk in diff.split("\n\n"):
        steps = [(line[0], line[1:]) for line in hunk.splitlines()]
        old = [text for sign, text in steps if sign != "+"]
        at = next(at for at in range(len(lines)) if shown_at(lines, at, len(old)) == old)
        kept = iter(lines[at : at + len(old)])
        new = [text if sign == "+" else next(kept) for sign, text in steps]
        stays = [text for (sign, _), text in zip(steps, new, strict=True) if sign != "-"]
        lines[at : at + len(old)] = stays
    return "\n".join(lines) + "\n"


def shown_at(lines, at, count):
    return [shown(line) for line in lines[at : at + count]]
