"""Checks of what is heard beside clips and under them."""

from dataclasses import replace

import pytest

from engine.story.checks.sounds import check_sounds
from engine.story.film import Film
from engine.story.sounds import SoundBeside
from tests.story.examples import facts, sound_facts
from tests.story.films import TWO_DOORS, story_of

SCORED = """film: 1
title: Two Doors
scenes:
  hall: {{play: {{file: hall.mp4, bed: night.ogg{more}}}, next: garden}}
  garden: {{play: garden.mp4, end: Free}}
"""


def said(film, *beside):
    return [finding.rule.code for finding in check_sounds(film, beside)]


def doors():
    return Film(story_of(TWO_DOORS), {"hall.mp4": facts(20.0)})


def scored(bed, stem=None, bar=None):
    more = (", stem: fear.ogg" if stem else "") + (f", bar: {bar}" if bar else "")
    clips = {"hall.mp4": facts(), "night.ogg": sound_facts(bed), "fear.ogg": sound_facts(stem)}
    return Film(story_of(SCORED.format(more=more)), clips)


def dub(length=20.0, **more):
    return SoundBeside(file="hall.en.opus", clip="hall.mp4", language="en", length=length, **more)


@pytest.mark.parametrize(("length", "codes"), [(18.0, []), (20.4, []), (20.6, ["S310"])])
def test_a_dub_may_be_shorter_and_end_in_a_little_silence(length, codes):
    """What is over is not heard, and an author should know before the evening."""
    assert said(doors(), dub(length)) == codes


def test_a_dub_that_cannot_be_heard_is_told_with_its_reason():
    """At the place where its clip is named."""
    (finding,) = check_sounds(doors(), (dub(fault="hall.en.opus is empty. Export it again."),))

    assert finding.says == "'hall.en.opus' cannot be heard, since it is empty"
    assert finding.place.line == 4


def test_a_dub_in_a_language_nobody_can_choose_is_told():
    """`zh-cn` is perhaps meant as `zh`."""
    assert said(doors(), replace(dub(), language="fr")) == ["S312"]


@pytest.mark.parametrize(
    ("bed", "stem", "codes"),
    [(32.0, 32.03, []), (32.0, 31.9, ["S313"]), (32.0, 8.0, []), (8.0, 32.0, [])],
)
def test_a_stem_is_as_long_as_its_bed_or_fits_it(bed, stem, codes):
    """To a frame."""
    assert said(scored(bed, stem)) == codes


@pytest.mark.parametrize(
    ("bed", "bar", "codes"),
    [(32.0, "2s", []), (32.03, "2s", []), (33.0, "2s", ["S314"]), (1.0, "2s", ["S314"])],
)
def test_a_bed_is_a_whole_number_of_bars(bed, bar, codes):
    """Else no bar fits after the first round."""
    assert said(scored(bed, bar=bar)) == codes


def test_music_is_five_minutes_at_the_most():
    """It lies in memory."""
    assert said(scored(300.0)) == []
    assert said(scored(301.0)) == ["S315"]


def test_the_same_music_is_told_of_once():
    """A bed runs through a hundred scenes."""
    film = scored(32.0, 31.0)
    scenes = film.story.scenes
    again = {**scenes, "two": replace(scenes["hall"], id="two")}

    assert said(replace(film, story=replace(film.story, scenes=again))) == ["S313"]
