"""
Throws made-up bytes at what reads strangers' texts: `python -m tests.hostile.fuzz loader`.

With `atheris` installed (`pip install atheris`; Linux) it is led by what code each input
reaches; without, inputs are spliced from the corpus by chance. `--seconds` says how long,
`--seed` makes a run anew. An input that breaks something is kept beside the corpus in
`tests/hostile/corpus/TARGET-HASH`, where every later run of the tests tries it again.
"""

import argparse
import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from engine.story.check import check
from engine.story.conditions import Condition, Effect
from engine.story.film import Film
from engine.story.findings import Weight, excerpt
from engine.story.grammar import NotUnderstoodError
from engine.story.reading.feelings import read_feel
from engine.story.reading.parse import parse
from tests.hostile.bombs import YAML, bytes_of
from tests.hostile.expressions import ATTACKS

CORPUS: Final = Path("tests/hostile/corpus")
LONGEST: Final = 20_000
SOON: Final = 2.0
"""Seconds of processor time that no input of this length may take."""
LED: Final = 20.0
"""The same where atheris counts every branch, which is some ten times slower."""


def loader(said: bytes) -> None:
    """A story is read and checked: there are findings or a film, and never anything else."""
    text = said.decode("utf-8", errors="ignore")
    parsed = parse({"story.yaml": text}, "fuzzed")
    errors = any(each.weight is Weight.ERROR for each in parsed.findings)
    assert (parsed.story is None) == errors
    checked = () if parsed.story is None else check(Film(parsed.story))
    for finding in (*parsed.findings, *checked):
        assert 1 <= finding.place.line <= text.count("\n") + 2, finding
        excerpt(finding, {"story.yaml": text})


def conditions(said: bytes) -> None:
    """A condition, effect or feeling is understood or refused at a place within it."""
    text = said.decode("utf-8", errors="ignore")
    for read in (Condition, Effect, lambda one: read_feel(one, {})):
        try:
            read(text)
        except NotUnderstoodError as refused:
            assert 0 <= refused.at <= len(text), (refused.at, text)  # noqa: PT017 -- no test


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {"loader": loader, "conditions": conditions}


def corpus(target: str) -> list[bytes]:
    """What to begin with: the films and findings we have, attacks, and what once broke."""
    kept = [path.read_bytes() for path in sorted(CORPUS.glob(f"{target}-*"))]
    if target == "conditions":
        attacks = (each.encode("utf-8", errors="ignore") for each in ATTACKS.values())
        sound = (b"trust += 1", b"visits(hall) >= 2 and not chosen('Go')", b"smile > 0.8 or still")
        return [*kept, *sound, *(each for each in attacks if len(each) < LONGEST)]
    films = [*Path("stories").glob("*/story.yaml"), *Path("tests/story/findings").glob("*.yaml")]
    bombs = (bytes_of(name)[:LONGEST] for name in YAML)
    return [*kept, *(path.read_bytes() for path in sorted(films)), *bombs]


def spliced(target: str, seed: int) -> Iterator[bytes]:
    """Inputs without end: pieces of the corpus, cut, doubled, swapped and spoilt."""
    chance, known = random.Random(seed), corpus(target)
    while True:
        made = bytearray(chance.choice(known))
        for _ in range(chance.randint(1, 6)):
            _spoil(made, chance.choice(known), chance)
        yield bytes(made[:LONGEST])


def _spoil(made: bytearray, other: bytes, chance: random.Random) -> None:
    at = chance.randint(0, len(made))
    until = min(len(made), at + chance.choice([0, 1, 2, 8, 40, 400]))
    begin = chance.randint(0, len(other))
    piece = other[begin : begin + chance.choice([1, 2, 8, 40, 400])]
    match chance.randrange(4):
        case 0:
            made[at:until] = piece
        case 1:
            del made[at:until]
        case 2:
            made[at:at] = made[at:until] * chance.choice([1, 2, 50])
        case _:
            made[at:until] = bytes(chance.randrange(256) for _ in range(until - at))


def tried(target: str, said: bytes, *, soon: float = SOON) -> None:
    """Try one input; what breaks is kept in the corpus, and raised."""
    began = time.process_time()
    try:
        TARGETS[target](said)
        took = time.process_time() - began
        assert took < soon, f"{took:.1f} s"
    except BaseException as problem:
        CORPUS.mkdir(exist_ok=True)
        kept = CORPUS / f"{target}-{hashlib.sha256(said).hexdigest()[:12]}"
        kept.write_bytes(said)
        raise AssertionError(f"{kept}: {problem!r}") from problem


def main() -> None:
    """Fuzz one target for a while."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    words.add_argument("target", choices=TARGETS)
    words.add_argument("--seconds", type=float, default=60.0)
    words.add_argument("--seed", type=int, default=0)
    asked = words.parse_args()
    if find_spec("atheris") is not None:
        _led(asked.target, asked.seconds, asked.seed)
        return
    until, many = time.monotonic() + asked.seconds, 0
    for said in spliced(asked.target, asked.seed):
        tried(asked.target, said)
        many += 1
        if time.monotonic() > until:
            break
    print(f"{asked.target}: {many} inputs, nothing broke")


def _led(target: str, seconds: float, seed: int) -> None:
    """Let atheris make the inputs."""
    import atheris

    seeds = Path(tempfile.gettempdir()) / f"kinoeye-fuzz-{target}"  # what it learns is not kept
    seeds.mkdir(exist_ok=True)
    for number, said in enumerate(corpus(target)):
        (seeds / f"seed-{number}").write_bytes(said)
    atheris.instrument_all()
    # Its own report of what broke would lie in the working folder; ours is in the corpus.
    flags = [
        f"-artifact_prefix={seeds}/",
        f"-max_total_time={int(seconds)}",
        f"-max_len={LONGEST}",
        f"-seed={seed}",
    ]
    atheris.Setup([sys.argv[0], *flags, str(seeds)], lambda said: tried(target, said, soon=LED))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
