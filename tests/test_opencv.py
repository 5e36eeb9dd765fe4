"""OpenCV comes late, and works quietly on one thread."""

import subprocess
import sys

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
