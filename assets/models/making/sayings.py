"""
Make `sayings.npz`: what lines mean, English and Chinese in one space, learned from pairs of texts.

    python -m assets.models.making.sayings SOURCES

Nothing is learned from but texts that say the same: lines and their translations, words and what
dictionaries say of them. Each word, pair and piece of a word has a direction, a text has the sum
of its pieces', and both sides of a pair move until they lie nearer to each other than to the other
sides of their batch (a dual encoder: Guo et al. 2018, arXiv:1807.11906; dictionaries as a bridge
from words to lines: Hill et al. 2016, arXiv:1504.00548). Words begin at their directions in
`meanings.npz`, other pieces in the middle of what stands across from them.

SOURCES: `--pairs` Tatoeba's English-Chinese pairs, `--xed` the pairs of XED's film lines (one
file, may be given often), `--dictionary` CC-CEDICT, `--counts` the Leeds list of Chinese words by
how often they stand in the web, `--talk` CPED's lines (`train_zh.csv`), which tell what Chinese is
spoken, and `--wordnet`, `--chinese`, `--ili` as for `meanings.py`. What they are and their
licences: `MODEL_CARD.md`. The table is under CC BY-SA 4.0, as the dictionary is.
"""

import argparse
import csv
import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from assets.models.making.meanings import chinese_words, wordnet
from engine.senses.words.cleaning import clean, folded
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import open_meanings
from engine.senses.words.sayings import LONGEST, MARK, PIECE, every_piece, grams_of

MODELS = Path(__file__).resolve().parent.parent
TARGET = MODELS / "sayings.npz"
DIRECTIONS = 64
WORD_TIMES, PAIR_TIMES, GRAM_TIMES = 3, 8, 20
CHINESE_TIMES, UNSEEN_COUNT = 4, 3.0
ROUNDS, BATCH, STEP, DROPPED, UNKNOWN = 4, 512, 4e-3, 0.2, 0.05
SHARP = 7.0
"""How much it counts that a text is nearer to its own other side than to those of others."""
SHARES = {"spoken": 1.0, "echoes": 0.5, "entries": 0.3, "glosses": 0.3, "fellows": 0.3}
"""What a pair of each kind counts; a batch holds one kind, as between kinds all is easily told."""
HAN = re.compile(r"[\u3400-\u9fff]+")
ENTRY_LINE = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/\s*$")
NO_MEANING = re.compile(
    r"variant of|surname|^CL:|^see |abbr\. for|Taiwan pr|[\u3400-\u9fff]|^also written|radical in"
    r"|old name"
)
SHORT = {"sb": "somebody", "sth": "something"}


def pairs_of(given):
    """Folded pairs of an English and a Chinese line."""
    found = [line.split("\t")[:2] for line in given.pairs.read_text("utf-8-sig").splitlines()]
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


def echoes_of(pairs):
    """Lines of one language that were translated by the same line of the other."""
    for side in (0, 1):
        alike = defaultdict(dict)
        for pair in pairs:
            alike[pair[1 - side]][pair[side]] = None
        for lines in alike.values():
            yield from combinations([*lines][:4], 2)


def glosses_of(senses, words, chinese):
    """What the WordNets tell: pairs of a word or an example and what a sense is, and of words."""
    named = defaultdict(list)
    for word, held in [*words.items(), *chinese.items()]:
        for each in held:
            named[each[0] if isinstance(each, tuple) else each].append(word)
    glosses, fellows = [], []
    for name, held in senses.items():
        (gloss,), shown = held["definition"][:1], held.get("example", [])[:2]
        shown = [text if isinstance(text, str) else text.get("text", "") for text in shown]
        texts = [*named[name], *(folded(clean(text)) for text in shown)]
        glosses += [(text, folded(clean(gloss))) for text in texts]
        fellows += combinations(named[name], 2)
    return glosses, fellows


def chinese_counts(given, pairs):
    """How often pieces stand in the pairs and in dialogue, and words in the web."""
    with given.talk.open(encoding="utf-8", newline="") as rows:
        talk = [packed(row["text"]) for row in csv.DictReader(rows)]
    web = {}
    for line in given.counts.read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) == 3 and HAN.fullmatch(parts[2]) and len(parts[2]) <= LONGEST:
            web[parts[2]] = float(parts[1])
    return (Counter(piece for _, line in pairs for piece in every_piece(line)),
            Counter(piece for line in talk for piece in every_piece(line)), web)  # fmt: skip


def english_pieces(lines, listed):
    """Words, pairs and pieces of words that stand often enough in the lines, and listed words."""
    cut = [[piece for piece in PIECE.findall(line) if piece[0] < "\u3000"] for line in lines]
    words = Counter(word for line in cut for word in line)
    pairs = Counter(" ".join(pair) for line in cut for pair in pairwise(line))
    grams = Counter(gram for word in words for gram in set(grams_of(word)))
    known = [word for word, times in words.items() if times >= WORD_TIMES or word in listed]
    known += [pair for pair, times in pairs.items() if times >= PAIR_TIMES]
    return known + [MARK + gram for gram, times in grams.items() if times >= GRAM_TIMES]


def chinese_pieces(entries, counts):
    """The dictionary's words that are met, the web's commonest, what stands together often."""
    seen, talk, web = counts
    known = [word for word in {**entries, **web}
             if (seen[word] + talk[word] and (word in entries or seen[word] > 1))
             or (web.get(word, 0) >= UNSEEN_COUNT and word in entries)]  # fmt: skip
    known += [word for word, times in seen.items() if word not in entries and word not in web
              and HAN.fullmatch(word) and len(word) > 1
              and times >= CHINESE_TIMES and times + talk[word] >= 3 * CHINESE_TIMES]  # fmt: skip
    known += [piece for piece in seen if HAN.fullmatch(piece) and len(piece) == 1]
    return [*dict.fromkeys(known)]


def parts_of(line, rows, dice=None):
    """Rows and weights of a line; with dice, some English words are read as unknown ones."""
    found, before = [], ""
    for piece in PIECE.findall(line):
        if piece[0] >= "\u3000":
            found += [(rows[each], 1.0) for each in every_piece(piece) if each in rows]
            before = ""
            continue
        if piece in rows and (dice is None or dice.random() > UNKNOWN):
            found.append((rows[piece], 1.0))
        else:
            found += [(rows[MARK + gram], 1 / len(piece)) for gram in grams_of(piece)
                      if MARK + gram in rows]  # fmt: skip
        pair = f"{before} {piece}"
        found += [(rows[pair], 1.0)] if pair in rows else []
        before = piece
    return found


def table_of(parts, width):
    """Lines as rows, pieces as columns."""
    counts = [len(line) for line in parts]
    column, worth = zip(*(part for line in parts for part in line), strict=True)
    return sp.csr_matrix((worth, (np.repeat(np.arange(len(parts)), counts), column)),
                         shape=(len(parts), width), dtype=np.float32)  # fmt: skip


def unit(rows):
    """Every row with length 1."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-6)


def beginning(pieces, table, sides):
    """Where pieces begin: words as in `meanings.npz`, others amid what stands across from them."""
    meanings = open_meanings((MODELS / "meanings.npz").read_bytes())
    senses = [meanings.sense(piece) for piece in pieces]
    start = np.array([sense.shares @ sense.directions for sense in senses])[:, :DIRECTIONS]
    known = np.abs(start).max(axis=1) > 0
    whole = unit(table @ start)
    across = sp.csr_matrix(
        (np.ones(2 * len(sides)), (np.concatenate([sides[:, 0], sides[:, 1]]),
                                   np.concatenate([sides[:, 1], sides[:, 0]]))),
        shape=(len(whole), len(whole)))  # fmt: skip
    times = np.asarray(table.sum(axis=0)).ravel()[:, None]
    amid = (table.T @ unit(across @ whole)) / (times + 3)
    amid -= amid.mean(axis=0)
    start[~known] = 0.3 * amid[~known]
    return start.astype(np.float32)


def batches(kinds, dice):
    """The pairs of a round, in batches of one kind, and what each counts."""
    held = []
    for kind, rows in kinds.items():
        order = dice.permutation(len(rows))
        held += [(rows[order[at : at + BATCH]], SHARES[kind])
                 for at in range(0, max(1, len(order) - BATCH // 2), BATCH)]  # fmt: skip
    return [held[at] for at in dice.permutation(len(held))]


def learn(pieces, tables, kinds):
    """
    Move the directions of pieces until both sides of each pair lie together (Adam, by hand).

    `tables`: the texts in their pieces, one table for each round. `kinds`: pairs of rows of it.
    """
    dice = np.random.default_rng(0)
    slope, swing = np.zeros_like(pieces), np.zeros_like(pieces)
    turn, turns = 0, len(tables) * sum(len(rows) // BATCH + 1 for rows in kinds.values())
    for table in tables:
        for sides, share in batches(kinds, dice):
            held = table[sides.T.ravel()]
            held.data *= dice.random(len(held.data)) > DROPPED
            touched = np.unique(held.indices)
            held = held[:, touched]
            sums = held @ pieces[touched]
            long = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
            lines = sums / long
            off = share * pulled(lines, sides)
            off = (off - lines * (off * lines).sum(axis=1, keepdims=True)) / long
            now = held.T @ off
            turn += 1
            slope[touched] = 0.9 * slope[touched] + 0.1 * now
            swing[touched] = 0.99 * swing[touched] + 0.01 * now**2
            mean, size = slope[touched] / (1 - 0.9**turn), swing[touched] / (1 - 0.99**turn)
            step = STEP * max(1 - turn / turns, 0.05)
            pieces[touched] -= step * mean / (np.sqrt(size) + 1e-8)
    return pieces


def pulled(lines, sides):
    """Where each line is drawn from: the slope of a choice among the other sides of the batch."""
    count = len(sides)
    ours, theirs = lines[:count], lines[count:]
    near = SHARP * (ours @ theirs.T - 1)
    same = (sides[:, :1] == sides[:, :1].T) | (sides[:, 1:] == sides[:, 1:].T)
    near[same & ~np.eye(count, dtype=bool)] = -np.inf  # the same text is no other's side
    grown = np.exp(near)
    guess = grown / grown.sum(axis=1, keepdims=True) + grown / grown.sum(axis=0, keepdims=True)
    guess[np.arange(count), np.arange(count)] -= 2
    guess *= SHARP / (2 * count)
    return np.concatenate([guess @ theirs, guess.T @ ours])


def pairs_by_kind(pairs, entries, wordnets):
    """All pairs of texts that say the same, by where they come from."""
    glosses, fellows = wordnets
    return {
        "spoken": pairs,
        "echoes": [*echoes_of(pairs)],
        "entries": [(word, sense) for word, told in entries.items()
                    for senses in told for sense in senses[:3]],
        "glosses": glosses,
        "fellows": fellows,
    }  # fmt: skip


def taught(given):
    """The pieces, and the pairs of texts they learn from."""
    pairs, entries = pairs_of(given), entries_of(given.dictionary)
    chinese = chinese_pieces(entries, chinese_counts(given, pairs))
    words = open_meanings((MODELS / "meanings.npz").read_bytes()).words
    common = {*words, *chinese}
    senses, english = wordnet(given.wordnet)
    listed = [{word: held for word, held in each.items() if word in common}
              for each in (english, chinese_words(given.chinese, given.ili, senses))]  # fmt: skip
    entries = {word: told for word, told in entries.items() if word in common}
    kinds = pairs_by_kind(pairs, entries, glosses_of(senses, *listed))
    spoken = [text for kind in ("spoken", "entries", "glosses") for text, _ in kinds[kind]]
    lines = [*dict.fromkeys([*spoken, *(sense for _, sense in kinds["entries"])])]
    return english_pieces(lines, common) + chinese, kinds


def learned(known, kinds):
    """The directions of the pieces, the main ones of all that is spoken first."""
    rows = {piece: row for row, piece in enumerate(known)}
    texts = {text: None for pairs in kinds.values() for pair in pairs for text in pair}
    texts = {text: parts for text in texts if (parts := parts_of(text, rows))}
    places = {text: at for at, text in enumerate(texts)}
    sides = {
        kind: np.array([(places[one], places[other]) for one, other in pairs
                        if one in places and other in places and one != other])
        for kind, pairs in kinds.items()
    }  # fmt: skip
    dice = np.random.default_rng(1)
    whole = table_of([*texts.values()], len(known))
    tables = [table_of([parts_of(text, rows, dice) or parts for text, parts in texts.items()],
                       len(known)) for _ in range(ROUNDS)]  # fmt: skip
    pieces = learn(beginning(known, whole, np.concatenate([*sides.values()])), tables, sides)
    said = unit(whole[np.unique(sides["spoken"])] @ pieces)
    return pieces @ np.linalg.eigh(said.T @ said)[1][:, ::-1]


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


def main():
    """Write the table."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    for name in ("pairs", "dictionary", "counts", "talk", "wordnet", "chinese", "ili"):
        asked.add_argument(f"--{name}", type=Path, required=True)
    asked.add_argument("--xed", type=Path, action="append", default=[])
    known, kinds = taught(asked.parse_args())
    write(known, learned(known, kinds))


if __name__ == "__main__":
    main()
