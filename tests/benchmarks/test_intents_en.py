"""The English lines viewers type: a figure is worth no more than the set it was measured on."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

SET = Path(__file__).parents[2] / "benchmarks" / "intents" / "en.yaml"
SCENES = yaml.safe_load(SET.read_text(encoding="utf-8"))
LITTLE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the i im my me you your it its is he his she her him they them we this that "
        "of in on at to and or for with out up off do dont be",
    )
)
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
DENIAL = re.compile(r"\b(don't|dont|do not|doesn't|isn't|not|never|no|nobody)\b")


def folded(text):
    """The words alone: no case, no marks, no apostrophes."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("'", "")
    return " ".join(re.findall(r"[^\W_]+", plain))


def shown(option):
    return [option["label"], *option["hear"]]


def options():
    return [option for scene in SCENES for option in scene["options"]]


def typed(scene):
    """All that viewers type in a scene, meant for it or not."""
    return [*(line for option in scene["options"] for line in option["said"]), *scene["outside"]]


def phrases(part):
    mine = [scene for scene in SCENES if scene["part"] == part]
    written = [line for scene in mine for option in scene["options"] for line in shown(option)]
    return {
        folded(line) for line in [*written, *(line for scene in mine for line in typed(scene))]
    }


def shares_a_word(line, label):
    return bool((set(folded(line).split()) & set(folded(label).split())) - LITTLE_WORDS)


def test_there_are_sixty_scenes_to_tune_on_and_half_as_many_to_report_on():
    """Fewer, and one odd scene would move the figure."""
    parts = Counter(scene["part"] for scene in SCENES)
    assert set(parts) == {"tune", "test"}
    assert parts["tune"] >= 60
    assert parts["test"] >= 30


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["scene"])
def test_a_scene_is_whole(scene):
    """Three ways, six lines each, and four lines at least that mean none of them."""
    assert set(scene) == {"scene", "part", "situation", "options", "outside"}
    assert scene["situation"].strip()
    assert len(scene["options"]) == len({option["id"] for option in scene["options"]}) == 3
    assert len(scene["outside"]) >= 4
    for option in scene["options"]:
        assert set(option) == {"id", "label", "hear", "said"}
        assert 1 <= len(option["label"].split()) <= 6
        assert 2 <= len(option["hear"]) <= 4
        assert len(option["said"]) == 6
    assert all(isinstance(line, str) and folded(line) for line in typed(scene))


def test_scenes_have_names_of_their_own_in_ascii():
    """A report names a scene, and must mean one; `yes` and `off` are no names to YAML."""
    names = [scene["scene"] for scene in SCENES]
    assert len(names) == len(set(names))
    names += [option["id"] for option in options()]
    assert not [name for name in names if not re.fullmatch(r"[a-z0-9-]+", str(name))]
    assert all(isinstance(name, str) for name in names)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["scene"])
def test_nobody_types_what_the_author_has_already_written(scene):
    """A line equal to a label or an example would be found by any lookup."""
    written = {folded(line) for option in scene["options"] for line in shown(option)}
    assert not [line for line in typed(scene) if folded(line) in written]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["scene"])
def test_no_two_ways_of_a_scene_are_written_alike(scene):
    """One example for two ways would have no right answer."""
    written = [folded(line) for option in scene["options"] for line in shown(option)]
    assert len(written) == len(set(written))


@pytest.mark.parametrize("part", ["tune", "test"])
def test_no_line_is_typed_twice(part):
    """A line that comes again would count twice, and its luck with it."""
    mine = [scene for scene in SCENES if scene["part"] == part]
    often = Counter(folded(line) for scene in mine for line in typed(scene))
    assert not [line for line, times in often.items() if times > 1]


def test_what_is_tuned_on_is_never_reported_on():
    """But for what anybody types: "keep going", "be honest"."""
    both = phrases("tune") & phrases("test")
    assert len(both) <= 0.05 * len(phrases("test"))
    assert max(map(len, both)) <= 20


def test_half_the_lines_for_a_way_share_no_word_with_its_label():
    """People seldom read aloud what stands on the screen."""
    for option in options():
        alike = [line for line in option["said"] if shares_a_word(line, option["label"])]
        assert len(alike) <= 3, f"{option['label']}: {alike}"


def test_people_mix_chinese_into_english():
    """Forty such lines and more, or the figure says nothing of them."""
    lines = [line for option in options() for line in option["said"]]
    assert len([line for line in lines if HAN.search(line) and LATIN.search(line)]) >= 40


@pytest.mark.parametrize("part", ["tune", "test"])
def test_people_say_what_should_not_be_done(part):
    """A matcher that hears only the verb must be caught: meant for a way, and for none."""
    mine = [scene for scene in SCENES if scene["part"] == part]
    said = [line for scene in mine for option in scene["options"] for line in option["said"]]
    outside = [line for scene in mine for line in scene["outside"]]
    assert len([line for line in said if DENIAL.search(line.casefold())]) >= 30
    assert len([line for line in outside if DENIAL.search(line.casefold())]) >= 15


def test_a_third_of_the_lines_is_very_short_and_some_are_long():
    """People type three words at most, or tell a story."""
    lengths = [len(folded(line).split()) for option in options() for line in option["said"]]
    assert 0.25 <= sum(length <= 3 for length in lengths) / len(lengths) <= 0.45
    assert sum(length >= 9 for length in lengths) >= 100
