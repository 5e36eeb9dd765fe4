"""Stories made to hurt whoever reads them, by name; each is made only when it is asked for."""

from collections.abc import Callable
from typing import Final

Files = dict[str, bytes]
"""A film's files by name."""

HEAD: Final = "film: 1\ntitle: Bomb\n"
HALL: Final = "scenes:\n  hall: {play: {slate: Hi, seconds: 3}, end: Out}\n"


def _laughs() -> str:
    first = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    rows = (f"{_letter(at + 1)}: &{_letter(at + 1)} [{_nine(at)}]\n" for at in range(9))
    return first + "".join(rows)


def _nine(at: int) -> str:
    return ",".join([f"*{_letter(at)}"] * 9)


def _letter(at: int) -> str:
    return chr(ord("a") + at)


def _merges() -> str:
    rows = (f"m{at + 1}: &m{at + 1} {{<<: [*m{at}, *m{at}], k{at + 1}: 1}}\n" for at in range(22))
    return "m0: &m0 {k0: 0}\n" + "".join(rows)


def _feelings() -> str:
    rows = "".join(f"  f{at}: f{at + 1}\n" for at in range(20_000))
    return f"{HEAD}feelings:\n{rows}  f20000: smile > 0.5\n{HALL}"


def _scenes(many: int) -> str:
    rows = "".join(f"  s{at}: {{next: s{at + 1}}}\n" for at in range(many))
    return f"{HEAD}scenes:\n{rows}  s{many}: {{play: {{slate: x, seconds: 1}}, end: Out}}\n"


def _visits() -> str:
    rows = "".join(
        f"  s{at}: {{play: {{slate: x, seconds: 1}}, via: s{at + 1}, next: s{at + 2}}}\n"
        for at in range(5_000)
    )
    return (
        f"{HEAD}scenes:\n{rows}"
        "  s5000: {play: {slate: x, seconds: 1}, end: Out}\n  s5001: {return: true}\n"
    )


def _ring(many: int) -> str:
    rows = "".join(f"  s{at}: {{next: s{(at + 1) % many}}}\n" for at in range(many))
    return f"{HEAD}scenes:\n{rows}"


def _options(many: int) -> str:
    rows = "".join(f"        o{at}: {{go: out, when: visits(out) > {at}}}\n" for at in range(many))
    return (
        f"{HEAD}scenes:\n  hall:\n    play: {{slate: x, seconds: 9}}\n    choice:\n"
        f"      exhausted: out\n      options:\n{rows}  out: {{end: Out}}\n"
    )


def _script(items: int) -> str:
    return (
        f"{HEAD}{HALL}tests:\n  - {{name: t, do: [{', '.join(['wait'] * items)}], expect: Out}}\n"
    )


def _when(condition: str) -> str:
    return (
        f"{HEAD}state: {{trust: 0}}\nscenes:\n  hall:\n    play: {{slate: x, seconds: 3}}\n"
        f"    next: [{{when: '{condition}', go: out}}, out]\n  out: {{end: Out}}\n"
    )


YAML: Final[dict[str, Callable[[], str | bytes]]] = {
    # Those that were seen to kill or hang other readers (measured when the reader was chosen).
    "billion laughs": _laughs,
    "two thousand brackets": lambda: "a: " + "[" * 2_000 + "]" * 2_000,
    "a hundred thousand brackets": lambda: "a: " + "[" * 100_000 + "]" * 100_000,
    "a million open brackets": lambda: "[" * 1_000_000,
    "three thousand dashes": lambda: "- " * 3_000 + "x",
    "an alias of itself": lambda: "a: &a [*a]",
    "two million digits": lambda: f"{HEAD}start: {'9' * 2_000_000}\n{HALL}",
    "two million hexadecimal digits": lambda: f"{HEAD}start: 0x{'f' * 2_000_000}\n{HALL}",
    "a sexagesimal number": lambda: f"{HEAD}start: 1{':59' * 50_000}\n{HALL}",
    "two hundred thousand keys": lambda: "".join(f"k{at}: 1\n" for at in range(200_000)),
    "a text of fifty million letters": lambda: "a: " + "x" * 50_000_000,
    "merge keys": _merges,
    "a tag that runs Python": lambda: "a: !!python/object/apply:os.system ['touch hurt']",
    "a hundred thousand anchors": lambda: "".join(f"- &a{at} 1\n" for at in range(100_000)),
    "a key twice": lambda: f"{HEAD}title: Again\n{HALL}",
    "binary": lambda: "a: !!binary " + "QUJD" * 100_000,
    "two documents": lambda: f"{HEAD}{HALL}---\nb: 2\n",
    # And more of our own.
    "a million open braces": lambda: "{a: " * 1_000_000,
    "braces under braces": lambda: "a: " + "{a: " * 5_000 + "}" * 5_000,
    "keys under keys": lambda: "\n".join(" " * at + f"k{at}:" for at in range(3_000)),
    "a million question marks": lambda: "? " * 1_000_000,
    "a key of a megabyte": lambda: f"{'k' * 1_000_000}: 1\n",
    "a list as a key": lambda: "? [a, b]\n: 1\n",
    "a quote never closed": lambda: "title: '" + "x\n" * 1_000_000,
    "a block text without end": lambda: "title: |\n" + "  x\n" * 1_500_000,
    "eight million blanks": lambda: " " * 8_000_000 + "a: 1",
    "eight million lines": lambda: "\n" * 8_000_000,
    "comments alone": lambda: "# x\n" * 1_500_000,
    "tabs": lambda: "\t" * 4_000_000,
    "a hundred thousand directives": lambda: "%TAG !a! tag:x\n" * 100_000 + "--- a\n",
    "a hundred thousand documents": lambda: "--- a\n" * 100_000,
    "a zero among the letters": lambda: f"{HEAD}\x00{HALL}",
    "letters that turn the line": lambda: f"{HEAD}start: \u202ellah\u202c\n{HALL}",
    "UTF-16": lambda: (HEAD + HALL).encode("utf-16"),
    "no UTF-8": lambda: HEAD.encode() + b"\xff\xfe\x80" * 1_000,
    "surrogates": lambda: HEAD.encode() + b"id: \xed\xa0\x80\n",
    "nothing": lambda: b"",
    "only dashes": lambda: "---\n",
    "not a story": lambda: "- a\n- b\n",
    "a number alone": lambda: "9" * 1_000,
    "one byte too much": lambda: "# " + "x" * (8 * 1024 * 1024),
    "feelings twenty thousand deep": _feelings,
    "a hundred thousand and two scenes": lambda: _scenes(100_001),
    "a ring of five thousand scenes": lambda: _ring(5_000),
    "five thousand visits in each other": _visits,
    "a thousand unknown words": lambda: HEAD + "".join(f"z{at}: 1\n" for at in range(60_000)),
    "ten thousand unknown scenes": lambda: (
        HEAD + "scenes:\n" + "".join(f"  s{at}: {{next: nowhere{at}}}\n" for at in range(10_000))
    ),
    "an option a line": lambda: _options(5_000),
    "a script of a hundred thousand items": lambda: _script(100_000),
    "a condition of a megabyte": lambda: _when("1 + " * 250_000 + "1"),
    "a number larger than numbers": lambda: f"{HEAD}state: {{a: 1e999}}\n{HALL}",
    "a range without end": lambda: f"{HEAD}state: {{a: {{is: 0, range: -1e308..1e999}}}}\n{HALL}",
    "a time without end": lambda: (
        f"{HEAD}scenes:\n  hall: {{play: {{slate: x, seconds: 1e15}}, end: O}}\n"
    ),
    "out of the folder": lambda: f"{HEAD}include: [../../../etc/passwd.yaml]\n{HALL}",
    "out by a clip": lambda: f"{HEAD}scenes:\n  hall: {{play: ../../../etc/passwd, end: Out}}\n",
    "an address for a clip": lambda: (
        f"{HEAD}scenes:\n  hall: {{play: 'http://127.0.0.1:9/x.mp4', end: Out}}\n"
    ),
    "a device for a clip": lambda: f"{HEAD}scenes:\n  hall: {{play: /dev/zero, end: Out}}\n",
    "another protocol for a clip": lambda: (
        f"{HEAD}scenes:\n  hall: {{play: 'concat:a.mp4|b.mp4', end: Out}}\n"
    ),
}
"""Each is the text of a `story.yaml`."""


def bytes_of(name: str) -> bytes:
    """The bomb of this name, as it would lie in a file."""
    made = YAML[name]()
    return made if isinstance(made, bytes) else made.encode("utf-8", errors="surrogatepass")
