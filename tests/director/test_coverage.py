"""What viewers came to, counted on films of which it is known."""

from random import Random

from engine.director.audience import Kind
from engine.director.coverage import Coverage, Edge, Sort, edge_of, endings_of, ways_of
from engine.director.preview import previews
from engine.messages.records import Cause
from engine.story.film import Film
from engine.story.model import Choice, PickMode, Return, Variable
from engine.story.units import SceneId
from tests.films import (
    ALL,
    CHANCES,
    HUB,
    STORMY,
    VISIT,
    end,
    entry,
    film,
    forks,
    option,
    pick,
    scene,
    state,
    to,
)
from tests.story.films import film as written
from tests.story.films import story_of


def covered(told, count=70, kinds=tuple(Kind), seed=0):
    coverage = Coverage(told.story)
    for watched in previews(told, kinds, count, lambda at: Random(f"{seed}:{at}")):
        coverage.add(watched)
    return coverage


def missed(coverage):
    return {(str(one.what), one.name): one.why for one in coverage.unreached()}


def test_every_way_that_is_written_is_one_way():
    """Options, branches, entries, `exhausted`, `via` and `skip_to`, each by itself."""
    told = film(
        scene("a", Choice(options=(option("B", "b"), option("C", "c")), exhausted=SceneId("d"))),
        scene("b", forks(("d", "random() < 0.5"), ("d", None)), via=SceneId("v")),
        scene("v", Return()),
        scene("c", pick(entry("d"), entry("d", weight=2.0)), warn=("x",), skip_to=SceneId("d")),
        scene("d", end("D")),
    )

    assert [(way.edge.scene, way.edge.sort, way.edge.name) for way in ways_of(told.story)] == [
        ("a", Sort.OPTION, "B"),
        ("a", Sort.OPTION, "C"),
        ("a", Sort.EXHAUSTED, ""),
        ("b", Sort.VIA, ""),
        ("b", Sort.BRANCH, "0"),
        ("b", Sort.BRANCH, "1"),
        ("c", Sort.SKIP, ""),
        ("c", Sort.ENTRY, "0"),
        ("c", Sort.ENTRY, "1"),
    ]


def test_every_turn_of_every_film_took_a_way_that_is_written():
    """But for the way back from a visit, which stands nowhere."""
    for told in (*ALL, CHANCES):
        known = {way.edge for way in ways_of(told.story)}
        for watched in previews(told, tuple(Kind), 14, Random):
            for turn in watched.turns:
                edge = edge_of(told.story, turn)
                back = isinstance(told.story.scenes[turn.scene].way, Return)
                assert edge in known or (edge is None and back)


def test_two_ways_to_one_scene_are_counted_apart():
    """The pair of scenes alone would not tell which branch never holds."""
    told = film(
        scene("a", forks(("b", "trust > 5"), ("b", None))),
        scene("b", end("B")),
        lengths={"a": 5, "b": 5},
        state={"trust": Variable(first=0.0)},
    )
    coverage = covered(told, 7)

    assert coverage.taken[Edge("a", Sort.BRANCH, "0")] == 0
    assert coverage.taken[Edge("a", Sort.BRANCH, "1")] == 7
    assert missed(coverage) == {
        ("next", "`next: b` in 'a'"): "`when: trust > 5` never opened it in 7 viewings"
    }


def test_what_nobody_can_come_to_is_named_with_its_reason():
    """A scene, its ending, and the option that would lead there."""
    told = film(
        scene(
            "hall",
            Choice(options=(option("Out", "out"), option("Down", "vault", when="keys > 1"))),
        ),
        scene("vault", to("gold")),
        scene("gold", end("Gold")),
        scene("out", end("Out")),
        lengths=dict.fromkeys(("hall", "vault", "gold", "out"), 12),
        state=state(keys=0.0),
    )
    coverage = covered(told, 21)

    never = "`when: keys > 1` never opened it in 21 viewings"
    assert missed(coverage) == {
        ("scene", "vault"): f"the only way there is 'Down' in 'hall': {never}",
        ("scene", "gold"): "the only way there is `next: gold` in 'vault': nobody came to 'vault'",
        ("ending", "Gold"): "nobody came to 'gold'",
        ("option", "'Down' in 'hall'"): never,
        ("next", "`next: gold` in 'vault'"): "nobody came to 'vault'",
    }
    assert [one.name for one in coverage.unreached() if one.follows] == ["`next: gold` in 'vault'"]
    assert (coverage.scenes["hall"], coverage.scenes["vault"]) == (21, 0)
    assert coverage.endings == {"Out": 21}


def test_what_stood_open_and_was_not_wanted_is_told_otherwise():
    """That is the audience's doing, not the story's."""
    told = film(
        scene("hall", Choice(options=(option("Left", "out"), option("Right", "out")))),
        scene("out", end("Out")),
    )
    coverage = covered(told, 3, (Kind.SILENT,))

    assert missed(coverage) == {
        ("option", "'Right' in 'hall'"): "it was open in 3 viewings and nobody took it"
    }


def test_a_scene_that_nothing_leads_to_and_one_with_many_untaken_ways():
    """Each has its own reason."""
    told = film(
        scene("a", forks(("c", "n > 1"), ("c", "n > 2"), ("b", None))),
        scene("b", end("B")),
        scene("c", end("C")),
        scene("d", end("D")),
        state=state(n=0.0),
    )
    told_missed = missed(covered(told, 2))

    assert told_missed["scene", "c"] == "none of the 2 ways there was taken"
    assert told_missed["scene", "d"] == "no way leads there"


def test_a_hub_is_covered_way_by_way():
    """Each question once, and `once` is no hole."""
    coverage = covered(HUB, 140)

    assert coverage.unreached() == ()
    assert coverage.taken[Edge("table", Sort.OPTION, "Go up")] == 140


def test_visits_and_ways_around_are_covered():
    """`via` and `skip_to` are ways too."""
    assert covered(VISIT, 7).unreached() == ()
    assert covered(STORMY, 70).unreached() == ()


def test_exhausted_is_covered_where_nothing_is_left():
    """By no option's doing."""
    told = film(
        scene(
            "hub",
            Choice(options=(option("Look", "look", once=True),), exhausted=SceneId("out")),
        ),
        scene("look", to("hub")),
        scene("out", end("Out")),
        lengths={"hub": 10, "look": 5, "out": 5},
    )
    coverage = covered(told, 7)

    assert coverage.unreached() == ()
    assert coverage.taken[Edge("hub", Sort.EXHAUSTED, "")] == 7


def test_entries_of_every_kind_of_pick_are_counted_by_where_they_stand():
    """A shuffle shows both; what is weighted to nothing is still found."""
    told = film(
        scene("a", pick(entry("b"), entry("b"), mode=PickMode.SHUFFLE)),
        scene("b", forks(("a", "visits(b) < 2"), ("c", None))),
        scene("c", end("C")),
        lengths={"a": 5, "b": 5, "c": 5},
    )
    coverage = covered(told, 7)

    assert coverage.taken[Edge("a", Sort.ENTRY, "0")] == 7
    assert coverage.taken[Edge("a", Sort.ENTRY, "1")] == 7


def test_how_decisions_were_answered_is_counted():
    """A film that is only ever answered by the clock asks too much."""
    coverage = covered(HUB, 3, (Kind.SILENT,))

    assert coverage.answers == {Cause.TIME: 3}


def test_what_had_to_be_set_right_is_told_once_with_its_place():
    """Clamps, and divisions by nothing (Semantics 16), with the line they stand in."""
    text = written(
        "\n    play: {slate: x, seconds: 4}\n    set: [trust += 5, odd = trust / none]"
        "\n    next: garden",
        "state: {trust: {is: 0, range: -3..3}, odd: 0, none: 0}",
    )
    coverage = covered(Film(story_of(text), {}), 4)

    line = next(at for at, one in enumerate(text.splitlines(), 1) if "trust += 5" in one)
    clamp, division = sorted(coverage.troubles.items())
    assert clamp[1] == division[1] == 4
    assert clamp[0][0] == "clamped"
    assert clamp[0][1].startswith(f"story.yaml:{line}:")
    assert "trust += 5 went out of its range" in clamp[0][1]
    assert division[0][1].startswith(f"story.yaml:{line}:")


def test_places_are_the_authors_lines():
    """An unreached option is found where it was written."""
    text = written(
        "\n    play: {slate: x, seconds: 9}\n    choice:\n      options:\n"
        "        Left: garden\n        Right: {go: cellar, when: trust > 1}",
        "state: {trust: 0}",
    )
    coverage = covered(Film(story_of(text), {}), 7)

    right = next(at for at, one in enumerate(text.splitlines(), 1) if "Right" in one)
    lines = {one.name: one.place.line for one in coverage.unreached()}
    assert lines["'Right' in 'hall'"] == right
    assert [one.place for one in coverage.unreached()] == sorted(
        one.place for one in coverage.unreached()
    )


def test_a_viewing_that_got_stuck_counts_for_no_ending_and_no_length():
    """Its four hours would be nobody's evening."""
    told = film(scene("a", to("b")), scene("b", Return()))
    coverage = covered(told, 2)

    assert (len(coverage.stuck), coverage.endings, coverage.lengths) == (2, {}, [])


def test_endings_are_known_by_their_names():
    """Two scenes may share one."""
    told = film(
        scene("a", forks(("b", "random() < 0.5"), ("c", None))),
        scene("b", end("Out")),
        scene("c", end("Out")),
    )

    assert {name: [one.id for one in ends] for name, ends in endings_of(told.story).items()} == {
        "Out": ["b", "c"]
    }


def test_what_only_learning_would_pick_is_told_as_such():
    """Nothing is learned on paper: that is no fault of the film."""
    told = film(
        scene("a", pick(entry("b"), entry("c"), mode=PickMode.LEARN)),
        scene("b", end("B")),
        scene("c", end("C")),
    )

    why = [says for (_, name), says in missed(covered(told)).items() if "pick: c" in name]

    assert why == ["nothing is learned on paper, so the first that is allowed is picked"]
