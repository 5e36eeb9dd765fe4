"""Films of any size, written as an author would: three ways on, conditions, includes."""

from pathlib import Path

A_FILE = 1_667
"""Scenes in an included file, so that 100,000 fit into sixty."""
ENDING = "s96"
"""A scene that ends every film of a hundred scenes or more."""
HEAD = """\
film: 1
title: A very long evening
language: en
sensing: {{uses: [face], why: The lamp burns with whoever watches it.}}
state:
  trust: {{is: 0, range: -9..9}}
  steps: 0
  weather: {{is: calm, one_of: [calm, storm]}}
feelings: {{smiling: smile > 0.8, away: attention < -0.8}}
defaults: {{choice: {{by: [face, buttons], at: -9s, for: 9s}}}}
include: [{files}]
scenes:
  opening: {{describe: A door stands open., next: s0}}
"""


def write_film(folder: Path, scenes: int, *, clips: bool = False) -> None:
    """Write a film of about so many scenes; `clips` gives each a file to name."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = range(0, scenes, A_FILE)
    files = [f"part{at:03}.yaml" for at in range(len(starts))]
    (folder / "story.yaml").write_text(HEAD.format(files=", ".join(files)), encoding="utf-8")
    for file, start in zip(files, starts, strict=True):
        ends = min(start + A_FILE, scenes)
        written = "".join(_scene(at, scenes, clips=clips) for at in range(start, ends))
        (folder / file).write_text(f"scenes:\n{written}", encoding="utf-8")


def _scene(at: int, scenes: int, *, clips: bool) -> str:
    shown = f"play: clips/s{at}.mp4" if clips else "play: {slate: The path goes on., seconds: 12s}"
    lines = [f"s{at}:", f"  {shown}", f"  describe: Path {at} through the reeds, and the lamp."]
    if at + 3 >= scenes or at % 97 == 96:
        lines.append(f"  end: Shore {at % 12}")
    elif at % 10 == 9:
        lines += [
            "  set: [steps += 1, weather = storm]",
            f"  next: [{{when: trust > 2 and weather == storm, go: s{at + 2}}}, s{at + 1}]",
        ]
    else:
        lines += _choice(at, scenes)
    return "".join(f"  {line}\n" for line in lines)


def _choice(at: int, scenes: int) -> list[str]:
    far = min(at + 1 + at % 31, scenes - 1)
    return [
        "  set: steps += 1",
        "  choice:",
        "    ask: Which way?",
        "    options:",
        f"      Smile: {{go: s{at + 1}, feel: smiling, set: trust += 1, because: you smiled}}",
        f"      Turn: {{go: s{far}, feel: away, when: trust > -3 or visits(s{at}) > 1}}",
        f"      Keep still: {{go: s{at + 2}, default: true, because: you kept still}}",
    ]
