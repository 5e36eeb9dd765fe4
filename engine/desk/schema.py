"""`kinoeye schema`: the JSON Schema of stories, for editors."""

import json
from argparse import Namespace
from collections.abc import Callable
from typing import Final

from engine.story.schema import schema

WELL: Final = 0


def run(_asked: Namespace, say: Callable[[str], None] = print) -> int:
    """Print the schema."""
    say(written())
    return WELL


def written() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False)
