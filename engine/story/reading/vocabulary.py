"""
Every key an author may write, part by part, each with what it means in one line.

The parser knows a key by these tables, and the schema explains it by them in an editor, so
that no key is understood without being explained, and none is explained that is not understood.
"""

from collections.abc import Mapping
from typing import Final

Keywords = Mapping[str, str]
"""The keys of one part, and what each means."""

STORY: Final[Keywords] = {
    "film": "The version of the format, always 1.",
    "id": "A name for saves and logs: a-z, 0-9 and single hyphens. Left out: from the folder.",
    "title": "The film's title, as viewers read it.",
    "language": "The language of the texts in this file, such as en or zh. Left out: en.",
    "languages": "All languages of the film; the others are read from lang/<code>.po.",
    "start": "The scene the film begins with. Left out: the first one.",
    "include": "Further files that hold scenes, by their path in the film's folder.",
    "about": "What the library and the credits say of the film.",
    "state": "What the film remembers: variables and their first values.",
    "memory": "Variables that are kept between viewings, for each viewer, who can erase them.",
    "sensing": "What the film would like to read of its viewers; they are asked first.",
    "defaults": "What every choice does where it does not say otherwise.",
    "feelings": "Names for what a face shows: `smiling: smile > 0.8`.",
    "scenes": "The scenes by name.",
    "tests": "Rehearsals: what a viewer does, and where that must lead.",
}
INCLUDED: Final[Keywords] = {"scenes": "Further scenes of the film, by name."}
ABOUT: Final[Keywords] = {
    "authors": "Who made the film.",
    "rating": "From which age on it may be seen, and why.",
    "warnings": "What sensitive viewers should know before they begin.",
    "licence": "How the film may be used.",
    "credits": "A clip with the credits.",
    "tags": "Words the library finds the film by.",
    "poster": "The film's picture in the library.",
    "attract": "A clip that plays while nobody watches, in a kiosk.",
    "summary": "What the film is about, in a sentence or two.",
    "minutes": "How long a viewing lasts: `12`, or from the shortest to the longest, `9..14`.",
    "arc": "The valence hoped for at equal steps through the film, -1 to 1, for `pick: arc`.",
}
RATING: Final[Keywords] = {
    "age": "From which age on, in years.",
    "note": "Why, in a few words.",
}
VARIABLE: Final[Keywords] = {
    "is": "The first value: a number, a text, `true` or `false`. It can only be set to its kind.",
    "range": "The least and the most of a number: `-3..3`.",
    "one_of": "All texts it may be: `[calm, storm]`.",
}
SENSING: Final[Keywords] = {
    "uses": "What is read of viewers, who are told so: `face`, `text`; a face only if named here.",
    "why": "What viewers are told when they are asked.",
    "baseline": "Where a viewer's ordinary face is learned: a scene and a span, `pier 1s..6s`.",
    "confidence": "How sure a reading must be to count, 0 to 1. Left out: 0.55.",
    "sign": "What shows viewers that they are seen.",
    "keep": "What may be written down: nothing, or means over windows. Never pictures or words.",
}
DEFAULTS: Final[Keywords] = {"choice": "What choices do where they do not say otherwise."}
HABITS: Final[Keywords] = {
    "by": "Who answers, in this order: `face`, `text`, `vote`, `buttons`. A hand always counts.",
    "at": "When the card opens: seconds from the clip's start, negative ones from its end.",
    "for": "How long it stays open: a length, or `no limit`.",
    "hold": "What the film does meanwhile: it goes on, stops, or repeats.",
    "cut": "Whether an answer cuts at the clip's end or at once.",
    "crowd": "How several viewers become one answer.",
}
CHOICE: Final[Keywords] = {
    **HABITS,
    "ask": "The question, if there is one.",
    "read": "When faces are read: `12s..26s`, to a second before the clip's end at most.",
    "hints": "Whether the options stand beside the flame while a face is read. Left out: true.",
    "options": "The options: label and scene, or label and `{go, feel, hear, when, ...}`.",
    "exhausted": "The scene to go to when no option is left.",
}
OPTION: Final[Keywords] = {
    "go": "The scene this option leads to.",
    "feel": "What a face shows that answers this: a name from `feelings`, or `smile > 0.8`.",
    "hear": "Sentences that mean this option when a viewer types them.",
    "when": "The condition under which the option is there.",
    "set": "What changes when it is taken: `trust += 1`, or a list.",
    "once": "Whether it can be taken only once in a viewing.",
    "because": "What the viewer is told of the reason: the act (`you smiled`), never the soul.",
    "default": "Whether this is the answer of silence and doubt.",
    "id": "A name that stays when the label is edited. Left out: the label.",
}
CLIP: Final[Keywords] = {
    "file": "The clip's file; `sea.mp4#t=3.5,9` is a part of it.",
    "still": "A picture that stands for `seconds`.",
    "slate": "A text that stands for `seconds`.",
    "in": "Where in the file it begins.",
    "out": "Where in the file it ends.",
    "loop": "Whether it repeats until the film goes on.",
    "fallback": "Another file, for when this one cannot be played.",
    "seconds": "How long a still or slate stands, and the slate of a clip not shot yet.",
    "view": "`360` for a clip shot all around.",
    "bed": "Music that runs on as long as one clip after the other names it.",
    "stem": "Music over the bed, in step with it; where it changes, one fades into the other.",
    "bar": "How long a bar of the bed is, if a stem is to change at the next one: `2s`.",
}
VARIANT: Final[Keywords] = {
    **CLIP,
    "when": "The condition under which this one is shown; the last of a list needs none.",
}
SCENE: Final[Keywords] = {
    "play": "What it shows: a file, a still, a slate, or a list of variants.",
    "set": "What changes on entering: `trust += 1`, or a list.",
    "via": "A scene to visit after the clip, up to its `return: true`, before going on.",
    "intend": "The feeling hoped for.",
    "chapter": "The name of the chapter that begins here.",
    "describe": "What is seen: told to those who do not see it, and on a slate until it is shot.",
    "note": "A note for yourself.",
    "warn": "What sensitive viewers should know before this scene.",
    "skip_to": "Where those go who avoid one of the scene's `warn`.",
    "was": "Earlier names of this scene, so that old saves still load.",
    "next": "The scene that follows; or a list, of which the first whose `when` holds is taken.",
    "choice": "A decision: `{Left: garden, Right: cellar}`, or `options` and how it is asked.",
    "pick": "The film decides: a list of scenes, or `{mode, of}`.",
    "end": "The name of the ending that this scene is.",
    "return": "`true` where a scene visited by `via` goes back.",
}
WAYS: Final = ("next", "choice", "pick", "end", "return")
"""The ways on; a scene has exactly one of them."""
INTENT: Final[Keywords] = {
    "valence": "How pleasant, -1 to 1.",
    "arousal": "How stirring, -1 to 1.",
}
BRANCH: Final[Keywords] = {
    "when": "The condition under which the film goes there; the last of a list needs none.",
    "go": "The scene.",
}
PICK: Final[Keywords] = {
    "mode": "How the film picks. Left out: random.",
    "of": "The scenes to pick from.",
}
ENTRY: Final[Keywords] = {
    "go": "The scene.",
    "when": "The condition under which it may be picked.",
    "weight": "How often compared with the others. Left out: 1.",
    "once": "Whether it is picked only once in a viewing.",
}
TEST: Final[Keywords] = {
    "name": "What must hold, in a sentence.",
    "do": 'What the viewer does: labels, `feel NAME`, `say "words"`, `wait`; or `timeouts`.',
    "expect": "The ending this must lead to, or a scene on the way.",
    "without": "What this viewer lacks: `[face, text]`.",
    "seed": "The chance of this evening. Left out: it must hold for twenty of them.",
}
