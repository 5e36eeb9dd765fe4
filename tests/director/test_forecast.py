"""Where a way leads: entering, visits, skips, endings (Semantics 2)."""

from dataclasses import replace

from engine.director import forecast
from engine.director.forecast import UNFINISHED, Answer, Warned
from engine.director.viewing import fresh
from engine.messages.records import Cause, Entered, Noticed, Turn
from engine.messages.shots import Source
from engine.story.conditions import Condition
from engine.story.model import About, Choice, Return, Variable, Variant
from engine.story.units import SceneId
from tests.director.playing import began_viewing
from tests.films import (
    HUB,
    STORMY,
    VISIT,
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


def start(told, at=None, **began):
    viewing = fresh(told.story, began_viewing(**began))
    return forecast.start(told, viewing, SceneId(at) if at else told.story.start)


def onward(told, ahead):
    return forecast.onward(told, ahead.viewing)


def turns(ahead):
    return [(one.scene, one.to, one.cause) for one in ahead.records if isinstance(one, Turn)]


def notices(ahead):
    return [(one.code, one.says) for one in ahead.records if isinstance(one, Noticed)]


def test_looking_ahead_changes_nothing():
    """The viewing handed in is the same afterwards, and the answer too."""
    ahead = start(HUB)

    assert onward(VISIT, start(VISIT)) == onward(VISIT, start(VISIT))
    assert ahead.viewing.path == ("table",)
    assert start(HUB) == ahead


def test_what_was_set_is_seen_by_what_is_set_next_and_by_the_clip():
    """Visit, `set` item by item, then the variant: in this order."""
    told = film(
        scene(
            "a",
            end("x"),
            sets=("n = visits(a)", "n += 1", "m = n * 2"),
            play=(
                Variant(clip=clip("four.mp4"), when=Condition("m == 4")),
                Variant(clip=clip("other.mp4")),
            ),
        ),
        state=state(n=0.0, m=0.0),
    )
    ahead = start(told)

    assert ahead.shot.file == "four.mp4"
    assert ahead.viewing.value("m") == 4.0


def test_options_are_judged_on_entering_after_what_is_set():
    """They do not change while the scene lasts."""
    choice = Choice(options=(option("A", "b", when="n > 0"), option("B", "b", when="n > 1")))
    told = film(scene("a", choice, sets=("n += 1",)), scene("b", end("x")), state=state(n=0.0))

    assert [one.id for one in start(told).options] == ["A"]


def test_a_scene_without_a_clip_takes_no_time():
    """Crossroads are passed through, and written down."""
    told = film(
        scene("a", to("fork")),
        scene("fork", forks(("left", "1 > 2"), ("right", None)), play=None, sets=("n += 1",)),
        scene("left", end("L")),
        scene("right", end("R")),
        state=state(n=0.0),
    )
    ahead = onward(told, start(told))

    assert ahead.shot.scene == "right"
    assert ahead.viewing.path == ("a", "fork", "right")
    assert ahead.viewing.value("n") == 1.0
    assert turns(ahead) == [("a", "fork", Cause.STORY), ("fork", "right", Cause.STORY)]


def test_a_film_may_end_without_a_last_clip():
    """An ending alone is an ending."""
    told = film(scene("a", to("over")), scene("over", end("Over"), play=None))
    ahead = onward(told, start(told))

    assert (ahead.shot, ahead.ending) == (None, "Over")


def test_a_visit_is_followed_to_its_return_and_the_way_goes_on():
    """Via, two scenes deep, and back to this scene's own `next`."""
    shore = start(VISIT)
    memory = onward(VISIT, shore)
    deeper = onward(VISIT, memory)
    house = onward(VISIT, deeper)

    assert [one.shot.scene for one in (shore, memory, deeper, house)] == [
        "shore",
        "memory",
        "deeper",
        "house",
    ]
    assert memory.viewing.visits_open == ("shore",)
    assert house.viewing.visits_open == ()
    assert house.viewing.path == ("shore", "memory", "deeper", "house")
    assert turns(house) == [
        ("deeper", "shore", Cause.STORY),
        ("shore", "house", Cause.STORY),
    ]


def test_conditions_after_a_visit_are_judged_in_the_scene_that_began_it():
    """The pick of the caller draws by the caller's visits."""
    told = film(
        scene("a", pick(entry("b", when="visits(a) == 1"), entry("c")), via=SceneId("v")),
        scene("v", Return()),
        scene("b", end("B")),
        scene("c", end("C")),
    )
    back = onward(told, onward(told, start(told)))

    assert back.viewing.path[-1] in {"b", "c"}
    assert turns(back)[-1][2] is Cause.CHANCE


def test_an_end_inside_a_visit_ends_the_film():
    """A memory may be the last thing."""
    told = film(
        scene("a", to("b"), via=SceneId("v")),
        scene("v", end("Gone"), play=None),
        scene("b", end("B")),
    )

    assert onward(told, start(told)).ending == "Gone"


def test_a_return_with_no_visit_open_ends_the_film_unfinished():
    """`--from` may begin inside a memory."""
    ahead = onward(VISIT, start(VISIT, at="deeper"))

    assert ahead.ending == UNFINISHED
    assert notices(ahead) == [("no-way-on", "deeper has no way on that is allowed")]


def test_visits_nest_no_deeper_than_sixteen():
    """A memory of a memory of a memory goes on without the next one."""
    told = film(
        scene("a", to("b"), via=SceneId("a")),
        scene("b", end("B")),
    )
    ahead = start(told)
    for _ in range(16):
        ahead = onward(told, ahead)
    last = onward(told, ahead)

    assert len(ahead.viewing.visits_open) == 16
    assert last.shot.scene == "b"
    assert notices(last) == [("deep", "a: visits are nested deeper than 16")]


def test_who_avoids_a_scene_is_led_around_it():
    """No visit, no `set`: it never happened."""
    spared = onward(STORMY, start(STORMY, avoids=frozenset({"drowning"})))
    shown = onward(STORMY, start(STORMY))

    assert spared.viewing.path == ("calm", "after", "dry")
    assert turns(spared)[1] == ("storm", "after", Cause.SKIPPED)
    assert shown.shot.scene == "storm"
    assert onward(STORMY, shown).shot.scene == "soaked"


def test_a_scene_that_cannot_be_avoided_warns():
    """Without `skip_to` the viewer is told what comes."""
    told = film(scene("a", end("A"), warn=("fire", "water")))

    assert start(told, avoids=frozenset({"water"})).warned == (Warned("a", ("water",)),)
    assert start(told).warned == ()


def test_a_warning_is_named_in_the_viewers_language():
    """It is known by the author's name for it."""
    about = About(warnings=("水",), shown_warnings={"water": "水"})
    told = film(scene("a", end("A"), warn=("fire", "water")), about=about)

    warned = start(told, avoids=frozenset({"fire", "water"})).warned[0]

    assert (warned.scene, warned.warnings) == ("a", ("fire", "水"))


def test_a_ring_of_scenes_without_pictures_ends_instead_of_hanging():
    """The checker refuses it; the director still comes back."""
    told = film(scene("a", to("b"), play=None), scene("b", to("a"), play=None))
    ahead = start(told)

    assert ahead.ending == UNFINISHED
    assert notices(ahead)[-1][0] == "ring"


def test_a_decision_with_nothing_left_and_no_way_out_plays_and_ends():
    """An author's mistake costs the end of the film, not the screen."""
    told = film(
        scene("a", Choice(options=(option("A", "b", when="1 > 2"),))), scene("b", end("B"))
    )
    ahead = start(told)

    assert (ahead.shot.scene, ahead.options) == ("a", ())
    assert onward(told, ahead).ending == UNFINISHED


def test_a_pick_with_nothing_left_ends_unfinished():
    """As above, where the film should have picked."""
    told = film(scene("a", pick(entry("b", when="1 > 2"))), scene("b", end("B")))

    assert onward(told, start(told)).ending == UNFINISHED


def test_a_decision_without_a_clip_is_stood_in_for():
    """It needs a picture to be asked over."""
    told = film(scene("a", Choice(options=(option("A", "b"),)), play=None), scene("b", end("B")))

    assert start(told).shot.source is Source.STAND_IN


def test_an_answer_is_used_up_set_and_remembered():
    """`once`, `set`, `chosen`, and the ways that were not taken."""
    told = film(
        scene(
            "a",
            Choice(
                options=(
                    option("A", "b", once=True, sets=("n += 2",), because="you did"),
                    option("B", "c"),
                )
            ),
        ),
        scene("b", end("B")),
        scene("c", end("C"), note="The other room."),
        state=state(n=0.0),
    )
    ahead = start(told)
    answer = Answer(option=ahead.options[0], cause=Cause.BUTTONS, unsure=("face: no camera",))
    taken = forecast.answered(told, ahead.viewing, answer, ahead.options)

    assert taken.viewing.used == {("a", "A")}
    assert taken.viewing.chosen("A")
    assert taken.viewing.value("n") == 2.0
    assert [road.knew for road in taken.viewing.untaken] == ["The other room."]
    turn = taken.records[0]
    assert (turn.option, turn.label, turn.because) == ("A", "A", "you did")
    assert turn.unsure == ("face: no camera",)


def test_what_had_to_be_set_right_is_written_down():
    """A clamp and a division by nothing are findings of a rehearsal."""
    told = film(
        scene("a", forks(("b", "1 / n > 0"), ("b", None)), sets=("trust += 9", "n = 1 / 0")),
        scene("b", end("B")),
        state={"n": Variable(first=0.0), "trust": Variable(first=0.0, high=3.0)},
    )
    first = start(told)
    then = onward(told, first)

    assert [code for code, _ in notices(first)] == ["clamped", "set"]
    assert [code for code, _ in notices(then)] == ["when"]
    assert first.viewing.value("trust") == 3.0


def test_every_entering_is_counted():
    """The record of a scene tells which visit it is."""
    ahead = start(HUB)
    light = forecast.answered(
        HUB, ahead.viewing, Answer(option=ahead.options[0], cause=Cause.TIME), ahead.options
    )
    again = onward(HUB, light)

    entered = [one for one in again.records if isinstance(one, Entered)]
    assert [(one.scene, one.visit) for one in entered] == [("table", 2)]
    assert again.shot.visit == 2
    assert replace(again.shot, visit=1) == ahead.shot


def test_two_branches_to_one_scene_are_told_apart():
    """A rehearsal counts each way that was written, not each pair of scenes."""
    told = film(
        scene("hall", forks(("garden", "trust > 0"), ("garden", None))),
        scene("garden", pick(entry("gate", when="trust > 0"), entry("gate"))),
        scene("gate", end("Out")),
        state=state(trust=0.0),
    )

    def taken(viewing):
        turn = next(one for one in forecast.onward(told, viewing).records if isinstance(one, Turn))
        return turn.branch

    hall = start(told).viewing
    trusted = hall.holding("trust", 1.0)
    assert [taken(hall), taken(trusted)] == [1, 0]
    assert taken(hall.entering("garden")) == 1
