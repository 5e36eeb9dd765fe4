"""`state`, `memory` and `feelings`: what the scenes' conditions are about."""

from engine.story.conditions import Value
from engine.story.cures import digits_lost, kind_meant
from engine.story.findings import nearest
from engine.story.model import Variable
from engine.story.reading import vocabulary
from engine.story.reading.draft import Draft
from engine.story.reading.feelings import read_feelings
from engine.story.reading.keys import Keys
from engine.story.reading.kinds import kind_of
from engine.story.reading.names import is_name, settled
from engine.story.reading.yamltext import ListNode, MapNode, Node, TextNode
from engine.story.rules import Rule


def read_state(node: Node, draft: Draft) -> None:
    """Put the variables into the draft."""
    for key, each in named(node, draft, "`{trust: 0}`"):
        variable = _variable(key, each, draft)
        if variable is None:
            draft.spoilt.add(settled(key.text))
        else:
            draft.variables[settled(key.text)] = variable


def read_memory(keys: Keys) -> tuple[str, ...]:
    """The variables that outlive a viewing."""
    names = tuple(settled(name) for name in keys.texts("memory"))
    for name in names:
        if name not in keys.draft.variables:
            near = nearest(name, keys.draft.variables)
            keys.draft.notes.note(Rule.UNKNOWN_NAME, keys.place_of("memory"), name=name, near=near)
    return names


def read_named_feelings(node: Node, draft: Draft) -> None:
    """Put the named feelings into the draft."""
    written: dict[str, TextNode] = {}
    for key, each in named(node, draft, "`{smiling: smile > 0.8}`"):
        draft.places[f"feelings.{settled(key.text)}"] = key.place
        if isinstance(each, TextNode):
            written[settled(key.text)] = each
        else:
            draft.notes.note(Rule.WRONG_KIND, each.place, want="a feeling like `smile > 0.8`")
            draft.spoilt.add(settled(key.text))
    feelings, refused = read_feelings(written)
    draft.feelings.update(feelings)
    draft.spoilt.update(written.keys() - feelings.keys())
    for problem, where in refused:
        draft.refuse(problem, where)


def named(node: Node, draft: Draft, want: str) -> list[tuple[TextNode, Node]]:
    """The entries of a mapping whose keys are names an author may give, each once."""
    if not isinstance(node, MapNode):
        draft.notes.note(Rule.WRONG_KIND, node.place, want=want)
        return []
    entries: dict[str, tuple[TextNode, Node]] = {}
    for key, each in node.entries:
        name = settled(key.text)
        if name in entries:
            first = entries[name][0].place
            draft.notes.note(Rule.SAME_NAME, key.place, name=name, other=first)
        elif is_name(key.text, key.place, draft.notes):
            entries[name] = (key, each)
    return list(entries.values())


def _variable(key: TextNode, node: Node, draft: Draft) -> Variable | None:
    if not isinstance(node, MapNode):
        first = _first(node, draft)
        return None if first is None else Variable(first=first, place=key.place)
    where = f"state.{settled(key.text)}"
    keys = Keys(node, where, draft, known=vocabulary.VARIABLE, what="a variable")
    if "is" not in keys:
        draft.notes.note(Rule.MISSING_KEY, key.place, what="a variable", key="is", form="is: 0")
    said = keys.node("is")
    first = None if said is None else _first(said, draft, a_word="one_of" in keys)
    low, high = _range(keys)
    one_of = keys.texts("one_of")
    if first is None:
        return None
    variable = Variable(first=first, low=low, high=high, one_of=one_of, place=key.place)
    return variable if _fits(variable, key, keys) else None


def _first(node: Node, draft: Draft, *, a_word: bool = False) -> Value | None:
    """A first value; `a_word`: its words are listed, so that a `yes` among them is meant."""
    if isinstance(node, TextNode) and not node.empty:
        if node.truth is not None:
            return node.truth
        if not node.quoted and not a_word:
            _note_misread(node, draft)
        return node.text if node.number is None else node.number
    draft.notes.note(Rule.WRONG_KIND, node.place, want="a number, a text, `true` or `false`")
    return None


def _note_misread(node: TextNode, draft: Draft) -> None:
    """Note a value that reads as another kind here than it does elsewhere."""
    if node.number is not None:
        if digits_lost(node.text):
            draft.notes.note(
                Rule.BARE_NUMBER, node.place, word=node.text, number=f"{node.number:g}"
            )
    elif meant := kind_meant(node.text):
        kind, cure = meant
        draft.notes.note(Rule.NOT_A_TEXT, node.place, word=node.text, kind=kind, cure=cure)


def _range(keys: Keys) -> tuple[float | None, float | None]:
    """The two ends of `-3..3`."""
    node, here = keys.node("range"), keys.place_of("range")
    if node is None:
        return None, None
    said = node.text if isinstance(node, TextNode) else ""
    low, _, high = said.partition("..")
    ends = TextNode(low.strip(), here).number, TextNode(high.strip(), here).number
    one_more = high.startswith(".")  # `-3...3` would end at 0.3
    if one_more or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        want = "a range like `-3..3`, the least first"
        keys.draft.notes.note(Rule.WRONG_KIND, here, want=want)
        return None, None
    return ends


def _fits(variable: Variable, key: TextNode, keys: Keys) -> bool:
    """Whether bounds and first value go together."""
    first = variable.first
    number, text = isinstance(first, float), isinstance(first, str)
    for bounds, wanted in (("range", number), ("one_of", text)):
        if bounds in keys and not wanted:
            keys.draft.notes.note(
                Rule.BAD_BOUNDS, keys.place_of(bounds), bounds=bounds, kind=kind_of(first)
            )
            return False
    low = variable.low is not None and isinstance(first, float) and first < variable.low
    high = variable.high is not None and isinstance(first, float) and first > variable.high
    foreign = bool(variable.one_of) and first not in variable.one_of
    if low or high or foreign:
        bounds = "one_of" if foreign else "range"
        keys.draft.notes.note(Rule.BAD_FIRST, key.place, name=settled(key.text), bounds=bounds)
    return not (low or high or foreign)


def as_list(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; one thing alone is a list of one."""
    if node is None:
        return ()
    return node.items if isinstance(node, ListNode) else (node,)
