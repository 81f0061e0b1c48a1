"""How a figure came about, told so that anybody can check it.

Each section explains its own figures; what an explanation is made of is the
same for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a figure rests on, and where that came from."""

    what: str
    value: Value
    kind: Kind = Kind.EXACT
    source: str = ""
    goes: str = ""
    """The view of its section where it is kept, or nothing."""

    @property
    def words(self) -> str:
        """It in a sentence: Budget to date, £3,780,000.00. From the import of June 2016."""
        told = written(self.value, self.kind) or "not known"
        return f"{self.what}: {told}. {self.source}".strip()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure, how it is worked out, what from, and what lies beneath."""

    title: str
    """The line and the figure: Prescribing, forecast variance."""
    value: Value
    kind: Kind
    formula: str
    """How such a figure is worked out, in words."""
    worked: str = ""
    """The same with this figure's own numbers."""
    facts: Sequence[Fact] = ()
    beneath: Sequence[Fact] = ()
    """The entries it is made of, each with its file, sheet and row."""
    unknown: str = ""
    """What has to be entered before the figure can be known."""

    @property
    def answer(self) -> str:
        """The figure as it is read, or that it is not known."""
        return written(self.value, self.kind) or "Not known"

    @property
    def words(self) -> str:
        """All of it as plain text, a line each, to be copied or read aloud."""
        lines = [f"{self.title}: {self.answer}", self.formula, self.worked, self.unknown]
        lines += [fact.words for fact in (*self.facts, *self.beneath)]
        return "\n".join(line for line in lines if line)


def added(*amounts: int) -> str:
    """Return amounts in pence as a sum is written: £1,200.00 − £1,186.00 = £14.00.

    The last amount is the outcome.
    """
    *terms, outcome = amounts
    if not terms:
        return ""
    first, *others = terms
    text = written(first, Kind.EXACT)
    for term in others:
        sign = "−" if term < 0 else "+"
        text += f" {sign} {written(abs(term), Kind.EXACT)}"
    return f"{text} = {written(outcome, Kind.EXACT)}"
