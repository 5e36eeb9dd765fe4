"""Facts in, orders out."""

from dataclasses import replace
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
    TurnJudged,
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
    ConsentAnswered
    | Ticked
    | ShotBegan
    | ShotEnded
    | ShotFailed
    | OptionPressed
    | PhonesJoined
    | Voted
    | WordsRead
    | MoodRead
    | SenseFound
    | SenseLost
    | HandSeen
    | StretchChosen
    | TurnJudged
)
_Kept = (
    ConsentAnswered
    | ShotBegan
    | ShotEnded
    | ShotFailed
    | SenseFound
    | SenseLost
    | PhonesJoined
    | Voted
    | WordsRead
    | StretchChosen
)
"""What may arrive while the showing stands still and is heard when it goes on."""


class Director:
    """
    Decides what is shown next.

    Belongs to the thread that calls `hear`; no other may touch it.
    """

    def __init__(self, film: Film, *, kiosk: bool = False) -> None:
        self._film = self._own = film
        self._phases = Phases()
        if kiosk:
            self._phases.take(Move.INVITE)
        self._showing: Showing | None = None
        self._asked: ViewingBegan | None = None
        """The viewing that waits for an answer about the camera."""
        self._kiosk = kiosk
        self._later: tuple[_Kept, ...] = ()
        self._phones: tuple[str, ...] = ()
        """Who is in the room; they stay from viewing to viewing."""
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
            case ConsentAnswered() | WarningAnswered():
                return self._answered(fact)
            case PauseAsked() | ResumeAsked() | WhyAsked():
                return self._stood(fact)
            case StopAsked() | ViewersLeft() | MaintenanceAsked():
                return self._left(fact)
            case FilmChanged() | LanguageChosen():
                return self._retold(fact)
            case _:
                return self._shown(fact)

    def _begin(self, began: ViewingBegan) -> Orders:
        if self.phase not in {Phase.IDLE, Phase.ATTRACT}:
            return ()
        self._kiosk = self._kiosk or began.kiosk
        if Way.FACE in began.offers and Way.FACE in self._film.story.sensing.uses:
            self._phases.take(Move.ASK)
            self._asked = began
            return self._ask_consent(began)
        wanted = Way.FACE in self._film.story.sensing.uses
        return self._show(began, eyes=False, blind="no camera" if wanted else "not asked for")

    def _ask_consent(self, began: ViewingBegan) -> Orders:
        """No camera opens before the answer; the film's first shot is made ready meanwhile."""
        ready = self._showing_of(began, eyes=True, blind="").first
        return (AskConsent(self._film.story.sensing.why), *ready)

    def _showing_of(self, began: ViewingBegan, *, eyes: bool, blind: str) -> Showing:
        return Showing(
            self._film, began, now=self._now, eyes=eyes, blind=blind, phones=self._phones
        )

    def _answered(self, fact: ConsentAnswered | WarningAnswered) -> Orders:
        match fact:
            case ConsentAnswered(yes=yes):
                return self._consented(yes=yes)
            case WarningAnswered(go_on=go_on):
                return self._warned(go_on=go_on)

    def _consented(self, *, yes: bool) -> Orders:
        if self._asked is None:
            return () if yes else self._unwatched()
        began, self._asked = self._asked, None
        opening = (OpenEyes(),) if yes else ()
        return (*opening, *self._show(began, eyes=yes, blind="refused"))

    def _unwatched(self) -> Orders:
        """The viewer takes the yes back: the eyes are shut at once, also while the film stands."""
        showing = self._showing
        stands = self._phases.resumes is not None
        shut = showing.sight.shut_at_once() if showing is not None and stands else ()
        return (*shut, *self._shown(ConsentAnswered(yes=False)))

    def _show(self, began: ViewingBegan, *, eyes: bool, blind: str) -> Orders:
        showing = self._showing = self._showing_of(began, eyes=eyes, blind=blind)
        record = Began(
            film=self._film.story.id,
            seed=showing.viewing.seed,
            hour=showing.viewing.hour(),
            language=began.language,
            ways=tuple(way for way in Way if way in showing.viewing.ways),
            sham=began.sham,
        )
        return (Write(record), *self._stepped(showing, showing.begin()))

    def _retold(self, fact: FilmChanged | LanguageChosen) -> Orders:
        match fact:
            case FilmChanged(film=film):
                return self._edited(film)
            case LanguageChosen(film=film, language=language):
                return self._spoken(film, language)

    def _edited(self, film: Film) -> Orders:
        """The author changed the story: what begins from now on begins with its new text."""
        self._film = self._own = film
        return () if self._showing is None else self._showing.edited(film)

    def _spoken(self, film: Film, language: str) -> Orders:
        """The viewer chose another language: it counts at once, and until they leave."""
        self._film = film
        if self._asked is not None:
            self._asked = replace(self._asked, language=language)
            return self._ask_consent(self._asked)
        showing = self._showing
        return () if showing is None else self._stepped(showing, showing.spoken(film, language))

    def _warned(self, *, go_on: bool) -> Orders:
        """The viewer read a warning: on to the scene, or out of the film."""
        showing = self._showing
        if showing is None or self.phase is not Phase.WARNED:
            return ()
        if not go_on:
            return self._left(StopAsked())
        return self._stepped(showing, showing.go_on())

    def _shown(self, fact: _Inner) -> Orders:
        """Something that concerns the film on the screen."""
        if isinstance(fact, Ticked):
            self._now = fact.now
        if isinstance(fact, PhonesJoined):
            self._phones = fact.voices
        showing = self._showing
        if showing is None:
            return ()
        if self._phases.resumes is not None:
            if isinstance(fact, _Kept):
                self._later = (*self._later, fact)
            return ()
        return self._stepped(showing, _told(showing, fact))

    def _stepped(self, showing: Showing, orders: Orders) -> Orders:
        """Move to the phase the film is in; one that stands still stays there."""
        phase, move = _step(showing)
        if self.phase is not phase and self._phases.resumes is None:
            self._phases.take(move)
        return orders

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
        self._film = self._own
        return (*stopped, CloseEyes(), Rest())

    @property
    def _resting(self) -> Move:
        return Move.INVITE if self._kiosk else Move.REST


def _step(showing: Showing) -> tuple[Phase, Move]:
    if showing.over:
        return Phase.ENDED, Move.END
    if showing.course.warned:
        return Phase.WARNED, Move.WARN
    if showing.course.cutting:
        return Phase.CUTTING, Move.CUT
    return (Phase.DECIDING, Move.DECIDE) if showing.engaged else (Phase.PLAYING, Move.PLAY)


def _told(showing: Showing, fact: _Inner) -> Orders:  # noqa: C901, PLR0911, PLR0912 -- a line a fact
    match fact:
        case ConsentAnswered():
            return showing.unwatched()
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
        case SenseLost():
            return showing.lost(fact)
        case HandSeen():
            return showing.touched()
        case PhonesJoined(voices=voices):
            return showing.joined(voices)
        case Voted(voice=voice, option=option):
            return showing.voted(voice, option)
        case StretchChosen(stretch=stretch):
            return showing.slowed(stretch)
        case TurnJudged():
            return showing.judged(fact)
        case _:
            assert_never(fact)
