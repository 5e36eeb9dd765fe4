"""Evenings that were left and are gone on with, and films edited meanwhile."""

from dataclasses import replace
from types import MappingProxyType

import msgspec
from hypothesis import strategies as st

from engine.messages.facts import StopAsked
from engine.messages.orders import SaveViewing
from engine.messages.standing import Standing
from engine.story.film import Film
from engine.story.model import Choice, Next, Pick, Scene, Variable
from engine.story.units import SceneId
from tests.director.playing import Playing
from tests.films import end, film, scene, to


def left(playing: Playing) -> Standing:
    """Leave the film; where it stands, as a file would give it back."""
    save = next(one for one in playing.hear(StopAsked()) if isinstance(one, SaveViewing))
    return through_a_file(save.standing)


def through_a_file(stood: Standing) -> Standing:
    def plain(value):
        return dict(value)

    written = msgspec.json.encode(stood, enc_hook=plain)
    return msgspec.json.decode(written, type=Standing)


def tale(*scenes: Scene, **story) -> Film:
    """The film as its author has edited it."""
    return replace(film(*scenes, **story), version="edited")


FIRST = film(
    scene("a", to("b"), chapter="One", sets=("trust += 2",)),
    scene("b", to("c")),
    scene("c", to("d"), chapter="Two"),
    scene("d", to("e")),
    scene("e", end("E")),
    state={"trust": Variable(first=0.0, low=-3.0, high=3.0), "mood": Variable(first="calm")},
)


def stood_in(name: str, told: Film = FIRST) -> Standing:
    playing = Playing(told).until_scene(name)
    playing.roll(2)
    return left(playing)


def opened(told: Film, stood: Standing) -> Playing:
    playing = Playing(told, standing=stood)
    playing.tick()
    return playing


edits = st.lists(
    st.tuples(st.sampled_from(["rename", "delete", "retype", "add", "forget"]), st.integers(0, 9)),
    max_size=6,
)


def edited_by(told: Film, steps) -> Film:
    """A film after an author's hard night; it is still one that `parse` would give out."""
    for number, (deed, which) in enumerate(steps):
        story = told.story
        names = sorted(story.scenes)
        name = names[which % len(names)]
        if deed == "rename":
            story = _renamed(story, name, f"{name}_{number}")
        elif deed == "delete" and len(names) > 1:
            other = names[(which + 1) % len(names)]
            story = _without(story, name, other)
        else:
            story = replace(story, state=_restated(story.state, deed, which))
        told = Film(story, told.clips, version=f"{number}")
    return told


def _restated(state, deed, which):
    changed = dict(state)
    if deed == "add":
        changed[f"new{which}"] = Variable(first="x")
    elif changed and deed == "retype":
        name = sorted(changed)[which % len(changed)]
        # Conditions compare it with numbers: it stays one, and nothing fits its range.
        if isinstance(changed[name].first, float):
            changed[name] = Variable(first=7.0, low=6.0, high=8.0)
    return MappingProxyType(changed)


def _renamed(story, name, new):
    scenes = {}
    for one in story.scenes.values():
        moved = _leading(one, {name: SceneId(new)})
        if one.id == name:
            moved = replace(moved, id=SceneId(new), was=(*one.was, name))
        scenes[moved.id] = moved
    start = SceneId(new) if story.start == name else story.start
    return replace(story, scenes=MappingProxyType(scenes), start=start)


def _without(story, name, other):
    scenes = {
        one.id: _leading(one, {name: SceneId(other)})
        for one in story.scenes.values()
        if one.id != name
    }
    start = SceneId(other) if story.start == name else story.start
    return replace(story, scenes=MappingProxyType(scenes), start=start)


def _leading(one, names):
    """A scene whose ways lead to the scenes by their new names."""

    def now(go):
        return names.get(go, go)

    way = one.way
    match way:
        case Next(branches=branches):
            way = replace(way, branches=tuple(replace(b, go=now(b.go)) for b in branches))
        case Choice(options=options, exhausted=exhausted):
            way = replace(
                way,
                options=tuple(replace(each, go=now(each.go)) for each in options),
                exhausted=None if exhausted is None else now(exhausted),
            )
        case Pick(entries=entries):
            way = replace(way, entries=tuple(replace(e, go=now(e.go)) for e in entries))
        case _:
            pass
    via = None if one.via is None else now(one.via)
    skip = None if one.skip_to is None else now(one.skip_to)
    return replace(one, way=way, via=via, skip_to=skip)
