"""How this viewer likes things, in force: language, volume, the window's size."""

from collections.abc import Callable
from dataclasses import replace

from engine.stage.fontfiles import install_hint
from engine.stage.fonts import Fonts
from engine.stage.hands import Gesture, Sign
from engine.stage.page import Desk
from engine.stage.tells import Notice
from engine.stage.tongue import Tongue, fitting
from engine.stage.window import Window
from engine.stage.wishes import LOUDER, Preferences


class Tastes:
    """Holds the preferences and does what they say. Main thread only."""

    def __init__(
        self,
        preferences: Preferences,
        window: Window,
        fonts: Fonts,
        loudness: Callable[[float], None],
        notice: Notice,
    ) -> None:
        self.preferences = preferences
        self._window, self._fonts = window, fonts
        self._loudness, self._notice = loudness, notice
        self._told: set[str] = set()
        self.tongue = self._spoken()
        loudness(preferences.loudness)

    def tell_lacking(self) -> None:
        """Once in an evening: which letters of a film this machine cannot show."""
        lacking = self._fonts.lacking - self._told
        if lacking:
            self._told |= lacking
            letters = min(lacking)
            said = self.tongue.say(f"fonts.lacking.{letters.lower()}", how=install_hint(letters))
            self._notice.tell(said, stays=12.0)

    @property
    def desk(self) -> Desk:
        """What pages are laid out with, for the window as it is."""
        return Desk(self._window.room, self._fonts)

    def _spoken(self) -> Tongue:
        return fitting(self.preferences.language, chinese=self._fonts.chinese)

    def prefer(self, preferences: Preferences) -> None:
        """Have it so from now on."""
        before, self.preferences = self.preferences, preferences
        self.tongue = self._spoken()
        if preferences.full != before.full:
            self._window.fill_screen(full=preferences.full)
        self._loudness(preferences.loudness)

    def asked(self, gesture: Gesture) -> Preferences | None:
        """What a key changes on every page: sound and size; none for any other."""
        mine = self.preferences
        match gesture:
            case Sign.FULL:
                return replace(mine, full=not mine.full)
            case Sign.DESCRIBE:
                return replace(mine, described=not mine.described)
            case Sign.MUTE:
                return replace(mine, muted=not mine.muted)
            case Sign.LOUDER:
                return mine.louder(LOUDER)
            case Sign.SOFTER:
                return mine.louder(-LOUDER)
            case _:
                return None

    def tell(self, gesture: Gesture) -> None:
        """Say what a key changed that is not seen by itself."""
        if gesture is Sign.DESCRIBE:
            said = "tell.described" if self.preferences.described else "tell.undescribed"
            self._notice.tell(self.tongue.say(said), stays=1.5)
        elif gesture is not Sign.FULL:
            loud = f"{round(self.preferences.volume * 100)} %"
            told = self.tongue.say("tell.volume", volume=loud)
            self._notice.tell(
                self.tongue.say("tell.muted") if self.preferences.muted else told, stays=1.5
            )
