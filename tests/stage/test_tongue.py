"""The interface's words."""

import ast
import re
from pathlib import Path

import pytest

import engine.stage
from engine.stage.tongue import CATALOGUES, Tongue, fitting, placeholders

HERE = Path(engine.stage.__file__).parent


def test_both_languages_say_everything():
    """English and Chinese matter equally."""
    assert set(CATALOGUES["en"]) == set(CATALOGUES["zh"])


@pytest.mark.parametrize("key", sorted(CATALOGUES["en"]))
def test_both_languages_fill_in_the_same_words(key):
    """A word missing in one language is a crash in front of its viewers."""
    assert placeholders(CATALOGUES["en"][key]) == placeholders(CATALOGUES["zh"][key])


@pytest.mark.parametrize("key", sorted(CATALOGUES["zh"]))
def test_nothing_is_left_in_the_other_language(key):
    """Copied and forgotten words look like carelessness, which they are."""
    same = {"kinoeye"}
    english, chinese = CATALOGUES["en"][key], CATALOGUES["zh"][key]

    assert key in same or english != chinese
    assert english.strip()
    assert chinese.strip()


def sources():
    for file in [*HERE.glob("*.py"), *(HERE / "screens").glob("*.py")]:
        yield file.name, ast.parse(file.read_text(encoding="utf-8"))


def pattern(node):
    """A written text as a pattern: what is filled in may be any word."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (
            pattern(part) if isinstance(part, ast.Constant) else "[a-z_]+" for part in node.values
        )
        return "".join(parts)
    return None


def keys_said():
    """Every key that is handed to `say` as it stands."""
    for file, tree in sources():
        for node in ast.walk(tree):
            said = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if said and node.func.attr == "say" and node.args:
                first = node.args[0]
                both = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                yield from ((file, found) for each in both if (found := pattern(each)))


@pytest.mark.parametrize(("file", "key"), sorted(set(keys_said())))
def test_every_key_that_is_said_has_words(file, key):
    """No screen may show a key, or fall over one."""
    assert any(re.fullmatch(key, known) for known in CATALOGUES["en"]), file


def test_no_words_lie_unused():
    """Words that nobody says are translated for nothing."""
    written = {
        found for _, tree in sources() for node in ast.walk(tree) if (found := pattern(node))
    }
    patterns = [re.compile(one) for one in written if "\\." in one or one.isalpha()]
    told_by_others = re.compile(r"tell\.")

    unused = [
        key
        for key in CATALOGUES["en"]
        if not told_by_others.match(key) and not any(one.fullmatch(key) for one in patterns)
    ]
    assert not unused, ", ".join(unused)


def test_an_unknown_language_is_answered_in_english():
    """Better understood by some than by none."""
    assert Tongue("fr").code == "en"
    assert Tongue("zh_CN").code == "zh"
    assert Tongue("zh-Hant").code == "zh"


def test_without_chinese_letters_the_interface_stays_english():
    """Boxes for letters say nothing to anybody."""
    assert fitting("zh", chinese=False).code == "en"
    assert fitting("zh", chinese=True).code == "zh"


def test_a_line_with_a_part_missing_is_not_told():
    """The director may tell of things these words do not know yet."""
    tongue = Tongue("en")

    assert tongue.tell("camera_lost", (("says", "unplugged"),)) is not None
    assert tongue.tell("volume", ()) is None
    assert tongue.tell("volume", (("volume", "80 %"),)) == "Volume 80 %"
    assert tongue.tell("never heard of", ()) is None


def test_names_stand_one_after_the_other_as_each_tongue_writes_them():
    """A Chinese list has a comma of its own."""
    assert Tongue("en").listed(["storm", "blood"]) == "storm, blood"
    assert Tongue("zh").listed(["风暴", "血"]) == "风暴、血"
