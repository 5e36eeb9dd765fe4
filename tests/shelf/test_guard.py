"""A film's files stay in its folder."""

import pytest

from engine.shelf.guard import ShelfError, inside


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret.mp4", "a/../../b", "x\0.mp4"])
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    """A film from a stranger must not read the machine."""
    with pytest.raises(ShelfError, match="leads out of the film's folder"):
        inside(tmp_path, name)


def test_a_link_that_leads_out_is_refused(tmp_path):
    """Neither by a back door."""
    film, secret = tmp_path / "film", tmp_path / "secret.mp4"
    film.mkdir()
    secret.write_bytes(b"")
    (film / "door.mp4").symlink_to(secret)

    with pytest.raises(ShelfError, match="is a link that leads out"):
        inside(film, "door.mp4")


def test_a_name_inside_is_found_whether_or_not_it_is_there(tmp_path):
    """A clip that is not there yet is no offence."""
    assert inside(tmp_path, "clips/door.mp4") == (tmp_path / "clips" / "door.mp4").resolve()


def test_a_link_that_goes_round_in_a_circle_is_one_sentence(tmp_path):
    """Not a traceback from deep within Python."""
    (tmp_path / "round.mp4").symlink_to(tmp_path / "round.mp4")

    try:
        found = inside(tmp_path, "round.mp4")
    except ShelfError as refused:
        assert "round.mp4" in str(refused)  # noqa: PT017 -- from Python 3.13 on it is a path
    else:
        assert found.parent == tmp_path.resolve()
