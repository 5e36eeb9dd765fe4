"""Where findings are gathered while a story is read."""

from collections.abc import Iterable
from typing import Final

from engine.story.findings import Finding, found
from engine.story.places import Place
from engine.story.rules import Rule, Weight

MOST: Final = 1000
MANY: Final = 100


class Notes:
    """A growing list of findings. Reading goes on after each, so that an author sees them all."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self.files: tuple[str, ...] = ()
        """The files in the order in which they are read, as far as that is known."""

    def note(self, rule: Rule, place: Place, **words: object) -> None:
        """Write a finding down; after a thousand only that there are more."""
        if len(self._findings) < MOST:
            self._findings.append(found(rule, place, **words))
        elif len(self._findings) == MOST:
            self._findings.append(found(Rule.MANY, place, count=MOST))

    def add(self, findings: Iterable[Finding]) -> None:
        """Take over what an earlier reading noted."""
        self._findings += findings

    def about(self, file: str) -> tuple[Finding, ...]:
        """Everything noted of one file, as it was noted."""
        return tuple(finding for finding in self._findings if finding.place.file == file)

    @property
    def full(self) -> bool:
        """Whether nothing more will be written down, so that looking further is no use."""
        return len(self._findings) > MOST

    @property
    def many(self) -> bool:
        """Whether so much was noted that no cure is worth a long search any more."""
        return len(self._findings) > MANY

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything noted so far, in the order of the author's lines and each once."""
        return in_order(self._findings, self.files)

    @property
    def sound(self) -> bool:
        """Whether nothing noted stops the film."""
        return not self.wrong_files

    @property
    def wrong_files(self) -> frozenset[str]:
        """The files in which something stops the film."""
        return frozenset(
            finding.place.file for finding in self._findings if finding.weight is Weight.ERROR
        )


def in_order(findings: Iterable[Finding], files: Iterable[str] = ()) -> tuple[Finding, ...]:
    """The findings by file and line, each once; files in this order, others as they come."""
    known = dict.fromkeys(findings)
    ranked = dict.fromkeys((*files, *(finding.place.file for finding in known)))
    rank = {file: at for at, file in enumerate(ranked)}
    return tuple(
        sorted(known, key=lambda each: (rank[each.place.file], each.place, each.rule.code))
    )
