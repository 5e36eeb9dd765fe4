"""What may be set, and how a mistake is told."""

from pathlib import Path

import pytest

from engine import settings
from engine.settings import SettingsError


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_not_written_keeps_its_default():
    """A machine without a settings file plays films."""
    assert settings.load({}).viewer.language == "auto"


def test_each_place_outranks_the_one_before(home):
    """File, then environment, then flags."""
    (home / "settings.yaml").write_text("sound: {volume: 0.1, buffer: 512}\n")

    found = settings.load({"KINOEYE_SOUND_VOLUME": "0.5"}, {"sound": {"buffer": 2048}})

    assert (found.sound.volume, found.sound.buffer) == (0.5, 2048)


@pytest.mark.parametrize(
    ("written", "at"),
    [("", None), ("mini", "mini"), ("/models/mini", "/models/mini"), ("~/mini", "~/mini")],
)
def test_a_model_that_is_brought_lies_beside_the_settings_or_where_it_is_said(home, written, at):
    """A house carries both about on one stick."""
    found = settings.load({"KINOEYE_WORDS_EMBEDDING": written}).words.model

    assert found == (None if at is None else settings.user_folder() / Path(at).expanduser())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sond: {volume: 1}\n", "'sond' is not a section of the settings. Did you mean 'sound'?"),
        ("sound: {volum: 1}\n", "'volum' is not a setting of `sound`. Did you mean 'volume'?"),
        ("sound: {volume: loud}\n", "sound.volume is 'loud': give a number."),
        ("sound: {volume: 7}\n", "sound.volume is 7: 1.0 is the most."),
        ("screen: {width: wide}\n", "screen.width is 'wide': give a whole number."),
        ("screen: {full: often}\n", "screen.full is 'often': say true or false."),
        ("kiosk: {idle: -5}\n", "kiosk.idle is -5: 5.0 is the least."),
        ("stage: {decode: 3}\n", "stage.decode is 3: it may be 'software', 'auto', "),
        ("viewer: {avoids: storm}\n", "is 'storm': give a list, as in [one, another]."),
        ("viewer: {language: french}\n", "a language's code may stand there: en, zh, pt-BR."),
        ("viewer: {profile: a/b}\n", "letters, digits, - and _ may stand there"),
        ("camera: {use: [0]}\n", "camera.use is [0]: give a word."),
        ("sound: 3\n", "`sound:` needs `name: value` under it"),
        ("- a\n", "expected `section:`"),
        ("a: [b\n", "settings.yaml:2"),
    ],
)
def test_a_mistake_is_told_in_one_sentence_with_its_place(home, text, says):
    """Nobody should wonder all evening why nothing changed."""
    (home / "settings.yaml").write_text(text)

    with pytest.raises(SettingsError) as told:
        settings.load({})

    assert says in str(told.value)
    assert "settings.yaml" in str(told.value)


def test_a_cameras_number_may_be_written_as_a_number(home):
    """As the documents write it; a film's name stands there as well."""
    (home / "settings.yaml").write_text("camera: {use: 1}\n")

    assert settings.load({}).camera.use == "1"


def test_what_is_saved_is_there_the_next_time_and_the_rest_stays(home):
    """The volume set in one viewing is the volume of the next."""
    (home / "settings.yaml").write_text("viewer: {language: zh}\n")

    settings.save({"sound": {"volume": 0.3}})

    found = settings.load({})
    assert (found.sound.volume, found.viewer.language) == (0.3, "zh")


def test_other_words_in_the_environment_are_left_alone():
    """`KINOEYE_HOME` is no setting."""
    assert settings.from_environment({"KINOEYE_HOME": "x", "PATH": "y"}) == {}
