"""
Where a way leads: the exact next shot, and the viewing as it will be then.

Walking ahead works on a copy of the viewing and draws chance by place and visit, so looking
ahead never changes a viewing: what was forecast is what is entered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from engine.director.policy import branch_taken, options_open, picked, variant_shown
from engine.director.resuming import Opening, carried
from engine.director.shots import shot_of, stand_in
from engine.director.viewing import Viewing
from engine.messages.records import Cause, Entered, Noticed, Turn, Untaken
from engine.messages.shots import Shot
from engine.story.conditions import Condition, Effect
from engine.story.film import Film
from engine.story.model import (
    Branch,
    Choice,
    End,
    Next,
    Option,
    Pick,
    PickEntry,
    Return,
    Scene,
)
from engine.story.units import SceneId, Seconds

UNFINISHED: Final = "unfinished"
"""The name of the ending of a film that ran out of ways on."""
_DEEPEST: Final = 16
_FARTHEST: Final = 1000  # scenes entered without showing anything: a ring


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An option, how it was answered, and with what evidence."""

    option: Option
    cause: Cause
    evidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """One way of the story, and the visits that were open when it was taken."""

    to: SceneId
    visits: tuple[SceneId, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """A scene ahead, and what of it the viewer wanted to be spared."""

    scene: SceneId
    warnings: tuple[str, ...]
    """In the viewer's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What lies ahead: a shot, or else an ending."""

    viewing: Viewing
    shot: Shot | None = None
    options: tuple[Option, ...] = ()
    """What may be answered in the scene of the shot, judged on entering it."""
    ending: str | None = None
    taken: tuple[Taken, ...] = ()
    records: tuple[Turn | Entered | Noticed, ...] = ()
    """What to write down once it has come true, in order; the times are not known yet."""
    warned: tuple[Warned, ...] = ()
    """What the story has no way around: none of this may come true before each was agreed to."""
    landed: Opening | None = None
    """Where the way came down in an edited film; `taken` tells the ways from there."""


def start(film: Film, viewing: Viewing, scene: SceneId) -> Ahead:
    """What a film begins with."""
    return _Walk(film, viewing).arrive(scene)


def begun(begins: Opening) -> Ahead:
    """What a viewing begins with, or goes on with."""
    return _Walk(begins.film, begins.viewing).begin(begins)


def answered(
    film: Film,
    viewing: Viewing,
    answer: Answer,
    open_then: tuple[Option, ...],
    edited: Film | None = None,
) -> Ahead:
    """
    Where an answer leads; the other options open then are remembered as not taken.

    `edited` is the film as its author has changed it meanwhile: it counts from the cut on.
    """
    return _Walk(film, viewing, edited).answer(answer, open_then)


def onward(film: Film, viewing: Viewing, edited: Film | None = None) -> Ahead:
    """Where a scene leads that asks nothing."""
    return _Walk(film, viewing, edited).onward()


class _Walk:
    """One look ahead. It lives for one call only."""

    def __init__(self, film: Film, viewing: Viewing, edited: Film | None = None) -> None:
        self._film = film
        self._edited = edited
        self._landed: Opening | None = None
        self._viewing = viewing
        self._scenes = film.story.scenes
        self._taken: list[Taken] = []
        self._records: list[Turn | Entered | Noticed] = []
        self._warned: list[Warned] = []

    def begin(self, begins: Opening) -> Ahead:
        """Enter the first scene; one that was entered before is shown again, and nothing set."""
        if begins.anew:
            return self.arrive(begins.scene)
        scene = self._scenes[begins.scene]
        self._viewing = replace(self._viewing, scene=scene.id)
        found = self._spared(scene) or self._shown_or_left(scene)
        return found if isinstance(found, Ahead) else self.arrive(found)

    def arrive(self, at: SceneId) -> Ahead:
        """Enter scene after scene up to the first that shows something, or an ending."""
        if self._edited is not None:
            return self._land(self._edited, at)
        for _ in range(_FARTHEST):
            scene = self._scenes[at]
            found: Ahead | SceneId | None = self._spared(scene)
            if found is None:
                self._enter(scene)
                found = self._shown_or_left(scene)
            if isinstance(found, Ahead):
                return found
            at = found
        self._notice("ring", f"no picture for {_FARTHEST} scenes, the last of them {at}")
        return self._finished(UNFINISHED)

    def answer(self, answer: Answer, open_then: tuple[Option, ...]) -> Ahead:
        """Take an option: it is used up, its `set` runs, and the film goes where it leads."""
        option, scene = answer.option, self._here
        used = {(scene.id, option.id)} if option.once else set()
        others = [other for other in open_then if other.id != option.id]
        self._viewing = replace(
            self._viewing,
            taken=self._viewing.taken | {option.id},
            used=self._viewing.used | used,
            untaken=(*self._viewing.untaken, *(self._road(other) for other in others)),
        )
        self._set(option.set)
        self._go(
            Turn(
                scene=scene.id,
                to=option.go,
                cause=answer.cause,
                option=option.id,
                label=option.label,
                because=option.because,
                evidence=answer.evidence,
                unsure=answer.unsure,
            )
        )
        return self.arrive(option.go)

    def onward(self) -> Ahead:
        """Leave a scene that asks nothing."""
        scene = self._here
        to = self._way_on(scene)
        return self._over(scene) if to is None else self.arrive(to)

    def _shown_or_left(self, scene: Scene) -> Ahead | SceneId:
        """What a scene shows; where it leads if it shows nothing; the end if it leads nowhere."""
        options = self._options(scene)
        to = self._exhausted(scene, options)
        if to is None and (scene.play or options):
            return self._shown(scene, options)
        return to or self._way_on(scene) or self._over(scene)

    def _land(self, edited: Film, at: SceneId) -> Ahead:
        """The cut leads into an edited film: the viewing is carried over, and goes on there."""
        landed = carried(self._film, edited, self._viewing, at)
        self._film, self._scenes, self._edited = edited, edited.story.scenes, None
        self._landed, self._viewing = landed, landed.viewing
        self._taken.clear()
        return self.begin(landed)

    @property
    def _here(self) -> Scene:
        """The scene entered last; a walk begins in one, or enters one first."""
        return self._scenes[self._viewing.scene or self._film.story.start]

    def _spared(self, scene: Scene) -> SceneId | None:
        """Where viewers go instead who avoid what this scene warns of."""
        avoided = tuple(warning for warning in scene.warn if warning in self._viewing.avoids)
        if not avoided:
            return None
        if scene.skip_to is None:
            called = self._film.story.about.shown_warnings
            names = tuple(called.get(warning, warning) for warning in avoided)
            self._warned.append(Warned(scene.id, names))
            return None
        return self._by(scene.id, scene.skip_to, Cause.SKIPPED)

    def _enter(self, scene: Scene) -> None:
        self._viewing = self._viewing.entering(scene.id)
        visit = self._viewing.visits(scene.id)
        self._records.append(Entered(scene=scene.id, visit=visit, at=Seconds(0.0)))
        self._set(scene.set)

    def _options(self, scene: Scene) -> tuple[Option, ...]:
        if not isinstance(scene.way, Choice):
            return ()
        self._judge(*(option.when for option in scene.way.options))
        return options_open(scene.id, scene.way, self._viewing)

    def _exhausted(self, scene: Scene, options: tuple[Option, ...]) -> SceneId | None:
        if options or not isinstance(scene.way, Choice) or scene.way.exhausted is None:
            return None
        return self._by(scene.id, scene.way.exhausted, Cause.STORY)

    def _shown(self, scene: Scene, options: tuple[Option, ...]) -> Ahead:
        self._judge(*(variant.when for variant in scene.play))
        variant = variant_shown(scene, self._viewing)
        visit, language = self._viewing.visits(scene.id), self._viewing.language
        shot = (
            stand_in(scene, visit)
            if variant is None
            else shot_of(self._film, scene, variant.clip, visit, language)
        )
        return Ahead(
            viewing=self._viewing,
            shot=shot,
            options=options,
            taken=tuple(self._taken),
            records=tuple(self._records),
            warned=tuple(self._warned),
            landed=self._landed,
        )

    def _way_on(self, scene: Scene) -> SceneId | None:
        """Where a scene leads that asks nothing; none where the film ends."""
        visit = self._visit(scene)
        if visit is not None:
            return visit
        match scene.way:
            case Next(branches=branches):
                self._judge(*(branch.when for branch in branches))
                branch = branch_taken(branches, self._viewing)
                return self._by(scene.id, branch.go, Cause.STORY, _place_of(branch, branches))
            case Pick():
                return self._pick(scene.id, scene.way)
            case Return():
                return self._return(scene.id)
            case Choice() | End():
                return None

    def _visit(self, scene: Scene) -> SceneId | None:
        """Where a visit begins that comes back to this scene."""
        if scene.via is None or not isinstance(scene.way, Next | Pick):
            return None
        if len(self._viewing.visits_open) >= _DEEPEST:
            self._notice("deep", f"{scene.id}: visits are nested deeper than {_DEEPEST}")
            return None
        way = self._by(scene.id, scene.via, Cause.STORY)
        self._viewing = replace(self._viewing, visits_open=(*self._viewing.visits_open, scene.id))
        return way

    def _pick(self, scene: SceneId, pick: Pick) -> SceneId | None:
        self._judge(*(entry.when for entry in pick.entries))
        entry, self._viewing = picked(self._film, scene, pick, self._viewing)
        if entry is None:
            return None
        return self._by(scene, entry.go, Cause.CHANCE, _place_of(entry, pick.entries))

    def _return(self, scene: SceneId) -> SceneId | None:
        """Back where the visit began, and on from there."""
        if not self._viewing.visits_open:
            return None
        caller = self._viewing.visits_open[-1]
        self._by(scene, caller, Cause.STORY)
        self._viewing = replace(
            self._viewing, scene=caller, visits_open=self._viewing.visits_open[:-1]
        )
        return self._way_on(replace(self._scenes[caller], via=None))

    def _over(self, scene: Scene) -> Ahead:
        if isinstance(scene.way, End):
            return self._finished(scene.way.name)
        self._notice("no-way-on", f"{scene.id} has no way on that is allowed")
        return self._finished(UNFINISHED)

    def _finished(self, ending: str) -> Ahead:
        return Ahead(
            viewing=self._viewing,
            ending=ending,
            taken=tuple(self._taken),
            records=tuple(self._records),
            warned=tuple(self._warned),
            landed=self._landed,
        )

    def _by(self, scene: SceneId, to: SceneId, cause: Cause, branch: int | None = None) -> SceneId:
        self._go(Turn(scene=scene, to=to, cause=cause, branch=branch))
        return to

    def _go(self, turn: Turn) -> None:
        self._taken.append(Taken(turn.to, self._viewing.visits_open))
        self._records.append(turn)

    def _road(self, option: Option) -> Untaken:
        there = self._scenes[option.go]
        return Untaken(option.go, option.label, there.describe or there.note)

    def _set(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            applied = effect.applied(self._viewing, self._film.story.state[effect.name])
            self._viewing = self._viewing.holding(effect.name, applied.value)
            for trouble in applied.troubles:
                self._notice("set", f"{effect.place}: {trouble}")
            if applied.clamped:
                self._notice("clamped", f"{effect.place}: {effect.text} went out of its range")

    def _judge(self, *conditions: Condition | None) -> None:
        """Note what had to be set right in these conditions; judging them again is harmless."""
        for condition in conditions:
            for trouble in () if condition is None else condition.troubles(self._viewing):
                self._notice("when", f"{condition.place if condition else ''}: {trouble}")

    def _notice(self, code: str, says: str) -> None:
        self._records.append(Noticed(code=code, says=says, at=Seconds(0.0)))


def _place_of(one: Branch | PickEntry, listed: Sequence[Branch | PickEntry]) -> int:
    """Where it stands in its list; two that lead to one scene are told apart."""
    return next(index for index, other in enumerate(listed) if other is one)
