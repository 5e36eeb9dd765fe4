"""What the weights are learned by: strangers, scenes held out, and the three figures."""

import numpy as np
import pytest

from benchmarks.intents.sets import NONE, Typed
from benchmarks.intents.tuning import Looked, strangers, told
from engine.messages.orders import Phrases

WAYS = (Phrases("open", "Open it", ()), Phrases("leave", "Leave", ()))


def looked(means, outside, scene=None):
    count = len(means)
    return Looked(
        near=np.zeros((count, 2, 1)),
        strange=np.zeros((count, 1)),
        means=np.array(means),
        scene=np.array(range(count) if scene is None else scene),
        outside=np.array(outside, bool),
        counts=np.ones(count),
        sure=np.full(count, NONE),
        opposed=np.zeros((count, 2), bool),
    )


def test_a_text_of_another_scene_is_a_stranger_here():
    """One to each that an author wrote as such, never of its own scene, and the same each time."""
    texts = [
        *(Typed(scene, f"way {scene}", WAYS, 0) for scene in range(5)),
        *(Typed(scene, f"chatter {scene}", WAYS, NONE) for scene in (1, 3)),
    ]
    found = strangers(texts)

    assert [each.scene for each in found] == [1, 3]
    assert all(each.means == NONE and each.text.startswith("way") for each in found)
    assert all(each.text != f"way {each.scene}" for each in found)
    assert strangers(texts) == found


def test_only_what_is_likely_enough_is_answered():
    """Of four texts for a way three pass, two rightly; of two outside one does."""
    likely = np.array(
        [[0.9, 0.0, 0.1], [0.2, 0.7, 0.1], [0.6, 0.3, 0.1], [0.4, 0.1, 0.5],
         [0.8, 0.1, 0.1], [0.1, 0.1, 0.8]]
    )  # fmt: skip
    every = looked([0, 1, 1, 0, NONE, NONE], [0, 0, 0, 0, 1, 1])

    assert told(every, likely, 0.5) == pytest.approx((3 / 4, 2 / 3, 1 / 2))
    assert told(every, likely, 0.95)[1:] == (0.0, 0.0)


def test_strangers_from_other_scenes_teach_and_are_not_counted_as_let_in():
    """The figure is of what an author wrote as out of scope."""
    likely = np.array([[0.9, 0.0, 0.1]] * 3)
    every = looked([0, NONE, NONE], [0, 1, 0])

    assert told(every, likely, 0.5) == (1.0, 1.0, 1.0)


def test_a_part_is_taken_with_all_that_is_known_of_its_texts():
    """Numbers, scenes and truths go together."""
    part = looked([0, 1, NONE], [0, 0, 1], scene=[7, 8, 9]).only(np.array([True, False, True]))

    assert part.means.tolist() == [0, NONE]
    assert part.scene.tolist() == [7, 9]
    assert part.outside.tolist() == [False, True]
    assert len(part.near) == len(part.strange) == 2
