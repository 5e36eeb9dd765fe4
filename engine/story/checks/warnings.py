"""Checks of content warnings: are they told before the film, and can they be avoided."""

from collections.abc import Iterator

from engine.story.findings import Finding, found, nearest
from engine.story.model import Scene, Story
from engine.story.places import place_in
from engine.story.rules import Rule


def check_warnings(story: Story) -> Iterator[Finding]:
    """Everything to say about warnings."""
    untold: set[str] = set()
    for scene in story.scenes.values():
        for at, warning in enumerate(scene.warn):
            if warning not in story.about.warnings and warning not in untold:
                untold.add(warning)
                yield _untold(story, scene, at)
        if scene.skip_to is not None:
            yield from _skip(story, scene, story.scenes[scene.skip_to])


def _untold(story: Story, scene: Scene, at: int) -> Finding:
    """One finding for each warning, where a scene first names it."""
    told, warning = story.about.warnings, scene.warn[at]
    place = place_in(story.places, f"scene.{scene.id}.warn.{at}")
    near = nearest(warning, told) if told else ""
    return found(Rule.WARNING_UNTOLD, place, scene=scene.id, warning=warning, near=near)


def _skip(story: Story, scene: Scene, to: Scene) -> Iterator[Finding]:
    place = place_in(story.places, f"scene.{scene.id}.skip_to")
    if not scene.warn:
        yield found(Rule.SKIP_UNUSED, place)
    same = next((warning for warning in scene.warn if warning in to.warn), None)
    if same is not None and to.skip_to is None:
        yield found(Rule.SKIP_TO_SAME, place, warning=same, to=to.id)
