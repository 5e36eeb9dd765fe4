"""Which models look: those that ship, and better ones where a user fetched them."""

import logging
from pathlib import Path

from engine.opencv import opencv
from engine.senses.faces.emotiefflib import EmotiEffLib, EmotiEffLibReader, WrongNetworkError
from engine.senses.faces.expressions import FaceReader, open_reader
from engine.senses.faces.finding import Finder, YunetFinder
from engine.shelf.models import OWN
from engine.shelf.offers import EMOTIEFFLIB, YUNET

log = logging.getLogger(__name__)


def open_faces(models: Path, fetched: Path | None = None, model: str = OWN) -> FaceReader:
    """
    The reader that the settings name, and the best finder there is.

    What was fetched and cannot be used is told in the log, and what ships looks instead; OSError
    when that is not there either.
    """
    embedded = open_reader(models, None if fetched is None else _fetched_finder(fetched))
    if fetched is None or model != EMOTIEFFLIB.name:
        return embedded
    try:
        network = EmotiEffLib((fetched / EMOTIEFFLIB.file).read_bytes())
    except (OSError, WrongNetworkError) as problem:
        log.warning("%s is not used: %s The embedded model reads.", EMOTIEFFLIB.file, problem)
        return embedded
    return EmotiEffLibReader(embedded, network)


def _fetched_finder(folder: Path) -> Finder | None:
    path = folder / YUNET.file
    if not path.is_file():
        return None
    try:
        return YunetFinder(path)
    except opencv().error:
        log.warning("'%s' is not a YuNet model; the small detector looks instead.", path)
        return None
