"""The measure of words: its scores, its sets, and that nothing trained on is measured on."""

import csv
import subprocess

import pytest

from assets.models.making.word_lines import for_choosing, for_measuring, for_training, key
from benchmarks.words import run
from benchmarks.words.plain import CHINESE, ENGLISH
from benchmarks.words.preparing import MOST, Clones, chosen, used_in
from benchmarks.words.readers import ours, peers
from benchmarks.words.sides import Texts, Told, by_value, macro_f1, read_texts


def write(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def test_a_value_within_the_band_is_neutral_and_still_leans():
    """Sets without neutral texts ask for the leaning."""
    assert by_value(0.04, 0.05) == Told("neu", "pos")
    assert by_value(-0.3, 0.05) == Told("neg", "neg")
    assert by_value(0.5, 0.1, middle=0.5) == Told("neu", None)


def test_every_side_counts_the_same():
    """Whoever says neutral of everything finds one side of three."""
    truths = ["neu"] * 8 + ["pos", "neg"]

    assert macro_f1(["neu"] * 10, truths) == pytest.approx(8 / 9 / 3)
    assert macro_f1(truths, truths) == 1.0
    assert macro_f1([None, "pos"], ["neg", "pos"]) == 0.5


def test_where_nothing_is_neutral_the_leaning_counts():
    """Reviews are good or bad."""
    reader = {"a": Told("neu", "pos"), "b": Told("neu", None)}.__getitem__

    assert Texts("two", (("a", "pos"), ("b", "neg"))).score(reader) == 0.5
    assert Texts("three", (("a", "pos"), ("b", "neu"))).score(reader) == pytest.approx(1 / 3)


def test_a_line_is_the_same_line_with_other_dots():
    """The first figures of such sets were too good for want of this."""
    texts = [("It works , well .", "pos"), ("it works well", "pos"), ("Another!", "neg")]

    assert chosen(texts, frozenset({key("another")}), even=False) == [("It works , well .", "pos")]


def test_an_even_set_has_as_many_of_each_side():
    """And is never longer than a set may be."""
    texts = [(f"glad {n}", "pos") for n in range(3 * MOST)] + [
        (f"sad {n}", "neg") for n in range(9)
    ]
    found = chosen(texts, frozenset(), even=True)

    assert [side for _, side in found].count("pos") == 9
    assert len(chosen(texts, frozenset(), even=False)) == MOST


def test_of_the_files_chosen_by_one_half_is_only_measured_on(tmp_path):
    """The other half has set the neutral band."""
    write(tmp_path / "train_en.csv", ["text", "polarity"], [("Trained on", "pos")])
    write(tmp_path / "dev_en_x.csv", ["text", "label"], [(f"line {n}", "neg") for n in range(40)])

    used = used_in(tmp_path)

    assert "trainedon" in used
    assert used - {"trainedon"} == {f"line{n}" for n in range(40) if for_choosing(f"line{n}")}
    assert 5 < len(used) < 36


def test_no_line_is_both_trained_and_measured_on():
    """Of files that come without parts."""
    assert not any(for_measuring(f"line{n}") and for_training(f"line{n}") for n in range(500))


def test_a_clone_is_read_bare_and_with_its_files(tmp_path):
    """And one that is not there is said with what to do."""
    for at in (tmp_path / "one+bare" / "repo", tmp_path / "one+full"):
        at.mkdir(parents=True)
        (at / "a.txt").write_text("glad\n", encoding="utf-8")
        for words in (
            ["init", "-q"],
            ["add", "a.txt"],
            ["-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "m"],
        ):
            subprocess.run(["git", "-C", str(at), *words], check=True)
    (tmp_path / "one+bare" / "repo" / ".git").rename(tmp_path / "one+bare" / "git")
    (tmp_path / "one+bare" / "repo" / "a.txt").unlink()
    (tmp_path / "one+bare" / "repo").rmdir()
    (tmp_path / "one+bare" / "git").rename(tmp_path / "one+bare" / "repo")
    clones = Clones(tmp_path)

    assert clones.lines("one/bare", "a.txt") == clones.lines("one/full", "a.txt") == ["glad"]
    with pytest.raises(LookupError, match=r"one/bare has no b\.txt"):
        clones.read("one/bare", "b.txt")
    with pytest.raises(LookupError, match="no clone of one/none: git clone"):
        clones.read("one/none", "a.txt")


def test_plain_sentences_are_read():
    """A floor: whoever breaks a reader sees it here."""
    assert Texts("en", ENGLISH).score(ours()) > 0.75
    assert Texts("zh", CHINESE).score(ours()) > 0.75


def test_vader_stands_beside_us():
    """It is a part of the engine, so it is always there."""
    vader = peers(("VADER",))["VADER"]

    assert vader("I love this film").side == "pos"
    assert vader("the oar on the shelf") == Told("neu", None)


def test_without_data_it_says_how_to_get_some(monkeypatch):
    """And still measures what is in the repository."""
    monkeypatch.setattr("benchmarks.words.cost.figures", lambda *, quick: [])
    report = run(quick=True)

    assert [figure.name for figure in report.figures] == ["plain-en", "plain-zh"]
    assert "benchmarks.words.preparing" in report.notes[0]


def test_each_set_stands_beside_its_peers(monkeypatch, tmp_path):
    """With what the targets ask over VADER, and none for a peer that is not there."""
    monkeypatch.setattr("benchmarks.words.cost.figures", lambda *, quick: [])
    monkeypatch.setattr("benchmarks.words.measure.CHINESE_PEERS", ())
    write(tmp_path / "en-x.csv", ["text", "label"], [("I love it", "pos"), ("I hate it", "neg")])
    write(tmp_path / "zh-cped.csv", ["text", "label"], [("我爱你", "pos"), ("我恨你", "neg")])

    figures = {figure.name: figure for figure in run(quick=False, data=tmp_path).figures}

    assert figures["en-x"].target == ">= VADER -0.01"
    assert figures["en-x"].ok
    assert figures["en-mean"].target == ">= VADER +0.06"
    assert figures["zh-cped"].value == 1.0
    assert figures["zh-cped"].ok is None
    assert read_texts(tmp_path / "en-x.csv", 1).rows == (("I love it", "pos"),)
