"""Facts in, orders out."""

from typing import assert_never

from engine.director import why
from engine.director.phases import Move, Phase, Phases
from engine.director.showing import Orders, Showing
from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    FilmChanged,
    HandSeen,
    LanguageChosen,
    MaintenanceAsked,
    MoodRead,
    OptionPressed,
    PauseAsked,
    PhonesJoined,
    ResumeAsked,
    SenseFound,
    SenseLost,
    ShotBegan,
    ShotEnded,
    ShotFailed,
    StopAsked,
    StretchChosen,
    Ticked,
    ViewerCame,
    ViewersLeft,
    ViewingBegan,
    Voted,
    WarningAnswered,
    WhyAsked,
    WordsRead,
)
from engine.messages.orders import (
    AskConsent,
    CloseEyes,
    Freeze,
    HideWhy,
    OpenEyes,
    Rest,
    Thaw,
    Write,
)
from engine.messages.records import Began
from engine.messages.shots import Shot
from engine.story.film import Film
from engine.story.model import Way
from engine.story.units import SceneId, Seconds

_Inner = (
    Ticked
    | ShotBegan
    | ShotEnded
    | ShotFailed
    | OptionPressed
    | WordsRead
    | MoodRead
    | SenseFound
    | SenseLost
    | HandSeen
)
_Kept = ShotBegan | ShotEnded | ShotFailed | SenseFound | SenseLost | WordsRead
"""What may arrive while the showing stands still and is heard when it goes on."""


class Director:
    """
    Decides what is shown next.

    Belongs to the thread that calls `hear`; no other may touch it.
    """

    def __init__(self, film: Film, *, kiosk: bool = False) -> None:
        self._film = film
        self._phases = Phases()
        if kiosk:
            self._phases.take(Move.INVITE)
        self._showing: Showing | None = None
        self._asked: ViewingBegan | None = None
        """The viewing that waits for an answer about the camera."""
        self._kiosk = kiosk
        self._later: tuple[_Kept, ...] = ()
        self._now = Seconds(0.0)

    @property
    def phase(self) -> Phase:
        """Where the showing stands."""
        return self._phases.phase

    @property
    def showing(self) -> Showing | None:
        """What is being shown, for tests and the map; none where no film is on."""
        return self._showing

    @property
    def shot(self) -> Shot | None:
        """The shot on the screen."""
        return None if self._showing is None else self._showing.shot

    @property
    def scene(self) -> SceneId | None:
        """The scene on the screen."""
        return None if self.shot is None else self.shot.scene

    def hear(self, fact: Fact) -> Orders:
        """Take in one fact and answer with the orders it calls for, in order."""
        match fact:
            case ViewerCame():
                return ()  # the house begins a viewing for them
            case ViewingBegan():
                return self._begin(fact)
            case ConsentAnswered(yes=yes):
                return self._consented(yes=yes)
            case PauseAsked() | ResumeAsked() | WhyAsked():
                return self._stood(fact)
            case StopAsked() | ViewersLeft() | MaintenanceAsked():
                return self._left(fact)
            case PhonesJoined() | Voted() | WarningAnswered():
                return ()
            case FilmChanged() | LanguageChosen() | StretchChosen():
                return self._edited(fact.film) if isinstance(fact, FilmChanged) else ()
            case _:
                return self._shown(fact)

    def _begin(self, began: ViewingBegan) -> Orders:
        if self.phase not in {Phase.IDLE, Phase.ATTRACT}:
            return ()
        self._kiosk = self._kiosk or began.kiosk
        if Way.FACE in began.offers and Way.FACE in self._film.story.sensing.uses:
            self._phases.take(Move.ASK)
            self._asked = began
            ready = Showing(self._film, began, now=self._now, eyes=True, blind="").first
            return (AskConsent(self._film.story.sensing.why), *ready)
        wanted = Way.FACE in self._film.story.sensing.uses
        return self._show(began, eyes=False, blind="no camera" if wanted else "not asked for")

    def _consented(self, *, yes: bool) -> Orders:
        if self._asked is None:
            return ()
        began, self._asked = self._asked, None
        opening = (OpenEyes(),) if yes else ()
        return (*opening, *self._show(began, eyes=yes, blind="refused"))

    def _show(self, began: ViewingBegan, *, eyes: bool, blind: str) -> Orders:
        showing = Showing(self._film, began, now=self._now, eyes=eyes, blind=blind)
        self._showing = showing
        record = Began(
            film=self._film.story.id,
            seed=began.seed,
            hour=began.hour,
            language=began.language,
            ways=tuple(way for way in Way if way in showing.viewing.ways),
            sham=began.sham,
        )
        orders = showing.begin()
        self._keep_step(showing)
        return (Write(record), *orders)

    def _edited(self, film: Film) -> Orders:
        """The author changed the story: what begins from now on begins with its new text."""
        self._film = film
        return () if self._showing is None else self._showing.edited(film)

    def _shown(self, fact: _Inner) -> Orders:
        """Something that concerns the film on the screen."""
        if isinstance(fact, Ticked):
            self._now = fact.now
        showing = self._showing
        if showing is None:
            return ()
        if self._phases.resumes is not None:
            if isinstance(fact, _Kept):
                self._later = (*self._later, fact)
            return ()
        orders = _told(showing, fact)
        self._keep_step(showing)
        return orders

    def _keep_step(self, showing: Showing) -> None:
        """Move to the phase the film is in."""
        phase, move = _step(showing)
        if self.phase is not phase:
            self._phases.take(move)

    def _stood(self, fact: PauseAsked | ResumeAsked | WhyAsked) -> Orders:
        showing = self._showing
        if showing is None:
            return ()
        match fact:
            case PauseAsked():
                return (Freeze(), *showing.kept) if self._phases.take(Move.PAUSE) else ()
            case ResumeAsked():
                return self._resume() if self.phase is Phase.PAUSED else ()
            case WhyAsked():
                return self._explained() if self.phase is Phase.WHY else self._explain(showing)

    def _explain(self, showing: Showing) -> Orders:
        stood = self.phase is Phase.PAUSED
        if not self._phases.take(Move.EXPLAIN):
            return ()
        reasons = why.reasons(showing.viewing)
        return (reasons,) if stood else (Freeze(), reasons)

    def _explained(self) -> Orders:
        return (HideWhy(), *self._resume())

    def _resume(self) -> Orders:
        """Go on where the showing stood, and hear what came meanwhile."""
        self._phases.take(Move.RESUME)
        if self._phases.resumes is not None:
            return ()  # the reasons were read in a pause
        later, self._later = self._later, ()
        heard = [order for fact in later for order in self._shown(fact)]
        return (Thaw(), *heard)

    def _left(self, fact: StopAsked | ViewersLeft | MaintenanceAsked) -> Orders:
        """The film is left: at home where it stands is kept, of a kiosk's visitor nothing."""
        working = self.phase is Phase.MAINTENANCE
        asked = isinstance(fact, MaintenanceAsked)
        if working and not asked:
            return ()
        if not self._phases.take(Move.MAINTAIN if asked and not working else self._resting):
            return ()
        showing = self._showing
        stopped = () if showing is None else (*showing.kept, *showing.stopped())
        self._showing, self._asked, self._later = None, None, ()
        return (*stopped, CloseEyes(), Rest())

    @property
    def _resting(self) -> Move:
        return Move.INVITE if self._kiosk else Move.REST


def _step(showing: Showing) -> tuple[Phase, Move]:
    if showing.over:
        return Phase.ENDED, Move.END
    if showing.cutting:
        return Phase.CUTTING, Move.CUT
    return (Phase.DECIDING, Move.DECIDE) if showing.engaged else (Phase.PLAYING, Move.PLAY)


def _told(showing: Showing, fact: _Inner) -> Orders:  # noqa: C901, PLR0911 -- one line a fact
    match fact:
        case Ticked(now=now, position=position):
            return showing.ticked(now, position)
        case ShotBegan(shot=shot, length=length):
            return showing.shot_began(shot, length)
        case ShotEnded(shot=shot):
            return showing.shot_ended(shot)
        case ShotFailed(shot=shot, says=says):
            return showing.shot_failed(shot, says)
        case OptionPressed(option=option):
            return showing.pressed(option)
        case WordsRead():
            return showing.heard(fact)
        case MoodRead():
            return showing.felt(fact)
        case SenseFound(way=way):
            return showing.found(way)
        case SenseLost(way=way, says=says):
            return showing.lost(way, says)
        case HandSeen():
            return showing.touched()
        case _:
            assert_never(fact)
