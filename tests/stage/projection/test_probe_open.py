"""Opening under guard: a file is what its bytes say, and reaches nothing but itself."""

import pytest

from engine.stage.projection.probe_open import UnplayableError, open_guarded
from tests import clips
from tests.painted import Paint, painted


def test_a_film_is_known_by_its_bytes_whatever_its_name(reels, tmp_path):
    """Authors rename files."""
    renamed = tmp_path / "really-a-film.png"
    renamed.write_bytes((reels / "1.mov").read_bytes())

    with open_guarded(renamed).container as container:
        assert "mov" in container.format.name


def test_a_list_of_other_files_is_not_followed(tmp_path):
    """A film folder from the net must not read files elsewhere, however it is dressed."""
    for text in ("ffconcat version 1.0\nfile /etc/hostname\n", "#EXTM3U\n/etc/hostname\n"):
        trap = tmp_path / "trap.mp4"
        trap.write_text(text)
        with pytest.raises(UnplayableError):
            open_guarded(trap)


@pytest.mark.parametrize("name", ["0.mp4", "1.png", "2.webm", "3.avi", "4.ogg", "5.ts"])
def test_noise_behind_any_beginning_is_refused_in_one_sentence(tmp_path, name):
    """Each format's magic, then noise: never a crash, never another exception."""
    heads = {
        "0.mp4": b"\0\0\0\x18ftypisom",
        "1.png": b"\x89PNG\r\n\x1a\n",
        "2.webm": b"\x1a\x45\xdf\xa3",
        "3.avi": b"RIFF\0\0\0\0AVI ",
        "4.ogg": b"OggS",
        "5.ts": b"\x47" + bytes(187) + b"\x47",
    }
    with pytest.raises(UnplayableError) as refused:
        open_guarded(clips.garbage(tmp_path / name, heads[name]))

    assert refused.value.fault.says.startswith(name)


def test_a_folder_is_not_a_film(tmp_path):
    """One sentence there, too."""
    with pytest.raises(UnplayableError, match="no file but a folder"):
        open_guarded(tmp_path)


@pytest.mark.parametrize(("transfer", "curve"), [(16, "PQ"), (18, "HLG")])
def test_a_film_of_high_dynamic_range_is_refused_in_one_sentence(tmp_path, transfer, curve):
    """Shown as it is it would be pale: authors are told before an audience is."""
    paint = Paint(pixels="yuv420p10le", matrix=9, primaries=9, transfer=transfer)
    with pytest.raises(UnplayableError) as refused:
        open_guarded(painted(tmp_path / "sea.mov", paint))

    assert refused.value.fault.says == (
        f"sea.mov is HDR ({curve}) and would look pale. Export it as SDR (Rec. 709)."
    )


def test_ten_bits_alone_are_no_reason_to_refuse(tmp_path):
    """Nor are the wide colours of BT.2020."""
    paint = Paint(pixels="yuv420p10le", matrix=9, primaries=9, transfer=14)

    with open_guarded(painted(tmp_path / "sea.mov", paint)).container as container:
        assert container.streams.video
