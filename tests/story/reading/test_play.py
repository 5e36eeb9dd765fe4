"""What a scene shows, as authors write it."""

import pytest

from engine.story.model import ClipKind
from tests.story.films import codes_of, film, hall_of


def clips_of(play, head=""):
    variants = hall_of(f"{{play: {play}, next: garden}}", head).play
    return [variant.clip for variant in variants]


def test_a_clip_is_a_file():
    """The short form."""
    (clip,) = clips_of("acts/hall 1.mp4")

    assert (clip.kind, clip.file, clip.start, clip.end) == (
        ClipKind.FILE,
        "acts/hall 1.mp4",
        None,
        None,
    )


def test_a_clip_may_be_cut_from_a_long_file():
    """In the name, or by `in` and `out`."""
    (one,) = clips_of('"sea.mp4#t=3.5,1:09"')
    (other,) = clips_of("{file: sea.mp4, in: 3.5, out: 1:09}")

    assert (one.file, one.start, one.end) == ("sea.mp4", 3.5, 69)
    assert (other.file, other.start, other.end) == ("sea.mp4", 3.5, 69)


def test_a_clip_says_more_in_its_long_form():
    """Loop, stand-in, length, view and other languages."""
    (clip,) = clips_of(
        "{file: hall.mp4, loop: true, fallback: hall.jpg, seconds: 0:14, view: 360, zh: 厅.mp4}",
        "languages: [zh]",
    )

    assert (clip.loop, clip.fallback, clip.seconds, clip.view) == (True, "hall.jpg", 14, "360")
    assert clip.by_language == {"zh": "厅.mp4"}


def test_stills_and_slates_play_too():
    """A film can be told in pictures and words."""
    (still,) = clips_of("{still: storm.jpg, seconds: 6}")
    (slate,) = clips_of("{slate: Three years later, seconds: 3}")

    assert (still.kind, still.file, still.seconds) == (ClipKind.STILL, "storm.jpg", 6)
    assert (slate.kind, slate.text, slate.seconds) == (ClipKind.SLATE, "Three years later", 3)


def test_variants_are_judged_in_order():
    """The first whose condition holds, and the last that always does."""
    variants = hall_of(
        "{play: [{when: knows, file: wary.mp4}, warm.mp4], next: garden}", "state: {knows: false}"
    ).play

    assert [(each.clip.file, each.when and each.when.text) for each in variants] == [
        ("wary.mp4", "knows"),
        ("warm.mp4", None),
    ]


@pytest.mark.parametrize(
    ("play", "codes"),
    [
        ("/etc/passwd", ["S301"]),
        ("../hall.mp4", ["S301"]),
        ("a/../../hall.mp4", ["S301"]),
        ("./hall.mp4", ["S301"]),
        ("'C:hall.mp4'", ["S301"]),
        ("'a\\hall.mp4'", ["S301"]),
        ("'http://x/hall.mp4'", ["S301"]),
        ("'hall.mp4 '", []),
        ("a//hall.mp4", ["S301"]),
        ("hall/", ["S301"]),
        ("''", ["S301"]),
        ("x" * 201, ["S301"]),
        ("hall.PNG", ["S307"]),
        ('"hall.mp4#3"', ["S304"]),
        ("[]", ["S306"]),
        ("{}", ["S306"]),
        ("{loop: true}", ["S306"]),
        ("{file: a.mp4, still: b.jpg}", ["S306"]),
        ("{still: ../b.jpg, seconds: 2}", ["S301"]),
        ("{file: [a.mp4]}", ["S023"]),
        ("{file: }", ["S022"]),
        ("{slate: [a]}", ["S023"]),
        ("[[a.mp4], b.mp4]", ["S023"]),
        ("{file: a.mp4, fallback: /b.jpg}", ["S301"]),
        ("{file: a.mp4, fallback: [b]}", ["S023"]),
        ("{file: a.mp4, seconds: 0}", ["S023"]),
        ("{file: a.mp4, view: 180}", ["S024"]),
        ("{file: a.mp4, fr: b.mp4}", ["S020"]),
        ("{file: a.mp4, when: true}", ["S020"]),
        ("[{when: true, file: a.mp4}]", ["S109"]),
        ("[a.mp4, b.mp4]", ["S110"]),
    ],
)
def test_slips_in_what_is_shown_are_told(play, codes):
    """A path never leads out of the film's folder, and a clip is one thing."""
    assert codes_of(film(f"{{play: {play}, next: garden}}")) == codes


def test_a_file_of_no_name_is_none():
    """`~` is YAML's way of saying nothing, in a list too."""
    assert codes_of(film("{play: [~], next: garden}")) == ["S301"]


def test_music_runs_under_a_clip_whatever_it_is():
    """A still may have it too."""
    (clip,) = clips_of("{still: a.jpg, bed: music/night.ogg, stem: music/fear.ogg, bar: 2s}")

    assert (clip.bed, clip.stem, clip.bar) == ("music/night.ogg", "music/fear.ogg", 2)


@pytest.mark.parametrize("more", ["stem: fear.ogg", "bar: 2s"])
def test_a_stem_or_a_bar_needs_a_bed(more):
    """What would it be in step with?"""
    assert codes_of(film(f"{{play: {{file: hall.mp4, {more}}}, next: garden}}")) == ["S025"]
