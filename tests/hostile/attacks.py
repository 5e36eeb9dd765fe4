"""Puts every attack wherever a story may ask something: `python -m tests.hostile.attacks`."""

import json
import resource
import sys
import time

from engine.story.reading.parse import parse
from tests.hostile.expressions import ATTACKS

FILM = """\
film: 1
title: Attacked
state: {trust: 0}
sensing: {uses: [face]}
scenes:
  hall:
    play: {slate: Hello, seconds: 30}
    set: SET
    choice:
      by: [face, buttons]
      options:
        Go: {go: out, feel: FEEL}
        Stay: {go: out, default: true, when: WHEN}
  out: {end: Out}
"""
LINES = {"SET": 8, "FEEL": 12, "WHEN": 13}
SOUND = {"SET": "trust += 1", "FEEL": "smile > 0.5", "WHEN": "trust > 1"}


def attacked(where: str, attack: str) -> str:
    """The film with an attack at one of its places."""
    said = f"trust = {attack}" if where == "SET" else attack
    text = FILM
    for place, sound in SOUND.items():
        text = text.replace(place, json.dumps(said if place == where else sound))
    return text


def main() -> None:
    """One line of JSON for each attack at each place: what was said, where, in what time."""
    for name, attack in ATTACKS.items():
        for where, line in LINES.items():
            began = time.process_time()
            parsed = parse({"story.yaml": attacked(where, attack)}, "x")
            told = {
                "name": name,
                "where": where,
                "refused": parsed.story is None,
                "codes": [each.rule.code for each in parsed.findings],
                "lines": [each.place.line for each in parsed.findings],
                "line": line,
                "seconds": time.process_time() - began,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
            print(json.dumps(told))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
