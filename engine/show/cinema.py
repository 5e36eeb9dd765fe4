"""A showing in a window: stage, senses and log joined, and the loop that runs them."""

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Final

import pygame

from engine import settings
from engine.director.director import Director
from engine.director.phases import Phase
from engine.house.journal import Journal
from engine.house.keeper import Keeper
from engine.house.ledger.ledger import Ledger
from engine.house.presence import Presence
from engine.messages.facts import (
    Fact,
    LanguageChosen,
    MaintenanceAsked,
    MoodRead,
    StopAsked,
    StretchChosen,
    ViewerCame,
    ViewingBegan,
)
from engine.messages.orders import Rest, Tell
from engine.senses.senses import Senses, SensesSettings
from engine.senses.words.sentences import brought
from engine.senses.words.words import Words
from engine.settings import Settings, SettingsError
from engine.shelf.guard import ShelfError
from engine.shelf.models import fetched_models
from engine.shelf.places import assets
from engine.show.editing import Editing
from engine.show.joined import Part, Show
from engine.show.pulse import Pulse
from engine.show.scouting import Scout
from engine.show.shutter import Shutter
from engine.show.stewards import Eyeless, Steward
from engine.show.taped import led, log_of
from engine.show.viewing import Plan, kept
from engine.stage.bill import Bill
from engine.stage.fonts import Fonts
from engine.stage.paint import Painter
from engine.stage.projection.hardware import Hardware
from engine.stage.projection.projector import Projector, ProjectorSettings
from engine.stage.projection.sound import Speaker, SpeakerSettings
from engine.stage.projection.trouble import WindowError
from engine.stage.stage import Stage
from engine.stage.window import Window
from engine.stage.wishes import (
    ForgetMe,
    GivePin,
    GoHome,
    PlayFilm,
    Prefer,
    Preferences,
    Quit,
    SoundCard,
    Wish,
)
from engine.story.film import Film
from engine.story.units import Seconds, Share

log = logging.getLogger(__name__)

TICK: Final = Seconds(1 / 60)
"""How long the house rests between two frames where no film says otherwise."""
STILL: Final = frozenset(
    {Phase.PAUSED, Phase.WHY, Phase.CONSENT, Phase.WARNED, Phase.ENDED, Phase.MAINTENANCE}
)
"""Phases in which a clock that stands is no sign of death."""
UNSEEN: Final = ("offscreen",)
"""Where SDL draws of its own accord when there is no display."""


@dataclass(frozen=True, slots=True)
class House:
    """What an exhibition adds to a showing."""

    presence: Presence
    opens: Callable[[str], bool]
    """Whether a PIN is the operator's."""
    again: Callable[[], ViewingBegan]
    """The fact that begins the next visitor's viewing."""


class Cinema:
    """One window and one loudspeaker, and the films shown with them. Main thread only."""

    def __init__(
        self,
        chosen: Settings,
        language: str,
        *,
        full: bool | None = None,
        say: Callable[[str], None] = log.warning,
    ) -> None:
        """
        Open both. WindowError, one sentence, where there is no display.

        `say` is given each trouble once, as a sentence for whoever started the film.
        """
        screen, sound = chosen.screen, chosen.sound
        self._say = say
        self._said: set[str] = set()
        self.short = False
        """Whether a scripted viewer or a log could not do its part."""
        filled = screen.full if full is None else full
        self.window = Window(
            "Kinoeye", (screen.width, screen.height), full=filled, accel=screen.accel
        )
        if pygame.display.get_driver() in UNSEEN:
            self.window.close()
            raise WindowError("There is no display here. `--headless` and `demo` need none.")
        self.faces = chosen.faces.model
        """Which model reads faces."""
        self.sentences = brought(chosen.words.model, self.say)
        """Which one, if any, reads whole sentences beside the engine's own."""
        self.hardware = Hardware(chosen.stage.decode)
        self.fonts = Fonts()
        self._speaker = Speaker.open(
            SpeakerSettings(
                volume=Share(sound.volume), buffer=sound.buffer,
                latency=Seconds(sound.latency_ms / 1000),
            )
        )  # fmt: skip
        self.preferences = Preferences(
            language=language, films=chosen.viewer.other_films, volume=sound.volume,
            subtitles=chosen.viewer.subtitles,
            described=chosen.viewer.description,
            stretch=None if chosen.viewer.no_limit else chosen.viewer.stretch, full=filled,
            delay=round(sound.latency_ms),
        )  # fmt: skip
        self._pace = Event()  # never set: it only waits
        self.pulse: Pulse | None = None
        """Who is told while what is shown is alive, where somebody watches over us."""

    def close(self) -> None:
        """Silence, then darkness."""
        self._speaker.close()
        self.window.close()

    def tick(self, rest: Seconds = TICK, *, alive: bool = True) -> None:
        """A frame was shown: tell those who watch over us, and rest until the next one's time."""
        self.tell(self._speaker.facts.says)
        if alive and self.pulse is not None:
            self.pulse.alive()
        self._pace.wait(rest)

    def loud(self, share: float) -> None:
        """How loud the house is."""
        self._speaker.volume(Share(share))

    @property
    def speaker(self) -> Speaker:
        """The house's loudspeaker."""
        return self._speaker

    def tell(self, trouble: str | None) -> None:
        """Say it, if there is any and it was not said before."""
        if trouble is not None and trouble not in self._said:
            self._said.add(trouble)
            self._say(trouble)

    def fall_short(self, trouble: str | None) -> None:
        """Tell what was asked for on the command line and could not be done, if anything."""
        self.short = self.short or trouble is not None
        self.tell(trouble)

    def say(self, trouble: str) -> None:
        """Say it, also if it was said before."""
        self._say(trouble)

    def prefer(self, preferences: Preferences) -> None:
        """Take on what a viewer likes, and keep it for the next evening."""
        self.preferences = preferences
        self._speaker.delay(Seconds(preferences.delay / 1000))
        try:
            settings.save(kept(preferences))
        except SettingsError as problem:
            self.tell(str(problem))

    def play(self, plan: Plan, bill: Bill, house: House | None = None) -> Wish:
        """Show one film until somebody leaves it, or leaves the house; what they want next."""
        try:
            return _Evening(self, self._speaker, plan, bill, house).run()
        finally:  # its parts know one another: what they hold goes now, and not in the next film
            gc.collect()


class _Evening:
    """One film in the window: at home one viewing, in an exhibition visitor after visitor."""

    def __init__(
        self, cinema: Cinema, speaker: Speaker, plan: Plan, bill: Bill, house: House | None
    ) -> None:
        self._cinema, self._plan, self._house = cinema, plan, house
        self._liked = cinema.preferences
        media = assets()
        self._projector = Projector(
            bill.folder,
            ProjectorSettings(click=media / "sounds" / "click.wav", hardware=cinema.hardware),
            paint=Painter(cinema.fonts, cinema.preferences.language).paint,
            sound=speaker,
        )
        models = media / "models"
        self._senses = Senses(
            SensesSettings(models=models, fetched=fetched_models(), faces=cinema.faces,
                           sentences=cinema.sentences),
            plan.camera, clock=lambda: self._projector.now,
        )  # fmt: skip
        self._stage = Stage(
            bill, self._projector, cinema.window, cinema.preferences, words=self._senses.say,
            loudness=cinema.loud, kiosk=house is not None, keeps=plan.saves is not None,
            fonts=cinema.fonts,
        )  # fmt: skip
        self._shutter = Shutter(self._projector, self._stage)
        self._keeper = None if plan.saves is None else Keeper(plan.saves, plan.film.story.id)
        self._journal = log_of(plan)
        self._ledger = None if plan.ledger is None else Ledger(plan.ledger)
        self._viewer = plan.scripted(Words(models), lambda: self._projector.now)
        self._scout = Scout(plan.film)
        self._director = Director(plan.film, kiosk=house is not None)
        self._came = self._works = self._unsaved = False
        self._then = Seconds(-1.0)
        hearer = led(self._director, plan, self._journal)
        self._show = Show(hearer, self._parts(), self._overhear)

    def run(self) -> Wish:
        """Tick until it is over."""
        try:
            if self._house is None:
                self._show.tell(self._plan.began)
                for line in self._plan.told:
                    self._stage.obey(line)
            wish = None
            while wish is None:
                wish = self._tick()
            return wish
        finally:
            self._senses.close()
            self._scout.close()
            self._projector.close()
            if self._journal is not None:
                self._journal.close()
            if self._keeper is not None:
                self._keeper.close()
                self._cinema.tell(self._keeper.fault)
            if self._ledger is not None:
                self._ledger.close()
                self._cinema.tell(self._ledger.fault)

    def _tick(self) -> Wish | None:
        orders = self._show.tick()
        self._tell_trouble()
        self._stage.mark_camera(seen=self._senses.camera_open)
        self._shutter.tick()
        before, self._then = self._then, self._projector.now
        alive = self._then != before or self._director.phase in STILL
        self._cinema.tick(self._projector.due_in, alive=alive)
        self._close_or_open()
        wanted = self._granted(self._stage.wishes())
        if wanted is not None:
            return wanted
        if self._came:
            self._welcome()
        rests = any(isinstance(order, Rest) for order in orders)
        return GoHome() if rests and self._house is None else None

    def _tell_trouble(self) -> None:
        """What sound, log and script could not do, for whoever started the film."""
        for trouble in self._projector.troubles:
            self._cinema.tell(trouble)
        if self._keeper is not None:
            self._tell_unsaved(self._keeper.fault)
        if self._journal is not None:
            self._cinema.fall_short(self._journal.fault)
        if self._ledger is not None:
            self._cinema.tell(self._ledger.fault)
        if self._viewer is not None:
            over = self._director.phase is Phase.ENDED
            self._cinema.fall_short(self._viewer.shortfall if over else self._viewer.trouble)

    def _tell_unsaved(self, fault: str | None) -> None:
        """That no place can be kept: to whoever started the film, and once to the viewer."""
        if fault is not None and not self._unsaved:
            self._unsaved = True
            self._stage.obey(Tell("unsaved"))
        self._cinema.tell(fault)

    def _granted(self, wishes: tuple[Wish, ...]) -> Wish | None:
        """Do what can be done here; what ends the evening is given back."""
        for wish in wishes:
            match wish:
                case Prefer(preferences=preferences):
                    self._prefer(preferences)
                case GivePin(pin=pin):
                    self._let_in(pin)
                case SoundCard(came=came):
                    self._cinema.speaker.heed_card(came=came)
                case ForgetMe():
                    pass  # asked in the library only
                case Quit() | GoHome() | PlayFilm():
                    if self._director.phase is not Phase.IDLE:
                        self._show.tell(StopAsked())
                    return wish
        return None

    def _prefer(self, liked: Preferences) -> None:
        """What was chosen in the settings counts for the film at once; at home it is kept."""
        before, self._liked = self._liked, liked
        if self._house is None:
            self._cinema.prefer(liked)
        if liked.stretch != before.stretch:
            self._show.tell(StretchChosen(liked.stretch))
        spoken = self._plan.film.story.languages
        language = liked.heard(spoken)
        film = self._in_language(language) if language != before.heard(spoken) else None
        if film is not None:
            self._show.tell(LanguageChosen(film, language))

    def _in_language(self, language: str) -> Film | None:
        """The film as it is said in a language; none where it cannot be."""
        if self._plan.said is None:
            return None
        try:
            return self._plan.said(language)
        except ShelfError as problem:
            self._cinema.tell(str(problem))
            return None

    def _edited(self) -> Film | str | None:
        """What the film's author changed, in the language that it is shown in."""
        changed = None if self._plan.edits is None else self._plan.edits()
        if changed is not None:
            self._stage.reread()
        language = self._liked.heard(self._plan.film.story.languages)
        if not isinstance(changed, Film) or language == self._plan.began.language:
            return changed
        return self._in_language(language) or changed

    def _let_in(self, pin: str) -> None:
        if self._house is not None and self._house.opens(pin):
            self._show.tell(MaintenanceAsked())
        else:
            self._stage.refuse_pin()

    def _close_or_open(self) -> None:
        """The operator's page stands exactly while the house is under maintenance."""
        works = self._director.phase is Phase.MAINTENANCE
        if works is not self._works:
            self._works = works
            self._stage.work(on=works)

    def _tidy(self) -> None:
        """The next visitor of an exhibition finds the house's own volume and language."""
        if self._house is not None:
            self._liked = self._cinema.preferences
            self._stage.prefer(self._liked)

    def _welcome(self) -> None:
        """A visitor touched the attract picture: their viewing begins."""
        self._came = False
        if self._house is not None and self._director.phase in {Phase.IDLE, Phase.ATTRACT}:
            self._show.tell(self._house.again())

    def _overhear(self, fact: Fact) -> None:
        self._came = self._came or isinstance(fact, ViewerCame)
        if isinstance(fact, MoodRead):
            self._stage.see_head(fact.where)
        self._scout.overhear(fact)
        if self._house is not None:
            self._house.presence.overhear(fact)

    def _parts(self) -> tuple[Part, ...]:
        senses = self._senses if self._plan.camera != "none" else Eyeless(self._senses)
        edits = self._plan.edits
        parts: list[Part | None] = [
            self._stage,
            senses,
            self._viewer,
            self._house.presence if self._house is not None else None,
            self._journal if isinstance(self._journal, Journal) else None,
            self._ledger,
            self._keeper,
            None if edits is None else Editing(self._edited, self._stage.obey, self._cinema.say),
            self._scout,
            Steward(self._cinema.tell, self._tidy),
        ]
        return tuple(part for part in parts if part is not None)
