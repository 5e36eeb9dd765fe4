"""What earlier evenings left to this one, and where this one is written down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from engine.desk.films import read
from engine.director.asking import asks_past, learns
from engine.house.ledger.entries import FILE, Occasion
from engine.messages.facts import ViewingBegan
from engine.settings import Settings
from engine.shelf.films import open_film
from engine.shelf.guard import ShelfError
from engine.shelf.places import state_folder
from engine.show.viewing import Plan
from engine.story.model import Story

_SQLITE: Final = b"SQLite format 3\0"
"""How every file of SQLite begins."""


def utc() -> datetime:
    """The moment now."""
    return datetime.now(UTC)  # noqa: TID251 -- the one place: the desk hands this clock out


def ledger_path(asked: str | None = None) -> Path:
    """The ledger somebody named, or this user's own. ShelfError for a file of another kind."""
    if asked is None:
        return state_folder() / FILE
    _refuse_foreign(Path(asked))
    return Path(asked)


def film_id(name: str) -> str:
    """The id of a film by its name or folder; of one that is gone or broken, what was asked."""
    try:
        opened = read(open_film(name))
    except ShelfError:
        return name
    return opened.folder.name if opened.film is None else opened.film.story.id


def home_ledger(chosen: Settings, asked: str | None = None) -> Path | None:
    """Where people's own viewings are written down; none where they are not to be."""
    return ledger_path(asked) if asked is not None or chosen.ledger.use else None


def _refuse_foreign(path: Path) -> None:
    """A slip of the hand must not cost a file: what is damaged is put aside, and later erased."""
    if path.suffix == Path(FILE).suffix or not path.is_file():
        return  # a ledger by its name, be it ever so damaged; or none yet
    try:
        with path.open("rb") as file:
            begins = file.read(len(_SQLITE))
    except OSError:
        return  # the ledger itself says so, and the film goes on
    if begins and begins != _SQLITE:
        raise ShelfError(
            f"--ledger {path}: what is there is no ledger, and stays as it is. Name another file."
        )


def remembered(
    plan: Plan, chosen: Settings, path: Path | None, say: Callable[[str], None]
) -> Plan:
    """The plan with what its viewer brings along, and with the ledger it is written into."""
    began = recalled(plan.began, plan.film.story, chosen, path, say)
    return written(replace(plan, began=began), chosen, path)


def written(plan: Plan, chosen: Settings, path: Path | None) -> Plan:
    """The plan with the ledger it is written into, and as what; without one, as it is."""
    if path is None:
        return plan
    kiosk = plan.began.kiosk
    here = Occasion(
        path=path,
        clock=utc,
        keep=plan.film.story.sensing.keep,
        profile=None if kiosk else chosen.viewer.profile,
        version=plan.film.version,
        kiosk=kiosk,
        sham=plan.sham is not None,
        resumed=plan.began.standing is not None,
    )
    return replace(plan, began=asking_back(plan), ledger=here)


def asking_back(plan: Plan) -> ViewingBegan:
    """How a viewing begins that is written down: whether its end card asks "Was that so?"."""
    # Of a face that a script plays, or that another viewer's tape shows, nobody here can tell.
    return replace(plan.began, asks_back=plan.script is None and plan.sham is None)


def recalled(
    began: ViewingBegan,
    story: Story,
    chosen: Settings,
    path: Path | None,
    say: Callable[[str], None],
) -> ViewingBegan:
    """
    The same beginning, with what the viewer remembers and what moved earlier viewers.

    A ledger that cannot be read is said, and costs nothing else.
    """
    if path is None or not path.is_file():
        return began
    recalls, learned = asks_past(story) and not began.kiosk, learns(story)
    if not recalls and not learned:
        return began
    # SQLAlchemy takes a fifth of a second to import; most films ask for nothing in there.
    from engine.house.ledger.file import LedgerError  # noqa: PLC0415
    from engine.house.ledger.reading import Past, learned_of, past_of  # noqa: PLC0415

    try:
        past = past_of(path, story.id, chosen.viewer.profile) if recalls else Past()
        totals = learned_of(path, story.id) if learned else {}
    except LedgerError as problem:
        say(f"{problem} The film begins as if it were the first time.")
        return began
    return replace(
        began,
        memory=past.memory,
        seen_before=past.seen,
        ended_before=past.endings,
        learned=totals,
    )
