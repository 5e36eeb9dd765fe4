"""Pinyin: Chinese typed on a Latin keyboard."""

from pathlib import Path

import pytest
import yaml

from engine.messages.orders import Listen, Phrases
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import clean
from engine.senses.words.likeness import HAN
from engine.senses.words.pinyin import LONGEST, read_table, spelled
from engine.senses.words.words import Words

SETS = Path(__file__).parents[3] / "benchmarks" / "intents"
TABLE = read_table((models_folder() / "pinyin.txt").read_text(encoding="utf-8"))
PHRASES = ("开门", "把门打开！", "敲门", "走", "女儿", "别怪自己了")
DOOR = Listen(
    (
        Phrases("open", "开门", ("把门打开！",)),
        Phrases("knock", "敲门", ()),
        Phrases("leave", "走", ()),
    ),
    sentiment=True,
)


@pytest.fixture(scope="module")
def words():
    return Words(models_folder())


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kai men", "开门"),
        ("kaimen", "开门"),
        ("KaiMen", "开门"),
        ("kāi mén", "开门"),
        ("kai1men2", "开门"),
        ("kai'men", "开门"),
        ("ba men da kai", "把门打开"),
        ("wo yao qu kai men le", "我要去开门了"),
        ("women zou ba", "我们走吧"),
        ("buyao kai men", "不要开门"),
        ("bie kaimen", "别开门"),
        ("nǚ ér", "女儿"),
        ("nver", "女儿"),
        ("bie guai ziji", "别怪自己"),
    ],
)
def test_what_spells_a_phrase_is_read_as_if_written_in_characters(typed, written):
    """With tones or without, apart or together, alone or among small words."""
    assert TABLE.in_characters(clean(typed), PHRASES) == written


@pytest.mark.parametrize(
    "typed",
    [
        "", "open", "kai", "kaim", "men kai", "ka imen", "kai men please", "wo yao",
        "开门 kai men", "can", "men", "ok", "12", "kai " * LONGEST,
    ],
)  # fmt: skip
def test_what_spells_no_phrase_is_left_as_it_is(typed):
    """All of it must be Chinese, and a phrase among it."""
    assert TABLE.in_characters(clean(typed), PHRASES) is None


def test_a_phrase_that_is_not_in_characters_alone_is_not_spelled():
    """Its letters are matched as letters."""
    assert TABLE.in_characters("da kai deng", ("打开灯 now", "Light")) is None


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("kai men", "open"),
        ("qing kaimen ba", "open"),
        ("bu yao kai men", None),
        ("bie kai men", None),
        ("zou", "leave"),
        ("kai men 😀", "open"),
    ],
)
def test_an_option_is_meant_by_its_pinyin_and_what_is_denied_stays_denied(words, typed, option):
    """As the same words in characters would be."""
    assert words.read(typed, DOOR).option == option


def test_pinyin_has_no_english_mood(words):
    """ "Wo hen ai ta" is a sentence, and the model of English knows nothing of it."""
    read = words.read("wo hen ai ta la", DOOR)

    assert (read.option, read.confidence, read.clear) == (None, 0.0, False)
    assert words.read("wo bu zhi dao 😀", DOOR).sentiment > 0.3


def test_where_nothing_is_asked_in_chinese_pinyin_is_not_looked_for(words):
    """The table is not even opened."""
    fresh = Words(words.models)
    fresh.read("kai men", Listen((Phrases("go", "Kayak", ()),), sentiment=True))

    assert "_pinyin" not in vars(fresh)


def test_a_house_without_the_table_reads_characters(tmp_path, models, caplog):
    """It is said once, and nothing falls."""
    (tmp_path / "words-zh.txt").write_bytes((models / "words-zh.txt").read_bytes())
    bare = Words(tmp_path)

    assert bare.read("开门", DOOR).option == "open"
    assert bare.read("kai men", DOOR).option is None
    assert bare.read("qiao men", DOOR).option is None
    assert caplog.text.count("pinyin.txt") == 1


@pytest.mark.parametrize("written", ["", "# nothing\n", "\n\n"])
def test_an_empty_table_is_none(written):
    """ValueError, which the words tell once."""
    with pytest.raises(ValueError, match="empty"):
        read_table(written)


def test_no_english_line_is_taken_for_the_pinyin_of_a_chinese_scene():
    """Not one new answer, of all lines in every eighth scene; nor in all 64, tried once."""
    english, chinese = (
        yaml.safe_load((SETS / name).read_text(encoding="utf-8"))
        for name in ("en.yaml", "zh.yaml")
    )
    lines = [clean(line) for scene in english for way in scene["options"] for line in way["said"]]
    lines += [clean(line) for scene in english for line in scene["outside"]]
    letters = [line for line in lines if spelled(line)]
    phrases = [
        [text for way in scene["options"] for text in (way["label"], *way["hear"])]
        for scene in chinese[::8]
    ]

    assert len(letters) > 1000
    assert not [
        (line, each) for each in phrases for line in letters if TABLE.in_characters(line, each)
    ]


def test_every_phrase_of_the_chinese_scenes_has_a_reading():
    """The characters of GB 2312 are enough."""
    scenes = yaml.safe_load((SETS / "zh.yaml").read_text(encoding="utf-8"))
    texts = [text for scene in scenes for way in scene["options"] for text in way["hear"]]

    assert not {letter for text in texts for letter in text if HAN.match(letter)} - set(
        TABLE.readings
    )
