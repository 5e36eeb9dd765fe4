"""The words of a film that can be said in another language, and the film said in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from engine.story.model import (
    About,
    Choice,
    ClipKind,
    End,
    Option,
    Scene,
    Story,
    Variant,
)
from engine.story.places import Place, place_in
from engine.story.reading.parts import Gathered, gist
from engine.story.units import SceneId

Words = Mapping[tuple[str, str], str]
"""Translations by (context, source text), as a PO file holds them."""

T = TypeVar("T", str, str | None)


@dataclass(frozen=True, slots=True)
class Text:
    """One text a translator sees; equal texts in two places are two."""

    context: str
    """Where in the story it stands: `scene.door.choice.Smile.label`."""
    source: str
    place: Place
    optional: bool = False
    """Example phrases, of which the source may already hold those of other languages."""


def texts(story: Story) -> tuple[Text, ...]:
    """Every text of the film that can be translated, in the order of the film."""
    return tuple(
        Text(context, source, place_in(story.places, context), context.endswith(".hear"))
        for context, source in _said(story)
        if source
    )


def untranslated(story: Story, words: Words) -> tuple[Text, ...]:
    """The texts for which there is no translation among these words."""
    return tuple(
        text
        for text in texts(story)
        if not text.optional and not words.get((text.context, text.source))
    )


def translated(story: Story, words: Words, language: str) -> Story:
    """
    The film in another language; what has no translation stays as the author wrote it.

    Names and ids stay, so that saves, tests and conditions mean the same in every language.
    Translated example phrases are added to the author's own.
    """
    if language == story.language:
        return story
    say = _Sayer(words)
    return replace(
        story,
        title=say("title", story.title),
        about=replace(_about(story.about, say), shown_warnings=_warnings(story, say)),
        sensing=replace(story.sensing, why=say("sensing.why", story.sensing.why)),
        scenes=_scenes(story.scenes, say),
    )


def _said(story: Story) -> Iterator[tuple[str, str | None]]:
    yield "title", story.title
    yield "about.summary", story.about.summary
    for at, warning in enumerate(story.about.warnings):
        yield f"about.warnings.{at}", warning
    if story.about.rating is not None:
        yield "about.rating.note", story.about.rating.note
    yield "sensing.why", story.sensing.why
    named: dict[SceneId, list[tuple[str, str]]] = {}
    for scene_id, context, warning in _unlisted(story):
        named.setdefault(scene_id, []).append((context, warning))
    for scene in story.scenes.values():
        yield from named.get(scene.id, ())
        yield from _said_in(scene)


def _said_in(scene: Scene) -> Iterator[tuple[str, str | None]]:
    where = f"scene.{scene.id}"
    yield f"{where}.chapter", scene.chapter
    yield f"{where}.describe", scene.describe
    for at, variant in enumerate(scene.play):
        yield f"{where}.play.{at}.slate", variant.clip.text
    match scene.way:
        case Choice(ask=ask, options=options):
            yield f"{where}.choice.ask", ask
            for option in options:
                yield from _said_by(option, f"{where}.choice.{option.label}")
        case End(name=name):
            yield f"{where}.end", name
        case _:
            pass


def _unlisted(story: Story) -> Iterator[tuple[SceneId, str, str]]:
    """The warnings that only scenes name, each with the first scene that does."""
    for warning, scene, at in gist(story).warned:
        if warning not in story.about.warnings:
            yield scene, f"scene.{scene}.warn.{at}", warning


def _warnings(story: Story, say: "_Sayer") -> dict[str, str]:
    listed = ((f"about.warnings.{at}", one) for at, one in enumerate(story.about.warnings))
    scenes = ((context, warning) for _, context, warning in _unlisted(story))
    said = {warning: say(context, warning) for context, warning in (*listed, *scenes)}
    return {warning: other for warning, other in said.items() if other != warning}


def _said_by(option: Option, where: str) -> Iterator[tuple[str, str | None]]:
    yield f"{where}.label", option.label
    yield f"{where}.because", option.because
    yield f"{where}.hear", "\n".join(option.hear)


class _Sayer:
    """Says a text in the other language where there are words for it."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __call__(self, context: str, source: T) -> T:
        if source is None:
            return source
        return self._words.get((context, source)) or source

    def phrases(self, context: str, source: tuple[str, ...]) -> tuple[str, ...]:
        """The author's example phrases and those of the other language, each once."""
        said = self._words.get((context, "\n".join(source)), "")
        more = (line.strip() for line in said.splitlines())
        return tuple(dict.fromkeys((*source, *(line for line in more if line))))


def _about(about: About, say: _Sayer) -> About:
    rating = about.rating
    if rating is not None:
        rating = replace(rating, note=say("about.rating.note", rating.note))
    warnings = tuple(
        say(f"about.warnings.{at}", warning) for at, warning in enumerate(about.warnings)
    )
    summary = say("about.summary", about.summary)
    return replace(about, summary=summary, warnings=warnings, rating=rating)


def _scenes(scenes: Mapping[SceneId, Scene], say: _Sayer) -> Mapping[SceneId, Scene]:
    """The scenes in the other language; those that are fetched one by one are said one by one."""
    if not isinstance(scenes, Gathered):
        return {name: _scene(scene, say) for name, scene in scenes.items()}
    chapters = tuple(
        (name, say(f"scene.{name}.chapter", chapter)) for name, chapter in scenes.gist.chapters
    )
    known = replace(scenes.gist, chapters=chapters)
    return Gathered(scenes, lambda name: _scene(scenes[name], say), known)


def _scene(scene: Scene, say: _Sayer) -> Scene:
    where = f"scene.{scene.id}"
    way = scene.way
    match way:
        case Choice():
            way = _choice(way, f"{where}.choice", say)
        case End(name=name):
            said = say(f"{where}.end", name)
            way = End(name=name, shown=None if said == name else said)
        case _:
            pass
    return replace(
        scene,
        way=way,
        play=tuple(
            _variant(each, f"{where}.play.{at}", say) for at, each in enumerate(scene.play)
        ),
        chapter=say(f"{where}.chapter", scene.chapter),
        describe=say(f"{where}.describe", scene.describe),
    )


def _variant(variant: Variant, where: str, say: _Sayer) -> Variant:
    if variant.clip.kind is not ClipKind.SLATE:
        return variant
    text = say(f"{where}.slate", variant.clip.text)
    return replace(variant, clip=replace(variant.clip, text=text))


def _choice(choice: Choice, where: str, say: _Sayer) -> Choice:
    options = tuple(_option(each, f"{where}.{each.label}", say) for each in choice.options)
    return replace(choice, ask=say(f"{where}.ask", choice.ask), options=options)


def _option(option: Option, where: str, say: _Sayer) -> Option:
    return replace(
        option,
        label=say(f"{where}.label", option.label),
        because=say(f"{where}.because", option.because),
        hear=say.phrases(f"{where}.hear", option.hear),
    )
