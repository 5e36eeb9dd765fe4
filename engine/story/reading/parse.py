"""From an author's text to a story, or to everything that keeps it from being one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.story.findings import Finding, nearest
from engine.story.languages import COUNTRIES, LANGUAGE, is_language
from engine.story.model import Scene, Story
from engine.story.places import Place, place_in
from engine.story.reading import vocabulary
from engine.story.reading.choice import Habits, read_habits
from engine.story.reading.draft import Draft
from engine.story.reading.head import read_about, read_sensing, read_tests
from engine.story.reading.keys import Keys
from engine.story.reading.kinds import refuse_wrong_kinds
from engine.story.reading.names import is_name, settled
from engine.story.reading.notes import Notes
from engine.story.reading.parts import STORY, Kept, Parts
from engine.story.reading.scene import read_scene
from engine.story.reading.state import read_memory, read_named_feelings, read_state
from engine.story.reading.yamltext import MapNode, Node, TextNode, read_yaml
from engine.story.rules import Rule
from engine.story.units import SceneId

MOST_INCLUDES: Final = 256
MOST_SCENES: Final = 100_000
ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of reading: a story unless some finding is an error."""

    story: Story | None
    findings: tuple[Finding, ...]


def parse(sources: Mapping[str, str], folder: str, kept: Kept | None = None) -> Parsed:
    """
    Read the film whose files are `sources`, by name, `story.yaml` among them.

    `folder` is the folder's name, the film's id where it gives none. Nothing is raised,
    whatever the text; reading never stops at the first finding. What was `kept` of an earlier
    reading makes it faster and changes nothing in what is answered.
    """
    parts = Parts(kept)
    parsed = _read(sources, folder, parts)
    while parts.doubts:
        parts = Parts(kept, without=parts.without | parts.doubts)
        parsed = _read(sources, folder, parts)
    return parsed


def _read(sources: Mapping[str, str], folder: str, parts: Parts) -> Parsed:
    draft = Draft(Notes())
    head = _head(sources, draft, parts)
    story = None if head is None else _story(head, sources, folder, draft, parts)
    return Parsed(story if draft.notes.sound else None, draft.notes.findings)


def _head(sources: Mapping[str, str], draft: Draft, parts: Parts) -> Keys | None:
    root = parts.head() or read_yaml(sources.get(STORY, ""), STORY, draft.notes)
    if isinstance(root, MapNode):
        draft.remember(root, "")
        parts.root = root
        return Keys(root, "", draft, known=vocabulary.STORY, what="a story")
    if root is not None or draft.notes.sound:
        place = Place(STORY, 1) if root is None else root.place
        draft.notes.note(Rule.VERSION, place)
    return None


def _story(
    head: Keys, sources: Mapping[str, str], folder: str, draft: Draft, parts: Parts
) -> Story | None:
    """Read everything in an order in which names are known before they are used."""
    language, languages = _languages(head)
    draft.languages = languages
    _read_names(head, draft)
    habits = _habits(head)
    files = {STORY: head.place_of("scenes"), **dict(_includes(head, sources))}
    draft.notes.files = tuple(files)
    parts.look_up(tuple(files), draft, habits)
    nodes = _scene_nodes(head, files, sources, draft, parts)
    if parts.doubts:
        return None
    read = _scenes(nodes, draft, habits)
    about, sensing, tests = read_about(head), read_sensing(head), read_tests(head)
    start = head.scene("start") or (SceneId(next(iter(draft.scenes))) if draft.scenes else None)
    refuse_wrong_kinds(draft)
    title, name, memory = head.text("title"), _id(head, folder), read_memory(head)
    parts.doubt_words(draft)
    parts.keep(read, draft)
    if start is None:
        return None
    return Story(
        id=name,
        title=title or folder,
        start=start,
        scenes=parts.scenes(read),
        language=language,
        languages=languages,
        about=about,
        state=dict(draft.variables),
        memory=memory,
        sensing=sensing,
        feelings=dict(draft.feelings),
        tests=tests,
        places=parts.places(draft.places),
    )


def _read_names(head: Keys, draft: Draft) -> None:
    _refuse_version(head)
    if (state := head.node("state")) is not None:
        read_state(state, draft)
    if (feelings := head.node("feelings")) is not None:
        read_named_feelings(feelings, draft)


def _refuse_version(head: Keys) -> None:
    node = head.node("film")
    if not isinstance(node, TextNode) or node.number != 1:
        head.draft.notes.note(Rule.VERSION, head.place_of("film"))


def _id(head: Keys, folder: str) -> str:
    said = head.text("id")
    if said is not None:
        if not ID.fullmatch(said):
            head.draft.notes.note(Rule.BAD_ID, head.place_of("id"), id=said)
        return said
    words = re.findall(r"[a-z0-9]+", folder.lower())
    return "-".join(words) or "film"


def _languages(head: Keys) -> tuple[str, tuple[str, ...]]:
    language = head.text("language") or "en"
    others = head.texts("languages")
    at = {f"languages.{each}": other for each, other in enumerate(others)}
    for path, code in {"language": language, **at}.items():
        if not is_language(code):
            place = place_in(head.draft.places, path)
            cure = _code_meant(code)
            head.draft.notes.note(Rule.BAD_LANGUAGE, place, language=code, cure=cure)
    return language, tuple(dict.fromkeys((language, *others)))


def _code_meant(code: str) -> str:
    meant = COUNTRIES.get(code, code.replace("_", "-"))
    fits = meant != code and LANGUAGE.fullmatch(meant)
    return f"Write `{meant}`." if fits else "Write it like `en`, `zh` or `pt-BR`."


def _habits(head: Keys) -> Habits:
    node = head.braces("defaults", "`{choice: {for: 9s}}`")
    if node is None:
        return Habits()
    keys = Keys(node, "defaults", head.draft, known=vocabulary.DEFAULTS, what="`defaults`")
    choice = keys.braces("choice", "`{for: 9s, hold: roll}`")
    if choice is None:
        return Habits()
    what = "`defaults: choice`"
    return read_habits(
        Keys(choice, "defaults.choice", head.draft, known=vocabulary.HABITS, what=what), Habits()
    )


def _scene_nodes(
    head: Keys,
    files: Mapping[str, Place],
    sources: Mapping[str, str],
    draft: Draft,
    parts: Parts,
) -> list[tuple[TextNode, Node]]:
    """Every scene to be read, by its key, the included ones after the story's own."""
    entries: list[tuple[TextNode, Node]] = []
    known: list[tuple[TextNode, Node]] = []
    for file, place in files.items():
        if not parts.enter(file, draft):
            more = _own(head) if file == STORY else _included(file, place, sources[file], draft)
            entries += more
            known += [entry for entry in more if _settle_name(entry[0], draft)]
    if not known and not parts.entered:
        draft.notes.note(Rule.NO_SCENES, head.place_of("scenes"))
    parts.doubt_names(draft, (settled(key.text) for key, _ in entries))
    return known


def _own(head: Keys) -> list[tuple[TextNode, Node]]:
    node = head.node("scenes")
    return [] if node is None else _entries(node, head.draft)


def _included(file: str, place: Place, text: str, draft: Draft) -> list[tuple[TextNode, Node]]:
    root = read_yaml(text, file, draft.notes)
    if isinstance(root, MapNode):
        known, what = vocabulary.INCLUDED, "an included file"
        keys = Keys(root, f"include.{file}", draft, known=known, what=what)
        more = keys.node("scenes")
        if more is not None:
            return _entries(more, draft)
    draft.unread = True
    if root is None and file in draft.notes.wrong_files:
        return []  # what stops it was told where it stands
    why, cure = "it holds no scenes that can be read", "Give it `scenes:`."
    draft.notes.note(Rule.INCLUDE, place, file=file, why=why, cure=cure)
    return []


def _entries(node: Node, draft: Draft) -> list[tuple[TextNode, Node]]:
    if not isinstance(node, MapNode):
        draft.notes.note(
            Rule.WRONG_KIND, node.place, want="`name: {...}` for each scene, without `-`"
        )
        return []
    if len(node.entries) > MOST_SCENES:
        draft.notes.note(Rule.TOO_MANY, node.place, most=MOST_SCENES, what="scenes")
        return []
    return list(node.entries)


def _settle_name(key: TextNode, draft: Draft) -> bool:
    """Take a scene's name; false, and noted, where it cannot be one or is taken."""
    name = settled(key.text)
    if name in draft.scenes:
        draft.notes.note(Rule.SAME_NAME, key.place, name=name, other=draft.scenes[name])
        return False
    # A name that may not be one is still known, so that what leads to it is not noted as well.
    draft.scenes[name] = key.place
    return is_name(key.text, key.place, draft.notes)


def _includes(head: Keys, sources: Mapping[str, str]) -> list[tuple[str, Place]]:
    """The files to include that are there, each with the place of its naming."""
    place, notes = head.place_of("include"), head.draft.notes
    files = head.texts("include")
    if len(files) > MOST_INCLUDES:
        notes.note(Rule.TOO_MANY, place, most=MOST_INCLUDES, what="included files")
        return []
    found: list[tuple[str, Place]] = []
    for file in files:
        if file == STORY or file in (each for each, _ in found):
            why, cure = "it is read already", "Take it out."
            notes.note(Rule.INCLUDE, place, file=file, why=why, cure=cure)
        elif file not in sources:
            others = set(sources) - {STORY}
            cure = nearest(file, others) if others else "Write that file, or take this out."
            head.draft.unread = True
            notes.note(Rule.INCLUDE, place, file=file, why="it is not there", cure=cure)
        else:
            found.append((file, place))
    return found


def _scenes(
    entries: list[tuple[TextNode, Node]], draft: Draft, habits: Habits
) -> dict[SceneId, Scene]:
    read = [read_scene(settled(key.text), key.place, node, draft, habits) for key, node in entries]
    return {scene.id: scene for scene in read if scene is not None}
