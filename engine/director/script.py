"""A scripted viewer: says the words of a story's tests, and of `--do`, as a viewer's facts."""

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final, Protocol

from engine.director.acting import CERTAIN, RESTING, Face, acted
from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    MoodRead,
    OptionPressed,
    SenseFound,
    WarningAnswered,
    WordsRead,
)
from engine.messages.orders import (
    Acknowledge,
    Ask,
    AskConsent,
    AskWarning,
    CardOption,
    CloseCard,
    CloseEyes,
    Listen,
    OpenEyes,
    Order,
    Unclear,
    Unlisten,
    Unwatch,
    Watch,
    Write,
)
from engine.messages.records import Entered
from engine.story.model import Comparison, Feel, Measure, Reading, Story, Way
from engine.story.units import Seconds, Share

_FEEL: Final = "feel "
_SAY: Final = "say "
_WAIT: Final = "wait"
_TIMEOUTS: Final = "timeouts"
_NOTHING: Final = "nothing"
_QUOTES: Final = "\"'“”‘’「」"
_LOOKS: Final = Seconds(0.1)  # between two readings of a face
_PLAIN: Final = 0.9  # steps that `feel smile` shows where `smile` is a reading, not a feeling


class WordsReader(Protocol):
    """What understands typed words; the senses have the real one."""

    def read(self, text: str, options: Listen) -> WordsRead:
        """What these words mean among what is awaited."""
        ...


class ScriptedViewer:
    """
    Answers decisions with the items of a script, in order; after the last, with silence.

    It hears the same orders as the screen and tells the same facts as a viewer, so it can
    bypass nothing. Belongs to whoever asks it for facts.
    """

    def __init__(
        self,
        items: Iterable[str],
        story: Story,
        *,
        clock: Callable[[], Seconds],
        reader: WordsReader | None = None,
        consents: bool = True,
        face: bool = True,
    ) -> None:
        """`face` is false where a real camera looks, so that no face is played beside it."""
        self._items = [item.strip() for item in items]
        self._story = story
        self._clock = clock
        self._reader = reader
        self._consents = consents
        self._plays_face = face
        self._face: Face = RESTING
        self._eyes = False
        self._looked = Seconds(-1.0)
        self._watched: tuple[CardOption, ...] = ()
        self._card: Ask | None = None
        self._listen: Listen | None = None
        self._asked = False
        """Whether there is something to answer that was not answered yet."""
        self._waits = False
        """Whether the decision that stands open is to be left to the clock."""
        self._stood: dict[int, tuple[str, ...]] = {}
        """What was open when an item first did not fit, by how many items were left."""
        self._facts: list[Fact] = []
        self.trouble: str | None = None
        """What the script asks for that nobody could do, in one sentence."""

    @property
    def unused(self) -> tuple[str, ...]:
        """The items that no decision has asked for yet; a feeling shown at the end is used."""
        items = self._items
        if items and items[0].startswith(_FEEL):
            items = items[1:]
        return tuple(item for item in items if item != _TIMEOUTS)

    @property
    def shortfall(self) -> str | None:
        """What of the script was not done by the film's end, in one sentence."""
        if self.trouble is not None or not self.unused:
            return self.trouble
        return f"Nobody asked for '{self.unused[0]}'; the film ended before it."

    @property
    def open_labels(self) -> tuple[str, ...]:
        """What could be answered now."""
        return tuple(option.label for option in self._shown)

    @property
    def open_then(self) -> tuple[str, ...]:
        """What could have been answered when the next item was first asked for and did not fit."""
        return self._stood.get(len(self._items), ())

    def obey(self, order: Order) -> None:
        """Take note of what the screen shows."""
        match order:
            case AskConsent():
                self._facts.append(ConsentAnswered(yes=self._consents))
            case AskWarning():
                self._facts.append(WarningAnswered(go_on=True))
            case OpenEyes() if self._plays_face:
                self._eyes = True
                self._facts.append(SenseFound(Way.FACE))
            case CloseEyes():
                self._eyes = False
            case Write(record=Entered()):
                self._waits = False
                self._show_next()
            case _:
                self._see(order)

    def facts(self) -> tuple[Fact, ...]:
        """What the viewer does now."""
        if self._asked:
            self._answer()
        if self._eyes and self._clock() >= self._looked + _LOOKS:
            self._looked = self._clock()
            self._facts.append(self._mood())
        facts, self._facts = tuple(self._facts), []
        return facts

    def _see(self, order: Order) -> None:
        match order:
            case Watch(options=options):
                self._watched, self._asked = options, True
            case Ask():
                again = self._card is not None and self._card.scene == order.scene
                self._card, self._asked = order, self._asked or not again
            case Listen():
                self._listen = order
            case Unclear():
                self._asked = True
            case Unwatch():
                self._watched = ()
            case CloseCard() | Unlisten() | Acknowledge():
                self._watched, self._card, self._listen, self._asked = (), None, None, False
            case _:
                pass

    @property
    def _shown(self) -> tuple[CardOption, ...]:
        return self._card.options if self._card is not None else self._watched

    def _answer(self) -> None:
        """Give the next item to what stands open, if it is one for it."""
        self._asked = False
        while self._items and not self._waits:
            item = self._items[0]
            option = next((one for one in self._shown if item in {one.label, one.id}), None)
            if option is not None:
                self._items.pop(0)
                self._facts.append(OptionPressed(option.id))
                return
            left = len(self._items)
            if not self._spoken(item):
                if len(self._items) == left:
                    self._stood.setdefault(left, self.open_labels)
                return

    def _spoken(self, item: str) -> bool:
        """Do what a keyword asks for; whether the decision still wants an answer after it."""
        if item.startswith(_FEEL):
            self._items.pop(0)
            self._show(item)
            return self._card is not None
        if item == _WAIT:
            self._items.pop(0)
            self._waits = True
        elif item.startswith(_SAY) and self._listen is not None:
            self._items.pop(0)
            self._say(item.removeprefix(_SAY).strip(), self._listen)
        return False

    def _say(self, said: str, listen: Listen) -> None:
        try:
            score = float(said)
        except ValueError:
            self._say_words(said.strip(_QUOTES), listen)
            return
        self._facts.append(WordsRead(None, score, Share(1.0), clear=True, method="sentiment"))

    def _say_words(self, said: str, listen: Listen) -> None:
        if self._reader is None:
            self.trouble = f"nobody here can read words, so '{said}' was not said"
            return
        self._facts.append(self._reader.read(said, listen))

    def _show_next(self) -> None:
        """A feeling that is next in the script is on the face before it is asked for."""
        if self._items and self._items[0].startswith(_FEEL):
            self._show(self._items[0])

    def _show(self, item: str) -> None:
        name = item.removeprefix(_FEEL).strip()
        face = self._acted(name)
        if face is None:
            self.trouble = f"no face can show '{name}' and no other feeling of the film"
            return
        self._face = face

    def _acted(self, name: str) -> Face | None:
        feelings = self._story.feelings
        if name == _NOTHING:
            return acted(None, feelings.values())
        if name in feelings:
            return acted(feelings[name], feelings.values())
        if name in {reading.value for reading in RESTING}:
            return acted(_plainly(Reading(name)), ())
        return None

    def _mood(self) -> MoodRead:
        return MoodRead(
            at=self._clock(),
            readings=self._face,
            confidence=MappingProxyType(dict.fromkeys(self._face, CERTAIN)),
            faces=1,
            calibrated=True,
        )


def _plainly(reading: Reading) -> Feel:
    return Comparison(reading, Measure.MEAN, above=True, number=_PLAIN)
