"""
Make `pinyin.txt`: how each of the 6,763 characters of GB 2312 is read, without its tones.

    pip install -e '.[making]'
    python -m assets.models.making.pinyin

The readings are pypinyin's (MIT; its makers gathered them from Unihan, the Xiandai Hanyu Cidian
and others). The film itself needs no pypinyin: its table of phrases takes 55 MB and 0.2 s.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

import pypinyin
from pypinyin.constants import PINYIN_DICT

TARGET = Path(__file__).resolve().parent.parent / "pinyin.txt"
VOWELS = frozenset("aeiouv")
HEAD = """\
# How characters are read, for engine/senses/words/pinyin.py: a syllable without its tone (v is
# u with two dots), and every character of GB 2312 that is read so. Made by making/pinyin.py.
# From the tables of pypinyin {version}: Copyright (c) 2016 mozillazg, hotoo.cn@gmail.com.
# MIT License: used, copied and changed under its terms, as MODEL_CARD.md tells.

"""


def toneless(reading):
    """kāi as kai, nǚ as nv."""
    apart = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def characters():
    """The characters of GB 2312."""
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def main():
    read = defaultdict(list)
    for character in characters():
        readings = {toneless(one) for one in PINYIN_DICT.get(ord(character), "").split(",")}
        for syllable in sorted(readings):
            if syllable.isascii() and VOWELS & set(syllable):
                read[syllable].append(character)
    lines = (f"{syllable} {''.join(read[syllable])}\n" for syllable in sorted(read))
    TARGET.write_text(HEAD.format(version=pypinyin.__version__) + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
