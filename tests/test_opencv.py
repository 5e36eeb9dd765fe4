"""OpenCV comes late, and works quietly on one thread."""

import subprocess
import sys

import pytest

from engine.opencv import opencv


def test_a_viewer_without_a_camera_never_pays_for_one():
    """Neither OpenCV nor VADER is brought in before they are needed."""
    program = (
        "import sys; from engine.senses.senses import Senses, SensesSettings;"
        "from engine.messages.orders import OpenEyes;"
        "s = Senses(SensesSettings(), 'none'); s.obey(OpenEyes()); s.facts(); s.close();"
        "assert not {'cv2', 'vaderSentiment'} & set(sys.modules), 'too early'"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


def test_it_works_on_one_thread():
    """The projector needs the other core."""
    assert opencv().getNumThreads() <= 1


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Elsewhere it is brought in whole."
)
def test_the_library_lies_ready_before_python_brings_it_in():
    """A film that plays would stand still for as long as Python has to wait for it."""
    program = (
        "import sys; from pathlib import Path; from engine import opencv;"
        "mapped = lambda: 'cv2.abi3' in Path('/proc/self/maps').read_text() or "
        "'/cv2/' in Path('/proc/self/maps').read_text();"
        "assert not mapped();"
        "opencv._laid_out();"
        "assert mapped() and 'cv2' not in sys.modules;"
        "assert opencv.opencv().getNumThreads() <= 1"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
