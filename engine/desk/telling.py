"""What the desk prints of a viewing while it goes on: a line a turn, with its reason."""

from engine.messages.records import (
    Began,
    Cause,
    Ended,
    Entered,
    Judged,
    Measured,
    Moved,
    Noticed,
    Record,
    Remembered,
    Turn,
)
from engine.stage.reasons import reason
from engine.stage.tongue import Tongue
from engine.story.model import End, Story
from engine.story.units import SceneId


class Telling:
    """Tells records as lines for people, in a language, as they come."""

    def __init__(self, story: Story, tongue: Tongue) -> None:
        self._story = story
        self._tongue = tongue
        self._scene: SceneId | None = None

    def lines(self, record: Record) -> tuple[str, ...]:
        """The lines for a record: none for what goes without saying."""
        match record:
            case Began(seed=seed, language=language):
                return (f"{self._story.title} (seed {seed}, {language})",)
            case Entered(scene=scene, at=at):
                self._scene = scene
                return (f"{_clock(at)}  {scene}",)
            case Turn(cause=cause):
                return () if cause is Cause.STORY else self._turn(record)
            case Noticed(says=says, at=at):
                return (f"{_clock(at)}  ! {says}",)
            case Ended(ending=ending, at=at):
                if ending is None:
                    return ()
                return (f"{_clock(at)}  = {self._shown(ending)}",)
            case Measured() | Moved() | Judged() | Remembered():
                return ()

    def _shown(self, ending: str) -> str:
        """An ending's name in the viewer's language: that of the scene it came in."""
        scene = None if self._scene is None else self._story.scenes.get(self._scene)
        match None if scene is None else scene.way:
            case End(name=name, shown=str() as shown) if name == ending:
                return shown
            case _:
                return ending

    def _turn(self, turn: Turn) -> tuple[str, ...]:
        why = reason(turn, self._tongue)
        proof = f"  ({why.proof})" if why.proof else ""
        doubts = (f"{'':9}  {doubt}" for doubt in why.doubts)
        return (f"{_clock(turn.at)}  -> {turn.to}: {why.says}{proof}", *doubts)


def _clock(at: float) -> str:
    minutes, seconds = divmod(max(0.0, at), 60)
    return f"{int(minutes):3d}:{seconds:04.1f}"
