"""A film read in part from what was kept: always the very film that its text says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.story.reading.parse import STORY, parse
from engine.story.reading.parts import Gathered, gist
from tests.story.examples import FOLDER, example
from tests.story.films import film

HEAD = """\
film: 1
title: A long evening
languages: [en, zh]
state: {{trust: {first}, weather: {{is: calm, one_of: [calm, storm]}}}}
feelings: {{smiling: smile > 0.{smile}}}
defaults: {{choice: {{for: {lasts}s}}}}
include: [{files}]
scenes:
{own}
"""
FILES = ("a.yaml", "b.yaml", "c.yaml")
NAMES = tuple(f"s{number}" for number in range(12))
SOUND = ("trust > 1", "weather == storm", "visited(s3)", "felt.smiling", "random() < 0.5")
OFTEN_SOUND = ("chosen(Left)", "chosen(Go)", "ended(Dawn)", "ended(Dusk)", "seen_before(s7)")
WRONG = ("nothing > 1", "trust >", "mood > 1", "visited(s99)")


class Memory:
    """What was kept, by the whole text; the shelf's own does the same with files."""

    def __init__(self):
        self.sources = {}
        self._parts = {}
        self._heads = {}
        self.asked = []

    def head(self):
        return self._heads.get(self.sources[STORY])

    def part(self, file, context):
        part = self._parts.get((file, self.sources[file], context))
        self.asked.append((file, part is not None))
        return part

    def keep(self, parts, context, head):
        for part in parts:
            self._parts[part.file, self.sources[part.file], context] = part
        if head is not None:
            self._heads[self.sources[STORY]] = head

    def read(self, sources):
        """The film of these texts, with what was kept of earlier ones."""
        self.sources, self.asked = sources, []
        return parse(sources, "evening", self)


def rarely():
    return st.integers(0, 59).map(lambda one: one == 7)


@st.composite
def scene(draw, name):
    """A scene of this name: well written, mostly."""
    there = st.sampled_from(NAMES)
    kind = draw(st.integers(0, 5))
    when = draw(st.sampled_from(OFTEN_SOUND if kind == 0 else SOUND))
    when = draw(st.sampled_from(WRONG)) if draw(rarely()) else when
    way = "none" if draw(rarely()) else draw(st.sampled_from(("next", "fork", "choice", "pick")))
    way = "end" if draw(st.integers(0, 3)) == 0 else way
    play = draw(st.sampled_from(("a.mp4", "{slate: Dark}", "{file: b.mp4, zh: c.mp4}")))
    label = draw(st.sampled_from(("Left", "Right", "Stay")))
    says = {
        "next": f"next: {draw(there)}",
        "fork": f"next: [{{when: '{when}', go: {draw(there)}}}, {draw(there)}]",
        "choice": f"choice: {{{label}: {draw(there)}, Go: {{go: {draw(there)}, when: '{when}'}}}}",
        "pick": f"pick: [{draw(there)}, {{go: {draw(there)}, when: '{when}'}}]",
        "end": f"end: {draw(st.sampled_from(('Dawn', 'Dusk', '黎明')))}",
        "none": "note: nothing leads on",
    }
    sets = draw(st.sampled_from(("", "set: trust += 1, ", "set: weather = storm, ")))
    return f"  {name}: {{play: {play}, {sets}{says[way]}}}\n"


@st.composite
def texts(draw):
    """The files of a film: in each three scenes, seldom one less, or one of another's as well."""
    written = {}
    for at, file in enumerate((STORY, *FILES)):
        names = list(NAMES[at * 3 : at * 3 + 3])
        names += [draw(st.sampled_from(NAMES))] if draw(rarely()) else []
        names = names[1:] if draw(rarely()) else names
        written[file] = "scenes:\n" + "".join(draw(scene(name)) for name in dict.fromkeys(names))
    files = [file for file in draw(st.permutations(FILES)) if not draw(rarely())]
    head = HEAD.format(
        first=draw(st.integers(0, 1)),
        smile=draw(st.integers(7, 8)),
        lasts=draw(st.integers(8, 9)),
        files=", ".join(files),
        own=written[STORY].removeprefix("scenes:\n"),
    )
    return {**written, STORY: head}


def settled_places(parsed):
    return None if parsed.story is None else dict(parsed.story.places)


@settings(max_examples=40)
@given(st.lists(texts(), min_size=2, max_size=3), st.data())
def test_what_was_kept_never_changes_what_is_read(films, data):
    """Whatever an author edits in whichever file, and however often: never a stale word."""
    memory = Memory()
    sources = films[0]
    for _ in range(8):
        other = data.draw(st.sampled_from(films))
        for file in data.draw(st.lists(st.sampled_from((STORY, *FILES)), max_size=3)):
            sources = {**sources, file: other[file]}

        kept, anew = memory.read(sources), parse(sources, "evening")

        assert kept == anew
        assert settled_places(kept) == settled_places(anew)
        assert kept.story is None or list(kept.story.scenes) == list(anew.story.scenes)
        assert kept.story is None or gist(kept.story) == gist(anew.story)


def evening(**files):
    """A sound film of three files."""
    own = "  s0: {play: a.mp4, next: s1}"
    head = HEAD.format(first=0, smile=8, lasts=9, files="a.yaml, b.yaml", own=own)
    return {
        STORY: head,
        "a.yaml": "scenes:\n  s1: {play: b.mp4, choice: {Left: s2, Right: s0}}\n",
        "b.yaml": "scenes:\n  s2: {play: [{when: chosen(Left), file: c.mp4}, d.mp4], end: Dawn}\n",
        **{f"{name}.yaml": text for name, text in files.items()},
    }


def hits(memory):
    """The files of which something was kept, when they were last looked up."""
    last = memory.asked[-3:]
    return [file for file, kept in last if kept]


def test_only_the_file_that_was_edited_is_read_again():
    """An author with a hundred thousand scenes waits for the thousand that changed."""
    memory = Memory()
    memory.read(evening())

    edited = memory.read(evening(b="scenes:\n  s2: {play: e.mp4, end: Dusk}\n"))

    assert hits(memory) == [STORY, "a.yaml"]
    assert edited.story.scenes["s2"].way.name == "Dusk"
    assert edited.story.scenes["s1"].way.options[0].go == "s2"


def test_a_file_that_leads_to_what_is_gone_is_read_again_and_says_so():
    """What was true of it when it was kept is true no more."""
    memory = Memory()
    memory.read(evening())

    broken = memory.read(evening(b="scenes:\n  s3: {play: c.mp4, end: Dawn}\n"))

    assert [str(one.place) for one in broken.findings] == ["a.yaml:2:36"]
    assert broken == parse(evening(b="scenes:\n  s3: {play: c.mp4, end: Dawn}\n"), "evening")


@pytest.mark.parametrize(
    ("what", "other"),
    [("trust: 0", "trust: yes"), ("0.8", "0.7"), ("9s", "8s"), ("[en, zh]", "[en, fr]")],
)
def test_what_the_head_says_of_the_scenes_counts(what, other):
    """A variable that is a text now is compared with numbers no more."""
    memory = Memory()
    sources = evening(b="scenes:\n  s2: {play: a.mp4, next: [{when: trust > 1, go: s0}, s1]}\n")
    memory.read(sources)

    changed = {**sources, STORY: sources[STORY].replace(what, other)}

    assert memory.read(changed) == parse(changed, "evening")
    assert hits(memory) == []


def test_a_film_with_an_error_is_not_kept_and_what_was_kept_before_is_used():
    """Each reading tells the error anew, and reads the one file that has it."""
    memory = Memory()
    sources = evening(b="scenes:\n  s2: {play: a.mp4}\n")
    memory.read(sources)
    memory.read(sources)
    before = hits(memory)
    memory.read(evening())

    again = memory.read(sources)

    assert before == []
    assert hits(memory) == [STORY, "a.yaml"]
    assert again == parse(sources, "evening")
    assert again.findings


def test_scenes_of_several_files_are_one_film_with_one_gist():
    """Whoever asks what the whole film needs does not look at each scene."""
    memory = Memory()
    memory.read(evening())

    story = memory.read(evening()).story

    assert isinstance(story.scenes, Gathered)
    assert [file for file, _ in gist(story).files] == ["a.mp4", "b.mp4", "c.mp4", "d.mp4"]
    assert gist(story).labels == {"Left", "Right"}
    with pytest.raises(KeyError):
        story.scenes["s9"]
    with pytest.raises(KeyError):
        story.places["scene.s9.play"]


def test_all_scenes_come_in_the_order_of_the_film_whichever_was_asked_for_first():
    """Findings and figures go through them in the author's order."""
    memory = Memory()
    first = memory.read(evening()).story
    again = memory.read(evening()).story
    last = list(first.scenes)[-1]

    met = [again.scenes[last], *again.scenes.values()]

    assert met == [first.scenes[last], *first.scenes.values()]
    assert list(again.scenes.items()) == list(first.scenes.items())
    assert again.scenes[last] is met[0]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_finding_is_told_the_same_from_what_was_kept(path):
    """Advice that is told once only would be missed by who checks twice."""
    memory = Memory()
    sources = {STORY: example(path).sources[STORY]}
    first = memory.read(sources)

    again = memory.read(sources)

    assert again.findings == first.findings == parse(sources, "evening").findings
    assert again.story == first.story


def test_a_story_in_one_file_is_kept_as_well():
    """Ten thousand scenes fit into one file."""
    memory = Memory()
    sources = {STORY: film("{play: hall.mp4, choice: {Left: garden, Right: cellar}}")}
    first = memory.read(sources)

    again = memory.read(sources)

    assert memory.asked == [(STORY, True)]
    assert again == first
    assert again.story.start == "hall"
