"""Where things lie."""

from engine.shelf import places


def test_films_and_assets_come_with_the_engine():
    """From a checkout as from a wheel."""
    assert (places.stories() / "two-doors").is_dir()
    assert places.assets().is_dir()


def test_one_variable_moves_everything_a_user_keeps(tmp_path, monkeypatch):
    """For a kiosk's stick, a test, a second profile."""
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))

    assert places.user_folder() == places.state_folder() == tmp_path


def test_without_it_the_platform_says_where(monkeypatch):
    """No dot folders of our own invention."""
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)

    assert "kinoeye" in str(places.user_folder())
