"""`kinoeye lang`: a film's translation files, made, brought up to date, and counted."""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import polib

from engine.desk.films import Opened, read
from engine.desk.report import say
from engine.shelf.catalogue import Changes, renewed
from engine.shelf.films import FilmFolder, open_film, shipped_films
from engine.shelf.guard import ShelfError
from engine.shelf.words import Wording, po_name, read_catalogue, write_catalogue
from engine.story.film import Film
from engine.story.guidance import guidance, size_of
from engine.story.translate import Text, texts

OK: Final = 0
LACKING: Final = 1
_CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How far the translation of one film into one language has come."""

    film: str
    language: str
    texts: int
    """Those that need a translation; example phrases may be left."""
    translated: int
    fuzzy: int
    missing: int
    obsolete: int
    words: int
    """Of the source; each Chinese sign counts as one."""

    @property
    def percent(self) -> int:
        """How much is translated; a hundred only where nothing is left."""
        return 100 if not self.texts else self.translated * 100 // self.texts


def run(asked: argparse.Namespace) -> int:
    """Do what is asked of the films' translations."""
    match asked.what:
        case "extract":
            return extract(asked.story, asked.languages, template=asked.pot)
        case "update":
            return update(asked.story, asked.languages)
        case _:
            return report(asked.films, as_json=asked.json, strict=asked.strict)


def extract(name: str, languages: Sequence[str], *, template: bool) -> int:
    """Make the file of each language that has none yet, and a template if asked for one."""
    folder, film = _opened(name)
    story = film.story
    wanted = languages or [each for each in _others(film) if not _there(folder, each)]
    for language in wanted:
        _refuse(language, film)
        if _there(folder, language):
            again = f"`kinoeye lang update {name} {language}` brings it up to date."
            raise ShelfError(f"{po_name(language)} is there already. {again}")
    for language in wanted:
        made, changes = _renewed(polib.POFile(), film, language)
        write_catalogue(folder.path, po_name(language), made)
        print(f"{folder.name}: {po_name(language)}, {_texts(changes.new)} to translate")
        if language not in story.languages:
            listed = ", ".join((*story.languages, language))
            print(f"  Now write `languages: [{listed}]` at the top of story.yaml.")
    if template:
        made, changes = _renewed(polib.POFile(), film, None)
        write_catalogue(folder.path, f"lang/{story.id}.pot", made)
        print(f"{folder.name}: lang/{story.id}.pot, {_texts(changes.new)}")
    if not wanted and not template:
        print(_nothing_to_make(name, folder, film))
    return OK if wanted or template or _others(film) else LACKING


def _nothing_to_make(name: str, folder: FilmFolder, film: Film) -> str:
    if _others(film):
        return f"{folder.name}: nothing to make; every language has its file. Name another."
    first = f"`kinoeye lang extract {name} {_first_other(film)}`"
    return f"{folder.name}: nothing to make; the story names no other language. Name one: {first}."


def _first_other(film: Film) -> str:
    return "en" if film.story.language == "zh" else "zh"


def update(name: str, languages: Sequence[str]) -> int:
    """Bring the files named up to date with the story, or all there are."""
    folder, film = _opened(name)
    wanted = languages or _languages(folder, film)
    for language in wanted:
        _refuse(language, film)
        old = read_catalogue(folder.path, language)
        if old is None:
            first = f"`kinoeye lang extract {name} {language}` makes it."
            raise ShelfError(f"There is no {po_name(language)} yet. {first}")
        made, changes = _renewed(old, film, language)
        changed = write_catalogue(folder.path, po_name(language), made)
        print(f"{folder.name}: {po_name(language)}, {_said(changes, changed=changed)}")
    if not wanted:
        first = f"`kinoeye lang extract {name} {_first_other(film)}`"
        print(f"{folder.name}: nothing to update; {first} begins.")
    return OK if wanted else LACKING


def report(names: Sequence[str], *, as_json: bool, strict: bool) -> int:
    """Count what is translated; 1 where `strict` and anything is left or cannot be read."""
    counts: list[Count] = []
    faulty = False
    for name in names or [str(film.path) for film in shipped_films()]:
        folder, film = _opened(name)
        for language in _languages(folder, film):
            wording = folder.wording(language)
            for fault in wording.faults:
                say(f"{folder.name}: {fault}")
            faulty = faulty or bool(wording.faults)
            counts.append(_count(folder, film, language, wording))
    for line in _lines(counts, as_json=as_json):
        print(line)
    if not counts:
        say("Nothing to count: no other language is named, and there is no file of one.")
    lacking = faulty or any(one.translated < one.texts for one in counts)
    return LACKING if strict and lacking else OK


def _opened(name: str) -> tuple[FilmFolder, Film]:
    opened: Opened = read(open_film(name))
    if opened.film is None:
        folder = opened.folder.name
        raise ShelfError(f"'{folder}' has errors. See `kinoeye check {name}`.")
    return opened.folder, opened.film


def _renewed(old: polib.POFile, film: Film, language: str | None) -> tuple[polib.POFile, Changes]:
    def guide(text: Text) -> tuple[str, ...]:
        return guidance(film, text)

    return renewed(old, film.story, texts(film.story), language, guide)


def _refuse(language: str, film: Film) -> None:
    if language == film.story.language:
        raise ShelfError(f"The story itself is written in '{language}'. Name another language.")
    if not _CODE.fullmatch(language):
        raise ShelfError(f"'{language}' is no language's code. Write it like en, zh or pt-BR.")


def _others(film: Film) -> list[str]:
    return [each for each in film.story.languages if each != film.story.language]


def _languages(folder: FilmFolder, film: Film) -> list[str]:
    """The languages the story names, and any other that has a file."""
    there = sorted(found.stem for found in (folder.path / "lang").glob("*.po"))
    known = [each for each in there if _CODE.fullmatch(each) and each != film.story.language]
    return list(dict.fromkeys((*_others(film), *known)))


def _there(folder: FilmFolder, language: str) -> bool:
    return folder.file(po_name(language)).exists()


def _count(folder: FilmFolder, film: Film, language: str, wording: Wording) -> Count:
    needed = [text for text in texts(film.story) if not text.optional]
    keys = {(text.context, text.source) for text in texts(film.story)}
    translated = sum((text.context, text.source) in wording.words for text in needed)
    fuzzy = sum((text.context, text.source) in wording.fuzzy for text in needed)
    return Count(
        film=folder.name,
        language=language,
        texts=len(needed),
        translated=translated,
        fuzzy=fuzzy,
        missing=len(needed) - translated - fuzzy,
        obsolete=len({*wording.words, *wording.fuzzy} - keys) + wording.obsolete,
        words=sum(size_of(text.source) for text in needed),
    )


def _lines(counts: Sequence[Count], *, as_json: bool) -> Iterator[str]:
    if as_json:
        for one in counts:
            yield json.dumps({**asdict(one), "percent": one.percent}, ensure_ascii=False)
        return
    heads = ("film", "language", "texts", "translated", "fuzzy", "missing", "obsolete", "words")
    wide = max([len("film"), *(len(one.film) for one in counts)])
    form = f"{{:<{wide}}}  {{:<8}}  {{:>5}}  {{:>10}}  {{:>5}}  {{:>7}}  {{:>8}}  {{:>5}}  {{:>5}}"
    yield form.format(*heads, "").rstrip()
    for one in counts:
        values = asdict(one)
        yield form.format(*(values[head] for head in heads), f"{one.percent} %")


def _said(changes: Changes, *, changed: bool) -> str:
    told = [
        f"{count} {what}"
        for count, what in (
            (changes.new, "new"),
            (changes.edited, "edited since (fuzzy)"),
            (changes.removed, "no longer needed"),
        )
        if count
    ]
    if told:
        return ", ".join(told)
    return "only places and notes have changed" if changed else "up to date"


def _texts(number: int) -> str:
    return f"{number} text{'' if number == 1 else 's'}"
