"""The settings of one start: read once, and handed to whoever asks after."""

import argparse
import os

from engine import settings
from engine.settings import Settings


def chosen_for(asked: argparse.Namespace) -> Settings:
    """The settings in force. The curtain asks before the command does; the file is read once."""
    chosen: Settings | None = vars(asked).get("chosen")
    if chosen is None:
        chosen = asked.chosen = settings.load(os.environ)
    return chosen
