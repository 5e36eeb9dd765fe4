"""
Make `meanings.npz`: a small table of what English and Chinese words mean, one space for both.

    python -m assets.models.making.meanings --wordnet DIR --chinese FILE --ili FILE --data DIR

`DIR` of `--wordnet` holds `src/yaml` of the Open English WordNet (CC-BY 4.0), `--chinese` is
`wn-data-cmn.tab` of the Chinese Open Wordnet (WordNet licence), `--ili` is `ili-map-pwn30.tab` of
the Collaborative Interlingual Index (CC-BY 4.0), which joins the two; `--data` holds
`train_en.csv` and `train_zh.csv` (see `MODEL_CARD.md`), whose lines tell which words stand near
each other when people talk. Four tables of counts, side by side, and their main directions.
"""

import argparse
import csv
import re
from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from pathlib import Path

import numpy as np
import scipy.sparse as sp
import yaml
from scipy.sparse.linalg import svds

TARGET = Path(__file__).resolve().parent.parent / "meanings.npz"
DIRECTIONS, COMMONEST_DIRECTIONS = 96, 3
SHARES = {"senses": 1.0, "glosses": 0.7, "english lines": 0.6, "chinese lines": 0.5}
NEAR = {
    "hypernym": 0.5, "similar": 0.6, "entails": 0.5, "causes": 0.5, "also": 0.4,
    "attribute": 0.3, "domain_topic": 0.25, "mero_part": 0.2,
}  # fmt: skip
"""How near a sense is to those the WordNet joins it to; back again it is six tenths of that."""
WINDOW, CONTEXTS_EN, CONTEXTS_ZH = 6, 8000, 5000
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def wordnet(folder):
    """The senses by name, and by word its senses, the commonest first."""
    senses, entries = {}, defaultdict(list)
    for file in sorted((folder / "src" / "yaml").glob("*.yaml")):
        if file.name == "frames.yaml":
            continue
        held = yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506, TID251 -- safe loader; a data set, not a story
        if not file.name.startswith("entries"):
            senses.update(held)
            continue
        for word, kinds in held.items():
            small = word.lower()
            if not re.fullmatch(r"[a-z][a-z' -]*", small) or small.count(" ") > 1:
                continue
            for kind in kinds.values():
                for rank, sense in enumerate(kind.get("sense", [])):
                    share = (1.0 if small == word else 0.3) / (1 + rank)
                    entries[small].append((sense["synset"], share))
    return senses, entries


def chinese_words(file, ili, senses):
    """By Chinese word of up to four characters the senses it has."""
    numbers = dict(reversed(line.split()) for line in ili.read_text().splitlines())
    named = {held["ili"]: name for name, held in senses.items() if "ili" in held}
    found = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        place, *rest = line.split("\t")
        sense = named.get(numbers.get(place, numbers.get(place.replace("-a", "-s"), "")))
        if line.startswith("#") or sense is None or "lemma" not in rest[0]:
            continue
        whole = rest[1].replace("+", "").strip()
        bare = whole[:-1] if len(whole) > 2 and whole[-1] in "的地" else whole
        for word in {whole, bare}:
            if re.fullmatch(r"[\u3400-\u9fff]{1,4}", word):
                found[word].append(sense)
    return found


def lines_of(file):
    """The texts of a file of lines, in small letters."""
    with file.open(encoding="utf-8", newline="") as rows:
        return [row["text"].lower().replace("’", "'") for row in csv.DictReader(rows)]


def told(held):
    """Everything that is said of a sense, in words."""
    parts = held.get("definition", []) + held.get("example", [])
    return [WORD.findall((p if isinstance(p, str) else p.get("text", "")).lower()) for p in parts]


def cut(line, known):
    """A Chinese line in its words: the longest that is known each time."""
    words, at = [], 0
    while at < len(line):
        size = next((n for n in (4, 3, 2) if line[at : at + n] in known), 1)
        words.append(line[at : at + size])
        at += size
    return words


def level(table):
    """Every row as long as every other."""
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(1)).ravel())
    lengths[lengths == 0] = 1
    return sp.diags(1 / lengths) @ table


def beside(lines, rows, contexts):
    """How much more often than by chance words stand near others (positive information)."""
    counts = Counter()
    for line in lines:
        for at, word in enumerate(line):
            if word not in rows:
                continue
            for other in range(max(0, at - WINDOW), min(len(line), at + WINDOW + 1)):
                if other != at and line[other] in contexts:
                    place = rows[word], contexts[line[other]]
                    counts[place] += 1 / abs(at - other) ** 0.5
    where = np.array(list(counts))
    near = sp.csr_matrix(
        (np.array(list(counts.values())), (where[:, 0], where[:, 1])),
        shape=(len(rows), len(contexts)),
    )
    ours = np.asarray(near.sum(1)).ravel() + 5
    theirs = (np.asarray(near.sum(0)).ravel() + 5) ** 0.75
    theirs /= theirs.sum()
    told_of = near.tocoo()
    worth = np.maximum(0, np.log(told_of.data / (ours[told_of.row] * theirs[told_of.col])))
    return sp.csr_matrix((worth, (told_of.row, told_of.col)), shape=near.shape)


def joined(senses, numbers):
    """From every sense, how near the others are, in two steps along the WordNet's joints."""
    rows, columns, worth = [], [], []
    for name, held in senses.items():
        for joint, share in NEAR.items():
            for other in held.get(joint, []) or []:
                if other in numbers:
                    rows += [numbers[name], numbers[other]]
                    columns += [numbers[other], numbers[name]]
                    worth += [share, 0.6 * share]
    size = len(numbers)
    steps = sp.csr_matrix((worth, (rows, columns)), shape=(size, size))
    steps = sp.diags(1 / np.maximum(np.asarray(steps.sum(1)).ravel(), 1)) @ steps
    return steps, sp.identity(size) + 0.6 * steps + 0.3 * (steps @ steps)


def chosen_words(entries, spoken, written, talk):
    """The English words worth a row: used often enough, and verbs of two words that are said."""
    pairs = Counter(pair for line in talk for pair in pairwise(line))
    single = [w for w in entries if w.isalpha() and 2 * spoken[w] + written[w] >= 6]
    forms = [w for w, n in spoken.items() if w not in entries and n >= 8 and len(w) > 2]
    double = [w for w in entries if w.count(" ") == 1 and pairs[tuple(w.split(" "))] >= 3]
    return single + forms + double


def table(given):
    """The words, their directions, and how little each says by being common."""
    senses, entries = wordnet(given.wordnet)
    lines_en, lines_zh = (lines_of(given.data / f"train_{tongue}.csv") for tongue in ("en", "zh"))
    chinese = chinese_words(given.chinese, given.ili, senses)
    talk = [WORD.findall(line) for line in lines_en]
    texts = {name: told(held) for name, held in senses.items()}
    spoken = Counter(word for line in talk for word in line)
    written = Counter(word for lines in texts.values() for line in lines for word in line)
    said = Counter(line[i : i + n] for line in lines_zh for n in (1, 2, 3, 4)
                   for i in range(len(line) - n + 1))  # fmt: skip

    def common(sense):
        members = [member.lower() for member in senses[sense]["members"]]
        return max((spoken[word] + written[word] for word in members), default=0)

    english = chosen_words(entries, spoken, written, talk + [x for t in texts.values() for x in t])
    han = [w for w in chinese
           if said[w] or (len(w) <= 2 and max(map(common, chinese[w])) >= 30)]  # fmt: skip
    words = english + han
    rows = {word: row for row, word in enumerate(words)}
    numbers = {name: number for number, name in enumerate(senses)}
    for word in han:
        worth = [log(2 + common(sense)) for sense in chinese[word]]
        shares = [(each / max(worth)) ** 2 for each in worth]
        entries[word] = list(zip(chinese[word], shares, strict=True))
    places = [(rows[w], numbers[s], x) for w in words for s, x in entries.get(w, ())
              if s in numbers]  # fmt: skip
    row, column, worth = zip(*places, strict=True)
    own = level(sp.csr_matrix((worth, (row, column)), shape=(len(words), len(numbers))))
    steps, near = joined(senses, numbers)
    wider = own @ (sp.identity(len(numbers)) + 0.4 * steps)
    blocks = {
        "senses": _rare(own @ near),
        "glosses": level(wider @ _glosses(senses, texts, written)),
    }
    cut_lines = [cut(line, set(han)) for line in lines_zh]
    spoken_zh = Counter(word for line in cut_lines for word in line)
    lines = talk + [line for each in texts.values() for line in each]
    near_en = Counter(word for line in lines for word in line)
    for name, found, counted, most in (
        ("english lines", lines, near_en, CONTEXTS_EN),
        ("chinese lines", cut_lines, spoken_zh, CONTEXTS_ZH),
    ):
        contexts = {word: at for at, (word, _) in enumerate(counted.most_common(most))}
        blocks[name] = level(beside(found, rows, contexts))
    whole = sp.hstack([SHARES[name] * block for name, block in blocks.items()]).tocsr()
    shares = [_share(w, spoken if w[0] < "\u3000" else spoken_zh) for w in words]
    return words, _directions(whole), np.array(shares)


def _glosses(senses, texts, written):
    """What is said of each sense, in words that are neither rare nor everywhere."""
    everywhere = {word for word, _ in written.most_common(40)}
    worthy = [word for word, count in written.items() if count >= 4 and word not in everywhere]
    columns = {word: at for at, word in enumerate(worthy)}
    places = set()
    for at, (name, held) in enumerate(senses.items()):
        said = [w for line in texts[name] for w in line]
        said += [w for member in held["members"] for w in WORD.findall(member.lower())]
        places |= {(at, columns[word]) for word in said if word in columns}
    row, column = zip(*sorted(places), strict=True)
    return _rare(sp.csr_matrix((np.ones(len(row)), (row, column)),
                               shape=(len(senses), len(columns))))  # fmt: skip


def _rare(found):
    """What stands in few rows counts for more; what stands in one row alone, for nothing."""
    held = found.tocsr()
    seen = np.asarray((held > 0).sum(0)).ravel()
    worth = np.maximum(np.log(held.shape[0] / (1 + seen)), 0)
    worth[seen < 2] = 0
    return level(held @ sp.diags(worth))


def _directions(whole):
    """The main directions of the table, without the few in which all words lie."""
    start = np.random.default_rng(7).random(min(whole.shape))
    count = DIRECTIONS + COMMONEST_DIRECTIONS
    left, sizes, _ = svds(whole.astype(np.float64), k=count, v0=start)
    spread = left * np.sqrt(sizes)
    spread /= np.linalg.norm(spread, axis=1, keepdims=True) + 1e-9
    spread -= spread.mean(0)
    _, turned = np.linalg.eigh(spread.T @ spread)  # the smallest first
    kept = spread @ turned[:, ::-1][:, COMMONEST_DIRECTIONS:]
    return kept / (np.linalg.norm(kept, axis=1, keepdims=True) + 1e-9)


def _share(word, counted):
    """How much a word says: little if every other line holds it (Arora 2017's weights)."""
    return 1e-3 / (1e-3 + counted[word] / counted.total())


def main():
    """Make the table and write it, a byte a number."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    for name in ("wordnet", "chinese", "ili", "data"):
        asked.add_argument(f"--{name}", type=Path, required=True)
    words, directions, shares = table(asked.parse_args())
    scale = 127 / np.abs(directions).max(1, keepdims=True)
    np.savez_compressed(
        TARGET,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        directions=np.round(directions * scale).astype(np.int8),
        shares=np.round(shares * 255).astype(np.uint8),
    )
    print(f"{TARGET.name}: {len(words)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
