"""The film itself on the stage: picture, live flame, subtitles, and what is kept of each scene."""

from collections.abc import Sequence
from typing import Final, Protocol

import pygame

from engine.messages.facts import Fact
from engine.messages.orders import Burn
from engine.messages.shots import Shot
from engine.stage.bill import Bill
from engine.stage.flame import Flame
from engine.stage.fonts import Fonts
from engine.stage.looking import Looking
from engine.stage.marks import draw_ring
from engine.stage.page import Desk
from engine.stage.projection.cues import Cues
from engine.stage.projection.live import CORNER, Light, Spot, in_view
from engine.stage.projection.projector_screen import Picture
from engine.stage.projection.sidecars import Sidecars
from engine.stage.projection.sphere import Gaze
from engine.stage.projection.voices import Hearing
from engine.stage.theme import NIGHT
from engine.stage.titles import Titles
from engine.stage.wishes import Preferences
from engine.story.model import Hold, Sign
from engine.story.units import SceneId, Seconds, Share, Steps

_FRAME: Final = (448, 252)
"""How large a scene's picture is kept for the end card."""
_TELLING: Final = Seconds(5.0)
"""When a scene shows what it is about."""
_MOMENT: Final = Seconds(0.08)
_CALM: Final = Burn(height=Steps(0.0), gold=Share(0.25), shiver=Share(0.0), seen=False)


class Projecting(Protocol):
    """What the stage needs of a projector."""

    @property
    def now(self) -> Seconds:
        """The show's clock."""
        ...

    @property
    def position(self) -> Seconds:
        """How far the shot on the screen has played."""
        ...

    def prepare(self, shots: Sequence[Shot]) -> None:
        """Have these ready."""
        ...

    def follow(self, shot: Shot | None) -> None:
        """Play this next."""
        ...

    def cut(self, shot: Shot, at: Seconds = Seconds(0.0)) -> None:
        """Play this now, from that moment on."""
        ...

    def hold(self, how: Hold, since: Seconds = Seconds(0.0)) -> None:
        """Roll, stand or repeat."""
        ...

    def freeze(self) -> None:
        """Stand still."""
        ...

    def thaw(self) -> None:
        """Go on."""
        ...

    def speak(self, hearing: Hearing) -> None:
        """Be heard so."""
        ...

    def stop(self) -> None:
        """Leave the film."""
        ...

    def tick(self) -> Sequence[Fact]:
        """What shots did."""
        ...

    def picture(self, size: tuple[int, int], gaze: Gaze) -> Picture | None:
        """What to show, as large as fits; of a shot filmed all around what is seen that way."""
        ...


class FilmView:
    """What of the stage belongs to the film. Main thread only."""

    def __init__(self, bill: Bill, projector: Projecting, fonts: Fonts) -> None:
        self._projector = projector
        self._sign = bill.sign
        self._languages = bill.languages
        self._own = next(iter(bill.titles), "en")
        self._beside = Sidecars(bill.folder, self._own)
        self._titles = Titles(fonts)
        self._flame = Flame()
        self._burn = _CALM
        self._shot: Shot | None = None
        self._cues, self._language = Cues(), self._own
        self._light: Light | None = None
        self.place = pygame.Rect(0, 0, 0, 0)
        """Where the film's picture is in the window; empty while there is none."""
        self.frames: dict[SceneId, pygame.Surface] = {}
        self.looking = Looking()
        self.gaze: Gaze | None = None
        """How one looks at this moment, where what is shown was filmed all around."""

    def burn(self, order: Burn) -> None:
        """How the live flame burns from now on."""
        self._burn = order
        self._flame.burn(order)

    def forget(self) -> None:
        """A viewing is over: nothing of it is kept."""
        self.frames = {}
        self._burn, self._shot = _CALM, None
        self._flame.rest()
        self.looking.ahead()

    def began(self, shot: Shot) -> None:
        """A shot is on the screen: find what lies beside it, and have its words drawn ahead."""
        self._shot = shot
        self._cues = self._beside.cues(shot, self._language)
        self._light = self._beside.light(shot)
        self._titles.expect(self._cues)

    def reread(self) -> None:
        """The author changed files: the clip that is on has its new words and light at once."""
        self._beside.reread()
        if self._shot is not None:
            self.began(self._shot)

    def speak(self, preferences: Preferences) -> None:
        """Subtitles, dubs and descriptions as the viewer likes them from now on."""
        before, self._language = self._language, preferences.heard(self._languages)
        self._projector.speak(Hearing(self._language, self._own, preferences.described))
        if self._shot is not None and before != self._language:
            self.began(self._shot)

    def draw_picture(self, canvas: pygame.Surface, now: float) -> bool:
        """The film in the window's middle, night around it; whether there is any."""
        picture = self._projector.picture(canvas.get_size(), self.looking.gaze(now))
        if picture is None:
            self.place, self.gaze = pygame.Rect(0, 0, 0, 0), None
            return False
        self.gaze = picture.gaze
        self.place = picture.surface.get_rect(center=canvas.get_rect().center)
        if self.place.size != canvas.get_size():
            canvas.fill(NIGHT)
        canvas.blit(picture.surface, self.place)
        if picture.fresh:
            self._remember(picture)
        return True

    def draw_light(self, canvas: pygame.Surface, now: float) -> None:
        """The flame, where the film has a place for it."""
        spot = self._placed()
        if spot is not None:
            self._flame.draw(canvas, self.place, spot, now)

    def draw_corner_light(self, canvas: pygame.Surface, desk: Desk, now: float) -> None:
        """Where no light of the film's own is in sight: a flame in the corner, or the ring."""
        if self._shot is None or self._placed() is not None:
            return
        if self._sign is Sign.FLAME:
            self._flame.draw(canvas, self.place, CORNER, now)
        elif self._sign is Sign.RING:
            draw_ring(canvas, desk, self._burn, now)

    @property
    def spot(self) -> Spot:
        """Where the light stands at this moment."""
        return self._placed() or CORNER

    @property
    def flame_area(self) -> pygame.Rect:
        """About what the flame covers, for things that stand beside it."""
        spot, place = self.spot, self.place
        high = round(max(spot.scale, 0.04) * place.height)
        area = pygame.Rect(0, 0, round(high * 0.6), high)
        area.midbottom = (
            round(place.left + spot.x * place.width),
            round(place.top + spot.y * place.height),
        )
        return area

    def draw_titles(self, canvas: pygame.Surface, desk: Desk, foot: int) -> None:
        """What is said at this moment, standing on `foot`."""
        shown = self._cues.at(self._projector.position)
        if shown:
            self._titles.draw(canvas, desk.room, shown, foot)
        else:
            self._titles.idle(desk.room)

    def _placed(self) -> Spot | None:
        """Where the film's own light stands; none: it has none, or one looks another way."""
        if self._light is None:
            return None
        spot = self._light.at(self._projector.position)
        return spot if self.gaze is None else in_view(spot, self.gaze, self.place.size)

    def _remember(self, picture: Picture) -> None:
        """Keep one small picture of each scene, from where it tells most."""
        shot = picture.shot
        due = min(_TELLING, Seconds(shot.length * 0.45))
        first = shot.scene not in self.frames
        if (first and picture.pts >= min(due, 0.5)) or (due <= picture.pts < due + _MOMENT):
            frame = pygame.Surface(_FRAME)
            scaled = picture.surface.get_rect().fit(frame.get_rect())
            frame.blit(pygame.transform.smoothscale(picture.surface, scaled.size), scaled)
            self.frames[shot.scene] = frame
