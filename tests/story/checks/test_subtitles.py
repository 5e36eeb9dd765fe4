"""Checks of subtitles."""

import pytest

from engine.story.checks.subtitles import check_subtitles, reading_time
from engine.story.film import Film
from engine.story.media import uses
from engine.story.subtitles import Subtitles, WrittenCue
from tests.story.examples import facts
from tests.story.films import film, story_of

HALL = "{play: hall.mp4, choice: {Left: garden, Right: cellar}}"


def cues(*times, text="Who?"):
    return tuple(
        WrittenCue(start, end, text, 10 * at) for at, (start, end) in enumerate(times, start=1)
    )


def beside(clip, language, *times, text="Who?", fault=None):
    file = f"{clip}.{language}.srt"
    return Subtitles(
        file=file, clip=f"{clip}.mp4", language=language, cues=cues(*times, text=text), fault=fault
    )


def said(*subtitles, head="", hall=HALL, length=20.0):
    story = story_of(film(hall, head))
    known = {use.file: facts(length) for use in uses(story)}
    return list(check_subtitles(Film(story, known), subtitles))


def codes(*subtitles, **others):
    return [each.rule.code for each in said(*subtitles, **others)]


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ([(1, 3), (3, 5)], []),
        ([(1, 3.04), (3, 5)], []),
        ([(1, 4), (3, 5)], ["S409"]),
        ([(1, 3), (1, 3)], []),
        ([(6, 8), (1, 3)], ["S408"]),
        ([(6, 8), (1, 7)], ["S408", "S409"]),
        ([(5, 5)], ["S414"]),
        ([(5, 3), (6, 8)], ["S414"]),
        ([(18, 20.4)], []),
        ([(18, 20.6)], ["S410"]),
        ([(1, 1.1)], ["S411"]),
    ],
)
def test_subtitles_are_in_order_in_their_clip_and_readable(times, found):
    """To a frame between two, and half a second at the clip's end."""
    assert codes(beside("hall", "en", *times)) == found


def test_what_is_wrong_often_is_told_once_with_its_number():
    """A file that is a second off has it in every line."""
    (finding,) = said(beside("hall", "en", (1, 2), (21, 22), (23, 24)))

    assert finding.place.file == "hall.en.srt"
    assert finding.place.line == 20
    assert "(2 in the file)" in finding.says


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 0), ("x" * 40, 2), ("灯" * 22, 2), ("x" * 20 + "\n" + "灯" * 11, 2)]
)
def test_reading_takes_as_long_as_guides_for_subtitles_say(text, seconds):
    """Twenty letters a second, eleven signs."""
    assert reading_time(text) == pytest.approx(seconds)


def test_both_languages_are_read_at_their_own_speed():
    """Twelve signs of Chinese take longer than twelve letters."""
    times = (1, 2)

    assert codes(beside("hall", "en", times, text="x" * 12)) == []
    assert codes(beside("hall", "zh", times, text="灯" * 12), head="languages: [zh]") == [
        "S411",
        "S412",
    ]


def test_a_file_that_cannot_be_read_is_told_and_nothing_else_of_it():
    """Its times are guesses then."""
    (finding,) = said(beside("hall", "en", (9, 3), fault="they are not in UTF-8"))

    assert finding.rule.code == "S407"
    assert "they are not in UTF-8" in finding.says


def test_a_language_nobody_can_choose_is_told():
    """`cn` is a country."""
    (finding,) = said(beside("hall", "cn", (1, 3)), head="languages: [en, zh]")

    assert finding.rule.code == "S413"


def test_a_language_that_lacks_subtitles_is_told_once():
    """With how many, and which is the first."""
    head = "languages: [en, zh]"
    both = [beside(clip, "en", (1, 3)) for clip in ("hall", "garden", "cellar")]

    (finding,) = said(*both, beside("garden", "zh", (1, 3)), head=head)

    assert "2 of 3 clips" in finding.says
    assert "'hall.mp4'" in finding.says
    assert "hall.zh.srt" in finding.remedy


def test_a_clip_of_its_own_language_needs_no_other_subtitles():
    """The Chinese clip is never shown in English."""
    hall = HALL.replace("play: hall.mp4", "play: {file: hall.mp4, zh: zh.mp4}")
    of = (beside("hall", "en", (1, 3)), beside("zh", "zh", (1, 3)))

    assert codes(*of, head="languages: [en, zh]", hall=hall) == []


def test_a_film_without_subtitles_needs_none():
    """A shadow play may be silent."""
    assert codes(head="languages: [en, zh]") == []


def test_a_clip_that_is_not_there_has_no_end_to_lie_past():
    """Its words may come first."""
    story = story_of(film(HALL))

    assert list(check_subtitles(Film(story, {}), [beside("hall", "en", (90, 93))])) == []
