"""
The format page's Semantics, sentence by sentence, as far as the director keeps them.

What has rehearsals of its own is not repeated here: ways and times in `test_deciding*` and
`test_times`, feelings in `test_felt`, rooms in `test_deciding_votes` and `test_crowd`, warnings
in `test_course`, picks in `test_policy` and `test_learning`, memory in `test_memory`. Semantics
3 to 10 are in `test_semantics_deciding`.
"""

from dataclasses import replace

import pytest

from engine.messages.facts import SenseLost
from engine.messages.orders import Ask, Write
from engine.messages.records import Cause, Entered, Noticed
from engine.story.conditions import Condition, Effect
from engine.story.model import (
    Branch,
    Choice,
    Intent,
    Next,
    PickMode,
    Reading,
    Return,
    Variant,
    Way,
)
from engine.story.units import OptionId, SceneId
from tests.director.playing import Playing, asking, two, watched
from tests.films import (
    FEELINGS,
    READS_FACES,
    STORMY,
    clip,
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

AVOIDS = frozenset({"drowning"})


def at_the_end(told, **began):
    """The viewing of an evening nobody answered anything in."""
    playing = Playing(told, **began)
    playing.to_the_end()
    return playing.director.showing.viewing


# 2. Entering a scene, in this order.


def test_a_scene_that_is_led_around_is_no_visit():
    """(1) No `visits`, no `set`, no `seen_before`."""
    viewing = at_the_end(STORMY, avoids=AVOIDS)

    assert viewing.visits(SceneId("storm")) == 0
    assert viewing.variables["wet"] is False
    assert "storm" not in viewing.path


def test_a_way_around_may_lead_to_another_way_around():
    """(1) Whoever avoids both is led around both."""
    told = film(
        scene("calm", to("storm")),
        scene("storm", to("home"), warn=("drowning",), skip_to=SceneId("wreck")),
        scene("wreck", to("home"), warn=("drowning",), skip_to=SceneId("home")),
        scene("home", end("Home")),
    )

    assert at_the_end(told, avoids=AVOIDS).path == ("calm", "home")


def test_the_visit_is_counted_before_anything_is_set():
    """(2) `visits` includes this one."""
    told = film(
        scene("a", to("b"), sets=("seen = visits(a)",)),
        scene("b", end("B")),
        state=state(seen=0.0),
    )

    assert at_the_end(told).variables["seen"] == 1


def test_each_item_of_set_sees_the_one_before():
    """(3) Item by item."""
    told = film(
        scene("a", end("A"), sets=("one = 2", "two = one * 3")),
        state=state(one=0.0, two=0.0),
    )

    assert at_the_end(told).variables["two"] == 6


def test_what_may_be_answered_does_not_change_while_the_scene_lasts():
    """(4) Judged once: a camera that is lost takes no option off the card."""
    told = film(
        scene(
            "hall",
            Choice(options=(option("See", "seen", when="can(face)"), option("Go", "gone"))),
        ),
        scene("seen", end("Seen")),
        scene("gone", end("Gone")),
        sensing=READS_FACES,
    )
    playing = watched(told)
    playing.roll(2)
    playing.hear(SenseLost(Way.FACE, "It is gone."))
    card = playing.until_order(Ask).of(Ask)[-1]

    assert [one.label for one in card.options] == ["See", "Go"]
    playing.press("See")
    assert playing.to_the_end().ending == "Seen"


def test_the_variant_shown_does_not_change_while_the_scene_lasts():
    """(4) The clip one sees is the clip one goes on seeing."""
    told = film(
        scene("a", to("b"), play=(
            Variant(clip=clip("seen.mp4"), when=Condition("can(face)")),
            Variant(clip=clip("a.mp4")),
        )),
        scene("b", end("B")),
        sensing=READS_FACES,
    )  # fmt: skip
    playing = watched(told)
    playing.roll(2)
    playing.hear(SenseLost(Way.FACE, "It is gone."))
    playing.roll(2)

    assert playing.director.shot.file == "seen.mp4"


def test_what_is_felt_is_renewed_before_the_way_on_is_judged():
    """(7) The scene just seen leads on, also when its feeling came late."""
    told = film(
        scene("a", forks(("joy", "felt.smiling"), ("rest", None))),
        scene("joy", end("Joy")),
        scene("rest", end("Rest")),
        lengths={"a": 10},
        feelings=FEELINGS,
        sensing=READS_FACES,
    )
    playing = watched(told)
    playing.roll(4)
    playing.face = {Reading.SMILE: 3.0}

    assert playing.to_the_end().ending == "Joy"


def test_the_chosen_options_set_runs_before_the_next_scenes_own():
    """(8) and (3): what an answer set, the scene entered sees."""
    told = film(
        scene("a", Choice(options=(option("Go", "b", sets=("x = 2",)),))),
        scene("b", end("B"), sets=("x = x * 5",)),
        state=state(x=1.0),
    )

    assert at_the_end(told).variables["x"] == 10


def test_a_visit_comes_back_to_a_pick_as_well():
    """(9) `via`, then this scene's `next` or `pick`."""
    told = film(
        scene("shore", pick(entry("home")), via=SceneId("memory")),
        scene("memory", Return()),
        scene("home", end("Home")),
    )

    assert at_the_end(told).path == ("shore", "memory", "home")


def test_a_visit_may_hold_decisions_and_rings_and_still_comes_back():
    """`other` is entered and followed to a `return`, however long that is."""
    told = film(
        scene("shore", to("home"), via=SceneId("hall")),
        scene("hall", two()),
        scene("left", forks(("hall", "visits(hall) < 3"), ("right", None))),
        scene("right", Return()),
        scene("home", end("Home")),
    )

    assert at_the_end(told).path == (
        "shore", "hall", "left", "hall", "left", "hall", "left", "right", "home",
    )  # fmt: skip


def test_a_visit_deeper_than_sixteen_is_left_out_and_the_film_goes_on():
    """The seventeenth is noted; each of the sixteen comes back in its turn."""
    told = film(
        *(scene(f"s{n}", to("back"), via=SceneId(f"s{n + 1}")) for n in range(17)),
        scene("s17", to("back")),
        scene("back", forks(("home", "visits(back) >= 17"), ("again", None)), play=None),
        scene("again", Return(), play=None),
        scene("home", end("Home")),
    )
    playing = Playing(told)
    playing.to_the_end()
    noticed = [one.record for one in playing.of(Write) if isinstance(one.record, Noticed)]
    path = playing.director.showing.viewing.path

    assert [one.code for one in noticed] == ["deep"]
    assert "s16" in path
    assert "s17" not in path
    assert path.count("back") == 17


# 13. `once`, `exhausted`.


def twice(*options, **choice):
    """The same decision in two scenes, each met twice."""
    return film(
        scene("one", Choice(options=options, exhausted=SceneId("two"), **choice)),
        scene("again", to("one"), play=None),
        scene("two", Choice(options=options, exhausted=SceneId("out"), **choice)),
        scene("out", end("Out")),
    )


def test_once_is_per_scene_and_used_up_by_silence_too():
    """Taken by any way; the same label elsewhere is another option."""
    told = twice(option("Ask", "again", once=True))
    playing = Playing(told)

    assert playing.to_the_end().path == (
        "one",
        "again",
        "one",
        "two",
        "again",
        "one",
        "two",
        "out",
    )
    assert [turn.cause for turn in playing.turns if turn.option] == [Cause.TIME, Cause.TIME]


def test_once_goes_by_the_options_id():
    """Two labels of one id are used up together."""
    pair = (
        option("Ask", "again", once=True),
        replace(option("Ask him", "again", once=True), id=OptionId("Ask")),
    )
    playing = Playing(twice(*pair))
    playing.to_the_end()

    assert len([turn for turn in playing.turns if turn.scene == "one" and turn.option]) == 1


def test_one_allowed_option_is_still_asked():
    """It is the viewer's step, not the film's."""
    told = asking(Choice(options=(option("Go on", "left"), option("No", "right", when="false"))))
    card = Playing(told).until_order(Ask).of(Ask)[-1]

    assert [one.label for one in card.options] == ["Go on"]


def test_an_exhausted_decision_is_left_on_entering():
    """Without its clip and without a card, but entered all the same."""
    told = film(
        scene("hall", replace(two(), options=(option("No", "out", when="false"),),
                              exhausted=SceneId("out"))),
        scene("out", end("Out")),
    )  # fmt: skip
    playing = Playing(told)
    playing.to_the_end()
    written = [one.record for one in playing.of(Write)]
    entered = [record for record in written if isinstance(record, Entered)]

    assert not playing.of(Ask)
    assert [(one.scene, one.at) for one in entered][1][0] == "out"
    assert entered[0].at == entered[1].at
    assert playing.turns[0].cause is Cause.STORY


# 14. `pick`.


def test_a_picked_entry_that_is_for_once_is_used_up_for_this_viewing():
    """By scene and where it leads; a new viewing has it again."""
    told = film(
        scene("stairs", pick(entry("dream", once=True), entry("wake"), mode=PickMode.BEST)),
        scene("dream", to("stairs")),
        scene("wake", end("Wake")),
    )

    assert at_the_end(told).path == ("stairs", "dream", "stairs", "wake")
    assert at_the_end(told).path == ("stairs", "dream", "stairs", "wake")


@pytest.mark.parametrize("mode", [PickMode.BEST, PickMode.ARC, PickMode.LEARN])
def test_a_tie_is_the_first_listed(mode):
    """Nothing tells them apart."""
    told = film(
        scene("a", pick(entry("b"), entry("c"), mode=mode)),
        scene("b", end("B"), intend=Intent(valence=0.5)),
        scene("c", end("C"), intend=Intent(valence=0.5)),
    )

    assert {at_the_end(told, seed=seed).path[-1] for seed in range(5)} == {"b"}


# 15. Chance, and the hour.


def test_the_hour_is_that_of_the_beginning():
    """However long the film waits."""
    told = film(
        scene("a", two(no_limit=True, lasts=None)),
        scene("left", forks(("early", "hour() < 21"), ("late", None)), play=None),
        scene("right", to("late"), play=None),
        scene("early", end("Early")),
        scene("late", end("Late")),
    )
    playing = Playing(told, hour=20.9, patience=None)
    playing.until_order(Ask)
    playing.roll(900)
    playing.press("Left")

    assert playing.to_the_end().ending == "Early"


def test_two_places_draw_their_own_chance():
    """One scene, two lists: neither tells of the other."""
    heads = Branch(go=SceneId("b"), when=Condition("random() < 0.5", where="scenes.a.next.0"))
    told = film(
        replace(
            scene("a", Next(branches=(heads, Branch(go=SceneId("c"))))),
            set=(Effect("lot = random()", where="scenes.a.set.0"),),
        ),
        scene("b", end("B")),
        scene("c", end("C")),
        state=state(lot=0.0),
    )
    evenings = [at_the_end(told, seed=seed) for seed in range(40)]

    assert len({(one.path[-1], one.variables["lot"] < 0.5) for one in evenings}) == 4


# 16. Ranges.


def test_a_division_by_nothing_is_nothing_and_is_told():
    """No film stops for a sum."""
    told = film(scene("a", end("A"), sets=("x = 3 / x",)), state=state(x=0.0))
    playing = Playing(told)
    playing.to_the_end()
    noticed = [one.record for one in playing.of(Write) if isinstance(one.record, Noticed)]

    assert playing.variables["x"] == 0
    assert [one.code for one in noticed] == ["set"]
