"""
Make `sayings.npz`: what lines mean, English and Chinese in one space, learned from a teacher.

    python -m assets.models.making.sayings lines --out lines.json SOURCES
    node sayings.mjs lines.json vectors.f32
    python -m assets.models.making.sayings table --lines lines.json --vectors vectors.f32 SOURCES

The teacher, a network that reads English sentences, tells a direction of every line (`sayings.mjs`
beside this file, some twenty minutes of one core). Each word, pair and piece of a word gets the
direction under which the sums of a line's pieces come near the teacher's (Reimers and Gurevych
2020: a translation of a line is to lie where the line lies). Chinese pieces learn from what the
teacher made of the English side of pairs, and of what a dictionary says of them in English.

SOURCES: `--pairs` Tatoeba's English-Chinese pairs, `--xed` the pairs of XED's film lines (one
file, may be given often), `--dictionary` CC-CEDICT, `--counts` the Leeds list of Chinese words by
how often they stand in the web, `--data` the folder of `train_en.csv` and `train_zh.csv`. What
they are and their licences: `MODEL_CARD.md`. The table is under CC BY-SA 4.0, as the dictionary.
"""

import argparse
import csv
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from engine.senses.words.cleaning import clean, folded
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import open_meanings
from engine.senses.words.sayings import GRAMS, LONGEST, MARK

MODELS = Path(__file__).resolve().parent.parent
TARGET = MODELS / "sayings.npz"
DIRECTIONS = 64
SPOKEN, LONGEST_LINE = 30_000, 22
WORD_TIMES, PAIR_TIMES, GRAM_TIMES = 3, 8, 20
CHINESE_TIMES, UNSEEN_COUNT, ENTRY_COUNT = 4, 3.0, 1.5
ROUNDS, BATCH, STEP, DROPPED, UNKNOWN = 5, 256, 4e-3, 0.2, 0.05
APART, SHARP = 1.0, 12.0
"""How much it counts that a line is nearer to its own direction than to those of other lines."""
ENTRY = 0.3
"""What a word with its dictionary entry counts beside a pair of lines."""
HAN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
ENTRY_LINE = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/\s*$")
NO_MEANING = re.compile(
    r"variant of|surname|^CL:|^see |abbr\. for|Taiwan pr|[\u3400-\u9fff]|^also written|radical in"
    r"|old name"
)
SHORT = {"sb": "somebody", "sth": "something"}


def pairs_of(given):
    """Folded pairs of an English and a Chinese line."""
    found = [line.split("\t")[:2] for line in given.pairs.read_text("utf-8").splitlines()]
    for file in given.xed:
        rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
        found += [row[4:6] for row in rows if len(row) > 5]
    both = [(folded(clean(pair[0])), packed(pair[1])) for pair in found if len(pair) == 2]
    return [pair for pair in both if all(pair)]


def packed(line):
    """A Chinese line in simplified characters, nothing between them."""
    return compared(clean(line)).replace(" ", "")


def entries_of(file):
    """By Chinese word what the dictionary says of it in English, the first senses first."""
    entries = {}
    for line in file.read_text("utf-8").splitlines():
        found = ENTRY_LINE.match(line)
        if not found or not HAN.fullmatch(found[1]) or len(found[1]) > LONGEST:
            continue
        if found[2][0].isupper() and len(found[1]) <= 3:  # a name
            continue
        senses = [sense for told in re.split("[/;]", found[3]) if (sense := sense_of(told))]
        if senses:
            entries.setdefault(found[1], []).append(senses[:5])
    return entries


def sense_of(told):
    """One sense as a folded line; empty where it says nothing of the meaning."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", told).strip()
    if NO_MEANING.search(bare):
        return ""
    bare = re.sub(r"\b(sb|sth)\b", lambda word: SHORT[word[1]], bare)
    bare = re.sub(r"^(?:fig\.|lit\.|idiom|loanword|coll\.|slang)\s*", "", bare)
    return re.sub(r"^(?:to|a|an|the) (?=\w)", "", folded(clean(bare)))


def spoken_of(data):
    """Folded English lines of people talking, the short ones."""
    with (data / "train_en.csv").open(encoding="utf-8", newline="") as rows:
        texts = [row["text"] for row in csv.DictReader(rows)]
    return [folded(clean(text)) for text in texts
            if "[" not in text and len(text.split()) <= LONGEST_LINE][:SPOKEN]  # fmt: skip


def chinese_counts(given, pairs):
    """How often pieces stand in the pairs and in dialogue, and words in the web."""
    with (given.data / "train_zh.csv").open(encoding="utf-8", newline="") as rows:
        talk = [packed(row["text"]) for row in csv.DictReader(rows)]
    web = {}
    for line in given.counts.read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) == 3 and HAN.fullmatch(parts[2]) and len(parts[2]) <= LONGEST:
            web[parts[2]] = float(parts[1])
    return (Counter(piece for _, line in pairs for piece in every_piece(line)),
            Counter(piece for line in talk for piece in every_piece(line)), web)  # fmt: skip


def every_piece(line):
    """All that stands together in a Chinese line, up to the longest piece."""
    return [line[at : at + n] for n in range(1, LONGEST + 1) for at in range(len(line) - n + 1)]


def lines_for_teacher(given):
    """What the teacher is to read: lines, words, and what the dictionary says of common words."""
    pairs, entries = pairs_of(given), entries_of(given.dictionary)
    words = open_meanings((MODELS / "meanings.npz").read_bytes()).words
    seen, talk, web = chinese_counts(given, pairs)
    common = [word for word in entries
              if 3 * seen[word] + 5 * talk[word] + web.get(word, 0) >= ENTRY_COUNT]  # fmt: skip
    told = [sense for word in common for senses in entries[word] for sense in senses[:3]
            if 1 < len(sense.split()) <= 12]  # fmt: skip
    english = [word for word in words if word[0] < "\u3000"]
    every = [line for line, _ in pairs] + english + spoken_of(given.data) + told
    return [line for line in dict.fromkeys(every) if line]


def english_pieces(lines):
    """The words, pairs and pieces of words that stand often enough in the lines."""
    cut = [WORD.findall(line) for line in lines]
    words = Counter(word for line in cut for word in line)
    pairs = Counter(" ".join(pair) for line in cut for pair in pairwise(line))
    grams = Counter(gram for word in words for gram in set(grams_of(word)))
    known = [word for word, times in words.items() if times >= WORD_TIMES]
    known += [pair for pair, times in pairs.items() if times >= PAIR_TIMES]
    return known + [MARK + gram for gram, times in grams.items() if times >= GRAM_TIMES]


def grams_of(word):
    """The pieces of a word."""
    whole = f"<{word}>"
    return [whole[at : at + n] for n in GRAMS for at in range(len(whole) - n + 1)]


def english_parts(line, rows, dice=None):
    """Rows and weights of an English line; with dice, some words are read as unknown ones."""
    found, cut = [], WORD.findall(line)
    for word in cut:
        if word in rows and (dice is None or dice.random() > UNKNOWN):
            found.append((rows[word], 1.0))
        else:
            found += [(rows[MARK + gram], 1 / len(word)) for gram in grams_of(word)
                      if MARK + gram in rows]  # fmt: skip
    return found + [(rows[pair], 1.0) for pair in map(" ".join, pairwise(cut)) if pair in rows]


def chinese_pieces(entries, counts):
    """The dictionary's words that are met, the web's commonest, what stands together often."""
    seen, talk, web = counts
    known = [word for word in {**entries, **web}
             if (seen[word] + talk[word] and (word in entries or seen[word] > 1))
             or (web.get(word, 0) >= UNSEEN_COUNT and word in entries)]  # fmt: skip
    known += [word for word, times in seen.items() if word not in entries and word not in web
              and HAN.fullmatch(word) and len(word) > 1
              and times >= CHINESE_TIMES and times + talk[word] >= 3 * CHINESE_TIMES]  # fmt: skip
    return list(dict.fromkeys(known + [piece for piece in seen if len(piece) == 1]))


def table_of(parts, width):
    """Lines as rows, pieces as columns."""
    counts = [len(line) for line in parts]
    column, worth = zip(*(part for line in parts for part in line), strict=True)
    return sp.csr_matrix((worth, (np.repeat(np.arange(len(parts)), counts), column)),
                         shape=(len(parts), width), dtype=np.float32)  # fmt: skip


def unit(rows):
    """Every row with length 1."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-6)


def learn(pieces, tables, wanted, counts):
    """
    Move the directions of pieces until the sums of lines point where they should (Adam, by hand).

    A line's sum should point to its own wanted direction, and to it more than to those of the
    other lines of its batch. `tables`: one for each round.
    """
    dice = np.random.default_rng(0)
    slope, swing = np.zeros_like(pieces), np.zeros_like(pieces)
    turn, turns = 0, len(tables) * (len(wanted) // BATCH + 1)
    for table in tables:
        order = dice.permutation(len(wanted))
        for at in range(0, len(order), BATCH):
            rows = order[at : at + BATCH]
            held = table[rows]
            held.data *= dice.random(len(held.data)) > DROPPED
            touched = np.unique(held.indices)
            held = held[:, touched]
            sums = held @ pieces[touched]
            long = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
            ours, theirs = sums / long, wanted[rows]
            guess = np.exp(SHARP * (ours @ theirs.T - 1))
            guess /= guess.sum(axis=1, keepdims=True)
            guess[np.arange(len(rows)), np.arange(len(rows))] -= 1
            worth = (counts[rows] / counts[rows].sum())[:, None]
            off = -worth * theirs + APART * SHARP / len(rows) * guess @ theirs
            off = (off - ours * (off * ours).sum(axis=1, keepdims=True)) / long
            now = held.T @ off
            turn += 1
            slope[touched] = 0.9 * slope[touched] + 0.1 * now
            swing[touched] = 0.99 * swing[touched] + 0.01 * now**2
            mean, size = slope[touched] / (1 - 0.9**turn), swing[touched] / (1 - 0.99**turn)
            step = STEP * max(1 - turn / turns, 0.05)
            pieces[touched] -= step * mean / (np.sqrt(size) + 1e-8)
    return pieces


def english_table(lines, wanted):
    """English pieces and their directions."""
    known = english_pieces(lines)
    rows = {piece: row for row, piece in enumerate(known)}
    dice = np.random.default_rng(1)
    tables = [table_of([english_parts(line, rows, dice) for line in lines], len(known))
              for _ in range(ROUNDS)]  # fmt: skip
    start = np.random.default_rng(2).normal(0, 0.02, (len(known), DIRECTIONS)).astype(np.float32)
    places = {line: at for at, line in enumerate(lines)}
    for piece, row in rows.items():
        if piece in places:
            start[row] = 0.5 * wanted[places[piece]]
    return known, learn(start, tables, wanted, np.ones(len(lines), np.float32))


def chinese_table(given, pairs, entries, teach):
    """Chinese pieces and their directions; `teach` tells the direction of an English line."""
    known = chinese_pieces(entries, chinese_counts(given, pairs))
    rows = {piece: row for row, piece in enumerate(known)}
    start = np.random.default_rng(3).normal(0, 0.01, (len(known), DIRECTIONS)).astype(np.float32)
    texts, wanted, counts = [], [], []
    for english, chinese in pairs:
        texts.append(chinese)
        wanted.append(teach(english))
        counts.append(1.0)
    for word in (word for word in known if word in entries):
        told = unit(sum(teach(sense) / (1 + rank / 2) for senses in entries[word]
                        for rank, sense in enumerate(senses)))  # fmt: skip
        start[rows[word]] = told * (0.5 if len(word) > 1 else 0.15)
        texts.append(word)
        wanted.append(told)
        counts.append(ENTRY if len(word) > 1 else ENTRY / 2)
    parts = [[(rows[piece], 1.0) for piece in every_piece(text) if piece in rows]
             for text in texts]  # fmt: skip
    table = table_of(parts, len(known))
    return known, learn(start, [table] * ROUNDS, np.array(wanted, np.float32),
                        np.array(counts, np.float32))  # fmt: skip


def main():
    """Write the lines for the teacher, or the table."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    asked.add_argument("what", choices=("lines", "table"))
    for name in ("pairs", "dictionary", "counts", "data"):
        asked.add_argument(f"--{name}", type=Path, required=True)
    asked.add_argument("--xed", type=Path, action="append", default=[])
    for name in ("out", "lines", "vectors"):
        asked.add_argument(f"--{name}", type=Path)
    given = asked.parse_args()
    if given.what == "lines":
        given.out.write_text(json.dumps(lines_for_teacher(given), ensure_ascii=False))
        return
    lines = json.loads(given.lines.read_text())
    told = unit(np.fromfile(given.vectors, np.float32).reshape(len(lines), -1))
    told -= told.mean(axis=0)
    turned = np.linalg.eigh(told.T @ told)[1][:, ::-1][:, :DIRECTIONS]  # the largest first
    wanted = unit(told @ turned).astype(np.float32)
    english, directions = english_table(lines, wanted)
    places = {line: at for at, line in enumerate(lines)}
    rows = {piece: row for row, piece in enumerate(english)}

    def teach(line):
        if line in places:
            return wanted[places[line]]
        parts = english_parts(line, rows)
        return unit(
            sum(w * directions[row] for row, w in parts) if parts else np.zeros(DIRECTIONS)
        )

    pairs, entries = pairs_of(given), entries_of(given.dictionary)
    chinese, others = chinese_table(given, pairs, entries, teach)
    write(english + chinese, np.concatenate([directions, others]))


def write(pieces, directions):
    """A byte a number, and of each piece how large it is."""
    scales = (np.abs(directions).max(axis=1) / 127).astype(np.float16)
    whole = directions / np.maximum(scales.astype(np.float32), 1e-7)[:, None]
    np.savez_compressed(
        TARGET,
        pieces=np.frombuffer("\n".join(pieces).encode(), dtype=np.uint8),
        directions=np.clip(np.round(whole), -127, 127).astype(np.int8),
        scales=scales,
    )
    print(f"{TARGET.name}: {len(pieces)} pieces, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
