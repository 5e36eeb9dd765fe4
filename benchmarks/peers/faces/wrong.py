"""What people saw when they looked through the sheets of boxes."""

from typing import Final

WRONG: Final = frozenset(
    {
        "deepface_img1.png#1", "deepface_img3.png#1", "deepface_img32.png#1",
        "deepface_img41.png#1", "deepface_img48.png#1", "deepface_img67.png#1",
        "oarriaga_test_image.png#6",
    }
)  # fmt: skip
"""Boxes the teacher drew round what is no face: `photograph#number`. All of them scored < 0.7."""

UNCLEAR: Final = frozenset(
    {
        "oarriaga_12_angry_men.png", "oarriaga_robocup_team.png", "oarriaga_solvay_conference.png",
        "oarriaga_gradcam_results.png",
        "ultra_22.png", "ultra_17.png", "ultra_25.png",
    }
)  # fmt: skip
"""Crowds and drawn-over pictures in which it cannot be said what counts as a face."""
