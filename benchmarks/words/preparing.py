"""
Make the folder that `python -m benchmarks words --data` reads, from clones of public repositories.

    python -m benchmarks.words.preparing --from CLONES --to DIR [--trained DIR]

`CLONES` holds one clone a repository, each named `owner+name` (with the clone itself in it, or in
its folder `repo`). `--trained` is the folder the models were trained on: no line of it, by its
letters alone, comes into a set, and of the files there that were used for choosing only the half
nobody chose by. A repository that is not there leaves its sets out, and that is said.
"""

import argparse
import csv
import io
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import CalledProcessError, run
from typing import Final

from assets.models.making.word_lines import for_choosing, for_measuring, key, letters_of

Labelled = tuple[str, str]
"""A text and its side: neg, neu or pos."""

MOST: Final = 1500
"""Texts of one set, chosen by their letters, so that the same come every time."""
HELD_OUT: Final = frozenset({"30", "34", "35", "37"})
"""The series of CPED of which nobody trained a line: those the development lines are from."""


@dataclass(frozen=True, slots=True)
class Clones:
    """A folder of clones."""

    folder: Path

    def read(self, repository: str, path: str) -> bytes:
        """A file as it is in a repository's newest commit. LookupError where it is not."""
        at = self.folder / repository.replace("/", "+")
        for found in (at / ".git", at / "repo" / ".git", at / "repo", at):
            if (found / "HEAD").is_file():
                asked = ["git", f"--git-dir={found}", "show", f"HEAD:{path}"]
                try:
                    return run(asked, capture_output=True, check=True).stdout
                except CalledProcessError as fault:
                    says = f"{repository} has no {path}: {fault.stderr.decode()[:200]}"
                    raise LookupError(says) from fault
        says = f"no clone of {repository}: git clone --bare it into {at}"
        raise LookupError(says)

    def lines(self, repository: str, path: str) -> list[str]:
        """A text file's lines."""
        return self.read(repository, path).decode("utf-8-sig").splitlines()

    def rows(self, repository: str, path: str) -> Iterator[dict[str, str]]:
        """The rows of a table with a head."""
        written = self.read(repository, path).decode("utf-8-sig")
        yield from csv.DictReader(io.StringIO(written, newline=""))


def rated(name: str) -> Callable[[Clones], Iterator[Labelled]]:
    """One of the four sets VADER was published with: a mean rating of -4 to 4 is cut at 0.5."""

    def read(clones: Clones) -> Iterator[Labelled]:
        packed = clones.read(
            "cjhutto/vaderSentiment", "additional_resources/hutto_ICWSM_2014.tar.gz"
        )
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            file = tar.extractfile(f"hutto_ICWSM_2014/{name}_GroundTruth.txt")
            assert file is not None  # noqa: S101 -- extractfile raises where there is none
            for line in file.read().decode("utf-8", "replace").splitlines():
                _, rating, text = line.split("\t", 2)
                value = float(rating)
                yield text, "neg" if value < -0.5 else "pos" if value > 0.5 else "neu"

    return read


def goemotions(clones: Clones) -> Iterator[Labelled]:
    """Reddit comments of the test part that have one side and no other."""
    sides = {"1": "neg", "2": "neu", "3": "pos"}
    for line in clones.lines("monologg/GoEmotions-pytorch", "data/group/test.tsv"):
        text, labels, _ = line.rsplit("\t", 2)
        if labels in sides:
            yield text, sides[labels]


def xed_english(clones: Clones) -> Iterator[Labelled]:
    """English film lines, and the neutral ones that lie in a file of their own."""
    for line in clones.lines("Helsinki-NLP/XED", "AnnotatedData/en-annotated.tsv"):
        yield from _plutchik(line)
    for line in clones.lines("Helsinki-NLP/XED", "AnnotatedData/neu_en.txt"):
        text = line.partition("\t")[2]
        if for_measuring(key(text)):
            yield text, "neu"


def xed_chinese(clones: Clones) -> Iterator[Labelled]:
    """Chinese film lines, in simplified and traditional signs."""
    for name in ("cn", "tw", "zh"):
        for line in clones.lines("Helsinki-NLP/XED", f"Projections/{name}-projections.tsv"):
            yield from _plutchik(line)


def _plutchik(line: str) -> Iterator[Labelled]:
    """A line of XED, if its feelings are all of one side; surprise and anticipation have none."""
    text, _, written = line.rpartition("\t")
    felt = {number.strip() for number in written.split(",")}
    glad, sorry = felt & {"5", "8"}, felt & {"1", "3", "4", "6"}
    if bool(glad) != bool(sorry):
        yield text, "pos" if glad else "neg"


def sst2(clones: Clones) -> Iterator[Labelled]:
    """Sentences of film reviews, good or bad."""
    for line in clones.lines("clairett/pytorch-sentiment-classification", "data/SST2/test.tsv"):
        text, _, good = line.rpartition("\t")
        yield text, "pos" if good == "1" else "neg"


def tweeteval(clones: Clones) -> Iterator[Labelled]:
    """Tweets of the SemEval 2017 test."""
    texts = clones.lines("cardiffnlp/tweeteval", "datasets/sentiment/test_text.txt")
    labels = clones.lines("cardiffnlp/tweeteval", "datasets/sentiment/test_labels.txt")
    for text, label in zip(texts, labels, strict=True):
        yield text, ("neg", "neu", "pos")[int(label)]


def meld(clones: Clones) -> Iterator[Labelled]:
    """Lines of the series Friends, by how they are spoken."""
    for row in clones.rows("declare-lab/MELD", "data/MELD/test_sent_emo.csv"):
        yield row["Utterance"], row["Sentiment"][:3]


def cped(clones: Clones) -> Iterator[Labelled]:
    """Lines of four Chinese series no line of which was trained on, by how they are spoken."""
    for row in clones.rows("scutcyr/CPED", "data/CPED/test_split.csv"):
        if row["TV_ID"] in HELD_OUT:
            yield row["Utterance"], row["Sentiment"][:3]


def weibo_moods(clones: Clones) -> Iterator[Labelled]:
    """Weibo posts by their feeling; surprise has no side."""
    sides = {"happy": "pos", "neural": "neu", "angry": "neg", "sad": "neg", "fear": "neg"}
    path = "SMP2020代码整理/project/model-0/data/dev0.csv"
    for row in clones.rows("Tom-HG/smp2020", path):
        if row["labels"] in sides:
            yield row["content"], sides[row["labels"]]


def reviews(path: str) -> Callable[[Clones], Iterator[Labelled]]:
    """Chinese reviews of meals, hotels or goods, good or bad."""

    def read(clones: Clones) -> Iterator[Labelled]:
        packed = clones.read("SophonPlus/ChineseNlpCorpus", f"datasets/{path}")
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(packed)) as kept:
                packed = kept.read(kept.namelist()[0])
        written = io.StringIO(packed.decode("utf-8-sig"), newline="")
        for row in csv.DictReader(written):
            yield row["review"], "pos" if row["label"] == "1" else "neg"

    return read


def weibo(clones: Clones) -> Iterator[Labelled]:
    """Weibo posts, glad or sorry, by the signs their writers put beside the words."""
    for row in clones.rows("forever1986/bert_task", "data/weibo_senti_100k.csv"):
        yield row["review"], "pos" if row["label"] == "1" else "neg"


SETS: Final[Mapping[str, Callable[[Clones], Iterator[Labelled]]]] = {
    "en-tweets": rated("tweets"),
    "en-movie": rated("movieReviewSnippets"),
    "en-amazon": rated("amazonReviewSnippets"),
    "en-nyt": rated("nytEditorialSnippets"),
    "en-goemotions": goemotions,
    "en-xed": xed_english,
    "en-sst2": sst2,
    "en-tweeteval": tweeteval,
    "en-meld": meld,
    "zh-cped": cped,
    "zh-xed": xed_chinese,
    "zh-smp": weibo_moods,
    "zh-waimai": reviews("waimai_10k/waimai_10k.csv"),
    "zh-shopping": reviews("online_shopping_10_cats/online_shopping_10_cats.zip"),
    "zh-hotels": reviews("ChnSentiCorp_htl_all/ChnSentiCorp_htl_all.csv"),
    "zh-weibo": weibo,
}
EVEN: Final = frozenset({"en-xed", "zh-waimai", "zh-shopping", "zh-hotels", "zh-weibo"})
"""Sets whose files are sorted or lopsided: of each side as many as of the smallest."""


def chosen(texts: Iterable[Labelled], used: frozenset[str], *, even: bool) -> list[Labelled]:
    """At most so many texts, none of them used before and none twice."""
    found: dict[str, Labelled] = {}
    for text, side in texts:
        letters = key(text)
        if letters and letters not in used:
            found.setdefault(letters, (" ".join(text.split()), side))
    mixed = [found[letters] for letters in sorted(found, key=letters_of)]
    if even:
        sides = sorted({side for _, side in mixed})
        kept = [[pair for pair in mixed if pair[1] == side] for side in sides]
        fewest = min(map(len, kept))
        mixed = [pair for group in zip(*(each[:fewest] for each in kept), strict=True)
                 for pair in group]  # fmt: skip
    return mixed[:MOST]


def used_in(folder: Path) -> frozenset[str]:
    """What models were trained on or chosen by, as letters alone."""
    used: set[str] = set()
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            keys = {key(row["text"]) for row in csv.DictReader(file)}
        dev = path.name.startswith("dev_")
        used |= {letters for letters in keys if not dev or for_choosing(letters)}
    return frozenset(used)


def main() -> int:
    """Write one file a set."""
    asking = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    asking.add_argument("--from", dest="clones", type=Path, required=True, metavar="CLONES")
    asking.add_argument("--to", type=Path, required=True, metavar="DIR")
    asking.add_argument("--trained", type=Path, metavar="DIR")
    asked = asking.parse_args()
    used = used_in(asked.trained) if asked.trained else frozenset()
    asked.to.mkdir(parents=True, exist_ok=True)
    for name, read in SETS.items():
        try:
            texts = chosen(read(Clones(asked.clones)), used, even=name in EVEN)
        except LookupError as fault:
            print(f"{name}: left out; {fault}", file=sys.stderr)
            continue
        with (asked.to / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerows([("text", "label"), *texts])
        print(f"{name}: {len(texts)} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
