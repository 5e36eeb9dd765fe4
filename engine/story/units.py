"""Units, so that a number cannot be mistaken for another."""

from typing import NewType

Seconds = NewType("Seconds", float)
"""A moment or a length of time. A negative one, where authors may write it, is from the end."""

SceneId = NewType("SceneId", str)
"""The name an author gave a scene, unique in its story."""

OptionId = NewType("OptionId", str)
"""An option's stable name within its scene; the label in the story's own language by default."""

Share = NewType("Share", float)
"""A part of a whole, from 0 to 1."""

Steps = NewType("Steps", float)
"""A reading, in steps from this viewer's own baseline, clipped to -3..3."""
