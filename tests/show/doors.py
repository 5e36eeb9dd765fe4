"""A film with one door, which a smile opens."""

DOOR = """
film: 1
title: The Door
sensing: {uses: [face], why: To see you smile.}
state: {trust: {is: 0, range: 0..9}}
feelings: {smiling: smile > 0.8}
scenes:
  hall: {play: {slate: Hall, seconds: 2}, set: trust += 1, next: door}
  door:
    play: {slate: A door, seconds: 19}
    choice:
      by: [face, buttons]
      read: 1s..2s
      at: 3s
      for: 15s
      cut: now
      options: {Knock: {feel: smiling, go: in}, Wait: {go: out, default: true}}
  in: {play: {slate: In, seconds: 1}, next: [{go: proud, when: trust > 1}, {go: warm}]}
  out: {play: {slate: Out, seconds: 1}, end: Out}
  warm: {play: {slate: Warm, seconds: 1}, end: Warm}
  proud: {play: {slate: Proud, seconds: 1}, end: Proud}
"""
