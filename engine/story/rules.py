"""Everything the engine can say to an author about a story, in one table."""

from enum import Enum, StrEnum


class Weight(StrEnum):
    """Whether a finding stops the film from being shown."""

    ERROR = "error"
    WARNING = "warning"


ERROR, WARNING = Weight.ERROR, Weight.WARNING


class Rule(Enum):
    """A kind of finding: its code never changes once it was published."""

    # Names and ways.
    HYPHEN = (
        "S102",
        ERROR,
        "'{name}' has a hyphen, which reads as a minus",
        "Write '{better}'.",
    )

    # State and conditions.
    NOT_UNDERSTOOD = (
        "S501",
        ERROR,
        "'{text}' cannot be understood from here on",
        "Write it like `trust > 1 and not visited(cellar)`.",
    )
    NOT_ALLOWED = (
        "S502",
        ERROR,
        "{what} is not part of a condition",
        "Use numbers, text in quotes, names, `< <= > >= == !=`, `and or not`, `+ - * /`.",
    )
    CONDITION_LONG = (
        "S503",
        ERROR,
        "this has {length} characters or is nested too deeply; 500 and {depth} deep is the most",
        "Keep part of it in a variable with `set`.",
    )
    CHAINED = (
        "S504",
        ERROR,
        "two comparisons stand in one chain, which reads differently to everybody",
        "Write `a < b and b < c`.",
    )
    UNKNOWN_NAME = (
        "S505",
        ERROR,
        "'{name}' is no variable of this story",
        "{near} A text needs quotes.",
    )
    UNKNOWN_FUNCTION = (
        "S506",
        ERROR,
        "'{name}' is no function of the story format",
        "{near}",
    )
    WRONG_ARGUMENT = (
        "S507",
        ERROR,
        "`{name}` is not asked this way",
        "Write `{form}`.",
    )
    EFFECT_FORM = (
        "S508",
        ERROR,
        "'{text}' sets nothing",
        "Write `name = value`, `name += number` or `name -= number`.",
    )

    def __init__(self, code: str, weight: Weight, says: str, remedy: str) -> None:
        self.code = code
        self.weight = weight
        self.says = says
        self.remedy = remedy
