"""The sets of typed lines as they are read: whole scenes, or one sentence."""

import copy

import pytest
import yaml

from benchmarks.intents.sets import FOLDER, LANGUAGES, NONE, SetError, typed

SCENE = {
    "scene": "the-door",
    "part": "tune",
    "situation": "A door.",
    "options": [
        {"id": "open", "label": "Open it", "hear": ["turn the handle"], "said": ["push it", 7]},
        {"id": "leave", "label": "Leave", "hear": [], "said": ["off we go"]},
    ],
    "outside": ["nice door"],
}


def write(folder, *scenes):
    (folder / "en.yaml").write_text(yaml.safe_dump(list(scenes)), encoding="utf-8")
    return folder


def changed(**more):
    return {**copy.deepcopy(SCENE), **more}


def test_each_line_knows_its_options_and_which_of_them_it_means(tmp_path):
    """A number that somebody typed is a text, too."""
    other = changed(scene="the-gate", outside=[])
    texts = typed("en", "tune", write(tmp_path, changed(part="test"), SCENE, other))

    assert [(each.scene, each.text, each.means) for each in texts] == [
        (0, "push it", 0), (0, "7", 0), (0, "off we go", 1), (0, "nice door", NONE),
        (1, "push it", 0), (1, "7", 0), (1, "off we go", 1),
    ]  # fmt: skip
    assert [option.label for option in texts[0].options] == ["Open it", "Leave"]
    assert texts[0].options[0].hear == ("turn the handle",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_hardly_holds_a_line_of_the_other(language):
    """What is tuned on is not reported on, but for the few words that anybody types."""
    tune, test = ({each.text for each in typed(language, part)} for part in ("tune", "test"))

    assert len(tune) > 1200
    assert len(test) > 600
    assert len(tune & test) < 0.02 * len(test)


@pytest.mark.parametrize(
    ("scene", "says"),
    [
        ("a door", "en.yaml, scene 1: it needs options, outside, part, scene."),
        ({"scene": "x"}, "en.yaml, scene x: it needs options, outside, part, scene."),
        (changed(part="Test"), "the-door: its part is 'Test' and may be tune or test."),
        (changed(options="none"), "its options need hear, id, label, said, and an id"),
        (changed(options=[{"id": "open"}]), "its options need hear, id, label, said"),
        (changed(options=[SCENE["options"][0]] * 2), "and an id of their own."),
        (changed(outside="nice door"), "its texts must be lists."),
    ],
)
def test_a_scene_that_is_not_whole_is_one_sentence(tmp_path, scene, says):
    """With its file and its name: a figure on half a set is none."""
    with pytest.raises(SetError) as told:
        typed("en", "tune", write(tmp_path, scene))

    assert says in str(told.value)


@pytest.mark.parametrize("written", ["", "a: b\n", "- [\n", "[]", "\x00"])
def test_a_file_that_is_no_list_of_scenes_is_one_sentence(tmp_path, written):
    """And so is none at all."""
    (tmp_path / "en.yaml").write_text(written)

    for language in LANGUAGES:
        with pytest.raises(SetError, match=rf"^{language}\.yaml"):
            typed(language, "tune", tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_of_each_set_says_who_wrote_it(language):
    """Whoever reads a figure of it must be able to know that no viewer typed a line."""
    head = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8").partition("\n-")[0]

    assert "machine writer" in head
    assert "no line comes from a viewer" in " ".join(head.replace("#", " ").split()).lower()
