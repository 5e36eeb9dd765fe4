"""The Chinese lines viewers type: a figure is worth no more than the set it was measured on."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

SET = Path(__file__).parents[2] / "benchmarks" / "intents" / "zh.yaml"
SCENES = yaml.safe_load(SET.read_text(encoding="utf-8"))
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
DENIAL = re.compile("别|別|莫|不要|不许|不能|不用|不想|千万")
TRADITIONAL = re.compile("[們個這請說話問題見給讓會嗎點對長轉動樣邊後來東門開關還過師媽裡麼]")


def folded(text):
    """The characters alone: one width, no case, no marks, no spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def shown(option):
    return [option["label"], *option["hear"]]


def options():
    return [option for scene in SCENES for option in scene["options"]]


def said():
    return [line for option in options() for line in option["said"]]


def typed(scene):
    """All that viewers type in a scene, meant for it or not."""
    return [*(line for option in scene["options"] for line in option["said"]), *scene["outside"]]


def phrases(part):
    mine = [scene for scene in SCENES if scene["part"] == part]
    written = [line for scene in mine for option in scene["options"] for line in shown(option)]
    return {
        folded(line) for line in [*written, *(line for scene in mine for line in typed(scene))]
    }


def pairs(text):
    """Chinese has no spaces: two neighbouring characters stand for a word."""
    plain = folded(text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


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
    assert HAN.search(scene["situation"])
    assert len(scene["options"]) == len({option["id"] for option in scene["options"]}) == 3
    assert len(scene["outside"]) >= 4
    for option in scene["options"]:
        assert set(option) == {"id", "label", "hear", "said"}
        assert 2 <= len(option["label"]) <= 8
        assert 2 <= len(option["hear"]) <= 4
        assert len(option["said"]) == 6
    lines = [*typed(scene), *(line for option in scene["options"] for line in shown(option))]
    assert all(isinstance(line, str) and folded(line) for line in lines)


def test_scenes_have_names_of_their_own_in_ascii():
    """A report names a scene, and must mean one; `yes` and `off` are no names to YAML."""
    names = [scene["scene"] for scene in SCENES]
    assert len(names) == len(set(names))
    names += [option["id"] for option in options()]
    assert all(isinstance(name, str) for name in names)
    assert not [name for name in names if not re.fullmatch(r"[a-z0-9-]+", name)]


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
        alike = [line for line in option["said"] if pairs(line) & pairs(option["label"])]
        assert len(alike) <= 3, f"{option['label']}: {alike}"


@pytest.mark.parametrize("part", ["tune", "test"])
def test_people_mix_english_into_chinese(part):
    """Thirty such lines and more in each part, or the figure says nothing of them."""
    mine = [scene for scene in SCENES if scene["part"] == part]
    lines = [line for scene in mine for line in typed(scene)]
    assert len([line for line in lines if HAN.search(line) and LATIN.search(line)]) >= 30


@pytest.mark.parametrize("part", ["tune", "test"])
def test_people_say_what_should_not_be_done(part):
    """A matcher that hears only the verb must be caught: meant for a way, and for none."""
    mine = [scene for scene in SCENES if scene["part"] == part]
    meant = [line for scene in mine for option in scene["options"] for line in option["said"]]
    outside = [line for scene in mine for line in scene["outside"]]
    assert len([line for line in meant if DENIAL.search(line)]) >= 40
    assert len([line for line in outside if DENIAL.search(line)]) >= 12


def test_the_other_script_is_typed_as_well():
    """Taipei and Hong Kong go to the cinema too."""
    assert len([line for line in said() if TRADITIONAL.search(line)]) >= 60


def test_a_third_of_the_lines_is_very_short_and_some_are_long():
    """People type two or three words, or tell a story."""
    lengths = [len(folded(line)) for line in said()]
    assert 0.25 <= sum(length <= 6 for length in lengths) / len(lengths) <= 0.5
    assert sum(length >= 15 for length in lengths) >= 60
