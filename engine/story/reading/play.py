"""`play`: what a scene shows."""

import re
from typing import Final

from engine.story.model import Clip, ClipKind, Variant
from engine.story.places import Place
from engine.story.reading import vocabulary
from engine.story.reading.draft import Draft
from engine.story.reading.keys import Keys
from engine.story.reading.yamltext import ListNode, MapNode, Node, TextNode
from engine.story.rules import Rule
from engine.story.times import cut_of
from engine.story.units import Seconds

PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")
_LONGEST_NAME: Final = 200
"""Any system can store this many letters."""
_ENDING: Final = re.compile(r"\.\w{2,5}$")
_OUTSIDE: Final = re.compile(r"^[A-Za-z]:|^/|\\|(^|/)\.\.?(/|$)|//|[\x00-\x1f<>:\"|?*]|[/. ]$")


def read_play(node: Node, where: str, draft: Draft) -> tuple[Variant, ...]:
    """The variants of a scene's clip, in the order in which they are judged."""
    if not isinstance(node, ListNode):
        clip = _variant(node, where, draft, may_wait=False)
        return () if clip is None else (clip,)
    read = [
        _variant(each, f"{where}.{at}", draft, may_wait=True) for at, each in enumerate(node.items)
    ]
    variants = tuple(variant for variant in read if variant is not None)
    if not node.items:
        draft.notes.note(Rule.NOTHING_TO_PLAY, node.place)
    elif len(variants) == len(node.items):
        refuse_order([(each.when is None, each.clip.place) for each in variants], draft)
    return variants


def refuse_order(branches: list[tuple[bool, Place]], draft: Draft) -> None:
    """Note where the last of some branches may not hold, or one before it always does."""
    *earlier, last = branches
    for always, place in earlier:
        if always:
            draft.notes.note(Rule.NEVER_REACHED, place)
            return
    if not last[0]:
        draft.notes.note(Rule.LAST_NEEDS_NO_WHEN, last[1])


def read_file(node: Node, draft: Draft) -> str | None:
    """The name of a file of the film; none, and noted, where it would lead out of the folder."""
    if not isinstance(node, TextNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="the name of a file")
        return None
    name = node.text.strip()
    if node.empty or not name or len(name) > _LONGEST_NAME or _OUTSIDE.search(name):
        draft.notes.note(Rule.BAD_FILE, node.place, file=name, cure=_inside(name))
        return None
    return name


def _inside(name: str) -> str:
    """How to name a file of the folder; that a sentence is shown as a slate."""
    if " " in name and not _ENDING.search(name):
        return 'Show a text like this: `{slate: "...", seconds: 4}`.'
    within = name.replace("\\", "/")
    if within != name and not _OUTSIDE.search(within):
        return f"Write `{within}`."
    return "Use a path inside the folder, with `/` and without `..`."


def _variant(node: Node, where: str, draft: Draft, *, may_wait: bool) -> Variant | None:
    draft.remember(node, where)
    if isinstance(node, TextNode):
        clip = _file_clip(node, draft)
        return None if clip is None else Variant(clip=clip)
    if isinstance(node, ListNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want="a file, or `{file: ...}`")
        return None
    keywords = vocabulary.VARIANT if may_wait else vocabulary.CLIP
    known = (*keywords, *draft.languages)
    keys = Keys(node, where, draft, known=known, what="`play`")
    when = keys.condition("when")
    clip = _clip(node, keys, draft)
    if clip is None or (when is None and "when" in keys):
        return None
    return Variant(clip=clip, when=when)


def _file_clip(node: TextNode, draft: Draft) -> Clip | None:
    cut = cut_of(node.text.strip())
    if cut is None:
        draft.notes.note(Rule.BAD_CUT, node.place, cut=node.text)
        return None
    plain = TextNode(cut[0], node.place, node.quoted, node.one_line)
    file = read_file(plain, draft)
    if file is None:
        return None
    if file.lower().endswith(PICTURES):
        draft.notes.note(Rule.PICTURE_AS_CLIP, node.place, file=file)
        return None
    return Clip(kind=ClipKind.FILE, file=file, start=cut[1], end=cut[2], place=node.place)


def _clip(node: MapNode, keys: Keys, draft: Draft) -> Clip | None:
    kinds = [kind for kind in ClipKind if kind.value in keys]
    if len(kinds) != 1:
        draft.notes.note(Rule.NOTHING_TO_PLAY, node.place)
        return None
    kind = kinds[0]
    base = _base(kind, keys, draft)
    start, end = keys.seconds("in"), keys.seconds("out")
    loop, seconds, view = keys.truth("loop"), keys.length("seconds"), _view(keys)
    fallback = _file_at("fallback", keys, draft)
    bed, stem, bar = _music(keys, draft)
    by_language = {
        language: file
        for language in draft.languages
        if (file := _file_at(language, keys, draft)) is not None
    }
    if base is None:
        return None
    return Clip(
        kind=kind,
        file=base.file,
        text=base.text,
        start=base.start if start is None else start,
        end=base.end if end is None else end,
        loop=loop,
        fallback=fallback,
        seconds=seconds,
        by_language=by_language,
        view=view,
        bed=bed,
        stem=stem,
        bar=bar,
        place=base.place,
    )


def _base(kind: ClipKind, keys: Keys, draft: Draft) -> Clip | None:
    """The clip as its one line says, before the keys around it."""
    node = keys.node(kind.value)
    if node is None:
        return None
    match kind:
        case ClipKind.FILE if isinstance(node, TextNode):
            return _file_clip(node, draft)
        case ClipKind.SLATE:
            text = keys.text("slate")
            return None if text is None else Clip(kind=kind, text=text, place=node.place)
        case _:
            file = read_file(node, draft)
            return None if file is None else Clip(kind=kind, file=file, place=node.place)


def _file_at(key: str, keys: Keys, draft: Draft) -> str | None:
    node = keys.node(key)
    return None if node is None else read_file(node, draft)


def _music(keys: Keys, draft: Draft) -> tuple[str | None, str | None, Seconds | None]:
    """The bed, the stem over it and the bar; without a bed neither of the others."""
    bed, stem = _file_at("bed", keys, draft), _file_at("stem", keys, draft)
    bar = keys.length("bar")
    for key in ("stem", "bar"):
        if key in keys and "bed" not in keys:
            form = "bed: music/bed.ogg"
            draft.notes.note(
                Rule.MISSING_KEY, keys.place_of(key), what=f"`{key}`", key="bed", form=form
            )
    return bed, stem, bar


def _view(keys: Keys) -> str | None:
    view = keys.text("view")
    if view not in {None, "360"}:
        keys.draft.notes.note(Rule.UNKNOWN_WORD, keys.place_of("view"), word=view, known="`360`")
        return None
    return view
