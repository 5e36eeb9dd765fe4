"""Checks of files."""

from dataclasses import replace

import pytest

from engine.story.checks.media import check_media
from engine.story.clips import ClipFault
from engine.story.film import Film
from engine.story.media import uses
from engine.story.rules import Weight
from tests.story.examples import facts, said_of
from tests.story.films import TWO_DOORS, film, story_of


@pytest.mark.parametrize(("release", "weight"), [(False, Weight.WARNING), (True, Weight.ERROR)])
def test_a_missing_clip_is_an_error_in_a_release_only(release, weight):
    """A film is playable before a frame is shot, and not sold so."""
    findings = list(check_media(Film(story_of(TWO_DOORS)), release=release))

    assert [(each.rule.code, each.weight) for each in findings] == [("S302", weight)] * 3


def test_a_broken_clip_is_an_error_with_its_reason():
    """Said in the words of whoever looked at it."""
    clips = {name: facts() for name in ("hall.mp4", "garden.mp4")}
    clips["cellar.mp4"] = ClipFault(
        missing=False, says="cellar.mp4 holds no picture. Export it again."
    )

    (finding,) = check_media(Film(story_of(TWO_DOORS), clips), release=False)

    assert finding.weight is Weight.ERROR
    assert finding.says == "the file 'cellar.mp4' cannot be played, since it holds no picture"


@pytest.mark.parametrize(
    ("cut", "codes"),
    [("#t=15,20", []), ("#t=15,20.4", []), ("#t=15,21", ["S305"]), ("#t=25", ["S305"])],
)
def test_a_cut_lies_within_its_file(cut, codes):
    """To half a second, since authors round."""
    story = story_of(film(f'{{play: "sea.mp4{cut}", next: garden}}'))
    clips = {use.file: facts(20) for use in uses(story)}

    findings = check_media(Film(story, clips), release=False)

    assert [finding.rule.code for finding in findings] == codes


def codes(play, head="", **clips):
    story = story_of(film(f"{{play: {play}, choice: {{Left: garden, Right: cellar}}}}", head))
    known = {use.file: facts(20) for use in uses(story)}
    known |= {name.replace("__", "."): each for name, each in clips.items()}
    return [each.rule.code for each in check_media(Film(story, known), release=False)]


@pytest.mark.parametrize(
    ("keyframes", "told"), [(None, []), (2.0, []), (10.4, []), (12.0, []), (12.5, ["S308"])]
)
def test_far_keyframes_are_told(keyframes, told):
    """What x264 does by itself at 24 pictures a second is let be."""
    clip = replace(facts(60), keyframes=keyframes)

    assert codes("hall.mp4", hall__mp4=clip) == told


def test_far_keyframes_are_told_once_and_where_the_clip_is_cut():
    """However many scenes are cut from one file."""
    far = replace(facts(60), keyframes=60.0)
    story = story_of(
        film('{play: "sea.mp4#t=30,40", next: on}\n  on: {play: "sea.mp4#t=50", next: garden}')
    )

    findings = list(check_media(Film(story, {"sea.mp4": far}), release=False))
    told = [each for each in findings if each.rule.code == "S308"]

    assert len(told) == 1
    assert "where it is cut" in told[0].says


@pytest.mark.parametrize(
    ("play", "head", "told"),
    [
        ("hall.mp4", "about: {poster: poster.jpg, attract: hall.mp4}", []),
        ("hall.mp4", "about: {attract: poster.jpg}", ["S309"]),
        ("hall.mp4", "about: {poster: hall.mp4}", ["S309"]),
        ("{still: poster.jpg, seconds: 3}", "", []),
        ("{still: hall.mp4, seconds: 3}", "", ["S309"]),
        ("{file: hall.mp4, zh: poster.tga}", "languages: [zh]", ["S309"]),
    ],
)
def test_films_and_pictures_each_have_their_place(play, head, told):
    """A picture never ends, and a film as a poster does not move."""
    picture = facts(0)

    assert codes(play, head, poster__jpg=picture, poster__tga=picture) == told


def test_a_cut_lies_within_the_file_of_every_language():
    """The Chinese one may be the shorter."""
    assert codes(
        "{file: 'hall.mp4#t=5,18', zh: zh.mp4}", "languages: [zh]", zh__mp4=facts(10)
    ) == ["S305"]


@pytest.mark.parametrize(
    ("width", "height", "told"),
    [(2048, 1024, []), (3840, 1920, []), (1000, 490, []), (1920, 1080, ["S317"]),
     (1024, 1024, ["S317"]), (0, 0, ["S317"])],
)  # fmt: skip
def test_what_was_shot_all_around_is_twice_as_wide_as_high(width, height, told):
    """Anything else would be bent into nonsense, and is shown flat."""
    shot = replace(facts(20), width=width, height=height)

    assert codes("{file: hall.mp4, view: 360}", hall__mp4=shot) == told
    assert codes("{still: hall.png, seconds: 3, view: 360}", hall__png=replace(
        shot, length=0.0)) == told  # fmt: skip
    assert codes("hall.mp4", hall__mp4=shot) == []


@pytest.mark.parametrize(
    ("length", "promised", "told"),
    [(20.0, 0.0, []), (20.0, 20.2, []), (20.0, 21.0, ["S318"]), (20.0, 5.0, []), (0.0, 9.0, [])],
)
def test_a_clip_that_breaks_off_is_told(length, promised, told):
    """Before an audience finds out; a file that says nothing, or too little, is let be."""
    broken = replace(facts(length), promised=promised)

    found = codes("hall.mp4", hall__mp4=broken)

    assert [code for code in found if code == "S318"] == told


def test_what_a_broken_clip_lacks_is_no_second_mistake():
    """Whoever moves `read` to suit half a clip is wrong as soon as it is copied again."""
    hall = """
    play: hall.mp4
    choice:
      by: [face, buttons]
      read: 4s..9s
      at: 10s
      for: 2s
      options:
        Smile: {go: garden, feel: smile > 0.8}
        Wait: {go: cellar, default: true}"""
    written = {"story.yaml": film(hall, "sensing: {uses: [face], baseline: hall 0s..3s}")}

    found = said_of(written, [["breaks", "hall.mp4", "5 12"]])

    assert [each.rule.code for each in found] == ["S318"]


def test_a_clip_that_breaks_off_is_told_once():
    """However many scenes play it."""
    story = story_of(film("{play: sea.mp4, next: on}\n  on: {play: sea.mp4, next: garden}"))
    broken = replace(facts(7), promised=12.0)

    findings = list(check_media(Film(story, {"sea.mp4": broken}), release=False))

    assert [each.says for each in findings if each.rule.code == "S318"] == [
        "'sea.mp4' breaks off after 7 s of 12 s"
    ]
