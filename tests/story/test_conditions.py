"""What a film may ask of its viewing, and what its scenes may set."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.story.conditions import Condition, Effect, NotUnderstoodError
from engine.story.model import Variable
from engine.story.places import Place
from tests.story.worlds import SmallWorld

WEATHER = {"weather": ("calm", "storm")}


@pytest.fixture
def world():
    return SmallWorld(
        values={"trust": 2.0, "knows": True, "weather": "storm", "信任": 1.0},
        feelings={"tense"},
        ways={"face"},
        scenes={"door": 2, "class": 1, "kitchen": 0},
        labels={"Knock"},
        before={"door"},
        endings={"The lamp is still lit"},
    )


@pytest.mark.parametrize(
    "text",
    [
        "trust > 1",
        "trust >= 2 and knows",
        "not (trust < 2 or trust == 3)",
        "weather == storm",
        "weather != calm",
        "'storm' == weather",
        "trust * 2 - 1 == 3",
        "-trust < 0",
        "1 / 0 == 0",
        "trust == 2. and trust < 1e3 and trust > .5e-1 and 2E+0 == trust",
        "visits(door) == 2 and visited(door) and not visited(kitchen)",
        "visited(class)",
        'chosen("Knock") and not chosen("Wait")',
        "can(face) and not can(text)",
        "seen_before(door) and not seen_before(kitchen)",
        'ended("The lamp is still lit") and not ended(dark)',
        "random() == 0.25",
        "hour() > 21 and lang() == 'zh'",
        "felt.tense and not felt.moved",
        "信任 == 1",
        "true and not false",
        "trust != 'two'",
        "  knows  ",
    ],
)
def test_a_condition_holds_as_it_reads(text, world):
    """Authors try what looks right; it must mean what it says."""
    assert Condition(text, one_of=WEATHER).holds(world)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("trust >", "S501", None),
        ("trust ** 9", "S502", 0),
        ("9**9**9", "S502", 0),
        ("knows and trust % 2", "S502", 10),
        ("信任 > 1 and 信任 // 2", "S502", 11),
        ("0 < trust < 3", "S504", 4),
        ("trust.real", "S502", 0),
        ("().__class__.__bases__", "S502", 0),
        ("[x for x in trust]", "S501", None),
        ("trust[0]", "S502", 0),
        ("open('x')", "S506", 0),
        ("__import__('os')", "S506", 0),
        ("visit(door)", "S506", 0),
        ("visited()", "S507", 0),
        ("visited(door, hall)", "S507", 0),
        ("hour(1)", "S507", 0),
        ("visited(door-2)", "S102", 8),
        ("random()()", "S502", 0),
        ("trust > 1 and trust ** 2 > 1", "S502", 14),
        ("None == trust.x", "S502", 8),
        ("f'{trust}'", "S502", 0),
        ("b'x' == trust", "S502", 0),
        ("1j == trust", "S501", 0),
        ("(y := 5)", "S502", 1),
        ("trust, knows", "S502", 0),
        ("{1: 2}", "S502", 0),
        ("trust if knows else 1", "S501", 6),
        ("lambda: 1", "S501", 6),
        ("trust > 1 # often", "S502", 10),
        ("trust; knows", "S502", 5),
        ("...", "S502", 0),
        ("1\x00", "S501", None),
        ("9" * 400, "S502", 0),
        ("1e999 > trust", "S502", 0),
        ("(" * 230 + "1" + ")" * 230, "S501", None),
        ("not " * 120 + "knows", "S503", None),
        ("1+" * 200 + "1", "S503", None),
        ("1+" * 200_000 + "1", "S503", 0),
        ("9" * 5000, "S503", 0),
        ("", "S501", 0),
        ("~1", "S502", 0),
        ("1 << 99", "S502", 0),
        ("trust @ 2", "S502", 0),
        ("*trust", "S501", 0),
        ("trust = 1", "S501", None),
        ("trust > 1x", "S501", 8),
        ("trust > 1if knows", "S501", 8),
        ("trust > 0x10", "S501", 8),
        ("trust > 1_000", "S501", 8),
        ("trust > 1.2.3", "S501", 8),
    ],
)
def test_what_is_no_condition_is_refused_where_it_stands(text, code, column):
    """Nothing of Python is within an author's reach, and the caret stands under the trouble."""
    with pytest.raises(NotUnderstoodError) as refused:
        Condition(text)

    assert refused.value.rule.code == code
    assert column is None or refused.value.at == column


@given(st.text(max_size=60))
@example("ﬁ == 1")
@example("\ud800")
def test_any_text_is_understood_or_refused(text):
    """A condition from a stranger's film can do no more than be refused."""
    at = 0
    try:
        Condition(text)
    except NotUnderstoodError as refused:
        at = refused.at

    assert 0 <= at <= len(text)


trees = st.recursive(
    st.sampled_from(["trust", "knows", "weather", "'a'", "2", "0", "felt.tense", "random()"]),
    lambda part: st.one_of(
        st.tuples(part, st.sampled_from(["+", "-", "*", "/", "<", ">=", "==", "!="]), part).map(
            lambda three: f"({three[0]} {three[1]} {three[2]})"
        ),
        st.tuples(part, st.sampled_from(["and", "or"]), part).map(
            lambda three: f"({three[0]} {three[1]} {three[2]})"
        ),
        part.map(lambda one: f"(not {one})"),
        part.map(lambda one: f"(-{one})"),
    ),
    max_leaves=12,
)


@given(trees)
def test_judging_never_fails_and_never_depends_on_how_often(text):
    """A film must go on whatever its author compares with whatever."""
    world = SmallWorld(values={"trust": 1e308, "knows": False, "weather": "calm"}, feelings=set())
    condition = Condition(text)

    assert condition.value(world) == condition.value(world)


def test_division_by_zero_is_nothing_and_is_reported(world):
    """A rehearsal must tell the author, a viewing must go on."""
    condition = Condition("trust / (trust - 2)")

    assert condition.value(world) == 0
    assert condition.troubles(world) == ("division by zero gives 0",)


def test_what_overflows_is_nothing_and_is_reported(world):
    """No infinity may get into a save."""
    condition = Condition("1e300 * 1e300")

    assert condition.value(world) == 0
    assert condition.troubles(world) == ("a number too large gives 0",)


def test_adding_texts_gives_nothing_and_is_reported(world):
    """Numbers only: `'x' * 10` can fill no memory."""
    condition = Condition("weather + weather")

    assert condition.value(world) == 0
    assert condition.troubles(world) == ("`+` needs two numbers",)


def test_chance_is_asked_by_where_the_condition_stands(world):
    """Two dice in one condition are two dice; the same die judged twice is one throw."""
    condition = Condition("random() < random()", where="scenes.hub.next.0.when")

    condition.holds(world)
    condition.holds(world)

    one, two = "scenes.hub.next.0.when#0", "scenes.hub.next.0.when#1"
    assert world.asked == [one, two, one, two]


def test_chance_without_a_where_is_asked_by_place(world):
    """A condition made in a test has a place at least."""
    Condition("random() > 0", Place("story.yaml", 3, 7)).holds(world)

    assert world.asked == ["story.yaml:3:7#0"]


def test_equal_words_make_equal_conditions():
    """Stories are values: the same text read twice is the same story."""
    assert Condition("trust > 1") == Condition("trust > 1")
    assert Condition("trust > 1") != Condition("trust > 2")


@pytest.mark.parametrize(
    ("text", "variable", "before", "after"),
    [
        ("trust += 1", Variable(first=0.0), 2.0, 3.0),
        ("trust -= 1.5", Variable(first=0.0), 2.0, 0.5),
        ("trust = -2", Variable(first=0.0), 2.0, -2.0),
        ("trust = trust * 2 + 1", Variable(first=0.0), 2.0, 5.0),
        ("knows = true", Variable(first=False), False, True),
        ("knows = trust > 1", Variable(first=False), False, True),
        ("weather = calm", Variable(first="storm", one_of=("calm", "storm")), "storm", "calm"),
        ("weather = 'fog'", Variable(first="storm"), "storm", "fog"),
    ],
)
def test_an_effect_changes_its_variable(text, variable, before, after):
    """What scenes set is what later scenes ask."""
    effect = Effect(text, one_of=WEATHER)
    world = SmallWorld(values={"trust": 2.0, effect.name: before})

    applied = effect.applied(world, variable)

    assert (applied.value, applied.clamped, applied.troubles) == (after, False, ())


@pytest.mark.parametrize(("text", "after"), [("trust += 9", 3.0), ("trust -= 9", -3.0)])
def test_a_number_stays_in_its_range_and_it_is_told(text, after):
    """A rehearsal shows authors where their range is too tight."""
    applied = Effect(text).applied(
        SmallWorld(values={"trust": 2.0}), Variable(first=0.0, low=-3, high=3)
    )

    assert (applied.value, applied.clamped) == (after, True)


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("v = true", Variable(first="a")),
        ("v = 'fog'", Variable(first="a", one_of=("a", "b"))),
        ("v += 1", Variable(first="a")),
    ],
)
def test_a_foreign_value_is_ignored_and_reported(text, variable):
    """The film goes on with what the variable held."""
    applied = Effect(text).applied(SmallWorld(values={"v": "a"}), variable)

    assert applied.value == "a"
    assert applied.troubles


@pytest.mark.parametrize("text", ["trust", "trust == 1", "trust *= 2", "+= 1", "trust =", "2 = 2"])
def test_what_sets_nothing_is_refused(text):
    """`set: trust` is a slip, not a wish."""
    with pytest.raises(NotUnderstoodError) as refused:
        Effect(text)

    assert refused.value.rule.code == "S508"


def test_an_effect_counts_columns_from_its_own_start():
    """The caret must stand under the trouble, not under the variable."""
    with pytest.raises(NotUnderstoodError) as refused:
        Effect("trust = 2 ** 9")

    assert refused.value.at == 8
