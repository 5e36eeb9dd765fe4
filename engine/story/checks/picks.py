"""Checks of what the film decides by itself: does each way of picking have what it goes by."""

from collections.abc import Iterator

from engine.story.findings import Finding, found
from engine.story.model import Keep, Pick, PickEntry, PickMode, Scene, Story
from engine.story.rules import Rule


def check_picks(story: Story) -> Iterator[Finding]:
    """Everything to say about the film's picks."""
    for scene in story.scenes.values():
        if isinstance(scene.way, Pick):
            yield from _pick(story, scene.way)


def _pick(story: Story, pick: Pick) -> Iterator[Finding]:
    match pick.mode:
        case PickMode.LEARN if story.sensing.keep is Keep.NOTHING:
            yield found(Rule.LEARNS_NOTHING, pick.place)
        case PickMode.ARC:
            yield from _arc(story, pick)
        case PickMode.BEST if all(entry.when is None for entry in pick.entries):
            yield found(Rule.BEST_OF_NONE, pick.place)
        case _:
            pass
    weighed = next((entry for entry in pick.entries if entry.weight != 1.0), None)
    if weighed is not None and pick.mode is not PickMode.RANDOM:
        yield found(Rule.WEIGHT_UNUSED, weighed.place, mode=pick.mode)


def _arc(story: Story, pick: Pick) -> Iterator[Finding]:
    if not story.about.arc:
        cure = "Write under `about` what is hoped for: `arc: [0, -0.4, 0.6]`."
        yield found(Rule.ARC_LACKS, pick.place, what="`about: arc`", cure=cure)
    if story.about.minutes is None:
        cure = "Say how long the film takes: `minutes: 9..14` under `about`."
        yield found(Rule.ARC_LACKS, pick.place, what="`about: minutes`", cure=cure)
    for entry in pick.entries:
        if story.scenes[entry.go].intend is None:
            yield _aimless(story.scenes[entry.go], entry)


def _aimless(scene: Scene, entry: PickEntry) -> Finding:
    cure = f"Say in scene '{scene.id}' what is hoped for: `intend: {{valence: 0.4}}`."
    return found(Rule.ARC_LACKS, entry.place, what=f"the `intend` of '{scene.id}'", cure=cure)
